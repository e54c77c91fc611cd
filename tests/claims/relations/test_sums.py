"""Totals and their listed parts (figures.md 7, 9)."""

from __future__ import annotations

import pytest

from tests.claims.told import read, relations


@pytest.mark.parametrize(
    ("text", "total", "parts"),
    [
        ("全年主动公开信息3702条，其中动态类152条、公告类1901条、其他1649条。", "3702条", "152条、1901条、1649条"),
        ("组织培训7场，包括业务培训4场、法规培训3场。", "7场", "4场、3场"),
        ("办理建议提案37件，其中主办16件、协办21件。", "37件", "16件、21件"),
        ("全年收到政府信息公开申请20件，其中自然人15件、法人或其他组织5件。", "20件", "15件、5件"),
        ("推送信息90条（图文60条、视频30条）。", "90条", "60条、30条"),
        ("办理留言62条，具体为：咨询类40条、投诉类22条。", "62条", "40条、22条"),
        ("人大代表建议15件、政协提案22件，合计37件。", "37件", "15件、22件"),
        ("全年新收政府信息公开申请11件，上年结转2件，共计13件。", "13件", "11件、2件"),
        ("全年收到政府信息公开申请11件，办结10件，结转下年1件。", "11件", "10件、1件"),
        ("因政府信息公开引发行政复议6件，维持5、尚未审结1。", "6件", "5、1"),
        ("当年政府信息公开申请总量为31件，其中27件为新收，4件为上年结转。", "31件", "27件、4件"),
        ("网站公开信息816条、公众号公开388条，两个平台共公开1204条。", "1204条", "816条、388条"),
        ("设工作人员9名，其中专职2名、兼职7名。", "9名", "2名、7名"),
        ("主办14件、会办9件，按期答复率100%，合计23件。", "23件", "14件、9件"),
        ("公开信息7条次，其中网站公开领导分工2条、通知文件1条，公众号推送4条。", "7条次", "2条、1条、4条"),
        ("接待留言30条；按内容分，教育类18条、住房类12条。", "30条", "18条、12条"),
    ],
)
def test_a_total_and_its_parts(text: str, total: str, parts: str) -> None:
    assert relations(text) == [f"sum: total {total}; parts {parts}"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        (
            "收到申请24件：①予以公开9件；②不予公开4件（内部事务信息1件、第三方权益3件）；③无法提供10件；④结转下年1件。",
            ["24件; parts 9件、4件、10件、1件", "4件; parts 1件、3件"],
        ),
        (
            "行政复议13件，已审结11件、未审结2件；审结案件中，维持8件，纠正1件，其他2件。",
            ["13件; parts 11件、2件", "11件; parts 8件、1件、2件"],
        ),
        (
            "受理申请20件，按来源分，网络14件、邮寄6件；按内容分，征地类9件、教育类11件。",
            ["20件; parts 14件、6件", "20件; parts 9件、11件"],
        ),
    ],
)
def test_lists_inside_lists_and_beside_each_other(text: str, stated: list[str]) -> None:
    found = relations(text)
    assert [f"sum: total {one}" for one in stated if f"sum: total {one}" not in found] == []


@pytest.mark.parametrize(
    "text",
    [
        "办理来信8件、人大建议3件、政协提案5件。",
        "收到申请388件。办结结果为：予以公开71件、部分公开46件；不予公开158件。",
        "从内容看，主要集中在征地、教育等方面。上年结转4件，办结20件。",
    ],
)
def test_what_is_told_side_by_side_claims_nothing(text: str) -> None:
    assert relations(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开信息3702条，其中动态类152条、公告类1991条、其他1649条。",
        "办理留言62条，分别为咨询类40条、投诉类21条。",
        "办理建议提案37件，其中主办16件、协办20件。",
        "发布信息90条，其中概况类10条、动态类60条、目录类21条。",
        "人大代表建议15件、政协提案21件，合计37件。",
        "全年新收政府信息公开申请11件，上年结转2件，共计14件。",
    ],
)
def test_a_closed_list_that_misses_its_total_is_a_failed_sum(text: str) -> None:
    found = read(text).relations
    assert [(relation.kind, relation.holds) for relation in found] == [("sum", False)]


def test_parts_above_their_total_are_a_failed_sum_even_without_a_cue() -> None:
    found = read("发布信息90条，其中图文60条、视频40条。").relations
    assert [(relation.kind, relation.holds) for relation in found] == [("sum", False)]


def test_the_formula_and_the_gap() -> None:
    (relation,) = read("办理留言62条，分别为咨询类40条、投诉类21条。").relations
    assert relation.formula == "62 ≠ 40 + 21"
    assert relation.gap == -1


def test_the_formula_of_a_sum_that_holds() -> None:
    (relation,) = read("全年主动公开信息3702条，其中动态类152条、公告类1901条、其他1649条。").relations
    assert relation.formula == "3702 = 152 + 1901 + 1649"


def test_each_counts_once_for_every_cell() -> None:
    reading = read("因政府信息公开引发行政复议2件，其中维持、纠正各1件。")
    (relation,) = reading.relations
    assert relation.formula == "2 = 1 + 1"
    assert [reading.figures[index].text for index in relation.roles["parts"]] == ["1件"]


def test_nested_lists_are_one_sum_a_level() -> None:
    text = "发布信息22条，其中工作动态18条、财政信息4条（其中部门预算2条、部门决算2条）。"
    assert sorted(relations(text)) == [
        "sum: total 22条; parts 18条、4条",
        "sum: total 4条; parts 2条、2条",
    ]


def test_two_breakdowns_of_one_total_are_two_sums() -> None:
    text = "全年收到政府信息公开申请11件，其中自然人9件、法人或其他组织2件；从办理结果看，予以公开8件、部分公开3件。"
    assert sorted(relations(text)) == ["sum: total 11件; parts 8件、3件", "sum: total 11件; parts 9件、2件"]


def test_a_change_between_is_not_the_total_of_the_list_behind_it() -> None:
    text = "政府信息公开申请方面，全年办理28件，同比减少3件，其中当面申请4件、网上申请24件。"
    assert relations(text) == ["sum: total 28件; parts 4件、24件"]


def test_a_total_in_two_units_takes_the_one_of_its_parts() -> None:
    assert relations("发布信息473条（1282件），其中图文400件、视频882件。") == ["sum: total 1282件; parts 400件、882件"]


def test_a_statement_after_the_list_is_no_part() -> None:
    text = "发布信息90条，其中图文60条、视频30条，微信公众号推送115条。"
    assert relations(text) == ["sum: total 90条; parts 60条、30条"]


def test_four_figures_without_a_total_claim_nothing() -> None:
    assert relations("全年新收政府信息公开申请11件，上年结转2件，办结12件，结转下年1件。") == []


@pytest.mark.parametrize("text", ["推送微信120条、微博96条。", "推送微信120条，微博96条，抖音15条。"])
def test_different_things_without_a_total_claim_nothing(text: str) -> None:
    assert relations(text) == []


def test_figures_in_ten_thousands_count_as_rounded() -> None:
    assert relations("网站访问量3万次，其中电脑端1.24万次、手机端1.8万次。") == [
        "sum: total 3万次; parts 1.24万次、1.8万次"
    ]
