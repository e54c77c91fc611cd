"""The tables as the report lays them out, for outputs that show them with the addresses of their cells.

Few outputs do, and a report has some three hundred cells: the rows are made when they are first looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, partial
from operator import itemgetter
from typing import overload

from auditor.model import GridCell, PrintedTable
from auditor.reading.blocks import Grid
from auditor.reading.tables.collect import Place, TableCopy
from auditor.reading.tables.forms import TablePart
from auditor.reading.tables.grids import rows_of

Row = tuple[GridCell, ...]

_grid_cell = partial(tuple.__new__, GridCell)
_GRID = itemgetter(0)


class LaidOut(Sequence[Row]):
    """The rows of grids that are one table; ``addresses`` tells by place which cells are read."""

    def __init__(self, grids: Sequence[tuple[int, Grid]], addresses: Mapping[Place, str]) -> None:
        self._grids = list(grids)
        self._addresses = addresses

    @cached_property
    def _rows(self) -> tuple[Row, ...]:
        told = self._addresses.get
        return tuple(
            tuple(
                _grid_cell((text, rowspan, colspan, told((index, at, column))))
                for at, column, rowspan, colspan, text in row
            )
            for index, grid in self._grids
            for row in rows_of(grid)
        )

    @overload
    def __getitem__(self, index: int) -> Row: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[Row, ...]: ...

    def __getitem__(self, index: int | slice) -> Row | tuple[Row, ...]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._rows == tuple(other)

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return repr(self._rows)


def printed_tables(grids: Sequence[Grid], chosen: Mapping[TablePart, TableCopy | None]) -> Iterator[PrintedTable]:
    """The grids as laid out; one that only goes on with the table before it, equally wide, is joined to it."""
    addresses: dict[Place, str] = {}
    parts: dict[int, TablePart] = {}
    for part, copy in chosen.items():
        for reading in copy.rows.values() if copy else ():
            addresses.update(zip(reading.places, reading.row.addresses, strict=False))
            for index in set(map(_GRID, reading.places)):
                parts.setdefault(index, part)
    joined: list[tuple[TablePart, int, list[tuple[int, Grid]]]] = []
    for index, grid in enumerate(grids):
        if index not in parts:
            continue
        if joined and joined[-1][:2] == (parts[index], grid.columns):
            joined[-1][2].append((index, grid))
        else:
            joined.append((parts[index], grid.columns, [(index, grid)]))
    for part, _, laid in joined:
        yield PrintedTable(part, LaidOut(laid, addresses))
