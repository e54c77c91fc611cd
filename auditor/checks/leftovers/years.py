"""Years left over from another year's text (error 15).

Other years are legitimate almost everywhere: comparisons, budgets, plans, titles, histories.  A year is a
fault where it is the year that the report itself speaks of: the subject of a sentence (2022年，我局……),
or the year in its announcement (现将2022年度……报告如下).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from auditor.checks.prose import Prose, prose
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.model import Severity, Span
from auditor.resources import load_lexicon

_PARTS = ("preamble", "overview", "problems", "other")
# A year with a month is a date of its own; a year in brackets belongs to a number or a note.
_YEAR = re.compile(r"(?:19|20)\d\d(?<![\d〔\[-]\d{4})\s*年(?!\s*\d{1,2}\s*月)")
_RANGE_AFTER = re.compile(r"(?:度)?\s*(?:至|到|-|、|和|与|及)\s*(?:20\d\d|今)")
_RANGE_BEFORE = re.compile(r"(?:\d\s*年?度?\s*(?:至|到|-|、|和|与|及)|自|从|较|比|到)\s*$")
_MARKER = re.compile(r"\s*(?:[(（]?[一二三四五六七八九十\d]{1,2}[)）、.．]|[一二三四五六七八九十]是)?\s*(?:在)?\s*")
_SINCE = re.compile(r"(?:度)?以来")
_MANY = 2


class _Leftover(NamedTuple):
    year: int
    span: Span
    severity: Severity
    variant: str


class _Cues(NamedTuple):
    subject: re.Pattern[str]
    weak: re.Pattern[str]
    statement: re.Pattern[str]
    announced: re.Pattern[str]
    quoted: re.Pattern[str]
    exempt: re.Pattern[str]
    others: re.Pattern[str]
    lookback: re.Pattern[str]
    future: re.Pattern[str]


@cache
def _cues() -> _Cues:
    words: dict[str, Any] = load_lexicon("leftovers")["years"]
    return _Cues(
        subject=re.compile(words["subject"]),
        weak=re.compile(words["weak_subject"]),
        statement=re.compile(words["statement"]),
        announced=re.compile(words["statement_after"]),
        quoted=re.compile("|".join(words["statement_exempt"])),
        exempt=re.compile("|".join(words["exempt"])),
        others=re.compile(words["others"]),
        lookback=re.compile(words["lookback"]),
        future=re.compile(words["future"]),
    )


def _judged(part: Prose, match: re.Match[str], bare: str, year: int) -> tuple[Severity, str] | None:
    """How sure it is that a year other than the report's is left over, and of which kind; None where it isn't."""
    cues, stated = _cues(), int(match.group()[:4])
    start, end = part.sentence_around(match.start())
    before, after = bare[start : match.start()], bare[match.end() : end]
    if stated > year and _SINCE.match(after):
        return "warning", "since"
    if _RANGE_BEFORE.search(before) or _RANGE_AFTER.match(after):
        return None
    if cues.statement.search(before) and cues.announced.match(after) and not cues.quoted.search(bare[start:end]):
        return "error", ""
    if f"{year}年" in bare[start:end] or cues.exempt.search(bare, start, end) or cues.others.match(after):
        return None
    leads = _MARKER.fullmatch(before) is not None
    if stated > year:
        if part.part not in ("overview", "preamble") or cues.future.search(after):
            return None
        return ("error" if stated == year + 1 else "warning", "later") if leads and cues.subject.match(after) else None
    if part.part in ("problems", "other") and cues.lookback.search(after):
        return None
    if cues.subject.match(after):
        if leads:
            # A history goes on year by year: 2022年，…。2023年，….
            told = re.match(rf"\s*{year}\s*年", bare[end : end + 8])
            return ("warning" if told else "error"), ""
        return ("warning", "") if before.rstrip().endswith(("，", "；", "：")) else None
    return ("warning", "") if leads and cues.weak.match(after) else None


@once_per_case
def _years(case: Case) -> list[tuple[Prose, list[re.Match[str]]]]:
    """The years that the prose names outside of titles, part by part."""
    return [(part, list(_YEAR.finditer(part.without_names))) for part in prose(case, _PARTS)]


@once_per_case
def _leftovers(case: Case) -> list[_Leftover]:
    found: list[_Leftover] = []
    year = case.report.year
    if year is None:
        return found
    for part, years in _years(case):
        for match in years:
            stated = int(match.group()[:4])
            judged = None if stated == year else _judged(part, match, part.without_names, year)
            if judged is not None:
                found.append(_Leftover(stated, part.span(*match.span()), *judged))
    return found


def _names_another_year(case: Case) -> bool:
    own = str(case.report.year)
    return any(match.group()[:4] != own for _, years in _years(case) for match in years)


def _outvoted(case: Case) -> list[tuple[int, Span]]:
    """The places of the report's year where it was taken from the text and most sentences speak of another."""
    if case.report.title or not _names_another_year(case):
        return []
    places: list[tuple[int, Span]] = []
    for part, years in _years(case):
        if part.part not in ("overview", "problems"):
            continue
        bare = part.without_names
        for match in years:
            start, _end = part.sentence_around(match.start())
            if _MARKER.fullmatch(bare[start : match.start()]) and _cues().subject.match(bare, match.end()):
                places.append((int(match.group()[:4]), part.span(*match.span())))
    counted = Counter(stated for stated, _span in places)
    most = max(counted, key=lambda stated: counted[stated], default=None)
    if most is None or counted[most] <= counted[case.report.year or 0]:
        return []
    return [(most, span) for stated, span in places if stated == case.report.year]


@rule("L201", "error", "#15")
def year_left_over(case: Case) -> Iterator[Violation]:
    """Another year is the subject of a sentence, or the year that the report announces."""
    report = case.report
    outvoted = _outvoted(case)
    for most, span in outvoted:
        yield Violation({"stated": report.year, "most": most}, spans=(span,), variant="outvoted")
    if outvoted:
        return
    found = [leftover for leftover in _leftovers(case) if leftover.variant != "since"]
    own = f"{report.year}年"
    same = {leftover.year for leftover in found}
    if len(found) >= _MANY and len(same) == 1 and not any(own in part.plain for part in prose(case, _PARTS)):
        fields = {"stated": found[0].year, "year": report.year, "count": len(found)}
        yield Violation(fields, spans=tuple(leftover.span for leftover in found), variant="all")
        return
    for leftover in found:
        fields = {"stated": leftover.year, "year": report.year}
        yield Violation(fields, spans=(leftover.span,), severity=leftover.severity, variant=leftover.variant)


@rule("L202", "warning", "#15")
def since_a_later_year(case: Case) -> Iterator[Violation]:
    """A span of time begins after the report's year: 2025年以来 in the report for 2024 (handbook 7)."""
    for leftover in _leftovers(case):
        if leftover.variant == "since":
            fields = {"stated": leftover.year, "year": case.report.year}
            yield Violation(fields, spans=(leftover.span,))
