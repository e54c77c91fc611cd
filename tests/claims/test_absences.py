"""Statements of absence: what counts as one and what it denies (figures.md 1.3, 2.4, 3.5 and 8.1)."""

from __future__ import annotations

import pytest

from tests.claims.told import CARRIED_IN, CARRIED_OUT, HANDLED, NEW, figures

LITIGATION = "disputes.litigation.total"
REVIEW = "disputes.review.total"


@pytest.mark.parametrize(
    ("text", "addresses"),
    [
        ("全年未收到政府信息公开申请。", [NEW]),
        ("全年没有收到政府信息公开申请。", [NEW]),
        ("未收到任何形式的政府信息公开申请。", [NEW]),
        ("本年度无政府信息公开申请。", [NEW]),
        ("未收到、未处理政府信息公开申请。", [NEW, HANDLED]),
        ("无上年结转政府信息公开申请。", [CARRIED_IN]),
        ("无结转下年度继续办理的申请。", [CARRIED_OUT]),
        ("政府信息公开申请均已办结，无结转。", [CARRIED_OUT]),
        ("未发生因政府信息公开引起的行政复议。", [REVIEW]),
        ("未发生因政府信息公开申请行政复议、提起行政诉讼的情况。", [REVIEW, LITIGATION]),
        ("全年无行政复议、行政诉讼案件。", [REVIEW, LITIGATION]),
        ("全年行政复议和行政诉讼均无。", [REVIEW, LITIGATION]),
        ("行政复议、行政诉讼案件均为零。", [REVIEW, LITIGATION]),
        ("未发生行政复议被纠错、行政诉讼败诉的情况。", ["disputes.review.corrected", "disputes.litigation.corrected"]),
        ("未制发行政规范性文件。", ["active.normative.made"]),
        ("全年未作出行政处罚。", ["active.penalty"]),
        ("无行政许可、行政处罚、行政强制事项。", ["active.licensing", "active.penalty", "active.coercion"]),
        ("无行政事业性收费。", ["active.fees"]),
    ],
)
def test_what_is_denied(text: str, addresses: list[str]) -> None:
    found = [figure for figure in figures(text) if figure.kind == "absence"]
    assert [figure.address for figure in found] == addresses


@pytest.mark.parametrize("text", ["未收取政府信息公开信息处理费。", "全年未收取费用。", "没有收取信息处理费。"])
def test_the_fee_for_processing_is_denied_without_a_cell(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.kind, figure.value, figure.unit, figure.address) == ("absence", 0, None, None)


@pytest.mark.parametrize(
    "text",
    [
        "全年无超期答复情况。",
        "未发生泄密事件。",
        "全年无投诉。",
        "未收到举报。",
        "未发生负面舆情。",
        "11件申请全部为自然人提出。",
        "没有出现应公开而不予公开的情况。",
        "实现零投诉、零差错。",
        "无正当理由不得拒绝。",
    ],
)
def test_other_denials_are_none(text: str) -> None:
    assert [figure for figure in figures(text) if figure.kind == "absence"] == []


def test_a_denial_has_value_nought_and_no_unit() -> None:
    (figure,) = figures("全年未收到政府信息公开申请。")
    assert (figure.value, figure.value_high, figure.unit, figure.approximate) == (0, None, None, False)


def test_two_things_denied_stand_on_one_span() -> None:
    first, second = figures("全年无行政复议、行政诉讼案件。")
    assert (first.start, first.end) == (second.start, second.end)


@pytest.mark.parametrize(
    ("text", "within"),
    [
        ("全年未收到政府信息公开申请。", "未收到政府信息公开申请"),
        ("也未发生行政复议的情况。", "未发生行政复议"),
        ("全年行政复议、行政诉讼案件均为零。", "行政复议、行政诉讼案件均为零"),
    ],
)
def test_the_surface_goes_from_the_negating_word_to_the_last_thing_denied(text: str, within: str) -> None:
    assert {figure.text for figure in figures(text)} == {within}


def test_a_denial_for_one_channel_need_not_be_linked() -> None:
    (figure,) = figures("未收到当面递交的政府信息公开申请。")
    assert (figure.address, figure.optional) in ((NEW, True), (None, False))


def test_no_normative_documents_without_a_verb_may_mean_any_column() -> None:
    (figure,) = figures("本年度无行政规范性文件。")
    assert figure.address == "active.normative.made"
    assert set(figure.alternatives) == {"active.normative.repealed", "active.normative.in_force"}


def test_not_published_may_stay_without_a_link() -> None:
    (figure,) = figures("本年度未发布行政规范性文件。")
    assert (figure.address, figure.optional) == ("active.normative.made", True)


def test_a_denial_of_last_year_has_no_cell() -> None:
    (figure,) = figures("2023年未收到政府信息公开申请。")
    assert (figure.period, figure.address) == ("previous", None)


@pytest.mark.parametrize("text", ["申请信息不存在3件。", "本机关不掌握2件。", "没有现成信息需要另行制作1件。"])
def test_a_result_that_sounds_like_a_denial_is_a_count(text: str) -> None:
    (figure,) = figures(f"全年办结政府信息公开申请9件，其中{text}")[1:]
    assert figure.kind == "count"
