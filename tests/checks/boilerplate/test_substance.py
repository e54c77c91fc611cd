"""How much part 五 says (errors 22, 25)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run

HOLLOW = (
    "2024年，我镇公开工作取得了一定成绩，但仍存在公开内容不够全面、更新不够及时、公众参与度不高等问题。"
    "下一步，我镇将进一步强化组织领导，提高思想认识；加强业务培训，提升能力水平；丰富公开形式，推动工作再上新台阶。"
)
CONCRETE = (
    "“惠农补贴”栏目8月至10月没有更新，原因是经办人调离后无人交接。村级公开栏有4处设在院内，夜间看不到。"
    "2025年3月底前由农业办每周五核对栏目，并把4处公开栏移到村口；6月底前修订《清河镇信息发布审核办法》。"
)


def severities(code: str, text: str) -> list[str]:
    return [finding.severity for finding in run(case_of({"sections": {"五": text}}), select=(code,))]


def test_hollow_and_concrete_sections() -> None:
    assert severities("B101", HOLLOW) == ["warning"]
    assert severities("B101", CONCRETE) == []
    assert severities("B101", HOLLOW + CONCRETE) in (["info"], [])


def test_the_finding_shows_each_hollow_sentence() -> None:
    (finding,) = run(case_of({"sections": {"五": HOLLOW}}), select=("B101",))
    quoted = [HOLLOW[span.start : span.end] for span in finding.spans]
    assert quoted[0].startswith("2024年，我镇公开工作")
    assert len(quoted) == finding.values["hollow"] == finding.values["sentences"]


@pytest.mark.parametrize(
    "text",
    [
        "本年度工作正常，不存在问题。",
        "无。",
        "政府信息公开工作没有明显问题。",
        "2024年公开工作全面完成，取得明显成效。2025年继续做好公开工作。",
        "公开工作还存在一些问题。下一步将继续做好公开工作。",
    ],
)
def test_no_problem_named(text: str) -> None:
    assert severities("B102", text) == ["warning"]


@pytest.mark.parametrize(
    "text",
    [
        HOLLOW,
        CONCRETE,
        "栏目更新不及时的问题没有根本解决。",
        "经自查，没有发现泄密问题，但解读材料偏少。",
        "无专职人员，答复文书不规范。",
    ],
)
def test_a_problem_is_named(text: str) -> None:
    assert severities("B102", text) == []


def test_problems_without_measures() -> None:
    assert severities("B103", "公开内容不够全面，栏目更新滞后。工作人员多为兼职。") == ["warning"]
    assert severities("B103", HOLLOW) == []
    assert severities("B103", CONCRETE) == []
    assert severities("B103", "栏目更新滞后。上年指出的空白栏目已全部补齐。") == []


@pytest.mark.parametrize(
    ("length", "expected"), [(0, ["warning"]), (29, ["warning"]), (30, ["info"]), (79, ["info"]), (80, [])]
)
def test_length(length: int, expected: list[str]) -> None:
    assert severities("B104", "公" * length) == expected
