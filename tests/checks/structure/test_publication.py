"""The day of publication and the period of the statistics (errors 1, 16)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from auditor.checks.examples import case_of, report_of
from auditor.checks.registry import Case
from auditor.checks.run import run


def severities(code: str, **example: Any) -> list[str]:
    return [finding.severity for finding in run(case_of(example), select=(code,))]


@pytest.mark.parametrize(
    ("body", "year", "day", "expected"),
    [
        ("县部门", 2024, "2025-01-31", []),
        ("县部门", 2024, "2025-02-01", ["error"]),
        ("镇", 2024, "2025-02-20", ["error"]),
        ("街道", 2024, "2025-01-20", []),
        ("县政府", 2024, "2025-03-31", []),
        ("县政府", 2024, "2025-04-01", ["error"]),
        ("县政府办", 2024, "2025-03-10", ["info"]),
        ("县政府办", 2024, "2025-04-10", ["error"]),
        (None, 2024, "2025-02-10", ["info"]),
        ("县部门", 2018, "2019-03-20", []),
        ("县部门", 2024, "2024-12-20", ["warning"]),
        ("县部门", 2021, "2023-06-01", ["warning"]),
    ],
)
def test_the_limit_depends_on_body_and_year(body: str | None, year: int, day: str, expected: list[str]) -> None:
    report = report_of({"agency": "安平县教育局", "year": year})
    case = Case(replace(report, body=body, published=date.fromisoformat(day)))
    assert [finding.severity for finding in run(case, select=("S101",))] == expected


def test_a_day_that_the_user_gives_is_no_guess_and_beats_the_page() -> None:
    report = report_of({"agency": "安平县教育局", "body": "县部门", "year": 2021, "published": "2022-01-20"})
    (finding,) = run(Case(report, published=date(2023, 6, 1)), select=("S101",))
    assert finding.severity == "error"
    assert finding.values == {"published": "2023-06-01", "limit": "2022-01-31"}


@pytest.mark.parametrize(
    "text",
    [
        "数据统计期限自2023年1月1日起至2023年12月31日止。",
        "统计期限为2024年1月1日至2025年12月31日。",
        "统计期限为2024年2月1日至12月31日。",
        "统计期限为2024年1月1日至11月30日。",
        "本报告所列数据统计期限为2024年12月31日至2024年1月1日。",
        "报告期为 2023 年 1 月 1 日 - 12 月 31 日。",
    ],
)
def test_a_wrong_period_is_an_error(text: str) -> None:
    assert severities("S104", sections={"": text}) == ["error"]


@pytest.mark.parametrize(
    "text",
    [
        "数据统计期限自2024年1月1日起至2024年12月31日止。",
        "统计期限为2024年1月1日至12月31日。",
        "统计期限为2024年1月至12月。",
        "2023年10月1日至2024年3月31日，网站改版。",
        "本局于2024年6月成立，统计期限为2024年6月1日至12月31日。",
        "意见征集期限为2024年3月1日至3月31日。",
    ],
)
def test_a_right_period_or_another_span_is_none(text: str) -> None:
    found = severities("S104", sections={"": text})
    assert found == []


def test_a_missing_day_mark_is_a_warning() -> None:
    assert severities("S104", sections={"": "统计期限自2024年1月1日起至2024年12月31止。"}) == ["warning"]
