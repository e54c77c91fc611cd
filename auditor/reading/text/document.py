"""Plain text: a line is a paragraph, a cell or a row."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import chain, compress, repeat
from pathlib import Path
from typing import cast

from auditor.reading.blocks import Block, Document, Paragraph
from auditor.reading.encoding import decode
from auditor.reading.text.bars import with_plain_bars
from auditor.reading.text.pipes import with_grids

# A bar with text behind it on the same line: whole rows in one line.
_FEWEST_COMMAS = 12
_COMMAS = re.compile(r",\d*,\d*,\d*[,\n]")
_ROW = re.compile(r"\|[ \u3000]*[^\s|]")


LONG = 600
"""Letters of a line that may be a whole report."""
MANY_CELLS = 150
"""More cells than any row has: those of table 三 alone."""
_MANY = 1000
"""No usual report has more lines: so many places are named once for all texts."""

# The class's own constructor takes twice as long, and a report has hundreds of lines.
_new = cast("Callable[[type[Paragraph], Iterable[str]], Paragraph]", tuple.__new__)


@cache
def _first_places() -> tuple[str, ...]:
    return tuple(f"第{number}行" for number in range(1, _MANY + 1))


def _places(count: int) -> Iterable[str]:
    """The places of the lines of a text, and maybe more."""
    if count <= _MANY:
        return _first_places()
    return chain(_first_places(), (f"第{number}行" for number in range(_MANY + 1, count + 1)))


def line_number(place: str) -> int:
    """The number of the line at a place that is named here."""
    return int(place[1:-1])


_ENDS = ("\r\n", "\r", "\u2028", "\u2029", "\x85")
"""Line ends of Windows, old Macs, Unicode and mainframes."""


def with_plain_ends(text: str) -> str:
    """A text whose lines all end in the usual way."""
    for end in _ENDS:
        if end in text:
            text = text.replace(end, "\n")
    return text


def lines_of(text: str) -> list[Paragraph]:
    """The lines that hold anything, with their numbers."""
    lines = text.split("\n")
    made = map(_new, repeat(Paragraph), zip(lines, _places(len(lines)), strict=False))
    return list(compress(made, map(str.strip, lines)))


def unrolled(text: str) -> str:
    """A text whose lines were all joined into one, a cell or a paragraph a line again.

    No row has so many cells; the mark between them is a bar, a tab, or where neither is a space.
    """
    if max(map(len, text.split("\n")), default=0) < LONG:
        return text
    lines: list[str] = []
    for line in text.split("\n"):
        mark = next((mark for mark in "|\t " if line.count(mark) > MANY_CELLS), "") if len(line) >= LONG else ""
        pieces = [piece for piece in line.split(mark) if piece.strip()] if mark else []
        lines += pieces if len(pieces) > MANY_CELLS else [line]
    return "\n".join(lines)


def blocks(data: bytes, path: Path) -> Document:
    """The document of a text file.

    Raises:
        ReadingError: the bytes are no text.
    """
    text = unrolled(with_plain_bars(with_plain_ends(decode(data, path).text)))
    lines = lines_of(text)
    has_rows = "\t" in text or _ROW.search(text) or (text.count(",") > _FEWEST_COMMAS and _COMMAS.search(text))
    body: tuple[Block, ...] = tuple(with_grids(lines) if has_rows else lines)
    return Document("text", body, lines_are_rows=True)
