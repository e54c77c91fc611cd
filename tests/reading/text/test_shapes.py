"""The law of flattened text: in every shape, whatever is dropped or torn, a cell is read right or said to be unread."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model import Cell, Report, TableFormat
from auditor.reading import read
from auditor.reading.tables.placed import PLACED
from tests.reading.text.shapes import DISPUTES, SHAPES, Cells, facts, report

SLOW = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
FORMATS: tuple[TableFormat, ...] = ("2021", "2019")
SEEDS = st.integers(0, 10**6)
BLANKS = ("", "&nbsp;", "\u00a0", "\u3000")


def _read(folder: Path, text: str, name: str) -> Report:
    path = folder / ("年报.md" if "pipe" in name or name == "markdown" else "年报.txt")
    path.write_text(text, encoding="utf-8")
    return read(path)


def _is_right(text: str, cell: Cell) -> bool:
    if text in BLANKS:
        return cell.kind in ("blank", "derived")
    if text in ("/", "—"):
        return cell.kind == "na"
    return cell.kind == "number" and cell.number == int(text.partition("（")[0])


def _unread(cells: Cells, found: Report) -> set[str]:
    """The addresses that are unread; fails where one is read wrong."""
    unread = set()
    for address, text in cells.items():
        cell = found.cells.get(address)
        if cell is None or cell.kind == "unread":
            unread.add(address)
        else:
            assert _is_right(text, cell), (address, text, cell)
            assert cell.placed in PLACED
    assert set(found.cells) <= set(cells)
    return unread


@pytest.mark.parametrize("disputes", DISPUTES)
@pytest.mark.parametrize("name", SHAPES)
def test_every_shape_is_read_in_full(tmp_path: Path, name: str, disputes: str) -> None:
    for seed, table_format in enumerate(FORMATS):
        cells = facts(random.Random(f"{name}{seed}"), table_format)
        assert not _unread(cells, _read(tmp_path, report(cells, SHAPES[name], table_format, disputes), name))


@given(seed=SEEDS, name=st.sampled_from(sorted(SHAPES)), mark=st.sampled_from(["/", "—"]))
@SLOW
def test_signs_for_nothing_are_cells(tmp_path: Path, seed: int, name: str, mark: str) -> None:
    rng = random.Random(seed)
    cells = {address: mark if text == "0" and rng.random() < 0.3 else text for address, text in facts(rng).items()}
    unread = _unread(cells, _read(tmp_path, report(cells, SHAPES[name]), name))
    # Three values on a line of their own can look like a page's number (— 3 —).
    alone = {"values over two lines", "torn spaces", "broken labels, spaces", "values in the middle"}
    assert not unread or name in alone


@given(seed=SEEDS, name=st.sampled_from(sorted(SHAPES)), share=st.sampled_from([0.1, 0.4, 0.9]))
@SLOW
def test_blank_cells_are_placed_or_unread(tmp_path: Path, seed: int, name: str, share: float) -> None:
    rng = random.Random(seed)
    cells = {
        address: rng.choice(BLANKS) if text == "0" and rng.random() < share else text
        for address, text in facts(rng).items()
    }
    _unread(cells, _read(tmp_path, report(cells, SHAPES[name]), name))


@given(seed=SEEDS, name=st.sampled_from(["row bars", "row bars around", "row dense", "markdown", "tabs"]))
@SLOW
def test_rows_with_bars_keep_their_blanks(tmp_path: Path, seed: int, name: str) -> None:
    rng = random.Random(seed)
    cells = {address: "" if text == "0" and rng.random() < 0.2 else text for address, text in facts(rng).items()}
    unread = _unread(cells, _read(tmp_path, report(cells, SHAPES[name]), name))
    assert len(unread) * 20 < len(cells)


@given(seed=SEEDS, name=st.sampled_from(sorted(SHAPES)))
@SLOW
def test_a_lost_line_costs_cells_but_makes_none_wrong(tmp_path: Path, seed: int, name: str) -> None:
    rng = random.Random(seed)
    cells = facts(rng)
    lines = report(cells, SHAPES[name]).split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("二、主动公开"))
    last = next(at for at, line in enumerate(lines) if line.startswith("五、存在"))
    at = rng.randrange(first + 1, last)
    if lines[at].startswith(("三、收到", "四、政府")) or lines[at].strip(" |") == "":
        return
    if name == "lone bar":
        # The bars of a lost cell stay and show a blank one: what is lost is its bar, too.
        del lines[at + 1 : at + 2]
    del lines[at]
    _unread(cells, _read(tmp_path, "\n".join(lines), name))


@given(seed=SEEDS, name=st.sampled_from(sorted(SHAPES)))
@SLOW
def test_what_a_page_prints_between_rows_makes_none_wrong(tmp_path: Path, seed: int, name: str) -> None:
    rng = random.Random(seed)
    cells = facts(rng)
    lines = report(cells, SHAPES[name]).split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("二、主动公开"))
    for _ in range(rng.randint(1, 5)):
        furniture = ["- 2 -", "— 13 —", "第 3 页 共 9 页", "清渠县水利局", "\u3000", "自然人", "12"]
        lines.insert(rng.randrange(first + 1, len(lines) - 4), rng.choice(furniture))
    _unread(cells, _read(tmp_path, "\n".join(lines), name))


@given(seed=SEEDS, name=st.sampled_from(sorted(SHAPES)))
@SLOW
def test_a_line_broken_anywhere_makes_none_wrong(tmp_path: Path, seed: int, name: str) -> None:
    rng = random.Random(seed)
    cells = facts(rng)
    lines = report(cells, SHAPES[name]).split("\n")
    first = next(at for at, line in enumerate(lines) if line.startswith("二、主动公开"))
    at = rng.choice([at for at in range(first + 1, len(lines) - 4) if len(lines[at]) > 1])
    cut = rng.randrange(1, len(lines[at]))
    lines[at : at + 1] = [lines[at][:cut], lines[at][cut:]]
    _unread(cells, _read(tmp_path, "\n".join(lines), name))


def _without_repetitions(text: str) -> str:
    lines = text.split("\n")
    return "\n".join(line for at, line in enumerate(lines) if not at or line != lines[at - 1])


def test_dropped_repetitions_are_put_back_where_the_sums_allow_one_place(tmp_path: Path) -> None:
    cells = dict.fromkeys(facts(random.Random(0)), "0")
    for row in ("new", "granted", "handled"):
        cells |= {f"requests.{row}.natural": "11", f"requests.{row}.total": "11"}
    found = _read(tmp_path, _without_repetitions(report(cells, SHAPES["cell bar"])), "cell bar")
    unread = _unread(cells, found)
    assert {address.split(".")[0] for address in unread} == {"active"}
    assert found.cells["requests.new.natural"].placed == "sums"
    assert next(note for note in found.notes if note.code == "table_partial").details["part"] == "active"


def test_where_all_is_nought_nobody_can_tell_blanks_from_repetitions(tmp_path: Path) -> None:
    cells = dict.fromkeys(facts(random.Random(0)), "0")
    unread = _unread(cells, _read(tmp_path, _without_repetitions(report(cells, SHAPES["cell bar"])), "cell bar"))
    assert "requests.new.natural" in unread


@given(seed=SEEDS, name=st.sampled_from(["cell bar", "cell a line", "bar cell", "broken labels, cells"]))
@SLOW
def test_dropped_repetitions_make_none_wrong(tmp_path: Path, seed: int, name: str) -> None:
    cells = facts(random.Random(seed))
    _unread(cells, _read(tmp_path, _without_repetitions(report(cells, SHAPES[name])), name))


def test_label_and_first_value_in_one_cell(tmp_path: Path) -> None:
    cells = facts(random.Random(3))
    text = report(cells, SHAPES["row bars"]).replace("（一）予以公开 | ", "（一）予以公开")
    assert not _unread(cells, _read(tmp_path, text, "row bars"))


def test_a_total_row_that_lost_its_label_is_known_by_its_place(tmp_path: Path) -> None:
    cells = facts(random.Random(3))
    text = report(cells, SHAPES["row bars"]).replace("（七）总计 | ", "")
    assert not _unread(cells, _read(tmp_path, text, "row bars"))


@pytest.mark.parametrize(
    ("printed", "standard"),
    [
        ("三（一）予以公开", "（一）予以公开"),
        ("予以公开", "（一）予以公开"),
        ("(一) 予以公开", "（一）予以公开"),
        ('3.危及"三安全一稳定"', "3.危及“三安全一稳定”"),
        ("３．危及「三安全一稳定」", "3.危及“三安全一稳定”"),
        ("三（三）1.属于国家秘密", "1.属于国家秘密"),
        ("（二）部分公开", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）"),
    ],
)
def test_variants_of_labels(tmp_path: Path, printed: str, standard: str) -> None:
    cells = facts(random.Random(5))
    for name in ("cell bar", "row bars", "spaces"):
        shown = printed.replace(" ", "") if name == "spaces" else printed
        assert not _unread(cells, _read(tmp_path, report(cells, SHAPES[name]).replace(standard, shown), name))


def test_a_second_table_is_compared_and_never_merged(tmp_path: Path) -> None:
    cells = facts(random.Random(7))
    text = report(cells, SHAPES["torn spaces"])
    start, end = text.index("一、本年新收"), text.index("四、政府信息公开行政复议")
    again = text[start:end].replace("\n3.其他\n", "\n3.其他\n9 ", 1)
    found = _read(tmp_path, text[:end] + again + text[end:], "torn spaces")
    assert not _unread(cells, found)
    assert "table_again" in {note.code for note in found.notes}


def test_kinds_of_dispute_may_carry_ordinals(tmp_path: Path) -> None:
    cells = facts(random.Random(8))
    text = report(cells, SHAPES["cell bar"], disputes="three tables")
    for ordinal, label in zip("一二三", ["行政复议", "未经复议直接起诉", "复议后起诉"], strict=True):
        text = text.replace(f"\n{label} |", f"\n（{ordinal}）{label} |")
    assert not _unread(cells, _read(tmp_path, text, "cell bar"))


def test_a_kind_whose_label_is_glued_to_a_value_takes_no_other_kinds_values(tmp_path: Path) -> None:
    cells = facts(random.Random(8))
    text = report(cells, SHAPES["cell bar"], disputes="three tables").replace(
        " |\n未经复议直接起诉", "未经复议直接起诉"
    )
    assert "disputes.review.total" in _unread(cells, _read(tmp_path, text, "cell bar"))
