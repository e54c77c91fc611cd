"""Rows whose values stand in more than one line, in a text that keeps rows in lines.

A page's number below a row that lost a cell looks like the row's last cell.  So such a row is believed
only where it adds up to its total; rows that have no total, where the document shows that it breaks rows.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby

from auditor.addresses import APPLICANTS, OUTCOMES
from auditor.reading.tables.forms import RowForm
from auditor.reading.tables.fragments import Entry
from auditor.reading.tables.values import adds_up, count_in

FEWEST_IN_LINE = 3
"""So many values in a line are a row's; fewer may be a page's number and half of a row."""
MOST_DIGITS, MOST_PAGES = 3, 2
"""So long the number of a page may be, and so many may stand below a row."""
FEWEST = 2
"""So many broken rows must add up before others are believed that have no total."""


def whole_line(entry: Entry, wanted: int) -> tuple[int, int] | None:
    """Where a line holds all values of a row, which add up, beside lone numbers of pages; None where not so."""
    texts, wheres = entry.texts, entry.wheres
    if entry.lines or not FEWEST_IN_LINE <= wanted < len(texts) or not all(texts):
        return None
    for place, group in groupby(range(len(texts)), key=wheres.__getitem__):
        found = list(group)
        if len(found) == wanted:
            others = [at for at in range(len(texts)) if wheres[at] != place]
            step = len(APPLICANTS) + 1 if wanted == len(APPLICANTS) + 1 else len(OUTCOMES) + 1
            values = texts[found[0] : found[-1] + 1]
            if not all(adds_up(values[at : at + step]) for at in range(0, wanted, step)):
                return None
            alone = len({wheres[at] for at in others}) == len(others)
            pages = all(texts[at].isdecimal() and len(texts[at]) <= MOST_DIGITS for at in others)
            return (found[0], found[-1] + 1) if alone and pages and len(others) <= MOST_PAGES else None
    return None


def may_hold_page(entry: Entry, start: int, end: int) -> bool:
    """Whether a lone number before or behind the other values of table 四 may be a page's: the sums do not show it.

    They do where the values add up, kind by kind.
    """
    texts, wheres = entry.texts[start:end], entry.wheres[start:end]
    if not _is_torn(entry, start, end):
        return False
    if not any(wheres.count(wheres[at]) == 1 and count_in(texts[at]) for at in (0, -1)):
        return False
    step = len(OUTCOMES) + 1
    return not all(adds_up(texts[at : at + step]) for at in range(0, len(texts), step))


class TornRows:
    """Which rows of a document are broken over lines and can't be believed."""

    def __init__(self, rows: Iterable[tuple[RowForm, Entry]]) -> None:
        self._rows = list(rows)
        self._usual: bool | None = None

    def doubts(self, row: RowForm, entry: Entry, start: int, end: int) -> bool:
        """Whether the values of a row between two places are broken and nothing confirms them."""
        if not _is_torn(entry, start, end):
            return False
        if row.part == "requests":
            return not adds_up(entry.texts[start:end]) or _may_end_in_page(entry, start, end)
        return not self._breaks_rows()

    def _breaks_rows(self) -> bool:
        if self._usual is None:
            torn = [
                entry.texts
                for row, entry in self._rows
                if row.part == "requests" and _is_torn(entry, 0, len(entry.texts))
            ]
            self._usual = sum(1 for texts in torn if len(texts) == 7 and adds_up(texts)) >= FEWEST
        return self._usual


def _may_end_in_page(entry: Entry, start: int, end: int) -> bool:
    """Whether the last value is a lone number below values that add up without it."""
    texts, wheres = entry.texts[start:end], entry.wheres[start:end]
    alone = wheres.count(wheres[-1]) == 1 and bool(count_in(texts[-1]))
    return alone and adds_up(texts[:-1])


def _is_torn(entry: Entry, start: int, end: int) -> bool:
    return not entry.lines and len(set(entry.wheres[start:end])) > 1
