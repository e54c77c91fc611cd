"""The shipped examples, end to end: clean reports stay clean, planted faults are found, formats agree."""

from __future__ import annotations

from functools import cache

import pytest

import auditor
from auditor.model import Audit
from examples.build import FOLDER
from examples.making.faults import Fault, faults
from examples.making.model import YEARS

FORMATS = ("html", "docx", "pdf", "txt")
ALL_FAULTS = [fault for year in YEARS for fault in faults(year)]


@cache
def audited(folder: str, year: int, suffix: str) -> Audit:
    previous = FOLDER / "clean" / f"{year - 1}.{suffix}"
    return auditor.audit(FOLDER / folder / f"{year}.{suffix}", previous=previous if previous.exists() else None)


@pytest.mark.parametrize("suffix", FORMATS)
@pytest.mark.parametrize("year", YEARS)
def test_a_clean_report_has_no_error_and_no_warning(year: int, suffix: str) -> None:
    audit = audited("clean", year, suffix)
    assert [finding for finding in audit.findings if finding.severity != "info"] == []


@pytest.mark.parametrize("year", YEARS)
def test_a_clean_report_is_read_completely(year: int) -> None:
    audit = audited("clean", year, "html")
    assert audit.report.agency == "禾汀县交通运输局"
    assert audit.report.body == "县部门"
    assert audit.report.year == year
    assert [section.number for section in audit.report.sections] == ["", "一", "二", "三", "四", "五", "六"]
    assert len(audit.report.cells) == 200
    assert all(cell.kind == "number" for cell in audit.report.cells.values())
    assert not [figure for figure in audit.figures if figure.verdict == "mismatch"]
    assert sum(figure.verdict == "match" for figure in audit.figures) >= 24
    assert all(relation.holds for relation in audit.relations)


@pytest.mark.parametrize("fault", ALL_FAULTS, ids=lambda fault: f"{fault.year}-{fault.name}")
@pytest.mark.parametrize("suffix", FORMATS)
def test_a_planted_fault_is_found(fault: Fault, suffix: str) -> None:
    if fault.only_html and suffix != "html":
        pytest.skip("only the web page states its date")
    found = {finding.rule for finding in audited("faulty", fault.year, suffix).findings}
    assert fault.rules, "faults.toml names no rule"
    assert found & set(fault.rules), f"{fault.what}: none of {fault.rules} among {sorted(found)}"


@pytest.mark.parametrize("suffix", FORMATS[1:])
@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("folder", ["clean", "faulty"])
def test_all_formats_of_a_report_give_the_same(folder: str, year: int, suffix: str) -> None:
    page, other = audited(folder, year, "html"), audited(folder, year, suffix)
    assert {address: (cell.kind, cell.number) for address, cell in other.report.cells.items()} == {
        address: (cell.kind, cell.number) for address, cell in page.report.cells.items()
    }
    assert [figure_facts(figure) for figure in other.figures] == [figure_facts(figure) for figure in page.figures]
    assert [(relation.kind, relation.holds, relation.formula) for relation in other.relations] == [
        (relation.kind, relation.holds, relation.formula) for relation in page.relations
    ]


def figure_facts(figure: auditor.model.Figure) -> tuple[object, ...]:
    place = (figure.section, figure.start, figure.end, figure.text)
    return (*place, figure.value, figure.unit, figure.kind, figure.period, figure.address, figure.verdict)
