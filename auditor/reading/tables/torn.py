"""Rows whose values stand in more than one line, in a text that keeps rows in lines.

A page's number below a row that lost a cell looks like the row's last cell.  So such a row is believed
only where it adds up to its total; rows that have no total, where the document shows that it breaks rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.reading.tables.forms import RowForm
from auditor.reading.tables.fragments import Entry
from auditor.reading.tables.values import read_value

FEWEST = 2
"""So many broken rows must add up before others are believed that have no total."""


def number_in_sum(text: str) -> int | None:
    """The number that a cell adds to a sum, 0 for a blank; None where it can't be added up."""
    if text.isdecimal():
        return int(text)
    value = read_value(text)
    if value.kind in ("blank", "na"):
        return 0
    return value.number if isinstance(value.number, int) else None


def adds_up(texts: Sequence[str]) -> bool:
    """Whether the last cell is the sum of the others."""
    numbers = [number_in_sum(text) for text in texts]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) > 1 and sum(known[:-1]) == known[-1]


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
            return not adds_up(entry.texts[start:end])
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


def _is_torn(entry: Entry, start: int, end: int) -> bool:
    return not entry.lines and len(set(entry.wheres[start:end])) > 1
