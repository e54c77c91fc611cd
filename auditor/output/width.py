"""How wide a text stands on a terminal, and breaking it into lines.

A Chinese character takes two columns.  Characters whose width depends on the font (``“`` ``…`` ``×``)
count as two: a line may then be shorter than it could be, never longer.
"""

from __future__ import annotations

import re
import unicodedata

_WIDE = frozenset("WFA")
# A word, or one character, with the marks that may not begin a line after it and those that may not
# end a line before it.
_PIECE = re.compile(
    r"\s+|[“‘（《〈「『【\[(]*(?:[!-'*-\[\]-~\u00a1-\u024f]+|\S)[，。、；：？！”’）》〉」』】…\]),.;:?!%]*"
)
# Control characters could move the cursor or change colours, marks of direction could reorder a line: a
# report's text must do neither.
_UNSEEN = [*range(9), *range(11, 32), *range(127, 160), *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
_VISIBLE = dict.fromkeys(_UNSEEN, "\ufffd")


def visible(text: str) -> str:
    """``text`` with the replacement character for what a terminal would obey instead of showing."""
    return text.translate(_VISIBLE)


def width(text: str) -> int:
    """The columns that ``text`` takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(mark) else 2 if unicodedata.east_asian_width(mark) in _WIDE else 1 for mark in text
    )


def pad(text: str, columns: int) -> str:
    """``text`` with spaces up to ``columns``; longer text is kept whole."""
    return text + " " * (columns - width(text))


def wrap(text: str, columns: int, first: str = "", rest: str | None = None) -> list[str]:
    """``text`` in lines of at most ``columns``, the first after ``first``, the others after ``rest``.

    Chinese breaks between any two characters but not before a closing mark; Latin words and numbers
    stay whole unless they are longer than a line.
    """
    text = visible(text)
    indent = first if rest is None else rest
    lines: list[str] = []
    line, room = first, columns - width(first)
    empty = True
    for piece in _pieces(text, columns - max(width(first), width(indent))):
        if piece.isspace():
            if not empty and room > 0:
                line, room = line + " ", room - 1
            continue
        size = width(piece)
        if size > room and not empty:
            lines.append(line.rstrip())
            line, room = indent, columns - width(indent)
        line, room, empty = line + piece, room - size, False
    lines.append(line.rstrip())
    return lines


def _pieces(text: str, columns: int) -> list[str]:
    """The unbreakable pieces of ``text``; a piece longer than a line is cut."""
    pieces: list[str] = []
    for match in _PIECE.finditer(text):
        piece = match.group()
        while width(piece) > columns > 1:
            cut = _fitting(piece, columns)
            pieces.append(piece[:cut])
            piece = piece[cut:]
        pieces.append(piece)
    return pieces


def _fitting(piece: str, columns: int) -> int:
    used = 0
    for position, mark in enumerate(piece):
        used += width(mark)
        if used > columns:
            return max(position, 1)
    return len(piece)


def shorten(text: str, columns: int) -> str:
    """``text`` cut to ``columns`` with ``…`` at the end where something is missing."""
    if width(text) <= columns:
        return text
    return text[: _fitting(text, columns - 2)] + "…"
