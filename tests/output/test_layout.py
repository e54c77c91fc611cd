"""How a layout is shown: as text, as data and as a page, the same for the same file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.output.layout import layout_text, layout_to_dict
from auditor.output.layout.page import layout_page
from auditor.output.words import Lang
from auditor.reading.layout import Layout, layout
from tests.reading.rendered import TITLE, as_html, blank_cells


@pytest.fixture
def found(tmp_path: Path) -> Layout:
    path = tmp_path / "年报.html"
    path.write_text(as_html({**blank_cells(), "requests.new.natural": "<271>"}.copy()), encoding="utf-8")
    return layout(path)


def test_the_text_says_where_the_cells_come_from(found: Layout) -> None:
    text = layout_text(found)
    assert "读出单元格" in text
    assert "→ requests.carried_in.* (7)" in text
    assert TITLE in text
    assert all(len(line) <= 100 for line in text.splitlines()[4:])


def test_the_text_obeys_no_control_character(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    path.write_text(as_html(blank_cells()).replace("水情信息", "水情\u202e信\x1b[31m息"), encoding="utf-8")
    text = layout_text(layout(path))
    assert "\x1b" not in text
    assert "\u202e" not in text


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_page_escapes_the_report_and_needs_nothing_from_elsewhere(found: Layout, lang: Lang) -> None:
    page = layout_page(found, lang)
    assert "requests.carried_in.natural" in page
    assert "<271>" not in page
    assert "http://" not in page
    assert "<script" not in page
    assert page == layout_page(found, lang)


def test_the_data_are_json_and_hold_every_block(found: Layout) -> None:
    data = json.loads(json.dumps(layout_to_dict(found)))
    assert len(data["blocks"]) == len(found.blocks)
    assert {block["role"] for block in data["blocks"]} <= {
        *("title", "heading", "prose", "cells", "unread", "label", "head", "picture", "unused", "left_out")
    }


def test_the_page_of_a_pdf_holds_a_picture_of_every_page() -> None:
    example = Path(__file__).resolve().parents[2] / "examples" / "clean" / "2024.pdf"
    page = layout_page(layout(example, pictures=True))
    assert page.count("<svg") == 4
    assert 'class="cell"' in page
