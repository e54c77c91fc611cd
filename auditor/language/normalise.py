"""One character for one character: full width to half width, one form of quotes, radicals to characters.

Length never changes, so an offset in the normalised text is the same offset in the original.
"""

from __future__ import annotations

import re
import unicodedata


def _table() -> dict[int, str]:
    table: dict[int, str] = {}
    folded = [*range(0xFF01, 0xFF5F), *range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00), 0xFFE5]
    for code in folded:
        plain = unicodedata.normalize("NFKC", chr(code))
        if len(plain) == 1 and plain != chr(code):
            table[code] = plain
    # The full stop, comma and other Chinese punctuation marks keep their own form: they part sentences.
    table.update({ord(mark): mark for mark in "，；：！？"})
    table.update(dict.fromkeys(map(ord, "“”„‟″＂「」『』"), '"'))
    table.update(dict.fromkeys(map(ord, "‘’‚‛′"), "'"))
    table.update(dict.fromkeys(map(ord, "\u00a0\u2002\u2003\u2009\u3000\u200b\ufeff\t"), " "))
    table.update({ord("〇"): "零", ord("○"): "零", ord("％"): "%", ord("﹪"): "%", ord("﹒"): "."})
    table.update(dict.fromkeys(map(ord, "—–－﹣−～~〜"), "-"))
    table.update({ord(","): "，", ord(";"): "；", ord(":"): "：", ord("!"): "！", ord("?"): "？"})
    # What keeps its form needs no entry.
    return {code: plain for code, plain in table.items() if chr(code) != plain}


_TABLE = {chr(code): plain for code, plain in _table().items()}
_CHANGED = re.compile(f"[{''.join(map(re.escape, _TABLE))}]")


def normalise(text: str) -> str:
    """``text`` with every character in its plain form; the result has the same length."""
    # No plain form is itself changed, so one form after the other may be replaced.  A report has few of them
    # but each many times, which makes this several times faster than ``str.translate``.
    for form in set(_CHANGED.findall(text)):
        text = text.replace(form, _TABLE[form])
    return text
