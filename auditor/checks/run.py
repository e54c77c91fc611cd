"""All rules over one case: the words, the fingerprint and the order of findings are made here, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

import auditor.checks  # noqa: F401  (registers every family)
from auditor.addresses import all_addresses
from auditor.checks.fingerprint import fingerprint, identity
from auditor.checks.registry import Case, Rule, Violation, registered
from auditor.model import Finding, Report, Severity
from auditor.resources import load_lexicon

_RANK: Mapping[Severity, int] = {"error": 0, "warning": 1, "info": 2}
_PART_OF_TABLE = {"active": "二", "requests": "三", "disputes": "四"}
_TABLES_AFTER_PROSE = 1_000_000_000


class Templates(NamedTuple):
    """A message in both languages, ready for ``str.format``."""

    zh: str
    en: str


def run(case: Case, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> list[Finding]:
    """The findings of all rules, or of those that ``select`` and ``ignore`` leave.

    Both take full codes and prefixes (T, T3, T301); ``ignore`` wins.  Findings are ordered by severity, part
    of the report, position and code.
    """
    chosen = _chosen(tuple(select), tuple(ignore), len(registered()))
    seen: dict[str, int] = {}
    ordered: list[tuple[tuple[int, int, int, str], Finding]] = []
    for rule in chosen:
        for violation in rule.check(case):
            name = identity(rule.code, violation.addresses, violation.spans, violation.subject, case.report)
            ordinal = seen.get(name, 0)
            seen[name] = ordinal + 1
            finding = _finding(rule, violation, fingerprint(name, ordinal))
            ordered.append(((_RANK[finding.severity], *_position(violation, case.report), rule.code), finding))
    ordered.sort(key=lambda entry: entry[0])
    return [finding for _, finding in ordered]


def codes_match(code: str, patterns: Sequence[str]) -> bool:
    """Whether a code is one of the patterns or begins with one."""
    return code.startswith(tuple(patterns))


@cache
def _chosen(select: tuple[str, ...], ignore: tuple[str, ...], _registered: int) -> tuple[Rule, ...]:
    return tuple(
        rule
        for code, rule in sorted(registered().items())
        if (not select or codes_match(code, select)) and not codes_match(code, ignore)
    )


def _finding(rule: Rule, violation: Violation, name: str) -> Finding:
    templates = message_templates(rule.code, violation.variant)
    fields = violation.fields
    two_languages = any(type(value) is tuple for value in fields.values())
    zh = _in_language(fields, 0) if two_languages else fields
    en = _in_language(fields, 1) if two_languages else fields
    return Finding(
        rule=rule.code,
        severity=violation.severity or rule.severity,
        message=templates.zh.format(**zh),
        message_en=templates.en.format(**en),
        addresses=violation.addresses,
        values=violation.values,
        repair=violation.repair,
        spans=violation.spans,
        fingerprint=name,
    )


def _in_language(fields: Mapping[str, object], index: int) -> Mapping[str, object]:
    return {name: value[index] if isinstance(value, tuple) else value for name, value in fields.items()}


@cache
def message_templates(code: str, variant: str = "") -> Templates:
    """The message of a rule's page, or that of one of its variants.

    Raises:
        LexiconError: the page lacks it.
    """
    page = load_lexicon(f"rules/{code[0]}").get(code, {})
    key = f"message_{variant}" if variant else "message"
    try:
        return Templates(page[key]["zh"], page[key]["en"])
    except KeyError as missing:
        from auditor.shapes.telling import lexicon_error

        lacking = {"section": code, "missing": key}
        raise lexicon_error(f"rules/{code[0]}.toml", None, "missing_key", lacking) from missing


@cache
def _cell_order() -> Mapping[str, int]:
    order: dict[str, int] = {}
    for address in (*all_addresses("2021"), *all_addresses("2019")):
        order.setdefault(address, len(order))
    return order


def _position(violation: Violation, report: Report) -> tuple[int, int]:
    """The place in the report: its part in printed order, then prose before cells."""
    if violation.spans:
        first = violation.spans[0]
        return _part_index(report, first.section), first.start
    for address in violation.addresses:
        part = _PART_OF_TABLE.get(address.partition(".")[0])
        if part is not None:
            return _part_index(report, part), _TABLES_AFTER_PROSE + _cell_order().get(address, 0)
    return -1, 0


def _part_index(report: Report, number: str) -> int:
    for index, section in enumerate(report.sections):
        if section.number == number:
            return index
    return "一二三四五六".find(number) if number else -1
