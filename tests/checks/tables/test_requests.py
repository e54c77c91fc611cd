"""Table 三, relation by relation (handbook 2.1), and how faults are told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.addresses import APPLICANTS, COLUMNS, request_rows
from auditor.checks.examples import case_of
from auditor.checks.run import run
from auditor.checks.tables.diagnosis import Change, Diagnosis
from auditor.checks.tables.request_sums import request_gaps, request_system
from auditor.model import Finding
from tests.checks.tables.sound_tables import errors_on, findings_on, named, requests_table

SOUND = requests_table(
    new={"natural": 8, "business": 3},
    carried_in=2,
    granted={"natural": 5, "business": 2},
    partial=1,
    denied__third_party={"business": 1},
    unavailable__not_held=2,
    handled={"natural": 8, "business": 3},
    carried_out=2,
)


def only(findings: list[Finding]) -> Finding:
    (finding,) = findings
    return finding


def test_a_sound_table_is_silent() -> None:
    assert findings_on(SOUND) == []


@pytest.mark.parametrize("row", request_rows("2021"))
def test_row_fails_where_its_total_is_not_the_sum_of_applicants(row: str) -> None:
    address = f"requests.{row}.total"
    finding = only(errors_on(SOUND | {address: SOUND[address] + 4}))
    assert named(finding) == {(address, SOUND[address])}
    assert any("行：" in relation for relation in finding.repair.relations)  # type: ignore[union-attr]


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", ["new", "carried_in", "handled", "carried_out"])
def test_balance_fails_in_each_column(row: str, column: str) -> None:
    address = f"requests.{row}.{column}"
    finding = only(errors_on(SOUND | {address: SOUND[address] + 4}))
    assert any("本年新收" in relation and "结转下年" in relation for relation in finding.values["relations"])


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("row", request_rows("2021")[2:-2])
def test_results_fail_in_each_column(row: str, column: str) -> None:
    address = f"requests.{row}.{column}"
    finding = only(errors_on(SOUND | {address: SOUND[address] + 4}))
    assert any("办理总计" in relation and "结转" not in relation for relation in finding.values["relations"])


def test_one_cell_is_told_with_value_and_relations() -> None:
    cells = requests_table(new=11, granted=11, handled={"natural": 0, "total": 11})
    finding = only(errors_on(cells))
    assert finding.rule == "T300"
    assert finding.repair is not None
    assert (finding.repair.address, finding.repair.value) == ("requests.handled.natural", 11)
    assert finding.repair.relations == (
        "表三自然人列：本年新收11 + 上年结转0 ≠ 办理总计0 + 结转下年0",
        "表三自然人列：办理总计0 ≠ 予以公开11",
        "表三“（七）总计”行：总计11 ≠ 0",
    )
    assert finding.values["cells"]["requests.handled.natural"] == 0


def test_independent_faults_are_told_apart() -> None:
    altered = SOUND | {"requests.granted.research": 4, "requests.partial.legal": 9, "requests.new.total": 30}
    found = errors_on(altered)
    assert {change for finding in found for change in named(finding)} == {
        ("requests.granted.research", 0),
        ("requests.partial.legal", 0),
        ("requests.new.total", 11),
    }
    assert [finding.rule for finding in found] == ["T300"] * 3


def test_two_faults_in_one_row_are_both_found() -> None:
    found = errors_on(SOUND | {"requests.granted.research": 4, "requests.granted.legal": 9})
    assert {change for finding in found for change in named(finding)} == {
        ("requests.granted.research", 0),
        ("requests.granted.legal", 0),
    }


def test_what_two_repairs_explain_equally_is_left_open() -> None:
    cells = requests_table(new=10, granted=7, handled=7)
    finding = only(errors_on(cells))
    assert finding.rule == "T301"
    assert finding.repair is None
    assert finding.values["alternatives"] == [
        [{"address": "requests.new.natural", "value": 7}, {"address": "requests.new.total", "value": 7}],
        [
            {"address": "requests.carried_out.natural", "value": 3},
            {"address": "requests.carried_out.total", "value": 3},
        ],
    ]


def test_where_any_result_may_be_missing_none_is_named() -> None:
    finding = only(errors_on(requests_table(new=10, granted=7, handled=10)))
    assert finding.rule == "T302"
    assert "看不出" in finding.message
    assert len(finding.values["alternatives"]) > 20


def test_several_faults_at_once_fall_back_on_the_relations() -> None:
    altered = SOUND | {
        f"requests.{row}.{column}": SOUND[f"requests.{row}.{column}"] + 1 + index
        for index, row in enumerate(("new", "granted", "partial", "handled"))
        for column in ("natural", "business", "legal")
    }
    found = errors_on(altered)
    assert {finding.rule for finding in found} <= {"T300", "T301", "T302", "T303", "T305"}
    assert len({finding.rule for finding in found}) > 1


def test_a_value_in_the_neighbours_column_is_moved_back() -> None:
    cells = requests_table(new=11, granted={"business": 11}, handled=11)
    finding = only(errors_on(cells))
    assert finding.rule == "T306"
    assert named(finding) == {("requests.granted.natural", 11), ("requests.granted.business", 0)}


def test_a_value_that_several_rows_may_have_lost_is_left_open() -> None:
    altered = SOUND | {"requests.partial.natural": 0, "requests.partial.business": 1}
    finding = only(errors_on(altered))
    assert finding.rule == "T306"
    assert len(finding.values["alternatives"]) > 1
    assert named(finding) >= {("requests.partial.natural", 1), ("requests.partial.business", 0)}


def test_two_swapped_cells_are_swapped_back() -> None:
    altered = SOUND | {"requests.granted.natural": 2, "requests.granted.business": 5}
    assert {"requests.granted.natural", "requests.granted.business"} <= {
        address for finding in errors_on(altered) for address, _ in named(finding)
    }


def test_partly_granted_requests_counted_twice() -> None:
    cells = requests_table(new=10, granted=5, partial=2, denied__internal=5, handled=10)
    finding = only(errors_on(cells))
    assert finding.rule == "T311"
    assert finding.addresses == ("requests.handled.natural", "requests.handled.total")


def test_only_totals_filled_is_one_finding() -> None:
    rows = {row: {"natural": 0, "total": 6} for row in ("new", "granted", "handled")}
    finding = only(errors_on(requests_table(**rows)))
    assert finding.rule == "T303"
    assert "只填了总计列" in finding.message


def test_no_total_filled_is_one_finding() -> None:
    rows = {row: {"natural": 4, "legal": 2, "total": 0} for row in ("new", "granted", "handled")}
    finding = only(errors_on(requests_table(**rows)))
    assert finding.rule == "T303"
    assert "总计列却为0" in finding.message


def test_more_carried_out_than_there_was() -> None:
    finding = only(errors_on(requests_table(new=10, granted=10, handled=10, carried_out=50)))
    assert finding.rule == "T305"


class TestBlanks:
    """A blank counts as 0 beside a printed total, and never makes an error (handbook 1.3)."""

    def test_a_blank_total_is_not_judged(self) -> None:
        cells = SOUND | {"requests.new.total": "", "requests.handled.total": "", "requests.carried_in.total": ""}
        assert [finding for finding in findings_on(cells) if "T303" in finding.rule] == []
        assert errors_on(cells) == []

    def test_a_blank_of_nothing_holds(self) -> None:
        assert findings_on(SOUND | {"requests.granted.legal": "", "requests.denied.law.natural": "/"}) == []

    def test_a_blank_that_hides_a_number_is_a_warning_with_the_number(self) -> None:
        (finding,) = findings_on(SOUND | {"requests.granted.business": ""})
        assert finding.severity == "warning"
        assert named(finding) == {("requests.granted.business", 2)}
        assert "空白" in finding.message

    def test_a_column_of_blank_totals_is_one_warning(self) -> None:
        blank = {f"requests.{row}.total": "" for row in request_rows("2021")[2:-2]}
        (finding,) = findings_on(SOUND | blank)
        assert (finding.rule, finding.severity) == ("T302", "warning")
        assert "补上就平" in finding.message

    def test_applicants_left_blank_are_one_warning(self) -> None:
        blank = {f"requests.{row}.{column}": "" for row in request_rows("2021") for column in APPLICANTS}
        (finding,) = findings_on(SOUND | blank)
        assert (finding.rule, finding.severity) == ("T303", "warning")
        assert "只填了总计列" in finding.message
        assert "等8处" in finding.message

    def test_a_blank_does_not_hide_a_misprint(self) -> None:
        cells = requests_table(new=11, granted=11, handled={"natural": 0, "total": 11})
        found = findings_on(cells | {"requests.granted.natural": ""}, "T3")
        assert [(finding.rule, finding.severity) for finding in found] == [("T300", "error"), ("T300", "warning")]
        assert found[0].repair is not None
        assert found[0].repair.address == "requests.handled.natural"

    def test_nothing_printed_is_nothing_judged(self) -> None:
        assert findings_on({}) == []
        assert findings_on({"requests.new.total": 11}) == []


class TestCells:
    """What a cell may hold."""

    @pytest.mark.parametrize("printed", [-3, "2.5", "40%"])
    def test_no_count(self, printed: object) -> None:
        cells: dict[str, object] = {**SOUND, "requests.denied.law.natural": printed}
        rules = {finding.rule for finding in errors_on(cells)}
        assert rules in ({"T300"}, {"T304"})

    def test_a_repaired_cell_is_not_reported_again(self) -> None:
        finding = only(errors_on(SOUND | {"requests.granted.natural": -5}))
        assert (finding.rule, named(finding)) == ("T300", {("requests.granted.natural", 5)})


class TestPlausible:
    """What adds up and is worth a look all the same."""

    @pytest.mark.parametrize(("carried_out", "told"), [(10, False), (17, True), (12, False)])
    def test_much_carried_out(self, carried_out: int, told: bool) -> None:
        handled = 40 - carried_out
        cells = requests_table(new=40, granted=handled, handled=handled, carried_out=carried_out)
        assert [finding.severity for finding in findings_on(cells, "T307")] == ["info"] * told

    @pytest.mark.parametrize(("handled", "told"), [(4, True), (5, False)])
    def test_old_requests_open(self, handled: int, told: bool) -> None:
        cells = requests_table(new=9, carried_in=5, granted=handled, handled=handled, carried_out=14 - handled)
        assert [finding.severity for finding in findings_on(cells, "T308")] == ["warning"] * told

    def test_a_misprinted_total_is_not_also_implausible(self) -> None:
        cells = requests_table(new=9, carried_in=5, granted=14, handled={"natural": 14, "total": 0})
        assert [finding.rule for finding in findings_on(cells)] == ["T300"]

    @pytest.mark.parametrize(
        ("text", "told"),
        [
            ("无其他需要报告的事项。", True),
            ("本年度发出信息处理费收费通知1件，申请人未缴纳。", False),
            ("本单位2024年未收取信息处理费。", False),
        ],
    )
    def test_unpaid_fee(self, text: str, told: bool) -> None:
        cells = requests_table(new=1, other__no_payment=1, handled=1)
        assert [finding.rule for finding in findings_on(cells, "T309", sections={"六": text})] == ["T309"] * told

    def test_columns_alike(self) -> None:
        two = {"natural": 4, "business": 4}
        assert [finding.rule for finding in findings_on(requests_table(new=two, granted=two, handled=two))] == ["T310"]
        few = requests_table(new=two, handled=two, granted={"natural": 4, "business": 3}, partial={"business": 1})
        assert findings_on(few) == []

    def test_the_total_column_is_never_a_copy(self) -> None:
        assert findings_on(requests_table(new=4, granted=4, handled=4)) == []


@given(st.lists(st.integers(0, 9), min_size=175, max_size=175))
@settings(max_examples=60, deadline=None)
def test_the_quick_sums_are_the_equations(values: list[int]) -> None:
    rows = request_rows("2021")
    system = request_system(rows)
    slow = {}
    for index, equation in enumerate(system.equations):
        gap = sum(values[cell] for cell in equation.left) - sum(values[cell] for cell in equation.right)
        if gap:
            slow[index] = gap
    assert request_gaps(values, len(rows)) == slow


def test_prose_decides_between_repairs_that_are_as_good() -> None:
    example = {
        "fill": 0,
        "cells": requests_table(new=10, granted=7, handled=7),
        "sections": {"一": "2024年，我办共收到政府信息公开申请10件，结转下年度继续办理3件。"},
    }
    finding = only([found for found in run(case_of(example), select=("T3",)) if found.severity == "error"])
    assert [change["address"] for change in finding.values["best"]] == [
        "requests.carried_out.natural",
        "requests.carried_out.total",
    ]


def test_changes_are_whole_numbers_of_at_least_nothing() -> None:
    system = request_system(request_rows("2021"))
    values = [0] * 175
    values[6] = 5  # the total of new, with no applicant
    gaps = request_gaps(values, 25)
    diagnosis = Diagnosis(system, values, range(len(system.equations)))
    assert list(diagnosis.single(gaps)) == [Change(6, 0)]
    assert len(APPLICANTS) == 6
