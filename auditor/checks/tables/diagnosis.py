"""Which cells must change so that all sums of a table hold again.

A table's relations are linear equations over its cells with coefficients 1 and -1.  A misprinted cell
leaves the same gap in every equation that it stands in and in no other; so the fewest cells that close
all gaps, each taking a whole number of at least 0, are the likeliest fault.  Nothing here knows what
the cells mean.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from auditor.model import Value

MOST_GAPS_OF_A_PAIR = 6
"""Two cells stand in at most three equations each."""


class Equation(NamedTuple):
    """The cells of ``left`` add up to the cells of ``right``; ``total`` must be printed for it to be judged."""

    kind: str
    subject: str
    left: tuple[int, ...]
    right: tuple[int, ...]
    total: int


@dataclass(frozen=True)
class System:
    """The equations of a table."""

    equations: tuple[Equation, ...]
    size: int

    @cached_property
    def by_cell(self) -> tuple[tuple[tuple[int, int], ...], ...]:
        """For each cell the equations that it stands in, with its coefficient."""
        places: list[list[tuple[int, int]]] = [[] for _ in range(self.size)]
        for index, equation in enumerate(self.equations):
            for cell in equation.left:
                places[cell].append((index, 1))
            for cell in equation.right:
                places[cell].append((index, -1))
        return tuple(map(tuple, places))


class Change(NamedTuple):
    """A cell and what it must be instead."""

    cell: int
    value: Value


Solution = tuple[Change, ...]
Gaps = Mapping[int, Value]


class Cause(NamedTuple):
    """What explains some gaps: one solution if it is certain, several if they would repair equally."""

    solutions: tuple[Solution, ...]
    equations: tuple[int, ...]


class Explanation(NamedTuple):
    """All causes found, and the equations whose gaps none of them explains."""

    causes: tuple[Cause, ...]
    unexplained: tuple[int, ...]


@dataclass(frozen=True)
class Diagnosis:
    """A table whose equations ``judged`` can be judged; ``barred`` cells can't be changed."""

    system: System
    values: Sequence[Value]
    judged: Collection[int]
    barred: Collection[int] = ()

    def explain(self, gaps: Gaps) -> Explanation:
        """The fewest changes that close all gaps; where they are many, those that stand out."""
        single = tuple((change,) for change in self.single(gaps))
        if single:
            return Explanation((Cause(single, tuple(gaps)),), ())
        if pairs := self._pairs(gaps):
            return Explanation(tuple(self._split(pairs, gaps)), ())
        certain, rest = self._outstanding(gaps)
        causes = [Cause(((change,),), self._places(change.cell, gaps)) for change in certain]
        if not certain or not rest:
            return Explanation(tuple(causes), tuple(rest))
        remainder = self._after(certain).explain(rest)
        return Explanation((*causes, *remainder.causes), remainder.unexplained)

    def _after(self, changes: Sequence[Change]) -> Diagnosis:
        values = list(self.values)
        for change in changes:
            values[change.cell] = change.value
        return Diagnosis(self.system, values, self.judged, self.barred)

    def _places(self, cell: int, gaps: Gaps) -> tuple[int, ...]:
        return tuple(index for index, _ in self.system.by_cell[cell] if index in gaps)

    def _change(self, cell: int, gap: Value, coefficient: int) -> Change | None:
        value = self.values[cell] - coefficient * gap
        if cell in self.barred or value < 0 or value != int(value):
            return None
        return Change(cell, int(value))

    def single(self, gaps: Gaps) -> Iterator[Change]:
        """The cells each of which closes all gaps and opens none."""
        first = next(iter(gaps))
        for cell in (*self.system.equations[first].left, *self.system.equations[first].right):
            places = [place for place in self.system.by_cell[cell] if place[0] in self.judged]
            if len(places) != len(gaps):
                continue
            wanted = {coefficient * gaps[index] if index in gaps else None for index, coefficient in places}
            if len(wanted) == 1 and None not in wanted:
                index, coefficient = places[0]
                change = self._change(cell, gaps[index], coefficient)
                if change is not None:
                    yield change

    def _pairs(self, gaps: Gaps) -> list[Solution]:
        """The pairs of cells that close all gaps together."""
        if len(gaps) > MOST_GAPS_OF_A_PAIR:
            return []
        found: dict[frozenset[Change], Solution] = {}
        tried: set[Change] = set()
        for index, gap in gaps.items():
            equation = self.system.equations[index]
            for cells, coefficient in ((equation.left, 1), (equation.right, -1)):
                for cell in cells:
                    change = self._change(cell, gap, coefficient)
                    if change is None or change in tried:
                        continue
                    tried.add(change)
                    rest = self._gaps_after(change, gaps)
                    for other in self.single(rest) if rest else ():
                        if other.cell != cell:
                            found.setdefault(frozenset((change, other)), (change, other))
        return [tuple(sorted(pair)) for pair in found.values()]

    def _gaps_after(self, change: Change, gaps: Gaps) -> dict[int, Value]:
        rest = dict(gaps)
        by = change.value - self.values[change.cell]
        for index, coefficient in self.system.by_cell[change.cell]:
            if index not in self.judged:
                continue
            left = rest.get(index, 0) + coefficient * by
            if left:
                rest[index] = left
            else:
                rest.pop(index, None)
        return rest

    def _split(self, solutions: list[Solution], gaps: Gaps) -> Iterator[Cause]:
        """Independent faults apart: what all solutions share is certain, the rest of them are alternatives."""
        shared = set(solutions[0]).intersection(*solutions[1:])
        if len(solutions) == 1 and self._compensate(solutions[0], gaps):
            yield Cause((solutions[0],), tuple(gaps))
            return
        explained: set[int] = set()
        for change in sorted(shared):
            places = self._places(change.cell, gaps)
            explained.update(places)
            yield Cause(((change,),), places)
        rest = tuple(tuple(change for change in solution if change not in shared) for solution in solutions)
        if any(rest):
            yield Cause(rest, tuple(index for index in gaps if index not in explained) or tuple(gaps))

    def _compensate(self, pair: Solution, gaps: Gaps) -> bool:
        """Whether the two changes leave an equation even that each alone would open: one fault in two cells."""
        first, second = ({index for index, _ in self.system.by_cell[change.cell]} for change in pair)
        return any(index in self.judged and index not in gaps for index in first & second)

    def _outstanding(self, gaps: Gaps) -> tuple[list[Change], dict[int, Value]]:
        """The cells whose equations all fail by the same gap and that no other such cell rivals."""
        strong = [change for cell in range(self.system.size) if (change := self._fits_everywhere(cell, gaps))]
        rivals: dict[int, int] = {}
        for change in strong:
            for index in self._places(change.cell, gaps):
                rivals[index] = rivals.get(index, 0) + 1
        certain = [change for change in strong if all(rivals[index] == 1 for index in self._places(change.cell, gaps))]
        rest = dict(gaps)
        for change in certain:
            for index in self._places(change.cell, gaps):
                rest.pop(index, None)
        return certain, rest

    def _fits_everywhere(self, cell: int, gaps: Gaps) -> Change | None:
        places = [place for place in self.system.by_cell[cell] if place[0] in self.judged]
        if len(places) < 2 or any(index not in gaps for index, _ in places):
            return None
        if len({coefficient * gaps[index] for index, coefficient in places}) != 1:
            return None
        index, coefficient = places[0]
        return self._change(cell, gaps[index], coefficient)
