"""Notices and decrees cited after their time, or under each other's title (errors 3, 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from typing import NamedTuple

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.resources import load_lexicon


class _Citation(NamedTuple):
    first_year: int
    pattern: re.Pattern[str]
    name: str
    current: str
    exempt: tuple[str, ...]


class _Notice(NamedTuple):
    name: str
    cues: tuple[str, ...]
    mismatch: re.Pattern[str]
    right: str


@cache
def _outdated() -> tuple[_Citation, ...]:
    return tuple(
        _Citation(row["first_year"], re.compile(row["pattern"]), row["name"], row["current"], tuple(row["exempt"]))
        for row in load_lexicon("leftovers")["citation"]
    )


@cache
def _notices() -> tuple[_Notice, ...]:
    """The notices, each with a pattern for its number beside the other's title (group 1 or 2)."""
    pairs = load_lexicon("leftovers")["pairs"]
    return tuple(
        _Notice(
            row["name"],
            tuple(row["cues"]),
            re.compile(
                rf"({row['wrong_title']}){pairs['between']}{row['number']}"
                rf"|{row['number']}[)\s]*({row['wrong_title']})"
            ),
            row["right"],
        )
        for row in pairs["notice"]
    )


@rule("L101", "warning", "#3")
def outdated_citation(case: Case) -> Iterator[Violation]:
    """A notice or decree is cited as the current one after another took its place (60号, 试行, 492号令)."""
    year = case.report.year
    if year is None:
        return
    for part, citation in product(prose(case), _outdated()):
        for match in citation.pattern.finditer(part.plain):
            start, end = part.sentence_around(match.start())
            sentence = part.plain[start:end]
            if year < citation.first_year or any(word in sentence for word in citation.exempt):
                continue
            # Beside the number of another notice the title is a mismatch: L102 names it.
            if any(wrong.start() <= match.start() < wrong.end() for _, wrong in _mismatches(part.plain)):
                continue
            fields = {"cited": citation.name, "current": citation.current, "year": year}
            yield Violation(fields, spans=(part.span(*match.span()),), values={"cited": match.group()})


def _mismatches(plain: str) -> Iterator[tuple[_Notice, re.Match[str]]]:
    """Where a notice's number stands right beside the other notice's title."""
    for notice in _notices():
        if any(cue in plain for cue in notice.cues):
            for match in notice.mismatch.finditer(plain):
                yield notice, match


@rule("L102", "warning", "#4")
def number_and_title_differ(case: Case) -> Iterator[Violation]:
    """The number of one of the two notices on the form stands with the title of the other."""
    for part in prose(case):
        for notice, match in _mismatches(part.plain):
            fields = {"number": notice.name, "title": match[1] or match[2], "right": notice.right}
            yield Violation(fields, spans=(part.span(*match.span()),))
