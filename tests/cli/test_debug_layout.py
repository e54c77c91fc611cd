"""``--debug-layout``: how each file was read instead of what is wrong with it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from auditor.cli import main
from tests.reading.rendered import as_html, as_text, blank_cells


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "年报.html"
    path.write_text(as_html(blank_cells()), encoding="utf-8")
    return path


def test_the_screen_shows_cells_instead_of_findings(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["audit", str(report), "--debug-layout"]) == 0
    shown = capsys.readouterr().out
    assert "requests.new.* (7)" in shown
    assert "S105" not in shown


def test_the_page_stands_beside_the_report_and_is_no_report_itself(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["audit", str(report), "--debug-layout", "--format", "html"]) == 0
    page = report.with_name("年报.layout.html")
    assert "requests.new.natural" in page.read_text(encoding="utf-8")
    capsys.readouterr()
    assert main(["audit", str(report.parent), "--debug-layout", "--format", "json"]) == 0
    assert [item["path"] for item in json.loads(capsys.readouterr().out)] == [str(report)]


def test_a_file_that_is_no_report_is_told_and_the_others_go_on(
    report: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (report.parent / "空.txt").write_text("", encoding="utf-8")
    (report.parent / "年报.txt").write_text(as_text(blank_cells()), encoding="utf-8")
    assert main(["audit", str(report.parent), "--debug-layout", "--format", "jsonl"]) == 2
    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert sorted("error" in line for line in lines) == [False, False, True]
