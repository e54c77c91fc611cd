"""PDF with a text layer, step by step: from the page's objects to paragraphs and tables.

1. look at each page: its glyphs, rulings, painted areas and pictures (``page``, ``objects``, ``glyphs``, ``drawing``);
2. rulings to lattices to cells, page borders told apart (``ruled``, ``rulings``, ``borders``);
3. glyphs to the cells that they stand in, cells to tables, over the page's end too (``cells``, ``torn``);
4. glyphs outside all tables to lines (``lines``), without page numbers and running heads (``furniture``);
5. lines whose numbers stand below each other to tables (``columns``, ``labels``);
6. what is left to paragraphs (``flow``, ``paragraphs``).

PDFium draws its own conclusions about lines and tables from nothing but glyph and path positions, and so
do we; scanned pages have none and are refused.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.blocks import Document, Paragraph
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.pdf.flow import flow_of
from auditor.reading.pdf.fonts import without_system_fonts
from auditor.reading.pdf.furniture import Sheet, without_furniture
from auditor.reading.pdf.glyphs import drop_overlays
from auditor.reading.pdf.page import look
from auditor.reading.pdf.ruled import Laid, laid_out
from auditor.reading.pdf.values import Page

_FEWEST_GLYPHS = 10
"""A report's text layer has more glyphs than this, or it has none."""
_UNMAPPED_SHARE = 0.3
"""Share of glyphs that fonts leave unmapped from which on the text layer is useless."""


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The paragraphs, tables and pictures of a PDF in reading order.

    Raises:
        ReadingError: encrypted, broken, without usable text layer, or beyond the limits.
    """
    steps = steps_of(data, path, limits)
    flow = flow_of(steps.laid)
    return Document("pdf", flow.blocks, title_hint=flow.title, left_out=steps.left_out)


class Steps(NamedTuple):
    """The pages parted into tables and lines, and the lines that belong to the pages, not to the report."""

    laid: tuple[Laid, ...]
    left_out: tuple[Paragraph, ...]


def steps_of(data: bytes, path: Path, limits: Limits = DEFAULT) -> Steps:
    """The pages after the step ``furniture``.

    Raises:
        ReadingError: as :func:`blocks`.
    """
    pages = _pages(data, path, limits)
    glyphs = sum(len(page.glyphs) for page in pages)
    if glyphs < _FEWEST_GLYPHS:
        raise ReadingError("scan", path=path)
    if sum(page.unmapped for page in pages) > _UNMAPPED_SHARE * glyphs:
        raise ReadingError("pdf_garbled", path=path)
    drop_overlays(pages)
    laid = laid_out(pages)
    kept = without_furniture([Sheet(item.page.height, item.lines) for item in laid])
    left_out = tuple(
        Paragraph(line.text, item.where)
        for item, lines in zip(laid, kept, strict=True)
        if len(lines) < len(item.lines)
        for line in item.lines
        if not any(line is other for other in lines)
    )
    return Steps(tuple(item._replace(lines=lines) for item, lines in zip(laid, kept, strict=True)), left_out)


def _pages(data: bytes, path: Path, limits: Limits) -> list[Page]:
    """The pages as PDFium sees them, at first without the machine's fonts."""
    with without_system_fonts():
        pages = _looked_at(data, path, limits, system_fonts=False)
    return pages if pages is not None else _looked_at(data, path, limits, system_fonts=True) or []


def _looked_at(data: bytes, path: Path, limits: Limits, *, system_fonts: bool) -> list[Page] | None:
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
            page = look(document, index, path, limits, system_fonts=system_fonts)
            if page is None:
                return None
            pages.append(page)
            glyphs += len(page.glyphs)
            drawn += len(page.horizontal) + len(page.vertical) + len(page.fills)
            if glyphs > limits.pdf_glyphs or drawn > limits.pdf_drawing:
                raise ReadingError("pdf_too_big", path=path)
        return pages
    finally:
        pdfium.FPDF_CloseDocument(document)
