"""What labelled figures say of cells, exactly: the readings of a mark as expressions, and whether a value fits one.

Written from docs/figures.md, apart from the code that is evaluated: the evaluation may not believe what it measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction

from auditor.addresses import addresses_in, evaluate, members
from auditor.evaluation.labels import Mark
from auditor.model import Cell

FEES = "active.fees"
# 表二 prints fees in 万元.
_PER_TEN_THOUSAND = {
    "元": Fraction(10_000),
    "千元": Fraction(10),
    "万元": Fraction(1),
    "百万元": Fraction(1, 100),
    "亿元": Fraction(1, 10_000),
}

# Readings that the handbook tolerates with a note (2.7): a value that fits one of them is no planted error.
_TOLERATED = {
    "requests.handled.total": ("requests.handled.total - requests.unprocessed.*.total - requests.other.*.total",),
    "requests.granted.total": ("requests.granted.total + requests.partial.total",),
}


def claims(mark: Mark) -> bool:
    """Whether a mark contradicts its cells when no reading fits: it has readings, and none is "no cell"."""
    return () not in mark.readings


def expressions(mark: Mark) -> Iterator[str]:
    """Every expression over cells that a mark may state."""
    for reading in mark.readings:
        yield from reading


def plain_cells(expression: str, printed: Mapping[str, Cell] | frozenset[str]) -> Iterator[str]:
    """The printed cells that an expression rests on, groups resolved."""
    for address in addresses_in(expression):
        yield from _plain(address, printed)


def _plain(address: str, printed: Mapping[str, Cell] | frozenset[str]) -> Iterator[str]:
    if address in printed:
        yield address
        return
    group, _, column = address.rpartition(".")
    if group == "requests.other.*" and f"requests.other.all.{column}" in printed:
        # The format of 2019 has one row for all of 三（六）.
        yield f"requests.other.all.{column}"
        return
    for member in members(address) or ():
        yield from _plain(member, printed)


def some_reading_fits(mark: Mark, cells: Mapping[str, Cell], *, tolerant: bool = False) -> bool:
    """Whether a mark agrees with the cells by one of its readings.

    With ``tolerant``, also where only what the handbook tolerates fits (2.7, 2.9): rates up to a whole unit of the
    last digit, answers without what was not processed.
    """
    readings = [*mark.readings]
    if tolerant:
        readings += [(looser,) for one in expressions(mark) for looser in _TOLERATED.get(one, ())]
    return any(all(_fits(mark, one, cells, tolerant) for one in reading) for reading in readings)


def _fits(mark: Mark, expression: str, cells: Mapping[str, Cell], tolerant: bool) -> bool:
    worth = evaluate(expression, cells)
    if worth is None:
        return False
    low, high = span(mark, tolerant)
    return low <= Fraction(worth) * scale(mark, expression) <= high


def scale(mark: Mark, expression: str) -> Fraction:
    """What a cell's worth is multiplied by to stand in the mark's unit."""
    if mark.value.endswith("%"):
        return Fraction(100)
    if expression == FEES:
        return _PER_TEN_THOUSAND.get(mark.unit, Fraction(1))
    return Fraction(1)


def span(mark: Mark, tolerant: bool = False) -> tuple[Fraction, Fraction]:
    """The worths that a mark's value stands for, both ends included, in its own unit.

    A rough value takes in all that any approximator could mean: from four fifths of it to twice its worth.
    """
    value = Fraction(mark.number)
    if "-" in mark.value[1:]:
        return value, Fraction(mark.value.rstrip("%").split("-")[1])
    if mark.approximate:
        return value * Fraction(4, 5), value * 2
    if mark.value.endswith("%") or mark.unit == "倍" or mark.unit in _PER_TEN_THOUSAND:
        half = Fraction(1, 2 * 10**mark.decimals)
    else:
        half = Fraction(mark.slack)
    slack = 2 * half if tolerant else half
    return value - slack, value + slack


def in_ten_thousands(mark: Mark) -> Decimal:
    """A mark about fees as 表二 prints it, in 万元, exact."""
    per = _PER_TEN_THOUSAND.get(mark.unit, Fraction(1))
    return mark.number * per.denominator / per.numerator
