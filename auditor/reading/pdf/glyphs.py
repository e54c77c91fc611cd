"""The glyphs of a page: what each stands for and the box it takes up, watermarks left out."""

from __future__ import annotations

import ctypes
import math
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.pdf.objects import SLANTED, UNSEEN
from auditor.reading.pdf.placing import Placing
from auditor.reading.pdf.values import Glyph, Page
from auditor.resources import load_lexicon

_SMALLEST_TYPE, _LARGEST_TYPE = 2.0, 60.0
"""Points of line height between which a box that PDFium tells for a glyph can be right."""
_LARGE, _MOST_LARGE = 2.2, 200
"""Times the usual height of type from which on a glyph can be a watermark's, and how many a page may have."""
_FARTHEST = 20_000.0
"""Points: no page is larger, so no glyph stands farther off."""
UNKNOWN = "\ufffd"
"""A glyph whose font doesn't tell which character it stands for."""


@cache
def _characters() -> dict[int, str]:
    """What a code stands for where that isn't itself: radicals and compatibility forms, private and broken codes."""
    plain = {ord(radical): character for radical, character in load_lexicon("reading/radicals")["characters"].items()}
    for code in (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)):
        plain.setdefault(code, unicodedata.normalize("NFKC", chr(code)))
    plain.update(dict.fromkeys((0xFFFD, 0xFFFE, 0xFFFF), UNKNOWN))
    return {code: character for code, character in plain.items() if character != chr(code) and len(character) == 1}


def character_of(code: int) -> str:
    """The character that a code point in a PDF stands for; ``UNKNOWN`` for a private or broken one."""
    if 0xD800 <= code <= 0xF8FF or code > 0x10FFFF:
        return UNKNOWN
    return _characters().get(code) or chr(code)


def collect_glyphs(handle: Any, placing: Placing, page: Page, stands: Mapping[int, int], path: Path, most: int) -> int:
    """Put the glyphs of an open page into ``page``; how many of them are unknown.

    Upright ones are the page's; such as run up or down beside them (heads of narrow columns) are kept
    apart, others aren't part of the writing.

    Raises:
        ReadingError: the page is broken or has more than ``most`` glyphs.
    """
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > most:
            raise ReadingError("pdf_too_big", path=path)
        _collect(text, count, placing, page, _asides(stands, placing.turn))
    finally:
        pdfium.FPDFText_ClosePage(text)
    return sum(glyph.text == UNKNOWN for glyph in page.glyphs)


def drop_overlays(pages: Sequence[Page]) -> None:
    """Take large type that other glyphs stand inside of, an upright watermark, out of all pages."""
    over = {height for page in pages for height in _overlaid(page.glyphs)}
    if over:
        for page in pages:
            page.glyphs[:] = [glyph for glyph in page.glyphs if round(glyph.bottom - glyph.top) not in over]


def _overlaid(glyphs: Sequence[Glyph]) -> set[int]:
    """The heights of such type on one page, in whole points."""
    heights = sorted(glyph.bottom - glyph.top for glyph in glyphs)
    least = _LARGE * heights[len(heights) // 2] if heights else 0.0
    if not heights or heights[-1] <= least:
        return set()
    large = [glyph for glyph in glyphs if glyph.bottom - glyph.top > least]
    if len(large) > _MOST_LARGE:
        return set()
    middles = [((g.x0 + g.x1) / 2, (g.top + g.bottom) / 2) for g in glyphs if g.bottom - g.top <= least]
    return {
        round(mark.bottom - mark.top)
        for mark in large
        if any(mark.x0 < x < mark.x1 and mark.top < y < mark.bottom for x, y in middles)
    }


def _asides(stands: Mapping[int, int], turn: int) -> dict[int, int] | None:
    """The text objects that don't stand as the page does; None where all do.

    Text painted with nothing is left out beside writing that is seen; alone it is what was read from a scan.
    """
    found: dict[int, int] = {}
    only_unseen = all(stand in (UNSEEN, SLANTED) for stand in stands.values())
    for address, stand in stands.items():
        if stand == UNSEEN:
            if not only_unseen:
                found[address] = UNSEEN
        elif stand == SLANTED:
            found[address] = SLANTED
        elif (quarters := (stand - turn) % 4) != 0:
            found[address] = quarters
    return found or None


def _collect(text: Any, count: int, placing: Placing, page: Page, asides: Mapping[int, int] | None) -> None:
    rect = pdfium.FS_RECTF()
    reference = ctypes.byref(rect)
    unicode_of, box_of, object_of = (
        pdfium.FPDFText_GetUnicode,
        pdfium.FPDFText_GetLooseCharBox,
        pdfium.FPDFText_GetTextObject,
    )
    characters, add, make = _characters(), page.glyphs.append, tuple.__new__
    upright, left, up, scale = placing.turn == 0 and placing.scale == 1.0, placing.left, placing.up, placing.scale
    smallest, largest = _SMALLEST_TYPE / scale, _LARGEST_TYPE / scale
    for i in range(count):
        code = unicode_of(text, i)
        # White space is known from the gaps: printed and generated blanks are equally unreliable.
        if code <= 32 or code in (0xA0, 0x3000, 0xFEFF, 0x200B) or not box_of(text, i, reference):
            continue
        if asides is not None and (item := object_of(text, i)):
            aside = asides.get(ctypes.addressof(item.contents), 0)
            if aside:
                if aside in (1, 3):
                    box = placing.box(rect.left, rect.bottom, rect.right, rect.top)
                    page.turned.append((Glyph(character_of(code), *box), aside))
                continue
        character = characters.get(code) or (UNKNOWN if 0xD800 <= code <= 0xF8FF else chr(code))
        # Text set in a turned page has its line's height across the page.
        high = rect.top - rect.bottom if placing.turn % 2 == 0 else rect.right - rect.left
        if not smallest <= high <= largest:
            _use_ink_box(text, i, rect)
        x0, y0, x1, y1 = rect.left, rect.bottom, rect.right, rect.top
        if not -_FARTHEST < x0 <= x1 < _FARTHEST or not -_FARTHEST < y0 <= y1 < _FARTHEST:
            continue
        if upright:
            add(make(Glyph, (character, x0 - left, up - y1, x1 - left, up - y0)))
        else:
            add(make(Glyph, (character, *placing.box(x0, y0, x1, y1))))


def _use_ink_box(text: Any, index: int, rect: Any) -> None:
    """Put the box of the glyph's ink in ``rect``: PDFium leaves scaling out of the line box of vertical fonts."""
    left, right, bottom, up = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, up) and all(
        math.isfinite(side.value) for side in (left, right, bottom, up)
    ):
        rect.left, rect.bottom, rect.right, rect.top = left.value, bottom.value, right.value, up.value
