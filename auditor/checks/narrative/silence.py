"""Cells that the prose does not speak of: N113."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import addresses_in, evaluate
from auditor.checks.narrative.evidence import cells_of, names, shown
from auditor.checks.registry import Case, Violation, rule

_WORTH_A_WORD = (
    ("requests.new.total", ("requests.",)),
    ("disputes.review.total", ("disputes.review", "disputes.litigation")),
    ("disputes.litigation.total", ("disputes.review", "disputes.litigation")),
)


@rule("N113", "info", "NT-NONE")
def not_spoken_of(case: Case) -> Iterator[Violation]:
    """Requests or disputes in the tables of which part 一 says nothing."""
    spoken: set[str] = set()
    for figure in case.figures:
        expression = figure.address or figure.named
        if expression is not None:
            spoken.update(addresses_in(expression))
    if not any(section.part == "overview" and section.text for section in case.report.sections):
        return
    told: set[tuple[str, ...]] = set()
    for address, prefixes in _WORTH_A_WORD:
        worth = evaluate(address, case.report.cells)
        if not worth or prefixes in told or any(name.startswith(prefixes) for name in spoken):
            continue
        told.add(prefixes)
        yield Violation(
            {"cell": names(address), "worth": shown(worth)}, (address,), (), {"cells": cells_of((address,), case)}
        )
