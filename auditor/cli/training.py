"""``auditor train``: make a model anew from the data that the project ships."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from auditor.cli.rulebook import chosen_language
from auditor.cli.words import word


def run(options: Namespace) -> int:
    """Train one model and say what went in and where it stands."""
    train, place = _MODELS[options.model]()
    output = Path(options.output) if options.output else place
    counts = train(output)
    told = ", ".join(f"{name} {count}" for name, count in counts.items())
    sys.stdout.write(word("train.done", chosen_language(options), output=output, counts=told) + "\n")
    return 0


_Trained = tuple[Callable[[Path], dict[str, int]], Path]


def _linker() -> _Trained:
    from auditor.claims.linking.training import default_output, train_linker

    return train_linker, default_output()


def _segmenter() -> _Trained:
    from auditor.language.segmentation.training import train_segmenter
    from auditor.resources import model_path

    return train_segmenter, model_path("segmenter")


_MODELS: dict[str, Callable[[], _Trained]] = {"linker": _linker, "segmenter": _segmenter}
