"""All hostile inputs, in the order of the documentation's table."""

from __future__ import annotations

from tests.hostile import packages, pages, passages, places, printed
from tests.hostile.case import Case

CASES: list[Case] = [
    *pages.CASES,
    *packages.CASES,
    *printed.CASES,
    *passages.CASES,
    *places.CASES,
]
