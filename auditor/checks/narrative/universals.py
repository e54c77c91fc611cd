"""均 and 全部: the part that all of n are said to be must equal n (N114)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.addresses import evaluate
from auditor.checks.narrative.evidence import cells_of, names, shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.verdicts import fits
from auditor.model import Figure, Severity

HANDLED = "requests.handled.total"
CARRIED_OUT = "requests.carried_out.total"


@rule("N114", "error", "NT-DISP", "NT-CLASS", "NT-DONE")
def all_of_them(case: Case) -> Iterator[Violation]:
    """均获维持, 均为自然人, 均已办结 against the part that is meant.

    That all are finished is judged by what was carried out: a total that takes in carried-over requests
    is no contradiction, and in-time answers say nothing about December's requests (handbook NT-RATE).
    """
    for figure in case.figures:
        for part in figure.also:
            violation = _violation(figure, part, case)
            if violation is not None:
                yield violation


_SAYS_ALL = re.compile(r"均|全部|都|皆|全")


def _behind(figure: Figure, case: Case) -> str:
    """The text behind a figure, to the end of its sentence."""
    text = next((section.text for section in case.report.sections if section.number == figure.section), "")
    return text[figure.end :].split("。", 1)[0]


def _violation(figure: Figure, part: str, case: Case) -> Violation | None:
    worth = evaluate(part, case.report.cells)
    if worth is None or fits(figure, worth):
        return None
    severity: Severity | None = None
    if part == HANDLED:
        if not evaluate(CARRIED_OUT, case.report.cells):
            return None
        severity = "info"
    elif not _SAYS_ALL.search(_behind(figure, case)):
        # A remark on a single case (1件（申请人撤回）), not a statement about all.
        severity = "info"
    fields = {"text": figure.text, "part": names(part), "worth": shown(worth), "stated": shown(figure.value)}
    expressions = (part,)
    return Violation(
        fields,
        expressions,
        (span_of(figure),),
        {"stated": shown(figure.value), "cells": cells_of(expressions, case)},
        severity=severity,
    )
