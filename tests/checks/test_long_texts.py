"""Texts that no office writes must not stall the rules: time grows with the length, not with its square."""

from __future__ import annotations

import time

import pytest

from auditor.boilerplate import label_text
from auditor.checks.examples import report_of
from auditor.checks.registry import Case, registered
from auditor.language.sentences import sentences

LENGTH = 30_000
GENEROUS = 5.0  # seconds of the processor; a quadratic scan of such a text takes minutes


@pytest.mark.parametrize(
    "unit",
    ["1", "（", "“", '"', "公开", "2022年，", "×", "_ ", "《", "收到", "由", "县", "公开；", "现将安平", " ", "公开。"],
)
def test_time_stays_in_bounds(unit: str) -> None:
    text = (unit * LENGTH)[:LENGTH]
    sections = {"": text, "一": text, "五": text, "六": text}
    report = report_of({"sections": sections, "agency": "安平县教育局", "body": "县部门"})
    began = time.process_time()
    assert sentences(text) is not None
    label_text(text, "五")
    for code, rule in registered().items():
        if code[0] in "SLB":
            list(rule.check(Case(report)))
    assert time.process_time() - began < GENEROUS
