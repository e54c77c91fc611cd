"""The six parts: all there, once, under their titles, in order (errors 5, 6; handbook 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.checks.registry import Case, Violation, rule
from auditor.checks.wording import listed, phrase
from auditor.language.normalise import normalise
from auditor.model import Section
from auditor.resources import load_lexicon

_NOT_TITLE = re.compile(r"[\W_]+")
_DIGITS = dict(zip("123456789", "一二三四五六七八九", strict=True))
_NUMBER = re.compile(r"[一二三四五六七八九十]+|\d+")


class StandardPart(NamedTuple):
    """One of the six parts of the form: its number, official title and accepted variants, spaces and marks out."""

    key: str
    number: str
    title: str
    accepted: frozenset[str]


def bare(title: str) -> str:
    """A title by its words alone."""
    return _NOT_TITLE.sub("", normalise(title))


@cache
def standard_parts() -> tuple[StandardPart, ...]:
    """The six parts in the order of the form."""
    return tuple(
        StandardPart(
            part["key"],
            part["number"],
            part["title"],
            frozenset(bare(title) for title in (part["title"], *part.get("also", ()), *part.get("also_2019", ()))),
        )
        for part in load_lexicon("outline")["parts"]
    )


def number_of(printed: str) -> str | None:
    """The Chinese numeral that a heading prints (（二）, 2. → 二), None where it prints none."""
    match = _NUMBER.search(printed)
    return None if match is None else _DIGITS.get(match.group(), match.group())


def _recognised(case: Case) -> list[tuple[Section, StandardPart]]:
    by_key = {part.key: part for part in standard_parts()}
    return [(section, by_key[section.part]) for section in case.report.sections if section.part in by_key]


@rule("S111", "error", "#5")
def part_missing(case: Case) -> Iterator[Violation]:
    """One of the six parts is not in the report (条例 art. 50; the form)."""
    present = {section.part for section in case.report.sections}
    if not present:
        return
    for part in standard_parts():
        if part.key in present:
            continue
        fields = {"number": part.number, "title": part.title}
        if any(address.startswith(part.key + ".") for address in case.report.cells):
            yield Violation(fields, severity="warning", variant="heading", subject=part.number)
        else:
            yield Violation(fields, subject=part.number)


@rule("S112", "warning", "#6")
def part_twice(case: Case) -> Iterator[Violation]:
    """The same part stands twice, perhaps joined from two reports."""
    seen: set[str] = set()
    for _section, part in _recognised(case):
        if part.key in seen:
            yield Violation({"number": part.number, "title": part.title}, subject=part.number)
        seen.add(part.key)


@rule("S113", "warning", "#6")
def title_wrong(case: Case) -> Iterator[Violation]:
    """A part's title is not the form's, nor a variant in use; an unknown part is only pointed out."""
    misplaced = load_lexicon("structure")["titles"]["misplaced_requests"]
    for section, part in _recognised(case):
        if section.title == part.title:
            continue
        said = bare(section.title)
        fields = {"printed": section.title, "title": part.title, "number": part.number}
        if part.key == "requests" and any(said.startswith(words) for words in misplaced):
            yield Violation(fields, subject=said, variant="misplaced")
        elif said and said not in part.accepted:
            yield Violation(fields, subject=said, severity="info")
    for section in case.report.sections:
        if section.part is None and section.title:
            fields = {"printed": section.title, "number": section.printed_number}
            yield Violation(fields, subject=bare(section.title), severity="info", variant="unknown")


@rule("S114", "warning", "#6")
def numbering_wrong(case: Case) -> Iterator[Violation]:
    """The printed numbers of the parts are not those of the form, or the parts stand in another order."""
    found = _recognised(case)
    wrong = [
        (section.printed_number, part)
        for section, part in found
        if section.printed_number and number_of(section.printed_number) not in (None, part.number)
    ]
    if wrong:
        said = [phrase("number_due", printed=printed, title=part.title, number=part.number) for printed, part in wrong]
        yield Violation({"wrong": listed(said)}, subject="numbers")
    order = [part for _section, part in found]
    places = [standard_parts().index(part) for part in order]
    if any(left > right for left, right in pairwise(places)):
        printed_order = "、".join(part.number for part in order)
        yield Violation({"order": printed_order}, subject="order", variant="order")
