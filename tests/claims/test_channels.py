"""Figures of one channel or one topic are parts and have no cell (figures.md 3.1)."""

from __future__ import annotations

import pytest

from tests.claims.told import NEW, figures, links


@pytest.mark.parametrize(
    "text",
    [
        "通过网络收到政府信息公开申请5件。",
        "收到信函申请5件。",
        "当面递交的政府信息公开申请5件。",
        "网络申请5件。",
    ],
)
def test_one_channel_has_no_cell(text: str) -> None:
    (figure,) = figures(text)
    assert figure.address is None


@pytest.mark.parametrize(
    "text",
    [
        "通过网络、信函、当面等渠道共收到政府信息公开申请11件。",
        "通过多种渠道收到政府信息公开申请11件。",
        "通过网络、信函和当面递交三种方式收到政府信息公开申请11件。",
    ],
)
def test_all_channels_together_are_the_whole(text: str) -> None:
    assert figures(text)[-1].address == NEW


def test_channels_divide_the_total() -> None:
    text = "全年收到政府信息公开申请11件，其中网络申请6件、信函申请4件、当面申请1件。"
    assert [address for _, address in links(text)][1:] == ["-", "-", "-"]


@pytest.mark.parametrize(
    "text",
    ["涉及征地拆迁的政府信息公开申请5件。", "关于社会保障的政府信息公开申请5件。", "其中涉及教育领域的申请5件。"],
)
def test_one_topic_has_no_cell(text: str) -> None:
    (figure,) = figures(text)
    assert figure.address is None


def test_disclosure_itself_is_no_topic() -> None:
    (figure,) = figures("涉及政府信息公开的行政复议2件。")
    assert figure.address == "disputes.review.total"
