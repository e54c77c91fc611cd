"""Documents in force and items from year to year: Y102 (Y-FORCE), Y108 (format of 2019)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.printed import for_json, number_at, plain
from auditor.checks.years.comparing import sentences_with
from auditor.model import Report, Value
from auditor.naming import name_of
from auditor.resources import load_lexicon

DOCUMENTS = ("regulations", "normative")
ITEMS = ("licensing", "other_services", "penalty", "coercion", "fees")


def explained_in_text(report: Report) -> bool:
    """Whether the report says why documents in force don't follow from last year's (因清理…以本年度报告为准)."""
    notes = load_lexicon("tables/years")["notes"]
    if next(sentences_with(report, notes["force_final"]), None) is not None:
        return True
    return any(
        any(word in text for word in notes["force_object"]) for _, text in sentences_with(report, notes["force_cause"])
    )


@rule("Y102", "warning", "Y-FORCE")
def in_force_does_not_follow(case: Case) -> Iterator[Violation]:
    """In force = last year's in force + made − repealed, unless the report says why not."""
    previous = last_year(case)
    if previous is None:
        return
    for kind in DOCUMENTS:
        address = f"active.{kind}.in_force"
        before = number_at(previous, address)
        now, made, repealed = (
            number_at(case.report, f"active.{kind}.{column}") for column in ("in_force", "made", "repealed")
        )
        if before is None or now is None or made is None or repealed is None:
            continue
        expected = before + made - repealed
        if now != expected and not explained_in_text(case.report):
            yield Violation(
                fields={
                    "cell": (name_of(address), name_of(address, "en")),
                    "now": plain(now),
                    "before": plain(before),
                    "made": plain(made),
                    "repealed": plain(repealed),
                    "expected": plain(expected),
                },
                addresses=(address,),
                values=_values(case.report, kind, before),
            )


def _values(report: Report, kind: str, before: Value) -> dict[str, object]:
    cells = {
        name: for_json(number_at(report, name))
        for name in (f"active.{kind}.{column}" for column in ("made", "repealed", "in_force"))
    }
    return {"cells": cells, "previous": {f"active.{kind}.in_force": for_json(before)}}


@rule("Y108", "warning", "1.4")
def items_do_not_follow(case: Case) -> Iterator[Violation]:
    """2019: last year's number of items and its change give this year's 上一年项目数量."""
    previous = last_year(case)
    if previous is None:
        return
    for kind in ITEMS:
        address, changed = f"active.{kind}.last_items", f"active.{kind}.change"
        now = number_at(case.report, address)
        items, change = number_at(previous, address), number_at(previous, changed)
        if now is None or items is None or change is None or now == items + change:
            continue
        yield Violation(
            fields={
                "cell": (name_of(address), name_of(address, "en")),
                "now": plain(now),
                "items": plain(items),
                "change": plain(change),
                "expected": plain(items + change),
            },
            addresses=(address,),
            values={
                "cells": {address: for_json(now)},
                "previous": {address: for_json(items), changed: for_json(change)},
            },
        )
