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
from auditor.reading.tables.labels import is_run_on
from auditor.reading.tables.placed import Placed
from auditor.reading.tables.values import LONGEST, MOST_DIGITS, read_value

MONEY = frozenset({"active.fees", "active.procurement.amount"})
UNIT_WANTED = frozenset({"active.procurement.amount"})

# Made two hundred times a report: the class's own constructor takes three times as long.
_new = cast("Callable[[type[Cell], Iterable[object]], Cell]", tuple.__new__)
_new_row = cast("Callable[[type[RowReading], Iterable[object]], RowReading]", tuple.__new__)

Place = tuple[int, int, int]
"""Where a cell stands among the grids: grid, row, column."""


class Left(NamedTuple):
    """The cells of a short row that are not blank, with where they stand.

    ``lines`` says that each stood on a line of its own, so that equal ones may have been dropped; ``gaps``
    that blank cells are printed between them.
    """

    texts: tuple[str, ...]
    wheres: tuple[str, ...]
    places: tuple[Place, ...]
    lines: bool
    gaps: bool = False


class RowReading(NamedTuple):
    """One row as found, with the addresses among it that are unread.

    ``places`` is empty for flattened text and for a row that is unread.  ``left`` are the cells of a short
    row that are left, for the sums to place.
    """

    row: RowForm
    cells: tuple[Cell, ...]
    where: str
    places: tuple[Place, ...]
    unread: tuple[str, ...] = ()
    left: Left | None = None


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

    def drop(self, address: str) -> None:
        """Take out the row that begins with an address."""
        row = self.rows.pop(address).row
        for name in row.addresses:
            self.cells.pop(name, None)
        self.unread = [name for name in self.unread if name not in row.addresses]

    def replace(self, reading: RowReading) -> None:
        """Put a reading in the place of the one that this copy has of the row."""
        self.unread = [address for address in self.unread if address not in reading.row.addresses]
        self.add(reading)


def cell_of(address: str, text: str, placed: Placed, where: str) -> Cell:
    """What a cell's text says at an address; ``placed`` names the step that aligned it."""
    if not text:
        return Cell(None, "", "blank", placed, where)
    if text.isdecimal() and len(text) <= MOST_DIGITS and address not in MONEY:
        return Cell(int(text), text, "number", placed, where)
    value = read_value(text, money=address in MONEY, signed=address.endswith(".change"))
    if value.kind == "text" and is_run_on(text):
        return Cell(None, text, "unread", placed, where)
    return Cell(value.number, text, value.kind, placed, where)


def _is_empty(reading: RowReading) -> bool:
    """Whether nothing of a row is printed but its label."""
    return bool(reading.unread) and not any(cell.text for cell in reading.cells)


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
        placed: Placed,
        places: Sequence[Place] = (),
    ) -> None:
        """A row whose cells are known one by one; ``placed`` names the step that aligned them."""
        digits = "" if row.part == "active" or "" in texts else "".join(texts)
        if digits.isdecimal() and len(digits) <= LONGEST:
            made = zip(map(int, texts), texts, repeat("number"), repeat(placed), wheres, repeat(None))
            cells = tuple(map(_new, repeat(Cell), made))
            self._take(_new_row(RowReading, (row, cells, wheres[0], tuple(places), (), None)))
            return
        read = zip(row.addresses, texts, wheres, strict=True)
        cells = tuple(cell_of(address, text, placed, where) for address, text, where in read)
        unread = tuple(address for address, cell in zip(row.addresses, cells, strict=True) if cell.kind == "unread")
        self._take(RowReading(row, cells, wheres[0], tuple(places), unread))

    def cells(self, row: RowForm, cells: tuple[Cell, ...], where: str, places: tuple[Place, ...] = ()) -> None:
        """A row of which some cells are read and others are not."""
        named = zip(row.addresses, cells, strict=True)
        unread = tuple(address for address, cell in named if cell.kind == "unread")
        self._take(RowReading(row, cells, where, places, unread))

    def unread(self, row: RowForm, raw: str, where: str, left: Left | None = None) -> None:
        """A row that is printed but whose cells can't be told apart with certainty."""
        cells = tuple(Cell(None, raw, "unread", "", where) for _ in row.addresses)
        self._take(RowReading(row, cells, where, (), row.addresses, left))

    def _take(self, reading: RowReading) -> None:
        row = reading.row
        copies = self.copies[row.part]
        if not copies:
            copies.append(TableCopy(reading.where))
        elif row.addresses[0] in copies[-1].rows:
            if row.order and row.order == self.last[row.part] and _is_empty(copies[-1].rows[row.addresses[0]]):
                # A label that stood alone, at a page's end, and now comes with its cells.
                copies[-1].replace(reading)
                return
            # A table that starts over is another copy; a row that comes again at once is a repetition.
            if row.order and row.order > self.last[row.part] - 3:
                self.notes.append(notes.row_twice(row.part, row.label, reading.where, row.addresses))
                return
            copies.append(TableCopy(reading.where))
        copies[-1].add(reading)
        self.last[row.part] = row.order
