"""Table 四: fifteen values in one row, or five for each kind of dispute in rows or tables of their own.

Column heads never align it (handbook 1.5): a run of fifteen is the row; a run of five belongs to the kind
whose label stands before it, if there is exactly one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from auditor.addresses import DISPUTE_KINDS
from auditor.model import Cell
from auditor.reading.tables.collect import Collector, Left, Place, cell_of
from auditor.reading.tables.forms import ORDINALS, dispute_row, key_of, without_ordinal
from auditor.reading.tables.lines import joined
from auditor.reading.tables.values import adds_up, number_in_sum
from auditor.resources import load_lexicon

OF_A_KIND = 5
ALL = OF_A_KIND * len(DISPUTE_KINDS)


class Run(NamedTuple):
    """Values side by side: their texts, places for a person and, in a grid, places for the printed table."""

    texts: Sequence[str]
    wheres: Sequence[str]
    places: Sequence[Place] = ()


@cache
def _kinds() -> dict[str, int]:
    kinds = load_lexicon("tables/2021")["disputes"]["kinds"]
    found = {key_of(kind["label"]): index for index, kind in enumerate(kinds)}
    for index, kind in enumerate(kinds):
        if "under" in kind:
            found[key_of(kind["under"] + kind["label"])] = index
    return found


def kind_of(key: str) -> int | None:
    """The index of the kind of dispute that a label's key names, with or without an ordinal."""
    kinds = _kinds()
    found = kinds.get(key)
    if found is not None or key[:1] not in ORDINALS:
        return found
    return kinds.get(without_ordinal(key))


def hides_kind(key: str) -> bool:
    """Whether a label that is no kind of dispute holds one (1未经复议直接起诉): then values may be another's."""
    return kind_of(key) is None and any(kind in key for kind in _kinds())


def _is_lone_number(run: Run) -> bool:
    """Whether a run is one number, as a page's between heads is."""
    return len(run.texts) == 1 and run.texts[0].isdecimal()


def _is_doubtful(run: Run, torn: bool) -> bool:
    """Whether five values in flattened text may not be in their order, or not all of one kind.

    That is so where they don't add up although other runs are torn, or although one of them is the others' sum.
    """
    if len(run.texts) != OF_A_KIND or adds_up(run.texts):
        return False
    numbers = [number_in_sum(text) for text in run.texts]
    known = [number for number in numbers if number is not None]
    return torn or len(known) < len(numbers) or max(known) * 2 == sum(known)


@dataclass(slots=True)
class DisputeTable:
    """One table 四 as it is met: kinds named, then runs of values."""

    where: str
    named: list[int] = field(default_factory=list)
    """Kinds named since the last run."""
    runs: list[tuple[tuple[int, ...], Run]] = field(default_factory=list)
    doubtful: bool = False
    """Whether a kind's label could not be told apart from what stands beside it."""
    scrambled: bool = False
    """Whether the document's cells are in no order."""
    bars: int = 0
    heads: int = 0
    blank: Run | None = None
    """A printed row of fifteen blank cells, which counts where no other is found."""

    def name(self, kind: int) -> None:
        """A label of a kind."""
        if kind not in self.named:
            self.named.append(kind)

    def add(self, run: Run) -> None:
        """A run of values."""
        self.runs.append((tuple(self.named), run))
        self.named = []

    @property
    def full(self) -> bool:
        """Whether nothing more can belong to this table."""
        return sum(len(run.texts) for _, run in self.runs) >= ALL

    def settle(self, collector: Collector, *, lines: bool) -> None:
        """Hand the table's row to the collector; nothing where no values were met."""
        row = dispute_row()
        if not self.runs:
            if self.blank is not None:
                collector.place(row, self.blank.texts, self.blank.wheres, "grid", self.blank.places)
            return
        whole = [run for _, run in self.runs if len(run.texts) == ALL and not self.scrambled]
        if len(whole) == 1 and all(_is_lone_number(run) for _, run in self.runs if run is not whole[0]):
            run = whole[0]
            collector.place(row, run.texts, run.wheres, "grid" if run.places else "run", run.places)
            return
        torn = self._torn_row()
        if torn is not None:
            collector.place(row, torn.texts, torn.wheres, "sums")
            return
        by_kind = {} if self.doubtful else self._by_kind()
        if by_kind:
            collector.cells(row, self._cells(by_kind), self.where, self._places(by_kind))
            return
        texts = [text for _, run in self.runs for text in run.texts]
        wheres = [where for _, run in self.runs for where in run.wheres]
        filled = [at for at, text in enumerate(texts) if text]
        left = None
        if len(self.runs) == 1 and len(filled) < ALL and not self.scrambled:
            gaps = bool(filled) and filled[-1] - filled[0] >= len(filled)
            left = Left(tuple(texts[at] for at in filled), tuple(wheres[at] for at in filled), (), lines, gaps)
        collector.unread(row, joined(texts), self.where, left)

    def _torn_row(self) -> Run | None:
        """One row of fifteen torn in two or three, where the outcomes of every kind add up."""
        texts = [text for _, run in self.runs for text in run.texts]
        unnamed = not any(names for names, _ in self.runs[1:])
        if len(texts) != ALL or len(self.runs) < 2 or not unnamed or self.doubtful or self.scrambled:
            return None
        if any(len(run.texts) % OF_A_KIND == 0 for _, run in self.runs):
            return None
        kinds = [texts[start : start + OF_A_KIND] for start in range(0, ALL, OF_A_KIND)]
        if not all(map(adds_up, kinds)) or not any(number_in_sum(text) for text in texts):
            return None
        return Run(texts, [where for _, run in self.runs for where in run.wheres])

    def _by_kind(self) -> dict[int, Run]:
        """The run of each kind, where that is certain."""
        fives = [run for _, run in self.runs]
        named = [kinds for kinds, _ in self.runs]
        kinds = range(len(DISPUTE_KINDS))
        if [len(run.texts) for run in fives] == [OF_A_KIND] * len(kinds) and named[0] == tuple(kinds):
            return dict(enumerate(fives)) if not any(named[1:]) else {}
        found: dict[int, Run] = {}
        torn = any(len(run.texts) != OF_A_KIND * len(names) for names, run in self.runs)
        for names, run in self.runs:
            if not run.places and _is_doubtful(run, torn):
                continue
            if found.keys() & set(names):
                return {}
            if not names or len(run.texts) != OF_A_KIND * len(names) or list(names) != sorted(names):
                continue
            for index, kind in enumerate(names):
                cut = slice(index * OF_A_KIND, (index + 1) * OF_A_KIND)
                found[kind] = Run(run.texts[cut], run.wheres[cut], run.places[cut])
        return found

    def _cells(self, by_kind: dict[int, Run]) -> tuple[Cell, ...]:
        cells: list[Cell] = []
        addresses = dispute_row().addresses
        for kind in range(len(DISPUTE_KINDS)):
            names = addresses[kind * OF_A_KIND : (kind + 1) * OF_A_KIND]
            run = by_kind.get(kind)
            if run is None:
                cells += [Cell(None, "", "unread", "", self.where) for _ in names]
            else:
                told = zip(names, run.texts, run.wheres, strict=True)
                cells += [cell_of(address, text, "kinds", where) for address, text, where in told]
        return tuple(cells)

    @staticmethod
    def _places(by_kind: dict[int, Run]) -> tuple[Place, ...]:
        nowhere = ((-1, -1, -1),) * OF_A_KIND
        places = [by_kind[kind].places if kind in by_kind else () for kind in range(len(DISPUTE_KINDS))]
        return tuple(place for each in places for place in each or nowhere) if any(places) else ()
