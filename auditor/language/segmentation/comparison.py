"""How well and how fast the segmenters cut our own sentences that no training saw.

    python -m auditor.language.segmentation.comparison

Scores are those of the field: a word is right when both its borders are (F1), and recall of the words
that the training sentences do not have (OOV).  Speed is relative to jieba on the same text.
"""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from auditor.language.segmentation import Segmenter, segmenter
from auditor.language.segmentation.training import segmented_sentences
from auditor.resources import model_path


class Score(NamedTuple):
    """One line of the comparison; ``speed`` is the time of plain jieba divided by the time of this one."""

    name: str
    precision: float
    recall: float
    f1: float
    oov_recall: float
    speed: float


class _Plain:
    """A segmenter as it comes, without our dictionary and without protected numbers."""

    def __init__(self, name: str) -> None:
        self.name = f"{name} (plain)"
        if name == "jieba":
            from auditor.language.segmentation.jieba_segmenter import plain_tokenizer

            self._cut = plain_tokenizer().lcut
        else:
            import rjieba

            self._cut = rjieba.Jieba().cut

    def cut(self, text: str) -> list[str]:
        words: list[str] = self._cut(text)
        return words


def spans(words: Iterable[str]) -> list[tuple[int, int]]:
    """The borders of ``words`` in their joined text."""
    borders, position = [], 0
    for word in words:
        borders.append((position, position + len(word)))
        position += len(word)
    return borders


def score(cutter: Segmenter, gold: Sequence[Sequence[str]], known: frozenset[str]) -> tuple[float, float, float, float]:
    """Precision, recall, F1 and the recall of words outside ``known``."""
    right = cut = wanted = new = new_right = 0
    for words in gold:
        found = set(spans(cutter.cut("".join(words))))
        truth = spans(words)
        right += len(found.intersection(truth))
        cut += len(found)
        wanted += len(truth)
        unknown = [span for span, word in zip(truth, words, strict=True) if word not in known]
        new += len(unknown)
        new_right += len(found.intersection(unknown))
    precision, recall = right / cut, right / wanted
    return precision, recall, 2 * precision * recall / (precision + recall), new_right / max(new, 1)


def _seconds(cutter: Segmenter, text: str, rounds: int = 5) -> float:
    cutter.cut(text)
    times = []
    for _ in range(rounds):
        begin = time.perf_counter()
        cutter.cut(text)
        times.append(time.perf_counter() - begin)
    return min(times)


def compare(*, model: Path | None = None) -> list[Score]:
    """All segmenters, with and without our dictionary, on ``models/segmenter/data/heldout.txt``."""
    from auditor.language.segmentation.pkuseg_segmenter import PkusegSegmenter

    gold = segmented_sentences(model_path("segmenter/data/heldout.txt"))
    trained = segmented_sentences(model_path("segmenter/data/sentences.txt"))
    known = frozenset(word for words in trained for word in words)
    without_words = PkusegSegmenter(model, words=False)
    without_words.name = "pkuseg (no words)"
    cutters: list[Segmenter] = [
        _Plain("jieba"),
        segmenter("jieba"),
        _Plain("rjieba"),
        segmenter("rjieba"),
        without_words,
        PkusegSegmenter(model),
    ]
    text = "\n".join("".join(words) for words in gold)
    seconds = [_seconds(cutter, text) for cutter in cutters]
    return [
        Score(cutter.name, *score(cutter, gold, known), seconds[0] / taken)
        for cutter, taken in zip(cutters, seconds, strict=True)
    ]


def table(scores: Iterable[Score]) -> str:
    """The comparison as lines of text."""
    head = f"{'segmenter':<20}{'precision':>10}{'recall':>8}{'F1':>8}{'OOV':>8}{'speed':>8}"
    rows = [
        f"{row.name:<20}{row.precision:>10.3f}{row.recall:>8.3f}{row.f1:>8.3f}{row.oov_recall:>8.3f}{row.speed:>7.1f}x"
        for row in scores
    ]
    return "\n".join([head, *rows])


if __name__ == "__main__":
    print(table(compare()))
