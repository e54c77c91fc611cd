"""Typefaces that the drawn PDFs use: embedded TrueType subsets where the machine has a Chinese one.

Without any, Adobe's standard Chinese font serves, which readers supply themselves; every layout can be
drawn either way.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont

STANDARD = "STSong-Light"
"""Not embedded; its Latin letters are half as wide as its Chinese ones or narrower."""
_FOLDER = Path("/usr/share/fonts/truetype")
_FILES = {
    "Song": _FOLDER / "arphic-gbsn00lp" / "gbsn00lp.ttf",
    "Kai": _FOLDER / "arphic-gkai00mp" / "gkai00mp.ttf",
    "Hei": _FOLDER / "wqy" / "wqy-zenhei.ttc",
}
_LATIN = {
    "Roman": _FOLDER / "liberation" / "LiberationSerif-Regular.ttf",
    "Sans": _FOLDER / "dejavu" / "DejaVuSans.ttf",
}


@cache
def faces() -> tuple[str, ...]:
    """The names of the faces that can be drawn with, the standard one always the first."""
    pdfmetrics.registerFont(UnicodeCIDFont(STANDARD))
    found = [STANDARD]
    for name, path in _FILES.items():
        if path.is_file():
            pdfmetrics.registerFont(TTFont(name, path))
            found.append(name)
    return tuple(found)


@cache
def latin_faces() -> tuple[str, ...]:
    """Faces for digits and Latin letters, as offices set them in Times beside a Chinese face."""
    found = []
    for name, path in _LATIN.items():
        if path.is_file():
            pdfmetrics.registerFont(TTFont(name, path))
            found.append(name)
    return (*found, "Times-Roman", "Helvetica")


def covers(face: str, text: str) -> bool:
    """Whether a face has a glyph for every character; the standard one has all that reports use."""
    if face == STANDARD:
        return True
    known = getattr(pdfmetrics.getFont(face), "face", None)
    glyphs = getattr(known, "charToGlyph", None)
    return glyphs is None or all(ord(character) in glyphs for character in text)


@cache
def _width(character: str, face: str) -> float:
    wide: float = pdfmetrics.stringWidth(character, face, 1000)
    return wide / 1000


def width(text: str, face: str, size: float, latin: str | None = None) -> float:
    """Points that a text takes; its ASCII characters set in ``latin`` where one is given."""
    return size * sum(_width(c, latin if latin and c.isascii() else face) for c in text)
