"""Lines beside a table that only name or furnish it are no prose of its part; sentences stay."""

from __future__ import annotations

import pytest

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.captions import is_caption, is_note, without_captions

TABLE = Grid((Slot(0, 0, 1, 1, "行政许可"), Slot(0, 1, 1, 1, "31")), 1, 2, "表1")


def _left(*texts: str | None) -> list[str]:
    """The lines kept around tables; None stands for a table."""
    held: list[Block] = [TABLE if text is None else Paragraph(text, "") for text in texts]
    return [block.text for block in without_captions(held, "active") if isinstance(block, Paragraph)]


@pytest.mark.parametrize(
    "text",
    [
        "单位：件",
        "（计量单位：件、万元）",
        "填报人：",
        "续表",
        "（续上表）",
        "续表二",
        "附表2 主动公开统计表",
        "表3 申请办理情况",
        "- 4 -",
        "第5页 共9页",
        "2024年度政府信息公开情况统计表",
    ],
)
def test_names_units_and_page_numbers_are_captions(text: str) -> None:
    assert is_caption(text)


@pytest.mark.parametrize(
    "text",
    [
        "2024年，本机关收到申请4件。",
        "具体情况如下：",
        "表扬2件",
        "表2024年工作",
        "行政许可",
        "单位：" + "某" * 60,
    ],
)
def test_sentences_labels_and_long_lines_are_none(text: str) -> None:
    assert not is_caption(text)


def test_a_note_in_a_table_is_known_by_its_first_word() -> None:
    assert is_note("注：本表数据截至12月31日。")
    assert not is_note("注重公开实效。")


def test_captions_are_left_out_from_the_table_on_until_the_first_sentence() -> None:
    assert _left("全年公开31条。", "附表1", "单位：件", None, "填报人：", "数据由办公室核对。", "单位：件") == [
        "全年公开31条。",
        "数据由办公室核对。",
        "单位：件",
    ]


def test_only_a_number_alone_between_two_tables_is_the_pages() -> None:
    assert _left(None, "3", None) == []
    assert _left("3", None, "另有说明。", "4") == ["3", "另有说明。", "4"]


def test_the_title_of_the_part_right_above_its_table_names_it() -> None:
    assert _left("全年平稳。", "主动公开政府信息情况", None) == ["全年平稳。"]


def test_nothing_goes_where_no_table_stands() -> None:
    assert _left("单位：件", "续表") == ["单位：件", "续表"]
