"""PDFium kept from the machine's fonts while a file is read.

Reading needs no outlines, yet PDFium would load a font of the machine for every font that a file doesn't
embed: three times the work, and boxes of glyphs that differ from machine to machine.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium


@cache
def _none() -> Any:
    """A description of a machine without fonts; kept, since PDFium goes on pointing to it."""
    info = pdfium.FPDF_SYSFONTINFO()
    info.version = 1
    for name, kind in info._fields_[1:]:
        # Each answers "there is none": a null handle, no bytes, no character set.
        answer = 0 if name in ("GetFontData", "GetFaceName", "GetFontCharset") else None
        setattr(info, name, kind(lambda *_, answer=answer: answer))
    return info


@contextmanager
def without_system_fonts() -> Iterator[None]:
    """Inside, PDFium knows no fonts but its own; afterwards those of the machine again."""
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(_none()))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())
