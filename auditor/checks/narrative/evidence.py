"""How findings of the prose show what they rest on: the span, the stated value, the cells."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

from auditor.addresses import addresses_in, evaluate, members
from auditor.checks.registry import Case, Violation
from auditor.model import Figure, Severity, Span, Value
from auditor.naming import name_of

Pair = tuple[str, str]


def span_of(figure: Figure) -> Span:
    """Where a figure stands."""
    return Span(figure.section, figure.start, figure.end)


def shown(value: Value | Fraction | None) -> str:
    """A value in plain notation; a fraction to four digits."""
    if value is None:
        return "—"
    if isinstance(value, Fraction):
        value = round(Decimal(value.numerator) / Decimal(value.denominator), 4)
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def for_json(value: Value | Fraction | None) -> int | str | None:
    """A value as the exchange format has it."""
    return value if value is None or isinstance(value, int) else shown(value)


def names(expression: str) -> Pair:
    """What an expression is called in messages, in both languages."""
    return name_of(expression, "zh"), name_of(expression, "en")


def cells_of(expressions: tuple[str, ...], case: Case) -> dict[str, Any]:
    """The cells that expressions rest on, with their values; a group stands for itself."""
    found: dict[str, Any] = {}
    for expression in expressions:
        for address in addresses_in(expression):
            found[address] = for_json(evaluate(address, case.report.cells))
    return found


def plain_addresses(expressions: tuple[str, ...], case: Case) -> tuple[str, ...]:
    """The printed cells behind expressions, each once, groups by their printed members."""
    found: list[str] = []
    for expression in expressions:
        for address in addresses_in(expression):
            parts = members(address)
            if address in case.report.cells or parts is None:
                found.append(address)
            else:
                found += [part for part in parts if part in case.report.cells] or [address]
    return tuple(dict.fromkeys(found))


def against_cells(
    figure: Figure,
    expressions: tuple[str, ...],
    case: Case,
    *,
    severity: Severity | None = None,
    variant: str = "",
    more: dict[str, object] | None = None,
) -> Violation:
    """A violation of one figure against the cells of ``expressions``, the first being the preferred reading."""
    worth = evaluate(expressions[0], case.report.cells)
    expected = figure.expected if figure.expected is not None else worth
    unit = figure.unit or ""
    fields: dict[str, object] = {
        "text": figure.text,
        "cell": names(expressions[0]),
        "stated": shown(figure.value) + unit,
        "expected": shown(expected) + unit,
        **(more or {}),
    }
    return Violation(
        fields,
        (expressions[0],),
        (span_of(figure),),
        {"stated": shown(figure.value), "cells": cells_of(expressions, case)},
        severity=severity,
        variant=variant,
    )
