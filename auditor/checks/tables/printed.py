"""The printed tables as flat lists of numbers: what the sums are taken over.

A blank counts as 0 in a sum and is remembered as blank; a cell that was not printed, could not be read
or holds words is unknown, and nothing is judged that rests on it (handbook 1.3).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple, cast

from auditor.addresses import dispute_addresses, request_addresses, request_rows
from auditor.checks.registry import Case, once_per_case
from auditor.model import Cell, Report, TableFormat, Value

WIDTH = 7
"""Columns of table 三, the total last."""

_NUMBER = itemgetter(0)
"""The number of a cell, its first field."""

_EMPTY: frozenset[int] = frozenset()


class PrintedNumbers(NamedTuple):
    """The numbers of one table in the order of its addresses; indices go through all fields alike."""

    addresses: tuple[str, ...]
    values: list[Value]
    blank: frozenset[int]
    unknown: frozenset[int]


def printed_numbers(cells: Mapping[str, Cell], addresses: tuple[str, ...]) -> PrintedNumbers | None:
    """The numbers of a table, or None where none of its cells is printed."""
    try:
        printed = _getter(addresses)(cells)
    except KeyError:
        return _with_gaps(cells, addresses)
    numbers = cast("list[Value]", list(map(_NUMBER, printed)))
    if None in numbers:
        return _with_gaps(cells, addresses)
    return PrintedNumbers(addresses, numbers, _EMPTY, _EMPTY)


@cache
def _getter(addresses: tuple[str, ...]) -> Callable[[Mapping[str, Cell]], tuple[Cell, ...]]:
    getter: Any = itemgetter(*addresses)
    return cast("Callable[[Mapping[str, Cell]], tuple[Cell, ...]]", getter)


def _with_gaps(cells: Mapping[str, Cell], addresses: tuple[str, ...]) -> PrintedNumbers | None:
    values: list[Value] = []
    blank, unknown = set[int](), set[int]()
    for index, address in enumerate(addresses):
        cell = cells.get(address)
        if cell is None or cell.kind in ("unread", "text"):
            unknown.add(index)
            values.append(0)
        elif cell.number is None:
            blank.add(index)
            values.append(0)
        else:
            values.append(cell.number)
    if len(unknown) == len(addresses) and not any(address in cells for address in addresses):
        return None
    return PrintedNumbers(addresses, values, frozenset(blank), frozenset(unknown))


def rows_printed(report: Report) -> TableFormat:
    """Whose rows table 三 has: those of 2019 where 三（六） is printed as one row, whatever the year."""
    return "2019" if "requests.other.all.total" in report.cells else "2021"


@once_per_case
def request_numbers(case: Case) -> PrintedNumbers | None:
    """Table 三, row by row."""
    return printed_numbers(case.report.cells, request_addresses(rows_printed(case.report)))


@once_per_case
def dispute_numbers(case: Case) -> PrintedNumbers | None:
    """Table 四: three kinds of five."""
    return printed_numbers(case.report.cells, dispute_addresses())


def request_row_keys(numbers: PrintedNumbers) -> tuple[str, ...]:
    """The rows that ``numbers`` of table 三 has."""
    rows = request_rows("2019")
    return rows if len(numbers.addresses) == WIDTH * len(rows) else request_rows("2021")


def number_at(report: Report | None, address: str) -> Value | None:
    """What a cell prints as a number; None where it is blank, unread or absent."""
    cell = None if report is None else report.cells.get(address)
    return None if cell is None else cell.number


def plain(value: Value) -> str:
    """A number as a person writes it."""
    return str(value) if isinstance(value, int) else format(value, "f")


def for_json(value: Value | None) -> int | str | None:
    """A number as ``Finding.values`` holds it: Decimals as strings."""
    return value if value is None or isinstance(value, int) else format(value, "f")
