"""The agency's own name and words for itself against those of others (error 17)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import case_of
from auditor.checks.leftovers.bodies import is_same_body
from auditor.checks.run import run


def found(code: str, agency: str, body: str, text: str) -> list[tuple[str, str]]:
    case = case_of({"agency": agency, "body": body, "sections": {"一": text}})
    return [
        (finding.severity, "、".join(text[span.start : span.end] for span in finding.spans))
        for finding in run(case, select=(code,))
    ]


@pytest.mark.parametrize(
    ("agency", "body", "text", "said"),
    [
        ("安平县清河镇人民政府", "镇", "我局公开信息48条，我局还答复申请1件。", "我局、我局"),
        ("安平县清河镇人民政府", "镇", "我乡设查阅点2处。", "我乡"),
        ("安平县城关街道办事处", "街道", "我镇高度重视公开工作。", "我镇"),
        ("安平县教育局", "县部门", "我委公开信息48条。", "我委"),
        ("安平县教育局", "县部门", "本厅负责解释。", "本厅"),
        ("安平县教育局", "县部门", "我镇公开信息48条。", "我镇"),
        ("安平县人民政府", "县政府", "我局公开信息48条。", "我局"),
        ("河东市临川区教育局", "县部门", "我县学校招生信息全部公开。", "我县"),
    ],
)
def test_wrong_words_for_oneself(agency: str, body: str, text: str, said: str) -> None:
    assert found("L301", agency, body, text) == [("warning", said)]


@pytest.mark.parametrize(
    ("agency", "body", "text"),
    [
        ("安平县清河镇人民政府", "镇", "我镇落实我县、我市部署，本镇公开信息48条。"),
        ("安平县清河镇人民政府", "镇", "开设“我局来答”栏目，转发《我县公开指南》。"),
        ("安平县教育局", "县部门", "我局落实我县部署，基本局面向好，版本局部更新。"),
        ("安平县发展和改革委员会", "县部门", "我委公开信息48条，由我委托第三方评估。"),
        ("安平县人民政府办公室", "县政府办", "我办公开信息48条，服务我县发展，我市场监管部门配合。"),
        ("安平县城关街道办事处", "街道", "我街道、我办公开信息48条。"),
        ("安平县政务服务中心", "县部门", "我中心公开信息48条。"),
        ("安平市教育局", "县部门", "我市学校招生信息全部公开。"),
        ("安平县教育局", "县部门", "一本院校招生计划公开；根本办法是公开。"),
    ],
)
def test_right_words_for_oneself(agency: str, body: str, text: str) -> None:
    assert found("L301", agency, body, text) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("现将临江县教育局2024年政府信息公开工作情况报告如下。", "临江县教育局"),
        ("现公布安平县卫生健康局2024年政府信息公开工作年度报告。", "安平县卫生健康局"),
        ("本报告由临江县人民政府办公室编制。", "临江县人民政府办公室"),
        ("2024年，临江县教育局严格落实条例。", "临江县教育局"),
    ],
)
def test_another_bodys_name_as_author_or_subject(text: str, name: str) -> None:
    assert found("L302", "安平县教育局", "县部门", text) == [("error", name)]


@pytest.mark.parametrize(
    ("agency", "body", "text"),
    [
        ("安平县教育局", "县部门", "现将河东市安平县教育局2024年政府信息公开工作情况报告如下。"),
        ("河东市安平县教育局", "县部门", "现将安平县教育局2024年政府信息公开工作情况报告如下。"),
        ("安平县教育局", "县部门", "本报告由安平县教育局办公室负责编制。"),
        ("安平县人民政府", "县政府", "本报告由安平县人民政府办公室根据条例编制。"),
        ("安平县人民政府", "县政府", "本报告由安平县政务服务管理局编制。"),
        ("安平县人民政府", "县政府", "2024年，清河镇人民政府坚持按月公开。"),
        ("安平县教育局", "县部门", "2024年，安平县人民政府办公室按照分工指导我局公开。"),
        ("安平县教育局", "县部门", "学习临江县教育局的做法，现将经验推广。"),
    ],
)
def test_the_body_itself_and_its_neighbours_are_no_fault(agency: str, body: str, text: str) -> None:
    assert found("L302", agency, body, text) == []


def test_a_government_and_its_office_are_one_body() -> None:
    assert is_same_body("安平县人民政府", "河东市安平县人民政府办公室")
    assert is_same_body("安平县教育局", "安平县教育局办公室")
    assert is_same_body("清河街道", "安平县清河街道办事处")
    assert is_same_body("安平县发改委", "安平县发展和改革委员会")
    assert is_same_body("安平县市监局", "安平县市场监督管理局")
    assert is_same_body("市市场监督管理局", "河东市市场监管局")
    assert is_same_body("市人社局", "河东市人力资源和社会保障局")
    assert not is_same_body("安平县发改委", "临江县发展和改革委员会")
    assert not is_same_body("安平县教育局", "安平县卫生健康局")
    assert not is_same_body("安平县人民政府", "临江县人民政府")
