"""Growth rates of the prose: with both years' figures, or with one and the question whether a base exists (I106)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from auditor.checks.narrative.evidence import shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.within.evidence import broken, quotes
from auditor.model import Figure, Severity

_DOWN = re.compile(r"下降|减少|回落|降低|降|减少了|下降了")


@rule("I106", "warning", "N-GROW")
def growth(case: Case) -> Iterator[Violation]:
    """同比增长 x% recomputed; 增长n倍 is ambiguous and at most a note (handbook N-GROW)."""
    told = set()
    for relation in case.relations:
        if relation.kind != "growth":
            continue
        told.add(relation.roles["rate"][0])
        if relation.holds:
            continue
        rate = case.figures[relation.roles["rate"][0]]
        severity: Severity = "info" if rate.unit == "倍" or _close(relation.gap, rate) else "warning"
        worth = shown(rate.value + (relation.gap or 0)) + (rate.unit or "")
        fields = {**quotes(relation, case, "rate", "current", "previous"), "worth": worth}
        yield broken(relation, case, fields, severity=severity)
    for index, figure in enumerate(case.figures):
        if index not in told and figure.kind == "growth" and figure.unit == "%" and not figure.approximate:
            base = _counted_before(case, index)
            if base is not None and not _base_exists(base, figure, case):
                yield Violation(
                    {"rate": figure.text, "current": base.text},
                    (),
                    (span_of(base), span_of(figure)),
                    {"stated": {"current": [shown(base.value)], "rate": [shown(figure.value)]}},
                    variant="no_base",
                )


def _close(gap: int | Decimal | None, rate: Figure) -> bool:
    digits = len(format(Decimal(rate.value), "f").partition(".")[2])
    return gap is not None and abs(Fraction(gap)) <= Fraction(1, 10**digits)


def _counted_before(case: Case, index: int) -> Figure | None:
    """The exact count right before a growth rate, with nothing but a comparison between them."""
    if not index:
        return None
    rate, base = case.figures[index], case.figures[index - 1]
    if base.section != rate.section or base.kind != "count" or base.approximate or base.value_high is not None:
        return None
    if base.period != "current" or not isinstance(base.value, int):
        return None
    section = next((part.text for part in case.report.sections if part.number == rate.section), "")
    between = section[base.end : rate.start]
    return base if _COMPARISON.fullmatch(between) and "万" not in base.text and "亿" not in base.text else None


_COMPARISON = re.compile(
    r"[，,（(]?(?:同比|较上年|较去年|比上年|比去年|较上一年|较上年度|比上年度|与上年相比|与去年相比)(?!分别)[^，。；、%\d]{0,8}"
)


def _base_exists(base: Figure, rate: Figure, case: Case) -> bool:
    """Whether an integer L exists with 100·(T − L)/L rounded to the printed digits = the rate."""
    section = next(part.text for part in case.report.sections if part.number == rate.section)
    sign = -1 if _DOWN.search(section[base.end : rate.start]) else 1
    digits = len(format(Decimal(rate.value), "f").partition(".")[2])
    half = Fraction(1, 2 * 10**digits)
    count = Fraction(base.value)
    low, high = (1 + sign * (Fraction(rate.value) + edge) / 100 for edge in (-half, half))
    low, high = min(low, high), max(low, high)
    if low <= 0:
        return True
    first = -(-count // high)
    return first * low <= count
