"""Pictures of how a PDF's pages were taken apart, after those that pdfplumber draws of its steps.

Only for whoever asks (``--debug-layout --format html``); reading makes none.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal, NamedTuple

from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.pdf.document import steps_of
from auditor.reading.pdf.ruled import Laid, tables_of
from auditor.reading.pdf.values import Box

What = Literal["ruling", "cell", "line", "picture", "glyph"]


class Mark(NamedTuple):
    """One thing on a page, its box in points from the upper left corner; ``text`` for glyphs and lines."""

    what: What
    box: Box
    text: str = ""


class Sketch(NamedTuple):
    """A page with what was seen on it, from the ground up: rulings, cells, lines, glyphs."""

    where: str
    width: float
    height: float
    marks: tuple[Mark, ...]


def sketches(data: bytes, path: Path, limits: Limits = DEFAULT) -> tuple[Sketch, ...]:
    """A sketch of every page.

    Raises:
        ReadingError: the file can't be read.
    """
    return tuple(_sketch(laid) for laid in steps_of(data, path, limits).laid)


def _sketch(laid: Laid) -> Sketch:
    page = laid.page
    marks = [Mark("ruling", Box(edge.start, edge.at, edge.end, edge.at)) for edge in page.horizontal]
    marks += [Mark("ruling", Box(edge.at, edge.start, edge.at, edge.end)) for edge in page.vertical]
    marks += [Mark("picture", box) for box in page.pictures]
    for lattice, cells in tables_of(page):
        for cell in cells:
            x0, x1 = lattice.xs[cell.column], lattice.xs[cell.column + cell.colspan]
            top, bottom = lattice.ys[cell.row], lattice.ys[cell.row + cell.rowspan]
            marks.append(Mark("cell", Box(x0, top, x1, bottom)))
    marks += [Mark("line", Box(line.x0, line.top, line.x1, line.bottom), line.text) for line in laid.lines]
    marks += [
        Mark("glyph", Box(glyph.x0, glyph.top, glyph.x1, glyph.bottom), glyph.text)
        for glyph in page.glyphs
        if not glyph.text.isspace()
    ]
    return Sketch(laid.where, page.width, page.height, tuple(marks))
