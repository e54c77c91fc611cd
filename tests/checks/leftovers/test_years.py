"""Years left over from another year's text, and the many other years that are right (error 15)."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.checks.examples import case_of
from auditor.checks.run import run


def verdicts(code: str, sections: dict[str, Any], year: int = 2023, **example: Any) -> list[str]:
    case = case_of({"year": year, "sections": sections, **example})
    return [finding.severity for finding in run(case, select=(code,))]


STALE = [
    "2022年，我局严格落实条例要求，主动公开信息86条。",
    "2022年度，全县公开工作稳步推进。",
    "（一）主动公开。2022年我局共发布信息120条。",
    "2022年,在县政府办的指导下，我局公开信息32条。",
    "2022年，我局共收到申请22件，同比下降12%。",
    "现将我局2022年度政府信息公开工作情况报告如下：一是主动公开。",
    "根据条例规定，特编制安平县教育局2022年政府信息公开工作年度报告。",
    "2024年，我局共收到政府信息公开申请3件，均已答复。",
]


@pytest.mark.parametrize("text", STALE)
def test_another_year_as_the_subject_is_an_error(text: str) -> None:
    assert verdicts("L201", {"一": f"2023年，我局公开信息90条。\n{text}"}) == ["error"]


RIGHT = [
    "2023年，我局收到申请3件，较2022年减少2件。",
    "全年公开信息86条，比2022年增长12%。",
    "公开2022年度部门决算和2023年度部门预算。",
    "2022年度部门决算已于8月公开。",
    "2022年全县财政总决算批复后20日内公开。",
    "2022年、2023年连续两年获评优秀。",
    "2021年至2023年，我局累计公开信息320条。",
    "2021-2023年，我局累计公开信息320条。",
    "自2022年起，我局实行三级审核。",
    "2021年以来，我局建立信息员制度。",
    "2019年修订的《条例》施行后，我局重编指南。",
    "2022年，国务院办公厅印发通知，对年报格式作出规定。",
    "办理因2022年度申请引发的行政复议1件、诉讼2件。",
    "编制《安平县教育局2022年政府信息公开工作年度报告》并按时公布。",
    "截至2022年底在建的专栏已全部上线。",
    "2019年5月15日，新《条例》施行。",
    "办理2022年结转件2件。",
    "落实〔2021〕30号通知，按新格式编制。",
    "2022年我局由县教育和体育局更名组建，2023年完成指南修订。",
    "公布《2024年重点项目清单》。",
    "2024年，我局将继续做好公开工作。",
]


@pytest.mark.parametrize("text", RIGHT)
def test_other_years_with_a_reason_are_left_alone(text: str) -> None:
    assert verdicts("L201", {"一": f"2023年，我局公开信息90条。\n{text}"}) == []


@pytest.mark.parametrize(
    "text",
    [
        "2022年年度报告指出的解读单一问题已整改。",
        "2022年存在的更新滞后问题，已通过每周核对解决。",
        "针对2022年反馈的3个问题，逐项完成整改。",
        "2024年，我局修订办事指南，每季度通报一次。",
        "2024年：一是修订指南；二是每季通报。",
    ],
)
def test_part_five_may_look_back_and_ahead(text: str) -> None:
    assert verdicts("L201", {"五": text}) == []


def test_last_years_opening_of_part_five_is_an_error() -> None:
    text = "2022年，我局在公开工作中虽取得一定成绩，但仍存在内容不够丰富的情况。"
    assert verdicts("L201", {"五": text}) == ["error"]


def test_a_history_told_year_by_year_is_less_certain() -> None:
    text = "2022年，我局建成查阅点。2023年，我局又新设查阅点2处。"
    assert verdicts("L201", {"一": text}) == ["warning"]


def test_a_text_wholly_of_another_year_is_one_finding_with_all_places() -> None:
    text = "2022年，我局公开信息86条。\n2022年，我局收到申请3件。\n2022年，我局举办培训2期。"
    case = case_of({"year": 2023, "sections": {"一": text}})
    (finding,) = run(case, select=("L201",))
    assert finding.severity == "error"
    assert [text[span.start : span.end] for span in finding.spans] == ["2022年"] * 3


def test_the_finding_stands_at_the_year() -> None:
    text = "2023年，我局公开信息90条。2022年，我局收到申请3件。"
    (finding,) = run(case_of({"year": 2023, "sections": {"一": text}}), select=("L201",))
    assert [text[span.start : span.end] for span in finding.spans] == ["2022年"]
    assert finding.spans[0].start == 16


def test_without_a_title_most_sentences_decide() -> None:
    text = "2022年，我局落实条例。\n2024年，我局公开信息86条。"
    case = case_of({"year": 2022, "title": "", "sections": {"一": text, "五": "2024年，我局公开仍有不足。"}})
    (finding,) = run(case, select=("L201",))
    assert [(span.section, span.start) for span in finding.spans] == [("一", 0)]


@pytest.mark.parametrize(
    ("text", "expected"), [("2024年以来，我局发布解读3件。", ["warning"]), ("2023年以来，我局发布解读3件。", [])]
)
def test_since_a_later_year(text: str, expected: list[str]) -> None:
    assert verdicts("L202", {"一": text}) == expected
    assert verdicts("L201", {"一": text}) == []
