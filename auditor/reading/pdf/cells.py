"""The text of a ruled table's cells: glyphs fall into the cell that their middle lies in."""

from __future__ import annotations

import math
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.glyphs import UNKNOWN
from auditor.reading.pdf.lines import Line, lines_of, needs_blank, text_of
from auditor.reading.pdf.rulings import Area, Lattice
from auditor.reading.pdf.values import Box, Glyph, Page

_Field = tuple[int, int]
_FREE = 1.1
"""Ems that a cell leaves free at both sides together: Word's default is one."""
_TWO = re.compile(r"[\d,，.]+ [\d,，.]+")
"""Two numbers in one line of a cell."""
_CLOSE = 0.3
"""Times a digit's width between two digits of one number at most."""
_NARROW = 9.0
"""Points: a column that can hold a digit is wider."""
_PADDING = 11.5
"""Points that Word's cells leave free at both sides together, however small the type."""
_PROSE = re.compile(r"第?[一二三四五六]{1,2}(?:、|[.．]|部分|章)|.*。.*。", re.DOTALL)
"""What no cell as wide as its table holds: a part's heading, or sentences."""


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


def grids_of(owner: Owner, texts: Mapping[Area, str], where: str) -> tuple[list[tuple[float, Grid]], list[Glyph]]:
    """The table as laid out, in parts with their tops; and the glyphs of prose that a part's rows held.

    A box around an article makes a row of a heading or a paragraph between two tables.
    """
    lattice = owner.lattice
    columns = len(lattice.xs) - 1
    prose = [cell for cell in owner.cells if cell.colspan == columns > 1 and _PROSE.match(texts[cell])]
    parts: list[tuple[float, Grid]] = []
    released: list[Glyph] = []
    start = 0
    for end, after in [*((cell.row, cell.row + cell.rowspan) for cell in prose), (len(lattice.ys) - 1, 0)]:
        if end > start:
            slots = tuple(
                Slot(cell.row - start, *cell[1:], texts[cell]) for cell in owner.cells if start <= cell.row < end
            )
            parts.append((lattice.ys[start], Grid(slots, end - start, columns, where)))
        start = after
    for cell in prose:
        released += owner.held.get(cell, ())
    return parts, released


def texts_of(owner: Owner) -> dict[Area, str]:
    """The text of every cell."""
    xs = owner.lattice.xs
    lines = {cell: lines_of(glyphs) for cell, glyphs in owner.held.items() if len(glyphs) > 1}
    widest: dict[tuple[int, int], float] = {}
    for cell, found in lines.items():
        span = (cell.column, cell.colspan)
        widest[span] = max(widest.get(span, 0.0), *(line.x1 - line.x0 for line in found))
    texts: dict[Area, str] = {}
    for cell in owner.cells:
        if cell in lines:
            span = (cell.column, cell.colspan)
            texts[cell] = lines_text(lines[cell], xs[cell.column + cell.colspan] - xs[cell.column], widest[span])
        else:
            texts[cell] = owner.held[cell][0].text if cell in owner.held else ""
        if cell in owner.turned:
            texts[cell] += turned_text(owner.turned[cell])
    _doubt_beside_two(owner, texts)
    _doubt_beside_jogs(owner, texts)
    return texts


def _doubt_beside_jogs(owner: Owner, texts: dict[Area, str]) -> None:
    """Leave the numbers of a row unknown where an empty cell too narrow for a digit shows its rulings displaced."""
    xs = owner.lattice.xs
    narrow = {column for column in range(len(xs) - 1) if xs[column + 1] - xs[column] < _NARROW}
    jogs = {cell.row for cell in owner.cells if cell.colspan == 1 and cell.column in narrow and not texts[cell]}
    for cell in owner.cells if jogs else ():
        if cell.row in jogs and not any(character.isalpha() for character in texts[cell]):
            texts[cell] = UNKNOWN


def _doubt_beside_two(owner: Owner, texts: dict[Area, str]) -> None:
    """Leave cells beside one with two numbers in a line unknown where one of the two may have left them.

    Those are the blank ones, and those whose number goes on from one of the two as digits of one number do.
    """
    for cell in [cell for cell, text in texts.items() if _TWO.fullmatch(text)]:
        for column in (cell.column - 1, cell.column + cell.colspan):
            beside = owner.fields.get((cell.row, column))
            if beside is not None and (not texts[beside] or _touch(owner.held[cell], owner.held.get(beside, ()))):
                texts[beside] = UNKNOWN


def _touch(glyphs: Sequence[Glyph], others: Sequence[Glyph]) -> bool:
    """Whether two cells' digits stand as close as those of one number."""
    return any(
        min(abs(other.x0 - glyph.x1), abs(glyph.x0 - other.x1)) < _CLOSE * (glyph.x1 - glyph.x0)
        and abs(other.top - glyph.top) < 1.0
        for glyph in glyphs
        for other in others
        if glyph.text.isdigit() and other.text.isdigit()
    )


def turned_text(glyphs: Sequence[tuple[Glyph, int]]) -> str:
    """The text of glyphs that run up or down a cell: read as if the cell were turned upright."""
    upright = [
        Glyph(glyph.text, -glyph.bottom, glyph.x0, -glyph.top, glyph.x1)
        if quarters == 1
        else Glyph(glyph.text, glyph.top, -glyph.x1, glyph.bottom, -glyph.x0)
        for glyph, quarters in glyphs
    ]
    lines = lines_of(upright)
    return lines_text(lines, math.inf, math.inf)


def lines_text(lines: Sequence[Line], width: float, widest: float) -> str:
    """A cell's lines as one text; ``width`` is the cell's, ``widest`` the longest line in its column.

    A label goes on in the next line without a blank.  Two numbers below each other stay apart by a line
    break, unless the first takes all the room and so was broken by its column's width.
    """
    parts = [text_of(lines[0].glyphs, lines[0].em, cell=True)]
    for before, line in pairwise(lines):
        parts.append(_seam(before, line, width, widest) + text_of(line.glyphs, line.em, cell=True))
    return "".join(parts)


def _seam(before: Line, line: Line, width: float, widest: float) -> str:
    last, first = before.glyphs[-1].text, line.glyphs[0].text
    if needs_blank(last, first):
        return " "
    if of_number(last) and of_number(first) and not is_full(before, line, width, widest):
        return "\n"
    return ""


def of_number(character: str) -> bool:
    """Whether a character can be within a number or a word of Latin letters."""
    return (character.isascii() and character.isalnum()) or character.isdigit()


def is_full(before: Line, line: Line, width: float, widest: float) -> bool:
    """Whether a number takes all the room of its cell, so that the digits of ``line`` below go on with it.

    ``width`` is the cell's, ``widest`` the longest line in its column.
    """
    taken, step = before.x1 - before.x0, line.glyphs[0].x1 - line.glyphs[0].x0
    if len(before.glyphs) > 1:
        # Digits that stand apart take as much more.
        step = max(step, (before.glyphs[-1].x0 - before.glyphs[0].x0) / (len(before.glyphs) - 1))
    # Digits are half an em wide; the em of a line without Chinese type is only an estimate.
    em = max(before.em, 1.8 * step) if line.glyphs[0].text.isascii() else before.em
    return width - taken <= max(_FREE * em, _PADDING) + step and taken + step > widest
