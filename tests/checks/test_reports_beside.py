"""Families S, L and B on the example and the real reports that lie beside the repository, where they do."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.boilerplate import label_report
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.model import Finding
from auditor.reading import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXAMPLE = SHARED / "example" / "zhenba-2024.txt"
REAL = sorted((SHARED / "real").glob("*.pdf")) + sorted((SHARED / "real").glob("*.html"))


def findings(path: Path) -> list[Finding]:
    report = read(path)
    return run(Case(report, sentences=label_report(report)), select=("S", "L", "B"))


def changed(tmp_path: Path, old: str, new: str, count: int = 1) -> list[Finding]:
    """The findings of the example with ``old`` replaced, those of the example itself left out."""
    if not EXAMPLE.exists():
        pytest.skip("the example is not beside this checkout")
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "changed.txt"
    path.write_text(text.replace(old, new, count), encoding="utf-8")
    known = {finding.fingerprint for finding in findings(EXAMPLE)}
    return [finding for finding in findings(path) if finding.fingerprint not in known]


def test_the_example_lacks_title_and_period_and_its_part_five_is_hollow() -> None:
    if not EXAMPLE.exists():
        pytest.skip("the example is not beside this checkout")
    assert [(finding.rule, finding.severity) for finding in findings(EXAMPLE)] == [
        ("B101", "warning"),
        ("S102", "info"),
        ("S105", "info"),
    ]


def test_a_year_of_another_report_in_one_sentence(tmp_path: Path) -> None:
    (finding,) = changed(tmp_path, "2024年,我办通过", "2022年,我办通过")
    assert (finding.rule, finding.severity) == ("L201", "error")
    assert finding.spans[0].section == "一"


def test_the_year_of_the_first_sentence(tmp_path: Path) -> None:
    found = changed(tmp_path, "2024年,镇巴县", "2022年,镇巴县")
    assert ("L201", "error") in [(finding.rule, finding.severity) for finding in found]


def test_a_cell_blanked(tmp_path: Path) -> None:
    (finding,) = changed(tmp_path, "行政许可 |\n0 |", "行政许可 |\n |")
    assert (finding.rule, finding.addresses) == ("S221", ("active.licensing",))


def test_the_statement_on_fees_taken_out(tmp_path: Path) -> None:
    found = changed(tmp_path, "本年度未收取政府信息公开信息处理费。", "无。")
    assert sorted(finding.rule for finding in found) == ["S301", "S302"]


@pytest.mark.parametrize("number", ["二", "四", "五", "六"])
def test_a_part_taken_out(tmp_path: Path, number: str) -> None:
    if not EXAMPLE.exists():
        pytest.skip("the example is not beside this checkout")
    text = EXAMPLE.read_text(encoding="utf-8")
    numbers = "一二三四五六"
    # The rows 二、 and 四、 of table 三 begin alike; the heading of part 四 is the last of its kind.
    start = text.rindex("\n四、") if number == "四" else text.index(f"\n{number}、")
    following = numbers[numbers.index(number) + 1 :][:1]
    end = text.index(f"\n{following}、") if following else len(text)
    (finding,) = changed(tmp_path, text[start:end], "")
    assert (finding.rule, finding.severity) == ("S111", "error")
    assert f"第{number}部分" in finding.message


@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_no_error_on_real_reports(path: Path) -> None:
    assert [finding for finding in findings(path) if finding.severity == "error"] == []


if not REAL:

    def test_real_reports_are_absent() -> None:
        pytest.skip("no real reports beside this checkout")
