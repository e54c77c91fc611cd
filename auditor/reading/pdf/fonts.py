"""PDFium kept from the machine's fonts while a file is read.

Reading needs no outlines, yet PDFium would load a font of the machine for every font that a file doesn't
embed: that is two thirds of the work, and boxes of glyphs that differ from machine to machine.  Instead it
gets one whose every character is a small box.
"""

from __future__ import annotations

import ctypes
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

import pypdfium2.raw as pdfium

_EM, _ASCENT, _DESCENT = 1000, 880, -120
_EASTERN = frozenset((128, 129, 134, 136))
"""The character sets of Windows for Japanese, Korean, simplified and traditional Chinese."""
_WIDE, _HIGH = 100, 700
"""The box: narrower than any character, so that it never stands out beside what the file says of its width."""


@cache
def box_font() -> bytes:
    """A TrueType font that shows every character as the same box."""
    # One contour of four points, each coordinate as a difference of two bytes.
    points = struct.pack(">4h4h", 0, _WIDE, 0, -_WIDE, 0, 0, _HIGH, 0)
    glyph = struct.pack(">5h2H4B", 1, 0, 0, _WIDE, _HIGH, 3, 0, 1, 1, 1, 1) + points
    glyph += bytes(-len(glyph) % 4)
    # Format 13: one glyph for a whole range of characters.
    cmap = struct.pack(">2H2HL", 0, 1, 3, 10, 12) + struct.pack(">2H3L3L", 13, 0, 28, 0, 1, 0x20, 0x10FFFF, 1)
    box = (0, 0, _WIDE, _HIGH)
    tables = {
        b"cmap": cmap,
        b"glyf": glyph * 2,
        b"head": struct.pack(">4L2H2q4h2H3h", 0x10000, 0x10000, 0, 0x5F0F3CF5, 3, _EM, 0, 0, *box, 0, 8, 2, 0, 0),
        b"hhea": struct.pack(">L3hH11hH", 0x10000, _ASCENT, _DESCENT, 0, _EM, 0, 0, _EM, 1, 0, 0, 0, 0, 0, 0, 0, 2),
        b"hmtx": struct.pack(">HhHh", _EM, 0, _EM, 0),
        b"loca": struct.pack(">3H", 0, len(glyph) // 2, len(glyph)),
        b"maxp": struct.pack(">L14H", 0x10000, 2, 4, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0),
        b"name": struct.pack(">3H", 0, 0, 6),
        b"post": struct.pack(">2L2h5L", 0x30000, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    offset = 12 + 16 * len(tables)
    head = struct.pack(">L4H", 0x10000, len(tables), 128, 3, 16 * len(tables) - 128)
    body = b""
    for tag, table in sorted(tables.items()):
        padded = table + bytes(-len(table) % 4)
        total = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        head += tag + struct.pack(">3L", total, offset + len(body), len(table))
        body += padded
    return head + body


def _font_data(_: Any, __: Any, table: int, buffer: Any, size: int) -> int:
    """The whole font, or one of its tables: PDFium asks for the length first."""
    font = box_font()
    if table:
        return 0
    if buffer and size >= len(font):
        ctypes.memmove(buffer, font, len(font))
    return len(font)


def _mapped(_: Any, __: int, ___: int, charset: int, *____: Any) -> int | None:
    """The font's handle for a Chinese, Japanese or Korean font; none for others, of which PDFium has its own."""
    return 1 if charset in _EASTERN else None


@cache
def _one_font() -> Any:
    """A description of a machine with that one font; kept, since PDFium goes on pointing to it."""
    info = pdfium.FPDF_SYSFONTINFO()
    info.version = 1
    answers: dict[str, Any] = {
        "Release": lambda *_: None,
        "EnumFonts": lambda *_: None,
        "MapFont": _mapped,
        "GetFont": lambda *_: 1,
        "GetFontData": _font_data,
        "GetFaceName": lambda *_: 0,
        "GetFontCharset": lambda *_: 0,
        "DeleteFont": lambda *_: None,
    }
    for name, kind in info._fields_[1:]:
        setattr(info, name, kind(answers[name]))
    return info


@contextmanager
def without_system_fonts() -> Iterator[None]:
    """Inside, PDFium knows that one font and its own; afterwards those of the machine again."""
    pdfium.FPDF_SetSystemFontInfo(ctypes.byref(_one_font()))
    try:
        yield
    finally:
        pdfium.FPDF_SetSystemFontInfo(pdfium.FPDF_GetDefaultSystemFontInfo())
