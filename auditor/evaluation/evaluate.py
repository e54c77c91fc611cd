"""The whole evaluation: labelled passages read, faults planted in sound reports, both measured."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from auditor.evaluation.intervals import Resampling
from auditor.evaluation.label_files import FOLDER, Part, all_passages
from auditor.evaluation.labels import Passage
from auditor.evaluation.measures import READING, Score, scores
from auditor.evaluation.misses import Miss
from auditor.evaluation.outcomes import Outcome, outcome_of

PLANTED = 10_000
"""How many faults are planted by default."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What was measured, on how many passages, and every miss."""

    part: Part
    passages: int
    scores: Sequence[Score]
    misses: Sequence[Miss]


def evaluate(
    folder: Path = FOLDER,
    *,
    part: Part = "all",
    planted: int = PLANTED,
    read: Callable[[Passage], Outcome] = outcome_of,
) -> Evaluation:
    """Measure how well the passages of a folder are read, and what is found of faults planted in their reports.

    Args:
        folder: label files as ``auditor/evaluation/passages/README.md`` describes them.
        part: which of the files.
        planted: how many faults to plant at most; 0 leaves that part out.
        read: what holds a passage's reading against its labels.

    Raises:
        LabelError: the folder has no label files, or one is not in the format.
    """
    passages = all_passages(folder, part)
    outcomes = [read(passage) for passage in passages]
    found = scores(READING, outcomes, Resampling(len(outcomes)))
    if planted:
        from auditor.evaluation.planting import PLANTING, plant

        in_reports = plant(passages, planted)
        found += scores(PLANTING, in_reports, Resampling(len(in_reports)))
        outcomes += in_reports
    misses = [miss for outcome in outcomes for miss in outcome.misses]
    return Evaluation(part, len(passages), found, misses)
