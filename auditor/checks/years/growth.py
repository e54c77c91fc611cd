"""What the prose says of last year: growth (Y106, Y-GROW) and last year's own figures (Y107)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from functools import cache

from auditor.addresses import evaluate
from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.printed import for_json, plain
from auditor.model import Figure, Report, Severity, Span, Value
from auditor.naming import name_of
from auditor.resources import load_lexicon

_CLAUSE = re.compile(r"[。；\n]")
_NEAR = 12


@rule("Y106", "warning", "Y-GROW")
def growth_differs(case: Case) -> Iterator[Violation]:
    """A growth rate of the prose is that of the two years' cells."""
    previous = last_year(case)
    if previous is None:
        return
    recomputed = {index for relation in case.relations if relation.kind == "growth" for index in relation.roles["rate"]}
    for index, figure in enumerate(case.figures):
        if figure.kind != "growth" or figure.unit != "%" or figure.approximate or index in recomputed:
            continue
        text = _text_before(case.report, figure)
        address = figure.named or _grown(case.figures[:index], figure.section, figure.start - len(text))
        if address is None or not _speaks_of_last_year(text, previous.year):
            continue
        now, before = (_exact(address, report) for report in (case.report, previous))
        if now is None or before is None or before <= 0:
            continue
        grown = Fraction(now - before) / Fraction(before) * 100
        severity = _severity(grown, figure.value, _direction(text[-_NEAR:]))
        if severity is not None:
            yield _growth_violation(figure, address, now, before, grown, severity)


def _grown(earlier: Sequence[Figure], section: str, start: int) -> str | None:
    """What grew, where the growth itself names nothing: the last figure of the sentence, if it has its cell."""
    for figure in reversed(earlier):
        if figure.section != section or figure.start < start:
            return None
        if figure.kind != "growth" and figure.period == "current":
            return figure.address if figure.verdict == "match" and not figure.optional else None
    return None


def _severity(grown: Fraction, stated: Value, direction: int) -> Severity | None:
    """How far the stated rate is off (handbook 2.9): within half a unit right, within one worth a look."""
    unit = Fraction(1, 10 ** _decimals(stated))
    signed = Fraction(stated) * direction if direction else Fraction(stated)
    actual = grown if direction else abs(grown)
    off = abs(actual - signed)
    if off <= unit / 2:
        return None
    return "info" if off <= unit else "warning"


def _decimals(value: Value) -> int:
    exponent = Decimal(value).as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _growth_violation(
    figure: Figure, address: str, now: Value, before: Value, grown: Fraction, severity: Severity
) -> Violation:
    places = Decimal(1).scaleb(-max(_decimals(figure.value), 1))
    rate = (Decimal(grown.numerator) / Decimal(grown.denominator)).quantize(places, ROUND_HALF_UP)
    return Violation(
        fields={
            "text": figure.text,
            "cell": (name_of(address), name_of(address, "en")),
            "now": plain(now),
            "before": plain(before),
            "rate": plain(rate),
        },
        addresses=(address,),
        spans=(Span(figure.section, figure.start, figure.end),),
        values={
            "stated": for_json(figure.value),
            "expected": for_json(rate),
            "cells": {address: for_json(now)},
            "previous": {address: for_json(before)},
        },
        severity=severity,
    )


@rule("Y107", "warning", "NT-YEAR")
def last_years_figure_differs(case: Case) -> Iterator[Violation]:
    """A figure that the prose gives for last year is what last year's report prints."""
    previous = last_year(case)
    if previous is None:
        return
    grown_from = _grown_from(case)
    for index, figure in enumerate(case.figures):
        address = figure.named if figure.barred == "period" else grown_from.get(index)
        if figure.period != "previous" or address is None:
            continue
        if figure.approximate or figure.optional or figure.kind not in ("count", "money", "absence"):
            continue
        printed = _exact(address, previous)
        if printed is None or figure.value in (printed, _with_carried_in(address, previous)):
            continue
        if not _speaks_of_last_year(_text_around(case.report, figure), previous.year):
            continue
        yield Violation(
            fields={
                "text": figure.text,
                "cell": (name_of(address), name_of(address, "en")),
                "printed": plain(printed),
            },
            addresses=(address,),
            spans=(Span(figure.section, figure.start, figure.end),),
            values={"stated": for_json(figure.value), "previous": {address: for_json(printed)}},
        )


def _grown_from(case: Case) -> dict[int, str]:
    """Figures that a growth or a difference starts from (较上年的28件增长…) speak of the cell that grew."""
    return {
        relation.roles["previous"][0]: current.address
        for relation in case.relations
        if relation.kind in ("growth", "difference")
        for current in (case.figures[relation.roles["current"][0]],)
        if current.address is not None and not current.optional
    }


def _with_carried_in(address: str, report: Report) -> Value | None:
    """Received may be counted with what was carried in (figures.md 4)."""
    if address != "requests.new.total":
        return None
    return _exact("requests.new.total + requests.carried_in.total", report)


def _exact(expression: str, report: Report) -> Value | None:
    """An expression's value if it is a number of things, not a quotient."""
    value = evaluate(expression, report.cells) if " / " not in expression and " & " not in expression else None
    return None if isinstance(value, Fraction) else value


def _text_before(report: Report, figure: Figure) -> str:
    """The sentence up to the figure."""
    text = next((section.text for section in report.sections if section.number == figure.section), "")
    return _CLAUSE.split(text[: figure.start])[-1]


def _text_around(report: Report, figure: Figure) -> str:
    """The sentence that the figure stands in."""
    text = next((section.text for section in report.sections if section.number == figure.section), "")
    return _CLAUSE.split(text[: figure.start])[-1] + _CLAUSE.split(text[figure.start :])[0]


@cache
def _words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = load_lexicon("tables/years")["last_year"]
    return (
        re.compile("|".join(words["words"])),
        re.compile("|".join(words["up"])),
        re.compile("|".join(words["down"])),
    )


def _speaks_of_last_year(text: str, year: int | None) -> bool:
    """Whether a sentence compares with last year and names no other year before it."""
    years = {int(named) for named in re.findall(r"(20\d\d)年", text)}
    if years and year is not None and years - {year, year + 1}:
        return False
    return bool(_words()[0].search(text)) or year in years


def _direction(text: str) -> int:
    """1 for growth, -1 for decline, 0 where the words before the figure don't say."""
    _, up, down = _words()
    rises, falls = list(up.finditer(text)), list(down.finditer(text))
    last_rise = rises[-1].start() if rises else -1
    last_fall = falls[-1].start() if falls else -1
    if last_rise == last_fall:
        return 0
    return 1 if last_rise > last_fall else -1
