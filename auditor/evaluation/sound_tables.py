"""Tables that agree with a labelled passage: every cell of the three tables, so that all claims and sums hold.

The cells are the unknowns of a small integer program (scipy's HiGHS): its rows are what the tables state of
themselves (balance, results, applicants, outcomes) and what the passage's labels state.  Where a figure has several
readings, as many of them as can are made to fit.  What comes back is checked with whole numbers, so that nothing rests
on the solver's rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import cache
from random import Random
from typing import NamedTuple

from auditor.addresses import (
    APPLICANTS,
    COLUMNS,
    DISPUTE_KINDS,
    OUTCOMES,
    Operation,
    all_addresses,
    parse,
    request_rows,
    result_rows,
)
from auditor.evaluation.claims_on_cells import FEES, claims, in_ten_thousands, plain_cells, scale, span
from auditor.evaluation.labels import Mark, Passage
from auditor.model import TableFormat

Values = dict[str, int]
_ALMOST = Fraction(49, 50)  # keeps a share off the edge of its rounding interval
_DOCUMENTS = ("regulations", "normative")


class Bounded(NamedTuple):
    """low ≤ Σ weight · cell ≤ high."""

    weights: Mapping[str, Fraction]
    low: Fraction
    high: Fraction

    def holds(self, cells: Mapping[str, int]) -> bool:
        """Whether some cells satisfy it, in exact arithmetic."""
        return self.low <= sum(weight * cells[name] for name, weight in self.weights.items()) <= self.high


def sound_cells(passage: Passage) -> dict[str, int | Decimal] | None:
    """Every cell of the passage's tables; None where no tables agree with its labels, or its year has none."""
    table_format = passage.table_format
    if table_format is None:
        return None
    cells = _solved(passage, table_format)
    if cells is None:
        return None
    result: dict[str, int | Decimal] = dict(cells)
    fees = [mark for mark in passage.figures if mark.address == FEES]
    if fees and FEES in result:
        amounts = {Decimal(0) if mark.denies else in_ten_thousands(mark) for mark in fees}
        if len(amounts) > 1:
            return None
        amount = amounts.pop()
        result[FEES] = int(amount) if amount == amount.to_integral_value() else amount
    return result


def _solved(passage: Passage, table_format: TableFormat) -> Values | None:
    names = frozenset(all_addresses(table_format))
    certain, open_marks = _stated(passage, names)
    options = {mark: [_reading(mark, reading, names) for reading in mark.readings if reading] for mark in open_marks}
    stated = [*certain, *(row for readings in options.values() for reading in readings for row in reading)]
    unknown = _unknown(names, stated)
    rows = [row for row in table_rows(table_format) if row.weights.keys() <= unknown]
    program = _Program(sorted(unknown), passage)
    if (cells := program.solution(rows + certain)) is None:
        return None
    rows += certain
    for mark, readings in options.items():
        any_fits = False
        for reading in readings:
            # Later readings join where the earlier ones let them.
            if (joined := program.solution([*rows, *reading])) is not None:
                rows += reading
                cells, any_fits = joined, True
        if not any_fits and claims(mark):
            return None
    return _completed(cells, names)


def _unknown(names: frozenset[str], stated: Iterable[Bounded]) -> frozenset[str]:
    """The cells to solve for: the columns of applicants only where something is stated of one."""
    if any(_is_column(name) for row in stated for name in row.weights):
        return names
    return frozenset(name for name in names if not _is_column(name))


def _is_column(name: str) -> bool:
    return name.startswith("requests.") and not name.endswith(".total")


def _completed(cells: Values, names: frozenset[str]) -> Values:
    """Where the columns were not solved for, every request is by a natural person."""
    return {
        name: cells[name] if name in cells
        else cells[name.removesuffix("natural") + "total"] if name.endswith(".natural") else 0
        for name in sorted(names)
    }  # fmt: skip


def _stated(passage: Passage, names: frozenset[str]) -> tuple[list[Bounded], list[Mark]]:
    """What figures with a single reading state, and the figures with more of them."""
    certain: list[Bounded] = []
    several: list[Mark] = []
    together = _listed_together(passage)
    for mark in passage.figures:
        if mark.address in ("-", FEES) or mark.address in together:
            continue
        if len(mark.readings) == 1:
            certain += _reading(mark, mark.readings[0], names)
        else:
            several.append(mark)
    for address, marks in together.items():
        worth = Fraction(sum(mark.number for mark in marks))
        certain.append(Bounded(dict.fromkeys(plain_cells(address, names), Fraction(1)), worth, worth))
    return certain, several


def _listed_together(passage: Passage) -> dict[str, list[Mark]]:
    """Addresses of which several parts of one sum each state a share (信息不存在14件、非本机关公开9件)."""
    found: dict[str, list[Mark]] = {}
    for relation in passage.relations:
        if relation.kind == "sum":
            parts = [passage.figures[position] for position in relation.roles["parts"]]
            for address in dict.fromkeys(part.address for part in parts):
                marks = [part for part in parts if part.address == address]
                if len(marks) > 1 and len({mark.number for mark in marks}) > 1 and " " not in address != "-":
                    found[address] = marks
    return found


def _reading(mark: Mark, reading: Sequence[str], names: frozenset[str]) -> list[Bounded]:
    """What one reading states: each of its expressions is worth the mark's value."""
    return [row for expression in reading for row in _expression(mark, expression, names)]


def _expression(mark: Mark, expression: str, names: frozenset[str]) -> list[Bounded]:
    node = parse(expression)
    low, high = span(mark)
    if isinstance(node, Operation) and node.sign == "/":
        top, bottom = _linear(node.left, names), _linear(node.right, names)
        factor = scale(mark, expression)
        middle, half = (low + high) / 2, (high - low) / 2 * _ALMOST
        far = Fraction(10**9)
        above = _combined(top, factor, bottom, -(middle - half))
        below = _combined(top, factor, bottom, -(middle + half))
        return [Bounded(above, Fraction(0), far), Bounded(below, -far, Fraction(0)), Bounded(bottom, Fraction(1), far)]
    if not mark.approximate:
        low = high = Fraction(mark.number)
    return [Bounded(_linear(node, names), low, high)]


def _linear(node: Operation | str, names: frozenset[str]) -> dict[str, Fraction]:
    if isinstance(node, str):
        return dict.fromkeys(plain_cells(node, names), Fraction(1))
    sign = Fraction(1 if node.sign == "+" else -1)
    return _combined(_linear(node.left, names), Fraction(1), _linear(node.right, names), sign)


def _combined(
    left: Mapping[str, Fraction], left_weight: Fraction, right: Mapping[str, Fraction], right_weight: Fraction
) -> dict[str, Fraction]:
    result = {name: weight * left_weight for name, weight in left.items()}
    for name, weight in right.items():
        result[name] = result.get(name, Fraction(0)) + weight * right_weight
    return result


@cache
def table_rows(table_format: TableFormat) -> tuple[Bounded, ...]:
    """What the tables state of themselves: balance, results, applicants, outcomes; not fewer documents than made."""
    rows = [_equal([f"requests.{row}.{one}" for one in APPLICANTS], [f"requests.{row}.total"])
            for row in request_rows(table_format)]  # fmt: skip
    for column in COLUMNS:
        handled = f"requests.handled.{column}"
        rows.append(_equal([f"requests.{row}.{column}" for row in result_rows(table_format)], [handled]))
        rows.append(_equal([f"requests.{row}.{column}" for row in ("new", "carried_in")],
                           [handled, f"requests.carried_out.{column}"]))  # fmt: skip
    for kind in DISPUTE_KINDS:
        rows.append(_equal([f"disputes.{kind}.{one}" for one in OUTCOMES], [f"disputes.{kind}.total"]))
    if table_format == "2021":
        for kind in _DOCUMENTS:
            made, in_force = f"active.{kind}.made", f"active.{kind}.in_force"
            rows.append(Bounded({in_force: Fraction(1), made: Fraction(-1)}, Fraction(0), Fraction(10**9)))
    return tuple(rows)


def _equal(left: Iterable[str], right: Iterable[str]) -> Bounded:
    weights = dict.fromkeys(left, Fraction(1)) | dict.fromkeys(right, Fraction(-1))
    return Bounded(weights, Fraction(0), Fraction(0))


class _Program:
    """The integer program over one passage's cells: what is cheap is what the passage does not speak of."""

    def __init__(self, names: Sequence[str], passage: Passage) -> None:
        draw = Random(f"{passage.id} {passage.text}")
        self._names = names
        self._index = {name: index for index, name in enumerate(names)}
        self._costs = [_cost(name, draw) for name in names]
        largest = max((int(mark.number) for mark in passage.figures if claims(mark)), default=0)
        self._highest = 4 * largest + 100

    def solution(self, rows: Sequence[Bounded]) -> Values | None:
        """Cells that satisfy all rows, the cheapest ones; None where there are none."""
        import numpy
        from scipy.optimize import Bounds, LinearConstraint, milp

        matrix = numpy.zeros((len(rows), len(self._names)))
        for line, row in enumerate(rows):
            for name, weight in row.weights.items():
                matrix[line, self._index[name]] = float(weight)
        limits = LinearConstraint(matrix, [float(row.low) for row in rows], [float(row.high) for row in rows])
        found = milp(
            self._costs, integrality=numpy.ones(len(self._names)), bounds=Bounds(0, self._highest), constraints=limits,
            options={"node_limit": 1000},
        )  # fmt: skip
        if found.x is None:
            return None
        cells = {name: round(value) for name, value in zip(self._names, found.x.tolist(), strict=True)}
        return cells if all(row.holds(cells) for row in rows) else None


def _cost(name: str, draw: Random) -> float:
    """Requests are preferably new, by natural persons and granted; nothing is carried or pending unless said."""
    if name.endswith((".total", ".in_force")) and "carried" not in name:
        return 0.0
    base = draw.choice((1.0, 2.0, 3.0))
    if "carried" in name or name.endswith(".pending"):
        return base + 20.0
    if name.startswith("requests.") and not name.endswith(".natural"):
        return base + 5.0
    return 0.1 if name.startswith("requests.granted.") else base
