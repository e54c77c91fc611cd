"""Damage to sentences: their numbers, units, marks and order."""

from __future__ import annotations

import re
from random import Random

from tests.fuzz.oddities import few, number, scrap

_NUMBER = re.compile(r"\d[\d,.]*%?")
_MARK = re.compile(r"[，。；：、！？,.;:()（）“”《》]")
_PIECES = re.compile(r"(?<=[，。；\n])")
_UNITS = (
    "件",
    "条",
    "次",
    "万",
    "%",
    "个百分点",
    "倍",
    "万元",
    "亿",
    "余件",
    "多条",
    "期",
    "篇",
    "天",
    "年",
    "月",
    "分",
    "成",
    "分之一",
    "",
)
_MARKS = "，。；：、！？,.;:()（）“”《》\n "


def damaged(rng: Random, text: str, other: str) -> str:
    """``text`` with numbers, marks and clauses changed; ``other`` lends clauses."""
    for _ in range(few(rng)):
        text = rng.choice(_WAYS)(rng, text, other)
    return text[:60_000]


def _any(rng: Random, pattern: re.Pattern[str], text: str) -> tuple[int, int]:
    found = list(pattern.finditer(text))
    return rng.choice(found).span() if found else (0, 0)


def _renumber(rng: Random, text: str, other: str) -> str:
    start, end = _any(rng, _NUMBER, text)
    return text[:start] + number(rng) + text[end:]


def _unit(rng: Random, text: str, other: str) -> str:
    _, end = _any(rng, _NUMBER, text)
    return text[:end] + rng.choice(_UNITS) + text[end + rng.randrange(3) :]


def _mark(rng: Random, text: str, other: str) -> str:
    start, end = _any(rng, _MARK, text)
    return text[:start] + rng.choice(("", rng.choice(_MARKS))) + text[end:]


def _unmarked(rng: Random, text: str, other: str) -> str:
    return text.replace(rng.choice(_MARKS), rng.choice(("", rng.choice(_MARKS))))


def _clauses(rng: Random, text: str, other: str) -> str:
    pieces = _PIECES.split(text)
    at, end = rng.randrange(len(pieces)), rng.randrange(len(pieces)) + 1
    way = rng.randrange(4)
    if way == 0:
        del pieces[at : at + rng.randint(1, 3)]
    elif way == 1:
        pieces[at:at] = [pieces[at]] * rng.choice((1, 2, 40))
    elif way == 2:
        pieces[at:end] = pieces[at:end][::-1]
    else:
        pieces[at:at] = [rng.choice(_PIECES.split(other))]
    return "".join(pieces)


def _odd(rng: Random, text: str, other: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + scrap(rng) + text[at + rng.randrange(4) :]


def _lose(rng: Random, text: str, other: str) -> str:
    at = rng.randrange(len(text) + 1)
    return text[:at] + text[at + rng.choice((1, 2, 5, 40)) :]


def _cut(rng: Random, text: str, other: str) -> str:
    at = rng.randrange(len(text) + 1)
    return rng.choice((text[:at], text[at:]))


def _between(rng: Random, text: str, other: str) -> str:
    start = rng.randrange(len(text) + 1)
    end = start + rng.choice((2, 10, 80))
    return text[:start] + rng.choice((" ", "\n", "\u200b", "|", "\u3000")).join(text[start:end]) + text[end:]


_WAYS = (_renumber, _renumber, _unit, _mark, _unmarked, _clauses, _clauses, _odd, _odd, _lose, _cut, _between)
