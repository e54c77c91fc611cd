"""Columns that an editor added to the form are left out; nothing that may be a value is."""

from __future__ import annotations

from auditor.reading.blocks import Grid, Slot
from auditor.reading.tables.extra_columns import without_extra_columns


def _grid(rows: list[list[str]], spans: dict[tuple[int, int], int] | None = None) -> Grid:
    slots = [
        Slot(at, column, 1, (spans or {}).get((at, column), 1), text)
        for at, row in enumerate(rows)
        for column, text in enumerate(row)
        if text != "←"
    ]
    return Grid(tuple(slots), len(rows), max(map(len, rows)), "表1")


def _texts(grid: Grid) -> list[list[str]]:
    return [[slot.text for slot in grid.slots if slot.row == row] for row in range(grid.rows)]


def test_a_column_that_counts_the_rows_is_left_out_wherever_it_stands() -> None:
    first = _grid([["序号", "信息内容", "处理决定数量"], ["1", "行政许可", "31"], ["2", "行政处罚", "4"]])
    between = _grid([["信息内容", "行次", "处理决定数量"], ["行政许可", "1", "31"], ["行政处罚", "2", "4"]])
    expected = [["信息内容", "处理决定数量"], ["行政许可", "31"], ["行政处罚", "4"]]
    for grid in map(without_extra_columns, (first, between)):
        assert _texts(grid) == expected
        assert grid.columns == 2
        assert {slot.column for slot in grid.slots} == {0, 1}


def test_without_its_head_a_first_column_counts_if_it_goes_up_by_one() -> None:
    rows = [["7", "（一）予以公开", "2"], ["8", "（二）部分公开", "2"], ["9", "1.属于国家秘密", "2"]]
    assert _texts(without_extra_columns(_grid(rows)))[0] == ["（一）予以公开", "2"]
    rows[1][0] = "9"
    assert _texts(without_extra_columns(_grid(rows))) == rows


def test_remarks_are_left_out_but_not_numbers_under_that_head() -> None:
    rows = [["信息内容", "处理决定数量", "备 注"], ["行政许可", "31", ""], ["行政处罚", "4", "已核对"]]
    assert _texts(without_extra_columns(_grid(rows))) == [row[:2] for row in rows]
    rows[2][2] = "5"
    assert _texts(without_extra_columns(_grid(rows))) == rows


def test_cells_that_span_such_a_column_are_narrower_without_it() -> None:
    rows = [["第二十条第（五）项", "←", "←"], ["序号", "信息内容", "数量"], ["1", "行政许可", "31"]]
    grid = without_extra_columns(_grid(rows, {(0, 0): 3}))
    assert grid.slots[0] == Slot(0, 0, 1, 2, "第二十条第（五）项")


def test_a_table_of_the_form_is_the_same() -> None:
    grid = _grid([["信息内容", "处理决定数量"], ["行政许可", "31"]])
    assert without_extra_columns(grid) is grid
