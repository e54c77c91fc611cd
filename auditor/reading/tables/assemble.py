"""From the copies of the tables that were found to the report's cells, printed tables and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.addresses import APPLICANTS, OUTCOMES
from auditor.model import Cell, PrintedTable, ReadingNote, TableFormat, Value
from auditor.reading import notes
from auditor.reading.blocks import Grid
from auditor.reading.tables.collect import MONEY, UNIT_WANTED, Collector, TableCopy
from auditor.reading.tables.confirm import confirm, drop_contradictions
from auditor.reading.tables.flattened import Entry, walk
from auditor.reading.tables.forms import (
    PARTS,
    Form,
    FormatChoice,
    RowForm,
    TablePart,
    choose_format,
    form_of,
    plain_key,
)
from auditor.reading.tables.grids import GridWalker
from auditor.reading.tables.merging import complete, is_complete
from auditor.reading.tables.printed import printed_tables
from auditor.reading.tables.values import read_value

OTHER_ONE_ROW = tuple(f"requests.other.all.{column}" for column in (*APPLICANTS, "total"))


class Tables(NamedTuple):
    """All that was read of the tables; ``table_format`` is None where no table was read."""

    cells: dict[str, Cell]
    table_format: TableFormat | None
    printed: tuple[PrintedTable, ...]
    notes: tuple[ReadingNote, ...]


def read_tables(
    entries: Sequence[Entry],
    grids: Sequence[Grid],
    pictures: Mapping[str, str],
    others: Iterable[Sequence[Entry]] = (),
) -> Tables:
    """Read the tables of a document.

    ``entries`` are the labels and cells of flattened text, ``grids`` the tables with rows and columns;
    ``pictures`` tells by part where a picture stands in place of the table.  ``others`` are the labels and
    cells as other ways of reading the same text find them; they are asked only while cells are unread.
    """
    choice = choose_format(_keys(entries, grids))
    collector = Collector(form_of(choice.table_format))
    _collect(entries, grids, collector)
    for again in others if not is_complete(collector) else ():
        if not collector.copies["active"]:
            choice = choose_format(_keys(again, grids))
        other = Collector(form_of(choice.table_format))
        _collect(again, (), other)
        if other.form is not collector.form:
            collector, other = other, collector
        complete(collector, other)
        if is_complete(collector):
            break
    chosen = {part: _choose(collector.form, part, copies) for part, copies in collector.copies.items()}
    cells: dict[str, Cell] = {}
    for part in PARTS:
        copy = chosen[part]
        if copy is not None:
            cells |= copy.cells
    _derive_totals(cells)
    said = [*_format_notes(choice), *collector.notes]
    for part in PARTS:
        said += _part_notes(part, collector, chosen[part], pictures.get(part))
    said += _cell_notes(cells)
    printed = tuple(printed_tables(grids, chosen)) if grids else ()
    return Tables(cells, choice.table_format if cells else None, printed, tuple(said))


def _collect(entries: Sequence[Entry], grids: Sequence[Grid], collector: Collector) -> None:
    """Find the rows, and place what the sums place."""
    walk(entries, collector)
    if grids:
        GridWalker(collector).walk(grids)
    drop_contradictions(collector)
    confirm(collector)


def _keys(entries: Sequence[Entry], grids: Sequence[Grid]) -> set[str]:
    keys = {entry.key for entry in entries}
    texts = {slot.text for grid in grids for slot in grid.slots}
    keys.update(plain_key(text) for text in texts if text and not text.isdecimal())
    return keys


def _choose(form: Form, part: TablePart, copies: Sequence[TableCopy]) -> TableCopy | None:
    """The first complete copy, else the one with most rows read (the first of equals)."""
    if len(copies) < 2:
        return copies[0] if copies else None
    for copy in copies:
        # One row for 三（六） is complete, too.
        if not copy.unread and not _missing_rows(form, part, copy):
            return copy
    most = max(len(copy.rows) for copy in copies)
    for copy in copies:
        if len(copy.rows) == most and not copy.unread:
            return copy
    return max(copies, key=lambda copy: len(copy.cells) - len(copy.unread))


def _derive_totals(cells: dict[str, Cell]) -> None:
    """A blank total in a row that has a number stands for the row's sum (handbook 1.3)."""
    for address in [name for name, cell in cells.items() if cell.kind == "blank" and name.endswith(".total")]:
        row = address.removesuffix("total")
        columns = APPLICANTS if row.startswith("requests.") else OUTCOMES
        others = [cells[row + column] for column in columns]
        numbers = [cell.number for cell in others if cell.number is not None]
        if numbers and all(cell.kind in ("number", "blank", "na") for cell in others):
            total: Value = sum(numbers, start=0)
            cells[address] = cells[address]._replace(kind="derived", derived=total)


def _format_notes(choice: FormatChoice) -> Iterator[ReadingNote]:
    if choice.words_2021 and choice.words_2019:
        yield notes.formats_mixed(choice.table_format, choice.words_2021, choice.words_2019)


def _missing_rows(form: Form, part: TablePart, copy: TableCopy) -> tuple[RowForm, ...]:
    one_row = "requests.other.all.natural" in copy.rows
    return tuple(
        row
        for row in form.expected[part]
        if row.addresses[0] not in copy.rows and not (one_row and row.addresses[0].startswith("requests.other."))
    )


def _part_notes(
    part: TablePart, collector: Collector, copy: TableCopy | None, picture: str | None
) -> Iterator[ReadingNote]:
    form = collector.form
    if copy is None:
        everything = [address for row in form.expected[part] for address in row.addresses]
        if picture is not None:
            yield notes.table_picture(part, picture, everything)
        else:
            yield notes.table_missing(part, everything)
        return
    missing = _missing_rows(form, part, copy)
    for row in missing:
        yield notes.row_missing(part, row.label, row.addresses)
    absent = [address for row in missing for address in row.addresses]
    if copy.unread or absent:
        printed = len(copy.cells)
        if part == "requests" and not any(name.startswith("requests.other.") for name in copy.rows):
            # 三（六） may as well be one row.
            unsure = [name for name in OTHER_ONE_ROW if name not in absent]
        else:
            unsure = []
        unread = [*copy.unread, *absent, *unsure]
        yield notes.table_partial(part, printed - len(copy.unread), printed + len(absent), unread)
    one_row = copy.rows.get("requests.other.all.natural")
    if one_row is not None and form.table_format == "2021":
        yield notes.other_one_row(one_row.where)
    yield from _other_copies(part, collector.copies[part], copy)


def _other_copies(part: TablePart, copies: Sequence[TableCopy], chosen: TableCopy) -> Iterator[ReadingNote]:
    mine = chosen.cells
    for copy in copies:
        if copy is not chosen:
            pairs = ((address, mine.get(address), cell) for address, cell in copy.cells.items())
            differing = [
                (address, first.text if first else "", second.text)
                for address, first, second in pairs
                if first is None or (first.kind, first.number) != (second.kind, second.number)
            ]
            yield notes.table_again(part, copy.where, differing)


def _cell_notes(cells: Mapping[str, Cell]) -> Iterator[ReadingNote]:
    for address, cell in cells.items():
        text = cell.text
        if cell.kind != "number" or text.isdecimal():
            continue
        value = read_value(text, money=address in MONEY, signed=address.endswith(".change"))
        if value.unit and address not in UNIT_WANTED:
            yield notes.cell_unit(address, text, value.unit)
        if value.remark:
            yield notes.cell_remark(address, text, value.remark)
        if value.separated:
            yield notes.cell_separator(address, text)
