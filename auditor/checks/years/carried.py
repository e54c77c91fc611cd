"""What last year carried out is what this year carried in: Y101 (Y-CARRY), and pending disputes: Y105."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import COLUMNS, DISPUTE_KINDS
from auditor.checks.previous import last_year, same_body
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.phrases import both, listed, phrase
from auditor.checks.tables.printed import for_json, number_at, plain
from auditor.checks.years.comparing import mended, pair_values, sentences_with
from auditor.model import Report, Severity, Value
from auditor.naming import Language, column_name, kind_name
from auditor.resources import load_lexicon

MANY_PENDING = 3


@rule("Y101", "warning", "Y-CARRY", "#12")
def carried_in_differs(case: Case) -> Iterator[Violation]:
    """Per column: carried in = last year's carried out."""
    previous = last_year(case)
    if previous is None:
        return
    pairs: dict[str, tuple[Value, Value]] = {}
    for column in COLUMNS:
        now = mended(case, case.report, f"requests.carried_in.{column}")
        before = mended(case, previous, f"requests.carried_out.{column}")
        if now is not None and before is not None:
            pairs[column] = (now, before)
    differing = [column for column, (now, before) in pairs.items() if now != before]
    if not differing:
        return
    severity: Severity = "warning"
    variant = ""
    if "total" in pairs and "total" not in differing:
        severity, variant = "info", "columns"
    elif "total" in differing:
        noted = _explained(case.report)
        variant = "noted" if noted else "total"
        if not noted and same_body(case.report.agency, previous.agency):
            severity = "error"
    yield _carry_violation(pairs, differing, severity, variant)


def _explained(report: Report) -> bool:
    """Whether the report says why the years don't meet: bodies merged, last year's figures corrected."""
    notes = load_lexicon("tables/years")["notes"]
    if next(sentences_with(report, notes["carry_merged"]), None) is not None:
        return True
    corrected = sentences_with(report, notes["carry_corrected"])
    return any(topic in text for _, text in corrected for topic in notes["carry_topic"])


def _carry_violation(
    pairs: dict[str, tuple[Value, Value]], differing: list[str], severity: Severity, variant: str
) -> Violation:
    def columns(lang: Language) -> str:
        return listed(
            (
                phrase("term", lang).format(name=column_name(column, lang), value=f"{plain(before)}→{plain(now)}")
                for column in differing
                for now, before in (pairs[column],)
            ),
            lang,
        )

    total = pairs.get("total", (0, 0))
    return Violation(
        fields={"now": plain(total[0]), "before": plain(total[1]), "columns": both(columns)},
        addresses=tuple(f"requests.carried_in.{column}" for column in differing),
        values={
            "cells": {f"requests.carried_in.{column}": for_json(pairs[column][0]) for column in differing},
            "previous": {f"requests.carried_out.{column}": for_json(pairs[column][1]) for column in differing},
        },
        severity=severity,
        variant=variant,
    )


@rule("Y105", "info", "Y-PEND")
def pending_disputes_lost(case: Case) -> Iterator[Violation]:
    """Many disputes were pending last year, but fewer are counted this year."""
    previous = last_year(case)
    if previous is None:
        return
    for kind in DISPUTE_KINDS:
        total = f"disputes.{kind}.total"
        pending = number_at(previous, f"disputes.{kind}.pending")
        now = number_at(case.report, total)
        if pending is not None and now is not None and pending >= MANY_PENDING and now < pending:
            yield Violation(
                fields={
                    "kind": (kind_name(kind, "zh"), kind_name(kind, "en")),
                    "pending": plain(pending),
                    "now": plain(now),
                },
                addresses=(total,),
                values=pair_values(total, now, pending, f"disputes.{kind}.pending"),
            )
