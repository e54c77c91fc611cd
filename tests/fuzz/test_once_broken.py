"""Inputs that once broke something, each cut down to what it takes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from auditor.errors import AuditorError
from auditor.reading import read
from auditor.reading.tables.values import looks_like_value
from auditor.stages import audit_report
from tests.fuzz.once import file_fault
from tests.fuzz.structures import structures
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


@pytest.mark.parametrize("unit", ["行政复议1件、", "分别为1、2件", "(一)公开。\n", "，"])
def test_one_thing_said_too_often_takes_no_square_of_the_time(tmp_path: Path, unit: str) -> None:
    text = structures("txt")[0].text
    at = text.index("一、总体情况") + 46
    seconds = []
    path = tmp_path / "a.txt"
    for length in (3_000, 15_000):
        path.write_text(text[:at] + unit * (length // len(unit)) + text[at:], encoding="utf-8")
        begun = time.process_time()
        audit_report(read(path))
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 12 * seconds[0] + 0.5


def test_an_empty_cell_is_no_value() -> None:
    assert not looks_like_value("")


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\x85"])
def test_other_line_ends_in_a_page(tmp_path: Path, sign: str) -> None:
    page = rendered.as_html(rendered.blank_cells(text="3")).replace(">", f">{sign}").replace("<", f"{sign}<")
    assert _fault(tmp_path, "a.html", page) is None
    report = read(tmp_path / "a.html")
    assert report.cells["requests.new.total"].number == 3
    assert sign not in "".join(section.text for section in report.sections)


def test_a_page_as_high_as_no_page_is(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    data = structures("pdf")[-1].data
    assert b"/MediaBox [ 0 0 595 842 ]" in data
    path.write_bytes(data.replace(b"/MediaBox [ 0 0 595 842 ]", b"/MediaBox [ 0 2147483647 595 842 ]"))
    with pytest.raises(AuditorError) as refusal:
        read(path)
    assert refusal.value.code == "damaged"


@pytest.mark.parametrize("form", ["{}", "{} |", "| {} |"])
def test_values_of_a_torn_row_with_more_digits_than_a_number_has(tmp_path: Path, form: str) -> None:
    cells = rendered.blank_cells(text="3")
    lines = [
        form.format(HUGE) if line.strip(" |") == "3" and at % 5 == 0 else line
        for at, line in enumerate(rendered.as_text(cells).splitlines())
    ]
    for name in ("a.txt", "a.md"):
        assert _fault(tmp_path, name, "\n".join(lines)) is None


def test_a_table_of_rules_and_nothing_else(tmp_path: Path) -> None:
    text = "\n".join((rendered.TITLE, "一、总体情况", "平稳。", "二、主动公开", "|---|---|", "三、收到申请"))
    for name in ("a.txt", "a.md"):
        assert _fault(tmp_path, name, text) is None


def test_tables_that_begin_and_never_end_take_no_square_of_the_time(tmp_path: Path) -> None:
    seconds = []
    for count in (2_000, 10_000):
        text = f"{rendered.TITLE}\n\n一、总体情况\n\n平稳。\n\n" + "<table>" * count
        begun = time.process_time()
        assert _fault(tmp_path, "a.md", text) is None
        seconds.append(time.process_time() - begun)
    assert seconds[1] < 12 * seconds[0] + 0.5


@pytest.mark.parametrize("end", ["\u2028", "\u2029", "\x85", "\r"])
def test_other_line_ends_in_a_text(tmp_path: Path, end: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(rendered.as_text(rendered.blank_cells(text="3")).replace("\n", end).encode())
    assert read(path).cells["requests.new.total"].number == 3
