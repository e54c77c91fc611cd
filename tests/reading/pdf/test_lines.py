"""From glyphs to lines, and what counts as a blank."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.pdf.lines import Line, em_of, first_token_width, lines_of, needs_blank, text_of
from auditor.reading.pdf.values import Glyph


def _typeset(text: str, x: float = 72.0, top: float = 100.0, size: float = 12.0) -> list[Glyph]:
    """Glyphs side by side: Latin ones half as wide, a blank a quarter, none printed for it."""
    glyphs = []
    for character in text:
        wide = size / 4 if character == " " else size / 2 if character.isascii() else size
        if character != " ":
            glyphs.append(Glyph(character, x, top, x + wide, top + size))
        x += wide
    return glyphs


def _line(text: str) -> Line:
    (line,) = lines_of(_typeset(text))
    return line


def test_glyphs_of_one_height_are_a_line_whatever_their_order() -> None:
    upper, lower = _typeset("收到申请"), _typeset("12件", top=120)
    assert [line.text for line in lines_of([*reversed(lower), *reversed(upper)])] == ["收到申请", "12件"]


def test_a_font_that_sits_a_little_lower_is_in_the_same_line() -> None:
    glyphs = [*_typeset("收到"), *_typeset("12", x=96, top=101.5), *_typeset("件", x=108)]
    assert [line.text for line in lines_of(glyphs)] == ["收到12件"]


def test_a_quarter_blank_beside_chinese_is_layout_and_between_words_a_blank() -> None:
    assert _line("全年 12 件").text == "全年12件"
    glyphs = [*_typeset("No"), *_typeset("12", x=72 + 12 + 5)]
    assert text_of(glyphs, 12) == "No 12"


def test_digits_apart_are_one_number_in_a_cell_only() -> None:
    glyphs = [*_typeset("1"), *_typeset("36", x=83)]
    assert text_of(glyphs, 12) == "1 36"
    assert text_of(glyphs, 12, cell=True) == "136"


def test_the_first_piece_of_a_line_keeps_its_marks() -> None:
    assert first_token_width(_line("止。本")) == 24
    assert first_token_width(_line("“安平”")) == 24
    assert first_token_width(_line("3702条")) == 24
    assert first_token_width(_line("条")) == 12


def test_only_latin_words_need_a_blank_where_a_line_ends() -> None:
    assert needs_blank("t", "h")
    assert not needs_blank("1", "2")
    assert not needs_blank("公", "开")


def test_two_characters_on_one_place_are_unknown_and_squeezed_marks_are_not() -> None:
    assert _overlaid("3", "公") == "\ufffd\ufffd"
    assert _overlaid("）", "。") == "）。"


def _overlaid(one: str, other: str) -> str:
    glyphs = [Glyph(one, 72, 100, 84, 112), Glyph(other, 75, 100, 87, 112)]
    (line,) = lines_of(glyphs)
    return text_of(line.glyphs, line.em)


def test_the_em_is_that_of_the_chinese_type() -> None:
    assert em_of(_typeset("收到12件")) == 12


@given(st.text("公开申请件条1234567890，。（）abc", min_size=1, max_size=40))
def test_type_set_solid_reads_as_written(text: str) -> None:
    assert _line(text).text == text
