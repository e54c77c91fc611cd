"""What a format's reader hands on: the file's own order of paragraphs, tables and pictures.

A reader knows its format and nothing of the report; everything after it knows the report and nothing
of the format.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from auditor.model import ReadingNote

FileFormat = Literal["html", "docx", "pdf", "text", "markdown", "doc", "wps", "rtf", "odt"]


class Paragraph(NamedTuple):
    """A paragraph of prose, the lines of it joined; ``where`` is its place for a person (第3页, 第12行)."""

    text: str
    where: str


class Slot(NamedTuple):
    """A cell of a printed table at its upper left grid position, with the rows and columns it spans."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


class Grid(NamedTuple):
    """A table as laid out: its slots in reading order; ``where`` is its place for a person.

    ``lines`` are the lines of text that it was made of, empty where the file itself has tables.
    """

    slots: tuple[Slot, ...]
    rows: int
    columns: int
    where: str
    lines: tuple[Paragraph, ...] = ()


class Picture(NamedTuple):
    """An image that stands where text or a table could stand."""

    where: str


Block = Paragraph | Grid | Picture


class Document(NamedTuple):
    """A file in reading order, page chrome removed as far as the format can tell.

    ``lines_are_rows`` is true where a paragraph may be one cell or one row of a flattened table (plain
    text).  ``published`` is the date that the page itself states, ISO, if any.  ``notes`` are what the
    format's reader itself has to say (``auditor/reading/notes.py``), ``left_out`` what it took for the
    page around the report (menus, running heads, page numbers).
    """

    format: FileFormat
    blocks: tuple[Block, ...]
    title_hint: str | None = None
    published: str | None = None
    lines_are_rows: bool = False
    notes: tuple[ReadingNote, ...] = ()
    left_out: tuple[Paragraph, ...] = ()
