"""Inputs that once broke something, each cut down to what it takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.errors import AuditorError
from auditor.reading import read
from tests.fuzz.once import file_fault
from tests.reading import rendered

HUGE = "7" * 4301
"""More digits than Python makes a number of without being asked."""


def _fault(folder: Path, name: str, data: str | bytes) -> str | None:
    """What a file breaks; that it is refused is no fault."""
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    try:
        return file_fault(path)
    except AuditorError:
        return None


def test_a_table_without_any_label(tmp_path: Path) -> None:
    text = "\n".join(
        (rendered.TITLE, "一、总体情况", "平稳。", "二、主动公开政府信息情况", "|", "0 |", "12 |", "三、收到和处理情况")
    )
    assert _fault(tmp_path, "a.txt", text) is None


@pytest.mark.parametrize("digits", [HUGE, "9" * 400, "1" * 81])
def test_a_cell_with_more_digits_than_a_number_has(tmp_path: Path, digits: str) -> None:
    cells = rendered.blank_cells() | {
        "requests.new.natural": digits,
        "disputes.review.upheld": digits,
        "active.licensing": digits,
    }
    for name, data in (
        ("a.txt", rendered.as_text(cells)),
        ("a.html", rendered.as_html(cells)),
        ("a.md", rendered.as_markdown(cells)),
    ):
        assert _fault(tmp_path, name, data) is None
        assert read(tmp_path / name).cells["requests.new.natural"].number is None


@pytest.mark.parametrize("name", ["undefined", "idna", "punycode", "unicode_escape", "utf-7", "base64", "a.b", "none"])
def test_a_page_that_declares_what_no_page_is_written_in(tmp_path: Path, name: str) -> None:
    page = rendered.as_html(rendered.blank_cells(text="3"), charset=name)
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("gb18030"))
    assert read(path).cells["requests.new.total"].number == 3
