"""均 and 全部: a second claim beside the link (figures.md 3.4)."""

from __future__ import annotations

import pytest

from tests.claims.told import HANDLED, NEW, figures


@pytest.mark.parametrize(
    ("text", "address", "part"),
    [
        ("全年收到政府信息公开申请11件，均为自然人申请。", NEW, "requests.new.natural"),
        ("全年收到政府信息公开申请11件，全部为自然人提出。", NEW, "requests.new.natural"),
        ("全年收到政府信息公开申请11件，均已办结。", NEW, HANDLED),
        ("因政府信息公开引发行政复议3件，均维持。", "disputes.review.total", "disputes.review.upheld"),
        ("因政府信息公开引发行政复议3件，均获维持。", "disputes.review.total", "disputes.review.upheld"),
        ("全年政府信息公开行政诉讼2件，均尚未审结。", "disputes.litigation.total", "disputes.litigation.pending"),
    ],
)
def test_the_part_is_also_right_and_must_equal_the_whole(text: str, address: str, part: str) -> None:
    figure = figures(text)[0]
    assert figure.address == address
    assert part in figure.alternatives
    assert part in figure.also


def test_a_change_between_does_not_part_the_claim_from_its_number() -> None:
    figure = figures("全年收到政府信息公开申请3件，较2023年增长50%，均为自然人申请。")[0]
    assert figure.also == ("requests.new.natural",)


def test_without_such_a_word_nothing_more_is_claimed() -> None:
    assert figures("全年收到政府信息公开申请11件，其中自然人申请9件。")[0].also == ()


def test_a_remark_on_a_single_case_tells_its_outcome() -> None:
    figure = figures("因政府信息公开引发行政复议1件（申请人撤回）。")[0]
    assert figure.also == ("disputes.review.other",)
