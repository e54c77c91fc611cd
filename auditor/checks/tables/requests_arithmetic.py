"""The sums of table 三: T300 to T303, T305, T306, T311.

All of them give out shares of one diagnosis, so that a fault with one cause is reported once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from auditor.addresses import COLUMNS
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.phrases import both
from auditor.checks.tables.printed import WIDTH, for_json, plain, request_numbers, request_row_keys
from auditor.checks.tables.request_sums import request_faults
from auditor.model import Value
from auditor.naming import column_name


def _share(case: Case, code: str) -> Iterable[Violation]:
    return request_faults(case).violations.get(code, ())


@rule("T300", "error", "T3-BAL", "T3-SUM", "T3-ROW", "#10", "#11")
def one_cell_breaks_the_sums(case: Case) -> Iterator[Violation]:
    """One cell whose change repairs every relation that fails, or several that would do so equally."""
    yield from _share(case, "T300")


@rule("T301", "error", "T3-BAL", "#10")
def balance_fails(case: Case) -> Iterator[Violation]:
    """In every column: received + carried in = handled + carried out."""
    yield from _share(case, "T301")


@rule("T302", "error", "T3-SUM", "#10")
def results_do_not_add_up(case: Case) -> Iterator[Violation]:
    """In every column: handled = the sum of all results."""
    yield from _share(case, "T302")


@rule("T303", "error", "T3-ROW", "#10", "#11")
def row_total_fails(case: Case) -> Iterator[Violation]:
    """In every row: total = the sum of the applicants."""
    yield from _share(case, "T303")


@rule("T305", "error", "T3-LE")
def more_handled_than_there_was(case: Case) -> Iterator[Violation]:
    """Neither handled nor carried out may be more than received and carried in."""
    yield from _share(case, "T305")
    numbers = request_numbers(case)
    if numbers is None or not numbers.blank:
        return
    handled = (len(request_row_keys(numbers)) - 2) * WIDTH
    for index, column in enumerate(COLUMNS):
        cells = (index, WIDTH + index, handled + WIDTH + index)
        if handled + index not in numbers.blank or not numbers.unknown.isdisjoint(cells):
            continue
        there = numbers.values[cells[0]] + numbers.values[cells[1]]
        left = numbers.values[cells[2]]
        if left > there and not numbers.blank.intersection(cells):
            yield _carried_out_beyond(tuple(numbers.addresses[cell] for cell in cells), column, there, left)


def _carried_out_beyond(addresses: tuple[str, ...], column: str, there: Value, left: Value) -> Violation:
    return Violation(
        fields={"column": both(lambda lang: column_name(column, lang)), "there": plain(there), "left": plain(left)},
        addresses=addresses,
        values={"cells": {addresses[2]: for_json(left)}, "there": for_json(there)},
        variant="carried_out",
    )


@rule("T306", "error", "T3-SHIFT", "#11")
def value_in_the_wrong_place(case: Case) -> Iterator[Violation]:
    """A value stands in a neighbour's cell, or two cells are swapped."""
    yield from _share(case, "T306")


@rule("T311", "error", "T3-SUM", "#38")
def partly_granted_counted_twice(case: Case) -> Iterator[Violation]:
    """The results exceed their total by exactly the partly granted ones."""
    yield from _share(case, "T311")
