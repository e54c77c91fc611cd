"""Short rows that the sums of the table place, one copy of a table at a time.

The search itself is in ``placement.py``; here stands what it is asked: which rows are complete, what can
have vanished in this document, and what its answer makes of the cells.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from auditor.addresses import request_rows, result_rows
from auditor.model import Cell, TableFormat
from auditor.reading.tables.collect import Collector, Left, RowReading, TableCopy, cell_of
from auditor.reading.tables.packed import Vector
from auditor.reading.tables.placement import (
    Equations,
    Settled,
    place_disputes,
    place_requests,
)
from auditor.reading.tables.values import read_value
from auditor.reading.tables.ways import BLANK, Lost

ONE_ROW = "requests.other.all.natural"

FEWEST_SHORT = 5
"""With fewer short rows nothing shows that equal lines were dropped."""


def drop_contradictions(collector: Collector) -> None:
    """Take out 三（六） as one row where its own rows are printed, too: its cells are those of a row without label."""
    for copy in collector.copies["requests"]:
        if ONE_ROW in copy.rows and any(
            address.startswith("requests.other.") and address != ONE_ROW for address in copy.rows
        ):
            copy.drop(ONE_ROW)


def confirm(collector: Collector) -> None:
    """Place the cells of short rows where the sums allow one place only; all others stay unread."""
    copies = [copy for part in ("requests", "disputes") for copy in collector.copies[part]]
    if not any(reading.left is not None for copy in copies for reading in copy.rows.values()):
        return
    lost = _lost([reading for copies in collector.copies.values() for copy in copies for reading in copy.rows.values()])
    for copy in collector.copies["requests"]:
        if _confirm_requests(copy, collector.form.table_format, lost) == "repeats":
            # What was done to one table was done to the document.
            lost = "repeats"
    for copy in collector.copies["disputes"]:
        _confirm_disputes(copy, lost)


def _texts(reading: RowReading) -> Sequence[str]:
    """The cells of a row as printed, blanks too; of a row that could not be placed those that are left."""
    return reading.left.texts if reading.left is not None else [cell.text for cell in reading.cells]


def _lost(readings: Sequence[RowReading]) -> Lost:
    """What can have vanished: two equal neighbours anywhere show that none was dropped."""
    if any(reading.left is not None and not reading.left.lines for reading in readings):
        return "blanks"
    printed = [_texts(reading) for reading in readings if not (reading.left.gaps if reading.left else reading.unread)]
    if any(one == other for texts in printed for one, other in pairwise(texts)):
        return "blanks"
    return "either"


def _plausibly_repeats(copy: TableCopy) -> bool:
    """Whether dropped repetitions are the only explanation that a person would consider.

    All rows hold something, no two neighbours are equal, and some short row prints zeros beside numbers:
    where blanks vanish, zeros between them would be neighbours somewhere.
    """
    short = [reading.left.texts for reading in copy.rows.values() if reading.left is not None]
    others = [cell for reading in copy.rows.values() if reading.left is None for cell in reading.cells]
    if any(reading.left is not None and reading.left.gaps for reading in copy.rows.values()):
        return False
    if len(short) < FEWEST_SHORT or any(cell.kind != "number" for cell in others) or not all(short):
        return False
    return any("0" in texts[:-1] and set(texts) != {"0"} for texts in short)


def _number(text: str) -> int | None:
    """The number that a cell adds to a sum; None where it can't be added up."""
    value = read_value(text)
    if value.kind in ("blank", "na"):
        return 0
    return value.number if isinstance(value.number, int) else None


def _numbers(texts: Sequence[str]) -> tuple[int, ...] | None:
    numbers = [_number(text) for text in texts]
    known = tuple(number for number in numbers if number is not None)
    return known if len(known) == len(numbers) else None


def _name(reading: RowReading) -> str:
    return reading.row.addresses[0].removeprefix("requests.").removesuffix(".natural")


def _equations(rows: Mapping[str, RowReading], table_format: TableFormat) -> Equations:
    results = result_rows(table_format)
    if "other.all" in rows:
        results = (*(name for name in results if not name.startswith("other.")), "other.all")
    new, carried_in, *_, handled, carried_out = request_rows(table_format)
    return Equations(new, carried_in, handled, carried_out, results)


def _confirm_requests(copy: TableCopy, table_format: TableFormat, lost: Lost) -> Lost:
    """Place the short rows of a copy; says what turned out to have vanished."""
    rows = {_name(reading): reading for reading in copy.rows.values()}
    short: dict[str, tuple[int, ...]] = {}
    complete: dict[str, Vector] = {}
    for name, reading in rows.items():
        numbers = _numbers(_texts(reading)) if reading.left is not None or not reading.unread else None
        if numbers is None:
            continue
        if reading.left is None:
            complete[name] = numbers
        else:
            short[name] = numbers
    if not short:
        return lost
    equations = _equations(rows, table_format)
    settled: dict[str, Settled] = {}
    if lost == "either" and _plausibly_repeats(copy):
        settled = place_requests(complete, short, equations, "repeats")
        if len(settled) < len(short):
            settled = {}
    if settled:
        lost = "repeats"
    else:
        settled = place_requests(complete, short, equations, lost)
    for name, found in settled.items():
        _settle(copy, rows[name], found)
    return lost


def _confirm_disputes(copy: TableCopy, lost: Lost) -> None:
    for reading in list(copy.rows.values()):
        numbers = _numbers(reading.left.texts) if reading.left is not None else None
        found = place_disputes(numbers, lost) if numbers else None
        if found is not None:
            _settle(copy, reading, found)


def _settle(copy: TableCopy, reading: RowReading, settled: Settled) -> None:
    """Put what is certain of a row in the place of the unread row."""
    left = reading.left
    assert left is not None
    cells = tuple(_cells(reading, left, settled))
    unread = tuple(address for address, cell in zip(reading.row.addresses, cells, strict=True) if cell.kind == "unread")
    nowhere = (-1, -1, -1)
    kept = [index if index is not None else BLANK for index in settled] if left.places else []
    places = tuple(left.places[index] if index >= 0 else nowhere for index in kept)
    copy.replace(reading._replace(cells=cells, unread=unread, left=None, places=places))


def _cells(reading: RowReading, left: Left, settled: Settled) -> Iterator[Cell]:
    for address, unread, index in zip(reading.row.addresses, reading.cells, settled, strict=True):
        if index is None or index == BLANK:
            # What vanished may have been a blank or a 0: the sums can't tell.
            yield unread
        else:
            yield cell_of(address, left.texts[index], "sums", left.wheres[index])
