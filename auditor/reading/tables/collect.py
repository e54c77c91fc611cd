"""What the walkers found, kept apart by table and by copy of the table, until one copy is chosen.

The first complete copy of a table counts; a later one is compared, never merged (handbook 1.5).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple, cast

from auditor.model import Cell, ReadingNote
from auditor.reading import notes
from auditor.reading.tables.forms import PARTS, Form, RowForm, TablePart
from auditor.reading.tables.values import LONGEST, read_value

MONEY = frozenset({"active.fees", "active.procurement.amount"})
UNIT_WANTED = frozenset({"active.procurement.amount"})

# Made two hundred times a report: the class's own constructor takes three times as long.
_new = cast("Callable[[type[Cell], Iterable[object]], Cell]", tuple.__new__)
_new_row = cast("Callable[[type[RowReading], Iterable[object]], RowReading]", tuple.__new__)

Place = tuple[int, int, int]
"""Where a cell stands among the grids: grid, row, column."""


class RowReading(NamedTuple):
    """One row as found, with the addresses among it that are unread.

    ``places`` is empty for flattened text and for a row that is unread.
    """

    row: RowForm
    cells: tuple[Cell, ...]
    where: str
    places: tuple[Place, ...]
    unread: tuple[str, ...] = ()


@dataclass(slots=True)
class TableCopy:
    """One copy of a table: its rows by the first address of each, and their cells by address."""

    where: str
    rows: dict[str, RowReading] = field(default_factory=dict)
    cells: dict[str, Cell] = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)

    def add(self, reading: RowReading) -> None:
        """Take in a row that this copy does not have yet."""
        addresses = reading.row.addresses
        self.rows[addresses[0]] = reading
        self.cells.update(zip(addresses, reading.cells, strict=True))
        self.unread += reading.unread


def _cell_of(address: str, text: str, placed: str, where: str) -> Cell:
    if not text:
        return Cell(None, "", "blank", placed, where)
    if text.isdecimal() and len(text) < 16 and address not in MONEY:
        return Cell(int(text), text, "number", placed, where)
    value = read_value(text, money=address in MONEY, signed=address.endswith(".change"))
    return Cell(value.number, text, value.kind, placed, where)


@dataclass(slots=True)
class Collector:
    """Takes rows in printed order and sorts them into copies."""

    form: Form
    copies: dict[TablePart, list[TableCopy]] = field(default_factory=lambda: {part: [] for part in PARTS})
    last: dict[TablePart, int] = field(default_factory=lambda: dict.fromkeys(PARTS, -1))
    notes: list[ReadingNote] = field(default_factory=list)

    def place(
        self,
        row: RowForm,
        texts: Sequence[str],
        wheres: Sequence[str],
        placed: str,
        places: Sequence[Place] = (),
    ) -> None:
        """A row whose cells are known one by one; ``placed`` names the step that aligned them."""
        digits = "" if row.part == "active" or "" in texts else "".join(texts)
        if digits.isdecimal() and len(digits) <= LONGEST:
            made = zip(map(int, texts), texts, repeat("number"), repeat(placed), wheres, repeat(None))
            cells = tuple(map(_new, repeat(Cell), made))
            self._take(_new_row(RowReading, (row, cells, wheres[0], tuple(places), ())))
            return
        read = zip(row.addresses, texts, wheres, strict=True)
        cells = tuple(_cell_of(address, text, placed, where) for address, text, where in read)
        unread = tuple(address for address, cell in zip(row.addresses, cells, strict=True) if cell.kind == "unread")
        self._take(RowReading(row, cells, wheres[0], tuple(places), unread))

    def unread(self, row: RowForm, raw: str, where: str) -> None:
        """A row that is printed but whose cells can't be told apart with certainty."""
        cells = tuple(Cell(None, raw, "unread", "", where) for _ in row.addresses)
        self._take(RowReading(row, cells, where, (), row.addresses))

    def _take(self, reading: RowReading) -> None:
        row = reading.row
        copies = self.copies[row.part]
        if not copies:
            copies.append(TableCopy(reading.where))
        elif row.addresses[0] in copies[-1].rows:
            # A table that starts over is another copy; a row that comes again at once is a repetition.
            if row.order and row.order > self.last[row.part] - 3:
                self.notes.append(notes.row_twice(row.part, row.label, reading.where, row.addresses))
                return
            copies.append(TableCopy(reading.where))
        copies[-1].add(reading)
        self.last[row.part] = row.order
