"""Quantities of one text that must stand in an order: I109 to I110, I114."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from auditor.checks.narrative.evidence import shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.model import Figure
from auditor.resources import load_lexicon

_PARTS = re.compile(r"部分|个部分")
_ROLES = {
    "new": "requests.new.total",
    "carried_in": "requests.carried_in.total",
    "handled": "requests.handled.total",
    "carried_out": "requests.carried_out.total",
}


@rule("I109", "warning", "N-PERIOD")
def number_of_parts(case: Case) -> Iterator[Violation]:
    """由N部分组成 against the parts that the report has."""
    numbered = [section for section in case.report.sections if section.part not in (None, "preamble")]
    if not numbered:
        return
    for figure in case.figures:
        section = next((part for part in case.report.sections if part.number == figure.section), None)
        if section is None or section.part not in ("preamble", "overview") or figure.kind != "count":
            continue
        text = section.text
        around = text[max(0, figure.start - 16) : figure.end + 8]
        counts_parts = "部分" in text[figure.start : figure.end + 3] and re.search(r"组成|构成|包括|分为|共分", around)
        if (
            counts_parts
            and re.search(r"报告", text[max(0, figure.start - 200) : figure.start])
            and figure.value != len(numbered)
        ):
            yield Violation(
                {"text": figure.text, "present": len(numbered)},
                (),
                (span_of(figure),),
                {"stated": shown(figure.value), "present": len(numbered)},
            )


@rule("I110", "error", "N-BAL")
def balance_in_the_text(case: Case) -> Iterator[Violation]:
    """新收 + 上年结转 = 办结 + 结转下年 where the text itself gives all four."""
    for section in case.report.sections:
        found: dict[str, Figure] = {}
        clear = True
        for figure in case.figures:
            if figure.section != section.number or figure.kind not in ("count", "absence") or figure.approximate:
                continue
            for role, address in _ROLES.items():
                if figure.address == address:
                    if role in found and found[role].value != figure.value:
                        clear = False
                    found.setdefault(role, figure)
        if len(found) < len(_ROLES) or not clear:
            continue
        left = found["new"].value + found["carried_in"].value
        right = found["handled"].value + found["carried_out"].value
        if left != right:
            values = {role: shown(figure.value) for role, figure in found.items()}
            yield Violation(
                {**values, "left": shown(left), "right": shown(right)},
                (),
                tuple(sorted(span_of(figure) for figure in found.values())),
                {"stated": values},
            )


@cache
def _ordered() -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """Pairs of wordings: what comes in before a first figure, what is done of it right before the next."""
    pairs = load_lexicon("claims/lists")["ordered"]
    return tuple(
        (
            re.compile(trie_pattern(map(normalise, pair["before"]))),
            re.compile(rf"[，、]\s*(?:{trie_pattern(map(normalise, pair['after']))})\s*"),
        )
        for pair in pairs
    )


_LONGEST_STEP = 10
"""Characters between the two counts of a pair: a comma and a verb."""


def _pairs(case: Case) -> Iterator[tuple[Figure, Figure]]:
    """Neighbouring counts of things without a cell where the second is what was done of the first."""
    texts = {section.number: section.text for section in case.report.sections}
    for first, second in pairwise(case.figures):
        if (
            first.section != second.section
            or first.unit != second.unit
            or first.kind != "count"
            or second.kind != "count"
        ):
            continue
        if first.approximate or second.approximate or first.address or second.address:
            continue
        text = texts.get(first.section, "")
        if second.start - first.end > _LONGEST_STEP:
            continue
        between = normalise(text[first.end : second.start])
        lead = re.split(r"[，。；、]", normalise(text[max(0, first.start - 16) : first.start]))[-1]
        if any(before.search(lead) and after.fullmatch(between) for before, after in _ordered()):
            yield first, second


@rule("I114", "error", "N-ORD")
def handled_of_received(case: Case) -> Iterator[Violation]:
    """What was done can't exceed what came in: requests with those carried over, orders, faults found.

    Carried-over requests of text and table count as received.
    """
    for first, second in _pairs(case):
        if second.value > first.value:
            yield Violation(
                {"handled": second.text, "received": first.text, "most": shown(first.value)},
                (),
                (span_of(first), span_of(second)),
                {"stated": {"received": shown(first.value), "handled": shown(second.value)}},
                variant="other_things",
            )
    cell = case.report.cells.get("requests.carried_in.total")
    for section in case.report.sections:
        by_role: dict[str, list[Figure]] = {role: [] for role in _ROLES}
        for figure in case.figures:
            if figure.section == section.number and figure.kind == "count" and not figure.approximate:
                for role, address in _ROLES.items():
                    if figure.address == address:
                        by_role[role].append(figure)
        if len(by_role["new"]) != 1 or not by_role["handled"] or (cell is None and not by_role["carried_in"]):
            continue
        received = by_role["new"][0]
        carried = [figure.value for figure in by_role["carried_in"]]
        if cell is not None:
            if cell.number is None and cell.derived is None:
                continue
            carried.append(cell.number or cell.derived or 0)
        most = received.value + max(carried, default=0)
        for figure in by_role["handled"]:
            if figure.value > most:
                yield Violation(
                    {"handled": figure.text, "received": received.text, "most": shown(most)},
                    (),
                    (span_of(received), span_of(figure)),
                    {"stated": {"received": shown(received.value), "handled": shown(figure.value)}},
                )
