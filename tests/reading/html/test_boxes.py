"""Tables drawn without ``table``: what is one, how its rows are found, and what is left as prose."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading import read
from auditor.reading.blocks import Grid, Paragraph
from auditor.reading.html.document import blocks
from tests.reading.rendered import Table, active_table, as_html, blank_cells, disputes_table, html_table

PATH = Path("年报.html")
CELLS = {**blank_cells(), "active.licensing": "31", "disputes.review.upheld": "2", "disputes.review.total": "2"}


def _rows(body: str) -> list[list[str]]:
    """The texts of the page's only table."""
    held = blocks(f"<html><body><h2>二、主动公开政府信息情况</h2>{body}</body></html>".encode(), PATH).blocks
    (grid,) = (block for block in held if isinstance(block, Grid))
    return [[slot.text for slot in grid.slots if slot.row == row] for row in range(grid.rows)]


def _drawn(table: Table, opening: tuple[str, str, str]) -> str:
    outer, row, cell = opening

    def boxed(inner: str, tag: str) -> str:
        return f"<{tag}>{inner}</{tag.split()[0]}>"

    return boxed("".join(boxed("".join(boxed(box.text, cell) for box in boxes), row) for boxes in table), outer)


@pytest.mark.parametrize(
    "opening",
    [
        ("div", "div", "div"),
        ("div style='display:grid'", "section", "span"),
        ("ul", "li", "span"),
        ("div", "ul", "li"),
        ("div class='t'", "div", "p"),
    ],
)
def test_rows_that_are_boxes_make_a_table(opening: tuple[str, str, str]) -> None:
    table = active_table(CELLS)
    assert _rows(_drawn(table, opening)) == [[box.text for box in row] for row in table]


def test_a_head_and_a_body_are_looked_into() -> None:
    head = "<div><div><p>信息内容</p><p>处理决定数量</p></div></div>"
    body = "<div><div><p>行政许可</p><p>31</p></div><div><p>其他对外管理服务事项</p><p>0</p></div></div>"
    expected = [["信息内容", "处理决定数量"], ["行政许可", "31"], ["其他对外管理服务事项", "0"]]
    assert _rows(f"<div>{head}{body}</div>")[-2:] == expected[-2:]


def test_the_terms_of_a_list_begin_its_rows() -> None:
    terms = "<dt>行政许可</dt><dd>31</dd><dt>行政处罚</dt><dd>4</dd><dt>行政强制</dt><dd></dd>"
    assert _rows(f"<dl>{terms}</dl>") == [["行政许可", "31"], ["行政处罚", "4"], ["行政强制", ""]]


def test_labels_part_cells_that_stand_one_after_the_other() -> None:
    texts = ["规章", "1", "0", "7", "行政规范性文件", "2", "3", "9", "行政许可", "31"]
    cells = "".join(f"<span>{text}</span>" for text in texts)
    assert _rows(f"<div>{cells}</div>") == [texts[:4], texts[4:8], texts[8:]]


def test_one_row_of_all_disputes_is_a_table(tmp_path: Path) -> None:
    table = disputes_table(CELLS)
    flat = "<div>" + "".join(f"<span>{box.text}</span>" for row in table for box in row) + "</div>"
    path = tmp_path / "年报.html"
    path.write_text(as_html(CELLS).replace(html_table(table), flat), encoding="utf-8")
    cells = read(path).cells
    assert all(cells[name].text == text for name, text in CELLS.items() if name.startswith("disputes."))


@pytest.mark.parametrize(
    "body",
    [
        "<ul><li>行政许可</li><li>行政处罚</li><li>行政强制</li></ul>",
        "<div><div><p>办公地址</p><p>河滨路3号</p></div><div><p>联系电话</p><p>无</p></div></div>",
        "<ul><li><span>一是</span><span>修订指南。</span></li><li><span>二是</span><span>开展培训。</span></li></ul>",
    ],
)
def test_lists_and_boxes_of_other_things_are_prose(body: str) -> None:
    held = blocks(f"<html><body><h2>一、总体情况</h2>{body}<h2>五、主要问题</h2></body></html>".encode(), PATH).blocks
    assert all(isinstance(block, Paragraph) for block in held)
