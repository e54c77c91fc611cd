"""Rates that the tables can give (figures.md 4, 5, 7.7 and 8.4)."""

from __future__ import annotations

import pytest

from tests.claims.told import DUE, HANDLED, NEW, address, figures

DONE = f"{HANDLED} / ({DUE})"


def last(text: str) -> str:
    return address(figures(text)[-1])


def test_the_completion_rate_of_requests() -> None:
    assert last("全年收到政府信息公开申请11件，办结率100%。") == DONE
    assert last("政府信息公开申请办结率100%。") == DONE


@pytest.mark.parametrize(
    "name", ["按时办结率", "按期办结率", "答复率", "回复率", "处理率", "及时率", "满意率", "按时答复率"]
)
def test_other_rates_have_no_cell(name: str) -> None:
    assert last(f"全年收到政府信息公开申请11件，{name}100%。") == "-"


@pytest.mark.parametrize("thing", ["群众留言62条", "热线工单215件", "人大代表建议12件"])
def test_the_rate_of_something_else_has_no_cell(thing: str) -> None:
    assert last(f"全年收到政府信息公开申请11件。办理{thing}，办结率100%。") == "-"


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("全年收到政府信息公开申请20件，其中自然人15件，占75%。", f"requests.new.natural / {NEW}"),
        ("全年收到政府信息公开申请20件，其中企业5件，占25%。", f"requests.new.business / {NEW}"),
        ("全年办结政府信息公开申请20件，其中予以公开12件，占60%。", f"requests.granted.total / {HANDLED}"),
        ("全年办结政府信息公开申请20件，其中不予公开3件，占15%。", f"requests.denied.*.total / {HANDLED}"),
        ("全年收到政府信息公开申请20件，予以公开12件，占收到申请总数的60%。", f"requests.granted.total / {NEW}"),
    ],
)
def test_shares_of_requests(text: str, rate: str) -> None:
    assert last(text) == rate


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请20件，其中网络申请15件，占75%。",
        "全年收到政府信息公开申请20件，涉及征地的15件，占75%。",
    ],
)
def test_shares_by_channel_or_topic_have_no_cell(text: str) -> None:
    assert last(text) == "-"


@pytest.mark.parametrize(
    "text", ["因政府信息公开引发行政复议8件，纠正1件，纠错率12.5%。", "政府信息公开行政诉讼8件，败诉1件，败诉率12.5%。"]
)
def test_the_rate_of_corrections_never_contradicts(text: str) -> None:
    figure = figures(text)[-1]
    if figure.address is not None:
        assert figure.optional
        assert "corrected" in figure.address


def test_a_share_needs_no_count_beside_it() -> None:
    assert last("全年收到政府信息公开申请20件，其中自然人申请占75%。") == f"requests.new.natural / {NEW}"


@pytest.mark.parametrize("share", ["四分之三", "75.0%", "75％", "百分之七十五"])
def test_a_share_may_be_written_in_any_way(share: str) -> None:
    found = last(f"全年收到政府信息公开申请20件，其中自然人15件，占{share}。")
    assert found == f"requests.new.natural / {NEW}"


def test_shares_in_a_row_answer_to_the_counts_in_a_row() -> None:
    text = "全年答复的18件政府信息公开申请中，予以公开9件、部分公开2件、无法提供7件，分别占50%、11.1%、38.9%。"
    rows = ("granted", "partial", "unavailable.*")
    assert [address(figure) for figure in figures(text)[-3:]] == [f"requests.{row}.total / {HANDLED}" for row in rows]


def test_growth_of_a_rate_has_no_cell() -> None:
    assert last("政府信息公开申请办结率同比提高2个百分点。") == "-"
