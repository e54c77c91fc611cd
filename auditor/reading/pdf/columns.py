"""Tables without rulings: rows whose numbers stand below each other, where that is certain.

Steps: cut each line into pieces at wide gaps; take rows that end in numbers; gather those whose numbers
share columns; give each row the lines of its broken label; put heads above their columns.  What fits
nowhere stays a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.labels import claims, cut, labelled
from auditor.reading.pdf.lines import Line, narrow, spread_of, text_of
from auditor.reading.pdf.values import Glyph

_NUMBER = re.compile(r"[+-]?[0-9][0-9,.]*|[-—－/／]+")
_COLUMN_GAP = 1.5
"""Ems between two pieces of text that stand in different columns."""
_BESIDE_NUMBER = 1.0
"""Ems between a text and a number that stand in different columns."""
_BETWEEN_NUMBERS = 0.6
"""Ems between two digits that are of different numbers."""
_SURE_ROW = 5
"""Numbers in one row that make it a table's row though no other row is like it and no label stands by it."""
_HEAD_GAP = 0.5
"""Ems between two heads over neighbouring columns."""
_FEWEST_COLUMNS, _TORN_PIECES = 3, 3
"""Columns of a table whose heads may be torn, and pieces of a line that is none of prose."""
_LABEL_LINES = 2
"""Lines of a broken label above and below its numbers."""

Extent = tuple[float, float]


class Row(NamedTuple):
    """A line cut into pieces of text and, at its end, numbers."""

    line: Line
    texts: tuple[Line, ...]
    numbers: tuple[Line, ...]


def columned(lines: Sequence[Line], where: str) -> list[tuple[float, Line | Grid]]:
    """The lines of a page's prose, each with its top; rows that form a table become one Grid."""
    rows = [row_of(line) for line in lines]
    if not any(row.numbers for row in rows):
        return [(line.top, line) for line in lines]
    found: list[tuple[float, Line | Grid]] = []
    done = 0
    for start, end, columns in regions(rows):
        start, end = with_labels(rows, start, end, columns, done)
        body = rows[start:end]
        above = heads_above(rows[done:start], columns, labels=any(row.texts for row in body))
        heads = start - len(above)
        found += [(row.line.top, row.line) for row in rows[done:heads]]
        found.append((rows[heads].line.top, table(above, body, columns, where)))
        done = end
    found += [(row.line.top, row.line) for row in rows[done:]]
    return found


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
    while first and _NUMBER.fullmatch(text_of(parts[first - 1].glyphs, line.em, cell=True)):
        first -= 1
    return Row(line, tuple(parts[:first]), tuple(parts[first:]))


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


def with_labels(rows: Sequence[Row], start: int, end: int, columns: Sequence[Extent], floor: int) -> tuple[int, int]:
    """A body's range with the outer lines of its first and last label; a heading nearby belongs to neither."""
    low, high = start, end
    while low > max(floor, start - _LABEL_LINES) and _beside(rows[low - 1], columns):
        low -= 1
    while high < min(len(rows), end + _LABEL_LINES) and _beside(rows[high], columns):
        high += 1
    members = [low + index for found in claims(rows[low:high]).values() for index in found]
    return min([start, *members]), max([end, *(index + 1 for index in members)])


def _beside(row: Row, columns: Sequence[Extent]) -> bool:
    """Whether a line has no numbers and keeps to the labels' side."""
    return not row.numbers and row.line.x1 < columns[0][0]


def heads_above(rows: Sequence[Row], columns: Sequence[Extent], *, labels: bool) -> list[list[Line]]:
    """The rows of column heads at the end of ``rows``: two pieces or more, each over columns of its own.

    Heads broken into lines side by side make lines that fit no columns; such a line is one piece.  ``labels``:
    the body's rows have labels, which no heading stands to the right of.
    """
    heads: list[list[Line]] = []
    for row in reversed(rows):
        if row.numbers:
            break
        fine = [piece for text in row.texts for piece in cut(text, _HEAD_GAP * text.em)]
        pieces = next((pieces for pieces in (fine, list(row.texts)) if _are_heads(pieces, columns)), None)
        if pieces is None and not _is_torn_head(row.line, fine, columns, labels=labels):
            break
        heads.insert(0, [row.line] if pieces is None else pieces)
    return heads


def _is_torn_head(line: Line, pieces: Sequence[Line], columns: Sequence[Extent], *, labels: bool) -> bool:
    """Whether a line above a table's body can only be of its heads: in many pieces, or right of all labels."""
    return len(columns) >= _FEWEST_COLUMNS and (len(pieces) >= _TORN_PIECES or (labels and line.x0 >= columns[0][0]))


def _are_heads(pieces: Sequence[Line], columns: Sequence[Extent]) -> bool:
    spans = [_covered(piece, columns) for piece in pieces]
    if pieces[0].x1 < columns[0][0]:
        spans = spans[1:]
    return (
        len(pieces) > 1
        and bool(spans)
        and all(spans)
        and all(before[-1] < after[0] for before, after in pairwise(spans))
    )


def _covered(text: Line, columns: Sequence[Extent]) -> list[int]:
    return [i for i, (x0, x1) in enumerate(columns) if text.x0 < x1 and text.x1 > x0]


def table(heads: Sequence[Sequence[Line]], body: Sequence[Row], columns: Sequence[Extent], where: str) -> Grid:
    """The rows laid out: a column for group labels, one for labels, one for each column of numbers."""
    slots: list[Slot] = []
    for index, pieces in enumerate(heads):
        for piece in pieces:
            covered = _covered(piece, columns)
            column, span = (covered[0] + 2, len(covered)) if covered else (0, 2)
            slots.append(Slot(index, column, 1, span, text_of(piece.glyphs, piece.em, cell=True)))
    index = len(heads)
    for label in labelled(body):
        if label.group and label.text:
            slots += [Slot(index, 0, 1, 1, label.group), Slot(index, 1, 1, 1, label.text)]
        else:
            slots.append(Slot(index, 0, 1, 2, label.group or label.text))
        slots += _numbers(label.row, columns, index)
        index += 1
    return Grid(tuple(slots), index, len(columns) + 2, where)


def _numbers(row: Row, columns: Sequence[Extent], index: int) -> list[Slot]:
    """A cell for every column of a row with numbers; one where nothing is printed is blank."""
    if not row.numbers:
        return []
    texts = dict(zip(placed(row.numbers, columns) or (), row.numbers, strict=False))
    return [
        Slot(index, place + 2, 1, 1, text_of(texts[place].glyphs, row.line.em, cell=True) if place in texts else "")
        for place in range(len(columns))
    ]
