"""Last year's report: whether what was given is one, and whether it is of the same body."""

from __future__ import annotations

import re
from functools import cache

from auditor.checks.registry import Case, once_per_case
from auditor.model import Report
from auditor.resources import load_lexicon


@once_per_case
def last_year(case: Case) -> Report | None:
    """Last year's report if it is one: of the year before, as far as both years are known."""
    previous = case.previous
    if previous is None or not previous.cells:
        return None
    known = previous.year is not None and case.report.year is not None
    return None if known and previous.year != (case.report.year or 0) - 1 else previous


@cache
def _higher_places() -> re.Pattern[str]:
    ends = "|".join(load_lexicon("tables/years")["places"]["ends"])
    return re.compile(rf"(?:[一-龥]+?(?:{ends}))+")


def same_body(first: str | None, second: str | None) -> bool:
    """Whether two names are one body: equal, but for the names of higher places before one of them."""
    if not first or not second:
        return False
    shorter, longer = sorted((first, second), key=len)
    if not longer.endswith(shorter):
        return False
    before = longer[: len(longer) - len(shorter)]
    return not before or _higher_places().fullmatch(before) is not None
