"""The text of a ruled table's cells: glyphs fall into the cell that their middle lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.lines import Line, lines_of, needs_blank, text_of
from auditor.reading.pdf.rulings import Area, Lattice
from auditor.reading.pdf.values import Glyph

_Field = tuple[int, int]


def is_table(cells: Sequence[Area], lattice: Lattice) -> bool:
    """Whether a lattice is a table: a page border, a box around prose or a rule across it has no columns."""
    return len(lattice.xs) > 2 and len({cell.column for cell in cells}) > 1


def split_glyphs(
    glyphs: Sequence[Glyph], tables: Sequence[tuple[Lattice, list[Area]]]
) -> tuple[list[dict[Area, list[Glyph]]], list[Glyph]]:
    """Each table's glyphs by cell, and those outside all tables; the smallest table around a glyph has it."""
    owners = []
    for lattice, cells in tables:
        fields: dict[_Field, Area] = {}
        for cell in cells:
            for row in range(cell.row, cell.row + cell.rowspan):
                for column in range(cell.column, cell.column + cell.colspan):
                    fields[row, column] = cell
        owners.append((lattice.box, lattice, fields, defaultdict[Area, list[Glyph]](list)))
    by_size = sorted(owners, key=lambda owner: (owner[0].x1 - owner[0].x0) * (owner[0].bottom - owner[0].top))
    outside: list[Glyph] = []
    for glyph in glyphs:
        x, y = (glyph.x0 + glyph.x1) / 2, (glyph.top + glyph.bottom) / 2
        for box, lattice, fields, held in by_size:
            if box.x0 <= x < box.x1 and box.top <= y < box.bottom:
                held[fields[bisect_right(lattice.ys, y) - 1, bisect_right(lattice.xs, x) - 1]].append(glyph)
                break
        else:
            outside.append(glyph)
    return [owner[3] for owner in owners], outside


def grid(lattice: Lattice, cells: Sequence[Area], held: dict[Area, list[Glyph]], where: str) -> Grid:
    """The table as laid out."""
    slots = tuple(
        Slot(*cell, cell_text(held[cell], lattice.xs[cell.column + cell.colspan]) if cell in held else "")
        for cell in cells
    )
    return Grid(slots, len(lattice.ys) - 1, len(lattice.xs) - 1, where)


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
