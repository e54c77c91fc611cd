"""Cells that hold no count: negative, with decimals, or with a per cent sign (T2-NEG, T3-NEG, T4-NEG)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from auditor.checks.registry import Violation
from auditor.checks.tables.phrases import both
from auditor.checks.tables.printed import PrintedNumbers, for_json
from auditor.model import Cell, Value
from auditor.naming import name_of

_PER_CENT = ("%", "％", "‰")


def bad_counts(
    cells: Mapping[str, Cell], numbers: PrintedNumbers | None, explained: Collection[str] = (), money: str = ""
) -> Iterator[Violation]:
    """The cells that can't be a count; ``money`` may have decimals, ``explained`` are reported elsewhere."""
    if numbers is None or _all_counts(numbers):
        return
    for address in numbers.addresses:
        cell = cells.get(address)
        if cell is None or address in explained:
            continue
        if cell.kind == "text" and any(sign in cell.text for sign in _PER_CENT):
            yield _violation(address, cell.text, None, "percent")
        elif cell.number is not None and cell.number < 0:
            yield _violation(address, cell.text, cell.number, "")
        elif cell.number is not None and address != money and cell.number != int(cell.number):
            yield _violation(address, cell.text, cell.number, "decimal")


def _all_counts(numbers: PrintedNumbers) -> bool:
    return not numbers.unknown and min(numbers.values) >= 0 and set(map(type, numbers.values)) == {int}


def _violation(address: str, text: str, number: Value | None, variant: str) -> Violation:
    return Violation(
        fields={"cell": both(lambda lang: name_of(address, lang)), "text": text},
        addresses=(address,),
        values={"cells": {address: for_json(number)}, "printed": text},
        variant=variant,
    )
