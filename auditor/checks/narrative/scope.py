"""Figures of another scope than the table's: one note naming both values (N115)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import evaluate
from auditor.checks.narrative.evidence import cells_of, names, shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.model import Figure


@rule("N115", "info", "18")
def another_scope(case: Case) -> Iterator[Violation]:
    """An office's figure beside the district's table, or the district's beside an office's.

    Only for what the tables count, and only where the values differ: equal values leave nothing to ask.
    """
    for figure in case.figures:
        if figure.barred != "scope" or figure.named is None or figure.kind == "absence":
            continue
        worth = evaluate(figure.named, case.report.cells)
        if worth is None or worth == figure.value:
            continue
        yield _note(figure, figure.named, worth, case)


def _note(figure: Figure, named: str, worth: object, case: Case) -> Violation:
    return Violation(
        {"text": figure.text, "cell": names(named), "worth": shown(worth), "stated": shown(figure.value)},  # type: ignore[arg-type]
        (named,),
        (span_of(figure),),
        {"stated": shown(figure.value), "cells": cells_of((named,), case)},
    )
