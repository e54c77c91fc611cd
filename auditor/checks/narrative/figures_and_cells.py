"""Figures of the prose against the cells that they speak of: N101 to N104, N106 to N107, N109 to N112.

Which rule a figure belongs to follows from its address; whether it fits was judged in
``auditor/checks/verdicts.py``.
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from auditor.addresses import evaluate
from auditor.checks.narrative.evidence import against_cells, names, shown
from auditor.checks.parts_of_cells import summands
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.verdicts import fitting_reading, readings, tolerated_reading
from auditor.model import Figure

NEW, CARRIED_IN = "requests.new.total", "requests.carried_in.total"
HANDLED, CARRIED_OUT = "requests.handled.total", "requests.carried_out.total"
DUE = f"{NEW} + {CARRIED_IN}"


def _family(address: str) -> str:
    """The group of cells that an address belongs to."""
    if " / " in address:
        return "rate"
    parts = address.split(".")
    if parts[0] == "disputes":
        return "dispute"
    if parts[0] == "active":
        return "document" if parts[1] in ("normative", "regulations") else "fees" if parts[1] == "fees" else "decision"
    if address in (CARRIED_IN, CARRIED_OUT):
        return "carried"
    if address in (NEW, DUE):
        return "received"
    if address == HANDLED:
        return "handled"
    return "applicant" if parts[1] == "new" else "result"


@once_per_case
def _by_family(case: Case) -> dict[str, list[Figure]]:
    """The linked figures of a case by the group of their address."""
    found: dict[str, list[Figure]] = {}
    for figure in case.figures:
        if figure.address is not None and figure.kind != "absence":
            found.setdefault(_family(figure.address), []).append(figure)
    return found


def _mismatches(case: Case, family: str) -> Iterator[Violation]:
    for figure in _by_family(case).get(family, ()):
        if figure.verdict == "mismatch":
            yield against_cells(figure, readings(figure), case)
        elif figure.optional and figure.verdict == "unchecked":
            worths = [evaluate(reading, case.report.cells) for reading in readings(figure)]
            if worths and all(worth is not None for worth in worths):
                yield against_cells(figure, readings(figure), case, severity="info", variant="maybe")


@rule("N101", "error", "NT-NEW", "13")
def received(case: Case) -> Iterator[Violation]:
    """收到、受理 n件 against 本年新收, or new and carried in together."""
    for figure in _by_family(case).get("received", ()):
        if figure.verdict == "mismatch":
            yield against_cells(figure, readings(figure), case)
        elif (looser := tolerated_reading(figure, case.report.cells)) is not None:
            yield against_cells(figure, (looser,), case, severity="info", variant="looser")
        elif figure.address == NEW and fitting_reading(figure, case.report.cells) == DUE:
            yield against_cells(figure, (DUE,), case, severity="warning", variant="unclear")


@rule("N102", "error", "NT-CIN", "NT-COUT", "13")
def carried_over(case: Case) -> Iterator[Violation]:
    """上年结转, 结转下年 n件."""
    yield from _mismatches(case, "carried")


@rule("N103", "error", "NT-DONE", "13")
def handled(case: Case) -> Iterator[Violation]:
    """办结、答复 n件 against the total of results."""
    for figure in _by_family(case).get("handled", ()):
        if figure.verdict == "mismatch":
            text = next(section.text for section in case.report.sections if section.number == figure.section)
            several = any(True for _ in summands(figure, list(case.figures), text))
            yield against_cells(
                figure,
                readings(figure),
                case,
                severity="warning" if several else None,
                variant="several" if several else "",
            )
        elif (looser := tolerated_reading(figure, case.report.cells)) is not None:
            yield against_cells(figure, (looser,), case, severity="info", variant="looser")


@rule("N104", "error", "NT-OUT", "13")
def results(case: Case) -> Iterator[Violation]:
    """予以公开, 部分公开, 不予公开 … n件 against a row or a group of rows."""
    yield from _mismatches(case, "result")
    for figure in _by_family(case).get("result", ()):
        looser = tolerated_reading(figure, case.report.cells)
        if looser is not None:
            yield against_cells(figure, (looser,), case, severity="info", variant="looser")


@rule("N106", "error", "NT-CLASS", "13")
def applicants(case: Case) -> Iterator[Violation]:
    """自然人 n件, 法人或其他组织 n件 against the columns of 本年新收."""
    yield from _mismatches(case, "applicant")


@rule("N107", "error", "NT-DISP", "13")
def disputes(case: Case) -> Iterator[Violation]:
    """行政复议、行政诉讼 n件 and their outcomes against table 四."""
    yield from _mismatches(case, "dispute")


@rule("N109", "error", "NT-DOC", "13")
def documents(case: Case) -> Iterator[Violation]:
    """制发、废止、现行有效 n件 of 规章 and 规范性文件 against table 二."""
    yield from _mismatches(case, "document")


@rule("N110", "warning", "NT-LIC", "13")
def decisions(case: Case) -> Iterator[Violation]:
    """行政许可、处罚、强制 n件 against table 二."""
    yield from _mismatches(case, "decision")


@rule("N111", "error", "NT-FEE", "13")
def fees(case: Case) -> Iterator[Violation]:
    """行政事业性收费 n万元 against table 二."""
    yield from _mismatches(case, "fees")


@rule("N112", "warning", "NT-RATE", "N-SHARE")
def rates(case: Case) -> Iterator[Violation]:
    """办结率 and shares against the cells that they are computed from; a share beside its base is I103's."""
    stated_in_text = {relation.roles["rate"][0] for relation in case.relations if relation.kind in ("ratio", "growth")}
    indices = {id(figure): index for index, figure in enumerate(case.figures)}
    for figure in _by_family(case).get("rate", ()):
        if figure.verdict != "mismatch" or indices[id(figure)] in stated_in_text:
            continue
        worth = evaluate(figure.address or "", case.report.cells)
        close = worth is not None and _within_one_digit(figure, Fraction(worth))
        yield against_cells(figure, readings(figure), case, severity="info" if close else None)


def _within_one_digit(figure: Figure, worth: Fraction) -> bool:
    text = format(figure.value, "f") if not isinstance(figure.value, int) else str(figure.value)
    decimals = len(text.partition(".")[2])
    return abs(worth * 100 - Fraction(figure.value)) <= Fraction(1, 10**decimals)


@rule("N116", "warning", "2.9")
def rough_figures(case: Case) -> Iterator[Violation]:
    """以上, 超过 n件 where the cell is more than half as much again; 一百余 above 150 (handbook 2.9)."""
    for figure in case.figures:
        if not figure.approximate or figure.verdict == "unchecked" or figure.address is None:
            continue
        worth = evaluate(figure.address, case.report.cells)
        if worth is None or isinstance(worth, Fraction):
            continue
        if figure.verdict != "match" or Fraction(worth) <= Fraction(figure.value) * Fraction(3, 2):
            continue
        lower_bound = any(mark in figure.text for mark in ("超", "以上", "逾"))
        if not lower_bound and "余" not in figure.text:
            continue
        yield Violation(
            {"text": figure.text, "cell": names(figure.address), "expected": shown(worth)},
            (figure.address,),
            against_cells(figure, (figure.address,), case).spans,
            {"stated": shown(figure.value), "cells": {figure.address: shown(worth)}},
            severity="warning" if lower_bound else "info",
        )
