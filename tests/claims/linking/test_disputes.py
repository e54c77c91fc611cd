"""Figures of reviews and lawsuits and the cells of table 四 (figures.md 5)."""

from __future__ import annotations

import pytest

from tests.claims.told import address, figures, links

REVIEW, LITIGATION = "disputes.review", "disputes.litigation"


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("因政府信息公开引发行政复议3件。", f"{REVIEW}.total"),
        ("因政府信息公开被申请行政复议3件。", f"{REVIEW}.total"),
        ("因政府信息公开引发行政诉讼3件。", f"{LITIGATION}.total"),
        ("政府信息公开行政应诉3件。", f"{LITIGATION}.total"),
        ("政府信息公开复议诉讼共3件。", f"{REVIEW}.total + {LITIGATION}.total"),
        ("因政府信息公开未经复议直接起诉3件。", "disputes.litigation_direct.total"),
        ("因政府信息公开经复议后起诉3件。", "disputes.litigation_after_review.total"),
    ],
)
def test_totals(text: str, where: str) -> None:
    assert [place for _, place in links(text)] == [where]


@pytest.mark.parametrize(
    ("outcome", "columns"),
    [
        ("维持", {"upheld"}),
        ("结果维持", {"upheld"}),
        ("纠正", {"corrected"}),
        ("撤销", {"corrected"}),
        ("确认违法", {"corrected"}),
        ("责令重新答复", {"corrected"}),
        ("撤回", {"other"}),
        ("终止", {"other"}),
        ("调解", {"other"}),
        ("不予受理", {"other"}),
        ("驳回复议申请", {"upheld", "other"}),
        ("尚未审结", {"pending"}),
        ("审理中", {"pending"}),
        ("其他结果", {"other"}),
    ],
)
def test_outcomes_of_a_review(outcome: str, columns: set[str]) -> None:
    found = figures(f"因政府信息公开引发行政复议3件，其中{outcome}2件。")
    assert set(address(found[1]).split(" or ")) == {f"{REVIEW}.{column}" for column in columns}


@pytest.mark.parametrize(
    ("outcome", "column"),
    [
        ("驳回诉讼请求", "upheld"),
        ("胜诉", "upheld"),
        ("败诉", "corrected"),
        ("撤诉", "other"),
        ("驳回起诉", "other"),
        ("审理中", "pending"),
    ],
)
def test_outcomes_of_a_lawsuit(outcome: str, column: str) -> None:
    found = figures(f"因政府信息公开引发行政诉讼3件，其中{outcome}2件。")
    assert address(found[1]) == f"{LITIGATION}.{column}"


def test_one_outcome_over_both_kinds_is_their_sum_or_either() -> None:
    found = figures("因政府信息公开引发行政复议2件、行政诉讼1件，其中2件维持。")
    assert found[2].address == f"{REVIEW}.upheld + {LITIGATION}.upheld"
    assert set(found[2].alternatives) == {f"{REVIEW}.upheld", f"{LITIGATION}.upheld"}


def test_those_that_arise_from_disclosure_among_all_reviews() -> None:
    found = figures("全年受理行政复议案件86件，办结80件，因政府信息公开引发的2件，均维持。")
    assert [figure.address for figure in found] == [None, None, f"{REVIEW}.total"]


def test_each_kind_keeps_its_own_outcomes() -> None:
    text = "因政府信息公开引发行政复议3件，其中维持2件、纠正1件；行政诉讼2件，其中驳回诉讼请求1件、尚未审结1件。"
    assert [place.removeprefix("disputes.") for _, place in links(text)] == [
        "review.total", "review.upheld", "review.corrected",
        "litigation.total", "litigation.upheld", "litigation.pending",
    ]  # fmt: skip


@pytest.mark.parametrize("instance", ["一审", "二审"])
def test_instances_have_no_cell(instance: str) -> None:
    assert links(f"因政府信息公开引发行政诉讼3件，其中{instance}2件。")[1] == ("2件", "-")


def test_a_body_that_decides_reviews_itself_may_mean_either() -> None:
    (figure,) = figures("因政府信息公开引发行政复议3件。", body="县部门", agency="安平县司法局")
    assert (figure.address, figure.optional) == (f"{REVIEW}.total", True)


def test_reviews_on_all_matters_have_no_cell() -> None:
    text = "全年办理行政复议案件186件，行政应诉案件40件。"
    assert {where for _, where in links(text, body="县部门", agency="安平县司法局")} == {"-"}


@pytest.mark.parametrize("measure", ["件", "起", "宗", "例"])
def test_measure_words_of_disputes(measure: str) -> None:
    assert links(f"因政府信息公开引发行政复议3{measure}。") == [(f"3{measure}", f"{REVIEW}.total")]
