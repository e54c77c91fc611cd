"""Segmentation: nothing is lost, the words of the domain stay whole, the three are interchangeable."""

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.errors import UsageError
from auditor.language import segmentation
from auditor.language.segmentation import DEFAULT, NAMES, Segmenter, segmenter
from auditor.language.segmentation.comparison import compare, table
from auditor.language.segmentation.dictionary import dictionary

SENTENCE = "全年共收到政府信息公开申请１２件，予以公开3件，不予公开2件，结转下年度继续办理1,204件，办结率98.5%。"


@pytest.fixture(params=NAMES)
def cutter(request: pytest.FixtureRequest) -> Segmenter:
    return segmenter(request.param)


def test_labels_and_numbers_stay_whole(cutter: Segmenter) -> None:
    words = cutter.cut(SENTENCE)
    assert "".join(words) == SENTENCE
    for word in ("政府信息公开申请", "１２", "予以公开", "不予公开", "结转下年度", "1,204", "办结率", "98.5%"):
        assert word in words


def test_a_longer_word_is_not_torn_by_a_shorter_one(cutter: Segmenter) -> None:
    assert "行政复议" in cutter.cut("行政复议后起诉2件")
    assert "未经复议直接起诉" in cutter.cut("未经复议直接起诉1件")


def test_blanks_and_lines_are_kept(cutter: Segmenter) -> None:
    text = "  一、总体情况\n\n2024年，我 局\t主动公开 信息。\u3000"
    assert "".join(cutter.cut(text)) == text
    assert cutter.cut("") == []


@settings(max_examples=60, deadline=None)
@given(text=st.text("政府信息公开申请不予结转复议 \n1２,，.%％abé😀《》“”、", max_size=40))
@pytest.mark.parametrize("name", NAMES)
def test_the_words_joined_are_the_text(name: str, text: str) -> None:
    assert "".join(segmenter(name).cut(text)) == text


def test_every_word_of_the_dictionary_is_cut_whole() -> None:
    cut = segmenter(DEFAULT).cut
    assert [entry.word for entry in dictionary() if cut(entry.word) != [entry.word]] == []


def test_the_same_segmenter_is_handed_out_again() -> None:
    assert segmenter() is segmenter(DEFAULT)
    assert segmenter().name == "rjieba"


def test_an_unknown_name_is_refused_with_the_names_that_exist() -> None:
    with pytest.raises(UsageError, match="rjieba, jieba, pkuseg"):
        segmenter("hanlp")


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "spacy_pkuseg", None)
    monkeypatch.delitem(sys.modules, "auditor.language.segmentation.pkuseg_segmenter", raising=False)
    segmentation._made.cache_clear()
    try:
        with pytest.raises(UsageError, match="pip install spacy-pkuseg"):
            segmenter("pkuseg")
    finally:
        segmentation._made.cache_clear()


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_printed(name: str) -> None:
    code = f"from auditor.language import segmenter; segmenter({name!r}).cut('主动公开政府信息')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("", "")


def test_the_comparison_holds_what_the_model_card_says() -> None:
    scores = {score.name: score for score in compare()}
    print(table(scores.values()))
    assert scores["rjieba"].f1 > 0.92 > scores["rjieba (plain)"].f1
    assert scores["pkuseg"].f1 > 0.89
    assert scores["rjieba"].speed > 5
