"""The five sub-topics of part 一: there, in order, their numbers without a gap (errors 5, 6; 30号)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.structure.parts import number_of
from auditor.model import Section, Span, Topic
from auditor.resources import load_lexicon

_MOSTLY = 3  # with so many sub-topics under headings, one that has none is missing and not merely unheaded
_ORDINALS = "一二三四五六七八九十"
_HEADING_NUMBER = re.compile(r"\s*[(（]?\s*([一二三四五六七八九十]|\d{1,2})\s*[)）、.．]")


@cache
def _topic_titles() -> dict[str, str]:
    return {topic["key"]: topic["title"] for topic in load_lexicon("outline")["topics"]}


@cache
def _mention(key: str) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, load_lexicon("structure")["topics"]["words"][key])))


def _overview(case: Case) -> Section | None:
    """Part 一, where its five sub-topics are due: the form of 2021."""
    if case.report.year is None or case.report.year < load_lexicon("structure")["topics"]["first_year"]:
        return None
    return next((section for section in case.report.sections if section.part == "overview" and section.text), None)


@rule("S121", "warning", "#5")
def topic_missing(case: Case) -> Iterator[Violation]:
    """One of the five sub-topics of part 一 is not written; mentioned without a heading it is only pointed out."""
    section = _overview(case)
    if section is None:
        return
    present = {topic.key for topic in section.topics}
    headed = len(present & set(load_lexicon("structure")["topics"]["order"]))
    for key in load_lexicon("structure")["topics"]["order"]:
        if key in present:
            continue
        fields = {"topic": _topic_titles()[key]}
        under_another = any(topic.key is None and _mention(key).search(topic.heading) for topic in section.topics)
        if not _mentioned(case, key) or (headed >= _MOSTLY and not under_another):
            yield Violation(fields, subject=key)
        elif headed:
            yield Violation(fields, subject=key, severity="info", variant="unheaded")


def _mentioned(case: Case, key: str) -> bool:
    return any(_mention(key).search(part.plain) for part in prose(case, ("overview",))[:1])


def _standard(section: Section) -> list[Topic]:
    order = load_lexicon("structure")["topics"]["order"]
    return [topic for topic in section.topics if topic.key in order]


@rule("S122", "warning", "#6")
def topics_disordered(case: Case) -> Iterator[Violation]:
    """The sub-topics stand in another order than the form's."""
    section = _overview(case)
    if section is None:
        return
    order = load_lexicon("structure")["topics"]["order"]
    found = _standard(section)
    for left, right in pairwise(found):
        if order.index(left.key) > order.index(right.key):
            fields = {"first": _topic_titles()[left.key or ""], "second": _topic_titles()[right.key or ""]}
            yield Violation(fields, spans=(_place(section, right),), subject=right.key or "")
            return


@rule("S123", "warning", "#6")
def topic_numbers_jump(case: Case) -> Iterator[Violation]:
    """The printed numbers of the sub-headings of part 一 leave one out, repeat one or run backwards."""
    section = _overview(case)
    if section is None:
        return
    numbered: list[tuple[int, Topic]] = []
    for topic in section.topics:
        match = _HEADING_NUMBER.match(topic.heading)
        numeral = number_of(match.group(1)) if match is not None else None
        if numeral is not None and numeral in _ORDINALS:
            numbered.append((_ORDINALS.index(numeral) + 1, topic))
    before = 0
    for after, topic in numbered:
        if after != before + 1:
            fields = {"heading": topic.heading.strip(), "due": _ORDINALS[before], "printed": _ORDINALS[after - 1]}
            yield Violation(fields, spans=(_place(section, topic),), subject=topic.heading)
            return
        before = after


def _place(section: Section, topic: Topic) -> Span:
    return Span(section.number, topic.start, topic.start + len(topic.heading))
