"""Relations between the tables: T501 to T504.

``active.fees`` and 信息处理费 are different things and are never compared (handbook X-FEES).
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import DISPUTE_KINDS, value_of
from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.tables.phrases import both, listed
from auditor.checks.tables.printed import (
    WIDTH,
    dispute_numbers,
    for_json,
    number_at,
    plain,
    request_numbers,
    request_row_keys,
)
from auditor.checks.tables.request_sums import request_faults
from auditor.model import Report, Value
from auditor.naming import kind_name
from auditor.resources import load_lexicon

REVIEW = "disputes.review.total"
DIRECT = "disputes.litigation_direct.total"
AFTER = "disputes.litigation_after_review.total"
NEW, CARRIED_IN, HANDLED = "requests.new.total", "requests.carried_in.total", "requests.handled.total"


@once_per_case
def _disputes(case: Case) -> Value | None:
    """All disputes of the year; None where a total is not a number."""
    totals = [number_at(case.report, address) for address in (REVIEW, DIRECT, AFTER)]
    known = [total for total in totals if total is not None]
    return sum(known) if len(known) == len(totals) else None


def _requests(report: Report) -> Value | None:
    """All requests that there were to handle."""
    new, carried_in = number_at(report, NEW), number_at(report, CARRIED_IN)
    return None if new is None or carried_in is None else new + carried_in


def _totals(report: Report, *addresses: str) -> dict[str, int | str | None]:
    return {address: for_json(number_at(report, address)) for address in addresses}


@rule("T501", "info", "X-DISP0")
def disputes_without_requests(case: Case) -> Iterator[Violation]:
    """Disputes in a year without a request: they may concern an earlier one."""
    disputes = _disputes(case)
    if disputes and _requests(case.report) == 0:
        addresses = (REVIEW, DIRECT, AFTER, NEW, CARRIED_IN)
        yield Violation({"disputes": plain(disputes)}, addresses, values={"cells": _totals(case.report, *addresses)})


@rule("T502", "warning", "X-DISPGT")
def more_disputes_than_answers(case: Case) -> Iterator[Violation]:
    """More disputes than this year's and last year's answers together."""
    disputes, requests = _disputes(case), _requests(case.report)
    now, before = number_at(case.report, HANDLED), number_at(last_year(case), HANDLED)
    if not disputes or not requests or now is None or before is None or HANDLED in request_faults(case).mended:
        return
    if disputes > now + before:
        addresses = (REVIEW, DIRECT, AFTER, HANDLED)
        yield Violation(
            fields={"disputes": plain(disputes), "now": plain(now), "before": plain(before)},
            addresses=addresses,
            values={"cells": _totals(case.report, *addresses), "previous": {HANDLED: for_json(before)}},
        )


@rule("T503", "info", "X-ALLOK")
def disputes_though_all_granted(case: Case) -> Iterator[Violation]:
    """Every request was granted, yet there were disputes."""
    disputes, numbers = _disputes(case), request_numbers(case)
    if not disputes or numbers is None:
        return
    rows = request_row_keys(numbers)
    totals = [index * WIDTH + WIDTH - 1 for index in range(2, len(rows) - 2)]
    if not numbers.unknown.isdisjoint(totals) or not numbers.blank.isdisjoint(totals):
        return
    granted, *others = (numbers.values[index] for index in totals)
    if granted > 0 and not any(others):
        address = "requests.granted.total"
        yield Violation(
            fields={"granted": plain(granted), "disputes": plain(disputes)},
            addresses=(address, REVIEW, DIRECT, AFTER),
            values={"cells": _totals(case.report, address, REVIEW, DIRECT, AFTER)},
        )


@rule("T504", "info", "X-CORR")
def lost_cases_not_spoken_of(case: Case) -> Iterator[Violation]:
    """Cases were lost; part 五 should say what was learnt from them."""
    numbers = dispute_numbers(case)
    if numbers is None:
        return
    lost = [
        f"disputes.{kind}.corrected"
        for kind in DISPUTE_KINDS
        if value_of(f"disputes.{kind}.corrected", case.report.cells)
    ]
    words = load_lexicon("tables/plausibility")["lost_cases"]["words"]
    texts = [section.text for section in case.report.sections if section.part == "problems"]
    if not lost or any(word in text for word in words for text in texts):
        return
    kinds = [address.split(".")[1] for address in lost]
    yield Violation(
        fields={
            "count": plain(sum(number_at(case.report, address) or 0 for address in lost)),
            "kinds": both(lambda lang: listed((kind_name(kind, lang) for kind in kinds), lang)),
        },
        addresses=tuple(lost),
        values={"cells": _totals(case.report, *lost)},
    )
