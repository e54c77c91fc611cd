"""Figures that are possible but worth a look: I112 and I113."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.checks.narrative.evidence import shown, span_of
from auditor.checks.registry import Case, Violation, rule

LEGAL_LIMIT = 20
"""Working days in which a request is answered (条例 art. 33)."""

_AVERAGE = re.compile(r"平均(?:办理|办结|答复|处理)")
_REQUESTS = re.compile(r"申请")
_ROUND_SHARE = 0.9
_ENOUGH_FIGURES = 10


@rule("I112", "info", "N-AVG")
def average_time(case: Case) -> Iterator[Violation]:
    """平均办理时限 of requests beyond the legal 20 working days."""
    for figure in case.figures:
        if (
            figure.kind != "duration"
            or figure.value <= LEGAL_LIMIT
            or figure.unit not in ("个工作日", "工作日", "天", "日")
        ):
            continue
        section = next((part.text for part in case.report.sections if part.number == figure.section), "")
        sentence = section[: figure.start].rsplit("。", 1)[-1]
        if _AVERAGE.search(sentence) and _REQUESTS.search(sentence):
            yield Violation(
                {"text": figure.text, "limit": LEGAL_LIMIT}, (), (span_of(figure),), {"stated": shown(figure.value)}
            )


@rule("I113", "info", "40")
def too_round(case: Case) -> Iterator[Violation]:
    """Nearly all counts of the prose are round (100, 200 …): they may be estimates."""
    counts = [
        figure for figure in case.figures if figure.kind == "count" and figure.value >= 20 and not figure.approximate
    ]
    if len(counts) < _ENOUGH_FIGURES:
        return
    round_ones = [figure for figure in counts if figure.value % 10 == 0]
    if len(round_ones) >= _ROUND_SHARE * len(counts):
        yield Violation({"round": len(round_ones), "all": len(counts)}, (), tuple(map(span_of, round_ones[:5])))
