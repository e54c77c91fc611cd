"""Every way in which the cells that are left of a row can stand in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import combinations
from typing import Literal

BLANK = -1
"""In a placement: nothing is printed here."""

Placement = tuple[int, ...]
"""For every column the index of the cell that stands there, or ``BLANK``."""

Lost = Literal["blanks", "repeats", "either"]
"""What can have vanished: blank cells; all but the first of equal neighbours; or both."""


@cache
def _ways(count: int, width: int, lost: Lost) -> tuple[Placement, ...]:
    if lost == "blanks":
        return tuple(_spread(range(count), places, width) for places in combinations(range(width), count))
    if lost == "repeats":
        return tuple(_repeated(count, width))
    found: list[Placement] = []
    for printed in range(count, width + 1):
        for repeated in _repeated(count, printed):
            found += [_spread(repeated, places, width) for places in combinations(range(width), printed)]
    return tuple(found)


def _spread(cells: Iterable[int], places: Sequence[int], width: int) -> Placement:
    at = dict(zip(places, cells, strict=True))
    return tuple(at.get(column, BLANK) for column in range(width))


def _repeated(count: int, width: int) -> Iterator[Placement]:
    """Every way in which ``count`` cells fill ``width`` places, each of them one or several side by side."""
    for cuts in combinations(range(1, width), count - 1):
        edges = (0, *cuts, width)
        yield tuple(index for index in range(count) for _ in range(edges[index + 1] - edges[index]))


def ways(numbers: Sequence[int], width: int, lost: Lost) -> tuple[Placement, ...]:
    """All placements of the cells that are left, in their order; of no cell only where all can have been blank."""
    if not numbers:
        return () if lost == "repeats" else ((BLANK,) * width,)
    return _ways(len(numbers), width, lost) if len(numbers) <= width else ()
