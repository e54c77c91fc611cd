"""Where the values of a row with blank cells stand, as the complete rows around it show.

A row is complete where as many cells as it should have stand side by side with no blank among them.  How
many cells lie before the values and how many a row has in all is the same throughout a table, or at
least for labels of the same depth; where it is not, nothing is learnt and the row stays unread.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.tables.forms import RowForm

FEWEST = 3
"""So many complete rows must agree before others are placed after their pattern."""


class Standing(NamedTuple):
    """A row as it stands: its form, the cells after its label, all cells with its labels', and the first's place."""

    row: RowForm
    texts: Sequence[str]
    whole: int
    at: int


def complete_from(texts: Sequence[str], wanted: int) -> int | None:
    """Where the values begin in a row that prints all of them side by side, and nothing else."""
    filled = [at for at, text in enumerate(texts) if text]
    if len(filled) == wanted and filled[-1] - filled[0] == wanted - 1:
        return filled[0]
    return None


def _depth(row: RowForm) -> Hashable:
    """Rows whose labels stand equally deep: beside no group, beside 三 alone, beside a group; or by their width."""
    if row.part != "requests":
        return row.part, len(row.addresses)
    name = row.addresses[0].split(".")
    return "requests", 2 if len(name) == 4 and name[2] != "all" else name[1] in ("new", "carried_in", "carried_out")


class Alignment:
    """The pattern of the complete rows of a document."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        self._leads: dict[Hashable, set[int]] = {}
        self._wholes: dict[str, list[int]] = {}
        self._afters: dict[Hashable, list[int]] = {}
        self._starts: list[int] = []
        for row, texts, whole, at in standings:
            lead = complete_from(texts, len(row.addresses))
            if lead is None:
                continue
            for key in (_depth(row), row.part):
                self._leads.setdefault(key, set()).add(lead)
            self._wholes.setdefault(row.part, []).append(whole)
            self._afters.setdefault(_depth(row), []).append(len(texts))
            if row.part == "requests":
                self._starts.append(at + lead)
        self._period = _period(self._starts)

    def start(self, standing: Standing) -> int | None:
        """Where the values of a row with blanks begin among its cells; None where the pattern does not tell."""
        found = {self._by_lead(standing), self._by_period(standing)} - {None}
        return found.pop() if len(found) == 1 else None

    def has_fillers(self, row: RowForm) -> bool:
        """Whether complete rows of this depth have cells before their values."""
        return bool(self._leads.get(_depth(row), set()) - {0})

    def _by_lead(self, standing: Standing) -> int | None:
        row, texts, whole, _ = standing
        leads = self._leads.get(_depth(row)) or self._leads.get(row.part, set())
        if len(leads) != 1:
            return None
        wholes, afters = self._wholes[row.part], self._afters.get(_depth(row), [])
        same_whole = len(wholes) >= FEWEST and _nearly_all(wholes, whole)
        same_after = len(afters) >= FEWEST and set(afters) == {len(texts)}
        if not (same_whole or same_after):
            return None
        return _if_alone(texts, next(iter(leads)), len(row.addresses))

    def _by_period(self, standing: Standing) -> int | None:
        row, texts, _, at = standing
        if self._period is None or row.part != "requests" or not self._starts[0] < at < self._starts[-1]:
            return None
        return _if_alone(texts, (self._starts[0] - at) % self._period, len(row.addresses))


def _nearly_all(values: Sequence[int], value: int) -> bool:
    return values.count(value) * 4 >= len(values) * 3


def _period(starts: Sequence[int]) -> int | None:
    """The number of cells of a row, where all complete rows are a multiple of it apart."""
    steps = [after - before for before, after in pairwise(starts)]
    if len(steps) < FEWEST:
        return None
    period = min(steps)
    fits = 8 <= period <= 16 and all(step % period == 0 for step in steps)
    return period if fits and steps.count(period) >= FEWEST else None


def _if_alone(texts: Sequence[str], start: int, wanted: int) -> int | None:
    """``start`` where the cells there are all of the row's that hold anything."""
    end = start + wanted
    return start if end <= len(texts) and not any(texts[:start]) and not any(texts[end:]) else None
