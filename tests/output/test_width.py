"""Lines that fit a terminal on which a Chinese character takes two columns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.output.width import pad, shorten, width, wrap

TEXT = st.text("收到申请11件。，“”（）abc -", max_size=80)


def test_a_chinese_character_takes_two_columns() -> None:
    assert width("收到11件") == 8


def test_a_closing_mark_stays_with_the_word_before_it() -> None:
    assert wrap("收到政府信息公开申请。", 20) == ["收到政府信息公开申", "请。"]


def test_a_number_is_not_torn() -> None:
    assert wrap("共公开信息 1234567 条", 14) == ["共公开信息", "1234567 条"]


def test_the_first_line_and_the_others_have_their_own_indent() -> None:
    assert wrap("一二三四五六", 8, "A  ", "   ") == ["A  一二", "   三四", "   五六"]


@given(TEXT, st.integers(12, 40))
def test_no_line_is_wider_than_asked_for(text: str, columns: int) -> None:
    assert all(width(line) <= columns for line in wrap(text, columns))


@given(TEXT, st.integers(12, 40))
def test_nothing_but_space_is_lost(text: str, columns: int) -> None:
    assert "".join(wrap(text, columns)).replace(" ", "") == text.replace(" ", "")


@given(TEXT, st.integers(4, 40))
def test_a_shortened_text_fits(text: str, columns: int) -> None:
    assert width(shorten(text, columns)) <= columns


def test_padding_counts_columns() -> None:
    assert pad("文", 4) == "文  "
