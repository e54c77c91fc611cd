"""How sure a link is: weighed from the wording alone, never from the number."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import auditor.claims.linking.training as training
from auditor import narrative
from auditor.claims.linking.judgement import sureness, weights
from auditor.model import Figure


def _figure(text: str, surface: str) -> Figure:
    return next(figure for figure in narrative(text, year=2024).figures if figure.text == surface)


def test_a_plain_wording_is_surer_than_one_with_words_between_that_nobody_knows() -> None:
    plain = _figure("全年收到政府信息公开申请12件。", "12件")
    odd = _figure("全年信息公开申请经跨区域协作机制流转12件。", "12件")
    assert plain.confidence > 0.95
    assert odd.address is None or odd.confidence < plain.confidence


def test_too_doubtful_a_link_is_not_made_and_says_so() -> None:
    figure = _figure("全年收到申请64件，其中县政府办公室承办9件，均已按期答复。", "9件")
    assert figure.confidence < weights().least
    assert (figure.address, figure.barred) == (None, "doubt")
    assert "未对应：说法不够明确，把握不足" in figure.reasons


@given(st.integers(1, 99_999), st.integers(1, 99_999))
def test_the_number_itself_weighs_nothing(one: int, other: int) -> None:
    said = "全年受理申请{}件，予以公开3件，其余转下年。"
    first, second = (narrative(said.format(number), year=2024).figures[0] for number in (one, other))
    assert (first.cues, first.confidence, first.address) == (second.cues, second.confidence, second.address)


def test_a_cue_that_training_never_met_counts_nothing() -> None:
    assert sureness(("rule=nobody knows it",)) == sureness(())


def test_training_gives_the_same_bytes_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(training, "ROUNDS", 1)
    outputs = [tmp_path / name for name in ("one.json", "other.json")]
    for output in outputs:
        training.train_linker(output)
    assert outputs[0].read_bytes() == outputs[1].read_bytes()
