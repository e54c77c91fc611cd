"""Page borders told from tables: the line around a page, and the box that a website's print puts around an article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from auditor.reading.pdf.rulings import SNAP, Area, Lattice, areas
from auditor.reading.pdf.values import Edge, Glyph

_HIGHEST_ROW = 60.0
"""Points: no row of a report's table that is one cell across is higher."""
_LONG = 0.6
"""Share of the page's height from which on an upright line can be the page's border."""
_WIDE = 200.0
"""Points: a page's border stands farther apart."""
_BESIDE = 8.0
"""Points: a border that stands farther from a table's own side doesn't meet the table."""
_NARROW, _LOW = 9.0, 7.0
"""Points: a column and a row that can hold a digit are wider and higher."""
_SIDE = 20.0
"""Points: the side of a table is longer."""


def without_border(vertical: Sequence[Edge], height: float) -> list[Edge]:
    """The upright edges but for a border's: the outermost long ones, where others stand just inside of both."""
    sides = [edge for edge in vertical if edge.end - edge.start >= _SIDE]
    long = [edge for edge in sides if edge.end - edge.start >= _LONG * height]
    if len(long) < 2:
        return list(vertical)
    left, right = min(long, key=lambda edge: edge.at), max(long, key=lambda edge: edge.at)
    if right.at - left.at < _WIDE:
        # Both are one side's: the double line that a table has there.
        return list(vertical)
    inside = [edge.at for edge in sides if left.at < edge.at < right.at]
    near_left = [at for at in inside if 0.2 < at - left.at <= _BESIDE]
    near_right = [at for at in inside if 0.2 < right.at - at <= _BESIDE]
    if not near_left or not near_right:
        return list(vertical)
    first, last = min(near_left), max(near_right)
    return [edge for edge in vertical if first - 0.1 <= edge.at <= last + 0.1]


def without_gaps(lattice: Lattice, glyphs: Sequence[Glyph]) -> Lattice:
    """The lattice with the space between two cells' own borders taken for one line: too narrow to hold anything."""
    if not _has_gap(lattice.xs, _NARROW) and not _has_gap(lattice.ys, _LOW):
        return lattice
    points = [((glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2) for glyph in glyphs]
    xs = _closed(lattice.xs, _NARROW, lattice.vertical, points)
    ys = _closed(lattice.ys, _LOW, lattice.horizontal, [(y, x) for x, y in points])
    return lattice._replace(xs=xs, ys=ys)


def _has_gap(lines: Sequence[float], least: float) -> bool:
    return any(after - before < least for before, after in pairwise(lines))


def _closed(
    lines: Sequence[float], least: float, edges: Sequence[Edge], points: Sequence[tuple[float, float]]
) -> tuple[float, ...]:
    """Grid lines with those that stand closer than ``least``, and have nothing between, made one.

    A text that runs across both lines, where neither is drawn, doesn't stand between them.
    """
    kept = [lines[0]]
    for line in lines[1:]:
        low = kept[-1]
        between = [along for at, along in points if low < at < line] if line - low < least else [0.0]
        drawn = [edge for edge in edges if low - SNAP <= edge.at <= line + SNAP]
        if line - low < least and not any(edge.start < along < edge.end for along in between for edge in drawn):
            kept[-1] = (low + line) / 2
        else:
            kept.append(line)
    return tuple(kept)


def without_frame(lattice: Lattice) -> list[tuple[Lattice, list[Area]]]:
    """The tables in a lattice with their cells: a page border that tables touch is cut away.

    Between border and tables lie fields as wide as the page; higher than any row, they hold prose.
    """
    cells = areas(lattice)
    columns = len(lattice.xs) - 1
    tall = [
        cell
        for cell in cells
        if cell.colspan == columns and lattice.ys[cell.row + cell.rowspan] - lattice.ys[cell.row] > _HIGHEST_ROW
    ]
    if not tall:
        return [(lattice, cells)]
    parts: list[tuple[Lattice, list[Area]]] = []
    start = 0
    for end, after in [*((cell.row, cell.row + cell.rowspan) for cell in tall), (len(lattice.ys) - 1, 0)]:
        if end > start:
            part = lattice._replace(ys=lattice.ys[start : end + 1])
            parts.append((part, areas(part)))
        start = after
    return parts
