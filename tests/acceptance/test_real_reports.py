"""The published reports of ../shared/real: their cells, and what a careful reader finds in them.

Their text stays there; the tests name only the figures and cells that the reader's notes name.
"""

from __future__ import annotations

import json
from decimal import Decimal
from functools import cache

import pytest

import auditor
from auditor.model import Audit
from tests.acceptance.passage import NOT_BESIDE, REAL, covered, faults, figures_at, span_texts, the_figure, told

pytestmark = pytest.mark.skipif(not REAL.exists(), reason=NOT_BESIDE)

NAMES = ("hongze-2023.pdf", "hongze-2024.pdf", "shanghai-office-2019.html")


@cache
def audit(name: str, previous: str | None = None) -> Audit:
    return auditor.audit(REAL / name, previous=REAL / previous if previous else None)


def errors(name: str, previous: str | None = None) -> list[tuple[str, tuple[str, ...]]]:
    found = [finding for finding in audit(name, previous).findings if finding.severity == "error"]
    return sorted((finding.rule, finding.addresses) for finding in found)


@pytest.mark.parametrize("name", NAMES)
def test_every_cell_is_what_is_printed(name: str) -> None:
    expected = json.loads((REAL / "expected-cells.json").read_text(encoding="utf-8"))[name]
    cells = audit(name).report.cells
    assert {
        address: str(cell.number) if isinstance(cell.number, Decimal) else cell.number
        for address, cell in cells.items()
    } == expected


@pytest.mark.parametrize(
    ("name", "body", "year", "table_format"),
    [
        ("hongze-2023.pdf", "县政府", 2023, "2021"),
        ("hongze-2024.pdf", "县政府", 2024, "2021"),
        ("shanghai-office-2019.html", "省政府办", 2019, "2019"),
    ],
)
def test_who_reports_for_which_year_in_which_format(name: str, body: str, year: int, table_format: str) -> None:
    report = audit(name).report
    assert (report.body, report.year, report.table_format) == (body, year, table_format)
    assert [section.number for section in report.sections if section.number] == list("一二三四五六")


class TestHongze2023:
    NAME = "hongze-2023.pdf"

    def test_the_only_errors_are_two_totals_of_table_four(self) -> None:
        assert errors(self.NAME) == [
            ("T401", ("disputes.litigation_after_review.total",)),
            ("T401", ("disputes.review.total",)),
        ]

    def test_each_total_has_its_repair(self) -> None:
        repairs = {f.repair.address: f.repair.value for f in audit(self.NAME).findings if f.repair is not None}
        assert repairs == {"disputes.review.total": 11, "disputes.litigation_after_review.total": 5}

    def test_the_prose_speaks_of_the_requests_as_the_table(self) -> None:
        figure = the_figure(audit(self.NAME), "21件")
        assert (figure.address, figure.expected, figure.verdict) == ("requests.new.total", 21, "match")
        assert [told(audit(self.NAME), finding) for finding in faults(audit(self.NAME))] == []

    def test_table_three_is_sound(self) -> None:
        assert [f for f in audit(self.NAME).findings if f.rule.startswith("T3") and f.severity != "info"] == []


@pytest.mark.parametrize("previous", [None, "hongze-2023.pdf"], ids=["alone", "with last year's report"])
class TestHongze2024:
    NAME = "hongze-2024.pdf"

    def test_there_is_no_error(self, previous: str | None) -> None:
        assert errors(self.NAME, previous) == []

    def test_the_offices_own_requests_are_of_another_scope(self, previous: str | None) -> None:
        found = [finding for finding in audit(self.NAME, previous).findings if finding.rule == "N115"]
        assert [finding.severity for finding in found] == ["info"]
        assert covered(audit(self.NAME, previous), found) == {"17件"}
        assert "95" in found[0].message
        figure = figures_at(audit(self.NAME, previous), "17件")[0]
        assert (figure.address, figure.verdict) == (None, "unchecked")

    def test_nothing_of_the_prose_or_the_two_years_is_complained_of(self, previous: str | None) -> None:
        complaints = [told(audit(self.NAME, previous), f) for f in faults(audit(self.NAME, previous), "NITY")]
        assert complaints == []

    def test_the_documents_in_force_follow_from_last_year(self, previous: str | None) -> None:
        assert not [finding for finding in audit(self.NAME, previous).findings if finding.rule in {"Y102", "Y100"}]


class TestShanghaiOffice2019:
    NAME = "shanghai-office-2019.html"

    def test_the_errors_are_the_careful_readers(self) -> None:
        found = [finding for finding in audit(self.NAME).findings if finding.severity == "error"]
        assert sorted((finding.rule, span_texts(audit(self.NAME), finding)[0]) for finding in found) == [
            ("I101", "805件"),
            ("N104", "258件"),
            ("N104", "265件"),
            ("N114", "7件"),
            ("N114", "9件"),
        ]

    def test_the_share_fits_none_of_the_counts(self) -> None:
        warned = [f for f in faults(audit(self.NAME)) if f.severity == "warning"]
        assert "33.9%" in covered(audit(self.NAME), [f for f in warned if f.rule in {"I103", "N112"}])
        # Besides, the shares of the list don't make 100 %.
        assert {finding.rule for finding in warned} <= {"I103", "N112", "I104"}
        assert not [f for f in warned if f.rule == "I103" and "33.9%" not in span_texts(audit(self.NAME), f)]

    def test_what_should_stand_there_is_named(self) -> None:
        assert the_figure(audit(self.NAME), "258件").expected == 272 + 3
        assert the_figure(audit(self.NAME), "265件").expected == 265 + 47 + 25

    @pytest.mark.parametrize("text", ["859件", "805件", "18件", "72件", "35件", "158件", "7件", "9件"])
    def test_the_other_figures_match(self, text: str) -> None:
        assert the_figure(audit(self.NAME), text).verdict == "match"
