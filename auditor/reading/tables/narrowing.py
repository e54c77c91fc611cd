"""Fewer ways for short rows: those are taken out that no choice of the other rows can balance in every column.

What is left may still hold ways that no whole solution has; what is taken out is in none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from auditor.reading.tables.packed import Steps, TooMany, bounds, fits, guards

Options = Mapping[str, frozenset[int]]
"""By row the vectors that it can have, packed."""


class Sums(NamedTuple):
    """Rows whose sum is, column by column, the sum of others."""

    these: tuple[str, ...]
    those: tuple[str, ...]


class Narrowing:
    """What sums leave of the ways of rows; every look at a way is a step."""

    def __init__(self, relations: Sequence[Sums], width: int, steps: Steps) -> None:
        self._relations = relations
        self._width = width
        self._steps = steps

    def narrowed(self, options: Options) -> dict[str, frozenset[int]] | None:
        """The ways that are left, None where a row has none.

        Raises:
            TooMany: the steps are used up.
        """
        left = dict(options)
        reach = {name: bounds(ways, self._width) for name, ways in left.items() if ways}
        if len(reach) < len(left):
            return None
        changed = True
        while changed:
            changed = False
            for relation in self._relations:
                for name, kept in self._fitting(left, reach, relation):
                    if not kept:
                        return None
                    left[name], reach[name] = kept, bounds(kept, self._width)
                    changed = True
        return left

    def _fitting(
        self, left: Options, reach: Mapping[str, tuple[int, int]], relation: Sums
    ) -> Iterator[tuple[str, frozenset[int]]]:
        """The rows of a relation that have fewer ways once the least and the most of the others are known."""
        guard = guards(self._width)
        for mine, others in (relation.these, relation.those), (relation.those, relation.these):
            least, most = _sides(reach, others)
            for name in mine:
                ways = left[name]
                # Those before it may have fewer ways by now.
                my_least, my_most = _sides(reach, mine)
                self._steps.take(len(ways))
                rest_least, rest_most = my_least - reach[name][0], my_most - reach[name][1]
                kept = frozenset(
                    way for way in ways if fits(way + rest_least, most, guard) and fits(least, way + rest_most, guard)
                )
                if len(kept) < len(ways):
                    yield name, kept

    def solution(self, options: Options) -> dict[str, int] | None:
        """One choice of a way for every row that balances everything, None where there is none.

        Raises:
            TooMany: the steps are used up.
        """
        left = self.narrowed(options)
        if left is None:
            return None
        open_rows = [name for name, ways in left.items() if len(ways) > 1]
        if not open_rows:
            return {name: next(iter(ways)) for name, ways in left.items()}
        name = min(open_rows, key=lambda each: (len(left[each]), each))
        tries = (self.solution({**left, name: frozenset({way})}) for way in sorted(left[name]))
        return next((found for found in tries if found is not None), None)


def in_solutions(options: Options, relations: Sequence[Sums], width: int, steps: Steps, each: int) -> Options:
    """The ways of which it is not known that they are in no solution; nothing where no solution is found.

    Every way is tried alone, with at most so many steps ``each``.
    """

    def solution(tried: Options) -> dict[str, int] | None:
        allowed = Steps(each, steps)
        return Narrowing(relations, width, allowed).solution(tried)

    try:
        first = solution(options)
    except TooMany:
        first = None
    if first is None:
        return {}
    left = dict(options)
    sure = {name: {way} for name, way in first.items()}
    for name in sorted(left, key=lambda row: (len(left[row]), row)):
        for way in sorted(left[name]):
            if way in sure[name]:
                continue
            try:
                found = solution({**left, name: frozenset({way})})
            except TooMany:
                if steps.left <= 0:
                    return left
                continue
            if found is None:
                left[name] -= {way}
            else:
                for row, vector in found.items():
                    sure[row].add(vector)
    return left


def _sides(reach: Mapping[str, tuple[int, int]], names: Sequence[str]) -> tuple[int, int]:
    """The least and the most that rows can add up to."""
    return sum(reach[name][0] for name in names), sum(reach[name][1] for name in names)
