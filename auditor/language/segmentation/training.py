"""Trains the pkuseg model of ``models/segmenter`` on our own sentences, to the same bytes each time.

    auditor train segmenter [--output FOLDER]

The features of spacy-pkuseg's trainer are kept as they are; weights are rounded to four places and
features whose weights are all nearly zero are dropped, which makes the model small and its bytes
independent of the last bits of the arithmetic.
"""

from __future__ import annotations

import argparse
import contextlib
import io
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from auditor.resources import model_path

SEED: Final = 20240101
ITERATIONS: Final = 20
# Weights below this change no cut that the evaluation could see.
NEGLIGIBLE: Final = 0.02
PLACES: Final = 3
FILES: Final = ("features.msgpack", "weights.npz")


def segmented_sentences(path: Path) -> list[list[str]]:
    """The sentences of a file in our format: words parted by spaces, ``#`` begins a comment line."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split() for line in lines if line.strip() and not line.startswith("#")]


def train_segmenter(
    output: Path, *, sentences: Path | None = None, iterations: int = ITERATIONS, seed: int = SEED
) -> dict[str, int]:
    """Train on ``sentences`` (default: our own) and write the model into the folder ``output``.

    Returns how many sentences, words and features went in, and how many features were kept.
    """
    from spacy_pkuseg.config import config

    source = sentences or model_path("segmenter/data/sentences.txt")
    data = segmented_sentences(source)
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder, _settings(config), _seeded(seed):
        text = Path(folder) / "train.txt"
        text.write_text("\n".join(" ".join(words) for words in data) + "\n", encoding="utf-8")
        raw = Path(folder) / "model"
        import spacy_pkuseg

        with contextlib.redirect_stdout(io.StringIO()):
            spacy_pkuseg.train(str(text), str(text), str(raw), train_iter=iterations)
        features, kept = _pack(raw, output)
    return {"sentences": len(data), "words": sum(map(len, data)), "features": features, "kept": kept}


@contextlib.contextmanager
def _settings(config: Any) -> Iterator[None]:
    """pkuseg keeps its settings in one shared object; training leaves it as it was."""
    names = ("modelDir", "nThread", "ttlIter", "init_model", "trainFile", "testFile")
    before = {name: getattr(config, name, None) for name in names}
    try:
        yield
    finally:
        for name, value in before.items():
            setattr(config, name, value)


@contextlib.contextmanager
def _seeded(seed: int) -> Iterator[None]:
    state = random.getstate()
    random.seed(seed)
    try:
        yield
    finally:
        random.setstate(state)


def _pack(raw: Path, output: Path) -> tuple[int, int]:
    """Round and prune the trained model; returns the number of features before and after."""
    import numpy as np
    import srsly  # type: ignore[import-untyped]

    data = srsly.read_msgpack(raw / "features.msgpack")
    with np.load(raw / "weights.npz") as arrays:
        n_tag, n_feature = (int(size) for size in arrays["sizes"])
        weights = np.round(arrays["w"], PLACES) + 0.0
    nodes, edges = weights[: n_tag * n_feature].reshape(n_feature, n_tag), weights[n_tag * n_feature :]
    names = sorted(data["feature_to_idx"], key=data["feature_to_idx"].__getitem__)
    # Feature 0 is the bias that pkuseg gives every character.
    keep = [index for index in range(n_feature) if index == 0 or np.abs(nodes[index]).max() >= NEGLIGIBLE]
    data["feature_to_idx"] = {names[old]: new for new, old in enumerate(keep)}
    used = {part for name in data["feature_to_idx"] for part in name.split(".", 2)[-1].split("*")}
    data["bigram"] = []  # read in training only
    data["unigram"] = sorted(word for word in data["unigram"] if word in used)
    srsly.write_msgpack(output / FILES[0], data)
    np.savez_compressed(
        output / FILES[1],
        sizes=np.array([n_tag, len(keep)], dtype=np.int64),
        w=np.concatenate([nodes[keep].ravel(), edges]),
    )
    return n_feature, len(keep)


def main(argv: Sequence[str] | None = None) -> int:
    """The command ``auditor train segmenter``: train, then print the scores on the sentences held out."""
    parser = argparse.ArgumentParser(prog="auditor train segmenter", description=__doc__)
    parser.add_argument("--output", type=Path, default=model_path("segmenter"), help="folder for the model")
    parser.add_argument("--iterations", type=int, default=ITERATIONS)
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args(argv)
    counts = train_segmenter(options.output, iterations=options.iterations, seed=options.seed)
    print("  ".join(f"{name}: {count}" for name, count in counts.items()))

    from auditor.language.segmentation.comparison import compare, table

    print(table(compare(model=options.output)))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
