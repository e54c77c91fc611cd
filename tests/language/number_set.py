"""How well general Chinese numbers are read, on ``number_set.tsv``: ``python -m tests.language.number_set``.

A sentence is right when exactly its numbers are read: as many, in order, each with its value and touching the
marked place.  3‰ and 3/1000 are one value, and so are 三成 and 30%.  The half ``develop`` was used to improve
the reading; ``held out`` was not looked at.  ``python -m tests.language.number_set misses`` lists the
misses of ``develop``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import NamedTuple

from auditor.language import Number, numbers

HALVES = ("develop", "held out")
_MARK = re.compile("⟦([^=⟧]+)=([^⟧]+)⟧")


class Marked(NamedTuple):
    """A number that should be read: its place and its quantity, a per cent as a hundredth."""

    start: int
    end: int
    quantity: Fraction


class Sentence(NamedTuple):
    """One sentence of the set with its numbers."""

    kind: str
    text: str
    numbers: tuple[Marked, ...]


def sentences(half: str) -> list[Sentence]:
    """The sentences of one half: first, third, fifth for ``develop``, the others ``held out``."""
    lines = (Path(__file__).parent / "number_set.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [_sentence(kind, marked) for kind, marked in rows[HALVES.index(half) :: 2]]


def _sentence(kind: str, marked: str) -> Sentence:
    text, found, position = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[position : mark.start()]
        found.append(Marked(len(text), len(text) + len(mark[1]), _quantity(mark[2])))
        text += mark[1]
        position = mark.end()
    return Sentence(kind, text + marked[position:], tuple(found))


def _quantity(written: str) -> Fraction:
    return Fraction(written.removesuffix("%")) / (100 if written.endswith("%") else 1)


def _quantity_read(number: Number) -> Fraction:
    return Fraction(number.value) / (100 if number.kind == "percent" else 1)


def is_right(sentence: Sentence, found: Sequence[Number]) -> bool:
    """Whether ``found`` are exactly the numbers of the sentence."""
    return len(found) == len(sentence.numbers) and all(
        _quantity_read(number) == mark.quantity and number.start < mark.end and mark.start < number.end
        for number, mark in zip(found, sentence.numbers, strict=True)
    )


def misses(half: str) -> list[Sentence]:
    """The sentences of a half that are not read right."""
    return [sentence for sentence in sentences(half) if not is_right(sentence, numbers(sentence.text))]


def main() -> None:
    """Print how many sentences of each half are right."""
    for half in HALVES:
        total, wrong = len(sentences(half)), len(misses(half))
        right = total - wrong
        print(f"general Chinese numbers, {half}: {right} of {total} sentences right, {right / total:.1%}")


def print_misses() -> None:
    """Print each sentence of ``develop`` that is misread, with what was read."""
    for sentence in misses("develop"):
        read = ", ".join(f"{number.text}={number.value}({number.kind})" for number in numbers(sentence.text))
        wanted = ", ".join(f"{sentence.text[mark.start : mark.end]}={mark.quantity}" for mark in sentence.numbers)
        print(f"{sentence.kind}: {sentence.text}\n    wanted: {wanted or '-'}\n    read:   {read or '-'}")


if __name__ == "__main__":
    print_misses() if sys.argv[1:] == ["misses"] else main()
