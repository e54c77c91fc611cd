"""Plain text: a line is a paragraph, a cell or a row."""

from __future__ import annotations

from pathlib import Path

from auditor.reading.blocks import Block, Document, Paragraph
from auditor.reading.encoding import decode
from auditor.reading.pipes import with_grids


def lines_of(text: str) -> list[Paragraph]:
    """The lines that hold anything, with their numbers."""
    return [
        Paragraph(line, f"第{number}行")
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1)
        if line and not line.isspace()
    ]


def blocks(data: bytes, path: Path) -> Document:
    """The document of a text file.

    Raises:
        ReadingError: the bytes are no text.
    """
    lines = lines_of(decode(data, path).text)
    rows = any(line.text.count("|") > 1 and line.text.strip("| ") or "\t" in line.text.strip() for line in lines)
    body: tuple[Block, ...] = tuple(with_grids(lines)) if rows else tuple(lines)
    return Document("text", body, lines_are_rows=True)
