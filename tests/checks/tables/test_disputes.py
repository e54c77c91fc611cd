"""Table 四 (handbook 2.2)."""

from __future__ import annotations

import pytest

from auditor.addresses import DISPUTE_KINDS, OUTCOMES
from auditor.checks.examples import report_of
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.model import Figure
from tests.checks.tables.sound_tables import findings_on, named


def disputes(**cells: object) -> dict[str, object]:
    """A table 四 of zeros but for these cells: ``review_upheld=2``."""
    table: dict[str, object] = {f"disputes.{kind}.{name}": 0 for kind in DISPUTE_KINDS for name in (*OUTCOMES, "total")}
    for name, value in cells.items():
        kind, _, outcome = name.rpartition("_")
        table[f"disputes.{kind}.{outcome}"] = value
    return table


@pytest.mark.parametrize("kind", DISPUTE_KINDS)
def test_each_kind_adds_up(kind: str) -> None:
    sound = {f"{kind}_upheld": 4, f"{kind}_other": 2, f"{kind}_total": 6}
    assert findings_on(disputes(**sound), "T4") == []
    (finding,) = findings_on(disputes(**sound | {f"{kind}_total": 9}), "T4")
    assert (finding.rule, finding.severity) == ("T401", "error")
    assert finding.repair is None
    assert (f"disputes.{kind}.total", 6) in named(finding)
    assert (f"disputes.{kind}.pending", 3) in named(finding)


def test_a_total_of_nothing_beside_several_outcomes_must_be_their_sum() -> None:
    (finding,) = findings_on(disputes(review_upheld=10, review_corrected=1), "T4")
    assert named(finding) == {("disputes.review.total", 11)}
    assert finding.repair is not None
    assert finding.repair.relations == ("表四行政复议：总计0 ≠ 11（结果维持10 + 结果纠正1）",)


def test_beside_one_outcome_it_was_most_likely_left_out() -> None:
    (finding,) = findings_on(disputes(litigation_after_review_upheld=5), "T4")
    assert finding.repair is not None
    assert (finding.repair.address, finding.repair.value) == ("disputes.litigation_after_review.total", 5)
    assert ("disputes.litigation_after_review.upheld", 0) in named(finding)


def test_a_blank_total_is_not_judged_and_a_blank_outcome_warns() -> None:
    assert findings_on(disputes(review_upheld=2, review_total=""), "T4") == []
    (finding,) = findings_on(disputes(review_upheld="", review_total=2), "T4")
    assert finding.severity == "warning"
    assert ("disputes.review.upheld", 2) in named(finding)
    assert "空白" in finding.message or "未填" in finding.message


def test_what_was_not_read_is_not_judged() -> None:
    assert findings_on(disputes(review_upheld="?", review_total=2), "T4") == []


@pytest.mark.parametrize("printed", [-1, "0.5"])
def test_a_number_that_is_no_count_is_the_one_to_repair(printed: object) -> None:
    (finding,) = findings_on(disputes(review_pending=printed), "T4")
    assert named(finding) == {("disputes.review.pending", 0)}


def test_no_count_though_the_sum_holds() -> None:
    found = findings_on(disputes(review_upheld=-1, review_pending=1), "T4")
    assert [(finding.rule, finding.addresses) for finding in found] == [("T402", ("disputes.review.upheld",))]
    assert [finding.rule for finding in findings_on(disputes(review_upheld="100%"), "T4")] == ["T402"]


def figure(address: str, value: int) -> Figure:
    """A contradicted figure of the prose."""
    return Figure(
        f"{value}件", 0, 2, "四", value, None, "件", "count", False, "current", address=address, verdict="mismatch"
    )


def test_kinds_that_the_prose_gives_the_other_way_round() -> None:
    report = report_of({"cells": disputes(litigation_direct_total=3, litigation_after_review_total=1)})
    direct, after = "disputes.litigation_direct.total", "disputes.litigation_after_review.total"
    stated = [figure(direct, 1), figure(after, 3)]
    (finding,) = run(Case(report, figures=stated), select=("T404",))
    assert (finding.severity, set(finding.addresses), len(finding.spans)) == ("warning", {direct, after}, 2)
    assert run(Case(report, figures=[figure(direct, 2)]), select=("T404",)) == []


@pytest.mark.parametrize(("review", "told"), [(0, True), (1, False)])
def test_lawsuits_after_a_review_that_was_not(review: int, told: bool) -> None:
    cells = disputes(litigation_after_review_upheld=1, litigation_after_review_total=1)
    last = report_of({"year": 2023, "cells": disputes(review_upheld=review, review_total=review)})
    found = run(Case(report_of({"cells": cells}), previous=last), select=("T403",))
    assert [finding.severity for finding in found] == ["info"] * told
    assert run(Case(report_of({"cells": cells})), select=("T403",)) == []
