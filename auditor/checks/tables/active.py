"""Table 二: T201 to T208."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from typing import Any

from auditor.addresses import active_addresses
from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.tables.counts import bad_counts
from auditor.checks.tables.phrases import both, listed, phrase
from auditor.checks.tables.printed import PrintedNumbers, for_json, number_at, plain, printed_numbers
from auditor.model import Span, Value
from auditor.naming import name_of
from auditor.resources import load_lexicon

DOCUMENTS = ("regulations", "normative")
FEES = "active.fees"
MANY_DOCUMENTS = 10
LARGE_FEES = 100_000
"""万元, that is a thousand million yuan: more than any department of a county charges."""
YUAN_IN_UNIT = 10_000
DECISIONS = ("active.licensing", "active.penalty", "active.coercion")
OLD_DECISIONS = tuple(f"{address}.decisions" for address in DECISIONS)


@cache
def _counted(table_format: Any) -> tuple[str, ...]:
    """The addresses that hold counts: neither signed changes nor sums of money but the fees."""
    return tuple(address for address in active_addresses(table_format) if not address.endswith((".change", ".amount")))


@once_per_case
def _active_numbers(case: Case) -> PrintedNumbers | None:
    return printed_numbers(case.report.cells, _counted(case.report.table_format or "2021"))


def _words(topic: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = load_lexicon("tables/plausibility")[topic]
    return words


def _printed(case: Case, *addresses: str) -> dict[str, Any]:
    """Cells for ``Finding.values``."""
    return {"cells": {address: for_json(number_at(case.report, address)) for address in addresses}}


@rule("T201", "error", "T2-NEG")
def not_a_count(case: Case) -> Iterator[Violation]:
    """Counts are whole numbers of at least 0; only the fees have decimals."""
    yield from bad_counts(case.report.cells, _active_numbers(case), money=FEES)


@rule("T202", "warning", "T2-LOW")
def fewer_in_force_than_made(case: Case) -> Iterator[Violation]:
    """No fewer can be in force than were made and not repealed this year."""
    for kind in DOCUMENTS:
        addresses = tuple(f"active.{kind}.{column}" for column in ("in_force", "made", "repealed"))
        in_force, made, repealed = (number_at(case.report, address) for address in addresses)
        if in_force is None or made is None or repealed is None or in_force >= made - repealed:
            continue
        yield Violation(
            fields={
                "kind": both(lambda lang, kind=kind: _kind(kind, lang)),  # type: ignore[misc]
                "in_force": plain(in_force),
                "made": plain(made),
                "repealed": plain(repealed),
                "least": plain(made - repealed),
            },
            addresses=addresses,
            values=_printed(case, *addresses),
        )


def _kind(kind: str, lang: Any) -> str:
    return str(load_lexicon("tables/names")["active"][kind][lang])


@rule("T203", "warning", "T2-REG", "#31")
def regulations_by_a_body_that_makes_none(case: Case) -> Iterator[Violation]:
    """规章 are made by ministries, provinces and cities only."""
    if case.report.body not in _words("regulations")["must_not"]:
        return
    filled = [
        address
        for address in _counted(case.report.table_format or "2021")
        if address.startswith("active.regulations.") and (number_at(case.report, address) or 0) > 0
    ]
    if filled:
        yield Violation(
            fields={
                "body": case.report.body,
                "cells": both(lambda lang: _listed(case, filled, lang)),
            },
            addresses=tuple(filled),
            values=_printed(case, *filled),
        )


def _listed(case: Case, addresses: list[str], lang: Any) -> str:
    numbers = ((address, number_at(case.report, address)) for address in addresses)
    return listed(
        (
            phrase("term", lang).format(name=name_of(address, lang), value=plain(value))
            for address, value in numbers
            if value
        ),
        lang,
    )


@rule("T204", "info", "T2-NORM", "#31")
def many_normative_documents(case: Case) -> Iterator[Violation]:
    """Towns and sub-districts seldom have tens of normative documents."""
    if case.report.body not in _words("normative")["small"]:
        return
    many = [
        address
        for address in ("active.normative.made", "active.normative.in_force")
        if (number_at(case.report, address) or 0) >= MANY_DOCUMENTS
    ]
    if many:
        yield Violation(
            fields={"body": case.report.body, "cells": both(lambda lang: _listed(case, many, lang))},
            addresses=tuple(many),
            values=_printed(case, *many),
        )


@rule("T205", "warning", "T2-NODEC", "#30")
def unit_of_money_or_count(case: Case) -> Iterator[Violation]:
    """Fees in yuan where the table counts in 万元; a count written with decimals."""
    for address in _counted(case.report.table_format or "2021"):
        cell = case.report.cells.get(address)
        if (
            cell is not None
            and address != FEES
            and isinstance(cell.number, Decimal)
            and cell.number == int(cell.number)
        ):
            yield Violation(
                fields={"cell": both(lambda lang, address=address: name_of(address, lang)), "text": cell.text},  # type: ignore[misc]
                addresses=(address,),
                values=_printed(case, address),
                variant="decimal",
            )
    fees = number_at(case.report, FEES)
    if fees:
        yield from _fees_in_yuan(case, fees)


def _fees_in_yuan(case: Case, fees: Value) -> Iterator[Violation]:
    spans: tuple[Span, ...] = ()
    evidence: dict[str, Any] = {}
    stated = [
        figure
        for figure in case.figures
        if figure.kind == "money" and figure.unit == "元" and FEES in (figure.address, figure.named)
    ]
    same = [figure for figure in stated if figure.value == fees]
    last = number_at(last_year(case), FEES)
    if same:
        variant, spans = "stated", tuple(Span(figure.section, figure.start, figure.end) for figure in same)
        evidence = {"stated": for_json(same[0].value)}
    elif last and fees == last * YUAN_IN_UNIT:
        variant, evidence = "last_year", {"previous": {FEES: for_json(last)}}
    elif case.report.body in _words("fees")["small"] and fees > LARGE_FEES and fees == int(fees):
        variant = ""
    else:
        return
    yield Violation(
        fields={"fees": plain(fees), "in_unit": plain(Decimal(fees) / YUAN_IN_UNIT), "last": plain(last or 0)},
        addresses=(FEES,),
        spans=spans,
        values=_printed(case, FEES) | evidence,
        variant=variant,
    )


@rule("T206", "info", "T2-ENF")
def no_decisions_of_an_enforcing_body(case: Case) -> Iterator[Violation]:
    """A body that licenses and fines reports none of it."""
    words = _words("enforcement")
    agency = case.report.agency or ""
    if case.report.body not in words["bodies"] or not any(word in agency for word in words["words"]):
        return
    decisions = OLD_DECISIONS if case.report.table_format == "2019" else DECISIONS
    if all(number_at(case.report, address) == 0 for address in decisions):
        yield Violation(fields={"agency": agency}, addresses=decisions, values=_printed(case, *decisions))


def _old_documents(case: Case) -> Iterator[tuple[str, dict[str, Value]]]:
    """The rows of documents in the format of 2019 that are all numbers."""
    if case.report.table_format != "2019":
        return
    for kind in DOCUMENTS:
        numbers = {
            name: number_at(case.report, f"active.{kind}.{name}") for name in ("created", "opened", "open_total")
        }
        known = {name: number for name, number in numbers.items() if number is not None}
        if len(known) == len(numbers):
            yield kind, known


@rule("T207", "warning", "1.4")
def fewer_open_than_newly_opened(case: Case) -> Iterator[Violation]:
    """2019: 对外公开总数量 is no less than 本年新公开数量."""
    for kind, numbers in _old_documents(case):
        if numbers["open_total"] < numbers["opened"]:
            yield _old_violation(case, kind, numbers, "open_total", "opened")


@rule("T208", "info", "1.4")
def more_opened_than_made(case: Case) -> Iterator[Violation]:
    """2019: 本年新公开数量 is seldom more than 本年新制作数量."""
    for kind, numbers in _old_documents(case):
        if numbers["opened"] > numbers["created"]:
            yield _old_violation(case, kind, numbers, "opened", "created")


def _old_violation(case: Case, kind: str, numbers: dict[str, Value], *columns: str) -> Violation:
    addresses = tuple(f"active.{kind}.{column}" for column in columns)
    return Violation(
        fields={
            "kind": both(lambda lang: _kind(kind, lang)),
            **{name: plain(value) for name, value in numbers.items()},
        },
        addresses=addresses,
        values=_printed(case, *addresses),
    )
