"""Figures against cells: what a figure should be by the table, and whether it is.

Every allowed reading of a figure is compared; it matches when any fits (docs/figures.md 3.3).  Counts are
exact; rough numbers, figures in 万 and rates fit within the tolerances of handbook 2.9.  No verdict is
drawn from a cell that was not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from auditor.addresses import evaluate
from auditor.checks.parts_of_cells import with_sums
from auditor.model import Cell, Figure, Report, Value

_SCALED = re.compile(r"(\d+)(?:\.(\d+))?\s*([万亿])(?!元)")
_CENT = Fraction(1, 2)


def judge(figures: list[Figure], report: Report) -> list[Figure]:
    """The figures with ``expected`` and ``verdict`` by the report's cells."""
    cells = report.cells
    judged = [_judged(figure, cells) if figure.address is not None else figure for figure in figures]
    if any(figure.verdict == "mismatch" or (figure.optional and figure.verdict == "unchecked") for figure in judged):
        return with_sums(judged, report)
    return judged


def readings(figure: Figure) -> tuple[str, ...]:
    """The allowed readings of a figure, the preferred one first."""
    return () if figure.address is None else (figure.address, *figure.alternatives)


def _judged(figure: Figure, cells: Mapping[str, Cell]) -> Figure:
    worths = list(_worths(figure, cells))
    for worth in worths:
        if fits(figure, worth):
            return replace(figure, expected=in_unit(figure, worth), verdict="match")
    tolerated = tolerated_reading(figure, cells)
    if tolerated is not None:
        return replace(figure, expected=figure.value, verdict="match")
    if not worths or figure.optional:
        return figure
    preferred = evaluate(readings(figure)[0], cells)
    if preferred is None:
        return figure
    return replace(figure, expected=in_unit(figure, preferred), verdict="mismatch")


# Looser readings that the handbook accepts with a note (2.7): 答复 that leaves out what was not processed,
# 公开 that takes in what was opened in part.
_TOLERATED = {
    "requests.handled.total": "requests.handled.total - requests.unprocessed.*.total - requests.other.*.total",
    "requests.granted.total": "requests.granted.total + requests.partial.total",
}


def tolerated_reading(figure: Figure, cells: Mapping[str, Cell]) -> str | None:
    """The looser reading that alone fits a figure, None where an allowed one fits or none does."""
    looser = [_TOLERATED[reading] for reading in readings(figure) if reading in _TOLERATED]
    if not looser or any(fits(figure, worth) for worth in _worths(figure, cells)):
        return None
    for expression in looser:
        worth = evaluate(expression, cells)
        if worth is not None and fits(figure, worth):
            return expression
    return None


def fitting_reading(figure: Figure, cells: Mapping[str, Cell]) -> str | None:
    """The first allowed reading that a figure fits."""
    for reading in readings(figure):
        worth = evaluate(reading, cells)
        if worth is not None and fits(figure, worth):
            return reading
    return None


def _worths(figure: Figure, cells: Mapping[str, Cell]) -> Iterator[Value | Fraction]:
    for reading in readings(figure):
        worth = evaluate(reading, cells)
        if worth is not None:
            yield worth


def in_unit(figure: Figure, worth: Value | Fraction) -> Value:
    """A cell's worth in the figure's own unit: per cents at the printed decimals, 元 for a cell in 万元."""
    if figure.kind == "rate":
        return _rate(figure, Fraction(worth))
    if figure.kind == "money":
        return _money(figure, worth)
    if isinstance(worth, Fraction):
        return _decimal(worth)
    return worth


def _decimal(worth: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 28
        return Decimal(worth.numerator) / Decimal(worth.denominator)


def _decimals(value: Value) -> int:
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _rate(figure: Figure, worth: Fraction) -> Value:
    if figure.unit is None:
        return _decimal(worth)
    scale = {"%": 100, "成": 100, "折": 100, "‰": 1000}.get(figure.unit, 1)
    step = Decimal(1).scaleb(-_decimals(figure.value))
    rounded = _decimal(worth * scale).quantize(step, rounding=ROUND_HALF_UP)
    return int(rounded) if rounded == rounded.to_integral_value() and not _decimals(figure.value) else rounded


_MONEY_UNITS = {
    "元": Decimal(10_000),
    "千元": Decimal(10),
    "万元": Decimal(1),
    "百万元": Decimal("0.01"),
    "亿元": Decimal("0.0001"),
}


def _money(figure: Figure, worth: Value | Fraction) -> Value:
    """Cells of charges are in 万元."""
    factor = _MONEY_UNITS.get(figure.unit or "万元", Decimal(1))
    amount = Decimal(str(worth)) * factor
    plain = amount.normalize()
    return int(plain) if plain == plain.to_integral_value() else amount


def fits(figure: Figure, worth: Value | Fraction) -> bool:
    """Whether a figure says what a cell is worth, within the tolerance of its printed form."""
    expected = in_unit(figure, worth)
    stated = figure.value
    if figure.value_high is not None:
        return stated <= expected <= figure.value_high
    if figure.approximate:
        return _roughly(figure, Fraction(expected))
    if figure.kind == "rate" and figure.unit is None:
        return abs(Fraction(stated) - Fraction(worth)) < Fraction(1, 10**20)
    if figure.kind == "money":
        return abs(Fraction(expected) - Fraction(stated)) <= Fraction(1, 2 * 10 ** _decimals(stated))
    scaled = _SCALED.search(figure.text)
    if scaled is not None:
        half = _half_digit(scaled)
        return -half <= Fraction(expected) - Fraction(stated) < half
    return expected == stated


def _half_digit(scaled: re.Match[str]) -> Fraction:
    scale = 10_000 if scaled[3] == "万" else 100_000_000
    return Fraction(scale, 2 * 10 ** len(scaled[2] or ""))


_NEAR = re.compile(r"近|接近|将近")
_ABOUT = re.compile(r"约|左右|上下")
_OVER = re.compile(r"超|逾|突破")
_AT_LEAST = re.compile(r"以上")


def _roughly(figure: Figure, worth: Fraction) -> bool:
    """Whether a value lies in what a rough figure says; 超100 leaves 100 out, 约200 takes in both its ends."""
    low, high = interval(figure)
    if _is_open_above(figure):
        return worth > low if _OVER.search(figure.text) else worth >= low
    return low <= worth <= high if _ABOUT.search(figure.text) else low <= worth < high


def _is_open_above(figure: Figure) -> bool:
    """Whether a rough figure names a lower bound only (超过, 以上)."""
    more = "余" in figure.text or "多" in figure.text
    return not more and bool(_OVER.search(figure.text) or _AT_LEAST.search(figure.text))


def interval(figure: Figure) -> tuple[Fraction, Fraction]:
    """The half-open interval that a rough figure covers (handbook 2.9): 120余 is [120, 130), 近100 [90, 100)."""
    value = Fraction(figure.value)
    text = figure.text
    if "余" in text or "多" in text or "有余" in text:
        return value, value + _place(figure)
    if _NEAR.search(text):
        return value * Fraction(9, 10), value
    if _ABOUT.search(text):
        return value * Fraction(19, 20), value * Fraction(21, 20)
    if _OVER.search(text) or _AT_LEAST.search(text):
        return value, value * Fraction(3, 2)
    return value, value + 1


def _place(figure: Figure) -> Fraction:
    """The place value of the last non-zero digit as printed: 120 → 10, 1.8万 → 1000."""
    scaled = _SCALED.search(figure.text)
    if scaled is not None:
        return 2 * _half_digit(scaled)
    value = int(figure.value)
    place = 1
    while value and value % (place * 10) == 0:
        place *= 10
    return Fraction(place)
