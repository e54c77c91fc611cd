"""A page that keeps the report a second time, for printing: its prose is read once."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading import read
from tests.reading.rendered import PROSE, TITLE, as_html, blank_cells

CELLS = {**blank_cells(), "requests.new.natural": "4", "requests.new.total": "4"}


def _article() -> str:
    html = as_html(CELLS)
    return html[html.index("<body>") + len("<body>") : html.index("</body>")]


@pytest.mark.parametrize("between", ["", "<p>打印版</p>", "<hr>"])
def test_a_second_copy_is_no_prose(tmp_path: Path, between: str) -> None:
    path = tmp_path / "年报.html"
    path.write_text(f"<html><body>{_article()}{between}{_article()}</body></html>", encoding="utf-8")
    report = read(path)
    assert report.title == TITLE
    assert [section.part for section in report.sections] == list(PROSE)
    assert report.sections[0].text == "\n".join(PROSE["overview"])
    assert report.sections[5].text.startswith(PROSE["other"][0])
    assert TITLE not in report.sections[5].text
    assert report.cells["requests.new.total"].number == 4


def test_a_part_that_comes_again_is_no_second_copy(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    again = "<p><strong>一、总体情况</strong></p><p>另附上级要求的说明。</p>"
    path.write_text(f"<html><body>{_article()}{again}</body></html>", encoding="utf-8")
    assert "另附上级要求的说明。" in "".join(section.text for section in read(path).sections)
