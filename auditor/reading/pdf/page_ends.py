"""What the page's end makes of a ruled table: rows of one cell alone on a page, text that runs over the last line."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.pdf.cells import Owner
from auditor.reading.pdf.rulings import SNAP, Area, Lattice, areas, lattices
from auditor.reading.pdf.values import Edge, Glyph, Page

_STRIP = 60.0
"""Points: what a page shows of a table in rows of one cell is lower."""
_SAME_TYPE = 0.1
"""Share by which the heights of type of one size may differ."""
_SAME_WIDTH = 0.02
"""The same of the widths."""
_FOOT = 0.06
"""Share of the page's height below in which nothing but the page's own foot stands."""
_NEXT_LINE = 2.2
"""Times the type's height from the middle of a cell's last line to that of the line which runs over its end."""


def strips(
    page: Page, own: Sequence[tuple[Lattice, list[Area]]], other: Sequence[tuple[Lattice, list[Area]]], *, below: bool
) -> list[tuple[Lattice, list[Area]]]:
    """Rows of one cell at a page's edge: that they are a table only its rest, ``other``, on the next page shows.

    ``own`` are the page's other tables; ``below``: the rows stand below all of these, else above.
    """
    if not other:
        return []
    box = other[0][0].box
    limit = (
        max((each.box.bottom for each, _ in own), default=0.0)
        if below
        else min((each.box.top for each, _ in own), default=page.height)
    )

    def is_free(edge: Edge) -> bool:
        return edge.at >= limit - SNAP if below else edge.at <= limit + SNAP

    level = [edge for edge in page.horizontal if is_free(edge) and edge.end - edge.start > 0.9 * (box.x1 - box.x0)]
    if len(level) < 2:
        return []
    found = []
    for lattice in lattices(level, page.vertical):
        same = abs(lattice.box.x0 - box.x0) <= SNAP and abs(lattice.box.x1 - box.x1) <= SNAP
        beyond = lattice.box.top >= limit - SNAP if below else lattice.box.bottom <= limit + SNAP
        if len(lattice.xs) == 2 and same and beyond and lattice.box.bottom - lattice.box.top <= _STRIP:
            found.append((lattice, areas(lattice)))
    return found


def without_overflow(page: Page, upper: Owner, lower: Owner, outside: list[Glyph]) -> list[Glyph]:
    """The glyphs outside all tables of a page without those that a cell at its end has let run over its last line.

    Those go to that cell: they stand as far below its text as lines do, and the table goes on over the page's end.
    """
    bottom, xs = upper.box.bottom, upper.lattice.xs
    if abs(xs[0] - lower.lattice.xs[0]) > SNAP or abs(xs[-1] - lower.lattice.xs[-1]) > SNAP:
        return outside
    near = [glyph for glyph in outside if 0 <= (glyph.top + glyph.bottom) / 2 - bottom < glyph.bottom - glyph.top]
    if not near:
        return outside
    placed: list[tuple[Area, Glyph]] = []
    for cell in upper.cells:
        held = upper.held.get(cell)
        if cell.row + cell.rowspan < len(upper.lattice.ys) - 1 or not held:
            continue
        last = max(held, key=lambda glyph: glyph.top + glyph.bottom)
        for glyph in near:
            high = glyph.bottom - glyph.top
            step = (glyph.top + glyph.bottom - last.top - last.bottom) / 2
            inside = xs[cell.column] < (glyph.x0 + glyph.x1) / 2 < xs[cell.column + cell.colspan]
            if inside and 0 < step < _NEXT_LINE * high and any(_of_one_type(other, glyph) for other in held):
                placed.append((cell, glyph))
    foot = (1 - _FOOT) * page.height
    if len(placed) < len(near) or any(glyph.top < foot and _is_below(glyph, near) for glyph in outside):
        # A line of prose below the table.
        return outside
    for cell, glyph in placed:
        upper.held[cell].append(glyph)
    taken = {id(glyph) for glyph in near}
    return [glyph for glyph in outside if id(glyph) not in taken]


def _of_one_type(one: Glyph, other: Glyph) -> bool:
    """Whether two glyphs are of one size: as high, or as wide where a font gives each glyph its own height."""
    high, wide = other.bottom - other.top, other.x1 - other.x0
    return abs(one.bottom - one.top - high) < _SAME_TYPE * high or abs(one.x1 - one.x0 - wide) < _SAME_WIDTH * wide


def _is_below(glyph: Glyph, near: Sequence[Glyph]) -> bool:
    """Whether a glyph stands in the next lines below some others: farther down is the page's number."""
    return 0 < glyph.top - max(other.bottom for other in near) < 2 * (near[0].bottom - near[0].top)
