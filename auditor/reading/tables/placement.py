"""Where the cells of short rows stand, as far as the sums leave one place only.

A row is short where cells vanished: a crawler dropped the blank ones, or kept only the first of several
equal lines.  Every way in which the cells that are left can stand in the row is tried; a way survives
where the row's own sum and the sums of all columns hold exactly (handbook 2.1, 2.2; a blank counts as
0).  What all surviving ways agree on is placed; where they differ nothing is.  Whether a cell that vanished
was blank or held a 0 no sum can tell.
The search is exact; where that takes too long, every way is tried alone, which takes out fewer, never more.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from auditor.reading.tables.narrowing import Narrowing, Options, Sums, in_solutions
from auditor.reading.tables.packed import LARGEST, Steps, TooMany, Vector, bounds, fits, guards, pack
from auditor.reading.tables.ways import BLANK, Lost, Placement, ways

BUDGET = 100_000
"""Additions that the exact search may make: well below a second."""

TRIES, EACH = 150_000, 20_000
"""Looks at ways that the other search may take, and each of its tries: less than half a second."""

Settled = tuple[int | None, ...]
"""A placement as far as it is certain: None where the ways differ."""


class Equations(NamedTuple):
    """The rows of table 三 that add up: new + carried in = handled + carried out, and handled = all results."""

    new: str
    carried_in: str
    handled: str
    carried_out: str
    results: tuple[str, ...]

    @property
    def balance(self) -> tuple[str, str, str, str]:
        """The rows of T3-BAL."""
        return self.new, self.carried_in, self.handled, self.carried_out

    def relations(self, options: Options) -> tuple[Sums, ...]:
        """Those of the sums whose rows are all there."""
        sums = (
            Sums((self.new, self.carried_in), (self.handled, self.carried_out)),
            Sums(self.results, (self.handled,)),
        )
        return tuple(each for each in sums if all(name in options for name in (*each.these, *each.those)))


def _vector(placement: Placement, numbers: Sequence[int]) -> Vector:
    return tuple(numbers[index] if index >= 0 else 0 for index in placement)


class _Search:
    """Sums of rows that must meet a target in every column."""

    def __init__(self, width: int, steps: Steps) -> None:
        self.width = width
        self.guard = guards(width)
        self.steps = steps

    def survivors(self, rows: Sequence[frozenset[int]], target: int) -> list[set[int]] | None:
        """For each row the vectors that take part in a way to the target; None where there is no way."""
        guard = self.guard
        # What the rows that are still to come add at least and at most.
        rest = [(0, 0)]
        for vectors in reversed(rows):
            low, high = bounds(vectors, self.width)
            rest.append((rest[-1][0] + low, rest[-1][1] + high))
        rest.reverse()
        reached = [{0}]
        for vectors, (low, high) in zip(rows, rest[1:], strict=True):
            self.steps.take(len(reached[-1]) * len(vectors))
            sums = {done + vector for done in reached[-1] for vector in vectors}
            reached.append(
                {each for each in sums if fits(each + low, target, guard) and fits(target, each + high, guard)}
            )
        if target not in reached[-1]:
            return None
        wanted = {target}
        kept: list[set[int]] = []
        for vectors, before in zip(reversed(rows), reversed(reached[:-1]), strict=True):
            self.steps.take(len(before) * len(vectors))
            pairs = [(done, vector) for done in before for vector in vectors if done + vector in wanted]
            wanted = {done for done, _ in pairs}
            kept.append({vector for _, vector in pairs})
        kept.reverse()
        return kept


class _Row(NamedTuple):
    """The ways of one short row, by the vector that they give."""

    ways: Mapping[int, tuple[Placement, ...]]
    summed: frozenset[int]
    """Vectors whose total is printed and right; the others leave the total blank."""


def _row(numbers: Sequence[int], width: int, lost: Lost) -> _Row:
    by_vector: dict[int, list[Placement]] = {}
    summed: set[int] = set()
    for placement in ways(numbers, width, lost):
        vector = _vector(placement, numbers)
        right = sum(vector[:-1]) == vector[-1]
        # A total that may be blank is a way, too: it is never confirmed, but it can make others uncertain.
        if right or placement[-1] == BLANK:
            packed = pack(vector)
            by_vector.setdefault(packed, []).append(placement)
            if right:
                summed.add(packed)
    return _Row({vector: tuple(found) for vector, found in by_vector.items()}, frozenset(summed))


def _agreed(row: _Row, vectors: set[int]) -> Settled | None:
    """What the surviving ways of a row have in common; None where no sum confirms it or nothing is common."""
    if not vectors or not vectors <= row.summed:
        return None
    placements = [placement for vector in vectors for placement in row.ways[vector]]
    first, *others = placements
    settled = tuple(
        index if all(other[column] == index for other in others) else None for column, index in enumerate(first)
    )
    return settled if any(index is not None for index in settled) else None


def place_requests(
    complete: Mapping[str, Vector], short: Mapping[str, Sequence[int]], equations: Equations, lost: Lost
) -> dict[str, Settled]:
    """The cells of table 三's short rows that the sums place.

    ``complete`` are the rows that are printed in full, ``short`` the numbers that are left of the others.
    A complete row whose own sum fails makes the table no witness: nothing is placed.
    """
    if any(sum(vector[:-1]) != vector[-1] for vector in complete.values()):
        return {}
    if any(not 0 <= number < LARGEST for numbers in (*complete.values(), *short.values()) for number in numbers):
        return {}
    width = 7
    rows = {name: _row(numbers, width, lost) for name, numbers in short.items()}
    if not all(row.ways for row in rows.values()):
        rows = {name: row for name, row in rows.items() if row.ways}
    options = {name: frozenset({pack(vector)}) for name, vector in complete.items()}
    options |= {name: frozenset(row.ways) for name, row in rows.items()}
    surviving = _surviving(options, equations, width)
    # A row of which nothing is left may have lost its blanks, or everything: it stays unread.
    settled = {name: _agreed(row, set(surviving.get(name, ()))) for name, row in rows.items() if short[name]}
    return {name: found for name, found in settled.items() if found is not None}


def _surviving(options: Options, equations: Equations, width: int) -> Options:
    """The vectors of each row of the sums that can be added up, as far as they take part in a way for all to hold.

    Exactly those, or where that would take too long some more; nothing where no way was found.
    """
    relations = equations.relations(options)
    names = {name for relation in relations for name in (*relation.these, *relation.those)}
    left: Options = {name: options[name] for name in sorted(names)}
    try:
        narrowed = Narrowing(relations, width, Steps(BUDGET)).narrowed(left) if relations else None
        if narrowed is None:
            return {}
        left = narrowed
        return _exactly(left, equations, relations, width)
    except TooMany:
        return in_solutions(left, relations, width, Steps(TRIES), EACH)


def _exactly(options: Options, equations: Equations, relations: Sequence[Sums], width: int) -> Options:
    """The vectors that take part in some way for all sums to hold.

    Raises:
        TooMany: the search takes too long.
    """
    steps = Steps(BUDGET)
    search, narrowing = _Search(width, steps), Narrowing(relations, width, steps)
    balanced = all(name in options for name in equations.balance)
    added = all(name in options for name in equations.results)
    found: dict[str, set[int]] = {name: set() for name in options}
    for handled in sorted(options[equations.handled]):
        left = narrowing.narrowed({**options, equations.handled: frozenset({handled})})
        received = _balance(left, equations, handled, search) if left is not None and balanced else {}
        if left is None or received is None:
            continue
        results = _results(left, equations, handled, search) if added else {}
        if results is None:
            continue
        found[equations.handled].add(handled)
        for name, vectors in (*received.items(), *results.items()):
            found[name] |= vectors
    return {name: frozenset(vectors) for name, vectors in found.items()}


def _results(options: Options, equations: Equations, handled: int, search: _Search) -> dict[str, set[int]] | None:
    """The vectors of the results that add up to what was handled; None where none do."""
    # Rows with one way only are taken off the target first: they cost nothing.
    found = {name: set(options[name]) for name in equations.results if len(options[name]) == 1}
    known = sum(next(iter(vectors)) for vectors in found.values())
    if not fits(known, handled, search.guard):
        return None
    open_rows = [name for name in equations.results if name not in found]
    survivors = search.survivors([options[name] for name in open_rows], handled - known)
    return None if survivors is None else found | dict(zip(open_rows, survivors, strict=True))


def _balance(options: Options, equations: Equations, handled: int, search: _Search) -> dict[str, set[int]] | None:
    """The vectors of 新收, 上年结转 and 结转下年 that balance what was handled; None where none do."""
    kept: dict[str, set[int]] = {equations.new: set(), equations.carried_in: set(), equations.carried_out: set()}
    for out in options[equations.carried_out]:
        received = search.survivors([options[equations.new], options[equations.carried_in]], handled + out)
        if received is not None:
            kept[equations.new] |= received[0]
            kept[equations.carried_in] |= received[1]
            kept[equations.carried_out].add(out)
    return kept if kept[equations.carried_out] else None


def place_disputes(numbers: Sequence[int], lost: Lost) -> Settled | None:
    """The cells of table 四 that its three sums (T4-SUM) place; None where they place none."""
    width, kinds = 15, 3
    if not 0 < len(numbers) < width or any(not 0 <= number < LARGEST for number in numbers):
        return None
    count = len(numbers)
    if lost == "either" and count < width - 4:
        # Too many ways to be told apart by three sums.
        return None
    held: list[Placement] = []
    confirmed = True
    for placement in ways(numbers, width, lost):
        vector = _vector(placement, numbers)
        right = [sum(vector[at : at + 4]) == vector[at + 4] for at in range(0, width, width // kinds)]
        blank = [placement[at] == BLANK for at in range(4, width, width // kinds)]
        if all(map(any, zip(right, blank, strict=True))):
            held.append(placement)
            confirmed = confirmed and all(right)
    if not held or not confirmed:
        return None
    first, *others = held
    settled = tuple(
        index if all(other[column] == index for other in others) else None for column, index in enumerate(first)
    )
    return settled if any(index is not None for index in settled) else None
