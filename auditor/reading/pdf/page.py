"""One page of a PDF looked at through PDFium: its drawing first, then the glyphs that stand as the page does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.pdf.drawing import collect_drawing
from auditor.reading.pdf.glyphs import collect_glyphs
from auditor.reading.pdf.objects import has_flat_text, main_stand, objects_of, stands_of
from auditor.reading.pdf.placing import Placing
from auditor.reading.pdf.values import Page

MAX_SIDE = 100_000.0
"""Points; the format allows 14,400, and PDFium takes memory for each of them."""


def look(document: Any, index: int, path: Path, limits: Limits, *, system_fonts: bool) -> Page | None:
    """Page ``index`` (from 0) of an open PDFium document; None where it can't be seen without the machine's fonts.

    Raises:
        ReadingError: the page is broken, or draws more than the limits allow.
    """
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        objects = objects_of(handle, path, limits.pdf_page_objects)
        if not system_fonts and has_flat_text(objects):
            return None
        stands = stands_of(objects)
        placing = Placing(handle)
        if max(placing.right - placing.left, placing.up - placing.bottom) > MAX_SIDE:
            raise ReadingError("damaged", path=path, format="PDF")
        more = (main_stand(stands) - placing.turn) % 4
        if more:
            placing = Placing(handle, more)
        page = Page(index + 1, placing.width, placing.height, [], [], [], [], [], [], 0)
        collect_drawing(objects, placing, page, path, limits.pdf_page_segments)
        unmapped = collect_glyphs(handle, placing, page, stands, path, limits.pdf_page_glyphs)
        return page._replace(unmapped=unmapped)
    finally:
        pdfium.FPDF_ClosePage(handle)
