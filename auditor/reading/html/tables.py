"""HTML tables to grids: spans resolved, cells as text, layout tables told from tables of data."""

from __future__ import annotations

from functools import partial

from lxml.html import HtmlElement

from auditor.reading.blocks import Grid, Slot
from auditor.reading.prose import clean

LONGEST_CELL = 200
"""A cell with more text holds an article or a column of a page, not a value or a label."""
WIDEST_SPAN = 100
WIDEST = 300
"""No table of a report has nearly as many columns; a wider one is not read as a table."""
SKIPPED = frozenset(
    {"script", "style", "noscript", "head", "nav", "footer", "aside", "select", "button", "textarea", "iframe", "svg"}
    | {"object", "video", "audio", "template"}
)
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section"})


# Made for every cell of a page: the class's own constructor takes twice as long.
_slot = partial(tuple.__new__, Slot)


def text_of(element: HtmlElement) -> str:
    """The text of a cell; its lines are joined, with a space only where both sides are not Chinese."""
    only = element
    if len(element) == 1:
        # Most cells are one paragraph of plain text.
        only = element[0]
        if element.text or only.tail or not isinstance(only.tag, str) or only.tag in SKIPPED:
            only = element
    if len(only) == 0:
        return clean(only.text) if only.text else ""
    pieces: list[str] = []
    _gather(element, pieces)
    return clean("".join(pieces))


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        if isinstance(tag, str) and tag not in SKIPPED:
            if tag in _BREAKS:
                pieces.append("\n")
            _gather(child, pieces)
            if tag in _BREAKS:
                pieces.append("\n")
        if child.tail:
            pieces.append(child.tail)


def _span(written: str | None, most: int) -> int:
    """A rowspan or colspan as a browser takes it: at least 1, never beyond the table."""
    if written is None:
        return 1
    digits = written.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    # 0 means to the end of the table.
    return min(int(digits[:6]), most) or most


def grid_of(table: HtmlElement, where: str) -> Grid | None:
    """The grid of a table, None where it only lays out a page.

    A layout table holds other tables, a single cell, or a cell with a page of text.
    """
    if table.find(".//table") is not None:
        return None
    rows = list(table.iter("tr"))
    slots: list[Slot] = []
    taken: dict[int, int] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            while taken.get(column, 0) > number:
                column += 1
            if column > WIDEST:
                return None
            text = text_of(cell)
            if len(text) > LONGEST_CELL:
                return None
            rowspan = _span(cell.get("rowspan"), len(rows) - number)
            colspan = _span(cell.get("colspan"), WIDEST_SPAN)
            if rowspan > 1:
                taken.update(dict.fromkeys(range(column, column + colspan), number + rowspan))
            slots.append(_slot((number, column, rowspan, colspan, text)))
            column += colspan
        width = max(width, column)
    if len(slots) < 2:
        return None
    return Grid(tuple(slots), len(rows), width, where)
