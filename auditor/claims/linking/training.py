"""Trains how sure a link is, on the labelled passages, to the same bytes each time.

    auditor train linker [--output FILE]

The rules were written with these passages at hand, so on them they are surer than they may be elsewhere.
Hence each round reads the passages with a seventh of the words of the lexicons taken out: the reader then
meets wordings it doesn't know about as often as in passages that nobody looked at.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from auditor.claims.linking.judgement import FILE, SCALE
from auditor.resources import lexicon_path, model_path

ROUNDS: Final = 20
LEFT_OUT: Final = 0.15
STRENGTH: Final = 0.1
"""The inverse of the regularisation, chosen by cross-validation over passages."""
LEAST: Final = 0.5
"""A false alarm costs as much as a miss: a link is made where it is more likely right than wrong."""
NEGLIGIBLE: Final = 10
_THINNED: Final = ("requests", "disputes", "active", "fillers", "lookalikes", "channels", "scopes", "denials")
# A word of a list, but not its last, so that no list is left empty.
_WORD = re.compile(r'"[^"\\\n]{2,}", ')


class Example(NamedTuple):
    """A proposed link: its cues, and whether the labels say that it is right."""

    cues: tuple[str, ...]
    right: bool


def proposed_links() -> Iterator[Example]:
    """The links proposed in the passages for development, as the lexicons at hand read them."""
    from auditor.claims import read_text
    from auditor.evaluation.label_files import all_passages
    from auditor.reading.bodies import body_of

    for passage in all_passages():
        if not passage.file.startswith("dev"):
            continue
        reading = read_text(
            passage.text, year=passage.year, agency=passage.agency, body=passage.body or body_of(passage.agency)
        )
        labels = {(mark.start, mark.end): mark.readings for mark in passage.figures}
        linked: dict[tuple[int, int], list[tuple[str, tuple[str, ...]]]] = {}
        for figure in reading.figures:
            if figure.cues and figure.named and figure.barred in (None, "doubt"):
                linked.setdefault((figure.start, figure.end), []).append((figure.named, figure.cues))
        for span, links in linked.items():
            readings = labels.get(span, ())
            right = tuple(sorted(address for address, _ in links)) in {tuple(sorted(one)) for one in readings}
            yield Example(links[0][1], right)


def train_linker(output: Path) -> dict[str, int]:
    """Train and write the weights; returns how many examples went in and how many cues were kept."""
    from sklearn.feature_extraction import DictVectorizer
    from sklearn.linear_model import LogisticRegression

    examples = [example for seed in range(ROUNDS) for example in _round(seed)]
    vectorizer = DictVectorizer()
    matrix = vectorizer.fit_transform([dict.fromkeys(example.cues, 1) for example in examples])
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    model.fit(matrix, [example.right for example in examples])
    pairs = zip(vectorizer.get_feature_names_out(), model.coef_[0], strict=True)
    found = {str(cue): round(float(weight) * SCALE) for cue, weight in pairs}
    weights = {cue: weight for cue, weight in sorted(found.items()) if abs(weight) >= NEGLIGIBLE}
    stored = {"bias": round(float(model.intercept_[0]) * SCALE), "least": LEAST, "weights": weights}
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_text(json.dumps(stored, ensure_ascii=False, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    return {"examples": len(examples), "right": sum(example.right for example in examples), "cues": len(weights)}


def _round(seed: int) -> list[Example]:
    """The examples of one round, from a process of its own: lexicons are loaded once in a process."""
    with tempfile.TemporaryDirectory() as folder:
        lexicons = Path(folder) / "lexicons"
        shutil.copytree(lexicon_path("."), lexicons)
        _thin(lexicons, random.Random(seed))
        run = subprocess.run(
            [sys.executable, "-m", __name__],
            env={**os.environ, "AUDITOR_LEXICONS": str(lexicons), "PYTHONHASHSEED": "0"},
            stdout=subprocess.PIPE,
            check=True,
        )
    return [Example(tuple(cues), right) for cues, right in map(json.loads, run.stdout.splitlines())]


def _thin(lexicons: Path, rng: random.Random) -> None:
    """Take words out of the lists, here and there."""
    for name in _THINNED:
        path = lexicons / "claims" / f"{name}.toml"
        text = path.read_text(encoding="utf-8")
        kept = _WORD.sub(lambda word: word.group() if rng.random() >= LEFT_OUT else "", text)
        path.write_text(kept, encoding="utf-8")


def main() -> None:
    """Print the examples that the lexicons at hand give, a line each."""
    for example in proposed_links():
        print(json.dumps(example, ensure_ascii=False))


def default_output() -> Path:
    """Where the weights stand."""
    return model_path(FILE)


if __name__ == "__main__":
    main()
