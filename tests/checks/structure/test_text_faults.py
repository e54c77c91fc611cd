"""Placeholders, damage and private data (errors 21, 32, 33)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run


def found(code: str, text: str) -> list[tuple[str, str]]:
    findings = run(case_of({"sections": {"一": text}}), select=(code,))
    return [(finding.severity, text[finding.spans[0].start : finding.spans[0].end]) for finding in findings]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("全年主动公开条，其中政策文件3件。", "公开条"),
        ("通过网站主动公开重点领域信息条。", "信息条"),
        ("共收到 件，均已答复。", "收到 件"),
        ("共收到政府信息公开申请  件。", "收到政府信息公开申请  件"),
        ("共收到  件政府信息公开申请。", "收到  件"),
        ("全年发布信息条；举办培训期。", "发布信息条"),
        ("XX局2024年主动公开信息12条。", "XX"),
        ("×××镇公开信息12条。", "×××"),
        ("收到申请X件。", "X"),
        ("20XX年公开信息12条。", "XX"),
        ("联系人：____，电话见网站。", "____"),
        ("公开信息12条（此处填写重点领域）。", "此处填写重点领域)"),
    ],
)
def test_placeholders(text: str, left: str) -> None:
    severity, place = found("S401", text)[0]
    assert severity == "error"
    assert place.replace("）", ")") == left


@pytest.mark.parametrize(
    "text",
    [
        "全年主动公开12条，收到申请3件。",
        "依申请公开件均按时办结，公开条例宣传册30份。",
        "收到申请件，均按时转办；发布文件、稿件。",
        "按公开条件公开，公开项目信息，收到个人申请。",
        "形成“XX+政务公开”做法，答复“关于XX的咨询”。",
        "《XX县公开指南》样本已下发。",
        "开展一次培训，召开会议期间公开。",
        "网址www.xxgk.gov.cn/xx/list，面积3×4米。",
        "定期发布，按期公开，多次召开。",
        "全年开展场景化公开，举办场次合理。",
        "年初部署，月度通报，日常检查。",
    ],
)
def test_words_that_only_look_like_placeholders(text: str) -> None:
    assert found("S401", text) == []


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("公开&nbsp;信息12条。", "warning"),
        ("公开<br/>信息12条。", "warning"),
        ("公开锟斤拷信息12条。", "warning"),
        ("公开\ufffd信息12条。", "warning"),
        ("详见http://xxx。", "warning"),
        ("某某娱乐城信息公开12条。", "warning"),
        ("办理上年转结申请2件。", "warning"),
        ("公开信息12条，，收到申请3件。", "info"),
    ],
)
def test_damaged_text(text: str, severity: str) -> None:
    assert [first for first, _ in found("S411", text)] == [severity]


def test_sound_text_with_latin_words_is_not_damaged() -> None:
    assert found("S411", "通过APP、H5、Vlog和www.example.gov.cn公开；满意度>95%，A&B双岗。") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("申请人13900001234已答复。", ["warning"]),
        ("联系电话：13900001234。", ["info"]),
        ("公民110101199002301234的申请已答复。", []),
        ("公民110101199002281234的申请已答复。", ["warning"]),
        ("公民11010119900228123X的申请已答复。", ["warning"]),
        ("统一社会信用代码11010119900228123X。", []),
        ("电话0532-81234567，邮编266000。", []),
        ("索引号202413900001234567。", []),
        ("收费13900001234567元。", []),
    ],
)
def test_private_numbers(text: str, expected: list[str]) -> None:
    assert [severity for severity, _ in found("S421", text)] == expected


def test_a_private_number_is_masked_in_the_message() -> None:
    (finding,) = run(case_of({"sections": {"一": "申请人13900001234已答复。"}}), select=("S421",))
    assert "13900001234" not in finding.message + finding.message_en
