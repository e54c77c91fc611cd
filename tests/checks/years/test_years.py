"""A report against last year's (handbook 2.4)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any, ClassVar

import pytest

from auditor.checks.examples import report_of
from auditor.checks.previous import same_body
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.claims import read_text
from auditor.model import Figure, Finding, Reading
from tests.checks.tables.sound_tables import requests_table


def compared(
    now: dict[str, Any], last: dict[str, Any], *codes: str, figures: list[Figure] | None = None
) -> list[Finding]:
    """What the rules say of two reports, by default 2024 after 2023."""
    case = Case(report_of(now), figures=figures or (), previous=report_of({"year": now.get("year", 2024) - 1, **last}))
    return run(case, select=codes or ("Y",))


def example_claims(text: str) -> Reading:
    """What the prose of a 2024 report claims."""
    return read_text(text, section="一", year=2024)


def told(findings: list[Finding]) -> list[tuple[str, str]]:
    return [(finding.rule, finding.severity) for finding in findings]


CARRIED = requests_table(carried_in=2, granted=2, handled=2)


class TestCarried:
    """Carried in = last year's carried out."""

    def test_equal_years_are_silent(self) -> None:
        assert compared({"cells": CARRIED}, {"cells": requests_table(new=2, carried_out=2)}, "Y101") == []

    def test_a_total_that_differs_is_an_error_for_the_same_body(self) -> None:
        (finding,) = compared({"cells": CARRIED}, {"cells": requests_table(new=5, carried_out=5)}, "Y101")
        assert finding.severity == "error"
        assert "requests.carried_in.total" in finding.addresses
        assert finding.values["previous"]["requests.carried_out.total"] == 5

    @pytest.mark.parametrize(
        "text",
        ["因机构改革，原规划局的申请并入我局办理。", "上年年报结转数统计有误，现予更正。"],
    )
    def test_a_note_makes_it_a_warning(self, text: str) -> None:
        now = {"cells": CARRIED, "sections": {"六": text}}
        assert told(compared(now, {"cells": requests_table(new=5, carried_out=5)}, "Y101")) == [("Y101", "warning")]

    def test_so_does_another_body(self) -> None:
        last = {"cells": requests_table(new=5, carried_out=5), "agency": "安平县教育局"}
        assert told(compared({"cells": CARRIED}, last)) == [("Y100", "warning"), ("Y101", "warning")]

    def test_other_applicants_under_the_same_total_are_worth_a_look(self) -> None:
        last = {"cells": requests_table(new={"legal": 2}, carried_out={"legal": 2})}
        (finding,) = compared({"cells": CARRIED}, last, "Y101")
        assert finding.severity == "info"
        assert finding.addresses == ("requests.carried_in.natural", "requests.carried_in.legal")

    def test_a_misprint_that_the_table_itself_repairs_is_no_difference(self) -> None:
        now = {"cells": CARRIED | {"requests.carried_in.total": 7}}
        assert compared(now, {"cells": requests_table(new=2, carried_out=2)}, "Y101") == []

    def test_a_blank_is_not_compared(self) -> None:
        now: dict[str, Any] = {"cells": {**CARRIED, "requests.carried_in.total": "", "requests.carried_in.natural": ""}}
        assert compared(now, {"cells": requests_table(new=5, carried_out=5)}, "Y101") == []

    def test_a_report_of_another_year_is_not_compared(self) -> None:
        last = {"cells": requests_table(new=5, carried_out=5), "year": 2021}
        assert told(compared({"cells": CARRIED}, last)) == [("Y100", "warning")]


class TestInForce:
    """In force = last year's in force + made - repealed."""

    NOW: ClassVar[dict[str, Any]] = {
        "active.normative.made": 3,
        "active.normative.repealed": 0,
        "active.normative.in_force": 8,
    }

    @pytest.mark.parametrize(("before", "expected"), [(5, []), (9, [("Y102", "warning")])])
    def test_it_follows(self, before: int, expected: list[tuple[str, str]]) -> None:
        last = {"cells": {"active.normative.in_force": before}}
        assert told(compared({"cells": self.NOW}, last, "Y102")) == expected

    @pytest.mark.parametrize(
        ("text", "settled"),
        [
            ("因开展规范性文件清理，相关数据以本年度报告为准。", True),
            ("经清理，2件行政规范性文件有效期届满自动失效。", True),
            ("全年清理网站栏目6个。", False),
        ],
    )
    def test_a_note_settles_it(self, text: str, settled: bool) -> None:
        now = {"cells": self.NOW, "sections": {"二": text}}
        last = {"cells": {"active.normative.in_force": 9}}
        assert told(compared(now, last, "Y102")) == ([] if settled else [("Y102", "warning")])


class TestSame:
    """A whole table as last year."""

    def test_table_three(self) -> None:
        cells = requests_table(new=9, granted=4, partial=2, other__other=3, handled=9)
        assert told(compared({"cells": cells}, {"cells": cells}, "Y103")) == [("Y103", "warning")]
        other = requests_table(new=9, granted=4, partial=3, other__other=2, handled=9)
        assert compared({"cells": cells}, {"cells": other}, "Y103") == []

    def test_few_numbers_say_nothing(self) -> None:
        cells = requests_table(new=1, granted=1, handled=1)
        assert compared({"cells": cells}, {"cells": cells}, "Y103") == []
        assert compared({"cells": requests_table()}, {"cells": requests_table()}, "Y103") == []


@pytest.mark.parametrize(
    ("now", "before", "expected"),
    [(101, 20, True), (100, 20, False), (3, 20, True), (4, 20, False), (100, 19, False), (0, 25, True)],
)
def test_leaps(now: int, before: int, expected: bool) -> None:
    found = compared({"cells": {"active.licensing": now}}, {"cells": {"active.licensing": before}}, "Y104")
    assert told(found) == [("Y104", "info")] * expected


@pytest.mark.parametrize(("pending", "total", "expected"), [(6, 2, True), (6, 6, False), (2, 0, False)])
def test_pending_disputes(pending: int, total: int, expected: bool) -> None:
    last = {"cells": {"disputes.review.pending": pending, "disputes.review.total": pending}}
    assert told(compared({"cells": {"disputes.review.total": total}}, last, "Y105")) == [("Y105", "info")] * expected


def figure(text: str, whole: str, value: int | Decimal, **kind: Any) -> Figure:
    """A figure of part 一 that names the received requests."""
    start = whole.index(text)
    given = {"unit": "%", "kind": "growth", "period": "current", "barred": "growth"} | kind
    return Figure(
        text, start, start + len(text), "一", value, None, given["unit"], given["kind"], False, given["period"],
        named="requests.new.total", barred=given["barred"],
    )  # fmt: skip


class TestGrowth:
    """A growth rate of the prose against two years' cells."""

    @pytest.mark.parametrize(
        ("text", "stated", "now", "before", "severity"),
        [
            ("同比增长16.13%", "16.13", 36, 31, None),
            ("同比增长25%", "25", 36, 31, "warning"),
            ("同比增长16.12%", "16.12", 36, 31, "info"),
            ("比上年下降29%", "29", 22, 31, None),
            ("比上年增长29%", "29", 22, 31, "warning"),
            ("较2021年增长25%", "25", 36, 31, None),
        ],
    )
    def test_rate(self, text: str, stated: str, now: int, before: int, severity: str | None) -> None:
        whole = f"2024年，我办收到政府信息公开申请{now}件，{text}。"
        rate = figure(f"{stated}%", whole, Decimal(stated))
        report = {"cells": {"requests.new.total": now}, "sections": {"一": whole}}
        found = compared(report, {"cells": {"requests.new.total": before}}, "Y106", figures=[rate])
        assert [finding.severity for finding in found] == ([severity] if severity else [])
        assert all(finding.spans[0].start == rate.start for finding in found)

    def test_growth_that_names_nothing_is_that_of_the_figure_before_it(self) -> None:
        whole = "2024年，我办收到政府信息公开申请36件，同比增长25%。全年培训5次，同比增长25%。"
        received = figure("36件", whole, 36, unit="件", kind="count", barred=None)
        received = replace(received, address="requests.new.total", verdict="match")
        trained = replace(figure("5次", whole, 5, unit="次", kind="count", barred=None), named=None)
        first = replace(figure("25%", whole, 25), named=None)
        second = replace(first, start=whole.rindex("25%"), end=whole.rindex("25%") + 3)
        report = {"cells": {"requests.new.total": 36}, "sections": {"一": whole}}
        last = {"cells": {"requests.new.total": 31}}
        (finding,) = compared(report, last, "Y106", figures=[received, first, trained, second])
        assert finding.spans[0].start == first.start


class TestLastYearsFigure:
    """What the prose says of last year against last year's report."""

    @pytest.mark.parametrize(
        ("whole", "expected"),
        [
            ("2023年收到政府信息公开申请31件。", True),
            ("2023年收到政府信息公开申请13件。", False),
            ("去年收到政府信息公开申请15件。", False),
            ("2020年收到政府信息公开申请31件。", False),
        ],
    )
    def test_figure(self, whole: str, expected: bool) -> None:
        text = whole[whole.index("申请") + 2 : -1]
        stated = figure(text, whole, int(text[:-1]), unit="件", kind="count", period="previous", barred="period")
        last = {"cells": {"requests.new.total": 13, "requests.carried_in.total": 2}}
        found = compared({"cells": {}, "sections": {"一": whole}}, last, "Y107", figures=[stated])
        assert told(found) == [("Y107", "warning")] * expected

    @pytest.mark.parametrize(("base", "expected"), [("28", False), ("26", True)])
    def test_the_base_of_a_growth_is_last_years_figure(self, base: str, expected: bool) -> None:
        whole = f"全年收到政府信息公开申请36件，较上年的{base}件有所增长，增加{36 - int(base)}件。"
        claims = example_claims(whole)
        report = report_of({"cells": {"requests.new.total": 36}, "sections": {"一": whole}})
        last = report_of({"year": 2023, "cells": {"requests.new.total": 28}})
        found = run(Case(report, claims.figures, claims.relations, previous=last), select=("Y107",))
        assert told(found) == [("Y107", "warning")] * expected


@pytest.mark.parametrize(("now", "expected"), [(26, []), (31, [("Y108", "warning")])])
def test_items_of_the_2019_format(now: int, expected: list[tuple[str, str]]) -> None:
    cells = {"active.licensing.last_items": now}
    last = {"cells": {"active.licensing.last_items": 30, "active.licensing.change": -4}, "table_format": "2019"}
    assert told(compared({"cells": cells, "table_format": "2019", "year": 2020}, last, "Y108")) == expected


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ("洪山区人民政府", "洪山区人民政府", True),
        ("洪山区人民政府", "临江市洪山区人民政府", True),
        ("东海省临江市洪山区教育局", "洪山区教育局", True),
        ("洪山区人民政府", "洪山区人民政府办公室", False),
        ("安平县教育局", "安平县财政局", False),
        (None, "安平县教育局", False),
    ],
)
def test_one_body_under_two_names(first: str | None, second: str, same: bool) -> None:
    assert same_body(first, second) is same
    assert same_body(second, first) is same
