"""The same quantity stated twice (figures.md 7.8)."""

from __future__ import annotations

import pytest

from tests.claims.told import read, relations


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请11件，11件申请中予以公开6件、部分公开3件。",
        "全年收到政府信息公开申请11件。上述11件申请均由自然人提出。",
        "全年收到政府信息公开申请11件。依申请公开方面，共收到政府信息公开申请11件。",
    ],
)
def test_named_again(text: str) -> None:
    assert "same: figures 11件、11件" in relations(text)


def test_a_second_mention_that_differs_fails() -> None:
    text = "2024年，共收到政府信息公开申请11件。\n（二）依申请公开。共收到政府信息公开申请12件。"
    (relation,) = [relation for relation in read(text).relations if relation.kind == "same"]
    assert (relation.holds, relation.formula, relation.gap) == (False, "11 ≠ 12", 1)


def test_received_and_finished_are_not_the_same() -> None:
    assert not [line for line in relations("全年收到政府信息公开申请38件，均已办结38件。") if line.startswith("same")]


def test_a_completion_rate_makes_it_a_ratio() -> None:
    assert relations("全年收到政府信息公开申请38件，办结38件，办结率100%。") == [
        "ratio: part 38件; whole 38件; rate 100%"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2023年收到政府信息公开申请8件。2024年收到政府信息公开申请11件。",
        "全县收到政府信息公开申请186件。我办收到政府信息公开申请11件。",
        "全年推送微信信息120条，推送微博信息96条。",
    ],
)
def test_other_times_bodies_or_things_are_not_the_same(text: str) -> None:
    assert not [line for line in relations(text) if line.startswith("same")]
