"""The measures: what is divided by what, in total and by kind, each with its interval."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from typing import NamedTuple

from auditor.evaluation.intervals import Interval, Resampling
from auditor.evaluation.outcomes import WHOLE, Outcome


class Measure(NamedTuple):
    """A share: ``name`` is its key in ``lexicons/messages/evaluation.toml``, the others are names of counts."""

    name: str
    hit: str
    base: str


READING: tuple[Measure, ...] = (
    Measure("figures.precision", "figures hit", "figures found"),
    Measure("figures.recall", "figures hit", "figures labelled"),
    Measure("values", "values right", "figures hit"),
    Measure("links.precision", "links right", "links found"),
    Measure("links.recall", "labelled links right", "links labelled"),
    Measure("absences.precision", "absences hit", "absences found"),
    Measure("absences.recall", "absences hit", "absences labelled"),
    Measure("relations.precision", "relations hit", "relations found"),
    Measure("relations.recall", "relations hit", "relations labelled"),
    Measure("broken", "broken hit", "broken labelled"),
    Measure("alarms", "clean passages alarmed", "clean passages"),
)
"""What is measured on passages; :data:`FIGURES_F1` stands after the two that it is made of."""

FIGURES_F1 = "figures.f1"


class Score(NamedTuple):
    """A measured share: ``hits`` of ``of``; ``kind`` is empty for the total."""

    measure: str
    kind: str
    hits: int
    of: int
    interval: Interval | None

    @property
    def share(self) -> Fraction | None:
        """The share, exact; None where there was nothing to measure."""
        return Fraction(self.hits, self.of) if self.of else None


def scores(measures: Iterable[Measure], outcomes: Sequence[Outcome], resampling: Resampling) -> list[Score]:
    """Every measure in total and, where it has kinds, by kind in alphabetical order."""
    result: list[Score] = []
    for measure in measures:
        kinds = {kind for outcome in outcomes for name, kind in outcome.counts if name == measure.base}
        for kind in sorted(kinds | {WHOLE}):
            hits = [outcome.counts[measure.hit, kind] for outcome in outcomes]
            bases = [outcome.counts[measure.base, kind] for outcome in outcomes]
            result.append(_score(measure.name, kind, hits, bases, resampling))
        if measure.name == "figures.recall":
            result += _f1(outcomes, resampling)
    return result


def _f1(outcomes: Sequence[Outcome], resampling: Resampling) -> Iterator[Score]:
    """F1 of the figures: 2 · hits of (found + labelled)."""
    counts = [outcome.counts for outcome in outcomes]
    hits = [2 * count["figures hit", WHOLE] for count in counts]
    bases = [count["figures found", WHOLE] + count["figures labelled", WHOLE] for count in counts]
    yield _score(FIGURES_F1, WHOLE, hits, bases, resampling)


def _score(name: str, kind: str, hits: list[int], bases: list[int], resampling: Resampling) -> Score:
    return Score(name, kind, sum(hits), sum(bases), resampling.interval(hits, bases) if any(bases) else None)
