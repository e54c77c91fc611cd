"""Intervals: seeded, by passage, in exact arithmetic."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from auditor.evaluation.intervals import Resampling, per_cent


def test_the_same_counts_give_the_same_interval() -> None:
    hits, bases = [3, 1, 4, 1, 5, 9, 2, 6], [4, 4, 4, 4, 6, 9, 6, 6]
    assert Resampling(8).interval(hits, bases) == Resampling(8).interval(hits, bases)


def test_it_surrounds_the_share() -> None:
    interval = Resampling(200).interval([1] * 180 + [0] * 20, [1] * 200)
    assert interval is not None
    assert Decimal("0.84") < interval.low < Decimal("0.9") < interval.high < Decimal("0.95")


def test_a_passage_is_drawn_whole() -> None:
    """Ten figures of one passage are not ten independent figures."""
    together = Resampling(20).interval([10] * 19 + [0], [10] * 20)
    apart = Resampling(200).interval([1] * 190 + [0] * 10, [1] * 200)
    assert together is not None
    assert apart is not None
    assert together.high - together.low > apart.high - apart.low


def test_perfect_is_perfect() -> None:
    assert Resampling(5).interval([2, 2, 2, 2, 2], [2, 2, 2, 2, 2]) == (Decimal(1), Decimal(1))


def test_nothing_to_measure_has_no_interval() -> None:
    assert Resampling(3).interval([0, 0, 0], [0, 0, 0]) is None
    assert Resampling(0).interval([], []) is None


@pytest.mark.parametrize(
    ("share", "shown"),
    [(Fraction(1, 3), "33.3"), (Fraction(1999, 2000), "100.0"), (Fraction(1, 2000), "0.1"), (Fraction(0), "0.0")],
)
def test_per_cents_are_rounded_half_up(share: Fraction, shown: str) -> None:
    assert per_cent(share) == shown
