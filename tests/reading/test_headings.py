"""Which lines head a part: titles and variants of handbook 1.2, wrong numbers, and look-alikes."""

from __future__ import annotations

import pytest

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.headings import heading_of, titles
from auditor.reading.outline import outline
from auditor.resources import load_lexicon


@pytest.mark.parametrize(
    ("part", "title"),
    [(part["key"], title) for part in load_lexicon("outline")["parts"] for title in [part["title"], *part["also"]]],
)
def test_every_listed_title_heads_its_part(part: str, title: str) -> None:
    heading = heading_of(f"三、{title}")
    assert heading is not None
    assert (heading.part, heading.printed_number, heading.title) == (part, "三", title)


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("一、 总体情况", "overview"),
        ("一．总体情况", "overview"),
        ("第一部分 总体情况", "overview"),
        ("1.收到和处理政府信息公开申请情况", "requests"),
        ("（四）政府信息公开行政复议、行政诉讼情况", "disputes"),
        ("收到和处理政府信息公开申请情况", "requests"),
        ("五、水利系统公开工作存在的问题及下步改进打算", "problems"),
        ("四、因政府信息公开引起的行政复议、诉讼案件", "disputes"),
        ("### 六、其他需要报告的事项", "other"),
    ],
)
def test_a_heading_in_another_form(line: str, part: str) -> None:
    heading = heading_of(line)
    assert heading is not None
    assert heading.part == part


@pytest.mark.parametrize(
    "line",
    [
        "一、本年新收政府信息公开申请数量",
        "二、上年结转政府信息公开申请数量",
        "三、本年度办理结果",
        "四、结转下年度继续办理",
        "（一）主动公开情况",
        "其他",
        "3.其他",
        "一是主动公开情况良好。",
        "总计",
        "2024年，我局办结申请三、四件。",
    ],
)
def test_a_label_of_the_tables_or_a_sub_topic_heads_no_part(line: str) -> None:
    heading = heading_of(line)
    assert heading is None or heading.rank == 0


def test_prose_may_follow_a_heading_on_its_line() -> None:
    heading = heading_of(
        "六、其他需要报告的事项：本年度未收取信息处理费，全年无其他需要说明的情况，特此报告，请予监督。"
    )
    assert heading is not None
    assert heading.part == "other"
    assert heading.rest.startswith("本年度未收取")


def test_the_sentence_behind_a_heading_keeps_its_full_stop() -> None:
    heading = heading_of("六、其他需要报告的事项（一）收取信息处理费情况：按照有关规定，本年度共收取信息处理费0元。")
    assert heading is not None
    assert heading.rest == "（一）收取信息处理费情况：按照有关规定，本年度共收取信息处理费0元。"


def _numbers(*lines: str) -> list[tuple[str, str, str | None]]:
    blocks: list[Block] = [Paragraph(line, f"第{n}行") for n, line in enumerate(lines, 1)]
    return [
        (part.number, part.heading.printed_number if part.heading else "", part.part) for part in outline(blocks)[1:]
    ]


def test_a_wrong_number_is_kept_beside_the_right_one() -> None:
    found = _numbers(
        "一、总体情况", "甲。", "一、主动公开政府信息情况", "乙。", "收到和处理政府信息公开申请情况", "丙。"
    )
    assert found == [("一", "一", "overview"), ("二", "一", "active"), ("三", "", "requests")]


def test_a_list_of_contents_heads_nothing() -> None:
    contents = [f"{titles().numbers[part['key']]}、{part['title']}" for part in load_lexicon("outline")["parts"]]
    body = [line for heading in contents for line in (heading, "正文一句。")]
    found = _numbers(*contents, *body)
    assert [number for number, _, _ in found] == ["一", "二", "三", "四", "五", "六"]


def test_numbered_lines_inside_a_part_stay_its_prose() -> None:
    found = _numbers(
        "五、存在的主要问题及改进情况",
        "一、主要问题",
        "更新偏慢。",
        "二、下步打算",
        "逐月核对。",
        "六、其他需要报告的事项",
        "无。",
    )
    assert [number for number, _, _ in found] == ["五", "六"]


def test_a_part_with_a_title_of_its_own_keeps_its_printed_number() -> None:
    found = _numbers("一、总体情况", "甲。", "二、水利惠民专题", "乙。", "三、收到和处理政府信息公开申请情况", "丙。")
    assert found[1] == ("二", "二", None)


def test_a_seventh_part_is_kept() -> None:
    found = _numbers("五、存在的主要问题及改进情况", "甲。", "六、其他需要报告的事项", "无。", "七、附件清单", "乙。")
    assert found[-1] == ("七", "七", None)


def test_headings_broken_over_two_lines_are_one() -> None:
    lines = [
        "一、",
        "总体情况",
        "全年平稳。",
        "二、主动公开政府",
        "信息情况",
        "第三部分收到和处理政府信息公开",
        "申请情况",
    ]
    parts = outline([Paragraph(line, "") for line in lines])
    assert [part.part for part in parts[1:]] == ["overview", "active", "requests"]


def test_a_list_of_contents_is_none_of_the_parts() -> None:
    titles = ["一、总体情况", "二、主动公开政府信息情况", "三、收到和处理政府信息公开申请情况"]
    text = [line for title in titles for line in (title, "正文。")]
    parts = outline([Paragraph(line, "") for line in ["目录", *titles, "本报告按规定编制。", *text]])
    assert [len(part.blocks) for part in parts] == [1, 1, 1, 1]


def test_titles_without_their_numbers_head_the_parts() -> None:
    titles = ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "存在的主要问题及改进情况", "其他"]
    text = [line for title in titles for line in (title, "全年平稳。")]
    parts = outline([Paragraph(line, "") for line in text])
    assert [part.part for part in parts[1:]] == ["overview", "active", "requests", "problems", "other"]


@pytest.mark.parametrize(
    "topic", ["（一）政府信息主动公开情况", "(一)主动公开政府信息情况", "（二）收到和处理政府信息公开申请情况"]
)
def test_a_topic_in_brackets_is_no_part_that_has_its_own_heading(topic: str) -> None:
    lines = [
        "一、总体情况",
        topic,
        "全年平稳。",
        "二、主动公开政府信息情况",
        "表。",
        "三、收到和处理政府信息公开申请情况",
        "表。",
    ]
    parts = outline([Paragraph(line, "") for line in lines], bars_are_cells=True)
    assert [part.part for part in parts] == ["preamble", "overview", "active", "requests"]


_CARRIED = ["四、结转下年\t/\t/\t4\t34\t/\t7\t45", "四、结转下年", "四、结转下年度继续办理 / 0 - 3"]


@pytest.mark.parametrize("line", _CARRIED)
def test_a_rows_label_with_or_without_its_values_heads_no_part(line: str) -> None:
    assert heading_of(line) is None


def test_a_short_last_heading_may_lack_the_mark_behind_its_number() -> None:
    lines = ["一总体情况", "全年平稳。", "五存在的主要问题及改进措施", "更新不快。", "六其他", "没有其他事项。"]
    parts = outline([Paragraph(line, "") for line in lines])
    assert [part.part for part in parts] == ["preamble", "overview", "problems", "other"]
