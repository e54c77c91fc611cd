"""Bytes to text: UTF-8 and UTF-16 by themselves, what the page declares, else by detection.

A declared encoding is believed only if the bytes can be read in it; offices' pages often declare
GB2312 and hold GB18030, or declare one and hold the other.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from auditor.errors import ReadingError

_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
# Only the page's own declaration: a script names the encoding of another file.
_DECLARED = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?charset|\?xml\b[^>]{0,60}?encoding)\s*=\s*["']?\s*([\w\-:.]{2,30})""", re.IGNORECASE
)
_CHINESE_NAMES = frozenset({"gb2312", "gb_2312", "gb_2312-80", "gbk", "gb18030", "cp936", "x-gbk", "hz-gb-2312"})
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape", "utf-7"})
"""What Python decodes too, though no page is written in it; some take the square of the length."""
_CONTROLS = bytes({*range(0x20)} - {*b"\t\n\v\f\r\x1b"})
_FEW = 500
"""A text may have one control character in so many bytes; with more it is no text."""


class Decoded(NamedTuple):
    """Text, the encoding it was read in, and the declared one where that is wrong."""

    text: str
    encoding: str
    wrong: str | None = None


def declared_encoding(data: bytes) -> str | None:
    """What the first 4096 bytes declare, as a Python codec's name where it is one of the Chinese ones."""
    found = _DECLARED.search(data, 0, 4096)
    if found is None:
        return None
    name = found.group(1).decode("ascii", "replace").lower()
    return "gb18030" if name in _CHINESE_NAMES else name


def _try(data: bytes, name: str) -> str | None:
    try:
        if codecs.lookup(name).name in _NO_CHARSETS:
            return None
        return data.decode(name)
    except (UnicodeError, LookupError):
        return None


def decode(data: bytes, path: object, *, markup: bool = False) -> Decoded:
    """The text of the file ``path``; ``markup`` says that it may declare its encoding.

    Raises:
        ReadingError: ``binary``, the bytes are no text in any encoding.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            text = _try(data, name)
            if text is not None:
                return Decoded(text, name)
    beginning = data[:65536]
    unmarked = _without_mark(beginning)
    text = _try(data, unmarked) if unmarked is not None else None
    if text is not None and unmarked is not None:
        return Decoded(text, unmarked)
    controls = len(beginning) - len(beginning.translate(None, _CONTROLS))
    if controls * _FEW > len(beginning):
        raise ReadingError("binary", path=path)
    if controls:
        # A stray control character in a page; no encoding of Chinese uses these bytes within a character.
        data = data.translate(None, _CONTROLS)
    declared = declared_encoding(data) if markup else None
    text = _try(data, "utf-8")
    if text is not None:
        wrong = declared if declared not in (None, "utf-8", "utf8") and not data.isascii() else None
        return Decoded(text, "utf-8", wrong)
    for name in dict.fromkeys(filter(None, (declared, "gb18030"))):
        text = _try(data, name)
        if text is not None and _is_chinese(text):
            return Decoded(text, name, declared if declared not in (None, name) else None)
    return _detected(data, declared, path)


def _without_mark(beginning: bytes) -> str | None:
    """UTF-16 without its mark: of each pair of a letter or tag's two bytes one is zero, always the same."""
    zeros = beginning.count(0)
    if zeros * 8 < len(beginning):
        return None
    odd = beginning[1::2].count(0)
    if odd * 20 > zeros * 19:
        return "utf-16-le"
    return "utf-16-be" if odd * 20 < zeros else None


def _is_chinese(text: str) -> bool:
    """Whether a text reads like Chinese: bytes of another encoding also decode as GB18030, to rare characters."""
    sample = text[:20000]
    common = sum(1 for character in sample if "\u4e00" <= character <= "\u9fff")
    other = sum(1 for character in sample if character > "\u07ff") - common
    return common > 0 and other < common


def _detected(data: bytes, declared: str | None, path: object) -> Decoded:
    from charset_normalizer import from_bytes

    # A lost byte in a Chinese text: read all but that byte, so that the damage is seen where it is.
    for name in ("utf-8", "gb18030"):
        text = data.decode(name, "replace")
        if text.count("\ufffd") * 50 < len(text) and _is_chinese(text):
            return Decoded(text, name, declared if declared not in (None, name) else None)
    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise ReadingError("binary", path=path)
    return Decoded(data.decode(best.encoding, "replace"), best.encoding, declared)
