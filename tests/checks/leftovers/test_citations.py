"""Citations of notices and decrees (errors 3, 4), and matters that are over (36)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run


def found(text: str, year: int = 2023, *codes: str) -> list[tuple[str, str]]:
    case = case_of({"year": year, "sections": {"": text}})
    return [(finding.rule, finding.severity) for finding in run(case, select=codes or ("L1",))]


@pytest.mark.parametrize(
    "text",
    [
        "按照国办公开办函〔2019〕60号文件编制。",
        "按照国办公开办函（2019）60号文件编制。",
        "按照国办公开办函[2019] 60号文件编制。",
        "按照201960号文件编制。",
        "按照《政府信息公开工作年度报告格式（试行）》编制。",
        "依据《条例》（国务院令第492号）编制。",
    ],
)
def test_outdated_citations(text: str) -> None:
    assert found(text) == [("L101", "warning")]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("按照国办公开办函〔2019〕60号文件编制。", 2020),
        ("按照国办公开办函〔2021〕30号文件编制。", 2023),
        ("国办公开办函〔2019〕60号停止执行。", 2023),
        ("依据《条例》（国务院令第711号）编制。", 2023),
        ("安平办发〔2019〕160号文件已公开。", 2023),
        ("2007年国务院令第492号公布的条例已经修订。", 2023),
    ],
)
def test_citations_in_their_time(text: str, year: int) -> None:
    assert found(text, year) == []


@pytest.mark.parametrize(
    "text",
    [
        "根据《国务院办公厅政府信息与政务公开办公室关于政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2021〕30号）编制。",
        "根据国办公开办函〔2021〕30号《政府信息公开工作年度报告格式（试行）》编制。",
    ],
)
def test_number_of_one_notice_with_the_title_of_the_other(text: str) -> None:
    assert found(text) == [("L102", "warning")]


def test_two_notices_each_with_its_own_title() -> None:
    text = (
        "根据《政府信息公开工作年度报告有关事项的通知》（国办公开办函〔2019〕60号）和"
        "《政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制。"
    )
    assert found(text, 2020) == []
    turned = "根据国办公开办函〔2019〕60号《关于政府信息公开工作年度报告有关事项的通知》和〔2021〕30号文件编制。"
    assert found(turned, 2020) == []


@pytest.mark.parametrize(
    ("term", "year", "expected"),
    [
        ("及时公开疫情防控信息12条。", 2025, [("L401", "info")]),
        ("及时公开疫情防控信息12条。", 2022, []),
        ("公开动物疫情防控信息12条。", 2025, []),
        ("指导扶贫办公开项目信息。", 2023, [("L401", "info")]),
        ("衔接原扶贫办移交的信息。", 2023, []),
        ("废止《安平县疫情防控公告》。", 2025, []),
    ],
)
def test_matters_that_are_over(term: str, year: int, expected: list[tuple[str, str]]) -> None:
    assert found(term, year, "L4") == expected
