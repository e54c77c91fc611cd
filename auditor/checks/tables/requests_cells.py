"""What the cells of table 三 may hold, and what is unlikely though it adds up: T304, T307 to T310."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from auditor.addresses import APPLICANTS
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.counts import bad_counts
from auditor.checks.tables.phrases import both
from auditor.checks.tables.printed import WIDTH, for_json, number_at, plain, request_numbers, request_row_keys
from auditor.checks.tables.request_sums import request_faults
from auditor.model import Value
from auditor.naming import column_name
from auditor.resources import load_lexicon

LARGE_CARRY_OUT = 10
CARRY_OUT_SHARE = (2, 5)
"""40 per cent: 20 working days, 40 at most, leave little more than the requests of December open."""
LEAST_EQUAL_CELLS = 3


@rule("T304", "error", "T3-NEG")
def not_a_count(case: Case) -> Iterator[Violation]:
    """Every cell is a whole number of at least 0."""
    repaired = request_faults(case).mended
    yield from bad_counts(case.report.cells, request_numbers(case), repaired)


def _sound_total(case: Case, row: str) -> Value | None:
    """The total of a row, unless a repair says that it is misprinted."""
    address = f"requests.{row}.total"
    return None if address in request_faults(case).mended else number_at(case.report, address)


@rule("T307", "info", "T3-AGE")
def much_carried_out(case: Case) -> Iterator[Violation]:
    """A large share of the year's requests is carried over to the next."""
    out, new = _sound_total(case, "carried_out"), _sound_total(case, "new")
    if out is None or new is None or out <= LARGE_CARRY_OUT:
        return
    share, of = CARRY_OUT_SHARE
    if out * of > new * share:
        yield Violation(
            fields={"carried_out": plain(out), "new": plain(new)},
            addresses=("requests.carried_out.total", "requests.new.total"),
            values={"cells": {"requests.carried_out.total": for_json(out), "requests.new.total": for_json(new)}},
        )


@rule("T308", "warning", "T3-OLD")
def old_requests_still_open(case: Case) -> Iterator[Violation]:
    """Fewer requests were handled than came over from last year."""
    carried_in, handled = _sound_total(case, "carried_in"), _sound_total(case, "handled")
    if carried_in and handled is not None and handled < carried_in:
        yield Violation(
            fields={"carried_in": plain(carried_in), "handled": plain(handled)},
            addresses=("requests.carried_in.total", "requests.handled.total"),
            values={
                "cells": {
                    "requests.carried_in.total": for_json(carried_in),
                    "requests.handled.total": for_json(handled),
                }
            },
        )


@rule("T309", "warning", "T3-FEE")
def fee_not_spoken_of(case: Case) -> Iterator[Violation]:
    """Requests ended for an unpaid fee, but part 六 says nothing of 信息处理费."""
    unpaid = _sound_total(case, "other.no_payment")
    if not unpaid:
        return
    words = load_lexicon("tables/plausibility")["fee"]["words"]
    parts = [section.text for section in case.report.sections if section.part == "other"]
    if parts and not any(word in text for word in words for text in parts):
        yield Violation(
            fields={"count": plain(unpaid)},
            addresses=("requests.other.no_payment.total",),
            values={"cells": {"requests.other.no_payment.total": for_json(unpaid)}},
        )


@rule("T310", "info", "T3-DUP")
def two_columns_alike(case: Case) -> Iterator[Violation]:
    """Two columns of applicants hold the same numbers."""
    numbers = request_numbers(case)
    if numbers is None or numbers.unknown:
        return
    columns = [numbers.values[index::WIDTH] for index in range(len(APPLICANTS))]
    filled = [index for index, column in enumerate(columns) if sum(map(bool, column)) >= LEAST_EQUAL_CELLS]
    for first, second in combinations(filled, 2):
        if columns[first] == columns[second]:
            yield _alike(request_row_keys(numbers), APPLICANTS[first], APPLICANTS[second], columns[first])


def _alike(rows: tuple[str, ...], first: str, second: str, column: list[Value]) -> Violation:
    filled = [row for row, value in zip(rows, column, strict=True) if value]
    return Violation(
        fields={
            "first": both(lambda lang: column_name(first, lang)),
            "second": both(lambda lang: column_name(second, lang)),
            "count": len(filled),
        },
        addresses=(f"requests.new.{first}", f"requests.new.{second}"),
        values={
            "cells": {
                f"requests.{row}.{name}": for_json(value)
                for row, value in zip(rows, column, strict=True)
                if value
                for name in (first, second)
            }
        },
    )
