"""What one cell says: numbers exact, and blank, sign, text and number apart (handbook 1.3)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.reading.tables.values import looks_like_value, read_value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("0", 0),
        ("12", 12),
        ("１２", 12),
        ("1,204", 1204),
        ("1，204", 1204),
        (" 7 ", 7),
        ("零", 0),
        ("-8", -8),
        ("007", 7),
    ],
)
def test_a_count_is_an_int(text: str, number: int) -> None:
    value = read_value(text)
    assert (value.number, value.kind) == (number, "number")
    assert type(value.number) is int


@pytest.mark.parametrize(
    ("text", "number"), [("7730.28", "7730.28"), ("0", "0"), ("1,204.50", "1204.50"), ("251000元", "251000")]
)
def test_money_is_exact(text: str, number: str) -> None:
    value = read_value(text, money=True)
    assert (value.number, type(value.number)) == (Decimal(number), Decimal)


def test_digits_with_a_gap_between_them_are_unread_unless_all_stand_apart_with_a_point() -> None:
    assert [read_value(text).kind for text in ("1 2", "16 40.5元", "1 6 40 . 5")] == ["unread"] * 3
    assert read_value("1 6 4 0 . 5 万元", money=True).number == Decimal("1640.5")
    assert read_value("22（其中修订1 6件）").number == 22


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "　", "\u200b"])
def test_nothing_printed_is_blank(text: str) -> None:
    assert read_value(text).kind == "blank"


@pytest.mark.parametrize("text", ["/", "／", "—", "-", "——", "无", "不适用", "\\"])
def test_a_sign_for_nothing_is_no_number(text: str) -> None:
    assert read_value(text) == (None, "na", "", "", False)


@pytest.mark.parametrize("text", ["详见附件", "减4", "12件左右", "3至5", "100%", "1/2", "十二"])
def test_other_text_is_text(text: str) -> None:
    assert read_value(text).kind == "text"


@pytest.mark.parametrize(
    ("text", "number"), [("减4", -4), ("增加5", 5), ("+5", 5), ("-8", -8), ("↓3", -3), ("减少 6", -6), ("0", 0)]
)
def test_the_change_of_the_2019_format_is_signed(text: str, number: int) -> None:
    assert read_value(text, signed=True).number == number


def test_a_unit_and_a_remark_are_kept_beside_the_number() -> None:
    assert read_value("12件")[:4] == (12, "number", "件", "")
    assert read_value("22（其中修订16件）")[:4] == (22, "number", "", "(其中修订16件)")
    assert read_value("1,204").separated


@pytest.mark.parametrize("text", ["1 2", "1\u00a0204", "11\n0"])
def test_digits_with_a_gap_may_be_two_numbers_and_stay_unread(text: str) -> None:
    assert read_value(text) == (None, "unread", "", "", False)


@pytest.mark.parametrize("text", ["1.属于国家秘密", "(一)予以公开", "无正当理由大量反复申请", "规章", "减量情况"])
def test_a_label_is_no_value(text: str) -> None:
    assert not looks_like_value(text)
