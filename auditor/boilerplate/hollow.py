"""Stock phrases in a sentence (handbook 4.3), each with the weight that it has against the sentence."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.language.phrases import overlapping, trie_pattern
from auditor.resources import load_lexicon


class HollowHit(NamedTuple):
    """Where a stock phrase stands in the sentence; ``weight`` is 1 or 2."""

    start: int
    end: int
    weight: int


class _Vocabulary(NamedTuple):
    phrases: re.Pattern[str]
    double: frozenset[str]
    template: re.Pattern[str]
    intensifiers: re.Pattern[str]


@cache
def _vocabulary() -> _Vocabulary:
    words = load_lexicon("boilerplate/hollow_phrases")
    every = [*words["problems"], *words["double"], *words["measures"], *words["frames"]]
    template = words["template"]
    gap = rf"[^，。；、：\s]{{0,{template['gap']}}}?"
    subjects, predicates = trie_pattern(template["subjects"]), trie_pattern(template["predicates"])
    return _Vocabulary(
        phrases=overlapping(every),
        double=frozenset(words["double"]),
        template=re.compile(f"{subjects}{gap}{predicates}"),
        intensifiers=re.compile(trie_pattern(words["intensifiers"])),
    )


def hollow_hits(text: str) -> list[HollowHit]:
    """The stock phrases of a normalised sentence, in order.

    A phrase inside a longer one is not counted again.  The template (a stock subject with a stock
    predicate: 解读工作的深度还不够) counts where no listed phrase touches it.
    """
    words = _vocabulary()
    hits: list[HollowHit] = []
    reach = 0
    for match in words.phrases.finditer(text):
        start, end = match.span(1)
        if end <= reach:
            continue
        hits.append(HollowHit(start, end, 2 if match.group(1) in words.double else 1))
        reach = end
    for match in words.template.finditer(text):
        start, end = match.span()
        if not any(hit.start < end and start < hit.end for hit in hits):
            hits.append(HollowHit(start, end, 1))
    hits.sort()
    return hits


def intensifiers(text: str) -> list[str]:
    """The generic intensifiers of a normalised sentence (进一步, 不断 …), repeated as they stand."""
    return _vocabulary().intensifiers.findall(text)
