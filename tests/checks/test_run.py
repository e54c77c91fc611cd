"""Running rules: which ones, in which order, under which names."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.checks.examples import case_of
from auditor.checks.pages import listing, page
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.run import run
from auditor.errors import UsageError

FAULTY = {
    "fill": 0,
    "cells": {
        "requests.new.natural": 11,
        "requests.new.total": 11,
        "requests.granted.natural": 11,
        "requests.granted.total": 11,
        "requests.handled.total": 11,
        "disputes.review.upheld": 10,
        "disputes.review.corrected": 1,
        "active.normative.made": 6,
        "active.normative.in_force": 3,
    },
}


def codes(case: Case, select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> list[str]:
    return [finding.rule for finding in run(case, select=select or ("T",), ignore=ignore)]


def test_findings_stand_by_severity_then_part_of_the_report() -> None:
    assert codes(case_of(FAULTY)) == ["T300", "T401", "T202", "T504"]


@pytest.mark.parametrize(
    ("select", "ignore", "left"),
    [
        (("T3",), (), ["T300"]),
        (("T300", "T2"), (), ["T300", "T202"]),
        (("T",), ("T4",), ["T300", "T202", "T504"]),
        (("T4",), ("T401",), []),
        (("Y",), (), []),
    ],
)
def test_codes_and_prefixes_choose_the_rules(select: tuple[str, ...], ignore: tuple[str, ...], left: list[str]) -> None:
    assert codes(case_of(FAULTY), select, ignore) == left


def test_the_same_report_gives_the_same_findings() -> None:
    assert run(case_of(FAULTY), select=("T",)) == run(case_of(FAULTY), select=("T",))


def test_a_fingerprint_is_of_rule_and_cells_not_of_values_or_path() -> None:
    first = run(case_of(FAULTY), select=("T300",))
    other = FAULTY | {"cells": {**FAULTY["cells"], "requests.handled.natural": 7}}  # type: ignore[dict-item]
    second = run(case_of(other, path="elsewhere.html"), select=("T300",))
    assert first[0].message != second[0].message
    assert first[0].fingerprint == second[0].fingerprint
    assert len(first[0].fingerprint) == 16


def test_messages_are_chinese_and_english() -> None:
    (finding,) = run(case_of(FAULTY), select=("T300",))
    assert finding.message.startswith("表三“（七）总计”·自然人印作0，应为11")
    assert finding.message_en.startswith('Table 3 "(7) Total", natural persons is printed 0 and must be 11')


def test_a_page_shows_both_examples_with_what_is_said_of_them() -> None:
    text = page("t300")
    assert "T3-BAL" in text
    assert "常见差错第10项" in text
    assert "表三“（七）总计”·自然人：0" in text
    assert "[错误] 表三“（七）总计”·自然人印作0，应为11" in text
    assert "→ 不报。" in text
    assert "What it checks" in page("T300", "en")


def test_an_unknown_code_is_a_wrong_call() -> None:
    with pytest.raises(UsageError):
        page("T999")


def test_the_list_has_a_line_for_each_rule() -> None:
    lines = listing().splitlines()
    assert lines == sorted(lines)
    assert any(line.startswith("T300  错误  ") for line in lines)


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="taken"):
        rule("T300", "error")(lambda case: iter([Violation({})]))


def test_what_rules_share_is_computed_once_for_a_case() -> None:
    calls = []

    @once_per_case
    def costly(case: Case) -> int:
        calls.append(case)
        return len(calls)

    case = case_of(FAULTY)
    assert (costly(case), costly(case)) == (1, 1)
    assert costly(replace(case, published=None)) == 2
