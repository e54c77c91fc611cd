"""Tables with rows and columns whose grid is damaged: a cell is read right or said to be unread."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.addresses import COLUMNS
from auditor.model import Cell
from auditor.reading.blocks import Grid, Slot
from auditor.reading.tables.assemble import Tables, read_tables
from tests.reading.rendered import Table, active_table, disputes_table, requests_table
from tests.reading.text.shapes import facts, labelled_dispute_rows, three_dispute_tables

SLOW = settings(max_examples=60, deadline=None)
SEEDS = st.integers(0, 10**6)


def spanned(table: Table, where: str) -> Grid:
    """A grid in which spans are kept, as a sound file has them."""
    taken: set[tuple[int, int]] = set()
    slots: list[Slot] = []
    for at, row in enumerate(table):
        column = 0
        for box in row:
            while (at, column) in taken:
                column += 1
            slots.append(Slot(at, column, box.rowspan, box.colspan, box.text))
            taken.update((at + a, column + b) for a in range(box.rowspan) for b in range(box.colspan))
            column += box.colspan
    return Grid(tuple(slots), len(table), max(column for _, column in taken) + 1, where)


def loose(rows: Sequence[Sequence[str]], where: str) -> Grid:
    """A grid whose spans were lost: every row is its cells side by side."""
    slots = [Slot(at, column, 1, 1, text) for at, row in enumerate(rows) for column, text in enumerate(row)]
    return Grid(tuple(slots), len(rows), max(map(len, rows)), where)


def _texts(table: Table) -> list[list[str]]:
    return [[box.text for box in row] for row in table]


def _check(cells: Mapping[str, str], found: Tables, part: str) -> set[str]:
    """The addresses of a part that are unread; fails where one is read wrong."""
    unread = set()
    for address in (name for name in cells if name.startswith(part)):
        cell = found.cells.get(address)
        if cell is None or cell.kind == "unread":
            unread.add(address)
        else:
            assert _is_right(cells[address], cell), (address, cells[address], cell)
    return unread


def _is_right(text: str, cell: Cell) -> bool:
    if not text:
        return cell.kind in ("blank", "derived")
    return cell.number is not None and cell.number == int(text)


def _with_blanks(cells: Mapping[str, str], rng: random.Random, share: float) -> dict[str, str]:
    return {name: "" if text == "0" and rng.random() < share else text for name, text in cells.items()}


@given(seed=SEEDS, share=st.sampled_from([0.0, 0.3, 0.9]))
@SLOW
def test_a_sound_grid_is_read_in_full(seed: int, share: float) -> None:
    rng = random.Random(seed)
    cells = _with_blanks(facts(rng), rng, share)
    grids = [spanned(active_table(cells), "表1"), spanned(requests_table(cells), "表2")]
    found = read_tables([], [*grids, spanned(disputes_table(cells), "表3")], {})
    assert not _check(cells, found, "")
    assert {cell.placed for cell in found.cells.values()} == {"grid"}


@pytest.mark.parametrize("make", [three_dispute_tables, labelled_dispute_rows])
def test_table_four_by_its_kinds(make: object) -> None:
    cells = facts(random.Random(4))
    table = three_dispute_tables(cells) if make is three_dispute_tables else labelled_dispute_rows(cells)
    found = read_tables([], [spanned(table, "表1")], {})
    assert not _check(cells, found, "disputes.")
    assert {cell.placed for name, cell in found.cells.items()} == {"kinds"}


def test_a_kind_that_is_missing_leaves_the_others_read() -> None:
    cells = facts(random.Random(4))
    table = labelled_dispute_rows(cells)
    found = read_tables([], [loose(_texts([*table[:2], table[3]]), "表1")], {})
    assert _check(cells, found, "disputes.") == {name for name in cells if "litigation_direct" in name}


@given(seed=SEEDS, share=st.sampled_from([0.1, 0.5, 1.0]))
@SLOW
def test_cells_that_vanished_from_a_grid_make_none_wrong(seed: int, share: float) -> None:
    rng = random.Random(seed)
    cells = facts(rng)
    rows = []
    for row in _texts(requests_table(cells)):
        rows.append([text for text in row if text != "0" or rng.random() > share * 0.3])
    _check(cells, read_tables([], [loose(rows, "表1")], {}), "requests.")


@given(seed=SEEDS, blanks=st.sampled_from([0.0, 0.2]))
@SLOW
def test_filler_cells_before_or_behind_the_values_make_none_wrong(seed: int, blanks: float) -> None:
    rng = random.Random(seed)
    cells = _with_blanks(facts(rng), rng, blanks)
    behind = rng.choice([True, False])
    rows = []
    for row in _texts(requests_table(cells)):
        labels = row[:-7] if len(row) > 7 else row
        fillers = [""] * (10 - len(row))
        rows.append([*row, *fillers] if behind else [*labels, *fillers, *row[len(labels) :]])
    unread = _check(cells, read_tables([], [loose(rows, "表1")], {}), "requests.")
    assert not unread or blanks


def test_the_sums_place_a_row_whose_blank_cells_are_gone() -> None:
    cells = dict.fromkeys(facts(random.Random(0)), "0")
    for row in ("new", "granted", "handled"):
        cells |= {f"requests.{row}.business": "7", f"requests.{row}.total": "7"}
    rows = _texts(requests_table(cells))
    at = next(index for index, row in enumerate(rows) if "（一）予以公开" in row)
    rows[at] = [*rows[at][:2], "7", "7"]
    found = read_tables([], [loose(rows, "表1")], {})
    granted = {column: found.cells[f"requests.granted.{column}"] for column in COLUMNS}
    assert (granted["business"].number, granted["total"].number) == (7, 7)
    assert granted["business"].placed == "sums"
    # Whether the others were blank or 0 nobody can tell.
    assert granted["natural"].kind == "unread"


def test_a_wrong_total_is_never_repaired_by_placing() -> None:
    cells = dict.fromkeys(facts(random.Random(0)), "0")
    for row in ("new", "granted", "handled"):
        cells |= {f"requests.{row}.business": "7", f"requests.{row}.total": "7"}
    cells["requests.handled.total"] = "8"
    rows = _texts(requests_table(cells))
    at = next(index for index, row in enumerate(rows) if "（一）予以公开" in row)
    rows[at] = [*rows[at][:2], "7", "7"]
    found = read_tables([], [loose(rows, "表1")], {})
    assert found.cells["requests.granted.total"].kind == "unread"
    assert found.cells["requests.handled.total"].number == 8


def test_columns_in_another_order_are_read_by_their_heads() -> None:
    cells = facts(random.Random(9))
    heads = ["总计", "自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他"]
    rows = [["", "", "", *heads]]
    for row in _texts(requests_table(cells))[3:]:
        labels, values = row[:-7], row[-7:]
        rows.append([*labels, *[""] * (3 - len(labels)), values[6], *values[:6]])
    assert not _check(cells, read_tables([], [loose(rows, "表1")], {}), "requests.")


def test_a_label_above_its_values_is_joined_with_them() -> None:
    cells = facts(random.Random(2))
    rows = []
    for row in _texts(requests_table(cells)):
        rows += [row[:-7], row[-7:]] if len(row) > 7 else [row]
    assert not _check(cells, read_tables([], [loose([row for row in rows if row], "表1")], {}), "requests.")


def test_a_row_of_one_group_beside_its_own_rows_is_doubted() -> None:
    cells = facts(random.Random(2))
    rows = _texts(requests_table(cells))
    at = next(index for index, row in enumerate(rows) if "（六）其他处理" in row)
    rows[at] = [rows[at][0], *rows[at][2:]]
    found = read_tables([], [loose(rows, "表1")], {})
    assert "requests.other.all.natural" not in found.cells
    assert _check(cells, found, "requests.other.no_correction")


@given(SEEDS)
@SLOW
def test_a_blank_cell_too_many_at_an_end_of_table_four_moves_nothing(seed: int) -> None:
    cells = facts(random.Random(seed))
    rows = _texts(disputes_table(cells))
    for values in ([*rows[-1], ""], ["", *rows[-1]]):
        found = read_tables([], [loose([*rows[:-1], values], "表4")], {})
        assert not _check(cells, found, "disputes.")


@pytest.mark.parametrize("first", [3, 7, 12])
def test_table_four_torn_in_two_rows_is_read_where_the_outcomes_add_up(first: int) -> None:
    cells = facts(random.Random(4))
    rows = _texts(disputes_table(cells))
    torn = [*rows[:-1], rows[-1][:first], rows[-1][first:]]
    found = read_tables([], [loose(torn, "表4")], {})
    assert not _check(cells, found, "disputes.")
    assert {cell.placed for cell in found.cells.values()} == {"sums"}
