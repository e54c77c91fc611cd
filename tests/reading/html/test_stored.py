"""Articles that a page keeps as text, as hidden panels or in boxes of another display."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest

from auditor.errors import ReadingError
from auditor.model import Report
from auditor.reading import read
from auditor.reading.html.document import blocks
from auditor.reading.limits import Limits
from tests.reading.rendered import PROSE, TITLE, as_html, blank_cells

CELLS = {**blank_cells(), "requests.new.natural": "4", "requests.new.total": "4", "active.fees": "12.50"}
WHOLE = as_html(CELLS)
ARTICLE = WHOLE[WHOLE.index("<body>") + len("<body>") : WHOLE.index("</body>")]


def _read(tmp_path: Path, body: str) -> Report:
    path = tmp_path / "年报.html"
    path.write_text(f"<html><head><meta charset='utf-8'></head><body>{body}</body></html>", encoding="utf-8")
    return read(path)


def _assert_whole(report: Report) -> None:
    assert report.title == TITLE
    assert [section.part for section in report.sections] == list(PROSE)
    assert all(report.cells[name].text == text for name, text in CELLS.items())


@pytest.mark.parametrize(
    "stored",
    [
        f"<textarea style='display:none'>{ARTICLE}</textarea>",
        f"<textarea>{escape(ARTICLE)}</textarea>",
        f"<textarea>{escape(escape(ARTICLE))}</textarea>",
        f"<input type='hidden' value=\"{escape(ARTICLE)}\">",
        f"<script type='text/plain'>{ARTICLE}</script>",
        f"<script>var s = {json.dumps(ARTICLE)};</script>",
        f"<script>var s = '<div>' +\n{json.dumps(ARTICLE, ensure_ascii=False)} + '</div>'; show(s)</script>",
        f"<script>window.data = {json.dumps({'id': 1, 'body': escape(ARTICLE)})}</script>",
        f"<noscript>{ARTICLE}</noscript>",
        f"<xmp style='display:none'>{ARTICLE}</xmp>",
        f"<template>{ARTICLE}</template>",
    ],
)
def test_an_article_kept_as_text_is_read_where_nothing_else_holds_it(tmp_path: Path, stored: str) -> None:
    _assert_whole(_read(tmp_path, f"<ul><li><a href='/'>首页</a></li></ul><div id='zoom'></div>{stored}"))


def test_what_is_kept_as_text_is_left_alone_beside_a_report_that_is_shown(tmp_path: Path) -> None:
    other = ARTICLE.replace(">12.50<", ">99.00<")
    _assert_whole(_read(tmp_path, f"{ARTICLE}<textarea>{escape(other)}</textarea>"))


def test_parts_of_which_the_page_shows_one_at_a_time_are_all_read(tmp_path: Path) -> None:
    at = ARTICLE.index("<p><strong>三、")
    hidden = "<span style='display:none'>9</span>"
    rest = ARTICLE[at:].replace("4</p>", f"4{hidden}</p>")
    _assert_whole(_read(tmp_path, f"<div>{ARTICLE[:at]}</div><div style='display:none'>{rest}</div>"))


def test_markup_kept_as_text_has_the_limits_of_any_page() -> None:
    stored = escape("<p>一、总体情况</p>" * 400)
    with pytest.raises(ReadingError) as raised:
        blocks(
            f"<html><body><textarea>{stored}</textarea></body></html>".encode(),
            Path("年报.html"),
            Limits(html_tags=100),
        )
    assert raised.value.code == "too_complex"


def test_an_element_is_a_block_as_its_style_says(tmp_path: Path) -> None:
    spans = ARTICLE.replace("<p>", "<span style='display: block'>").replace("</p>", "</span>")
    _assert_whole(_read(tmp_path, spans))
    inline = "<h2>一、总体情况</h2><p style='display:inline'>全年发布信息</p><p style='display:inline'>36条。</p><hr>"
    held = blocks(f"<html><body>{inline}<h2>五、存在的主要问题</h2>完</body></html>".encode(), Path("年报.html")).blocks
    assert "全年发布信息36条。" in [getattr(block, "text", "") for block in held]


@pytest.mark.parametrize("written", ["`a\\" * 200_000, '"a\\' * 200_000, "'\"`" * 200_000, "\\" * 400_000])
def test_strings_that_nobody_ends_are_looked_through_once(written: str) -> None:
    held = blocks(f"<html><body><p>公告</p><script>{written}</script></body></html>".encode(), Path("年报.html")).blocks
    assert [getattr(block, "text", "") for block in held] == ["公告"]
