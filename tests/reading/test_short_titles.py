"""Short titles head a part only where their part must stand, numbered as the others are."""

from __future__ import annotations

import pytest

from auditor.reading.blocks import Paragraph
from auditor.reading.outline import outline

ARABIC = (
    *("1. 总体情况", "全年工作平稳。", "2. 主动公开政府信息情况", "表。", "3. 依申请公开情况", "表。"),
    *("4. 政府信息公开行政复议、行政诉讼情况", "表。", "5. 存在的主要问题及改进情况", "更新偶有延迟。"),
    *("6. 其他需要报告的事项", "无。"),
)


def _parts(*lines: str) -> list[str | None]:
    blocks = [Paragraph(line, f"第{number}行") for number, line in enumerate(lines, 1)]
    return [part.part for part in outline(blocks, bars_are_cells=True)]


ALL = ["preamble", "overview", "active", "requests", "disputes", "problems", "other"]


def test_a_short_title_with_the_number_of_its_part_is_a_heading_among_others_numbered_so() -> None:
    assert _parts(*ARABIC) == ALL


@pytest.mark.parametrize("style", ["", "（{}）", "{}、", "{}．"])
def test_in_any_style_of_numbering(style: str) -> None:
    han = dict(zip("123456", "一二三四五六", strict=True))
    lines = []
    for line in ARABIC:
        if line[1] == ".":
            number = han[line[0]] if "（" in style else line[0]
            line = style.format(number) + line[3:]
        lines.append(line)
    assert _parts(*lines) == ALL


def test_a_sub_topic_of_that_name_is_none() -> None:
    lines = list(ARABIC)
    lines[0] = "一、总体情况"
    lines[1] = "3. 依申请公开情况"
    assert _parts(
        *(line.replace("2. ", "二、").replace("3. 依申请公开情况", "3.依申请公开情况") for line in lines[:4])
    ) == [
        "preamble",
        "overview",
        "active",
    ]


def test_a_sub_topic_before_the_part_above_is_left_alone() -> None:
    lines = ["1. 依申请公开情况", *ARABIC[2:4], *ARABIC[6:]]
    assert "requests" not in _parts(*lines)
