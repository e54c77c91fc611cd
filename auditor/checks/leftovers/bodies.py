"""Names of other bodies where the report speaks of itself (error 17)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.model import Span
from auditor.resources import load_lexicon


def _names() -> dict[str, Any]:
    words: dict[str, Any] = load_lexicon("leftovers")["names"]
    return words


@cache
def _place_pattern() -> re.Pattern[str]:
    return re.compile(_names()["place"])


@cache
def _office_pattern() -> re.Pattern[str]:
    return re.compile(_names()["office"])


class _SelfWord(NamedTuple):
    names: tuple[str, ...]
    level: int


@cache
def _self_words() -> tuple[re.Pattern[str], dict[str, _SelfWord]]:
    words = load_lexicon("leftovers")["self"]
    known: dict[str, _SelfWord] = {}
    forms: list[str] = []
    for row in words["institution"]:
        known |= dict.fromkeys(row["said"], _SelfWord(tuple(row["names"]), 0))
        after = f"(?![{row['not_after']}])" if row["not_after"] else ""
        forms += [f"(?<={said[0]}){said[1:]}{after}" for said in row["said"]]
    for row in words["territory"]:
        known[row["said"]] = _SelfWord((row["said"][1:],), row["level"])
        after = f"(?![{row['not_after']}])" if row["not_after"] else ""
        forms.append(f"(?<={row['said'][0]}){row['said'][1:]}{after}")
    return re.compile(f"[我本](?<![{words['not_before']}].)(?:{'|'.join(forms)})"), known


def _is_wrong(said: _SelfWord, agency: str, level: int) -> bool:
    if any(name in agency for name in said.names):
        return False
    if said.level == 0:
        return True
    if said.level != level:
        return said.level > level
    # The same level under another name (镇 for 乡) is wrong only where the agency's name says which it is.
    return any(kind in agency for kind in _names()["kinds"].get(str(level), ""))


@rule("L301", "warning", "#17")
def self_reference(case: Case) -> Iterator[Violation]:
    """The report calls itself what its agency is not: 我局 in a town's report."""
    report = case.report
    level = _names()["levels"].get((report.body or "")[:1])
    if report.agency is None or level is None:
        return
    pattern, known = _self_words()
    found: dict[str, list[Span]] = {}
    for part in prose(case):
        bare = part.without_names
        for match in pattern.finditer(bare):
            if _is_wrong(known[match.group()], report.agency, level):
                found.setdefault(match.group(), []).append(part.span(*match.span()))
    for said, spans in found.items():
        yield Violation({"said": said, "agency": report.agency, "count": len(spans)}, spans=tuple(spans))


@cache
def _author() -> re.Pattern[str]:
    """Group 1 is the cue, group 2 the name: 现将X局2024年…, 本报告由X局编制."""
    words = load_lexicon("leftovers")["author"]
    return re.compile(rf"({words['before']})([一-龥]{{2,24}}?{words['suffix']}){words['after']}")


@cache
def _subject() -> re.Pattern[str]:
    """Group 1 is empty, group 2 the name that a sentence begins with: 2024年，X局坚持…."""
    words = load_lexicon("leftovers")["author"]
    name = rf"[一-龥]{{2,24}}?{words['suffix']}"
    return re.compile(rf"20\d\d年(?<![^。\n\s].{{5}})度?，?()({name}){words['subject_after']}")


def _core(name: str) -> str:
    return _office_pattern().sub("", name)


def is_same_body(left: str, right: str) -> bool:
    """Whether two names are one body.

    A higher place may be left out, a government and its own office are one, and 发改委 is 发展和改革委员会.
    """
    first, second = _core(left), _core(right)
    if first.endswith(second) or second.endswith(first):
        return bool(first and second)
    near, other = _place(first), _place(second)
    return (near in second or other in first) and any(
        _abbreviates(*sorted((left, right), key=len)) for left in _duties(first) for right in _duties(second)
    )


def _abbreviates(short: str, long: str) -> bool:
    """Whether the characters of ``short`` stand in ``long`` in the same order, beginning with its first."""
    rest = iter(long)
    return len(short) > 1 and short[0] == long[0] and all(character in rest for character in short)


def _place(name: str) -> str:
    """The nearest place in a name: 安平县 of 河东市安平县教育局."""
    found = _place_pattern().findall(name)
    return found[-1] if found else ""


def _duties(name: str) -> tuple[str, ...]:
    """A name without its places: 教育局; a leading 市 may be a level (市教育局) or belong to it (市场监督管理局)."""
    duty = _place_pattern().sub("", name)
    return (duty, duty[1:]) if duty and duty[0] in _names()["level_marks"] else (duty,)


def _names_another(match: re.Match[str], agency: str, body: str) -> bool:
    cue, name = match.groups()
    if is_same_body(name, agency):
        return False
    near, own = _place(name), _place(agency)
    elsewhere = bool(near and own) and near not in agency and own not in name
    if not cue:
        # Members of a region act in its report; only a twin from another place is surely copied.
        twin = near[-1:] == own[-1:] and _duties(name)[-1] == _duties(agency)[-1]
        return elsewhere and twin and not body.startswith(("省", "市"))
    if cue.endswith("由"):
        # A region's report may be written by any of its own bodies.
        return elsewhere or not (body.endswith("政府") or body.endswith("政府办"))
    return True


@rule("L302", "error", "#17")
def another_author(case: Case) -> Iterator[Violation]:
    """Another body's full name stands where the report names its author or its subject."""
    report = case.report
    if report.agency is None or not report.body:
        return
    own_names = case.settings.own_names if case.settings else ()
    for part in prose(case, ("preamble", "overview", "other")):
        for pattern in (_author(), _subject()):
            for match in pattern.finditer(part.plain):
                if any(is_same_body(match[2], own) for own in own_names):
                    continue
                if _names_another(match, report.agency, report.body):
                    fields = {"name": match[2], "agency": report.agency}
                    yield Violation(fields, spans=(part.span(*match.span(2)),), values=fields)
