"""What stands on a page beside the article, what a page hides, and what is text though no element says so."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.model import Report
from auditor.reading import read
from auditor.reading.blocks import Block, Grid, Paragraph
from auditor.reading.html.document import blocks
from tests.reading.rendered import TITLE, as_html, blank_cells

PATH = Path("年报.html")
PARTS = ["overview", "active", "requests", "disputes", "problems", "other"]


def _blocks(body: str) -> tuple[Block, ...]:
    return blocks(f"<html><body>{body}</body></html>".encode(), PATH).blocks


def _cell(inner: str) -> str:
    grid = next(
        block
        for block in _blocks(f"<table><tr><td>规章</td><td>{inner}</td><td>0</td></tr></table>")
        if isinstance(block, Grid)
    )
    return grid.slots[1].text


def _cells() -> dict[str, str]:
    return {**blank_cells(), "requests.new.natural": "4", "requests.new.total": "4"}


def _read(tmp_path: Path, html: str | bytes) -> Report:
    path = tmp_path / "年报.html"
    path.write_bytes(html if isinstance(html, bytes) else html.encode())
    return read(path)


def _parts(report: Report) -> list[str | None]:
    return [section.part for section in report.sections]


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("11<span style='display:none'>9</span>", "11"),
        ("11<span hidden>9</span>", "11"),
        ("11<input type='hidden' value='3'>", "11"),
        ("<input type='text' value='11'>", "11"),
        ("<del>5</del><ins>6</ins>", "6"),
        ("11<sup>1</sup>", "11[1]"),
        ("1\u200b\u20602\ufeff3", "123"),
        ("1<br>2", "1 2"),
        ("<table><tr><td align=center>12</td></tr></table>", "12"),
        ("<img src='dot.gif' width='1' height='1'>", ""),
    ],
)
def test_the_text_of_a_cell_is_what_the_page_shows(inner: str, text: str) -> None:
    assert _cell(inner) == text


def test_a_value_shown_as_a_picture_is_unread(tmp_path: Path) -> None:
    html = as_html({**_cells(), "requests.partial.legal": "图"}).replace(">图<", "><img src='7.gif'><")
    report = _read(tmp_path, html)
    assert report.cells["requests.partial.legal"].kind == "unread"
    assert report.cells["requests.partial.other"].number == 0


def test_rows_and_copies_that_the_page_hides_are_not_read(tmp_path: Path) -> None:
    hidden = "<style>.off{display:none} @media print{.on{display:none}}</style><div class='off'>三、假标题</div>"
    html = as_html(_cells()).replace("</table>", "<tr style='display:none'><td>行政许可</td><td>7</td></tr></table>")
    report = _read(tmp_path, html.replace("<body>", f"<body class='on'>{hidden}"))
    assert _parts(report) == PARTS
    assert report.cells["active.licensing"].number == 0


def test_an_article_that_a_script_shows_after_loading_is_read(tmp_path: Path) -> None:
    html = as_html(_cells()).replace("<body>", "<body><div style='display:none'>").replace("</body>", "</div></body>")
    assert _read(tmp_path, html).cells["requests.new.total"].number == 4


def test_headings_and_prose_among_the_rows_of_a_table_are_paragraphs() -> None:
    found = _blocks(
        "<table><tr><td colspan=2>一、总体情况</td></tr><tr><td colspan=2>全年工作平稳。</td></tr>"
        "<tr><td colspan=2>二、主动公开政府信息情况</td></tr><tr><td colspan=2>第二十条第（五）项</td></tr>"
        "<tr><td>行政许可</td><td>3</td></tr></table>"
    )
    assert [block.text for block in found if isinstance(block, Paragraph)] == [
        "一、总体情况",
        "全年工作平稳。",
        "二、主动公开政府信息情况",
    ]
    grid = found[-1]
    assert isinstance(grid, Grid)
    assert [slot.text for slot in grid.slots] == ["第二十条第（五）项", "行政许可", "3"]


def test_a_caption_is_a_paragraph_where_it_heads_a_part() -> None:
    row = "<tr><td>行政许可</td><td>3</td></tr>"
    assert _blocks(f"<table><caption>二、主动公开政府信息情况</caption>{row}</table>")[0] == Paragraph(
        "二、主动公开政府信息情况", "表1"
    )
    assert isinstance(_blocks(f"<table><caption>单位：件</caption>{row}</table>")[0], Grid)


def test_indents_and_kept_lines_part_paragraphs() -> None:
    assert [
        block.text
        for block in _blocks("<div>　　一、总体情况　　全年平稳。　　收到申请4件。</div>")
        if isinstance(block, Paragraph)
    ] == [
        "一、总体情况",
        "全年平稳。",
        "收到申请4件。",
    ]
    assert [block.text for block in _blocks("<pre>一、总体情况\n全年平稳。</pre>") if isinstance(block, Paragraph)] == [
        "一、总体情况",
        "全年平稳。",
    ]


def test_a_path_or_a_field_is_no_title(tmp_path: Path) -> None:
    before = (
        "<div>当前位置：首页&gt;政府信息公开&gt;政府信息公开工作年度报告</div>"
        "<table><tr><td>名称：</td><td>清渠县水利局2024年政府信息公开工作年度报告</td></tr></table>"
    )
    report = _read(tmp_path, as_html(_cells(), before=before))
    assert (report.title, report.agency) == (TITLE, "清渠县水利局")


@pytest.mark.parametrize(
    "tail",
    [
        "<ul><li><a href='/a'>清渠县水利局2023年政府信息公开工作年度报告</a> [2024-01-20]</li></ul>",
        "<p>上一篇：<a href='/p'>清渠县水利局2023年政府信息公开工作年度报告</a></p>",
        "<p>粤ICP备12345678号 公网安备 44010000000号</p>",
        "<p>返回顶部</p><p>其他</p>",
    ],
)
def test_lines_of_the_page_after_the_last_part_are_none_of_it(tmp_path: Path, tail: str) -> None:
    html = as_html(_cells()).replace("</div></body>", f"{tail}</div></body>")
    assert _read(tmp_path, html).sections[-1].text == "本年度未收取信息处理费。"


def test_lines_between_title_and_text_are_no_preamble(tmp_path: Path) -> None:
    lines = "<p>来源：县水利局　浏览次数：<span>12</span>次</p><p>字体：【大 中 小】</p><p>索引号：0042-1</p>"
    report = _read(tmp_path, as_html(_cells()).replace("<p><strong>一、", f"{lines}<p><strong>一、", 1))
    assert _parts(report) == PARTS


def test_a_menu_with_the_names_of_rows_gives_no_cells(tmp_path: Path) -> None:
    menu = "<table><tr><td>行政许可</td><td></td></tr><tr><td>行政处罚</td><td>行政强制</td></tr></table>"
    report = _read(tmp_path, as_html({**_cells(), "active.licensing": "9"}, before=menu))
    assert report.cells["active.licensing"].number == 9
    assert not any(note.code == "table_again" for note in report.notes)


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark_is_read(tmp_path: Path, encoding: str) -> None:
    assert _read(tmp_path, as_html(_cells()).encode(encoding)).agency == "清渠县水利局"


def test_the_encoding_of_a_script_is_not_the_page_s(tmp_path: Path) -> None:
    html = as_html(_cells(), charset="gb2312").replace("<head>", "<head><script charset='utf-8' src='a.js'></script>")
    report = _read(tmp_path, html.encode("gb18030"))
    assert report.agency == "清渠县水利局"
    assert not any(note.code == "encoding_wrong" for note in report.notes)


def test_heads_pushed_aside_by_a_lost_span_do_not_exchange_columns(tmp_path: Path) -> None:
    cells = {**_cells(), "requests.granted.research": "3", "requests.granted.other": "1", "requests.granted.total": "4"}
    html = as_html(cells).replace("<td colspan=5>法人或其他组织</td>", "<td>法人或其他组织</td>")
    html = html.replace('<td colspan="5">法人或其他组织</td>', "<td>法人或其他组织</td>")
    report = _read(tmp_path, html)
    assert [report.cells[f"requests.granted.{name}"].number for name in ("research", "other", "total")] == [3, 1, 4]
