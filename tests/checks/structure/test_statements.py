"""What a report owes in words: fees, accountability, the measure word of requests (errors 26 to 29)."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run


def severities(code: str, **example: Any) -> list[str]:
    return [finding.severity for finding in run(case_of(example), select=(code,))]


@pytest.mark.parametrize(
    "text",
    [
        "本年度未收取政府信息公开信息处理费。",
        "按照处理费管理办法，全年收取信息处理费0元。",
        "2024年没有收取任何费用。",
        "发出收费通知2件，收取信息处理费300元。",
        "依申请提供政府信息未向申请人收取检索、复制、邮寄等费用。",
    ],
)
def test_a_statement_on_fees_is_recognised(text: str) -> None:
    assert severities("S301", sections={"六": text}) == []


def test_no_statement_on_fees() -> None:
    assert severities("S301", sections={"六": "本年度无其他需要报告的事项。"}) == ["warning"]
    assert severities("S301", sections={"一": "全年未收取信息处理费。", "六": "建议提案全部公开答复。"}) == ["info"]
    charged = {"一": "全年行政事业性收费3.2万元。", "六": "建议提案全部公开答复。"}
    assert severities("S301", sections=charged) == ["warning"]
    assert severities("S301", year=2020, sections={"六": "建议提案全部公开答复。"}) == []


@pytest.mark.parametrize("text", ["无", "无。", "没有。", "本年度无其他需要报告的事项。", "暂无其他事项。"])
def test_a_bare_nothing(text: str) -> None:
    assert severities("S302", sections={"六": text}) == ["info"]


def test_more_than_nothing() -> None:
    assert severities("S302", sections={"六": "无收费情况，建议提案答复全部公开。"}) == []
    assert severities("S302", sections={"六": ""}) == ["info"]


@pytest.mark.parametrize(
    ("agency", "body", "expected"),
    [
        ("安平县人民政府", "县政府", ["warning"]),
        ("安平县清河镇人民政府", "镇", ["info"]),
        ("安平县教育局", "县部门", []),
        ("安平县人民政府办公室", "县政府办", []),
    ],
)
def test_accountability_is_asked_of_governments(agency: str, body: str, expected: list[str]) -> None:
    sections = {"一": "全县主动公开信息3600条，将公开工作纳入年度考核。"}
    assert severities("S303", agency=agency, body=body, sections=sections) == expected


@pytest.mark.parametrize(
    "text",
    [
        "共收到政府信息公开申请12封。",
        "共收到政府信息公开申请24条，均已答复。",
        "受理依申请公开申请22起。",
        "全年收到12份政府信息公开申请。",
        "收到十二宗政府信息公开申请。",
    ],
)
def test_requests_in_other_measure_words(text: str) -> None:
    assert severities("S304", sections={"一": text}) == ["info"]


@pytest.mark.parametrize(
    "text",
    [
        "共收到政府信息公开申请12件。",
        "收到3项目的咨询，收到政府信息公开申请5件。",
        "收到意见建议12条，政府信息公开申请2件。",
        "收到政府信息公开申请2件，涉及申请人2个月内补正。",
    ],
)
def test_requests_in_the_right_measure_word(text: str) -> None:
    assert severities("S304", sections={"一": text}) == []
