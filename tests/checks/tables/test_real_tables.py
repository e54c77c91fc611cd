"""The tables of real published reports that lie beside the repository: what a careful reader finds in them."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from auditor.checks.examples import report_of
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.model import Finding, Report

REAL = Path(__file__).resolve().parents[4] / "shared" / "real" / "expected-cells.json"

pytestmark = pytest.mark.skipif(not REAL.is_file(), reason="no folder shared/ with real reports beside the repository")


def printed(name: str, **example: Any) -> Report:
    cells = json.loads(REAL.read_text(encoding="utf-8"))[name]
    blanks = {address: "" if value is None else value for address, value in cells.items()}
    return report_of({"cells": blanks, **example})


def findings(severity: str, report: Report, previous: Report | None = None) -> list[Finding]:
    found = run(Case(report, previous=previous), select=("T", "Y"))
    return [finding for finding in found if finding.severity == severity]


def district(year: int) -> Report:
    return printed(f"hongze-{year}.pdf", year=year, agency="洪泽区人民政府", body="县政府")


def test_two_totals_of_table_four_are_missing() -> None:
    errors = findings("error", district(2023))
    assert [
        (finding.rule, finding.repair and (finding.repair.address, finding.repair.value)) for finding in errors
    ] == [
        ("T401", ("disputes.review.total", 11)),
        ("T401", ("disputes.litigation_after_review.total", 5)),
    ]
    assert findings("warning", district(2023)) == []


def test_the_next_year_is_sound_and_follows() -> None:
    assert findings("error", district(2024), district(2023)) == []
    assert findings("warning", district(2024), district(2023)) == []


def test_blank_totals_of_2019_are_no_error() -> None:
    office = printed(
        "shanghai-office-2019.html", year=2019, table_format="2019", agency="上海市人民政府办公厅", body="省政府办"
    )
    assert findings("error", office) == []
    (blank,) = findings("warning", office)
    assert (blank.rule, blank.addresses) == ("T302", ("requests.handled.total",))
