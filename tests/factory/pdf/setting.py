"""Line breaking as Chinese typesetters do it: marks neither begin nor end a line where that can be helped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.factory.pdf.faces import width

_OPENING = "（《〈【〔“‘「『([<"
_CLOSING = "）》〉】〕”’」』)]>，。、；：？！…,.;:?!%％"
_TOKEN = re.compile(rf"[{re.escape(_OPENING)}]*(?:[A-Za-z0-9.,:/_-]+|.)[{re.escape(_CLOSING)}]*", re.DOTALL)
_CHARACTER = re.compile(rf"[{re.escape(_OPENING)}]*.[{re.escape(_CLOSING)}]*", re.DOTALL)


def tokens(text: str, *, break_words: bool = False) -> list[str]:
    """The pieces that a line's end can't part."""
    return (_CHARACTER if break_words else _TOKEN).findall(text)


def broken(
    text: str,
    room: float,
    face: str,
    size: float,
    *,
    latin: str | None = None,
    gap: float = 0.0,
    indent: float = 0.0,
    break_words: bool = False,
) -> Iterator[str]:
    """The lines of a paragraph whose first one begins ``indent`` points in."""
    line, left = "", room - indent
    for token in tokens(text, break_words=break_words):
        wide = width(token, face, size, latin) + gap * len(token)
        if line and wide > left + 0.01:
            yield line
            line, left = "", room
            token = token.lstrip(" ")
            wide = width(token, face, size, latin) + gap * len(token)
        if wide > room:
            # A piece wider than its column is broken anywhere.
            for character in token:
                step = width(character, face, size, latin) + gap
                if line and step > left:
                    yield line
                    line, left = "", room
                line += character
                left -= step
            continue
        line += token
        left -= wide
    if line:
        yield line
