"""Leaps from one year to the next: Y104 (Y-JUMP)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from auditor.addresses import DISPUTE_KINDS, GROUPS, active_addresses, value_of
from auditor.checks.previous import last_year, same_body
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.printed import plain
from auditor.checks.years.comparing import pair_values
from auditor.model import TableFormat
from auditor.naming import name_of

FACTOR = 5
BASE = 20


@cache
def _leaping(table_format: TableFormat) -> tuple[str, ...]:
    """What is looked at: table 二, the totals of requests, of each group of results and of disputes."""
    rows = ("new", "granted", "partial", *(f"{group}.*" for group in GROUPS))
    return (
        *(address for address in active_addresses(table_format) if not address.endswith(".change")),
        *(f"requests.{row}.total" for row in rows),
        *(f"disputes.{kind}.total" for kind in DISPUTE_KINDS),
    )


@rule("Y104", "info", "Y-JUMP")
def leap_from_last_year(case: Case) -> Iterator[Violation]:
    """A value more than five times, or less than a fifth of, last year's of at least 20."""
    previous = last_year(case)
    if previous is None:
        return
    if case.report.agency and previous.agency and not same_body(case.report.agency, previous.agency):
        return
    for address in _leaping(case.report.table_format or "2021"):
        now, before = value_of(address, case.report.cells), value_of(address, previous.cells)
        if now is None or before is None or before < BASE:
            continue
        if now > before * FACTOR or now * FACTOR < before:
            yield Violation(
                fields={
                    "cell": (name_of(address), name_of(address, "en")),
                    "now": plain(now),
                    "before": plain(before),
                },
                addresses=(address,),
                values=pair_values(address, now, before),
                variant="" if now > before else "down",
            )
