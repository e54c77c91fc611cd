"""A table's relation in words and numbers: 表三自然人列：办理总计0 ≠ 予以公开11."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from auditor.checks.tables.diagnosis import Equation
from auditor.checks.tables.phrases import phrase
from auditor.checks.tables.printed import PrintedNumbers, plain
from auditor.model import Value
from auditor.naming import Language, column_name, kind_name, outcome_name, row_name, short_row_name, table_name


def formula(equation: Equation, numbers: PrintedNumbers, lang: Language) -> str:
    """The relation with the numbers as printed, ``=`` where it holds and ``≠`` where it doesn't."""
    values = numbers.values
    left = [values[cell] for cell in equation.left]
    right = [values[cell] for cell in equation.right]
    sign = "=" if sum(left) == sum(right) else "≠"
    if equation.kind == "balance":
        sides = [_spelled(cells, numbers, equation.kind, lang) for cells in (equation.left, equation.right)]
        said = f"{sides[0]} {sign} {sides[1]}"
    else:
        said = (
            f"{_spelled(equation.left, numbers, equation.kind, lang)} {sign} {_parts(equation, right, numbers, lang)}"
        )
    return phrase("said", lang).format(place=place(equation, numbers, lang), formula=said)


def place(equation: Equation, numbers: PrintedNumbers, lang: Language) -> str:
    """Where the relation stands: 表三自然人列, 表三“（一）予以公开”行, 表四行政复议."""
    return _place(table_name(numbers.addresses[0], lang), equation.kind, equation.subject, lang)


@cache
def _place(table: str, kind: str, subject: str, lang: Language) -> str:
    if kind == "row":
        return phrase("row", lang).format(table=table, name=row_name(subject, lang))
    if kind == "dispute":
        return phrase("kind", lang).format(table=table, name=kind_name(subject, lang))
    return phrase("column", lang).format(table=table, name=column_name(subject, lang))


def _parts(equation: Equation, values: Sequence[Value], numbers: PrintedNumbers, lang: Language) -> str:
    """The sum with what goes into it; a lone part stands for itself, parts of 0 are left out."""
    cells = [cell for cell, value in zip(equation.right, values, strict=True) if value]
    if not cells:
        return "0"
    spelled = _spelled(cells, numbers, equation.kind, lang)
    return spelled if len(cells) == 1 else phrase("sum", lang).format(total=plain(sum(values)), parts=spelled)


def _spelled(cells: Sequence[int], numbers: PrintedNumbers, kind: str, lang: Language) -> str:
    term = phrase("term", lang)
    addresses, values = numbers.addresses, numbers.values
    return " + ".join(
        [term.format(name=_short(addresses[cell], kind, lang), value=plain(values[cell])) for cell in cells]
    )


@cache
def _short(address: str, kind: str, lang: Language) -> str:
    head, last = address.rsplit(".", 1)
    if kind == "row":
        return column_name(last, lang)
    if kind == "dispute":
        return outcome_name(last, lang)
    return short_row_name(head.partition(".")[2], lang)
