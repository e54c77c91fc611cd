"""Statements of absence against the cells that they deny: N105 and N108."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import evaluate
from auditor.checks.narrative.evidence import cells_of, names, shown, span_of
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.verdicts import readings
from auditor.model import Figure


def _denied_in_vain(case: Case, *, disputes: bool) -> Iterator[Violation]:
    """The denials of cells that are not 0; those on one span come as one."""
    groups: dict[tuple[str, int], list[Figure]] = {}
    for figure in case.figures:
        if (
            figure.kind != "absence"
            or figure.address is None
            or (figure.verdict == "unchecked" and not figure.optional)
        ):
            continue
        if figure.address.startswith("disputes.") is disputes:
            groups.setdefault((figure.section, figure.start), []).append(figure)
    for figures in groups.values():
        wrong = [figure for figure in figures if _contradicted(figure, case)]
        if not wrong:
            continue
        first = wrong[0]
        addresses = tuple(figure.address for figure in wrong if figure.address)
        listed = tuple(
            "、".join(f"{names(address)[side]} {shown(evaluate(address, case.report.cells))}" for address in addresses)
            for side in (0, 1)
        )
        yield Violation(
            {"text": first.text, "cells": listed},
            addresses,
            (span_of(first),),
            {"stated": "0", "cells": cells_of(addresses, case)},
            severity="info" if first.optional else None,
        )


def _contradicted(figure: Figure, case: Case) -> bool:
    if figure.verdict == "mismatch":
        return True
    if not figure.optional or figure.verdict == "match":
        return False
    worths = [evaluate(reading, case.report.cells) for reading in readings(figure)]
    return bool(worths) and all(worth for worth in worths)


@rule("N105", "error", "NT-ZERO", "13")
def nothing_there(case: Case) -> Iterator[Violation]:
    """未收到申请, 无结转, 未制发规范性文件 and the like although the table counts some."""
    yield from _denied_in_vain(case, disputes=False)


@rule("N108", "error", "NT-NODISP", "13")
def no_disputes(case: Case) -> Iterator[Violation]:
    """未发生行政复议、行政诉讼 although table 四 counts some."""
    yield from _denied_in_vain(case, disputes=True)
