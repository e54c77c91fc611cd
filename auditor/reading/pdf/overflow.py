"""Labels that run over their cell's end, over the ruling into the cell below."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from auditor.reading.pdf.cells import Owner
from auditor.reading.pdf.lines import lines_of
from auditor.reading.pdf.rulings import Area
from auditor.reading.pdf.values import Glyph

_ROWS = 3
"""Lines of a table with a row below its first."""
_OVER = 1.0
"""Points by which a line that runs over a ruling or another line does so at least."""
_ACROSS = 0.25
"""Share of its height by which a character stands above the ruling that it runs over; brackets are rather high."""
_BELOW = 2.0
"""Times its height from the middle of a character to that of the one above it in an upright label."""


def lift_overflow(owner: Owner) -> None:
    """Give the first row's cells the lines that they let run over their end, into the cells below them.

    A cell that the page's end tears may be given too little room on the next page.  Its last line then crosses
    the ruling and stands closer to the next cell's first line than the lines of one cell do.
    """
    if len(owner.lattice.ys) < _ROWS:
        return
    wall = owner.lattice.ys[1]
    for cell in owner.cells:
        held = owner.held.get(cell, ())
        if cell.row != 1 or min((glyph.top for glyph in held), default=wall) > wall - _OVER:
            continue
        lines = lines_of(held)
        if len(lines) < 2 or lines[1].top >= lines[0].bottom - _OVER or lines[1].top < wall:
            continue
        above = owner.fields[0, cell.column]
        owner.held[above].extend(lines[0].glyphs)
        owner.held[cell] = [glyph for line in lines[1:] for glyph in line.glyphs]


def lift_upright(owner: Owner) -> None:
    """Give upright labels back the last character that their cell was too low for.

    It stands across the ruling, right below the label's other characters, and all else in the cell below it.
    """
    for cell in owner.cells:
        held = owner.held.get(cell)
        if not held or not cell.row:
            continue
        wall = owner.lattice.ys[cell.row]
        over = [glyph for glyph in held if glyph.top < wall - _OVER]
        if not over or len(over) == len(held):
            continue
        found = list(_labels_above(owner, cell, over, wall))
        if len(found) == len(over):
            for above, glyph in found:
                owner.held[above].append(glyph)
            owner.held[cell] = [glyph for glyph in held if not any(glyph is other for other in over)]


def _labels_above(owner: Owner, cell: Area, over: list[Glyph], wall: float) -> Iterator[tuple[Area, Glyph]]:
    """Each of the characters that is the next one of an upright label, with that label's cell."""
    for glyph in over:
        high = glyph.bottom - glyph.top
        column = bisect_right(owner.lattice.xs, (glyph.x0 + glyph.x1) / 2) - 1
        above = owner.fields.get((cell.row - 1, column))
        if above is None or glyph.text < "\u2e80" or glyph.top > wall - _ACROSS * high:
            continue
        held = owner.held.get(above, ())
        if len(held) > 1 and all(abs(other.x0 - glyph.x0) < high / 2 for other in held):
            last = max(held, key=lambda other: other.top)
            if 0 < (glyph.top + glyph.bottom - last.top - last.bottom) / 2 < _BELOW * high:
                yield above, glyph
