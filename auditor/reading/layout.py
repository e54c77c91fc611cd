"""What was taken for what: a file's blocks in their order, each with the role that reading gave it.

Made only where somebody asks for it (``--debug-layout``), from the values that the steps of reading
leave behind; reading itself keeps no record.  After the pictures that pdfplumber draws of each step.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from auditor.model import Cell, ReadingNote, Report, Section
from auditor.reading.blocks import Block, Grid, Paragraph, Picture, Slot
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.outline import PartBlocks
from auditor.reading.prose import clean
from auditor.reading.tables.forms import Form, find_row, form_of, plain_key

if TYPE_CHECKING:
    from auditor.reading.pdf.sketch import Sketch

Role = Literal[
    "title",  # a line of the report's title
    "heading",  # the heading of a part
    "prose",  # text of a section
    "cells",  # a line, row or slot that gave cells
    "unread",  # a row or slot whose cells could not be told apart with certainty
    "label",  # a row's label
    "head",  # a head or a group of a table
    "picture",
    "unused",  # nothing was taken from it
    "left_out",  # the format's reader took it for the page around the report
]


class Piece(NamedTuple):
    """A slot of a table as laid out, with its role; ``address`` where it gave a cell."""

    text: str
    rowspan: int
    colspan: int
    role: Role
    address: str | None = None
    placed: str = ""


class Taken(NamedTuple):
    """One block with its role.

    ``part`` is the key of the part under which it stands; ``addresses`` the cells that it gave (or that
    are unread in it); ``rows`` the rows of a table.
    """

    where: str
    text: str
    role: Role
    part: str | None
    addresses: tuple[str, ...] = ()
    rows: tuple[tuple[Piece, ...], ...] = ()


class Layout(NamedTuple):
    """A report with all blocks of its file and what became of each."""

    report: Report
    blocks: tuple[Taken, ...]
    sketches: tuple[Sketch, ...] = ()
    """The pages of a PDF with what was seen on them."""

    @property
    def notes(self) -> tuple[ReadingNote, ...]:
        """What reading had to say about the file."""
        return self.report.notes


def layout(path: str | Path, limits: Limits = DEFAULT, *, pictures: bool = False) -> Layout:
    """The layout of a file as it was read; with ``pictures`` of its pages, where it has any.

    Raises:
        ReadingError: the file can't be read as a report.
    """
    from auditor.reading.report import take_apart

    taken = take_apart(path, limits)
    left_out = (Taken(line.where, line.text, "left_out", None) for line in taken.document.left_out)
    drawn = _sketches(path, limits) if pictures and taken.report.format == "pdf" else ()
    return Layout(taken.report, (*_blocks(taken.parts, taken.report), *left_out), drawn)


def _sketches(path: str | Path, limits: Limits) -> tuple[Sketch, ...]:
    from auditor.reading.pdf.sketch import sketches
    from auditor.reading.source import load

    return sketches(load(path, limits).data, Path(path), limits)


def _blocks(parts: Sequence[PartBlocks], report: Report) -> Iterator[Taken]:
    cells = _by_place(report.cells)
    form = form_of(report.table_format or "2021")
    used: set[int] = set()
    for part in parts:
        if part.heading is not None:
            text = f"{part.heading.printed_number} {part.heading.title}".strip()
            yield Taken(part.where, text, "heading", part.part)
        section = _section_of(part, report.sections, used)
        for block in part.blocks:
            yield _taken(block, part, section, report, cells, form)


def _section_of(part: PartBlocks, sections: Sequence[Section], used: set[int]) -> Section | None:
    """The section that a part became; each is given once."""
    for at, section in enumerate(sections):
        if at not in used and section.part == part.part and section.number == part.number:
            used.add(at)
            return section
    return None


def _by_place(cells: Mapping[str, Cell]) -> dict[str, list[tuple[str, Cell]]]:
    found: dict[str, list[tuple[str, Cell]]] = defaultdict(list)
    for address, cell in cells.items():
        found[cell.where].append((address, cell))
    return found


def _taken(
    block: Block,
    part: PartBlocks,
    section: Section | None,
    report: Report,
    cells: Mapping[str, list[tuple[str, Cell]]],
    form: Form,
) -> Taken:
    if isinstance(block, Picture):
        return Taken(block.where, "", "picture", part.part)
    if isinstance(block, Grid):
        rows = tuple(_rows(block, cells, form))
        addresses = tuple(piece.address for row in rows for piece in row if piece.address)
        role: Role = "cells" if addresses else "unread" if _has(rows, "unread") else "unused"
        return Taken(block.where, "", role, part.part, addresses, rows)
    return _line(block, part, section, report, cells, form)


def _has(rows: Iterable[Sequence[Piece]], role: Role) -> bool:
    return any(piece.role == role for row in rows for piece in row)


def _line(
    line: Paragraph,
    part: PartBlocks,
    section: Section | None,
    report: Report,
    cells: Mapping[str, list[tuple[str, Cell]]],
    form: Form,
) -> Taken:
    here = cells.get(line.where)
    if here:
        unread = all(cell.kind == "unread" for _, cell in here)
        names = tuple(address for address, _ in here)
        return Taken(line.where, line.text.strip(), "unread" if unread else "cells", part.part, names)
    text = clean(line.text)
    plain = text.replace(" ", "")
    if report.title and len(plain) > 1 and plain in report.title.replace(" ", "") and part.heading is None:
        return Taken(line.where, text, "title", part.part)
    if section is not None and text and text in section.text:
        return Taken(line.where, text, "prose", part.part)
    return Taken(line.where, text, _label_role(text, form), part.part)


def _label_role(text: str, form: Form) -> Role:
    bare = text.strip("| ")
    if find_row(form, bare) is not None:
        return "label"
    key = plain_key(bare)
    return "head" if key in form.heads or key in form.active_heads or key in form.columns else "unused"


def _rows(grid: Grid, cells: Mapping[str, list[tuple[str, Cell]]], form: Form) -> Iterator[tuple[Piece, ...]]:
    by_row: dict[int, list[Slot]] = defaultdict(list)
    for slot in grid.slots:
        by_row[slot.row].append(slot)
    for at in range(grid.rows):
        slots = by_row.get(at, [])
        row_place = f"{grid.where}第{at + 1}行"
        unread = any(cell.kind == "unread" for _, cell in cells.get(row_place, ()))
        yield tuple(_piece(slot, row_place, unread, cells, form) for slot in slots)


def _piece(
    slot: Slot, row_place: str, row_unread: bool, cells: Mapping[str, list[tuple[str, Cell]]], form: Form
) -> Piece:
    spans = (slot.text, slot.rowspan, slot.colspan)
    here = cells.get(f"{row_place}第{slot.column + 1}列")
    if here:
        address, cell = here[0]
        return Piece(*spans, "unread" if cell.kind == "unread" else "cells", address, cell.placed)
    role = _label_role(slot.text, form) if slot.text else "unused"
    if row_unread and role == "unused" and slot.text:
        return Piece(*spans, "unread")
    return Piece(*spans, role)
