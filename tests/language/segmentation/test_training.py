"""The pkuseg model: trained again it is the same, it is small, and it loads without asking anybody."""

from pathlib import Path

import pytest

from auditor.language.segmentation.training import FILES, segmented_sentences, train_segmenter
from auditor.resources import model_path


def test_training_again_gives_the_same_bytes(tmp_path: Path) -> None:
    counts = train_segmenter(tmp_path)
    assert counts["sentences"] >= 280
    for name in FILES:
        assert (tmp_path / name).read_bytes() == (model_path("segmenter") / name).read_bytes()


def test_the_model_is_small() -> None:
    assert sum((model_path("segmenter") / name).stat().st_size for name in FILES) < 5_000_000


@pytest.mark.parametrize("words", [True, False])
def test_the_model_cuts_a_sentence_of_the_field(words: bool) -> None:
    from auditor.language.segmentation.pkuseg_segmenter import PkusegSegmenter

    cut = PkusegSegmenter(words=words).cut("本年度共收到政府信息公开申请23件，比上年增加5件。")
    assert "|".join(cut) == "本年度|共|收到|政府信息公开申请|23|件|，|比|上年|增加|5|件|。"


def test_training_leaves_the_settings_of_pkuseg_and_the_dice_alone(tmp_path: Path) -> None:
    import random

    from spacy_pkuseg.config import config

    few = tmp_path / "few.txt"
    few.write_text("主动公开 政府信息 12 条 。\n" * 12, encoding="utf-8")
    before, dice = (config.modelDir, config.nThread), random.getstate()
    train_segmenter(tmp_path / "model", sentences=few, iterations=1)
    assert (config.modelDir, config.nThread) == before
    assert random.getstate() == dice


@pytest.mark.parametrize("name", ["sentences", "heldout"])
def test_the_sentences_keep_our_rules(name: str) -> None:
    sentences = segmented_sentences(model_path(f"segmenter/data/{name}.txt"))
    joined = ["".join(words) for words in sentences]
    assert len(set(joined)) == len(joined)
    for words in sentences:
        assert not any(word[-1] in "件条万年月日" and word[0].isdecimal() for word in words), words


def test_nothing_held_out_was_trained_on() -> None:
    trained = {"".join(words) for words in segmented_sentences(model_path("segmenter/data/sentences.txt"))}
    held = {"".join(words) for words in segmented_sentences(model_path("segmenter/data/heldout.txt"))}
    assert not trained & held
