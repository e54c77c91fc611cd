"""Published reports beside the checkout, cell by cell; they are not part of the project."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from auditor.addresses import all_addresses
from auditor.reading import read

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXAMPLE = SHARED / "example" / "zhenba-2024.txt"
EXPECTED = SHARED / "real" / "expected-cells.json"
NAMES = ("hongze-2023.pdf", "hongze-2024.pdf", "shanghai-office-2019.html")


@pytest.mark.skipif(not EXAMPLE.exists(), reason="the folder shared/ does not stand beside the checkout")
def test_the_example_has_all_its_cells() -> None:
    report = read(EXAMPLE)
    printed = {address: cell.number for address, cell in report.cells.items() if cell.number != 0}
    assert set(report.cells) == set(all_addresses("2021"))
    assert printed == {
        "active.normative.made": 1,
        "active.normative.in_force": 3,
        "requests.new.natural": 11,
        "requests.new.total": 11,
        "requests.granted.natural": 11,
        "requests.granted.total": 11,
        "requests.handled.total": 11,
        "disputes.review.upheld": 1,
        "disputes.review.other": 1,
        "disputes.review.total": 2,
    }
    assert (report.title, report.agency, report.body, report.year) == (None, "镇巴县人民政府办公室", "县政府办", 2024)
    assert [section.number for section in report.sections] == ["一", "二", "三", "四", "五", "六"]
    assert len(report.sections[0].topics) == 5
    assert not report.notes


@pytest.mark.skipif(not EXPECTED.exists(), reason="the folder shared/ does not stand beside the checkout")
@pytest.mark.parametrize("name", NAMES)
def test_a_real_report_has_the_expected_cells(name: str) -> None:
    expected = json.loads(EXPECTED.read_text(encoding="utf-8"))[name]
    cells = read(EXPECTED.parent / name).cells
    found = {a: str(c.number) if isinstance(c.number, Decimal) else c.number for a, c in cells.items()}
    assert found == expected
