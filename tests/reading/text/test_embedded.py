"""Markdown that holds tags, and texts whose tables are drawn with other strokes than plain bars."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading import read
from tests.reading.rendered import TITLE, as_html, as_markdown, as_text, blank_cells

CELLS = {**blank_cells(), "requests.new.natural": "271", "active.fees": "3.5", "disputes.review.total": "4"}


def _cells(path: Path, text: str) -> dict[str, str]:
    path.write_text(text, encoding="utf-8")
    return {address: cell.text for address, cell in read(path).cells.items()}


def test_markdown_with_tables_in_tags_keeps_its_title_and_parts(tmp_path: Path) -> None:
    page = as_html(CELLS)
    tables = iter(page.split("<table")[1:])
    lines = []
    for line in as_markdown(blank_cells()).split("\n"):
        if line.startswith("|"):
            if not lines[-1].startswith("<table"):
                lines.append("<table" + next(tables).split("</table>")[0] + "</table>")
            continue
        lines.append(line)
    path = tmp_path / "年报.md"
    assert _cells(path, "\n".join(lines)) == CELLS
    report = read(path)
    assert report.format == "markdown"
    assert report.title == TITLE
    assert [section.part for section in report.sections][-2:] == ["problems", "other"]


def test_a_line_break_in_tags_makes_no_web_page_of_markdown(tmp_path: Path) -> None:
    text = as_markdown(CELLS).replace("社会公益组织", "社会公益<br>组织").replace("逐月核对。", "逐月核对。<br>")
    path = tmp_path / "年报.md"
    assert _cells(path, text) == CELLS
    assert read(path).title == TITLE


@pytest.mark.parametrize("bar", ["｜", "│"])
def test_other_upright_strokes_are_bars(tmp_path: Path, bar: str) -> None:
    assert _cells(tmp_path / "年报.txt", as_text(CELLS).replace("|", bar)) == CELLS


def test_a_stroke_in_the_prose_is_none(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(as_text(CELLS).replace("水情信息36条", "“水情｜快讯”36条"), encoding="utf-8")
    assert any("水情｜快讯" in section.text for section in read(path).sections)
