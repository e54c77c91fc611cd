"""What was taken for what, in each of the ways in which a report is laid out."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from auditor.reading import read
from auditor.reading.layout import Layout, Taken, layout
from tests.reading.rendered import TITLE, as_html, as_markdown, as_text, blank_cells


def _laid(folder: Path, name: str, text: str) -> Layout:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return layout(path)


def _addresses(found: Layout) -> list[str]:
    return [address for block in found.blocks for address in block.addresses]


@pytest.mark.parametrize(("name", "draw"), [("a.html", as_html), ("a.txt", as_text), ("a.md", as_markdown)])
def test_every_cell_of_a_report_is_shown_where_it_was_taken_from(tmp_path: Path, name: str, draw: object) -> None:
    found = _laid(tmp_path, name, draw(blank_cells()))  # type: ignore[operator]
    assert Counter(_addresses(found)) == Counter(found.report.cells.keys())


def test_it_is_the_report_that_reading_gives(tmp_path: Path) -> None:
    found = _laid(tmp_path, "年报.html", as_html(blank_cells()))
    assert found.report == read(tmp_path / "年报.html")


def _first(found: Layout, text: str) -> Taken:
    return next(block for block in found.blocks if text in block.text)


def test_lines_of_flattened_text_tell_labels_heads_and_cells_apart(tmp_path: Path) -> None:
    found = _laid(tmp_path, "年报.txt", as_text({**blank_cells(), "requests.new.natural": "271"}))
    assert _first(found, TITLE).role == "title"
    assert _first(found, "总体情况").role == "heading"
    assert _first(found, "发布水情信息36条").role == "prose"
    assert _first(found, "一、本年新收").role == "label"
    assert _first(found, "商业企业").role == "head"
    assert (_first(found, "271").role, _first(found, "271").addresses) == ("cells", ("requests.new.natural",))


def test_a_table_shows_labels_heads_and_cells_slot_by_slot(tmp_path: Path) -> None:
    found = _laid(tmp_path, "年报.html", as_html({**blank_cells(), "disputes.review.upheld": "3"}))
    tables = [block for block in found.blocks if block.rows]
    assert [block.part for block in tables] == ["active", "requests", "disputes"]
    pieces = {piece.text: piece for block in tables for row in block.rows for piece in row}
    assert pieces["规章"].role == "label"
    assert pieces["自然人"].role == "head"
    assert (pieces["3"].address, pieces["3"].placed) == ("disputes.review.upheld", "grid")


def test_a_row_that_is_not_read_is_shown_as_unread(tmp_path: Path) -> None:
    page = as_html({**blank_cells(), "requests.carried_out.total": "1 2"})
    found = _laid(tmp_path, "年报.html", page)
    pieces = [piece for block in found.blocks for row in block.rows for piece in row if piece.role == "unread"]
    assert [piece.text for piece in pieces] == ["1 2"]


def test_a_picture_is_shown_where_it_stands(tmp_path: Path) -> None:
    page = as_html(blank_cells())
    start = page.rindex("<table")
    pictured = page[:start] + "<p><img src='a.png'></p>" + page[page.rindex("</table>") + len("</table>") :]
    found = _laid(tmp_path, "年报.html", pictured)
    assert [block.part for block in found.blocks if block.role == "picture"] == ["disputes"]


def test_a_table_of_something_else_is_unused(tmp_path: Path) -> None:
    other = "<table><tr><td>联系电话</td><td>工作时间</td></tr><tr><td>见首页</td><td>见首页</td></tr></table>"
    page = as_html(blank_cells()).replace(
        "<p>&nbsp;&nbsp;本年度未收取信息处理费。</p>", f"<p>本年度未收取。</p>{other}"
    )
    found = _laid(tmp_path, "年报.html", page)
    assert [block.role for block in found.blocks if block.rows] == ["cells", "cells", "cells", "unused"]
