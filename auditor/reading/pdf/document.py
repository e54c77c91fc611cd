"""PDF with a text layer: pages to glyphs and rulings, those to tables and lines, lines to paragraphs.

PDFium draws its own conclusions about lines and tables from nothing but glyph and path positions, and so
do we; scanned pages have none and are refused.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.blocks import Block, Document, Grid, Picture
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.pdf.borders import without_border, without_frame
from auditor.reading.pdf.cells import grids_of, is_table, owner_of, share_out
from auditor.reading.pdf.columns import columned
from auditor.reading.pdf.furniture import Sheet, without_furniture
from auditor.reading.pdf.lines import Line, lines_of
from auditor.reading.pdf.page import look
from auditor.reading.pdf.paragraphs import Frame, continues, frames_of, is_title, joined
from auditor.reading.pdf.rulings import Area, Lattice, areas, edges_of, lattices, same_columns
from auditor.reading.pdf.values import Page

_FEWEST_GLYPHS = 10
"""A report's text layer has more glyphs than this, or it has none."""
_UNMAPPED_SHARE = 0.3
"""Share of glyphs that fonts leave unmapped from which on the text layer is useless."""


class _Laid(NamedTuple):
    """A page parted into tables and the lines outside them."""

    page: Page
    tables: list[tuple[float, Grid]]
    lines: list[Line]


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The paragraphs, tables and pictures of a PDF in reading order.

    Raises:
        ReadingError: encrypted, broken, without usable text layer, or beyond the limits.
    """
    pages = _pages(data, path, limits)
    glyphs = sum(len(page.glyphs) for page in pages)
    if glyphs < _FEWEST_GLYPHS:
        raise ReadingError("scan", path=path)
    if sum(page.unmapped for page in pages) > _UNMAPPED_SHARE * glyphs:
        raise ReadingError("pdf_garbled", path=path)
    laid = _laid_out(pages)
    kept = without_furniture([Sheet(item.page.height, item.lines) for item in laid])
    laid = [item._replace(lines=lines) for item, lines in zip(laid, kept, strict=True)]
    frames = frames_of([(item.page.width, item.lines) for item in laid])
    return Document("pdf", tuple(_flow(laid, frames)), title_hint=_title(laid, frames[0]))


def _pages(data: bytes, path: Path, limits: Limits) -> list[Page]:
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        locked = pdfium.FPDF_GetLastError() in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise ReadingError("encrypted" if locked else "damaged", path=path, format="PDF")
    try:
        count = pdfium.FPDF_GetPageCount(document)
        if count > limits.pdf_pages:
            raise ReadingError("pdf_too_big", path=path)
        pages: list[Page] = []
        glyphs = drawn = 0
        for index in range(count):
            page = look(document, index, path, limits)
            pages.append(page)
            glyphs += len(page.glyphs)
            drawn += len(page.horizontal) + len(page.vertical) + len(page.fills)
            if glyphs > limits.pdf_glyphs or drawn > limits.pdf_drawing:
                raise ReadingError("pdf_too_big", path=path)
        return pages
    finally:
        pdfium.FPDF_CloseDocument(document)


_Table = tuple[Lattice, list[Area]]


def _tables(page: Page) -> list[_Table]:
    """The ruled tables of a page; where no line is drawn, the outlines of painted cells serve."""
    for horizontal, vertical in ((page.horizontal, page.vertical), edges_of(page.fills)):
        inner = without_border(vertical, page.height)
        found = [part for lattice in lattices(horizontal, inner) for part in without_frame(lattice)]
        tables = [(lattice, cells) for lattice, cells in found if is_table(cells, lattice)]
        if tables:
            return tables
    return []


def _laid_out(pages: list[Page]) -> list[_Laid]:
    found = [_tables(page) for page in pages]
    for before, after in pairwise(found):
        # A table that goes on over the page's end keeps its columns, though the rest may not show them all.
        if before and after and (pair := same_columns(before[-1][0], after[0][0])):
            before[-1], after[0] = ((lattice, areas(lattice)) for lattice in pair)
    laid = []
    for page, tables in zip(pages, found, strict=True):
        owners = [owner_of(lattice, cells) for lattice, cells in tables]
        outside = share_out(page, owners)
        where = _where(page)
        grids: list[tuple[float, Grid]] = []
        for owner in owners:
            parts, prose = grids_of(owner, where)
            grids += parts
            outside = [*outside, *prose] if prose else outside
        laid.append(_Laid(page, grids, lines_of(outside)))
    return laid


def _where(page: Page) -> str:
    return f"第{page.number}页"


def _flow(laid: list[_Laid], frames: list[Frame]) -> Iterator[Block]:
    """All pages' items from the top, lines joined into paragraphs."""
    open_lines: list[Line] = []
    opened = ""
    for item, frame in zip(laid, frames, strict=True):
        where = _where(item.page)
        fresh = True
        for piece in _items(item):
            if not isinstance(piece, Line):
                if open_lines:
                    yield joined(open_lines, opened)
                    open_lines = []
                yield piece
                continue
            if open_lines and not continues(open_lines[-1], piece, frame, same_page=not fresh):
                yield joined(open_lines, opened)
                open_lines = []
            if not open_lines:
                opened = where
            open_lines.append(piece)
            fresh = False
    if open_lines:
        yield joined(open_lines, opened)


def _items(item: _Laid) -> list[Line | Grid | Picture]:
    where = _where(item.page)
    placed: list[tuple[float, int, Line | Grid | Picture]] = [(top, 1, table) for top, table in item.tables]
    placed += [(box.top, 2, Picture(where)) for box in item.page.pictures]
    placed += [(top, 0, piece) for top, piece in columned(item.lines, where)]
    return [piece for _, _, piece in sorted(placed, key=lambda entry: entry[:2])]


def _title(laid: list[_Laid], frame: Frame) -> str | None:
    """The larger, centred lines that the first page begins with."""
    lines: list[Line] = []
    for line in laid[0].lines:
        if not is_title(line, frame):
            break
        lines.append(line)
    return joined(lines, "").text if lines else None
