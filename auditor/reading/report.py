"""The way from a file to a ``Report``, one named step after the other.

load -> blocks of the format's reader -> outline -> tables -> prose -> identity -> Report
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from auditor.errors import ReadingError
from auditor.model import ReadingNote, Report, Section
from auditor.reading import notes
from auditor.reading.blocks import Document, Grid, Paragraph, Picture
from auditor.reading.bodies import body_of
from auditor.reading.captions import without_captions
from auditor.reading.dates import plain_date, stated_date
from auditor.reading.identity import Identity, in_sentences, title_end, title_of
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.outline import PartBlocks, outline
from auditor.reading.page_lines import is_above_report, without_page_lines
from auditor.reading.prose import Piece, clean, join_lines, section_of, wrap_width
from auditor.reading.source import Source, load
from auditor.reading.tables.assemble import Tables, read_tables
from auditor.reading.tables.extra_columns import without_extra_columns
from auditor.reading.tables.forms import PARTS
from auditor.reading.tables.scraps import is_scrap
from auditor.reading.text.flat_lines import FlatPart, flat_entries, part_lines
from auditor.reading.text.pipes import with_grids
from auditor.reading.text.readings import other_readings

_READERS = {
    "html": "html.document",
    "docx": "docx.document",
    "pdf": "pdf.document",
    "text": "text.document",
    "markdown": "text.markdown",
    **dict.fromkeys(("doc", "wps", "rtf", "odt"), "office.document"),
}
FEWEST_PARTS = 2
"""With fewer parts, and no tables, a file is no annual report."""
FEWEST_PARTS_OF_OTHERS = 4
"""A document with another title is read only if it has most of the six parts."""


class TakenApart(NamedTuple):
    """A report with the document and the parts that it was made of."""

    document: Document
    parts: tuple[PartBlocks, ...]
    report: Report


def read(path: str | Path, limits: Limits = DEFAULT) -> Report:
    """The report in a file.

    Raises:
        ReadingError: the file can't be read as a report; its message says what to do.
    """
    return take_apart(path, limits).report


def take_apart(path: str | Path, limits: Limits = DEFAULT) -> TakenApart:
    """A file with the values between the steps, for whoever wants to see them (:mod:`auditor.reading.layout`).

    Raises:
        ReadingError: the file can't be read as a report.
    """
    source = load(path, limits)
    return _taken_apart(_document(source, limits), source, limits)


def _document(source: Source, limits: Limits) -> Document:
    reader = import_module(f"auditor.reading.{_READERS[source.format]}")
    try:
        if source.format in ("text", "markdown"):
            document: Document = reader.blocks(source.data, Path(source.path))
        else:
            document = reader.blocks(source.data, Path(source.path), limits)
    except RecursionError as fault:
        raise ReadingError("too_complex", path=source.path) from fault
    cells = sum(len(block.slots) for block in document.blocks if isinstance(block, Grid))
    if len(document.blocks) > limits.paragraphs or cells > limits.cells:
        raise ReadingError("too_complex", path=source.path)
    return document


def report_of(document: Document, source: Source) -> Report:
    """The report in a document.

    Raises:
        ReadingError: ``not_a_report`` or ``other_document``.
    """
    return _taken_apart(document, source).report


def _taken_apart(document: Document, source: Source, limits: Limits = DEFAULT) -> TakenApart:
    document = _with_rows(document)
    parts = outline(document.blocks, bars_are_cells=document.lines_are_rows)
    tables, prose = _parted(document, parts)
    if sum(len(piece.text) for pieces in prose for piece in pieces) > limits.characters:
        raise ReadingError("too_long", path=source.path, limit=limits.characters)
    front = _front(prose[0])
    identity = title_of([piece.text for piece in front] + ([document.title_hint] if document.title_hint else []))
    _require_report(source, parts, tables, identity, prose)
    sections = _sections(parts, prose, front, identity)
    identity = _completed(identity, sections)
    said = [*document.notes, *tables.notes, *_document_notes(identity, sections)]
    report = Report(
        path=source.path,
        sha256=source.sha256,
        format=source.format,
        title=identity.title,
        agency=identity.agency,
        body=body_of(identity.agency) if identity.agency else None,
        year=identity.year,
        published=_published(document, front),
        sections=sections,
        cells=tables.cells,
        table_format=tables.table_format,
        tables=tables.printed,
        notes=tuple(said),
    )
    return TakenApart(document, parts, report)


def _with_rows(document: Document) -> Document:
    """The document with rows that stand as lines of text made a grid, where it has no table at all."""
    if document.lines_are_rows:
        return document
    lines = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    if len(lines) < len(document.blocks) or not any("|" in line for line in lines):
        return document
    return document._replace(blocks=tuple(with_grids(document.blocks)))


def _parted(document: Document, parts: Sequence[PartBlocks]) -> tuple[Tables, list[list[Piece]]]:
    """Tables and prose apart; tables may stand as grids or, in plain text, as lines."""
    kinds = set(map(type, document.blocks))
    grids = [block for block in document.blocks if isinstance(block, Grid)] if Grid in kinds else []
    grids = list(map(without_extra_columns, grids))
    split = [part_lines(part) if document.lines_are_rows or not grids else _set_apart(part) for part in parts]
    split = [
        lines._replace(prose=[line for line in lines.prose if not is_scrap(line.text)])
        if part.part in PARTS and lines.prose
        else lines
        for part, lines in zip(parts, split, strict=True)
    ]
    if document.lines_are_rows:
        last = len(parts) - 1
        split = [
            lines._replace(prose=without_page_lines(lines.prose, part.part, last=at == last))
            for at, (part, lines) in enumerate(zip(parts, split, strict=True))
        ]
        width = wrap_width(line for part in split for line in part.prose)
        prose = [join_lines(part.prose, width) for part in split]
    else:
        prose = [[Piece(clean(line.text), line.where) for line in part.prose] for part in split]
    entries = flat_entries(split)
    others = other_readings(parts, split) if document.lines_are_rows else ()
    return read_tables(entries, grids, _pictures(parts) if Picture in kinds else {}, others), prose


def _set_apart(part: PartBlocks) -> FlatPart:
    """The lines of a part of a document with tables; a part without one may have its table in lines all the same."""
    blocks = without_captions(part.blocks, part.part)
    if part.part in PARTS and not any(isinstance(block, Grid | Picture) for block in blocks):
        return part_lines(part)
    return FlatPart([block for block in blocks if isinstance(block, Paragraph)])


def _pictures(parts: Sequence[PartBlocks]) -> dict[str, str]:
    """Where a picture stands under the heading of a part that should have a table."""
    found: dict[str, str] = {}
    for part in parts:
        for block in part.blocks:
            if isinstance(block, Picture) and part.part in PARTS:
                found.setdefault(part.part, block.where)
    return found


def _front(pieces: Sequence[Piece]) -> list[Piece]:
    """The paragraphs before the first part that hold text."""
    return [piece for piece in pieces if piece.text]


def _require_report(
    source: Source, parts: Sequence[PartBlocks], tables: Tables, identity: Identity, prose: Sequence[Sequence[Piece]]
) -> None:
    standard = sum(1 for part in parts[1:] if part.part is not None)
    if identity.other_document and standard < FEWEST_PARTS_OF_OTHERS:
        raise ReadingError("other_document", path=source.path, title=identity.title)
    if standard >= FEWEST_PARTS or tables.cells:
        return
    if identity.title and not identity.other_document and sum(len(p.text) for ps in prose for p in ps) > 200:
        return
    raise ReadingError("not_a_report", path=source.path)


def _published(document: Document, front: Sequence[Piece]) -> date | None:
    """The date that the page states: its own field, else a line before the first part."""
    if document.published:
        return plain_date(document.published)
    dates = (stated_date(piece.text) for piece in front if len(piece.text) < 200)
    return next((found for found in dates if found is not None), None)


def _sections(
    parts: Sequence[PartBlocks], prose: Sequence[Sequence[Piece]], front: Sequence[Piece], identity: Identity
) -> tuple[Section, ...]:
    preamble = section_of(parts[0], _preamble(front, identity))
    rest = [section_of(part, pieces) for part, pieces in zip(parts[1:], prose[1:], strict=True)]
    return (preamble, *rest) if preamble.text else tuple(rest)


def _preamble(front: Sequence[Piece], identity: Identity) -> list[Piece]:
    """What stands between the title and the first part, without the fields and buttons of the page."""
    start = title_end([piece.text for piece in front], identity.title or "")
    return [piece for piece in front[start:] if not is_above_report(piece.text)]


def _completed(identity: Identity, sections: Sequence[Section]) -> Identity:
    """Agency and year, where the title does not tell them, from the first sentence that has both."""
    if identity.agency and identity.year:
        return identity
    told = in_sentences(section.text for section in sections)
    return identity._replace(agency=identity.agency or told.agency, year=identity.year or told.year)


def _document_notes(identity: Identity, sections: Sequence[Section]) -> list[ReadingNote]:
    said: list[ReadingNote] = []
    if identity.other_document and identity.title:
        said.append(notes.other_document(identity.title))
    damaged = sum(section.text.count("\ufffd") for section in sections)
    if damaged:
        first = next(section for section in sections if "\ufffd" in section.text)
        at = first.text.index("\ufffd")
        where = next((span.where for span in first.sources if span.start <= at < span.end), "")
        said.append(notes.text_damaged(damaged, where))
    return said
