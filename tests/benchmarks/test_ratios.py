"""The benchmark compares two medians and says what it compared; no time is asserted."""

from __future__ import annotations

import time
from decimal import Decimal

from benchmarks.ratios import Ratio, medians


def test_a_line_names_both_sides_the_ratio_and_the_goal() -> None:
    line = Ratio("this", "that", 0.003, 0.006, Decimal(1)).line()
    assert line.strip() == "0.50  (goal < 1, ok)  this / that  [3.0 ms / 6.0 ms]"


def test_a_ratio_at_or_above_its_goal_is_said() -> None:
    assert "above the goal" in Ratio("this", "that", 0.006, 0.006, Decimal(1)).line()


def test_both_sides_are_run_by_turns() -> None:
    calls: list[str] = []
    medians(lambda: calls.append("one"), lambda: calls.append("other"), 3)
    assert calls == ["one", "other"] * 3


def test_the_slower_side_has_the_greater_median() -> None:
    slow, quick = medians(lambda: time.sleep(0.005), lambda: None, 3)
    assert slow > quick
