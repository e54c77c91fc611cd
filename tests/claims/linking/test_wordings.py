"""Wordings beyond the plainest: which cell a figure speaks of, and where it speaks of none."""

from __future__ import annotations

import pytest

from auditor import narrative

NEW = "requests.new.total"
IN = "requests.carried_in.total"
OUT = "requests.carried_out.total"
HELD = "requests.unavailable.not_held.total"

COUNTY = "禾汀县教育局"


def addresses(text: str, surface: str, *, year: int = 2024, agency: str = COUNTY) -> list[str | None]:
    found = [figure.address for figure in narrative(text, year=year, agency=agency).figures if figure.text == surface]
    assert found, f"no figure {surface}"
    return found


@pytest.mark.parametrize(
    ("text", "surface", "address"),
    [
        ("全年收到申请9件，除2件尚在补充材料、未到期外，其余7件均已答复。", "2件", OUT),
        ("受理申请6件，其中2件名为公开申请、实为信访，不予处理。", "2件", "requests.unprocessed.petition.total"),
        ("收到申请15件，12月30日收到的3件，转入下年办理。", "3件", OUT),
        ("收到申请15件，办结14件，1件于2025年1月答复。", "1件", OUT),
        ("收到申请7件，其中2件属其他部门职责，已告知申请人。", "2件", HELD),
        ("受理申请18件，予以公开9件，属于部分公开范围2件，其他处理7件。", "2件", "requests.partial.total"),
        ("收到申请30件，其中自然人21件、商业企业5件、律师事务所3件、其他1件。", "1件", "requests.new.other"),
        ("收到申请8件，其中涉及老旧小区改造5件，涉及学区划分3件。年内已答复7件。", "7件", "requests.handled.total"),
        ("全年收到申请5件，其中3件公开，2件属信访诉求。", "3件", "requests.granted.total"),
        ("行政复议4件：维持3件、撤销并责令重作1件。", "1件", "disputes.review.corrected"),
        ("行政诉讼5件，其中未经复议径行起诉2件。", "2件", "disputes.litigation_direct.total"),
        ("办理校车使用、民办学校设立等行政许可24件。", "24件", "active.licensing"),
    ],
)
def test_the_cell(text: str, surface: str, address: str) -> None:
    assert addresses(text, surface) == [address]


@pytest.mark.parametrize(
    ("text", "surface"),
    [
        ("办理城市道路挖掘申请件77件。", "77件"),
        ("“书记信箱”答复来信313件，其中公开答复14件。", "14件"),
        ("代理县政府行政应诉97件，收到信息公开申请2件。", "97件"),
        ("全年办理简易程序案件40件。收到公开申请2件。", "40件"),
        ("依申请公开：收到申请8件。建议提案：主办14件、会办9件，共23件。", "23件"),
        ("收到申请5件，通过邮寄提交的申请2件。", "2件"),
        ("收到申请2件，其中1件经补正后受理。", "1件"),
    ],
)
def test_no_cell(text: str, surface: str) -> None:
    assert addresses(text, surface) == [None]


@pytest.mark.parametrize(
    ("text", "surface", "expected"),
    [
        ("未制发、废止规范性文件。", "未制发、废止规范性文件", {"active.normative.made", "active.normative.repealed"}),
        ("没有结转至2025年办理的申请。", "没有结转至2025年办理的", {OUT}),
        ("全年无人申请公开政府信息。", "无人申请公开政府信息", {NEW}),
        ("无行政复议、无行政诉讼。", "无行政复议", {"disputes.review.total"}),
        ("发生行政复议、行政诉讼0件。", "0件", {"disputes.review.total", "disputes.litigation.total"}),
    ],
)
def test_what_is_denied(text: str, surface: str, expected: set[str]) -> None:
    assert set(addresses(text, surface)) == expected


def test_the_field_of_the_body_is_no_kind_among_others() -> None:
    said = "全年作出环境行政处罚决定86件。"
    assert addresses(said, "86件", agency="禾汀县生态环境局") == ["active.penalty"]
    assert addresses(said, "86件", agency="禾汀县人民政府") == [None]


def test_the_government_with_its_departments_is_the_whole() -> None:
    said = "市政府及各部门共制发行政规范性文件29件。"
    assert addresses(said, "29件", agency="青岬市人民政府") == ["active.normative.made"]


def test_what_all_bodies_received_is_the_regions_own() -> None:
    said = "区政府本级、区直部门、街道分别收到申请41件、263件、96件，共400件。"
    assert addresses(said, "400件", agency="云沚区人民政府") == [NEW]
