"""Two years' reports beside each other: whether they may be compared, and their cells pair by pair."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.checks.previous import last_year, same_body
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.printed import for_json, number_at
from auditor.checks.tables.request_sums import request_faults
from auditor.model import Report, Span, Value

_SENTENCE = re.compile(r"[^。！？；\n]+")


def sentences_with(report: Report, words: Iterable[str]) -> Iterator[tuple[Span, str]]:
    """The sentences of the report that hold one of the words."""
    wanted = tuple(words)
    for section in report.sections:
        if any(word in section.text for word in wanted):
            for match in _SENTENCE.finditer(section.text):
                if any(word in match.group() for word in wanted):
                    yield Span(section.number, *match.span()), match.group()


def mended(case: Case, report: Report, address: str) -> Value | None:
    """A cell of table 三 as its own report's sums say that it must be, else as printed."""
    faults = request_faults(case) if report is case.report else request_faults(_as_case(case, report))
    return faults.mended.get(address, number_at(report, address))


def _as_case(case: Case, report: Report) -> Case:
    return case.memo.setdefault(("case of", id(report)), Case(report))  # type: ignore[no-any-return]


def pair_values(address: str, now: Value | None, before: Value | None, earlier: str = "") -> dict[str, object]:
    """Both years' values for ``Finding.values``; ``earlier`` is last year's address where it is another."""
    return {"cells": {address: for_json(now)}, "previous": {earlier or address: for_json(before)}}


@rule("Y100", "warning", "Y-CARRY")
def not_last_years_report(case: Case) -> Iterator[Violation]:
    """The report given as last year's is of another year or another body."""
    previous, report = case.previous, case.report
    if previous is None:
        return
    fields = {
        "agency": previous.agency or "?",
        "own": report.agency or "?",
        "year": previous.year,
        "wanted": (report.year or 0) - 1,
    }
    if previous.cells and last_year(case) is None:
        yield Violation(fields, values={"year": previous.year}, subject="year")
    elif previous.agency and report.agency and not same_body(previous.agency, report.agency):
        yield Violation(fields, values={"agency": previous.agency}, variant="body", subject="body")
