"""Table 四: T401 to T404."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

from auditor.addresses import DISPUTE_KINDS, OUTCOMES
from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.tables.counts import bad_counts
from auditor.checks.tables.diagnosis import Cause, Change, Diagnosis, Equation, System
from auditor.checks.tables.phrases import both
from auditor.checks.tables.printed import PrintedNumbers, dispute_numbers, for_json, number_at, plain
from auditor.checks.tables.wording import Told, certain, open_between
from auditor.model import Figure, Span, Value
from auditor.naming import kind_name

WIDTH = len(OUTCOMES) + 1
DISPUTE_SYSTEM = System(
    tuple(
        Equation("dispute", kind, (k * WIDTH + 4,), tuple(range(k * WIDTH, k * WIDTH + 4)), k * WIDTH + 4)
        for k, kind in enumerate(DISPUTE_KINDS)
    ),
    WIDTH * len(DISPUTE_KINDS),
)


@once_per_case
def dispute_faults(case: Case) -> tuple[Violation, ...]:
    """The kinds of dispute whose total is not the sum of its outcomes."""
    numbers = dispute_numbers(case)
    if numbers is None:
        return ()
    values = numbers.values
    gaps: dict[int, Value] = {}
    for k in range(len(DISPUTE_KINDS)):
        start = k * WIDTH
        gap = values[start + 4] - sum(values[start : start + 4])
        if gap and start + 4 not in numbers.blank and numbers.unknown.isdisjoint(range(start, start + WIDTH)):
            gaps[k] = gap
    return tuple(_fault(Told(case, numbers, DISPUTE_SYSTEM, gaps), kind) for kind in gaps)


def _fault(told: Told, kind: int) -> Violation:
    """One relation alone can't tell which of its cells is wrong, unless only one can be made right."""
    equation, numbers = DISPUTE_SYSTEM.equations[kind], told.numbers
    if len(numbers.blank.intersection(equation.right)) > 1:
        return told.plainly((kind,))
    gap = {kind: told.gaps[kind]}
    changes = _no_counts_first(
        numbers, tuple(Diagnosis(DISPUTE_SYSTEM, numbers.values, gap, numbers.unknown).single(gap))
    )
    if not changes:
        return told.plainly((kind,))
    if len(changes) == 1:
        return certain(told, changes[0], (kind,), "certain")
    cause = Cause(tuple((change,) for change in changes), (kind,))
    opened = open_between(told, cause)
    total = next((change for change in changes if change.cell == equation.total), None)
    if opened.repair is not None or total is None or numbers.values[equation.total]:
        return opened
    missing = certain(told, total, (kind,), "total_missing")
    return missing._replace(values={**missing.values, "alternatives": opened.values["alternatives"]})


def _no_counts_first(numbers: PrintedNumbers, changes: tuple[Change, ...]) -> tuple[Change, ...]:
    """A cell that can't be right anyway, being negative or fractional, is the one to repair."""
    impossible = tuple(
        change for change in changes if (value := numbers.values[change.cell]) < 0 or value != int(value)
    )
    return impossible or changes


@rule("T401", "error", "T4-SUM", "#10")
def disputes_do_not_add_up(case: Case) -> Iterator[Violation]:
    """For each kind: total = upheld + corrected + other + pending."""
    yield from dispute_faults(case)


@rule("T402", "error", "T4-NEG")
def not_a_count(case: Case) -> Iterator[Violation]:
    """Every cell is a whole number of at least 0."""
    repaired = {violation.repair.address for violation in dispute_faults(case) if violation.repair is not None}
    yield from bad_counts(case.report.cells, dispute_numbers(case), repaired)


@rule("T403", "info", "T4-AFTER")
def lawsuit_after_no_review(case: Case) -> Iterator[Violation]:
    """Lawsuits after review, though there was no review this year or last."""
    previous = last_year(case)
    if previous is None:
        return
    after, review = "disputes.litigation_after_review.total", "disputes.review.total"
    suits, now, before = (
        number_at(case.report, after),
        number_at(case.report, review),
        number_at(previous, review),
    )
    if suits and now == 0 and before == 0:
        yield Violation(
            fields={"count": plain(suits)},
            addresses=(after, review),
            values={"cells": {after: for_json(suits), review: 0}, "previous": {review: 0}},
        )


@rule("T404", "warning", "#39")
def kinds_mixed_up(case: Case) -> Iterator[Violation]:
    """The prose gives one kind of dispute the number that the table gives to another."""
    numbers = dispute_numbers(case)
    if numbers is None or numbers.unknown:
        return
    stated = _stated_totals(case)
    totals = {kind: numbers.values[k * WIDTH + 4] for k, kind in enumerate(DISPUTE_KINDS)}
    for first, second in permutations(DISPUTE_KINDS, 2):
        figure = stated.get(first)
        if figure is None or figure.value != totals[second] or totals[first] == totals[second]:
            continue
        other = stated.get(second)
        if other is None:
            if totals[first] == 0 and figure.value:
                yield _mixed_up(numbers, first, second, (figure,))
        elif other.value == totals[first] and first < second:
            yield _mixed_up(numbers, first, second, (figure, other))


def _stated_totals(case: Case) -> dict[str, Figure]:
    """The contradicted figures of the prose on totals of disputes, by kind."""
    stated: dict[str, Figure] = {}
    for figure in case.figures:
        address = figure.address
        if figure.verdict == "mismatch" and address is not None and address.startswith("disputes."):
            _, kind, outcome = address.split(" ")[0].split(".")
            if outcome == "total" and " " not in address:
                stated.setdefault(kind, figure)
    return stated


def _mixed_up(numbers: PrintedNumbers, first: str, second: str, figures: tuple[Figure, ...]) -> Violation:
    addresses = tuple(f"disputes.{kind}.total" for kind in (first, second))
    printed = {
        address: for_json(value)
        for address, value in zip(numbers.addresses, numbers.values, strict=True)
        if address in addresses
    }
    return Violation(
        fields={
            "first": both(lambda lang: kind_name(first, lang)),
            "second": both(lambda lang: kind_name(second, lang)),
            "stated": plain(figures[0].value),
            "first_printed": printed[addresses[0]],
            "second_printed": printed[addresses[1]],
        },
        addresses=addresses,
        spans=tuple(Span(figure.section, figure.start, figure.end) for figure in figures),
        values={"stated": for_json(figures[0].value), "cells": printed},
    )
