"""Damage to the lines of a text: what crawlers, copying by hand and broken exports do, and worse."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.oddities import few, number, scrap

_NUMBER = re.compile(r"\d[\d,.]*")


def damaged(rng: Random, text: str, other: str) -> str:
    """``text`` with some lines lost, repeated, torn, joined, moved, or with odd things in them."""
    lines = text.split("\n")
    others = other.split("\n")
    for _ in range(few(rng)):
        rng.choice(_WAYS)(rng, lines, others)
        if not lines:
            lines.append("")
    return rng.choice(("\n", "\n", "\n", "\n", "\r\n", "\r", "\n\n", "\u2028")).join(lines)


def _run(rng: Random, lines: list[str]) -> slice:
    start = rng.randrange(len(lines) + 1)
    return slice(start, start + rng.choice((1, 1, 1, 2, 5, 15, 60)))


def _drop(rng: Random, lines: list[str], others: list[str]) -> None:
    del lines[_run(rng, lines)]


def _repeat(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    lines[run] = lines[run] * rng.choice((2, 2, 3, 10))


def _shift(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    taken = lines[run]
    del lines[run]
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = taken


def _tear(rng: Random, lines: list[str], others: list[str]) -> None:
    at = rng.randrange(len(lines))
    line = lines[at]
    cut = rng.randrange(len(line) + 1)
    lines[at : at + 1] = [line[:cut], line[cut:]]


def _tear_all(rng: Random, lines: list[str], others: list[str]) -> None:
    at = rng.randrange(len(lines))
    width = rng.choice((1, 2, 7, 30))
    line = lines[at]
    lines[at : at + 1] = [line[i : i + width] for i in range(0, len(line), width)] or [""]


def _join(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    lines[run] = [rng.choice(("", " ", "|", " | ", "\t", "||")).join(lines[run])]


def _swap(rng: Random, lines: list[str], others: list[str]) -> None:
    one, two = rng.randrange(len(lines)), rng.randrange(len(lines))
    lines[one], lines[two] = lines[two], lines[one]


def _turn(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    lines[run] = lines[run][::-1]


def _insert(rng: Random, lines: list[str], others: list[str]) -> None:
    at = rng.randrange(len(lines) + 1)
    lines[at:at] = [scrap(rng)] * rng.choice((1, 1, 1, 3, 30))


def _odd(rng: Random, lines: list[str], others: list[str]) -> None:
    at = rng.randrange(len(lines))
    line = lines[at]
    place = rng.randrange(len(line) + 1)
    lines[at] = line[:place] + scrap(rng) + line[place + rng.randrange(3) :]


def _renumber(rng: Random, lines: list[str], others: list[str]) -> None:
    at = rng.randrange(len(lines))
    found = [index for index in [*range(at, len(lines)), *range(at)] if _NUMBER.search(lines[index])]
    if found:
        written = number(rng)
        lines[found[0]] = _NUMBER.sub(lambda _: written, lines[found[0]], count=rng.choice((0, 1, 1)))


def _rebar(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    old, new = rng.choice(
        (
            ("|", ""),
            ("|", "||"),
            ("|", "\t"),
            (" |", "|"),
            ("|", "｜"),
            (" ", "|"),
            ("|", "\n"),
            ("|", "\\|"),
            ("0", ""),
        )
    )
    lines[run] = [line.replace(old, new) for line in lines[run]]


def _blanks(rng: Random, lines: list[str], others: list[str]) -> None:
    run = _run(rng, lines)
    lines[run] = [piece for line in lines[run] for piece in (line, rng.choice(("", " ", "|", "\u3000")))]


def _splice(rng: Random, lines: list[str], others: list[str]) -> None:
    lines[_run(rng, lines)] = others[_run(rng, others)]


_WAYS = (
    _drop, _drop, _repeat, _shift, _tear, _tear_all, _join, _join, _swap, _turn, _insert, _odd, _odd, _renumber,
    _renumber, _rebar, _blanks, _splice,
)  # fmt: skip
