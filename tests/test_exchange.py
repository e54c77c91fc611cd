"""An audit becomes JSON and comes back."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.exchange import audit_from_dict, audit_to_dict, failure_to_dict
from auditor.model import (
    Audit,
    Cell,
    Dimension,
    Figure,
    Finding,
    Label,
    LabelledSentence,
    Relation,
    Repair,
    Report,
    Score,
    Section,
    Span,
)

TEXT = st.text("收到申请11件。，<&\"'\n\U00020000", max_size=12)
NUMBERS = st.integers(-10, 10**9) | st.decimals(
    allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9
)
SHARES = st.floats(0, 1)
MAYBE = st.none() | TEXT
NAMES = st.sampled_from(["requests.new.total", "active.fees", "disputes.review.upheld"])
TEXTS = st.lists(TEXT, max_size=3).map(tuple)

CELLS = st.builds(
    Cell,
    number=st.none() | NUMBERS,
    text=TEXT,
    kind=st.sampled_from(["number", "blank", "na", "text", "unread", "derived"]),
    placed=TEXT,
    where=TEXT,
    derived=st.none() | NUMBERS,
)
REPORTS = st.builds(
    Report,
    path=TEXT,
    sha256=TEXT,
    format=st.sampled_from(["html", "docx", "pdf", "text", "markdown"]),
    title=MAYBE,
    agency=MAYBE,
    body=MAYBE,
    year=st.none() | st.integers(2008, 2030),
    published=st.none() | st.dates(date(2009, 1, 1)),
    sections=st.lists(st.builds(Section, TEXT, TEXT, TEXT, st.none()), max_size=3).map(tuple),
    cells=st.dictionaries(NAMES, CELLS),
)
FIGURES = st.builds(
    Figure,
    text=TEXT,
    start=st.integers(0, 99),
    end=st.integers(0, 99),
    section=TEXT,
    value=NUMBERS,
    value_high=st.none() | NUMBERS,
    unit=MAYBE,
    kind=st.sampled_from(["count", "rate", "money", "duration", "growth", "absence"]),
    approximate=st.booleans(),
    period=st.sampled_from(["current", "previous", "cumulative", "part", "future"]),
    address=st.none() | NAMES,
    alternatives=st.lists(NAMES, max_size=2).map(tuple),
    confidence=SHARES,
    reasons=TEXTS,
    expected=st.none() | NUMBERS,
    verdict=st.sampled_from(["match", "mismatch", "unchecked"]),
)
RELATIONS = st.builds(
    Relation,
    kind=st.sampled_from(["sum", "part", "ratio", "growth", "difference", "same"]),
    roles=st.dictionaries(
        st.sampled_from(["total", "parts"]), st.lists(st.integers(0, 5), min_size=1, max_size=3).map(tuple)
    ),
    holds=st.booleans(),
    formula=TEXT,
    direction=st.none() | st.sampled_from(["up", "down"]),
)
FINDINGS = st.builds(
    Finding,
    rule=st.sampled_from(["N101", "T201"]),
    severity=st.sampled_from(["error", "warning", "info"]),
    message=TEXT,
    message_en=TEXT,
    addresses=st.lists(NAMES, max_size=2).map(tuple),
    values=st.dictionaries(TEXT, NUMBERS | TEXT | st.dictionaries(NAMES, st.none() | NUMBERS) | st.lists(TEXT)),
    repair=st.none() | st.builds(Repair, NAMES, NUMBERS, TEXTS),
    spans=st.lists(st.builds(Span, TEXT, st.integers(0, 9), st.integers(0, 9)), max_size=2).map(tuple),
    fingerprint=TEXT,
)
SENTENCES = st.builds(
    LabelledSentence,
    TEXT,
    st.integers(0, 9),
    st.integers(0, 9),
    TEXT,
    st.builds(
        Label,
        st.sampled_from(["boilerplate", "mixed", "substantive"]),
        st.sampled_from(["intro", "problem", "measure", "result", "other"]),
        st.none() | st.fixed_dictionaries({"boilerplate": SHARES, "mixed": SHARES, "substantive": SHARES}),
        TEXTS,
    ),
)
SCORES = st.builds(
    Score,
    st.floats(0, 100),
    st.lists(st.builds(Dimension, TEXT, st.floats(0, 30), st.floats(0, 30), TEXTS), max_size=2).map(tuple),
)
AUDITS = st.builds(
    Audit,
    report=REPORTS,
    figures=st.lists(FIGURES, max_size=3),
    relations=st.lists(RELATIONS, max_size=2),
    findings=st.lists(FINDINGS, max_size=2),
    sentences=st.lists(SENTENCES, max_size=2),
    score=st.none() | SCORES,
)


def _numbers_in(data: Any) -> list[Any]:
    if isinstance(data, dict):
        return [leaf for item in data.values() for leaf in _numbers_in(item)]
    if isinstance(data, list):
        return [leaf for item in data for leaf in _numbers_in(item)]
    return [data]


@given(AUDITS)
def test_what_is_written_can_be_read_and_written_again_without_a_change(audit: Audit) -> None:
    data = audit_to_dict(audit)
    through_json = json.loads(json.dumps(data, ensure_ascii=False))
    assert audit_to_dict(audit_from_dict(through_json)) == data


@given(AUDITS)
def test_only_plain_json_values_are_written(audit: Audit) -> None:
    leaves = _numbers_in(audit_to_dict(audit))
    assert {type(leaf) for leaf in leaves} <= {int, str, bool, float, type(None)}


def _audit(**changes: object) -> Audit:
    report = Report("a.html", "0" * 64, "html", None, "安平县人民政府办公室", "县政府办", 2024, None, (), {})
    return Audit(**cast(Any, {"report": report, "figures": [], "relations": [], "findings": [], **changes}))


def test_a_large_amount_is_written_in_plain_notation() -> None:
    cells = {"active.fees": Cell(Decimal("1.2E+3"), "1200", "number", "grid", "表二")}
    report = Report("a.html", "0" * 64, "html", None, None, None, None, None, (), cells)
    assert _audit(report=report).to_dict()["cells"] == {"active.fees": "1200"}


def test_a_derived_total_is_null_in_cells_and_stands_in_the_details() -> None:
    cells = {"requests.granted.total": Cell(None, "", "derived", "grid", "表三", 272)}
    report = Report("a.html", "0" * 64, "html", None, None, None, None, None, (), cells)
    data = _audit(report=report).to_dict()
    assert data["cells"] == {"requests.granted.total": None}
    assert data["cell_details"]["requests.granted.total"] == {
        "text": "", "kind": "derived", "placed": "grid", "where": "表三", "derived": 272,
    }  # fmt: skip


def test_a_fraction_that_a_rule_leaves_in_its_values_becomes_a_decimal_string() -> None:
    finding = Finding("I103", "warning", "", "", (), {"share": Fraction(1, 4)}, None, (), "f")
    assert _audit(findings=[finding]).to_dict()["findings"][0]["values"] == {"share": "0.25"}


def test_without_a_score_the_score_is_null() -> None:
    assert _audit().to_dict()["score"] is None


def test_a_file_that_could_not_be_read_is_no_audit() -> None:
    failure = failure_to_dict("a.pdf", "scanned", "没有文字层")
    assert failure == {"version": 1, "path": "a.pdf", "error": {"code": "scanned", "message": "没有文字层"}}
    with pytest.raises(ValueError, match="没有文字层"):
        audit_from_dict(failure)


def test_another_version_is_refused() -> None:
    with pytest.raises(ValueError, match="version 2"):
        audit_from_dict({"version": 2})
