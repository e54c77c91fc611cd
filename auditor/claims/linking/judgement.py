"""How sure a proposed link is, from the weights in ``models/linker``; what is too doubtful is not linked.

A logistic regression over the cues, trained by ``auditor train linker`` on the labelled passages, read with
a part of the lexicons left out, so that it learns how sure a link is where the wording is not all known.
"""

from __future__ import annotations

import json
from functools import cache
from math import exp
from typing import NamedTuple

from auditor.resources import model_path

FILE = "linker/weights.json"
SCALE = 1000
"""Weights are stored as thousandths."""


class Weights(NamedTuple):
    """The trained model; ``least`` is the sureness below which a figure is not linked."""

    bias: int
    least: float
    cues: dict[str, int]


@cache
def weights() -> Weights:
    """The weights as they are stored."""
    stored = json.loads(model_path(FILE).read_text(encoding="utf-8"))
    return Weights(stored["bias"], float(stored["least"]), stored["weights"])


def sureness(cues: tuple[str, ...]) -> float:
    """How likely a link with these cues is right, 0 to 1; a cue that training never met counts nothing."""
    trained = weights()
    known = trained.cues
    total = trained.bias + sum(known.get(cue, 0) for cue in cues)
    return 1 / (1 + exp(-total / SCALE))


def is_doubtful(certainty: float) -> bool:
    """Whether a link is too unsure to be made."""
    return certainty < weights().least
