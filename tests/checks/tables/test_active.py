"""Table 二 (handbook 2.3 and 1.4)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import report_of
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.model import Figure
from tests.checks.tables.sound_tables import findings_on


def rules(cells: dict[str, object], code: str, **example: object) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in findings_on(cells, code, **example)]


@pytest.mark.parametrize(
    ("address", "printed", "told"),
    [
        ("active.licensing", -4, True),
        ("active.licensing", "2.5", True),
        ("active.licensing", "30%", True),
        ("active.licensing", 423, False),
        ("active.licensing", "", False),
        ("active.fees", "7730.28", False),
        ("active.fees", "-1.5", True),
    ],
)
def test_counts_are_whole_and_not_negative(address: str, printed: object, told: bool) -> None:
    assert rules({address: printed}, "T201") == [("T201", "error")] * told


def test_a_change_of_2019_has_a_sign() -> None:
    assert rules({"active.licensing.change": -4, "active.licensing.last_items": 9}, "T201", table_format="2019") == []
    assert rules({"active.licensing.decisions": -4}, "T201", table_format="2019") == [("T201", "error")]


@pytest.mark.parametrize("kind", ["regulations", "normative"])
@pytest.mark.parametrize(("in_force", "told"), [(2, True), (3, False), (40, False)])
def test_in_force_is_at_least_what_was_made(kind: str, in_force: int, told: bool) -> None:
    cells = {f"active.{kind}.made": 5, f"active.{kind}.repealed": 2, f"active.{kind}.in_force": in_force}
    assert rules(cells, "T202") == [("T202", "warning")] * told


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("镇", True),
        ("县部门", True),
        ("县政府", True),
        ("市部门", True),
        ("市政府", False),
        ("省政府办", False),
        (None, False),
    ],
)
def test_who_may_make_regulations(body: str | None, told: bool) -> None:
    assert rules({"active.regulations.in_force": 6}, "T203", body=body) == [("T203", "warning")] * told
    assert rules({"active.regulations.in_force": 0}, "T203", body=body) == []


@pytest.mark.parametrize(("body", "made", "told"), [("镇", 24, True), ("街道", 3, False), ("县政府", 24, False)])
def test_many_documents_of_a_town(body: str, made: int, told: bool) -> None:
    assert rules({"active.normative.made": made}, "T204", body=body) == [("T204", "info")] * told


@pytest.mark.parametrize(
    ("printed", "body", "told"),
    [(3164410, "县部门", True), ("316.441", "县部门", False), (316441, "市政府", False), (90000, "县部门", False)],
)
def test_fees_too_large_for_the_unit(printed: object, body: str, told: bool) -> None:
    assert rules({"active.fees": printed}, "T205", body=body) == [("T205", "warning")] * told


def test_fees_that_the_prose_gives_in_yuan() -> None:
    report = report_of({"cells": {"active.fees": 5200}, "body": "市政府"})
    stated = Figure("5200元", 0, 5, "二", 5200, None, "元", "money", False, "current", address="active.fees")
    (finding,) = run(Case(report, figures=[stated]), select=("T205",))
    assert "0.52" in finding.message
    assert run(Case(report), select=("T205",)) == []


def test_fees_ten_thousand_times_last_years() -> None:
    now, last = (
        report_of({"cells": {"active.fees": fees}, "body": "市政府", "year": year})
        for fees, year in ((52000, 2024), ("5.2", 2023))
    )
    (finding,) = run(Case(now, previous=last), select=("T205",))
    assert "一万倍" in finding.message


def test_a_count_written_with_decimals() -> None:
    assert rules({"active.penalty": "31.00"}, "T205") == [("T205", "warning")]


@pytest.mark.parametrize(
    ("agency", "body", "told"),
    [
        ("安平县公安局", "县部门", True),
        ("河西市卫生健康委员会", "市部门", True),
        ("安平县统计局", "县部门", False),
        ("安平县人民政府办公室", "县政府办", False),
    ],
)
def test_an_enforcing_body_decides(agency: str, body: str, told: bool) -> None:
    zero = {"active.licensing": 0, "active.penalty": 0, "active.coercion": 0}
    assert rules(zero, "T206", agency=agency, body=body) == [("T206", "info")] * told
    assert rules({**zero, "active.penalty": 1}, "T206", agency=agency, body=body) == []
    assert rules({**zero, "active.penalty": ""}, "T206", agency=agency, body=body) == []


@pytest.mark.parametrize(
    ("created", "opened", "open_total", "told"),
    [(5, 5, 31, []), (5, 6, 31, ["T208"]), (6, 5, 3, ["T207"]), (2, 5, 3, ["T207", "T208"])],
)
def test_documents_of_the_2019_format(created: int, opened: int, open_total: int, told: list[str]) -> None:
    cells = {
        "active.normative.created": created,
        "active.normative.opened": opened,
        "active.normative.open_total": open_total,
    }
    assert [finding.rule for finding in findings_on(cells, "T207", "T208", table_format="2019")] == told
