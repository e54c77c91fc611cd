"""What a code point in a PDF stands for."""

from __future__ import annotations

import pytest

from auditor.reading.pdf.glyphs import UNKNOWN, character_of


@pytest.mark.parametrize(
    ("told", "meant"), [("⼀", "一"), ("⾏", "行"), ("⽬", "目"), ("⻅", "见"), ("⻓", "长"), ("行", "行")]
)
def test_a_radical_or_compatibility_form_is_the_character_that_it_looks_like(told: str, meant: str) -> None:
    assert character_of(ord(told)) == meant


@pytest.mark.parametrize("code", [0xE000, 0xF8FF, 0xD800, 0xFFFE, 0xFFFD])
def test_a_private_or_broken_code_is_unknown(code: int) -> None:
    assert character_of(code) == UNKNOWN


@pytest.mark.parametrize("character", "一7件，ａ〇")
def test_any_other_character_is_itself(character: str) -> None:
    assert character_of(ord(character)) == character
