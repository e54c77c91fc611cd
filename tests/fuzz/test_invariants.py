"""The harness itself: that it sees what is wrong."""

from __future__ import annotations

import time
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

import pytest

from auditor.model import Cell, Section, SourceSpan
from tests.fuzz import invariants, once
from tests.fuzz.inputs import Input


@pytest.mark.parametrize(
    ("number", "text"),
    [(12, "12"), (1284, "1,284件"), (0, "无"), (7, "7(其中3件)"), (Decimal("7730.28"), "7730.28")],
)
def test_a_cell_that_shows_its_number(number: int | Decimal, text: str) -> None:
    assert list(invariants.of_cell(Cell(number, text, "number", "grid", "第1行"))) == []


@pytest.mark.parametrize(("number", "text"), [(12, "21"), (0, ""), (1.5, "1.5"), (True, "1"), (Decimal("NaN"), "1")])
def test_a_cell_whose_number_stands_nowhere(number: Any, text: str) -> None:
    assert list(invariants.of_cell(Cell(number, text, "number", "grid", "第1行")))


def test_a_number_in_a_cell_that_was_not_read() -> None:
    assert list(invariants.of_cell(Cell(3, "3", "unread", "grid", "第1行")))


def test_sources_outside_the_text_and_out_of_order() -> None:
    text = "平稳。"
    assert list(invariants.of_section(Section("一", "总体情况", text, "overview", sources=(SourceSpan(0, 9, ""),))))
    both = (SourceSpan(1, 3, ""), SourceSpan(0, 1, ""))
    assert list(invariants.of_section(Section("一", "总体情况", text, "overview", sources=both)))


def test_whatever_is_raised_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(text: str, **_: object) -> object:
        raise KeyError(text)

    monkeypatch.setattr(once, "narrative", broken)
    outcome = once.guarded(Input("prose", "全年3件。".encode()), tmp_path, Random(1))
    assert (outcome.result, outcome.is_fault) == ("crash", True)
    assert "KeyError" in outcome.trace


def test_a_hang_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(text: str, **_: object) -> object:
        while True:
            time.monotonic()

    monkeypatch.setattr(once, "narrative", endless)
    monkeypatch.setattr(once, "GIVEN_UP", 0.05)
    assert once.guarded(Input("prose", b""), tmp_path, Random(1)).result == "hang"
