"""Where the cells of short rows stand, as far as the sums leave one place only.

A row is short where cells vanished: a crawler dropped the blank ones, or kept only the first of several
equal lines.  Every way in which the cells that are left can stand in the row is tried; a way survives
where the row's own sum and the sums of all columns hold exactly (handbook 2.1, 2.2; a blank counts as
0).  What all surviving ways agree on is placed; where they differ nothing is.  Whether a cell that vanished
was blank or held a 0 no sum can tell.
The search is exact and bounded: beyond ``BUDGET`` steps nothing is placed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import NamedTuple

from auditor.reading.tables.ways import BLANK, Lost, Placement, ways

BUDGET = 200_000
"""Additions that one search may make: well below a second."""

LARGEST = 10**15
"""Greater numbers are no counts; they would not fit the fields that columns are added up in."""

Vector = tuple[int, ...]
"""The numbers of a row by column, 0 for a blank."""

Settled = tuple[int | None, ...]
"""A placement as far as it is certain: None where the ways differ."""

_FIELD = 64


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


class TooMany(Exception):  # noqa: N818 - no error: the search says that it gives up
    """The search would take more steps than ``BUDGET``."""


def _vector(placement: Placement, numbers: Sequence[int]) -> Vector:
    return tuple(numbers[index] if index >= 0 else 0 for index in placement)


def _pack(vector: Vector) -> int:
    packed = 0
    for number in reversed(vector):
        packed = packed << _FIELD | number
    return packed


_GUARD = 1 << (_FIELD - 1)


@cache
def _guards(width: int) -> int:
    return _pack((_GUARD,) * width)


class _Search:
    """Sums of rows that must meet a target in every column; counts its steps."""

    def __init__(self, width: int) -> None:
        self.guards = _guards(width)
        self.steps = 0

    def fits(self, part: int, whole: int) -> bool:
        """Whether no column of ``part`` is greater than that of ``whole``."""
        return ((whole | self.guards) - part) & self.guards == self.guards

    def survivors(self, rows: Sequence[frozenset[int]], target: int) -> list[set[int]] | None:
        """For each row the vectors that take part in a way to the target; None where there is no way."""
        reached = [{0}]
        for vectors in rows:
            self._count(len(reached[-1]) * len(vectors))
            sums = {done + vector for done in reached[-1] for vector in vectors}
            reached.append({each for each in sums if self.fits(each, target)})
        if target not in reached[-1]:
            return None
        wanted = {target}
        kept: list[set[int]] = []
        for vectors, before in zip(reversed(rows), reversed(reached[:-1]), strict=True):
            self._count(len(before) * len(vectors))
            pairs = [(done, vector) for done in before for vector in vectors if done + vector in wanted]
            wanted = {done for done, _ in pairs}
            kept.append({vector for _, vector in pairs})
        kept.reverse()
        return kept

    def _count(self, steps: int) -> None:
        self.steps += steps
        if self.steps > BUDGET:
            raise TooMany


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
            packed = _pack(vector)
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
    options = {name: frozenset({_pack(vector)}) for name, vector in complete.items()}
    options |= {name: frozenset(row.ways) for name, row in rows.items()}
    try:
        surviving = _surviving(options, equations, _Search(width))
    except TooMany:
        return {}
    # A row of which nothing is left may have lost its blanks, or everything: it stays unread.
    settled = {name: _agreed(row, surviving.get(name, set())) for name, row in rows.items() if short[name]}
    return {name: found for name, found in settled.items() if found is not None}


def _surviving(options: Mapping[str, frozenset[int]], equations: Equations, search: _Search) -> dict[str, set[int]]:
    """The vectors of each row that take part in some way for which all sums hold that can be added up."""
    balanced = all(name in options for name in equations.balance)
    added = all(name in options for name in (*equations.results, equations.handled))
    found: dict[str, set[int]] = {}
    if equations.handled not in options or not (balanced or added):
        return found
    # Rows with one way only are taken off the target first: they cost nothing.
    known = sum(next(iter(options[name])) for name in equations.results if added and len(options[name]) == 1)
    open_rows = [name for name in equations.results if added and len(options[name]) > 1]
    for handled in options[equations.handled]:
        received = _balance(options, equations, handled, search) if balanced else {}
        if received is None:
            continue
        results: list[set[int]] | None = []
        if added:
            if not search.fits(known, handled):
                continue
            results = search.survivors([options[name] for name in open_rows], handled - known)
        if results is None:
            continue
        found.setdefault(equations.handled, set()).add(handled)
        for name, vectors in (*received.items(), *zip(open_rows, results, strict=True)):
            found.setdefault(name, set()).update(vectors)
    if added and equations.handled in found:
        for name in equations.results:
            if len(options[name]) == 1:
                found[name] = set(options[name])
    return found


def _balance(
    options: Mapping[str, frozenset[int]], equations: Equations, handled: int, search: _Search
) -> dict[str, set[int]] | None:
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
