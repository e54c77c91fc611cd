"""Bootstrap intervals: how far a share would move had other passages of the same sort been drawn.

Whole passages (for the planted faults whole reports) are drawn with replacement, since the figures of one passage are
not independent of each other.  The draw is seeded, and the shares are compared as whole numbers: the same labels and
the same reader give the same interval.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

RESAMPLES = 1000
SEED = 20240131
_SCALE = 10**9  # shares are compared in billionths


class Interval(NamedTuple):
    """The middle 95 % of the resampled shares."""

    low: Decimal
    high: Decimal


class Resampling:
    """One set of draws over so many passages, used for every measure."""

    def __init__(self, units: int, *, resamples: int = RESAMPLES, seed: int = SEED) -> None:
        import numpy

        draw = Random(seed)
        rows = (draw.choices(range(units), k=units) if units else [] for _ in range(resamples))
        self._times: npt.NDArray[np.int64] = numpy.array(
            [numpy.bincount(row, minlength=units) for row in rows], dtype=numpy.int64
        ).reshape(resamples, units)

    def interval(self, hits: Sequence[int], bases: Sequence[int]) -> Interval | None:
        """The interval of Σ hits / Σ bases, both given passage by passage; None where nothing was ever drawn."""
        import numpy

        drawn = self._times @ numpy.array([hits, bases], dtype=numpy.int64).reshape(2, -1).T
        shares = sorted(int(hit) * _SCALE // int(base) for hit, base in drawn if base)
        if not shares:
            return None
        # The 2.5th and the 97.5th percentile: a fortieth is cut off at each end.
        cut = len(shares) // 40
        return Interval(_share(shares[cut]), _share(shares[-1 - cut]))


def _share(billionths: int) -> Decimal:
    return Decimal(billionths) / _SCALE


def per_cent(share: Decimal | Fraction) -> str:
    """A share in per cent with one decimal, rounded half up; exact, no binary float on the way."""
    thousandths = Fraction(share) * 1000
    rounded = (2 * thousandths.numerator + thousandths.denominator) // (2 * thousandths.denominator)
    return f"{rounded // 10}.{rounded % 10}"
