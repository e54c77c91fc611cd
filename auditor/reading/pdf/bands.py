"""Lines of numbers gathered to the rows that they are: a cell's second line is nearer than the next row."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.pdf.lines import Line, middle, text_of
from auditor.reading.pdf.regions import CLOSE, Extent, placed
from auditor.reading.pdf.rows import Row
from auditor.reading.pdf.values import Edge

_STEP_SHARE = 0.75
"""Times the usual step of two rows between lines that are nearer than two rows can be."""

_RULED = 0.4
"""Share of the lines of numbers with a ruling below from which on a table rules all its rows."""


class Band(NamedTuple):
    """A table's row: its height, its lines by index, the pieces of each column's number from the top."""

    height: float
    lines: tuple[int, ...]
    pieces: dict[int, list[Line]]

    def text(self, column: int) -> str:
        """What stands in one of the columns; a number broken by its column's width is whole."""
        return "".join(text_of(piece.glyphs, piece.em, cell=True) for piece in self.pieces.get(column, ()))


def bands_of(rows: Sequence[Row], start: int, end: int, columns: Sequence[Extent], rules: Sequence[Edge]) -> list[Band]:
    """The rows of a table's body; level ``rules`` between all its rows tell them without doubt."""
    numbered = [(index, rows[index]) for index in range(start, end) if rows[index].numbers]
    heights = [_height(row) for _, row in numbered]
    steps = [below - above for above, below in pairwise(heights)]
    usual = middle([step for step in steps if step > rows[start].line.em] or [math.inf])
    across = sorted(rule.at for rule in rules if rule.start < columns[-1][1] and rule.end > columns[0][0])
    ruled = [bisect_left(across, below) > bisect_left(across, above) for above, below in pairwise(heights)]
    groups: list[list[tuple[int, Row]]] = [[numbered[0]]]
    for step, parted, entry in zip(steps, ruled, numbered[1:], strict=True):
        close = step < min(CLOSE * entry[1].line.em, _STEP_SHARE * usual)
        goes_on = sum(ruled) >= _RULED * len(ruled) and not (entry[1].texts and any(row.texts for _, row in groups[-1]))
        if parted or not (close or goes_on):
            groups.append([])
        groups[-1].append(entry)
    return [_band(group, columns) for group in groups]


def _height(row: Row) -> float:
    return (row.numbers[0].top + row.numbers[0].bottom) / 2


def _band(group: Sequence[tuple[int, Row]], columns: Sequence[Extent]) -> Band:
    pieces: dict[int, list[Line]] = {}
    for _, row in group:
        for place, number in zip(placed(row.numbers, columns) or (), row.numbers, strict=False):
            pieces.setdefault(place, []).append(number)
    height = (_height(group[0][1]) + _height(group[-1][1])) / 2
    return Band(height, tuple(index for index, _ in group), pieces)
