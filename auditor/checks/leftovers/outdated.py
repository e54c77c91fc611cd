"""Matters and bodies that were over before the report's year (error 36)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.model import Span
from auditor.resources import load_lexicon

_NEAR = 8


class _Term(NamedTuple):
    until: int
    exempt: tuple[str, ...]


@cache
def _terms() -> tuple[re.Pattern[str], dict[str, _Term]]:
    rows = load_lexicon("leftovers")["outdated"]
    pattern = re.compile("|".join(re.escape(row["term"]) for row in rows))
    return pattern, {row["term"]: _Term(row["until"], tuple(row["exempt"])) for row in rows}


@rule("L401", "info", "#36")
def outdated_matter(case: Case) -> Iterator[Violation]:
    """The text speaks of something that ended years before, such as 疫情防控 in the report for 2025."""
    year = case.report.year
    if year is None:
        return
    pattern, terms = _terms()
    found: dict[str, list[Span]] = {}
    for part in prose(case, ("preamble", "overview", "problems", "other")):
        bare = part.without_names
        for match in pattern.finditer(bare):
            term = terms[match.group()]
            around = bare[max(0, match.start() - _NEAR) : match.end() + _NEAR]
            if year > term.until and not any(word in around for word in term.exempt):
                found.setdefault(match.group(), []).append(part.span(*match.span()))
    for said, spans in found.items():
        yield Violation({"term": said, "until": terms[said].until, "year": year}, spans=tuple(spans))
