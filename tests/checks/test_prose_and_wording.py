"""What the rules on text share: plain prose of the same length, and lists in two languages."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.checks.prose import Prose
from auditor.checks.wording import listed, phrase
from auditor.language.normalise import normalise


def _prose(text: str) -> Prose:
    return Prose("一", "overview", normalise(text))


@given(st.text(alphabet="公开《》“”〔〕（）１2年。\n", max_size=40))
def test_blanking_names_out_keeps_every_place(text: str) -> None:
    part = _prose(text)
    plain, bare = part.plain, part.without_names
    assert len(bare) == len(plain) == len(text)
    assert all(left == right or left == " " for left, right in zip(bare, plain, strict=True))


def test_titles_quotations_and_brackets_of_numbers_are_blanked_out() -> None:
    part = _prose("印发《2023年要点》，落实“一网通办”〔2021〕30号")
    assert part.without_names == "印发         ，落实            30号"


def test_the_sentence_around_a_place() -> None:
    assert _prose("全年公开12条。收到申请3件。").sentence_around(10) == (8, 15)


def test_long_lists_say_how_many_there_are() -> None:
    items = [(f"第{number}格", f"cell {number}") for number in range(1, 8)]
    zh, en = listed(items)
    assert zh == "第1格、第2格、第3格、第4格、第5格等7处"
    assert en == "cell 1; cell 2; cell 3; cell 4; cell 5 … (7 in all)"
    assert listed(items[:2]) == ("第1格、第2格", "cell 1; cell 2")


def test_a_phrase_takes_pairs_by_language() -> None:
    assert phrase("count", kind=("空白", "blank"), count=3) == ("空白3格", "blank in 3")
