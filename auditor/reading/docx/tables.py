"""Tables of a Word document: rows and cells at their grid positions, merged ones with their spans."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from auditor.reading.docx.names import child_of, occurring, value_of, w, whole

_MOST_COLUMNS = 1_000
"""Word itself allows 63."""
_ROW, _CELL, _TABLE = w("tr"), w("tc"), w("tbl")
_SPAN, _DOWN, _ACROSS, _VALUE = w("gridSpan"), w("vMerge"), w("hMerge"), w("val")
_DELETED, _MERGED = w("cellDel"), w("cellMerge")
# Rows that are not printed: their deletion is tracked, or they are hidden.
_GONE = (w("del"), w("hidden"))
# Controls and tracked insertions stand between a table and its rows, or a row and its cells.
_WRAPPERS = tuple(map(w, ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")))


class Cell(NamedTuple):
    """A cell's element at its upper left grid position."""

    row: int
    column: int
    rowspan: int
    colspan: int
    element: Any


class Layout(NamedTuple):
    """A table's cells in reading order and its size."""

    cells: list[Cell]
    rows: int
    columns: int


class Shape(NamedTuple):
    """The elements that bear on a table's shape and occur in this document."""

    wrappers: tuple[str, ...]
    spans: tuple[str, ...]

    @classmethod
    def of(cls, body: Any) -> Shape:
        """That of one document's body."""
        return cls(occurring(body, _WRAPPERS), occurring(body, (_SPAN, _DOWN, _ACROSS, _DELETED, _MERGED)))


def children(element: Any, tag: str, shape: Shape) -> Iterator[Any]:
    """The children of that name, those inside content controls and insertions included."""
    for child in element.iterchildren(tag, *shape.wrappers):
        if child.tag == tag:
            yield child
        else:
            yield from children(child, tag, shape)


def layout(table: Any, shape: Shape) -> Layout:
    """The cells of a ``w:tbl``; rows and cells whose deletion is tracked are gone."""
    cells: list[Cell] = []
    open_below: dict[int, int] = {}  # grid column -> index in cells of a vertical merge that may go on
    rows = columns = 0
    for row in children(table, _ROW, shape):
        properties = child_of(row, "trPr")
        if properties is not None and next(properties.iterchildren(*_GONE), None) is not None:
            continue
        column = _number(properties, "gridBefore", 0)
        going: dict[int, int] = {}
        last: int | None = None
        for element in children(row, _CELL, shape):
            span, merge, across = _spans(element, shape)
            if merge == "deleted":
                continue
            above = open_below.get(column)
            if across == "continue" and last is not None:
                cells[last] = cells[last]._replace(colspan=cells[last].colspan + span)
            elif merge == "continue" and above is not None and cells[above].colspan == span:
                cells[above] = cells[above]._replace(rowspan=cells[above].rowspan + 1)
                going[column], last = above, None
            else:
                cells.append(Cell(rows, column, 1, span, element))
                last = len(cells) - 1
                if merge is not None:
                    going[column] = last
            column += span
        columns = max(columns, column + _number(properties, "gridAfter", 0))
        open_below = going
        rows += 1
    return Layout(cells, rows, columns)


def _number(settings: Any | None, name: str, default: int) -> int:
    return min(whole(value_of(settings, name), default), _MOST_COLUMNS)


def _spans(cell: Any, shape: Shape) -> tuple[int, str | None, str | None]:
    """Columns that a cell spans, and whether a vertical or horizontal merge starts or goes on in it.

    A merge is None, ``restart`` or ``continue``, which is what a bare element means; a vertical one is
    ``deleted`` where the cell itself is.
    """
    span, down, across = 1, None, None
    settings = child_of(cell, "tcPr") if shape.spans else None
    if settings is None:
        return span, down, across
    for entry in settings.iterchildren(*shape.spans):
        value = entry.get(_VALUE)
        if entry.tag == _SPAN:
            span = min(max(whole(value, 1), 1), _MOST_COLUMNS)
        elif entry.tag == _DOWN:
            down = value or "continue"
        elif entry.tag == _ACROSS:
            across = value or "continue"
        elif entry.tag == _MERGED:
            # A tracked merge or split; accepted, it stands for the merge itself.
            down = {"cont": "continue", "rest": "restart"}.get(entry.get(w("vMerge"), ""), down)
        else:
            return span, "deleted", None
    return span, down, across


def holds_page(table: Layout, element: Any) -> bool:
    """Whether a table lays out a page instead of holding data.

    It has one column, which is a frame around text, or the tables inside it have more cells than itself.
    """
    if all(cell.column == 0 and cell.colspan == table.columns for cell in table.cells):
        return True
    if not has_tables(element):
        return False
    inside = sum(1 for cell in table.cells for inner in cell.element.iter(_CELL) if inner is not cell.element)
    return inside > len(table.cells)


def has_tables(element: Any) -> bool:
    """Whether another table stands inside a table or cell."""
    return next((inner for inner in element.iter(_TABLE) if inner is not element), None) is not None
