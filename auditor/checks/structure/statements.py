"""Statements that a report owes (errors 26, 27, 28), and the measure word of requests (29)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.wording import listed
from auditor.model import Severity
from auditor.resources import load_lexicon


@cache
def _pattern(group: str) -> re.Pattern[str]:
    return re.compile(load_lexicon("structure")[group]["pattern"])


@rule("S301", "warning", "#26")
def fees_not_stated(case: Case) -> Iterator[Violation]:
    """Part 六 says nothing on the fee for handling requests (信息处理费, 2020), for 2021 and later."""
    year = case.report.year
    if year is None or year < load_lexicon("structure")["fees"]["first_year"]:
        return
    last = [section for section in case.report.sections if section.part == "other"]
    if not last:
        return
    place = prose(case, ("other",))
    if any(_pattern("fees").search(part.plain) for part in place):
        return
    spans = tuple(part.span(0, len(part.plain)) for part in place)[:1]
    elsewhere = re.compile(load_lexicon("structure")["fees"]["elsewhere"])
    if any(elsewhere.search(part.plain) for part in prose(case, ("overview", "requests", "problems"))):
        yield Violation({}, spans=spans, severity="info", variant="elsewhere", subject="fees")
    else:
        yield Violation({}, spans=spans, subject="fees")


@rule("S302", "info", "#27")
def nothing_else_to_report(case: Case) -> Iterator[Violation]:
    """Part 六 is the one word 无, or nothing at all."""
    for section in case.report.sections:
        if section.part != "other":
            continue
        if not section.text.strip():
            yield Violation({}, variant="empty", subject="other")
    for part in prose(case, ("other",)):
        said = part.plain.strip(" 。，；\n")
        if _pattern("nothing").fullmatch(said):
            yield Violation({"text": said}, spans=(part.span(0, len(part.plain)),))


@cache
def _accountability() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    items = load_lexicon("structure")["accountability"]["item"]
    return tuple((item["name"], item["name_en"], re.compile(item["pattern"])) for item in items)


@rule("S303", "warning", "#28")
def accountability_missing(case: Case) -> Iterator[Violation]:
    """A government's report says nothing on appraisal, public assessment or accountability (条例 art. 50)."""
    words = load_lexicon("structure")["accountability"]
    body = case.report.body
    if body not in words["governments"] and body not in words["towns"]:
        return
    overview = prose(case, ("overview",))
    if not overview:
        return
    missing = [
        (zh, en) for zh, en, pattern in _accountability() if not any(pattern.search(part.plain) for part in overview)
    ]
    if missing:
        severity: Severity = "warning" if body in words["governments"] else "info"
        yield Violation({"missing": listed(missing)}, severity=severity, subject="、".join(zh for zh, _ in missing))


@cache
def _requests_measured() -> re.Pattern[str]:
    """A count of received requests in another measure word: 收到政府信息公开申请12封, 收到12封…申请 (group 1 or 2)."""
    words = load_lexicon("structure")["measure"]
    others = rf"({'|'.join(words['others'])})(?![{words['not_after']}])"
    number = r"(?:\d[\d，,.]*|[一二三四五六七八九十百两]+)\s*余?"
    return re.compile(
        rf"(?:{'|'.join(words['received'])})(?:[^，。；\d]{{0,12}}?{words['requests']}{number}{others}"
        rf"|(?:到|了)?\s*{number}{others}(?:的)?{words['requests']})"
    )


@rule("S304", "info", "#29")
def measure_word_of_requests(case: Case) -> Iterator[Violation]:
    """Requests are counted in another measure word than 件."""
    found: list[tuple[str, str]] = []
    spans = []
    for part in prose(case, ("overview", "requests")):
        for match in _requests_measured().finditer(part.plain):
            group = 1 if match.group(1) else 2
            found.append((match.group(group), match.group(group)))
            spans.append(part.span(*match.span()))
    if found:
        standard = load_lexicon("structure")["measure"]["standard"]
        fields = {"measures": listed(list(dict.fromkeys(found))), "standard": standard}
        yield Violation(fields, spans=tuple(spans))
