"""The factory itself: facts that add up, files that a seed repeats, every layout of the list, a sample of each read.

The list, by family, with the layouts that draw it; ``LISTED`` below holds the names.

Text: one cell a line with a bar behind it, before it, on its own line, with an empty line, with nothing; rows of
``a | b | c`` with bars leading, trailing, padded or repeated; Markdown tables, ragged, one a row, with escaped signs
and escaped bars; labels torn from their numbers, labels over lines, values over lines; tabs; numbers between spaces,
columns set with spaces; blank cells as signs and as nothing; remarks, thousands with commas, digits and punctuation
of either width; heads that lost words or rows; table 四 as one line, fifteen lines, three rows, three tables; cells
that vanished in one row, a few, all; repeated lines dropped; wrapped lines, page numbers, words of the website, a
date line; no title, a title over two lines, encodings and line ends, shapes of headings, numbers that start over;
tables as pictures; all of these mixed.  Beyond the list: labels that lost their ordinals or their groups, or have
blanks inside; values run together; ``nan`` in empty cells; tables that stand twice.

HTML: clean tables; saved or pasted from Word, with labels over lines and digits split over spans; exported by WPS;
layout tables around the article; 二 in blocks of its own; heads merged otherwise or followed by empty cells; vertical
text; GB2312, GBK, GB18030, UTF-16, declared, not or wrongly; page chrome; the article in any container; blanks,
remarks, pictures; titles, no title, no numbers; digits and marks of either width.

DOCX: cells merged, merged the old way or followed by empty ones; tables inside cells; text boxes; tracked changes;
written in WPS; pictures; saved as DOC by LibreOffice, where it is installed.

PDF: ruled and not; tables over pages with heads repeated or not; a border around the page, running heads and page
numbers; letters apart; columns so narrow that heads stand upright; radicals for characters; scanned tables.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.addresses import (
    APPLICANTS,
    COLUMNS,
    DISPUTE_KINDS,
    OUTCOMES,
    all_addresses,
    request_rows,
    result_rows,
)
from auditor.reading import read
from tests.factory.facts import Facts, facts
from tests.factory.layouts import all_layouts
from tests.factory.run import drawn_of, interval, outcome_of, written
from tests.factory.vanished import open_to_others

SEED = 20250
REPORTS = 3
SLOW_REPORTS = 1
"""Reports of a layout that another program draws, which takes seconds."""

LISTED = {
    "html": (
        *("clean", "word", "word_pasted", "word_lines", "wps", "split_runs", "layout_tables", "layout_rows"),
        *("active_apart", "merged_otherwise", "fillers", "vertical", "gb", "unicode", "wrongly_declared", "chrome"),
        *("chrome_flat", "containers", "blanks", "remarks", "pictures", "titles", "untitled", "unnumbered", "widths"),
    ),
    "docx": (
        *("word-merged", "word-old-merges", "word-fillers", "table-in-cell", "text-boxes", "tracked-changes"),
        *("wps", "pictures", "doc-through-libreoffice"),
    ),
    "pdf": (*("ruled", "unruled", "torn", "framed", "spread", "narrow", "radicals", "scanned-tables"),),
    "text": (
        *("aligned", "aligned-blank", "cell-bar-alone", "cell-bar-before", "cell-bar-behind", "cell-bar-blank"),
        *("cell-bar-broken", "cell-bar-leftovers", "cell-bare", "cell-blank-line", "dated", "disputes-lines"),
        *("disputes-one-line", "disputes-three-rows", "disputes-three-tables", "encodings", "headings"),
        *("headings-restart", "heads-fragments", "heads-lost", "marks", "md-escaped", "md-escaped-bars", "md-pipes"),
        *("md-pipes-ragged", "md-table-per-row", "mixed", "page-numbers", "page-numbers-cells", "pictured", "remarks"),
        *("repeats-collapsed", "repeats-dropped", "row-bars", "row-bars-blank", "row-bars-leading"),
        *("row-bars-padded", "row-bars-repeated", "row-bars-trailing", "row-cells-torn", "row-spaces", "row-tabs"),
        *("separators", "title-two-lines", "torn-label", "torn-label-values", "torn-values", "untitled"),
        *("vanished-all", "vanished-few-rows", "vanished-one-row", "website-between", "website-words", "widths"),
        *("groups-lost", "label-spaces", "ordinals-lost", "row-nan", "run-together", "tables-twice", "wrapped"),
    ),
}

KNOWN = {
    *all_addresses("2021"),
    *all_addresses("2019"),
    *(f"requests.other.all.{column}" for column in COLUMNS),
}
NAMES = [name for name, item in all_layouts().items() if item.drawable]


@pytest.mark.parametrize("name", NAMES)
def test_reports_in_every_layout_are_read_with_the_cells_and_parts_they_show(name: str, tmp_path: Path) -> None:
    for index in range(SLOW_REPORTS if all_layouts()[name].needs else REPORTS):
        drawn = drawn_of(name, SEED, index)
        outcome = outcome_of(drawn, tmp_path / f"report{index}{drawn.suffix}")
        assert outcome.wrong == (), "no cell is silently wrong"
        assert outcome.silent == (), "no cell is missing without a word"
        assert outcome.parts == (), "title, agency, year and parts are read as they stand"
        assert outcome.right == outcome.determined, "every cell that the file determines is read"


@pytest.mark.parametrize("name", ["text/vanished-one-row", "text/vanished-few-rows", "text/vanished-all"])
def test_of_values_that_lost_their_columns_none_is_placed_where_the_sums_allow_another_place(
    name: str, tmp_path: Path
) -> None:
    for index in range(4):
        drawn = drawn_of(name, SEED, index)
        path = tmp_path / f"report{index}{drawn.suffix}"
        path.write_bytes(drawn.data)
        shown = {**drawn.cells, **drawn.lost_values}
        for address, cell in read(path).cells.items():
            if address in drawn.lost and address.startswith("requests.") and cell.number is not None:
                assert not open_to_others(shown, address, int(cell.number)), address


@pytest.mark.parametrize("family", LISTED)
def test_every_layout_of_the_list_is_drawn(family: str) -> None:
    registered = {name.partition("/")[2] for name in all_layouts() if name.startswith(f"{family}/")}
    assert set(LISTED[family]) <= registered


@pytest.mark.parametrize("name", NAMES)
def test_a_seed_repeats_its_file_with_what_it_determines_and_another_gives_another(name: str) -> None:
    if all_layouts()[name].needs:
        pytest.skip("drawn by another program, which may write the time into its files")
    drawn = drawn_of(name, 1, 0)
    assert drawn_of(name, 1, 0) == drawn
    assert drawn_of(name, 2, 0).data != drawn.data
    assert not drawn.cells.keys() & drawn.lost
    assert drawn.lost == drawn.lost_values.keys()
    assert drawn.cells.keys() | drawn.lost <= KNOWN


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**9))
def test_the_facts_satisfy_every_identity_of_the_tables(seed: int) -> None:
    made = facts(Random(seed))
    assert made.cells.keys() == expected_addresses(made)
    rows = request_rows("2019" if made.other_one_row else "2021")
    for row in rows:
        assert number(made, row, "total") == sum(number(made, row, column) for column in APPLICANTS)
    for column in COLUMNS:
        handled = number(made, "handled", column)
        assert number(made, "new", column) + number(made, "carried_in", column) == handled + number(
            made, "carried_out", column
        )
        results = result_rows("2019" if made.other_one_row else "2021")
        assert handled == sum(number(made, row, column) for row in results)
    for kind in DISPUTE_KINDS:
        parts = [int(made.cells[f"disputes.{kind}.{outcome}"]) for outcome in OUTCOMES]
        assert int(made.cells[f"disputes.{kind}.total"]) == sum(parts)


def number(made: Facts, row: str, column: str) -> int:
    return int(made.cells[f"requests.{row}.{column}"])


def expected_addresses(made: Facts) -> set[str]:
    names = set(all_addresses(made.table_format))
    if made.other_one_row:
        names = {name for name in names if not name.startswith("requests.other.")}
        names |= {f"requests.other.all.{column}" for column in COLUMNS}
    return names


def test_the_facts_reach_from_a_township_to_a_province() -> None:
    drawn = [facts(Random(seed)) for seed in range(80)]
    assert {made.size for made in drawn} == {"township", "department", "county", "city", "province"}
    assert {made.table_format for made in drawn} == {"2019", "2021"}
    assert {made.other_one_row for made in drawn if made.table_format == "2021"} == {True, False}
    assert any(made.table_format == "2019" and made.year >= 2021 for made in drawn), "the wrong format for the year"
    most = max(int(made.cells["requests.new.total"]) for made in drawn)
    assert most > 3000
    assert any(made.cells["requests.new.total"] == "0" for made in drawn)


def test_the_interval_of_a_share_is_wilson_s() -> None:
    low, high = interval(9995, 10000)
    assert (round(low, 5), round(high, 5)) == (0.99883, 0.99979)
    assert interval(100, 100)[1] == 1.0
    assert interval(0, 0) == (0.0, 1.0)


def test_the_table_goes_between_the_markers_of_a_document() -> None:
    document = "before\n<!-- factory -->\nold\n<!-- /factory -->\nafter\n"
    assert written(document, "new") == "before\n<!-- factory -->\nnew\n<!-- /factory -->\nafter\n"
    with pytest.raises(ValueError, match="once each"):
        written("no markers", "new")
