"""When the report was published, and whether it is the report it should be (errors 1, 16; handbook 1.1, 1.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.model import Severity
from auditor.reading.notes import OTHER_DOCUMENT
from auditor.resources import load_lexicon


def _limit(year: int, month_day: str) -> date:
    month, day = map(int, month_day.split("-"))
    return date(year + 1, month, day)


@rule("S101", "error", "#1")
def published_late(case: Case) -> Iterator[Violation]:
    """The day of publication against the legal limit of the kind of body (条例 art. 49, 50)."""
    year, day = case.report.year, case.published or case.report.published
    if year is None or day is None:
        return
    words = load_lexicon("structure")["publication"]
    body = case.report.body or ""
    fields: dict[str, object] = {"published": day.isoformat(), "year": year}
    if day <= date(year, 12, 31):
        yield Violation(fields, variant="early", severity="warning", subject="early")
        return
    if year < 2019:
        limit = _limit(year, words["before_2019"])
    else:
        limit = _limit(year, words["government" if body in words["governments"] else "others"])
    if day <= limit:
        local = case.settings.local_limit(case.report.body, year) if case.settings else None
        if local is not None and day > local:
            fields |= {"limit": local.isoformat(), "days": (day - local).days}
            values = {"published": day.isoformat(), "limit": local.isoformat()}
            yield Violation(fields, values=values, severity="warning", variant="local", subject="late")
        return
    severity: Severity = "error"
    variant = ""
    if body in words["uncertain"] and year >= 2019:
        latest = _limit(year, words["government"])
        if day <= latest:
            severity, variant = "info", "uncertain"
        else:
            limit = latest
    if severity == "error" and case.published is None and (day - limit).days > words["migrated_days"]:
        severity, variant = "warning", "migrated"
    fields |= {"limit": limit.isoformat(), "days": (day - limit).days}
    values = {"published": day.isoformat(), "limit": limit.isoformat()}
    yield Violation(fields, values=values, severity=severity, variant=variant, subject="late")


@rule("S102", "info")
def title_absent(case: Case) -> Iterator[Violation]:
    """The text has no title of its own; it may have been cut off when the text was taken from the page."""
    if not case.report.title and case.report.sections:
        yield Violation({}, subject="title")


@rule("S103", "warning")
def other_document(case: Case) -> Iterator[Violation]:
    """The title is that of another document, such as a 政务公开工作总结 (handbook 1.2)."""
    for note in case.report.notes:
        if note.code == OTHER_DOCUMENT:
            title = note.details.get("title", case.report.title or "")
            yield Violation({"title": title}, values={"title": title}, subject="title")


_YEAR = r"(?P<y{0}>\d{{4}})\s*年"
_MONTH_DAY = r"\s*(?P<m{0}>\d{{1,2}})\s*月(?:份|底|末)?\s*(?:(?P<d{0}>\d{{1,2}})\s*(?P<mark{0}>日|(?=止)))?"
_PERIOD = re.compile(
    rf"(?:{_YEAR.format(1)}){_MONTH_DAY.format(1)}(?:\s*起)?\s*(?:至|到|-+)\s*"
    rf"(?:{_YEAR.format(2)})?(?:同年)?{_MONTH_DAY.format(2)}"
)


@cache
def _stated() -> re.Pattern[str]:
    return re.compile(load_lexicon("structure")["period"]["stated"])


@cache
def _any_of(*keys: str) -> re.Pattern[str]:
    words = load_lexicon("structure")
    for key in keys:
        words = words[key]
    return re.compile("|".join(map(re.escape, words)))


@rule("S104", "error", "#16")
def wrong_period(case: Case) -> Iterator[Violation]:
    """The period of the statistics is not 1 January to 31 December of the report's year."""
    year = case.report.year
    if year is None:
        return
    for part in prose(case, ("preamble", "overview", "other")):
        if "月" not in part.plain:
            continue
        for match in _PERIOD.finditer(part.plain):
            start, end = part.sentence_around(match.start())
            sentence = part.plain[start:end]
            if not _any_of("period", "cues").search(sentence) or _any_of("period", "exempt").search(sentence):
                continue
            first, last = int(match["y1"]), int(match["y2"] or match["y1"])
            begins = (int(match["m1"]), int(match["d1"] or 1))
            closes = (int(match["m2"]), int(match["d2"] or 31))
            span = (part.span(*match.span()),)
            fields = {"stated": match.group(), "year": year}
            if (first, last) != (year, year) or begins != (1, 1) or closes != (12, 31):
                yield Violation(fields, spans=span, values={"stated": match.group()})
            elif match["d2"] and not match["mark2"]:
                yield Violation(fields, spans=span, severity="warning", variant="day", values={"stated": match.group()})


@rule("S105", "info", "#16")
def period_absent(case: Case) -> Iterator[Violation]:
    """Nowhere does the text say which period its figures cover."""
    if not case.report.sections or case.report.year is None:
        return
    for part in prose(case):
        dated = "月" in part.plain
        if (dated or "统计" in part.plain) and (_stated().search(part.plain) or _PERIOD.search(part.plain)):
            return
    yield Violation({"year": case.report.year}, subject="period")
