"""Relations between the tables (handbook 2.6)."""

from __future__ import annotations

import pytest

from auditor.checks.examples import report_of
from auditor.checks.registry import Case
from auditor.checks.run import run
from tests.checks.tables.sound_tables import findings_on, requests_table

NO_DISPUTES = {
    f"disputes.{kind}.{name}": 0
    for kind in ("review", "litigation_direct", "litigation_after_review")
    for name in ("upheld", "corrected", "other", "pending", "total")
}
ONE_REVIEW = {"disputes.review.upheld": 1, "disputes.review.total": 1}


def rules(cells: dict[str, object], **example: object) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in findings_on(cells, "T5", **example)]


def test_disputes_without_requests_are_worth_a_look() -> None:
    assert rules(requests_table() | NO_DISPUTES | ONE_REVIEW) == [("T501", "info")]
    assert rules(requests_table() | NO_DISPUTES) == []
    assert rules(requests_table(new=1, partial=1, handled=1) | NO_DISPUTES | ONE_REVIEW) == []


def test_disputes_though_all_was_granted() -> None:
    granted = requests_table(new=11, granted=11, handled=11)
    assert rules(granted | NO_DISPUTES | ONE_REVIEW) == [("T503", "info")]
    assert rules(granted | NO_DISPUTES) == []
    mixed = requests_table(new=11, granted=10, other__other=1, handled=11)
    assert rules(mixed | NO_DISPUTES | ONE_REVIEW) == []


@pytest.mark.parametrize(("before", "told"), [(3, [("T502", "warning")]), (9, [])])
def test_more_disputes_than_two_years_answers(before: int, told: list[tuple[str, str]]) -> None:
    cells = requests_table(new=1, partial=1, handled=1) | NO_DISPUTES
    cells |= {"disputes.review.upheld": 6, "disputes.review.total": 6}
    last = report_of({"year": 2023, "cells": requests_table(new=before, granted=before, handled=before)})
    found = run(Case(report_of({"cells": cells}), previous=last), select=("T502",))
    assert [(finding.rule, finding.severity) for finding in found] == told
    assert run(Case(report_of({"cells": cells})), select=("T502",)) == []


@pytest.mark.parametrize(
    ("problems", "told"),
    [("内容更新不够及时。", [("T504", "info")]), ("有1件行政复议被纠正，暴露出答复文书不规范。", [])],
)
def test_lost_cases_belong_in_part_five(problems: str, told: list[tuple[str, str]]) -> None:
    cells = requests_table(new=1, partial=1, handled=1) | NO_DISPUTES
    cells |= {"disputes.review.corrected": 1, "disputes.review.total": 1}
    assert rules(cells, sections={"五": problems}) == told


def test_fees_of_the_office_and_fees_for_requests_are_never_compared() -> None:
    cells = requests_table() | NO_DISPUTES | {"active.fees": "7730.28"}
    assert rules(cells, sections={"六": "本年度未收取信息处理费。"}) == []
