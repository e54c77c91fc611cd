"""HTML tables to grids: spans resolved, cells as text, layout tables told from tables of data.

rows of the table alone -> slots -> is it data at all -> parted at rows that are headings or prose
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from operator import itemgetter
from typing import cast

from lxml import etree
from lxml.html import HtmlElement

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.headings import heading_of
from auditor.reading.html.rows import is_prose_row
from auditor.reading.prose import clean

LONGEST_CELL = 200
"""A cell with more text beside others holds an article or a column of a page, not a value or a label."""
WIDEST_SPAN = 100
WIDEST = 300
"""No table of a report has nearly as many columns; a wider one is not read as a table."""
PICTURE = "\ufffc"
"""Stands in a cell's text for an image: what it shows is not known."""
_TINY = 4
_BREAKS = frozenset({"br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "section"})
_CELLS = frozenset({"td", "th"})
_TEXT = itemgetter(4)
_WITH_ROWSPAN = etree.XPath("descendant::*/@rowspan/..")
_WITH_COLSPAN = etree.XPath("descendant::*/@colspan/..")
"""Asked once a table: asking each cell takes a third of the time of reading it."""
_NO_TEXT = frozenset({"img", "input", "sup"})
"""Their text is not what they show."""
_TYPED = frozenset({None, "", "text", "number", "tel"})


# Made for every cell of a page: the class's own constructor takes twice as long.
_new = cast("Callable[[type[Slot], tuple[int, int, int, int, str]], Slot]", tuple.__new__)


def text_of(element: HtmlElement) -> str:
    """The text of a cell; its lines are joined, with a space only where both sides are not Chinese."""
    only = element
    while True:
        # Most cells are plain text, one paragraph of it, or one span in that.
        count = len(only)
        if count == 0:
            text = only.text
            return clean(text) if text else ""
        if count > 1 or only.text:
            break
        child = only[0]
        if child.tail or child.tag in _NO_TEXT:
            break
        only = child
    pieces: list[str] = []
    _gather(element, pieces)
    return clean("".join(pieces))


def _gather(element: HtmlElement, pieces: list[str]) -> None:
    if element.text:
        pieces.append(element.text)
    for child in element:
        tag = child.tag
        if tag in _BREAKS:
            pieces.append("\n")
            _gather(child, pieces)
            pieces.append("\n")
        elif tag == "img":
            pieces.append("" if is_tiny(child, _TINY) else PICTURE)
        elif tag == "input":
            pieces.append(child.get("value", "") if child.get("type") in _TYPED else "")
        elif tag == "sup":
            # The number of a footnote is no digit of the value before it.
            pieces.append(f"[{text_of_plain(child)}]")
        else:
            _gather(child, pieces)
        if child.tail:
            pieces.append(child.tail)


def text_of_plain(element: HtmlElement) -> str:
    """All text below an element as it stands in the source."""
    return "".join(element.itertext())


def is_tiny(image: HtmlElement, limit: int) -> bool:
    """Whether an image is told to be smaller than ``limit`` pixels either way: a blank or an icon."""
    return any(
        (size := image.get(name, "").removesuffix("px")).isdecimal() and int(size[:6]) < limit
        for name in ("width", "height")
    )


def _span(written: str | None, most: int) -> int:
    """A rowspan or colspan as a browser takes it: at least 1, never beyond the table."""
    if written is None:
        return 1
    digits = written.strip()
    if not (digits.isascii() and digits.isdigit()):
        return 1
    # 0 means to the end of the table.
    return min(int(digits[:6]), most) or most


def _own_rows(table: HtmlElement) -> list[HtmlElement] | None:
    """The table's rows, in the order shown; None where tables with rows of their own stand in it."""
    inner = list(table.iterdescendants("table"))
    for nested in inner:
        cells = nested.iter("td", "th")
        if next(cells, None) is not None and next(cells, None) is not None:
            return None
    rows = list(table.iter("tr"))
    if inner:
        # Boxes of one cell within the cells: part of their text.
        rows = [row for row in rows if next(row.iterancestors("table")) is table]
    foot = table.find("tfoot")
    if foot is not None:
        last = set(foot.iter("tr"))
        rows = [row for row in rows if row not in last] + [row for row in rows if row in last]
    return rows


def _slots_of(rows: Sequence[HtmlElement], table: HtmlElement) -> tuple[list[list[Slot]], int] | None:
    """The slots by row and the number of columns; None where it is far too wide."""
    found: list[list[Slot]] = []
    spanning = {*_WITH_ROWSPAN(table), *_WITH_COLSPAN(table)}
    taken: dict[int, int] = {}
    width = 0
    for number, row in enumerate(rows):
        column = 0
        slots: list[Slot] = []
        for cell in row:
            if cell.tag not in _CELLS:
                continue
            while column in taken and taken[column] > number:
                column += 1
            if cell not in spanning:
                slots.append(_new(Slot, (number, column, 1, 1, text_of(cell))))
                column += 1
                continue
            if column > WIDEST:
                return None
            rowspan, colspan = _span(cell.get("rowspan"), len(rows) - number), _span(cell.get("colspan"), WIDEST_SPAN)
            if rowspan > 1:
                taken.update(dict.fromkeys(range(column, column + colspan), number + rowspan))
            slots.append(_new(Slot, (number, column, rowspan, colspan, text_of(cell))))
            column += colspan
        width = max(width, column)
        found.append(slots)
    return (found, width) if width <= WIDEST + WIDEST_SPAN else None


def table_blocks(table: HtmlElement, where: str) -> list[Block] | None:
    """A table as grids, with the paragraphs that stand among its rows; None where it only lays out a page.

    A layout table holds other tables, rows of one cell only, or a cell with a page of text beside others.
    """
    rows = _own_rows(table)
    laid = _slots_of(rows, table) if rows else None
    if laid is None:
        return None
    by_row, width = laid
    filled = [list(filter(_TEXT, slots)) for slots in by_row]
    if width < 2 or max(map(len, filled)) < 2:
        return None
    if any(len(slots) > 1 and max(map(len, map(_TEXT, slots))) > LONGEST_CELL for slots in filled):
        return None
    return [*_caption(table, where), *_parted(by_row, filled, width, where)]


def _caption(table: HtmlElement, where: str) -> Iterator[Block]:
    """The caption where it is the heading of a part; other captions only name the table."""
    caption = table.find("caption")
    if caption is not None:
        text = text_of(caption)
        heading = heading_of(text)
        if heading is not None and heading.rank > 0:
            yield Paragraph(text, where)


def parted(by_row: Sequence[Sequence[Slot]], width: int, where: str) -> Iterator[Block]:
    """The rows of a table as grids between the rows that are paragraphs."""
    return _parted(by_row, [list(filter(_TEXT, slots)) for slots in by_row], width, where)


def _parted(
    by_row: Sequence[Sequence[Slot]], filled: Sequence[Sequence[Slot]], width: int, where: str
) -> Iterator[Block]:
    among_prose = True
    start = 0
    for number, slots in enumerate(filled):
        if len(slots) != 1:
            among_prose = among_prose and not slots
            continue
        if is_prose_row(slots[0], len(by_row[number]) == 1, among_prose):
            yield from _grid(by_row[start:number], start, width, where)
            yield Paragraph(slots[0].text, f"{where}第{number + 1}行")
            start = number + 1
            among_prose = True
        else:
            among_prose = False
    yield from _grid(by_row[start:], start, width, where)


def _grid(rows: Sequence[Sequence[Slot]], start: int, width: int, where: str) -> Iterator[Grid]:
    slots = list(chain.from_iterable(rows))
    if not any(map(_TEXT, slots)):
        return
    if start:
        slots = [slot._replace(row=slot.row - start) for slot in slots]
    yield Grid(tuple(slots), len(rows), width, where)
