"""Tables in which every sum holds, drawn at random, and what the table rules say of cells."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import strategies as st

from auditor.addresses import APPLICANTS, COLUMNS, DISPUTE_KINDS, OUTCOMES, request_rows, result_rows
from auditor.checks.examples import report_of
from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.model import Finding

COUNTS = st.integers(0, 400)
SPARSE = st.one_of(st.just(0), st.just(0), st.integers(1, 60))


@st.composite
def sound_requests(draw: st.DrawFn, table_format: str = "2021") -> dict[str, int]:
    """A table 三 whose balances, results and rows all hold."""
    cells: dict[str, int] = {}
    for applicant in APPLICANTS:
        results = {row: draw(SPARSE) for row in result_rows(table_format)}
        handled, carried_out = sum(results.values()), draw(SPARSE)
        carried_in = draw(st.integers(0, handled + carried_out))
        column = {"new": handled + carried_out - carried_in, "carried_in": carried_in, **results}
        column |= {"handled": handled, "carried_out": carried_out}
        cells |= {f"requests.{row}.{applicant}": value for row, value in column.items()}
    for row in request_rows(table_format):
        cells[f"requests.{row}.total"] = sum(cells[f"requests.{row}.{applicant}"] for applicant in APPLICANTS)
    return cells


@st.composite
def sound_disputes(draw: st.DrawFn) -> dict[str, int]:
    """A table 四 whose totals hold."""
    cells: dict[str, int] = {}
    for kind in DISPUTE_KINDS:
        outcomes = {f"disputes.{kind}.{outcome}": draw(SPARSE) for outcome in OUTCOMES}
        cells |= {**outcomes, f"disputes.{kind}.total": sum(outcomes.values())}
    return cells


def findings_on(cells: Mapping[str, object], *codes: str, **example: object) -> list[Finding]:
    """What the table rules say of a report that prints these cells."""
    return run(Case(report_of({"cells": cells, **example})), select=codes or ("T",))


def errors_on(cells: Mapping[str, object], *codes: str, **example: object) -> list[Finding]:
    """The errors among them."""
    return [finding for finding in findings_on(cells, *codes, **example) if finding.severity == "error"]


def named(finding: Finding) -> set[tuple[str, object]]:
    """Every cell that a finding says may be wrong, with the value that it would repair it with."""
    changes = [*finding.values.get("changes", ())]
    for alternative in finding.values.get("alternatives", ()):
        changes += alternative
    cells = {(change["address"], change["value"]) for change in changes}
    return cells | ({(finding.repair.address, finding.repair.value)} if finding.repair else set())


def requests_table(**rows: Mapping[str, int] | int) -> dict[str, int]:
    """A table 三 of zeros but for these rows; a lone number is one of natural persons. Totals are added up.

    Rows of a group are written with two underscores: ``denied__law=3``.
    """
    cells = {f"requests.{row}.{column}": 0 for row in request_rows("2021") for column in COLUMNS}
    for name, given in rows.items():
        row = name.replace("__", ".")
        columns = {"natural": given} if isinstance(given, int) else dict(given)
        columns.setdefault("total", sum(columns.values()))
        cells |= {f"requests.{row}.{column}": value for column, value in columns.items()}
    return cells
