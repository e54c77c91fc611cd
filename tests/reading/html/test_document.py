"""HTML as offices publish it: the article alone, spans resolved, split digits joined, any encoding."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from auditor.model import Report
from auditor.reading import read
from auditor.reading.blocks import Document, Grid, Paragraph, Picture
from auditor.reading.html.document import blocks
from tests.reading.rendered import (
    TITLE,
    active_table,
    as_html,
    blank_cells,
    disputes_table,
    html_table,
    pipe_table,
    requests_table,
)

PATH = Path("年报.html")


def _blocks(html: str) -> Document:
    return blocks(f"<html><body>{html}</body></html>".encode(), PATH)


def _grid(html: str) -> Grid:
    return next(block for block in _blocks(html).blocks if isinstance(block, Grid))


def _read(tmp_path: Path, html: str, encoding: str = "utf-8") -> Report:
    path = tmp_path / "年报.html"
    path.write_bytes(html.encode(encoding))
    return read(path)


def _cells() -> dict[str, str]:
    return {**blank_cells(), "requests.new.natural": "4", "requests.new.total": "4", "active.fees": "12.50"}


def test_rowspan_and_colspan_place_each_cell_in_the_grid() -> None:
    grid = _grid(
        "<table><tr><td rowspan=2 colspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr>"
        "<tr><td>丁</td><td>戊</td><td rowspan=0>己</td></tr></table>"
    )
    places = {slot.text: (slot.row, slot.column, slot.rowspan, slot.colspan) for slot in grid.slots}
    assert places["甲"] == (0, 0, 2, 2)
    assert places["丙"] == (1, 2, 1, 1)
    assert places["戊"] == (2, 1, 1, 1)
    assert (grid.rows, grid.columns) == (3, 3)


@pytest.mark.parametrize("span", ["abc", "-1", "", "9999999999999999999999"])
def test_a_span_that_makes_no_sense_stays_in_bounds(span: str) -> None:
    grid = _grid(
        f"<table><tr><td rowspan='{span}' colspan='{span}'>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table>"
    )
    assert grid.rows == 2
    assert grid.columns <= 201


def test_the_lines_of_a_cell_are_joined() -> None:
    grid = _grid(
        "<table><tr><td>本年新<br/>制作数量</td><td><p>三、</p>\n<p>本\n年度</p><p>办理结果</p></td></tr></table>"
    )
    assert [slot.text for slot in grid.slots] == ["本年新制作数量", "三、本年度办理结果"]


def _word(text: str) -> str:
    """A cell as Word exports it: every digit in spans of its own, empty paragraphs, o:p."""
    digits = "".join(f"<span lang=EN-US style='font-size:12.0pt'>{character}</span>" for character in text)
    return f"<p class=MsoNormal align=center>{digits or '<span><o:p>&nbsp;</o:p></span>'}<o:p></o:p></p>"


def test_digits_that_word_split_over_spans_are_one_number(tmp_path: Path) -> None:
    cells = {**_cells(), "requests.granted.natural": "1204", "requests.granted.business": ""}
    report = _read(tmp_path, as_html(cells, cell=_word))
    assert report.cells["requests.granted.natural"].number == 1204
    assert report.cells["requests.granted.business"].kind == "blank"
    assert str(report.cells["active.fees"].number) == "12.50"


BEFORE = (
    "<div class='top'><a href='/'>首页</a> | <a href='/xxgk'>政府信息公开</a></div>"
    "<ul><li><a href='/1'>一、总体情况</a></li></ul>"
    "<table><tr><td>索引号</td><td>0042/2025-1</td><td>发布日期：</td><td>2025-01-20</td></tr></table>"
)
AFTER = (
    "<div class='foot'><p>主办：清渠县人民政府办公室 电话：12345</p><p>网站标识码：1234567890</p></div>"
    "<script>var a = '四、假标题';</script>"
)


def test_the_page_around_the_article_is_left_out(tmp_path: Path) -> None:
    report = _read(tmp_path, as_html(_cells(), before=BEFORE, after=AFTER))
    assert [section.number for section in report.sections] == ["一", "二", "三", "四", "五", "六"]
    assert report.sections[-1].text == "本年度未收取信息处理费。"
    assert (report.title, report.agency, report.body, report.year) == (TITLE, "清渠县水利局", "县部门", 2024)
    assert report.published == date(2025, 1, 20)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("发布时间：2025年1月8日 来源：县水利局", date(2025, 1, 8)),
        ("时间：2025-01-08 10:20 浏览次数：12", date(2025, 1, 8)),
        ("成文日期：2025-01-08", None),
        ("发布日期：2025-02-30", None),
    ],
)
def test_the_date_that_the_page_states(tmp_path: Path, line: str, expected: date | None) -> None:
    html = as_html(_cells(), before=f"<div><p>{line}</p></div>")
    assert _read(tmp_path, html).published == expected


def test_footers_in_the_same_element_end_the_article(tmp_path: Path) -> None:
    html = as_html(_cells()).replace("</div></body>", "<p>【打印本页】</p><p>主办：清渠县人民政府</p></div></body>")
    assert _read(tmp_path, html).sections[-1].text == "本年度未收取信息处理费。"


def test_an_article_in_nested_layout_tables_is_found(tmp_path: Path) -> None:
    inner = as_html(_cells()).partition("<body>")[2].partition("</body>")[0]
    table = f"<table><tr><td>导航</td><td><table><tr><td>{inner}</td></tr></table></td></tr></table>"
    html = f"<html><body>{table}</body></html>"
    report = _read(tmp_path, html)
    assert len(report.cells) == 200
    assert report.sections[0].text.startswith("2024年，清渠县水利局")


def test_the_title_may_stand_in_the_head_only(tmp_path: Path) -> None:
    html = as_html(_cells(), title="").replace("<head>", f"<head><title>{TITLE}_清渠县人民政府</title>")
    assert _read(tmp_path, html).title == TITLE


@pytest.mark.parametrize(
    ("encoding", "declared", "noted"),
    [
        ("utf-8", "utf-8", False),
        ("gb18030", "gb2312", False),
        ("gb18030", "gbk", False),
        ("gb18030", "utf-8", True),
        ("utf-8", "gb2312", True),
        ("utf-8-sig", "utf-8", False),
    ],
)
def test_every_encoding_is_read_whatever_is_declared(tmp_path: Path, encoding: str, declared: str, noted: bool) -> None:
    report = _read(tmp_path, as_html(_cells(), charset=declared), encoding)
    assert report.agency == "清渠县水利局"
    assert report.cells["requests.new.total"].number == 4
    assert any(note.code == "encoding_wrong" for note in report.notes) is noted


def test_a_picture_in_place_of_a_table_is_noted(tmp_path: Path) -> None:
    html = as_html(_cells())
    start = html.index("<table", html.index("三、收到"))
    end = html.index("</table>", start) + len("</table>")
    report = _read(tmp_path, html[:start] + "<p><img src='table3.png' width='600'></p>" + html[end:])
    note = next(note for note in report.notes if note.code == "table_picture")
    assert note.details["part"] == "requests"
    assert not any(address.startswith("requests.") for address in report.cells)


def test_pictures_and_hidden_text_are_told_apart() -> None:
    document = _blocks("<p style='display: none'>隐藏</p><p>可见</p><img src='icon.gif' width=16><img src='big.png'>")
    assert document.blocks == (Paragraph("可见", "第1段"), Picture("第1段之后"))


def test_prose_in_part_three_above_its_table_is_that_parts_prose(tmp_path: Path) -> None:
    html = as_html(_cells()).replace("</strong></p><table", "</strong></p><p>本年共收到申请4件。</p><table")
    sections = {section.number: section.text for section in _read(tmp_path, html).sections}
    assert sections["三"] == "本年共收到申请4件。"


def test_the_printed_tables_carry_their_addresses(tmp_path: Path) -> None:
    report = _read(tmp_path, as_html(_cells()))
    assert [table.part for table in report.tables] == ["active", "requests", "disputes"]
    placed = [cell.address for table in report.tables for row in table.rows for cell in row if cell.address]
    assert sorted(placed) == sorted(report.cells)


@pytest.mark.parametrize("bar", ["|", " | ", "\t", "│", "｜"])
def test_tables_typed_as_lines_of_kept_text_are_read(tmp_path: Path, bar: str) -> None:
    cells = _cells()
    html = as_html(cells)
    for table, width in ((active_table(cells), 4), (requests_table(cells), 10), (disputes_table(cells), 15)):
        lines = pipe_table(table, width).split("\n")
        rows = [line.strip("|")[1:-1].split(" | ") for line in (lines[0], *lines[2:])]
        typed = "\n".join(bar.join(map(str.strip, row)) for row in rows)
        html = html.replace(html_table(table), f"<pre>{typed}</pre>")
    assert "<table" not in html
    report = _read(tmp_path, html)
    assert {name: cell.text for name, cell in report.cells.items()} == cells
