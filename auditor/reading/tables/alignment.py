"""Where the values of a row with blank cells stand, as the rows around it show.

Rows that have equally many cells have lost none.  Their values begin no later than the first cell that
holds anything and end no sooner than the last one: where all rows together leave one place only for the
seven values, that is where they stand, in the rows with blanks too.  What leads a row (filler cells for
its groups) is the same for labels of the same depth.  Where the rows do not agree nothing is learnt.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.tables.forms import RowForm
from auditor.reading.tables.values import adds_up, number_in_sum

FEWEST = 3
"""So many rows must agree before others are placed after their pattern."""


class Standing(NamedTuple):
    """A row as it stands: its form, the cells after its label, the number of all with its labels, the label's place."""

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


def _shape(standing: Standing) -> Hashable:
    """Rows that stand alike: a row that begins a group has a label more before its own, and fewer fillers."""
    return _depth(standing.row), len(standing.texts)


class _Room(NamedTuple):
    """The earliest and the latest place at which the values of some rows can begin."""

    earliest: int
    latest: int

    def within(self, other: _Room) -> _Room:
        return _Room(max(self.earliest, other.earliest), min(self.latest, other.latest))


def _room(texts: Sequence[str], wanted: int) -> _Room:
    filled = [at for at, text in enumerate(texts) if text]
    latest = len(texts) - wanted
    return _Room(max(filled[-1] + 1 - wanted, 0), min(filled[0], latest)) if filled else _Room(0, latest)


class Alignment:
    """The pattern of the rows of a document."""

    def __init__(self, standings: Iterable[Standing], *, heads_filled: bool = False) -> None:
        """Learn from rows; ``heads_filled`` says that table 二's heads have blank cells behind them, none before."""
        rows = list(standings)
        self._whole = _usual((each.row.part, each.whole) for each in rows)
        self._after = _usual((_depth(each.row), len(each.texts)) for each in rows)
        self._rooms: dict[Hashable, _Room] = {}
        starts: list[int] = []
        for each in rows:
            wanted = len(each.row.addresses)
            if self._has_lost_none(each):
                room = _room(each.texts, wanted)
                key = _shape(each)
                self._rooms[key] = self._rooms[key].within(room) if key in self._rooms else room
            lead = complete_from(each.texts, wanted) if each.row.part == "requests" else None
            if lead is not None:
                starts.append(each.at + lead)
        self._starts = starts
        self._period = _period(starts)
        parts = ("active", "requests")
        self._behind = frozenset(part for part in parts if _fillers_are_behind(rows, part, heads_filled))
        self._in_columns = _stand_in_columns(rows)

    def start(self, standing: Standing) -> int | None:
        """Where the values of a row with blanks begin among its cells; None where the pattern does not tell."""
        found = {self._by_lead(standing), self._by_period(standing), self._by_form(standing)} - {None}
        return found.pop() if len(found) == 1 else None

    def contradicts(self, standing: Standing) -> bool:
        """Whether other rows have another number of cells, or cells before their values."""
        room = self._rooms.get(_shape(standing))
        if room is not None and room != (0, 0):
            return True
        known = standing.row.part in self._whole or _depth(standing.row) in self._after
        return known and not self._has_lost_none(standing)

    def _has_lost_none(self, standing: Standing) -> bool:
        row, texts, whole, _ = standing
        return self._whole.get(row.part) == whole or self._after.get(_depth(row)) == len(texts)

    def _by_lead(self, standing: Standing) -> int | None:
        row, texts, _, _ = standing
        room = self._rooms.get(_shape(standing))
        if room is None or room.earliest != room.latest or not self._has_lost_none(standing):
            return None
        return _if_alone(texts, room.earliest, len(row.addresses))

    def _by_period(self, standing: Standing) -> int | None:
        row, texts, _, at = standing
        if self._period is None or row.part != "requests" or not self._starts[0] < at < self._starts[-1]:
            return None
        return _if_alone(texts, (self._starts[0] - at) % self._period, len(row.addresses))


    def _by_form(self, standing: Standing) -> int | None:
        """Where the form itself has the values: behind the label at once, or in the fourth of ten columns."""
        row, texts, _, _ = standing
        if row.part in self._behind:
            return _if_alone(texts, 0, len(row.addresses))
        if self._in_columns and row.part == "requests":
            return _if_alone(texts, LABEL_COLUMNS - 1 - _label_column(row), len(row.addresses))
        return None


LABEL_COLUMNS = 3
COLUMNS = 10
"""Table 三 is ten columns wide, of which three hold labels: 三, （一）, 1."""


def _label_column(row: RowForm) -> int:
    """The column in which the label of a row of table 三 begins."""
    name = row.addresses[0].split(".")
    if len(name) == 4 and name[2] != "all":
        return 2
    return 0 if name[1] in ("new", "carried_in", "carried_out") else 1


def _fillers_are_behind(rows: Sequence[Standing], part: str, heads_filled: bool) -> bool:
    """Whether the rows of a part have no cells but their own, or fill up to one width behind them."""
    mine = [each for each in rows if each.row.part == part]
    if len(mine) < FEWEST:
        return False
    if all(len(each.texts) == len(each.row.addresses) for each in mine):
        return True
    spare = {len(each.texts) - len(each.row.addresses) for each in mine}
    if len({each.whole for each in mine}) > 1 or len(spare) < 2 or min(spare) < 0:
        return False
    # They may as well stand before the values: then no value stands in the first cells, and the sums don't hold there.
    filled = [each for each in mine if any(each.texts)]
    if any(any(each.texts[len(each.row.addresses) :]) for each in filled):
        return False
    padded = [each for each in filled if len(each.texts) > len(each.row.addresses)]
    if part == "requests":
        behind = sum(_has_total(each.texts[: len(each.row.addresses)]) for each in padded)
        before = sum(_has_total(each.texts[-len(each.row.addresses) :]) for each in padded)
        return before == 0 < behind
    return not padded or heads_filled or any(each.texts[0] for each in padded)


def _has_total(texts: Sequence[str]) -> bool:
    """Whether cells add up to a total that is not 0."""
    return bool(number_in_sum(texts[-1])) and adds_up(texts)


def _stand_in_columns(rows: Sequence[Standing]) -> bool:
    """Whether every cell of table 三 is there, those that labels cover, too: ten to a row."""
    mine = [each for each in rows if each.row.part == "requests"]
    if len(mine) < COLUMNS:
        return False
    first = mine[0].at - _label_column(mine[0].row)
    return all((each.at - first) % COLUMNS == _label_column(each.row) for each in mine)


def _usual(sizes: Iterable[tuple[Hashable, int]]) -> dict[Hashable, int]:
    """By kind of row the number of cells that nearly all of them have."""
    counts: dict[Hashable, Counter[int]] = {}
    for key, size in sizes:
        counts.setdefault(key, Counter())[size] += 1
    found: dict[Hashable, int] = {}
    for key, sizes_of in counts.items():
        (size, times), *_ = sizes_of.most_common(1)
        if times >= FEWEST and times * 4 >= sizes_of.total() * 3:
            found[key] = size
    return found


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
