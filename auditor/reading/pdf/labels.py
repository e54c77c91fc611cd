"""Labels of an unruled table's rows: the lines of a broken label find their row.

A cell's text is set in the middle of its row, so the lines of a broken label stand around the row's
numbers at equal distances.  Lines that don't are kept as rows of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from auditor.reading.pdf.lines import Line, spread_of, text_of

if TYPE_CHECKING:
    from auditor.reading.pdf.columns import Row

_LABEL_GAP = 0.4
"""Ems between two labels in neighbouring columns; inside a label glyphs touch."""
_EVEN = 0.3
"""Ems by which the distances of two lines from their row's middle may differ."""
_FARTHEST = 4.0
"""Ems from a row's middle within which a line of its label stands."""


class Label(NamedTuple):
    """A row with its own label and that of its group, if one stands beside it."""

    row: Row
    group: str
    text: str


def claims(rows: Sequence[Row]) -> dict[int, list[int]]:
    """For each row with numbers the lines without that are of its label."""
    own = [_parts(row.texts) for row in rows]
    free = {index for index, row in enumerate(rows) if not row.numbers}
    claimed: dict[int, list[int]] = {}
    for index, row in enumerate(rows):
        if row.numbers:
            claimed[index] = _around(rows, index, own, free)
            free.difference_update(claimed[index])
    return claimed


def labelled(rows: Sequence[Row]) -> list[Label]:
    """The rows of a table's body with whole labels; lines that belong to none stay rows without numbers."""
    own = [_parts(row.texts) for row in rows]
    claimed = claims(rows)
    taken = {index for found in claimed.values() for index in found}
    result: list[Label] = []
    for index, row in enumerate(rows):
        if index in claimed:
            parts = [part for i in sorted([*claimed[index], index]) for part in own[i]]
            last = own[index][-1] if own[index] else parts[-1] if parts else None
            label = [part for part in parts if last and _overlap(part, last)]
            group = [part for part in parts if last and not _overlap(part, last)]
            result.append(Label(row, _text(group), _text(label)))
        elif index not in taken:
            result.append(Label(row, "", _text(own[index])))
    return result


def _around(rows: Sequence[Row], index: int, own: Sequence[list[Line]], free: set[int]) -> list[int]:
    """Pairs of lines, one above and one below a row, that stand equally far from its middle."""
    em = rows[index].line.em
    above, below = _run(free, index, -1), _run(free, index, +1)
    claimed: list[int] = []
    for upper in above:
        up = _distance(rows[upper], rows[index])
        for lower in below:
            down = _distance(rows[lower], rows[index])
            column = own[index][-1] if own[index] else own[lower][-1]
            if (
                abs(up - down) <= _EVEN * em
                and max(up, down) <= _FARTHEST * em
                and any(_overlap(part, column) for part in own[upper])
                and any(_overlap(part, column) for part in own[lower])
            ):
                claimed += [upper, lower]
                below.remove(lower)
                break
    return claimed


def _run(free: set[int], index: int, step: int) -> list[int]:
    """The free lines next to a row in one direction, the nearest first."""
    found: list[int] = []
    while (index := index + step) in free:
        found.append(index)
    return found


def _distance(one: Row, other: Row) -> float:
    return abs(one.line.top + one.line.bottom - other.line.top - other.line.bottom) / 2


def _overlap(one: Line, other: Line) -> bool:
    return one.x0 < other.x1 and one.x1 > other.x0


def _parts(texts: Sequence[Line]) -> list[Line]:
    """The labels of one line, cut where a gap shows that two columns of labels stand side by side."""
    return [part for text in texts for part in cut(text, _LABEL_GAP * text.em + spread_of(text.glyphs))]


def cut(text: Line, limit: float) -> list[Line]:
    """A line's pieces between gaps of more than ``limit`` points."""
    parts: list[Line] = []
    start = 0
    for at, (before, after) in enumerate(pairwise(text.glyphs), 1):
        if after.x0 - before.x1 > limit:
            parts.append(_part(text, start, at))
            start = at
    return [*parts, _part(text, start, len(text.glyphs))]


def _part(text: Line, start: int, end: int) -> Line:
    glyphs = text.glyphs[start:end]
    return text._replace(glyphs=glyphs, x0=glyphs[0].x0, x1=max(glyph.x1 for glyph in glyphs))


def _text(parts: Sequence[Line]) -> str:
    return "".join(text_of(part.glyphs, part.em, cell=True) for part in parts)
