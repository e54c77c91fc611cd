"""Sums, parts, shares, rates, differences and repetitions of the prose, recomputed: I101 to I105, I107, I108, I111."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction

from auditor.checks.narrative.evidence import shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.within.evidence import broken, quotes
from auditor.model import Figure, Relation, Severity

_CHANNEL = "channel"


def _failing(case: Case, *kinds: str) -> Iterator[Relation]:
    return (relation for relation in case.relations if relation.kind in kinds and not relation.holds)


def _by_channel(relation: Relation, case: Case) -> bool:
    total = case.figures[relation.roles["total"][0]]
    return (total.address or "").startswith("requests.") and any(
        case.figures[index].barred == _CHANNEL for index in relation.roles["parts"]
    )


@rule("I101", "error", "N-PART", "N-NEST", "N-OUTC", "14")
def sums(case: Case) -> Iterator[Violation]:
    """A total and its listed parts.

    The gap of a sum 收到 = 办结 + 结转 that the table's carried-over requests explain is told as a note
    (figures.md 9.2).
    """
    for relation in _failing(case, "sum"):
        if _by_channel(relation, case):
            continue
        fields = {**quotes(relation, case, "total", "parts"), "sum": _sum(relation, case)}
        if _carried_in_explains(relation, case):
            yield broken(relation, case, fields, severity="info", variant="carried_in")
        else:
            yield broken(relation, case, fields)


def _sum(relation: Relation, case: Case) -> str:
    total = case.figures[relation.roles["total"][0]].value
    return shown(total + (relation.gap or 0))


def _carried_in_explains(relation: Relation, case: Case) -> bool:
    parts = [case.figures[index] for index in relation.roles["parts"]]
    carried_out = any(figure.address == "requests.carried_out.total" for figure in parts)
    cell = case.report.cells.get("requests.carried_in.total")
    return carried_out and cell is not None and cell.number is not None and cell.number == relation.gap


@rule("I102", "warning", "N-CHAN")
def channels(case: Case) -> Iterator[Violation]:
    """Requests by channel against their total; the sum may be that of new and carried-in requests."""
    for relation in _failing(case, "sum"):
        if not _by_channel(relation, case):
            continue
        total = case.figures[relation.roles["total"][0]].value + (relation.gap or 0)
        if total in _stated_dues(case):
            continue
        yield broken(relation, case, {**quotes(relation, case, "total", "parts"), "sum": _sum(relation, case)})


def _stated_dues(case: Case) -> set[int | Decimal]:
    """What was received and carried in together, by the text and by the table."""
    new = [figure.value for figure in case.figures if figure.address == "requests.new.total"]
    carried = [figure.value for figure in case.figures if figure.address == "requests.carried_in.total"]
    dues = {first + second for first in new for second in carried}
    cells = case.report.cells
    pair = [cells.get(f"requests.{row}.total") for row in ("new", "carried_in")]
    if all(cell is not None and cell.number is not None for cell in pair):
        dues.add(sum(cell.number for cell in pair if cell is not None and cell.number is not None))
    return dues


def _tolerance(relation: Relation, case: Case) -> Severity:
    """Info within one unit of the last printed digit (truncation, bent roundings), else a warning (2.9)."""
    rate = case.figures[relation.roles["rate"][0]]
    printed = format(rate.value, "f") if isinstance(rate.value, Decimal) else str(rate.value)
    unit = Fraction(1, 10 ** len(printed.partition(".")[2]))
    exact = _exact(relation, case)
    return "info" if abs(exact - Fraction(rate.value)) <= unit else "warning"


def _exact(relation: Relation, case: Case) -> Fraction:
    """The unrounded rate of a ratio, in the unit of its printed rate."""
    part, whole = (Fraction(case.figures[relation.roles[role][0]].value) for role in ("part", "whole"))
    rate = case.figures[relation.roles["rate"][0]]
    return part / whole * (100 if rate.unit == "%" else 1)


_SHARE = re.compile(r"占")


def _is_share(relation: Relation, case: Case) -> bool:
    rate = case.figures[relation.roles["rate"][0]]
    text = next((section.text for section in case.report.sections if section.number == rate.section), "")
    return "占" in text[max(0, rate.start - 12) : rate.start].rsplit("，", 1)[-1]


def _rate_fields(relation: Relation, case: Case) -> dict[str, object]:
    rate = case.figures[relation.roles["rate"][0]]
    value = rate.value + (relation.gap or 0)
    return {
        **quotes(relation, case, "rate", "part", "whole"),
        "worth": shown(value) + (rate.unit or ""),
    }


@rule("I103", "warning", "N-SHARE")
def shares(case: Case) -> Iterator[Violation]:
    """占 x% against the part and the whole of the text."""
    for relation in _failing(case, "ratio"):
        if _is_share(relation, case):
            yield broken(relation, case, _rate_fields(relation, case), severity=_tolerance(relation, case))


@rule("I105", "warning", "N-RATE")
def completion(case: Case) -> Iterator[Violation]:
    """办结率, 整改率 … against the two counts in the text."""
    for relation in _failing(case, "ratio"):
        if not _is_share(relation, case):
            yield broken(relation, case, _rate_fields(relation, case), severity=_tolerance(relation, case))


@rule("I104", "warning", "N-S100")
def shares_of_a_list(case: Case) -> Iterator[Violation]:
    """The shares of a closed list add up to 100 %, within half a printed digit each."""
    ratios: dict[tuple[int, ...], list[Relation]] = {}
    for relation in case.relations:
        if relation.kind == "ratio":
            ratios.setdefault(relation.roles["whole"], []).append(relation)
    for relation in case.relations:
        if relation.kind != "sum" or not relation.closed:
            continue
        parts = {index for index in relation.roles["parts"] if case.figures[index].value}
        rates = {
            other.roles["part"][0]: case.figures[other.roles["rate"][0]]
            for other in ratios.get(relation.roles["total"], ())
            if other.roles["part"][0] in parts
        }
        if not rates or set(rates) != parts or any(rate.unit != "%" or rate.approximate for rate in rates.values()):
            continue
        values = [Fraction(rate.value) for rate in rates.values()]
        digits = [len(format(Decimal(rate.value), "f").partition(".")[2]) for rate in rates.values()]
        slack = sum((Fraction(1, 2 * 10**digit) for digit in digits), Fraction(0))
        if abs(sum(values, Fraction(-100))) > slack:
            total = sum((rate.value for rate in rates.values()), Decimal(0))
            listed = "、".join(rate.text for rate in rates.values())
            violation = broken(relation, case, {"shares": listed, "sum": shown(total)})
            yield violation._replace(spans=tuple(sorted(map(span_of, rates.values()))))
    for run in _bare_shares(case):
        total = sum((rate.value for rate in run), Decimal(0))
        digits = [len(format(Decimal(rate.value), "f").partition(".")[2]) for rate in run]
        slack = sum((Fraction(1, 2 * 10**digit) for digit in digits), Fraction(0))
        if abs(Fraction(total) - 100) > slack:
            yield Violation(
                {"shares": "、".join(rate.text for rate in run), "sum": shown(total)},
                (),
                tuple(map(span_of, run)),
                {"stated": [shown(rate.value) for rate in run]},
            )


_CLOSING = re.compile(r"其他|其它|其余")


def _bare_shares(case: Case) -> Iterator[list[Figure]]:
    """Runs of shares that follow one another without counts and are closed by 其他."""
    texts = {section.number: section.text for section in case.report.sections}
    run: list[Figure] = []
    for figure in [*case.figures, None]:
        joined = False
        if figure is not None and figure.kind == "rate" and figure.unit == "%" and not figure.approximate:
            start = run[-1].end if run and run[-1].section == figure.section else max(0, figure.start - 14)
            lead = texts.get(figure.section, "")[start : figure.start]
            joined = "占" in lead and "。" not in lead.rpartition("占")[2] and (not run or "。" not in lead)
            if joined and run and run[-1].section == figure.section:
                run.append(figure)
            elif joined:
                run = [figure]
        if not joined:
            if len(run) > _FEW_SHARES and _CLOSING.search(texts[run[-1].section][run[-2].end : run[-1].start]):
                yield run
            run = []


_FEW_SHARES = 2


@rule("I107", "error", "N-TWICE")
def repetitions(case: Case) -> Iterator[Violation]:
    """One quantity named twice with different values."""
    for relation in _failing(case, "same"):
        first, *_, last = (case.figures[index] for index in relation.roles["figures"])
        yield broken(relation, case, {"first": first.text, "second": last.text})


@rule("I108", "error", "N-ORD")
def parts(case: Case) -> Iterator[Violation]:
    """A part that is greater than its whole."""
    for relation in _failing(case, "part"):
        yield broken(relation, case, quotes(relation, case, "part", "total"))


@rule("I111", "warning", "N-GROW")
def differences(case: Case) -> Iterator[Violation]:
    """增加n件, 提高n个百分点 against both years' figures in the text."""
    for relation in _failing(case, "difference"):
        yield broken(relation, case, quotes(relation, case, "delta", "current", "previous"))
