"""Rows of counts packed into one integer each, so that all columns are added up and compared at once."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

LARGEST = 10**15
"""Greater numbers are no counts; they would not fit the fields that columns are added up in."""

Vector = tuple[int, ...]
"""The numbers of a row by column, 0 for a blank."""

_FIELD = 64
_MASK = (1 << _FIELD) - 1
_GUARD = 1 << (_FIELD - 1)


class TooMany(Exception):  # noqa: N818 - no error: the search says that it gives up
    """The search would take more steps than it may."""


class Steps:
    """Counts the additions of a search that is bounded, also against those of a search that it is a part of."""

    def __init__(self, most: int, whole: Steps | None = None) -> None:
        self.left = most
        self._whole = whole

    def take(self, count: int) -> None:
        """Take steps.

        Raises:
            TooMany: none are left.
        """
        self.left -= count
        if self._whole is not None:
            self._whole.take(count)
        if self.left < 0:
            raise TooMany


def pack(vector: Vector) -> int:
    """A row as one number, a field a column."""
    packed = 0
    for number in reversed(vector):
        packed = packed << _FIELD | number
    return packed


@lru_cache(maxsize=4096)
def _unpacked(packed: int, width: int) -> Vector:
    return tuple(packed >> _FIELD * column & _MASK for column in range(width))


@cache
def guards(width: int) -> int:
    """The highest bit of every field, which no sum reaches."""
    return pack((_GUARD,) * width)


def fits(part: int, whole: int, guard: int) -> bool:
    """Whether no column of ``part`` is greater than that of ``whole``."""
    return ((whole | guard) - part) & guard == guard


def bounds(rows: Iterable[int], width: int) -> tuple[int, int]:
    """The least and the greatest number of every column, each packed."""
    columns = list(zip(*(_unpacked(row, width) for row in rows), strict=True))
    return pack(tuple(map(min, columns))), pack(tuple(map(max, columns)))
