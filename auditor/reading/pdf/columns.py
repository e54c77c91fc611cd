"""Tables without rulings: rows whose numbers stand below each other, where that is certain.

Steps: cut each line into pieces at wide gaps; take rows that end in numbers; gather those whose numbers
share columns; join the lines of each text (``labels``); give each row its label; put heads above their
columns.  What fits nowhere stays a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.labels import Block, Label, blocks_of, labels_of, parted, pieces_of
from auditor.reading.pdf.lines import Line, narrow, spread_of, text_of
from auditor.reading.pdf.values import Edge, Glyph
from auditor.reading.tables.values import looks_like_value

_COLUMN_GAP = 1.5
"""Ems between two pieces of text that stand in different columns."""
_BESIDE_NUMBER = 1.0
"""Ems between a text and a number that stand in different columns."""
_BETWEEN_NUMBERS = 0.6
"""Ems between two digits that are of different numbers."""
_SURE_ROW = 5
"""Numbers in one row that make it a table's row though no other row is like it and no label stands by it."""
_LABEL_LINES, _HEAD_LINES = 3, 14
"""Lines of a broken label below its numbers, and lines of heads above a table's first row."""
_SENTENCE_END = frozenset("。！？；!?;")
_FIRST = frozenset("0123456789０１２３４５６７８９+-—–－/／减增无")
_LAST = frozenset("0123456789０１２３４５６７８９-—–－/／无元)）")
"""What a cell's content begins and ends with; a number with a measure word is prose more often."""
_HEADING = re.compile(r"第?[一二三四五六七八九十]{1,2}(?:[、.．]|部分|章)")

Extent = tuple[float, float]


class Row(NamedTuple):
    """A line cut into pieces of text and, at its end, numbers."""

    line: Line
    texts: tuple[Line, ...]
    numbers: tuple[Line, ...]


def columned(lines: Sequence[Line], rules: Sequence[Edge], where: str) -> list[tuple[float, Line | Grid]]:
    """The lines of a page's prose, each with its top; rows that form a table become one Grid.

    ``rules`` are the level rulings of the page: some tables rule their rows and not their columns.
    """
    rows = [row_of(line) for line in lines]
    if not any(row.numbers for row in rows):
        return [(line.top, line) for line in lines]
    found: list[tuple[float, Line | Grid]] = []
    done = 0
    for start, end, columns in regions(rows):
        if start < done:
            continue
        first = _heads_from(rows, start, done)
        laid = table(rows, first, start, end, columns, rules, where)
        found += [(row.line.top, row.line) for row in rows[done:first]]
        found.append((rows[first].line.top, laid.grid))
        done = laid.end
    found += [(row.line.top, row.line) for row in rows[done:]]
    return found


def _heads_from(rows: Sequence[Row], start: int, floor: int) -> int:
    """Where the heads above a table's first row of numbers begin: below the last heading or sentence."""
    first = start
    while first > max(floor, start - _HEAD_LINES):
        row = rows[first - 1]
        if row.numbers or (ends_text(row.line) and not _begins_label(row.line, rows[first].line)):
            break
        first -= 1
    return first


def _begins_label(line: Line, below: Line) -> bool:
    """Whether a line with a number goes on in the next one as a label does: as close, and in the same type."""
    step = (below.top + below.bottom - line.top - line.bottom) / 2
    return line.text[-1] not in _SENTENCE_END and step < 1.3 * line.em and abs(line.em - below.em) < 0.15 * line.em


def ends_text(line: Line) -> bool:
    """Whether a line ends what stands before a table: it is a heading, or the end of a sentence."""
    text = line.text
    return text[-1] in _SENTENCE_END or _HEADING.match(text) is not None


def heads_alone(lines: Sequence[Line], where: str) -> Grid:
    """Heads whose table begins on the next page."""
    pieces = [piece for index, line in enumerate(lines) for piece in pieces_of(index, (line,), anchored=False)]
    blocks = sorted(blocks_of(pieces, ()), key=lambda block: block.middle)
    found = _head_rows(blocks, [(0.0, 0.0)])
    slots = [slot._replace(row=index) for index, (_, row) in enumerate(found) for slot in row]
    return Grid(tuple(slots), len(found), 3, where)


def row_of(line: Line) -> Row:
    """A line cut at gaps that are wide for a line as spread out as this one."""
    glyphs = line.glyphs
    gaps = [after.x0 - before.x1 for before, after in pairwise(glyphs)]
    if not gaps or max(gaps) < _BETWEEN_NUMBERS * line.em:
        return Row(line, (line,), ())
    spread = spread_of(glyphs)
    pieces: list[list[Glyph]] = [[glyphs[0]]]
    for gap, before, after in zip(gaps, glyphs, glyphs[1:], strict=False):
        beside = narrow(before.text) + narrow(after.text)
        limit = (_COLUMN_GAP, _BESIDE_NUMBER, _BETWEEN_NUMBERS)[beside] * line.em + spread
        if gap > limit:
            pieces.append([])
        pieces[-1].append(after)
    parts = [
        line._replace(glyphs=tuple(piece), x0=piece[0].x0, x1=max(glyph.x1 for glyph in piece)) for piece in pieces
    ]
    first = len(parts)
    while first and _is_value(text_of(parts[first - 1].glyphs, line.em, cell=True)):
        first -= 1
    return Row(line, tuple(parts[:first]), tuple(parts[first:]))


def _is_value(text: str) -> bool:
    """Whether a text can be the content of a cell: a number with or without its unit, or a mark for none."""
    return text[0] in _FIRST and text[-1] in _LAST and looks_like_value(text)


def regions(rows: Sequence[Row]) -> Iterator[tuple[int, int, list[Extent]]]:
    """Index ranges of rows that form a table's body, with the columns of its numbers.

    A line without numbers stays in the range only where it keeps to the labels' side.
    """
    start: int | None = None
    end = 0
    columns: list[Extent] = []
    for index, row in enumerate(rows):
        if start is not None:
            places = placed(row.numbers, columns) if row.numbers else None
            if places is not None and (not row.texts or row.texts[-1].x1 < columns[0][0]):
                for place, number in zip(places, row.numbers, strict=True):
                    columns[place] = (min(columns[place][0], number.x0), max(columns[place][1], number.x1))
                end = index + 1
                continue
            if _beside(row, columns):
                continue
            yield start, end, columns
            start = None
        if _begins(row):
            columns = [(number.x0, number.x1) for number in row.numbers]
            start, end = index, index + 1
    if start is not None:
        yield start, end, columns


def _begins(row: Row) -> bool:
    return bool(row.numbers) and (
        len(row.numbers) >= _SURE_ROW or len(row.texts) == 1 or (len(row.texts) == 2 and len(row.numbers) > 1)
    )


def placed(numbers: Sequence[Line], columns: Sequence[Extent]) -> list[int] | None:
    """The column of each number: the one that it overlaps, or the nearest by far; None where that isn't certain."""
    if len(numbers) > len(columns):
        return None
    places: list[int] = []
    for number in numbers:
        over = [i for i, (x0, x1) in enumerate(columns) if number.x0 < x1 and number.x1 > x0]
        if not over and len(numbers) == len(columns):
            middle = (number.x0 + number.x1) / 2
            near = sorted((abs(middle - (x0 + x1) / 2), i) for i, (x0, x1) in enumerate(columns))
            over = [near[0][1]] if len(near) > 1 and near[0][0] < 0.5 * near[1][0] else []
        if len(over) != 1 or (places and over[0] <= places[-1]):
            return None
        places.append(over[0])
    return places


class Laid(NamedTuple):
    """A table as laid out, and the index of the first line that is no longer of it."""

    grid: Grid
    end: int


def table(
    rows: Sequence[Row],
    first: int,
    start: int,
    end: int,
    columns: Sequence[Extent],
    rules: Sequence[Edge],
    where: str,
) -> Laid:
    """The table whose heads begin at line ``first`` and whose numbers stand in the lines from ``start`` to ``end``.

    It has a column for group labels, one for labels, one for each column of numbers.
    """
    tail = end
    while tail < min(len(rows), end + _LABEL_LINES) and _beside(rows[tail], columns):
        tail += 1
    pieces = [
        piece
        for index in range(first, tail)
        for piece in pieces_of(index, rows[index].texts, anchored=bool(rows[index].numbers))
    ]
    blocks = blocks_of(pieces, rules)
    numbered = [row for row in rows[start:end] if row.numbers]
    heights = [(row.numbers[0].top + row.numbers[0].bottom) / 2 for row in numbered]
    edge = columns[0][0]
    blocks = [part for block in blocks for part in parted(block, heights, edge)]
    labels = labels_of(heights, edge, blocks)
    used = {id(block) for label in labels for block in (label.own, *label.groups) if block is not None}
    # Lines below the last row are its label's, or they are no part of the table.
    stays = [block for block in blocks if id(block) in used or block.pieces[-1].row < end]
    end = max([end, *(piece.row + 1 for block in stays for piece in block.pieces)])
    free = sorted((block for block in stays if id(block) not in used), key=lambda block: block.middle)
    if any(block.pieces[0].row >= start and _is_value(block.text) for block in free):
        # A number that is of no row: the rows aren't what they seem, so no label is certain.
        labels = [Label(None, ())] * len(labels)
    laid: list[tuple[float, list[Slot]]] = [
        (height, _row_slots(label, row, columns)) for height, label, row in zip(heights, labels, numbered, strict=True)
    ]
    laid += _head_rows(free, columns)
    laid.sort(key=lambda entry: entry[0])
    slots = [slot._replace(row=index) for index, (_, found) in enumerate(laid) for slot in found]
    return Laid(Grid(tuple(slots), len(laid), len(columns) + 2, where), end)


def _beside(row: Row, columns: Sequence[Extent]) -> bool:
    """Whether a line has no numbers and keeps to the labels' side."""
    return not row.numbers and row.line.x1 < columns[0][0]


def _row_slots(label: Label, row: Row, columns: Sequence[Extent]) -> list[Slot]:
    group = "".join(block.text for block in label.groups)
    text = label.own.text if label.own else ""
    slots = [Slot(0, 0, 1, 1, group), Slot(0, 1, 1, 1, text)] if group else [Slot(0, 0, 1, 2, text)]
    # A cell where nothing is printed is blank.
    texts = dict(zip(placed(row.numbers, columns) or (), row.numbers, strict=False))
    for place in range(len(columns)):
        shown = text_of(texts[place].glyphs, row.line.em, cell=True) if place in texts else ""
        slots.append(Slot(0, place + 2, 1, 1, shown))
    return slots


def _head_rows(blocks: Sequence[Block], columns: Sequence[Extent]) -> list[tuple[float, list[Slot]]]:
    """Texts that stand beside no numbers, those of one height in one row, each above the columns that it covers."""
    found: list[tuple[float, list[Slot]]] = []
    for block in blocks:
        covered = [i for i, (x0, x1) in enumerate(columns) if block.x0 < x1 and block.x1 > x0]
        over = covered and (block.x0 + block.x1) / 2 >= columns[0][0] - block.pieces[0].line.em
        column, span = (covered[0] + 2, len(covered)) if over else (0, 2)
        slot = Slot(0, column, 1, span, block.text)
        if found and block.middle - found[-1][0] < 0.5 * block.pieces[0].line.em:
            found[-1][1].append(slot)
        else:
            found.append((block.middle, [slot]))
    return [(height, sorted(slots, key=lambda slot: slot.column)) for height, slots in found]
