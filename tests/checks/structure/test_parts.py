"""The six parts and the sub-topics of part 一 (errors 5, 6)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run

SIX: dict[str, Any] = {
    "一": "全年公开信息36条。", "二": "", "三": "", "四": "", "五": "栏目更新滞后。", "六": "未收取信息处理费。",
}  # fmt: skip


def found(code: str, **example: Any) -> list[tuple[str, str]]:
    return [(finding.severity, finding.message) for finding in run(case_of(example), select=(code,))]


@pytest.mark.parametrize("number", list(SIX))
def test_each_missing_part_is_named(number: str) -> None:
    sections = {key: text for key, text in SIX.items() if key != number}
    ((severity, message),) = found("S111", sections=sections)
    assert severity == "error"
    assert f"第{number}部分" in message


def test_a_missing_heading_over_a_table_that_is_there_is_a_warning() -> None:
    sections = {key: text for key, text in SIX.items() if key != "四"}
    ((severity, _),) = found("S111", sections=sections, fill=0)
    assert severity == "warning"


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("收到和处理政府信息公开申请情况", []),
        ("行政机关收到和处理政府信息公开申请情况：", []),
        ("依申请公开情况", ["warning"]),
        ("本年收到和处理申请的基本情况", ["info"]),
    ],
)
def test_titles_of_the_form_and_their_variants(title: str, expected: list[str]) -> None:
    sections = SIX | {"三": {"text": "", "title": title, "part": "requests"}}
    assert [severity for severity, _ in found("S113", sections=sections)] == expected


def test_numbers_are_compared_only_where_printed() -> None:
    unnumbered = {key: {"text": "", "printed_number": ""} for key in SIX}
    assert found("S114", sections=unnumbered) == []
    arabic = {key: {"text": "", "printed_number": f"{index}."} for index, key in enumerate(SIX, 1)}
    assert found("S114", sections=arabic) == []
    doubled = SIX | {"五": {"text": "栏目更新滞后。", "printed_number": "四"}}
    assert [severity for severity, _ in found("S114", sections=doubled)] == ["warning"]


def test_parts_out_of_order() -> None:
    case = case_of({"sections": SIX})
    turned = replace(case, report=replace(case.report, sections=case.report.sections[::-1]))
    (finding,) = run(turned, select=("S114",))
    assert "六、五、四、三、二、一" in finding.message


def topics(*headings: tuple[str | None, str], text: str = "") -> dict[str, Any]:
    body = text or "\n".join(heading for _, heading in headings)
    return {"text": body, "topics": [{"key": key, "heading": heading} for key, heading in headings]}


STANDARD = [
    ("active", "（一）主动公开。"),
    ("requests", "（二）依申请公开。"),
    ("management", "（三）政府信息管理。"),
    ("platform", "（四）平台建设。"),
    ("supervision", "（五）监督保障。"),
]


def test_all_five_topics_are_right_also_with_an_extra_one() -> None:
    for code in ("S121", "S122", "S123"):
        assert found(code, sections={"一": topics(*STANDARD)}) == []
        assert found(code, sections={"一": topics(*STANDARD, (None, "（六）政策解读。"))}) == []


def test_a_topic_that_is_missing_and_one_that_is_only_mentioned() -> None:
    without = [topic for topic in STANDARD if topic[0] != "supervision"]
    assert [severity for severity, _ in found("S121", sections={"一": topics(*without)})] == ["warning"]
    assert [
        severity for severity, _ in found("S121", sections={"一": topics(*without, (None, "（五）考核情况。"))})
    ] == ["info"]
    few = [*STANDARD[:2]]
    words = "加强信息管理，维护网站，开展培训2期。"
    mentioned = topics(*few, text="\n".join(heading for _, heading in few) + words)
    assert [severity for severity, _ in found("S121", sections={"一": mentioned})] == ["info"] * 3


def test_prose_without_headings_is_searched_for_the_topics() -> None:
    text = "全年主动公开信息36条，收到依申请2件，加强信息管理，维护网站，举办培训1期。"
    assert found("S121", sections={"一": text}) == []
    assert [severity for severity, _ in found("S121", sections={"一": "全年主动公开信息36条。"})] == ["warning"] * 4


def test_the_topics_are_not_asked_of_reports_before_2021() -> None:
    assert found("S121", year=2020, sections={"一": "全年主动公开信息36条。"}) == []


def test_order_and_numbers_of_the_topics() -> None:
    turned = [STANDARD[1], STANDARD[0], *STANDARD[2:]]
    assert len(found("S122", sections={"一": topics(*turned)})) == 1
    gap = [STANDARD[0], STANDARD[1], ("management", "（四）政府信息管理。")]
    ((_, message),) = found("S123", sections={"一": topics(*gap)})
    assert "应为“三”" in message
    plain = [("active", "主动公开。"), ("requests", "依申请公开。")]
    assert found("S123", sections={"一": topics(*plain)}) == []
