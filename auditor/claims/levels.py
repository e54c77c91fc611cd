"""A level reached and the one that it was reached from: 由9件增至14件, 较上年的15件下降26.7%，为11件.

Words of change and of the level behind them are those of ``lexicons/claims/periods.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.claims.sentence import Sentence
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.resources import load_lexicon


class Level(NamedTuple):
    """Two quantities of a sentence, by place: what was before and what is now."""

    before: int
    now: int


@cache
def _rise() -> re.Pattern[str]:
    """What stands between the two: a verb of change, then 到, 至 or 为."""
    lexicon = load_lexicon("claims/periods")
    change = trie_pattern(normalise(word) for key in ("growth_up", "growth_down") for word in lexicon[key])
    level = trie_pattern(map(normalise, lexicon["level_after_change"]))
    return re.compile(rf"(?:，)?[^，。；\d]{{0,6}}{change}了?{level}(?:今年的?|本年度?的?|目前的?|现在的?)?\s*")


@cache
def _reached() -> re.Pattern[str]:
    """What stands between a change and the level that it led to (，为11件)."""
    level = trie_pattern(map(normalise, load_lexicon("claims/periods")["level_after_change"]))
    return re.compile(rf"，?\s*{level}\s*")


_MAY_RISE = re.compile(r"[由从]")
_FROM = re.compile(r"[由从](?:(?:19|20)\d\d年度?的?)?[^，。；\d]{0,10}$")


def levels(sentence: Sentence) -> list[Level]:
    """The pairs of levels of a sentence that 由 … 至 … joins, in order."""
    found: list[Level] = []
    quantities = sentence.quantities
    if len(quantities) < 2 or not _MAY_RISE.search(sentence.text, sentence.start, quantities[-1].start):
        return found
    for place in range(len(quantities) - 1):
        before, now = quantities[place], quantities[place + 1]
        if before.unit != now.unit or not _rise().fullmatch(sentence.text, before.end, now.start):
            continue
        if _FROM.search(sentence.text, sentence.start, before.start):
            found.append(Level(place, place + 1))
    return found


def is_level_reached(sentence: Sentence, place: int, changes: set[int]) -> bool:
    """Whether a quantity is the level that the change before it led to; ``changes`` are the places of changes."""
    if place - 1 not in changes:
        return False
    before, now = sentence.quantities[place - 1], sentence.quantities[place]
    return _reached().fullmatch(sentence.text, before.end, now.start) is not None
