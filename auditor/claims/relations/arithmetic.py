"""Relations recomputed: exact sums, rates to their printed digits, figures in 万 to their last digit."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction

from auditor.claims.relations.markers import Marker, decimals_of
from auditor.model import Relation, Value

_EXACT = Fraction(0)
_SCALED = re.compile(r"(\d+(?:\.(\d+))?)\s*(万|亿)(?!元)")


def plain(value: Value | Fraction) -> str:
    """A number in plain notation, without exponent."""
    if isinstance(value, Fraction):
        return plain(_quotient(value))
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _quotient(value: Fraction) -> Decimal:
    with localcontext() as context:
        context.prec = 28
        return Decimal(value.numerator) / Decimal(value.denominator)


def slack(marker: Marker) -> Fraction:
    """Half a unit of the last digit of a figure printed in 万 or 亿; 0 for plain numbers."""
    text = marker.figure.text
    match = _SCALED.search(text) if "万" in text or "亿" in text else None
    if match is None:
        return _EXACT
    scale = 10_000 if match[3] == "万" else 100_000_000
    return Fraction(scale, 2 * 10 ** len(match[2] or ""))


def rounded(value: Fraction, decimals: int) -> Decimal:
    """``value`` rounded half up to ``decimals`` digits."""
    with localcontext() as context:
        context.prec = decimals + 40
        exact = Decimal(value.numerator) / Decimal(value.denominator)
        return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def fits_rate(printed: Value, exact: Fraction, loose: Fraction = Fraction(0)) -> bool:
    """Whether a printed rate is ``exact`` rounded half up to its digits, within ``loose`` on either side."""
    decimals = decimals_of(printed)
    low, high = rounded(exact - loose, decimals), rounded(exact + loose, decimals)
    return low <= Decimal(printed) <= high


def sum_of(total: Marker, parts: list[Marker], *, closed: bool = True) -> Relation:
    """total = Σ parts."""
    added: Value = 0
    for part in parts:
        added += part.value
    loose = sum((slack(part) for part in (total, *parts)), Fraction(0))
    gap = added - total.value
    terms = [plain(part.figure.value) for part in parts for _ in range(part.times)]
    holds = abs(Fraction(gap)) <= loose
    sign = "=" if holds else "≠"
    return Relation(
        "sum",
        {"total": (total.index,), "parts": tuple(part.index for part in parts)},
        holds,
        f"{plain(total.value)} {sign} {' + '.join(terms)}",
        closed=closed,
        gap=gap,
        section=total.figure.section,
    )


def part_of(total: Marker, part: Marker) -> Relation:
    """part ≤ total."""
    holds = part.value <= total.value
    return Relation(
        "part",
        {"total": (total.index,), "part": (part.index,)},
        holds,
        f"{plain(part.value)} {'≤' if holds else '>'} {plain(total.value)}",
        closed=False,
        gap=total.value - part.value,
        section=total.figure.section,
    )


def ratio_of(part: Marker, whole: Marker, rate: Marker) -> Relation | None:
    """rate = part / whole, in per cent, or in times (是上年的n倍); None where the whole is 0."""
    if not whole.value:
        return None
    exact = Fraction(part.value) / Fraction(whole.value)
    times = rate.figure.unit == "倍"
    shown = exact if times or rate.figure.unit is None else exact * 100
    loose = Fraction(0)
    if slack(part) or slack(whole):
        loose = shown * (slack(part) / Fraction(part.value or 1) + slack(whole) / Fraction(whole.value))
    holds = fits_rate(rate.figure.value, shown, loose)
    value = rounded(shown, decimals_of(rate.figure.value))
    unit = "倍" if times else "%" if rate.figure.unit is not None else ""
    sign = "=" if holds else "≠"
    printed = plain(rate.figure.value)
    tail = "" if holds else f"（应为 {plain(value)}{unit}）"
    return Relation(
        "ratio",
        {"part": (part.index,), "whole": (whole.index,), "rate": (rate.index,)},
        holds,
        f"{printed}{unit} {sign} {plain(part.value)} / {plain(whole.value)}{tail}",
        gap=value - Decimal(rate.figure.value),
        section=rate.figure.section,
    )


def growth_of(current: Marker, previous: Marker, rate: Marker, direction: str) -> Relation | None:
    """rate = (current − previous) / previous, printed unsigned; None where the base is 0."""
    if not previous.value:
        return None
    change = Fraction(current.value - previous.value) / Fraction(previous.value)
    signed = change if direction == "up" else -change
    times = rate.figure.unit == "倍"
    shown = signed if times else signed * 100
    holds = fits_rate(rate.figure.value, shown) and shown >= 0
    value = rounded(shown, decimals_of(rate.figure.value))
    unit = "倍" if times else "%"
    order = (current, previous) if direction == "up" else (previous, current)
    tail = "" if holds else f"（应为 {plain(value)}{unit}）"
    return Relation(
        "growth",
        {"current": (current.index,), "previous": (previous.index,), "rate": (rate.index,)},
        holds,
        f"{plain(rate.figure.value)}{unit} {'=' if holds else '≠'} "
        f"({plain(order[0].value)} − {plain(order[1].value)}) / {plain(previous.value)}{tail}",
        direction="up" if direction == "up" else "down",
        gap=value - Decimal(rate.figure.value),
        section=rate.figure.section,
    )


def difference_of(current: Marker, previous: Marker, delta: Marker, direction: str) -> Relation:
    """delta = current − previous (direction up), or previous − current (down)."""
    first, second = (current, previous) if direction == "up" else (previous, current)
    exact = first.value - second.value
    holds = exact == delta.value
    return Relation(
        "difference",
        {"current": (current.index,), "previous": (previous.index,), "delta": (delta.index,)},
        holds,
        f"{plain(delta.value)} {'=' if holds else '≠'} {plain(first.value)} − {plain(second.value)}",
        direction="up" if direction == "up" else "down",
        gap=exact - delta.value,
        section=delta.figure.section,
    )


def same_of(markers: list[Marker]) -> Relation:
    """All figures are the same quantity."""
    values = [marker.value for marker in markers]
    holds = all(value == values[0] for value in values)
    return Relation(
        "same",
        {"figures": tuple(marker.index for marker in markers)},
        holds,
        f" {'=' if holds else '≠'} ".join(map(plain, values)),
        gap=values[-1] - values[0],
        section=markers[0].figure.section,
    )
