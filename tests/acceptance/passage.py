"""Reports of a few sentences for the acceptance tests, and what is asked of their audits.

``requests_table`` fills table 三 so that it balances: each result is given once, with its total, and the sums
(三（七）, the column 自然人) follow; a test that needs a fault or other columns names the cells itself.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from auditor.addresses import APPLICANTS
from auditor.checks.examples import report_of
from auditor.model import Audit, Figure, Finding
from auditor.reading.bodies import body_of
from auditor.stages import audit_report

SHARED = Path(__file__).resolve().parents[3] / "shared"
EXAMPLE = SHARED / "example" / "zhenba-2024.txt"
REAL = SHARED / "real"
NOT_BESIDE = "the folder shared/ does not stand beside the checkout"

OFFICE = "云溪县人民政府办公室"

Cells = Mapping[str, object]


def requests_table(
    *,
    new: int,
    results: Mapping[str, int],
    carried_in: int = 0,
    carried_out: int = 0,
    organisations: Mapping[str, Mapping[str, int]] | None = None,
) -> dict[str, object]:
    """A sound table 三: the totals of its rows, what organisations have of them, the rest 自然人.

    ``results`` maps a row (``granted``, ``unavailable.not_held``) to its total; ``organisations`` maps a row to
    the figures of its columns other than ``natural``.
    """
    shares = organisations or {}
    rows = {"new": new, "carried_in": carried_in, **results, "carried_out": carried_out}
    table: dict[str, object] = {}
    handled = dict.fromkeys((*APPLICANTS, "total"), 0)
    for row, total in rows.items():
        share = shares.get(row, {})
        values = {**share, "natural": total - sum(share.values()), "total": total}
        for column, value in values.items():
            table[f"requests.{row}.{column}"] = value
            if row in results:
                handled[column] += value
    for column, value in handled.items():
        left = (table.get(f"requests.{row}.{column}", 0) for row in ("new", "carried_in"))
        assert sum(left) == value + table.get(f"requests.carried_out.{column}", 0), f"{column} does not balance"  # type: ignore[operator, arg-type]
        table[f"requests.handled.{column}"] = value
    return table


def disputes_table(**kinds: Mapping[str, int]) -> dict[str, object]:
    """A sound table 四: ``review={"upheld": 5, "pending": 1}``; the totals follow."""
    table: dict[str, object] = {}
    for kind, outcomes in kinds.items():
        table |= {f"disputes.{kind}.{outcome}": number for outcome, number in outcomes.items()}
        table[f"disputes.{kind}.total"] = sum(outcomes.values())
    return table


def audited(
    text: str,
    cells: Cells | None = None,
    *,
    year: int = 2024,
    agency: str = OFFICE,
    sections: Mapping[str, str] | None = None,
    previous: Mapping[str, object] | None = None,
) -> Audit:
    """The audit of a report whose part 一 is ``text``.

    With ``cells`` all tables are printed and what is not named is 0; without, the report has no table.
    """
    example: dict[str, object] = {
        "year": year,
        "agency": agency,
        "body": body_of(agency),
        "sections": {"一": text, **(sections or {})},
    }
    if cells is not None:
        example |= {"fill": 0, "cells": cells}
    last_year = None
    if previous is not None:
        before = {"year": year - 1, "agency": agency, "body": body_of(agency), "fill": 0, **previous}
        last_year = report_of(before, path="last-year.txt")
    return audit_report(report_of(example), last_year)


def section_text(audit: Audit, number: str) -> str:
    return next(section.text for section in audit.report.sections if section.number == number)


def span_texts(audit: Audit, finding: Finding) -> tuple[str, ...]:
    """The words that a finding points at."""
    return tuple(section_text(audit, number)[start:end] for number, start, end in finding.spans)


def told(audit: Audit, finding: Finding) -> str:
    """A finding in one line, for the message of a failing test."""
    return f"{finding.rule} {finding.severity} {span_texts(audit, finding)} {finding.message}"


def faults(audit: Audit, families: str = "NI", *, least: str = "warning") -> list[Finding]:
    """The findings of some families at ``least`` or above."""
    levels = {"error": ("error",), "warning": ("error", "warning"), "info": ("error", "warning", "info")}[least]
    return [finding for finding in audit.findings if finding.rule[0] in families and finding.severity in levels]


def assert_sound(audit: Audit) -> None:
    """No error or warning of the prose against the tables or itself, nothing mismatched, every relation true."""
    complaints = [told(audit, finding) for finding in faults(audit)]
    assert not complaints, "\n".join(complaints)
    mismatched = [(f.text, f.address, f.expected) for f in audit.figures if f.verdict == "mismatch"]
    assert not mismatched, mismatched
    broken = [relation.formula for relation in audit.relations if relation.closed and not relation.holds]
    assert not broken, broken


def the_finding(audit: Audit, rule: str, severity: str) -> Finding:
    """The one finding of a rule, which has this severity."""
    found = [finding for finding in audit.findings if finding.rule == rule]
    assert [finding.severity for finding in found] == [severity], [told(audit, f) for f in audit.findings]
    return found[0]


def covered(audit: Audit, findings: Sequence[Finding]) -> set[str]:
    """The words that some findings point at, together."""
    return {text for finding in findings for text in span_texts(audit, finding)}


def figures_at(audit: Audit, text: str) -> list[Figure]:
    """The figures whose surface is ``text``, in order."""
    return [figure for figure in audit.figures if figure.text == text]


def the_figure(audit: Audit, text: str) -> Figure:
    found = figures_at(audit, text)
    assert len(found) == 1, [figure.text for figure in audit.figures]
    return found[0]


def readings(figure: Figure) -> set[str | None]:
    """Every address that a figure may speak of."""
    return {figure.address, *figure.alternatives}
