"""How much a file may ask for before it is refused: one value, handed from step to step.

Every number is a whole number of the unit that its name ends in; a megabyte is 1,000,000 bytes.  The
defaults lie at least ten times above what the largest reports need that an office has published on one
page or in one file.  An office sets its own under ``[limits]`` in ``auditor.toml``.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """The limits of one file.

    Those of size and structure hold wherever a file is read.  ``seconds`` and ``memory_megabytes`` hold
    where the command line works in a process that it can end (:mod:`auditor.worker`); a Python program
    that calls ``auditor.read`` or ``auditor.audit`` itself runs without these two.
    """

    html_megabytes: int = 20
    """Size of a web page."""
    text_megabytes: int = 5
    """Size of a plain text or Markdown file, and of what standard input gives."""
    docx_megabytes: int = 100
    """Size of a Word file as it lies on the disk."""
    pdf_megabytes: int = 200
    """Size of a PDF file."""

    html_tags: int = 300_000
    """Tags of a web page, each counted by its ``<``; Word's most wasteful export of a report has under 30,000."""
    paragraphs: int = 50_000
    """Paragraphs or lines of a document; a report has under 1,000."""
    cells: int = 50_000
    """Cells of all tables of a document; a report has under 300."""
    characters: int = 200_000
    """Characters of a report's prose; the longest that a province publishes have under 30,000."""

    docx_members: int = 5_000
    """Files packed in a Word file."""
    docx_unpacked_megabytes: int = 200
    """What all files packed in a Word file unpack to."""
    docx_part_megabytes: int = 16
    """What one XML part of a Word file unpacks to; its tree takes some twenty times as much memory."""

    pdf_pages: int = 400
    """Pages of a PDF; a report has under 30, a collection of all of a city's stays below this."""
    pdf_glyphs: int = 1_000_000
    """Characters drawn on all pages."""
    pdf_page_glyphs: int = 200_000
    """Characters drawn on one page; a dense page of a report has under 3,000."""
    pdf_drawing: int = 400_000
    """Rulings and painted areas of all pages; a report whose borders are dots has under 40,000."""
    pdf_page_objects: int = 100_000
    """Drawn objects of one page, those inside forms included."""
    pdf_page_segments: int = 200_000
    """Segments of the paths drawn on one page."""

    seconds: int = 60
    """Time from the start to the end of one file's work, its previous report and its page included."""
    memory_megabytes: int = 1_000
    """Memory that one file may take beyond what the program itself takes."""


DEFAULT = Limits()

KEYS = tuple(field.name for field in fields(Limits))
"""The names that an office may set."""
