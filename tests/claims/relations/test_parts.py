"""One figure inside another where the list is open (figures.md 7, 9.1)."""

from __future__ import annotations

import pytest

from tests.claims.told import read, relations


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("发布信息90条，其中政策解读6条。", "90条", ["6条"]),
        ("全年收到政府信息公开申请20件，其中自然人15件。", "20件", ["15件"]),
        ("发布信息90条，主要有政策解读6条、通知公告30条。", "90条", ["6条", "30条"]),
        ("发布信息90条，包括政策解读6条、通知公告16条等。", "90条", ["6条", "16条"]),
        ("发布信息90条，其中政策解读6条、通知公告30条。", "90条", ["6条", "30条"]),
        ("新开设专栏1个，专栏总数达12个。", "12个", ["1个"]),
        ("推送信息约500条，其中政策解读36条。", "约500条", ["36条"]),
        ("发布信息55条，其中政策解读3份。", "55条", ["3份"]),
        ("发布信息90条，包括图文60条、其他20条等。", "90条", ["60条", "20条"]),
    ],
)
def test_an_open_list(text: str, total: str, parts: list[str]) -> None:
    assert relations(text) == [f"part: total {total}; part {part}" for part in parts]


def test_a_part_above_its_total_does_not_hold() -> None:
    (relation,) = read("发布信息90条，其中政策解读96条。").relations
    assert (relation.kind, relation.holds, relation.formula) == ("part", False, "96 > 90")


def test_this_year_lies_inside_all_years() -> None:
    text = "全年收到政府信息公开申请11件，历年累计收到政府信息公开申请64件。"
    assert relations(text) == ["part: total 64件; part 11件"]


def test_half_a_year_lies_inside_the_year() -> None:
    text = "全年收到政府信息公开申请11件，其中上半年收到6件。"
    assert relations(text) == ["part: total 11件; part 6件"]


def test_a_channel_figure_that_equals_the_whole_is_a_part() -> None:
    text = "全年收到政府信息公开申请11件，其中网络申请11件。"
    assert relations(text) == ["part: total 11件; part 11件"]


def test_one_of_which_after_two_totals_claims_nothing() -> None:
    assert relations("收到政府信息公开申请75件，上年结转4件。其中予以公开30件、部分公开49件。") == []


@pytest.mark.parametrize("text", ["组织培训4场，培训120人次。", "收到政府信息公开申请11件，组织培训4场。"])
def test_units_of_different_things_claim_nothing(text: str) -> None:
    assert relations(text) == []
