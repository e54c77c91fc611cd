"""The text of a ruled table's cells: glyphs fall into the cell that their middle lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.lines import Line, lines_of, needs_blank, text_of
from auditor.reading.pdf.rulings import Area, Lattice
from auditor.reading.pdf.values import Box, Glyph, Page

_Field = tuple[int, int]


def is_table(cells: Sequence[Area], lattice: Lattice) -> bool:
    """Whether a lattice is a table: a page border, a box around prose or a rule across it has no columns."""
    return len(lattice.xs) > 2 and len({cell.column for cell in cells}) > 1


class Owner(NamedTuple):
    """A table that glyphs may belong to, with the cell of each field and what stands in each cell."""

    box: Box
    lattice: Lattice
    cells: Sequence[Area]
    fields: dict[_Field, Area]
    held: dict[Area, list[Glyph]]
    turned: dict[Area, list[tuple[Glyph, int]]]

    def cell_at(self, glyph: Glyph) -> Area | None:
        """The cell in which a glyph's middle lies, None outside the table."""
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        box, lattice = self.box, self.lattice
        if box.x0 <= x < box.x1 and box.top <= y < box.bottom:
            return self.fields[bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1]
        return None


def owner_of(lattice: Lattice, cells: Sequence[Area]) -> Owner:
    """A table without its text."""
    fields = {
        (row, column): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    return Owner(lattice.box, lattice, cells, fields, defaultdict(list), defaultdict(list))


def share_out(page: Page, owners: Sequence[Owner]) -> list[Glyph]:
    """Give each glyph of a page to the smallest table around it; those outside all tables are returned."""
    if not owners:
        return page.glyphs
    by_size = sorted(owners, key=lambda owner: (owner.box.x1 - owner.box.x0) * (owner.box.bottom - owner.box.top))
    outside: list[Glyph] = []
    for glyph in page.glyphs:
        for owner in by_size:
            cell = owner.cell_at(glyph)
            if cell is not None:
                owner.held[cell].append(glyph)
                break
        else:
            outside.append(glyph)
    for glyph, quarters in page.turned:
        for owner in by_size:
            cell = owner.cell_at(glyph)
            if cell is not None:
                owner.turned[cell].append((glyph, quarters))
                break
    return outside


def grid(owner: Owner, where: str) -> Grid:
    """The table as laid out."""
    lattice = owner.lattice
    slots = []
    for cell in owner.cells:
        text = cell_text(owner.held[cell], lattice.xs[cell.column + cell.colspan]) if cell in owner.held else ""
        if cell in owner.turned:
            text += turned_text(owner.turned[cell])
        slots.append(Slot(*cell, text))
    return Grid(tuple(slots), len(lattice.ys) - 1, len(lattice.xs) - 1, where)


def turned_text(glyphs: Sequence[tuple[Glyph, int]]) -> str:
    """The text of glyphs that run up or down a cell: read as if the cell were turned upright."""
    upright = [
        Glyph(glyph.text, -glyph.bottom, glyph.x0, -glyph.top, glyph.x1)
        if quarters == 1
        else Glyph(glyph.text, glyph.top, -glyph.x1, glyph.bottom, -glyph.x0)
        for glyph, quarters in glyphs
    ]
    return cell_text(upright, max(glyph.x1 for glyph in upright))


def cell_text(glyphs: Sequence[Glyph], right: float) -> str:
    """A cell's lines as one text; ``right`` is where the cell ends.

    A label goes on in the next line without a blank.  Two numbers below each other stay apart by a line
    break, unless the first fills the cell and so was broken by its width.
    """
    if len(glyphs) == 1:
        return glyphs[0].text
    lines = lines_of(glyphs)
    parts = [text_of(lines[0].glyphs, lines[0].em, cell=True)]
    for before, line in pairwise(lines):
        parts.append(_seam(before, line, right) + text_of(line.glyphs, line.em, cell=True))
    return "".join(parts)


def _seam(before: Line, line: Line, right: float) -> str:
    last, first = before.glyphs[-1].text, line.glyphs[0].text
    if needs_blank(last, first):
        return " "
    if last.isascii() and last.isalnum() and first.isascii() and first.isalnum() and right - before.x1 > before.em:
        return "\n"
    return ""
