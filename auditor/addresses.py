"""The names of the standard tables' cells, and what an expression over them is worth.

The vocabulary is fixed (docs/addresses.md); rows, columns and their Chinese labels come from
``lexicons/tables``.  An expression joins addresses by `` + ``, `` - `` and `` / ``, with parentheses.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Literal

from auditor.model import Cell, TableFormat, Value
from auditor.resources import load_lexicon

APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other")
ORGANISATIONS = APPLICANTS[1:]
COLUMNS = (*APPLICANTS, "total")
OUTCOMES = ("upheld", "corrected", "other", "pending")
DISPUTE_KINDS = ("review", "litigation_direct", "litigation_after_review")
LITIGATION = DISPUTE_KINDS[1:]
GROUPS = ("denied", "unavailable", "unprocessed", "other")


@cache
def request_rows(table_format: TableFormat) -> tuple[str, ...]:
    """The row keys of table 三 in printed order, ``new`` to ``carried_out``."""
    return tuple(row["key"] for row in load_lexicon(f"tables/{table_format}")["requests"]["rows"])


@cache
def result_rows(table_format: TableFormat) -> tuple[str, ...]:
    """The rows of 三（一） to 三（六）: the results that 三（七） adds up."""
    edge = {"new", "carried_in", "handled", "carried_out"}
    return tuple(row for row in request_rows(table_format) if row not in edge)


@cache
def active_addresses(table_format: TableFormat) -> tuple[str, ...]:
    """The addresses of table 二 in printed order."""
    return tuple(
        ".".join(filter(None, ("active", row["key"], column["key"])))
        for block in load_lexicon(f"tables/{table_format}")["active"]
        for row in block["rows"]
        for column in block["columns"]
    )


@cache
def request_addresses(table_format: TableFormat) -> tuple[str, ...]:
    """The addresses of table 三, row by row: 25 × 7 in the format of 2021."""
    return tuple(f"requests.{row}.{column}" for row in request_rows(table_format) for column in COLUMNS)


@cache
def dispute_addresses() -> tuple[str, ...]:
    """The 15 addresses of table 四 in printed order."""
    return tuple(f"disputes.{kind}.{outcome}" for kind in DISPUTE_KINDS for outcome in (*OUTCOMES, "total"))


@cache
def all_addresses(table_format: TableFormat) -> tuple[str, ...]:
    """Every cell of the three tables: 200 in the format of 2021."""
    return active_addresses(table_format) + request_addresses(table_format) + dispute_addresses()


@cache
def _group_rows(group: str) -> tuple[str, ...]:
    return tuple(row for row in request_rows("2021") if row.startswith(f"{group}."))


@cache
def members(address: str) -> tuple[str, ...] | None:
    """The cells that a group address adds up, or None for a plain cell.

    Groups are ``requests.<group>.*.<column>``, ``requests.<row>.organisations`` and
    ``disputes.litigation.<outcome>``.
    """
    parts = address.split(".")
    if parts[0] == "disputes" and parts[1] == "litigation":
        return tuple(f"disputes.{kind}.{parts[2]}" for kind in LITIGATION)
    if parts[0] == "requests" and parts[-1] == "organisations":
        row = ".".join(parts[1:-1])
        return tuple(f"requests.{row}.{column}" for column in ORGANISATIONS)
    if parts[0] == "requests" and parts[2] == "*":
        return tuple(f"requests.{row}.{parts[3]}" for row in _group_rows(parts[1]))
    return None


def cell_value(cell: Cell) -> Value | None:
    """What a cell is worth to a claim of the prose: its number, or the sum that a blank stands for."""
    return cell.number if cell.number is not None else cell.derived


def _group_value(address: str, names: tuple[str, ...], cells: Mapping[str, Cell]) -> Value | None:
    """The sum of a group: a blank counts as 0 beside a number (handbook 1.3); an unread cell spoils it."""
    parts = address.split(".")
    if parts[:2] == ["requests", "other"] and parts[2] == "*":
        one_row = f"requests.other.all.{parts[3]}"
        if one_row in cells or one_row.rsplit(".", 1)[0] + ".total" in cells:
            return value_of(one_row, cells)
    total: Value = 0
    any_number = False
    for name in names:
        nested = members(name)
        if nested is not None:
            worth = _group_value(name, nested, cells)
        else:
            cell = cells.get(name)
            if cell is None or cell.kind == "unread":
                return None
            worth = cell_value(cell)
        if worth is not None:
            any_number = True
            total += worth
    return total if any_number else None


def value_of(address: str, cells: Mapping[str, Cell]) -> Value | None:
    """The value of one address, group or plain; None where it is blank, unread or not printed."""
    cell = cells.get(address)
    if cell is not None:
        return cell_value(cell)
    names = members(address)
    return None if names is None else _group_value(address, names, cells)


@dataclass(frozen=True, slots=True)
class Operation:
    """A node of a parsed expression."""

    sign: Literal["+", "-", "/"]
    left: Operation | str
    right: Operation | str


_TOKEN = re.compile(r" ([+\-/]) |([()])|([a-z][a-z_.*]*[a-z*])")


@cache
def parse(expression: str) -> Operation | str:
    """The tree of an expression; a plain address is itself.

    Raises:
        ValueError: the text is no expression over addresses.
    """
    fault = ValueError(f"not an expression over addresses: {expression!r}")
    tokens = [match.group(1) or match.group(2) or match.group(3) for match in _TOKEN.finditer(expression)]
    if "".join(tokens) != expression.replace(" ", ""):
        raise fault
    position = 0

    def atom() -> Operation | str:
        nonlocal position
        if position >= len(tokens) or tokens[position] in "+-/)":
            raise fault
        token = tokens[position]
        position += 1
        if token != "(":
            return token
        inner = addition()
        if position >= len(tokens) or tokens[position] != ")":
            raise fault
        position += 1
        return inner

    def quotient() -> Operation | str:
        nonlocal position
        node = atom()
        while position < len(tokens) and tokens[position] == "/":
            position += 1
            node = Operation("/", node, atom())
        return node

    def addition() -> Operation | str:
        nonlocal position
        node = quotient()
        while position < len(tokens) and tokens[position] in "+-":
            sign = tokens[position]
            position += 1
            node = Operation("+" if sign == "+" else "-", node, quotient())
        return node

    node = addition()
    if position != len(tokens):
        raise fault
    return node


def addresses_in(expression: str) -> Iterator[str]:
    """The addresses that an expression names, left to right, groups unexpanded."""
    node = parse(expression)
    stack: list[Operation | str] = [node]
    while stack:
        top = stack.pop()
        if isinstance(top, str):
            yield top
        else:
            stack += [top.right, top.left]


def evaluate(expression: str, cells: Mapping[str, Cell]) -> Value | Fraction | None:
    """What an expression is worth: exact, a ``Fraction`` for a quotient, None where a cell is missing.

    A division by zero has no value.
    """
    return _evaluate(parse(expression), cells)


def _evaluate(node: Operation | str, cells: Mapping[str, Cell]) -> Value | Fraction | None:
    if isinstance(node, str):
        return value_of(node, cells)
    left, right = _evaluate(node.left, cells), _evaluate(node.right, cells)
    if left is None or right is None:
        return None
    if node.sign == "/":
        return Fraction(left) / Fraction(right) if right else None
    if isinstance(left, Fraction) or isinstance(right, Fraction):
        left, right = Fraction(left), Fraction(right)
        return left + right if node.sign == "+" else left - right
    return left + right if node.sign == "+" else left - right
