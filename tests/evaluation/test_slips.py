"""Slips of the pen: a wrong number is written as the right one was, and its value is that of what is written."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evaluation.labels import Mark
from auditor.evaluation.slips import chinese, slipped, slips


def mark(surface: str, value: str, unit: str = "件") -> Mark:
    return Mark(surface, value, unit, "-", 5, 5 + len(surface))


@given(st.integers(0, 10**6), st.integers(0, 99))
def test_a_slip_is_another_number(number: int, seed: int) -> None:
    made = slips(number, Random(seed))
    assert made
    assert number not in made
    assert all(wrong >= 0 for wrong in made)


@given(st.integers(0, 10**5), st.integers(0, 9))
def test_what_is_written_is_what_it_is_worth(number: int, seed: int) -> None:
    for wrong in slipped(mark(f"{number}件", str(number)), Random(seed)):
        assert wrong.surface == f"{wrong.value}件"
        assert wrong.end == wrong.start + len(wrong.surface)


@pytest.mark.parametrize(
    ("surface", "value", "unit"),
    [("１,２８４件", "1284", "件"), ("98.5%", "98.5%", "%"), ("1.2万件", "12000", "件"), ("12.65万元", "12.65", "万元"),
     ("3.5个百分点", "3.5", "个百分点"), ("百余件", "~100", "件"), ("3至5个", "3-5", "个")],
)  # fmt: skip
def test_the_form_stays(surface: str, value: str, unit: str) -> None:
    def form(text: str) -> str:
        return "".join(sign for sign in text if not sign.isdigit() and sign != ",")

    made = list(slipped(mark(surface, value, unit), Random(1)))
    assert bool(made) is (surface not in ("百余件", "3至5个")), "only one plain number can slip"
    for wrong in made:
        assert form(wrong.surface) == form(surface)
        assert wrong.decimals == mark(surface, value, unit).decimals
        assert wrong.unit == unit


def test_scaled_figures_keep_their_scale() -> None:
    worths = {wrong.surface: Decimal(wrong.value) for wrong in slipped(mark("1.2万件", "12000"), Random(1))}
    assert worths["1.3万件"] == 13_000


@pytest.mark.parametrize(
    ("surface", "value"), [("两件", "2"), ("十二件", "12"), ("一百零三条", "103"), ("二十件", "20")]
)
def test_chinese_numerals_slip_in_chinese(surface: str, value: str) -> None:
    made = {wrong.value: wrong.surface for wrong in slipped(mark(surface, value), Random(1))}
    more = str(int(value) + 1)
    assert made[more] == f"{chinese(int(more))}{surface[-1]}"


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (2, "两"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (103, "一百零三"),
        (110, "一百一十"),
        (2048, "二千零四十八"),
    ],
)
def test_numbers_in_chinese(number: int, written: str) -> None:
    assert chinese(number) == written
