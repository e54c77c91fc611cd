"""Markdown: headings, paragraphs and pipe tables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from auditor.reading.blocks import Block, Document, Paragraph, Picture
from auditor.reading.encoding import decode
from auditor.reading.text.bars import with_plain_bars
from auditor.reading.text.document import lines_of, unrolled, with_plain_ends
from auditor.reading.text.embedded import parted, without_tags
from auditor.reading.text.pipes import with_grids

# What stands between two marks is bounded: without a second mark each first one would be looked after to the end.
_HEADING = re.compile(r"\s{0,3}#{1,6}\s+(.*)")
_STRONG = re.compile(r"(\*\*|__)(?=\S)(.{1,2000}?)(?<=\S)\1")
_IMAGE = re.compile(r"\s*!\[[^\]]*\]\([^)]*\)\s*")
_LINK = re.compile(r"(?<!!)\[([^\[\]]{0,2000})\]\([^)]{0,2000}\)")
_UNDERLINE = re.compile(r"\s{0,3}(?:={3,}|-{3,}|\*{3,}|_{3,})\s*")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~])")


def _plain(text: str) -> str:
    """A line without Markdown's marks."""
    heading = _HEADING.fullmatch(text)
    if heading is not None:
        text = heading.group(1).rstrip().rstrip("#").rstrip()
    text = _STRONG.sub(r"\2", text)
    return _ESCAPE.sub(r"\1", _LINK.sub(r"\1", text))


def _lines(text: str) -> Iterator[Paragraph]:
    if text.count("\\|") == text.count("|"):
        # Rows of plain text that went through a converter.
        text = text.replace("\\|", "|")
    for line in lines_of(text):
        if _UNDERLINE.fullmatch(line.text):
            continue
        yield Paragraph(_plain(line.text), line.where)


def blocks(data: bytes, path: Path) -> Document:
    """The document of a Markdown file.

    Raises:
        ReadingError: the bytes are no text.
    """
    text = with_plain_bars(with_plain_ends(decode(data, path).text))
    body: list[Block] = []
    for piece in parted(text):
        body += _written(piece) if isinstance(piece, str) else piece
    return Document("markdown", tuple(body), lines_are_rows=True)


def _written(text: str) -> Iterator[Block]:
    if "<" in text:
        text = "\n".join(map(without_tags, text.split("\n")))
    for block in with_grids(_lines(unrolled(text))):
        yield Picture(block.where) if isinstance(block, Paragraph) and _IMAGE.fullmatch(block.text) else block
