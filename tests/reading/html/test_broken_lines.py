"""Lines of a page that a break parts: sentences are whole again, what stands alone stays alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading.blocks import Paragraph
from auditor.reading.html.document import blocks


def _lines(inner: str, opening: str = "<p>") -> list[str]:
    closing = f"</{opening[1:].split()[0].rstrip('>')}>"
    page = f"<html><body><h2>一、总体情况</h2>{opening}{inner}{closing}<h2>五、存在的主要问题</h2>完</body></html>"
    held = blocks(page.encode(), Path("年报.html")).blocks
    return [block.text for block in held[1:-2] if isinstance(block, Paragraph)]


@pytest.mark.parametrize("end", ["<br>", "<br/>\n", "<BR>\r\n   ", "\u200b<br>"])
def test_a_sentence_goes_on_after_a_break(end: str) -> None:
    inner = f"　　2024年，本机关按照条例要求主动公开政府信息，全年在{end}门户网站发布信息36条。"
    assert _lines(inner) == ["2024年，本机关按照条例要求主动公开政府信息，全年在门户网站发布信息36条。"]


def test_lines_of_one_width_are_one_paragraph_even_inside_a_number() -> None:
    text = (
        "2024年，本机关按季度核对专栏内容，全年发布水情信息1236条，修订审核办法2项，举办业务培训3次，没有发生泄密事件。"
    )
    for width in (18, 20, 24):
        broken = "<br>".join(text[at : at + width] for at in range(0, len(text), width))
        assert _lines(broken) == [text]


def test_lines_that_the_page_keeps_are_joined_likewise() -> None:
    inner = "　　全年收到政府信息公开申请4件，均在法定期限内\n答复，没有结转。\n　　未收取信息处理费。"
    assert _lines(inner, "<pre>") == [
        "全年收到政府信息公开申请4件，均在法定期限内答复，没有结转。",
        "未收取信息处理费。",
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ["全年发布信息36条。", "收到申请4件。"],
        ["（一）主动公开情况", "全年发布信息36条，均在规定的期限内公开。"],
        ["全年组织学习，参加的有各科室负责人和经办人", "（二）依申请公开。全年收到申请4件。"],
        ["各单位按照要求，于规定的时间内报送了材料", "二、主动公开政府信息情况"],
        ["各单位按照要求，于规定的时间内报送了材料", "联系电话：无"],
        ["清渠县水利局", "2025年1月10日"],
        ["各科室按期报送，合计发布信息和解读材料36", "2024年度共办理申请4件。"],
    ],
)
def test_paragraphs_headings_and_signatures_stay_apart(lines: list[str]) -> None:
    page = f"<div>{'<br>'.join(lines)}</div>"
    held = blocks(f"<html><body>{page}</body></html>".encode(), Path("年报.html")).blocks
    assert [block.text for block in held if isinstance(block, Paragraph)] == lines


@pytest.mark.parametrize("between", ["<br><br>", "<br>　　", "<br>&nbsp;&nbsp;&nbsp;&nbsp;", "<br> <br/>", "<hr>"])
def test_a_blank_line_or_an_indent_begins_a_paragraph(between: str) -> None:
    first, second = "各科室按照要求报送材料，并逐条核对发布的信息", "未收取信息处理费。"
    assert _lines(f"{first}{between}{second}") == [first, second]


def test_very_many_broken_lines_are_joined_at_once() -> None:
    line = "各科室按要求逐项落实到位，执行条例"
    assert _lines("<br>".join([line] * 5000)) == [line * 5000]
