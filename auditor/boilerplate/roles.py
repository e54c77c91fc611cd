"""What a sentence does in part 五: it opens, names a problem, plans a measure, reports a result, or none of these."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.language.phrases import trie_pattern
from auditor.model import SentenceRole
from auditor.resources import load_lexicon


class _Cues(NamedTuple):
    marker: re.Pattern[str]
    heading: re.Pattern[str]
    intro: re.Pattern[str]
    problem: re.Pattern[str]
    closing: re.Pattern[str]
    opener: re.Pattern[str]
    strong: re.Pattern[str]
    verb: re.Pattern[str]
    result: re.Pattern[str]
    predicate: re.Pattern[str]


@cache
def _cues() -> _Cues:
    words = load_lexicon("boilerplate/roles")

    def any_of(key: str) -> re.Pattern[str]:
        return re.compile("|".join(words[key]))

    marker = rf"\s*(?:{words['list_marker']})*"
    return _Cues(
        marker=re.compile(marker),
        heading=re.compile(rf"{marker}(?:{trie_pattern(words['heading_words'])}|\d+|[、，\s])*[。：:]?\s*"),
        intro=any_of("intro"),
        problem=any_of("problem"),
        closing=re.compile(words["closing"]),
        opener=any_of("measure_openers"),
        strong=re.compile(words["strong_openers"]),
        verb=re.compile(rf"{marker}(?:{words['measure_verbs']})"),
        result=any_of("result"),
        predicate=re.compile(words["predicate"]),
    )


def is_heading(text: str) -> bool:
    """Whether a normalised line is made of title words alone: （一）存在的主要问题."""
    return len(text) <= 40 and _cues().heading.fullmatch(text) is not None


def has_predicate(text: str) -> bool:
    """Whether a normalised limb says something of its own and is no mere member of a list."""
    return _cues().predicate.search(text) is not None


def without_marker(text: str) -> str:
    """``text`` without the list marker that it begins with (一是, 1., (一)): a marker is never evidence."""
    cues = _cues()
    match = cues.marker.match(text)
    return text[match.end() :] if match is not None else text


def own_role(text: str) -> SentenceRole:
    """The role that the words of a normalised sentence themselves give; ``other`` where they give none."""
    cues = _cues()
    plain = without_marker(text)
    frame = cues.intro.search(plain)
    # 存在一些不足 opens a list and names nothing: what is left decides whether there is a problem.
    rest = cues.intro.sub(" ", plain) if frame is not None else plain
    defect = cues.problem.search(rest)
    if cues.closing.search(plain) and defect is None:
        return "intro"
    planned = cues.opener.search(plain)
    done = cues.result.search(plain)
    if done is not None and (planned is None or done.start() < planned.start()):
        return "result"
    if planned is not None and (
        defect is None or planned.start() <= defect.start() or cues.strong.search(planned.group()) is not None
    ):
        return "measure"
    if frame is not None and defect is None:
        return "intro"
    if cues.verb.match(plain):
        return "measure"
    return "problem" if defect is not None else "other"


def names_problem(text: str) -> bool:
    """Whether a normalised text names any defect, beyond the frame that announces some (还存在一些问题)."""
    cues = _cues()
    return cues.problem.search(cues.intro.sub(" ", text)) is not None
