"""Plain text: a line is a paragraph, a cell or a row."""

from __future__ import annotations

import re
from functools import lru_cache, partial
from pathlib import Path

from auditor.reading.blocks import Block, Document, Paragraph
from auditor.reading.encoding import decode
from auditor.reading.pipes import with_grids

# A bar with text behind it on the same line: whole rows in one line.
_ROW = re.compile(r"\|[ \u3000]*[^\s|]")


_MANY = 5000
"""A text with more lines is no usual report; their places are not kept for the next one."""

# The class's own constructor takes twice as long, and a report has hundreds of lines.
_paragraph = partial(tuple.__new__, Paragraph)


@lru_cache(maxsize=8)
def _places(count: int) -> tuple[str, ...]:
    return tuple(f"第{number}行" for number in range(1, count + 1))


def lines_of(text: str) -> list[Paragraph]:
    """The lines that hold anything, with their numbers."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    places = _places(len(lines)) if len(lines) < _MANY else (f"第{number}行" for number in range(1, len(lines) + 1))
    made = map(_paragraph, zip(lines, places, strict=True))
    return [line for line in made if line[0] and not line[0].isspace()]


def blocks(data: bytes, path: Path) -> Document:
    """The document of a text file.

    Raises:
        ReadingError: the bytes are no text.
    """
    text = decode(data, path).text
    lines = lines_of(text)
    body: tuple[Block, ...] = tuple(with_grids(lines) if "\t" in text or _ROW.search(text) else lines)
    return Document("text", body, lines_are_rows=True)
