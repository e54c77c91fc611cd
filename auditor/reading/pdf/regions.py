"""Which lines of a page form the body of a table without rulings, and where the columns of its numbers stand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.pdf.lines import Line
from auditor.reading.pdf.rows import Row

_SURE_ROW = 5
"""Numbers in one row that make it a table's row though no other row is like it and no label stands by it."""
_APART = 0.4
"""Ems of the type that columns leave free between each other."""
CLOSE = 1.15
"""Ems between lines of numbers that are nearer than two rows can be."""
_LINE_STEP = 2.0
"""Ems between two lines of one cell at most."""
_MOST_COLUMNS = 20
"""No table of a report has as many columns of numbers."""

Extent = tuple[float, float]


class Region(NamedTuple):
    """The lines from ``start`` to ``end`` are a table's body; ``columns`` are those of its numbers."""

    start: int
    end: int
    columns: list[Extent]


def regions(rows: Sequence[Row], before: Sequence[Extent] = ()) -> Iterator[Region]:
    """The tables' bodies among the lines of a page.

    A line without numbers stays in a body only where it keeps to the labels' side.  ``before`` are the
    columns of a table that the previous page ended with: this one may go on with it.
    """
    start: int | None = None
    end = floor = 0
    columns: list[Extent] = []
    labels = 0.0
    held = list(before)
    for index, row in enumerate(rows):
        if start is not None:
            fitted = fit(row, columns, labels, close=is_close(rows[end - 1], row))
            if fitted is not None:
                columns, end = fitted, index + 1
                labels = max(labels, *(text.x1 for text in row.texts)) if row.texts else labels
                continue
            if is_beside(row, columns):
                labels = max(labels, row.line.x1)
                continue
            yield Region(start, end, columns)
            start, floor = None, end
        if held and not (row.numbers or is_beside(row, held)):
            held = []
        going_on = fit(row, held, 0.0) if held else None
        if going_on is not None and len(going_on) == len(held):
            columns = going_on
        elif _begins(rows, index):
            columns = [(number.x0, number.x1) for number in row.numbers]
        else:
            continue
        start, columns = _upwards(rows, index, floor, columns)
        end, held = index + 1, []
        labels = max((text.x1 for text in row.texts), default=0.0)
    if start is not None:
        yield Region(start, end, columns)


def _upwards(rows: Sequence[Row], start: int, floor: int, columns: list[Extent]) -> tuple[int, list[Extent]]:
    """Where a body begins, and its columns: numbers alone right above its first row are lines of that row's cells."""
    while start > floor and _height(rows[start]) - _height(rows[start - 1]) < _LINE_STEP * rows[start].line.em:
        row = rows[start - 1]
        fitted = None if row.texts else fit(row, columns, 0.0, close=is_close(row, rows[start]))
        if fitted is None:
            break
        start, columns = start - 1, fitted
    return start, columns


def is_close(row: Row, below: Row) -> bool:
    """Whether two lines of numbers stand closer than two rows can."""
    return _height(below) - _height(row) < CLOSE * below.line.em


def is_beside(row: Row, columns: Sequence[Extent]) -> bool:
    """Whether a line has no numbers and keeps to the labels' side."""
    return not row.numbers and row.line.x1 < columns[0][0]


def _begins(rows: Sequence[Row], index: int) -> bool:
    row = rows[index]
    numbers, texts = len(row.numbers), len(row.texts)
    if not numbers or numbers >= _SURE_ROW:
        return numbers > 0
    if texts:
        return texts == 1 or texts <= numbers
    # Numbers in the middle of a label of several lines.
    near = [rows[at] for at in (index - 1, index + 1) if 0 <= at < len(rows)]
    return numbers > 1 and any(
        not other.numbers
        and other.line.x1 < row.numbers[0].x0
        and abs(_height(other) - _height(row)) < 1.5 * row.line.em
        for other in near
    )


def _height(row: Row) -> float:
    return (row.line.top + row.line.bottom) / 2


def fit(row: Row, columns: Sequence[Extent], labels: float, *, close: bool = False) -> list[Extent] | None:
    """The columns with a row's numbers in them, new ones among them; None where a number's column isn't certain.

    ``labels`` is how far to the right the labels of the rows before reach; a number alone in its line makes a
    column only where it stands ``close`` to another line.
    """
    if not row.numbers:
        return None
    places = placed(row.numbers, columns)
    if places is not None:
        fitted = list(columns)
        for place, number in zip(places, row.numbers, strict=True):
            fitted[place] = (min(fitted[place][0], number.x0), max(fitted[place][1], number.x1))
    elif not row.texts and len(row.numbers) == 1 and not close:
        return None
    else:
        fitted = _grown(row.numbers, columns, _APART * row.line.em)
    if not fitted or len(fitted) > _MOST_COLUMNS:
        return None
    reach = max(labels, row.texts[-1].x1) if row.texts else labels
    return fitted if reach < fitted[0][0] else None


def _grown(numbers: Sequence[Line], columns: Sequence[Extent], apart: float) -> list[Extent]:
    """The columns with one more for each number that stands apart from all of them; none where that isn't certain."""
    found = list(columns)
    taken: set[int] = set()
    fresh: list[Extent] = []
    for number in numbers:
        over = [i for i, (x0, x1) in enumerate(columns) if number.x0 < x1 and number.x1 > x0]
        if len(over) > 1 or not taken.isdisjoint(over):
            return []
        if over:
            taken.add(over[0])
            found[over[0]] = (min(found[over[0]][0], number.x0), max(found[over[0]][1], number.x1))
        else:
            fresh.append((number.x0, number.x1))
    found = sorted([*found, *fresh])
    return found if all(after[0] - before[1] >= apart for before, after in pairwise(found)) else []


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
