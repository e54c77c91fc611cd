"""One page of a PDF looked at through PDFium: its glyphs here, its drawing in ``pdf_drawing``."""

from __future__ import annotations

import ctypes
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.limits import Limits
from auditor.reading.pdf.drawing import collect_drawing
from auditor.reading.pdf.placing import Placing
from auditor.reading.pdf.values import Glyph, Page

_SMALLEST_TYPE, _LARGEST_TYPE = 2.0, 60.0
"""Points of line height between which a box that PDFium tells for a glyph can be right."""


def look(document: Any, index: int, path: Path, limits: Limits) -> Page:
    """Page ``index`` (from 0) of an open PDFium document.

    Raises:
        ReadingError: the page is broken, or draws more than the limits allow.
    """
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        placing = Placing(handle)
        page = Page(index + 1, placing.width, placing.height, [], [], [], [], [], 0)
        collect_drawing(handle, placing, page, path, limits)
        return page._replace(unmapped=_collect_glyphs(handle, placing, page.glyphs, path, limits.pdf_page_glyphs))
    finally:
        pdfium.FPDF_ClosePage(handle)


def _collect_glyphs(handle: Any, placing: Placing, glyphs: list[Glyph], path: Path, most: int) -> int:
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > most:
            raise ReadingError("pdf_too_big", path=path)
        rect = pdfium.FS_RECTF()
        reference = ctypes.byref(rect)
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        upright, left, up = placing.turn == 0, placing.left, placing.up
        unmapped = 0
        for i in range(count):
            code = unicode_of(text, i)
            # White space is known from the gaps: printed and generated blanks are equally unreliable.
            if code <= 32 or code in (0xA0, 0x3000, 0xFEFF) or not box_of(text, i, reference):
                continue
            if code in (0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF:
                unmapped += 1
                code = 0xFFFD
            if not _SMALLEST_TYPE <= rect.top - rect.bottom <= _LARGEST_TYPE:
                _use_ink_box(text, i, rect)
            if upright:
                glyphs.append(Glyph(chr(code), rect.left - left, up - rect.top, rect.right - left, up - rect.bottom))
            else:
                glyphs.append(Glyph(chr(code), *placing.box(rect.left, rect.bottom, rect.right, rect.top)))
        return unmapped
    finally:
        pdfium.FPDFText_ClosePage(text)


def _use_ink_box(text: Any, index: int, rect: Any) -> None:
    """Put the box of the glyph's ink in ``rect``: PDFium leaves scaling out of the line box of vertical fonts."""
    left, right, bottom, up = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, up):
        rect.left, rect.bottom, rect.right, rect.top = left.value, bottom.value, right.value, up.value
