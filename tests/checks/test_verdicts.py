"""When a figure says what a cell says: exact counts, tolerances, readings (figures.md 3.3, handbook 2.7 and 2.9)."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.addresses import evaluate
from auditor.checks.examples import report_of
from auditor.checks.verdicts import fits, fitting_reading, in_unit, interval, judge, readings, tolerated_reading
from auditor.claims import figures_of
from auditor.model import Figure, FigureKind, Value

NEW, CARRIED_IN, HANDLED, CARRIED_OUT = (
    f"requests.{row}.total" for row in ("new", "carried_in", "handled", "carried_out")
)
DUE = f"{NEW} + {CARRIED_IN}"


def figure(
    text: str,
    value: Value,
    *,
    unit: str | None = "件",
    kind: FigureKind = "count",
    approximate: bool = False,
    high: Value | None = None,
    address: str | None = NEW,
    alternatives: tuple[str, ...] = (),
    optional: bool = False,
) -> Figure:
    return Figure(
        text,
        0,
        len(text),
        "一",
        value,
        high,
        unit,
        kind,
        approximate,
        "current",
        address,
        alternatives,
        optional=optional,
    )


def judged(text: str, cells: Mapping[str, object], **more: object) -> list[Figure]:
    """The figures of a part 一, judged by tables in which every other cell is 0."""
    report = report_of({"sections": {"一": text}, "cells": cells, "fill": 0, **more})
    return judge(figures_of(report)[0], report)


def verdicts(text: str, cells: Mapping[str, object], **more: object) -> list[tuple[str, str, object]]:
    return [(found.text, found.verdict, found.expected) for found in judged(text, cells, **more)]


class TestCounts:
    def test_are_exact(self) -> None:
        assert fits(figure("11件", 11), 11)
        assert not fits(figure("11件", 11), 12)

    def test_match(self) -> None:
        assert verdicts("收到政府信息公开申请11件。", {NEW: 11}) == [("11件", "match", 11)]

    def test_mismatch_names_the_preferred_reading(self) -> None:
        assert verdicts("收到政府信息公开申请12件。", {NEW: 11, CARRIED_IN: 3}) == [("12件", "mismatch", 11)]

    def test_any_allowed_reading_will_do_and_gives_what_is_expected(self) -> None:
        assert verdicts("收到政府信息公开申请14件。", {NEW: 11, CARRIED_IN: 3}) == [("14件", "match", 14)]

    @pytest.mark.parametrize("printed", ["", "/", "?", "十一"])
    def test_a_cell_without_a_number_leaves_the_figure_unchecked(self, printed: str) -> None:
        cells = {
            NEW: printed,
            **{
                f"requests.new.{column}": ""
                for column in ("natural", "business", "research", "nonprofit", "legal", "other")
            },
        }
        assert verdicts("收到政府信息公开申请11件。", cells) == [("11件", "unchecked", None)]

    def test_a_figure_without_a_cell_is_unchecked(self) -> None:
        assert verdicts("收到群众留言62条。", {}) == [("62条", "unchecked", None)]

    def test_a_denial_is_compared_with_nought(self) -> None:
        assert verdicts("未收到政府信息公开申请。", {}) == [("未收到政府信息公开申请", "match", 0)]
        assert verdicts("未收到政府信息公开申请。", {NEW: 4}) == [("未收到政府信息公开申请", "mismatch", 4)]

    def test_a_figure_that_need_not_be_linked_never_contradicts(self) -> None:
        assert verdicts("公开行政规范性文件7件。", {"active.normative.made": 5}) == [("7件", "unchecked", None)]
        assert verdicts("公开行政规范性文件7件。", {"active.normative.made": 7}) == [("7件", "match", 7)]


class TestRoughFigures:
    @pytest.mark.parametrize(
        ("text", "value", "low", "high"),
        [
            ("120余件", 120, 120, 130),
            ("2780多条", 2780, 2780, 2790),
            ("31000余条", 31000, 31000, 32000),
            ("100余件", 100, 100, 200),
            ("10余件", 10, 10, 20),
            ("3万余条", 30000, 30000, 40000),
            ("1.8万余条", 18000, 18000, 19000),
            ("近100件", 100, 90, 100),
            ("近百件", 100, 90, 100),
            ("约200件", 200, 190, 210),
            ("200件左右", 200, 190, 210),
        ],
    )
    def test_the_interval(self, text: str, value: int, low: int, high: int) -> None:
        rough = figure(text, value, approximate=True)
        assert interval(rough) == (Fraction(low), Fraction(high))
        assert fits(rough, low)
        assert fits(rough, high - 1)
        assert not fits(rough, low - 1)

    @pytest.mark.parametrize(("text", "value"), [("120余件", 120), ("2780多条", 2780), ("3万余条", 30000)])
    def test_the_upper_end_of_a_surplus_is_outside(self, text: str, value: int) -> None:
        rough = figure(text, value, approximate=True)
        assert not fits(rough, int(interval(rough)[1]))

    def test_at_least_includes_the_number_itself(self) -> None:
        assert fits(figure("100件以上", 100, approximate=True), 100)
        assert not fits(figure("100件以上", 100, approximate=True), 99)

    @pytest.mark.parametrize("text", ["超100件", "超过100件", "逾100件"])
    def test_more_than_leaves_the_number_itself_out(self, text: str) -> None:
        assert fits(figure(text, 100, approximate=True), 101)
        assert not fits(figure(text, 100, approximate=True), 100)

    def test_nearly_leaves_the_number_itself_out(self) -> None:
        assert not fits(figure("近100件", 100, approximate=True), 100)

    def test_about_includes_both_ends(self) -> None:
        assert fits(figure("约200件", 200, approximate=True), 210)
        assert fits(figure("约200件", 200, approximate=True), 190)

    @given(st.integers(1, 999), st.integers(0, 4), st.sampled_from("余多"))
    def test_a_surplus_reaches_to_the_next_of_its_last_digit(self, head: int, zeros: int, sign: str) -> None:
        value = head * 10**zeros
        place = 10 ** (len(str(value)) - len(str(value).rstrip("0")))
        assert interval(figure(f"{value}{sign}件", value, approximate=True)) == (value, value + place)

    def test_a_range_includes_both_ends(self) -> None:
        span = figure("3至5件", 3, high=5)
        assert [fits(span, worth) for worth in (2, 3, 5, 6)] == [False, True, True, False]


class TestFiguresInTenThousands:
    @pytest.mark.parametrize(("worth", "right"), [(17500, True), (18499, True), (17499, False), (18501, False)])
    def test_are_rounded_to_their_last_digit(self, worth: int, right: bool) -> None:
        assert fits(figure("1.8万件", 18000), worth) is right

    def test_the_upper_half_belongs_to_the_next(self) -> None:
        assert not fits(figure("1.8万件", 18000), 18500)


class TestRates:
    RATE = f"{HANDLED} / ({DUE})"

    def rate(self, text: str, value: Value, unit: str | None = "%") -> Figure:
        return figure(text, value, unit=unit, kind="rate", address=self.RATE)

    @pytest.mark.parametrize(
        ("printed", "right"), [("66.7", True), ("66.67", True), ("67", True), ("66.6", False), ("66.66", False)]
    )
    def test_are_rounded_half_up_at_the_printed_digits(self, printed: str, right: bool) -> None:
        assert fits(self.rate(f"{printed}%", Decimal(printed)), Fraction(2, 3)) is right

    def test_expected_is_in_per_cent_at_the_printed_digits(self) -> None:
        assert str(in_unit(self.rate("66.70%", Decimal("66.70")), Fraction(2, 3))) == "66.67"
        assert in_unit(self.rate("67%", 67), Fraction(2, 3)) == 67

    def test_a_fraction_is_expected_as_a_fraction_of_one(self) -> None:
        third = Decimal("0.3333333333333333333333333333")
        assert fits(self.rate("三分之一", third, None), Fraction(1, 3))
        assert in_unit(self.rate("三分之一", third, None), Fraction(1, 3)) == third

    def test_tenths_are_thirty_for_three(self) -> None:
        assert fits(self.rate("三成", 30, "成"), Fraction(3, 10))

    def test_of_the_tables(self) -> None:
        cells = {NEW: 9, HANDLED: 8, CARRIED_OUT: 1}
        assert verdicts("收到政府信息公开申请9件，办结率100%。", cells)[1] == ("100%", "mismatch", 89)

    @given(st.integers(0, 5000), st.integers(1, 5000), st.integers(0, 3))
    def test_rounding_agrees_with_decimal_arithmetic(self, part: int, whole: int, digits: int) -> None:
        exact = Decimal(100 * part) / Decimal(whole)
        printed = exact.quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
        assert fits(self.rate(f"{printed}%", printed), Fraction(part, whole))


class TestMoney:
    @pytest.mark.parametrize(
        ("text", "value", "unit", "worth", "right"),
        [
            ("7730.28万元", Decimal("7730.28"), "万元", Decimal("7730.28"), True),
            ("7730万元", 7730, "万元", Decimal("7730.28"), True),
            ("7731万元", 7731, "万元", Decimal("7730.28"), False),
            ("3500元", 3500, "元", Decimal("0.35"), True),
            ("3501元", 3501, "元", Decimal("0.35"), False),
            ("0.77亿元", Decimal("0.77"), "亿元", Decimal("7730.28"), True),
            ("0.78亿元", Decimal("0.78"), "亿元", Decimal("7730.28"), False),
        ],
    )
    def test_is_converted_and_compared_at_the_printed_digits(
        self, text: str, value: Value, unit: str, worth: Decimal, right: bool
    ) -> None:
        charge = figure(text, value, unit=unit, kind="money", address="active.fees")
        assert fits(charge, worth) is right

    def test_expected_is_in_the_figures_own_unit(self) -> None:
        charge = figure("3000元", 3000, unit="元", kind="money", address="active.fees")
        assert in_unit(charge, Decimal("0.35")) == 3500

    def test_of_the_table(self) -> None:
        assert verdicts("全年行政事业性收费7730.28万元。", {"active.fees": "7730.28"})[0][1] == "match"


class TestLooserReadings:
    def test_answers_may_leave_out_what_was_not_processed(self) -> None:
        cells = {NEW: 12, HANDLED: 12, "requests.granted.total": 9, "requests.unprocessed.petition.total": 3}
        (found,) = judged("全年答复政府信息公开申请9件。", cells)
        report = report_of({"cells": cells, "fill": 0})
        assert (found.verdict, found.expected) == ("match", 9)
        assert tolerated_reading(found, report.cells) is not None

    def test_disclosed_may_take_in_what_was_disclosed_in_part(self) -> None:
        cells = {NEW: 9, HANDLED: 9, "requests.granted.total": 6, "requests.partial.total": 3}
        found = judged("全年办结政府信息公开申请9件，其中同意公开9件。", cells)[1]
        assert (found.verdict, found.expected) == ("match", 9)

    def test_where_the_strict_reading_fits_nothing_is_tolerated(self) -> None:
        cells = report_of({"cells": {HANDLED: 9}, "fill": 0}).cells
        assert tolerated_reading(figure("9件", 9, address=HANDLED), cells) is None


class TestSeveralFiguresForOneCell:
    NOT_HELD = "requests.unavailable.not_held.total"

    def test_parts_of_one_cell_are_right_together(self) -> None:
        text = "全年办结政府信息公开申请23件，其中信息不存在14件、非本机关公开9件。"
        cells = {NEW: 23, HANDLED: 23, self.NOT_HELD: 23}
        assert [found.verdict for found in judged(text, cells)] == ["match"] * 3

    def test_parts_that_miss_their_cell_are_not(self) -> None:
        text = "全年办结政府信息公开申请23件，其中信息不存在14件、非本机关公开9件。"
        cells = {NEW: 23, HANDLED: 23, self.NOT_HELD: 22}
        assert "mismatch" in [found.verdict for found in judged(text, cells)[1:]]

    def test_what_was_finished_may_be_told_in_two_figures(self) -> None:
        text = "新收政府信息公开申请11件，办结11件；上年结转4件，办结4件。"
        assert {found.verdict for found in judged(text, {NEW: 11, CARRIED_IN: 4, HANDLED: 15})} == {"match"}


def test_readings_have_the_preferred_one_first() -> None:
    assert readings(figure("11件", 11, alternatives=(DUE,))) == (NEW, DUE)
    assert readings(figure("11件", 11, address=None)) == ()


def test_the_reading_that_fits_is_named() -> None:
    cells = report_of({"cells": {NEW: 11, CARRIED_IN: 3}, "fill": 0}).cells
    assert fitting_reading(figure("14件", 14, alternatives=(DUE,)), cells) == DUE
    assert fitting_reading(figure("15件", 15, alternatives=(DUE,)), cells) is None


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 500), st.integers(0, 50), st.integers(0, 600))
def test_the_verdict_on_received_agrees_with_a_direct_comparison(new: int, carried_in: int, stated: int) -> None:
    (found,) = judged(f"全年共收到政府信息公开申请{stated}件。", {NEW: new, CARRIED_IN: carried_in})
    assert found.verdict == ("match" if stated in (new, new + carried_in) else "mismatch")
    cells = report_of({"cells": {NEW: new, CARRIED_IN: carried_in}, "fill": 0}).cells
    assert found.expected == (stated if found.verdict == "match" else evaluate(NEW, cells))
