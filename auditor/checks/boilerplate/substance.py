"""How much part 五 says, judged on its labelled sentences (handbook 4.4, errors 22 and 25)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from auditor.boilerplate.roles import names_problem
from auditor.checks.prose import Prose, prose
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.wording import listed
from auditor.model import LabelledSentence, Severity, Span
from auditor.resources import load_lexicon


def _problems(case: Case) -> Prose | None:
    return next(iter(prose(case, ("problems",))), None)


def _length(plain: str) -> int:
    return len("".join(plain.split()))


def _limits() -> dict[str, int]:
    limits: dict[str, int] = load_lexicon("boilerplate/part_five")["length"]
    return limits


@cache
def _denial() -> re.Pattern[str]:
    return re.compile(load_lexicon("boilerplate/part_five")["denial"]["pattern"])


def _spans(sentences: list[LabelledSentence]) -> tuple[Span, ...]:
    return tuple(Span(sentence.section, sentence.start, sentence.end) for sentence in sentences)


@rule("B101", "warning", "#25")
def part_five_hollow(case: Case) -> Iterator[Violation]:
    """Nearly all of part 五 could stand in any body's report; from half on it is only pointed out."""
    part = _problems(case)
    if part is None or not case.sentences or _length(part.plain) < _limits()["short"]:
        return
    hollow = [sentence for sentence in case.sentences if sentence.label.label == "boilerplate"]
    share = load_lexicon("boilerplate/part_five")["hollow"]
    percent = 100 * len(hollow) // len(case.sentences)
    if percent < share["info"]:
        return
    severity: Severity = "warning" if percent >= share["warning"] else "info"
    fields: dict[str, object] = {"hollow": len(hollow), "all": len(case.sentences), "phrases": _phrases(hollow)}
    values = {"hollow": len(hollow), "sentences": len(case.sentences)}
    yield Violation(fields, spans=_spans(hollow), values=values, severity=severity)


def _phrases(sentences: list[LabelledSentence]) -> tuple[str, str]:
    """The stock phrases that the labels rest on, most frequent first."""
    mark = load_lexicon("boilerplate/roles")["reasons"]["hollow"].partition("：")[0]
    counted = Counter(
        reason.partition("：")[2]
        for sentence in sentences
        for reason in sentence.label.reasons
        if reason.startswith(mark)
    )
    return listed([(f"“{phrase}”", f"“{phrase}”") for phrase, _count in counted.most_common()])


@rule("B102", "warning", "#22")
def no_problem_named(case: Case) -> Iterator[Violation]:
    """Part 五 denies that there are problems, or tells achievements alone."""
    part = _problems(case)
    if part is None:
        return
    denial = _denial().search(part.plain)
    if denial is not None:
        yield Violation({"text": denial.group()}, spans=(part.span(*denial.span()),), variant="denied")
    elif not names_problem(part.plain):
        yield Violation({}, spans=(part.span(0, len(part.plain)),))


@rule("B103", "warning", "#22")
def no_measure_named(case: Case) -> Iterator[Violation]:
    """Part 五 names problems and says neither what will be done nor what was done."""
    part = _problems(case)
    if part is None or not case.sentences or _denial().search(part.plain):
        return
    if not any(sentence.label.role in ("measure", "result") for sentence in case.sentences):
        yield Violation({}, spans=(part.span(0, len(part.plain)),))


@rule("B104", "info", "#22")
def part_five_short(case: Case) -> Iterator[Violation]:
    """Part 五 is too short to name a problem and answer it; below 30 characters it is hardly written at all."""
    limits = _limits()
    for section in case.report.sections:
        if section.part != "problems":
            continue
        length = _length(section.text)
        if length >= limits["short"]:
            continue
        severity: Severity = "warning" if length < limits["very_short"] else "info"
        spans = (Span(section.number, 0, len(section.text)),) if section.text else ()
        values = {"characters": length}
        fields = {"length": length, "least": limits["short"]}
        yield Violation(fields, spans=spans, values=values, severity=severity, variant="" if length else "empty")
