"""One number for several things, and numbers that answer to a list (figures.md 3.3)."""

from __future__ import annotations

import pytest

from tests.claims.told import figures, links

REVIEW = "disputes.review"


def test_numbers_answer_to_the_list_before_them() -> None:
    text = "全年办结政府信息公开申请9件，予以公开、部分公开、不予公开分别为5件、3件、1件。"
    assert links(text)[1:] == [
        ("5件", "requests.granted.total"),
        ("3件", "requests.partial.total"),
        ("1件", "requests.denied.*.total"),
    ]


def test_documents_made_and_repealed_in_order() -> None:
    text = "规范性文件方面，全年制发、废止分别为7件、2件。"
    assert [address for _, address in links(text)] == ["active.normative.made", "active.normative.repealed"]


@pytest.mark.parametrize(
    "text", ["因政府信息公开引发的行政复议、行政诉讼各1件。", "因政府信息公开引发的行政复议和行政诉讼各有1件。"]
)
def test_each_stands_for_every_item(text: str) -> None:
    found = figures(text)
    assert [figure.address for figure in found] == [f"{REVIEW}.total", "disputes.litigation.total"]
    assert len({(figure.start, figure.end, figure.value) for figure in found}) == 1


def test_all_are_nought() -> None:
    found = figures("本年度行政许可、行政处罚、行政强制均为0件。")
    assert [(figure.address, figure.value) for figure in found] == [
        ("active.licensing", 0),
        ("active.penalty", 0),
        ("active.coercion", 0),
    ]


def test_years_answer_in_order() -> None:
    last, this = figures("2023年、2024年分别收到政府信息公开申请8件、11件。")
    assert (last.period, last.address) == ("previous", None)
    assert (this.period, this.address) == ("current", "requests.new.total")
