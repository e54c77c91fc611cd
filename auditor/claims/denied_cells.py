"""Which cells a denial denies: the things named in its phrase, as addresses.

Rules: docs/figures.md 1.3, 5 (未发生被纠错、败诉) and 8.1.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.claims.linking import requests
from auditor.claims.sentence import Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term, words_pattern
from auditor.resources import load_lexicon


class Denied(NamedTuple):
    """The addresses that a denial denies, other readings of the first, and the span of the things named."""

    addresses: tuple[str, ...]
    alternatives: tuple[str, ...]
    optional: bool
    first: int
    last: int


_ROWS = frozenset(
    f"result:{row}"
    for row in (
        "denied.*",
        "partial",
        "unavailable.*",
        "unprocessed.*",
        "unprocessed.repeat",
        "unprocessed.excessive",
        "other.*",
        "other.no_correction",
        "other.no_payment",
    )
)
_LOST = "outcome:corrected"


@cache
def kind_of(concepts: frozenset[str]) -> str | None:
    """What a word names that can be denied: requests, a dispute, a row, an outcome; None for other words."""
    for concept in sorted(concepts):
        if concept == "requests" or concept.startswith(("dispute:", "active:", "carry:")) or concept in _ROWS:
            return concept
    return _LOST if _LOST in concepts else None


def denied_cells(sentence: Sentence, negator: str, terms: tuple[Term, ...], setting: Setting) -> Denied | None:
    """The cells that a denial's words name; None where it denies something else."""
    named = [(term, kind) for term in terms if (kind := kind_of(term.concepts)) is not None]
    if not named or _ends_elsewhere(sentence.text, terms, named[-1][0]):
        return None
    things = _without_causes(sentence.text, named)
    lost = [sentence.text[term.start : term.end] for term, kind in named if kind == _LOST]
    if setting.year is not None and kind_of(named[-1][0].concepts) == "requests":
        last = named[-1][0].start
        to_year = requests.CARRIED_TO.search(sentence.text, sentence.phrase_start(last), last)
        if to_year is not None and int(to_year[1]) > setting.year:
            # 不存在转至2024年办理的申请
            return Denied((requests.CARRIED_OUT,), (), False, to_year.start(), named[-1][0].start)
    addresses: list[str] = []
    alternatives: tuple[str, ...] = ()
    optional = False
    for _, kind in things:
        name = kind.partition(":")[2]
        if kind == "requests":
            addresses += _requests(sentence, negator, terms)
        elif kind.startswith("carry:"):
            from_last_year = name == "in" or _LAST_YEAR.search(sentence.text, sentence.start, terms[0].start)
            addresses.append(requests.CARRIED_IN if from_last_year else requests.CARRIED_OUT)
        elif kind.startswith("result:"):
            addresses.append(f"requests.{name}.total")
        elif kind.startswith("dispute:"):
            kinds = ("review", "litigation") if name == "both" else (name,)
            addresses += [f"disputes.{which}.{'corrected' if lost else 'total'}" for which in kinds]
        elif kind.startswith("active:"):
            found, alternatives, optional = _active(name, negator, sentence, terms, setting)
            addresses += found
    if not addresses and lost:
        addresses = _lost_alone(lost)
    if not addresses:
        # The tables count it, but not in this format: denied, without a cell.
        return Denied((), (), False, things[0][0].start, things[-1][0].end) if things else None
    if addresses == [requests.NEW] and words_pattern("channels", "names").search(
        sentence.text, terms[0].start, named[0][0].start
    ):
        optional = True
    first, last = min(term.start for term, _ in named), max(term.end for term, _ in named)
    return Denied(tuple(dict.fromkeys(addresses)), alternatives, optional, first, last)


# 上年没有结转: the year before the denial gives the direction.
_LAST_YEAR = re.compile(r"(?:上年|上一年|去年)度?(?:没有|未|无|均无)?$")


def _requests(sentence: Sentence, negator: str, terms: tuple[Term, ...]) -> list[str]:
    said = sentence.text[sentence.start : terms[-1].end]
    if "处理" in negator or "、未处理" in said:
        return [requests.NEW, requests.HANDLED]
    return [requests.NEW]


def _lost_alone(words: list[str]) -> list[str]:
    """未发生被纠错、败诉 without the kind: 败诉 is said of lawsuits, 纠错 of reviews."""
    lost = load_lexicon("claims/denials")["lost_lawsuit"]
    kinds = ["litigation" if any(mark in word for mark in lost) else "review" for word in words]
    return [f"disputes.{kind}.corrected" for kind in dict.fromkeys(kinds)]


_STOP = re.compile(r"[，。；：、\n]")


def _ends_elsewhere(text: str, terms: tuple[Term, ...], last: Term) -> bool:
    """Whether a look-alike right behind the last thing is what is denied (无行政许可信息)."""
    neutral = load_lexicon("claims/denials")["neutral_tails"]
    others = [
        term
        for term in terms
        if "foreign" in term.concepts and kind_of(term.concepts) is None and text[term.start : term.end] not in neutral
    ]
    return bool(others) and others[-1].start >= last.end and not _STOP.search(text, last.end, others[-1].start)


_CAUSES = re.compile(r"引发|引起|导致|而")


def _without_causes(text: str, named: list[tuple[Term, str]]) -> list[tuple[Term, str]]:
    """The things named, without a word for requests that only says why (因政府信息公开申请引发的行政复议)."""
    kinds = [kind for _, kind in named]
    if any(kind.startswith("carry:") for kind in kinds):
        return [(term, kind) for term, kind in named if kind not in ("requests", _LOST)]
    if not any(kind.startswith("dispute:") for kind in kinds):
        return [(term, kind) for term, kind in named if kind != _LOST]
    return [
        (term, kind)
        for term, kind in named
        if kind != _LOST and not (kind == "requests" and _is_cause(text, term, named))
    ]


def _is_cause(text: str, term: Term, named: list[tuple[Term, str]]) -> bool:
    following = next((other for other, kind in named if other.start >= term.end and kind.startswith("dispute:")), None)
    if following is None:
        return False
    between = text[term.end : following.start]
    return "、" not in between or bool(_CAUSES.search(between))


_MAKES = re.compile(r"[制印新出][定发台]")


def _active(
    row: str, negator: str, sentence: Sentence, terms: tuple[Term, ...], setting: Setting
) -> tuple[list[str], tuple[str, ...], bool]:
    """The cells of table 二 that a denial of documents, decisions or charges denies."""
    if setting.table_format == "2019":
        return ([f"active.{row}.decisions"] if row in ("licensing", "penalty", "coercion") else []), (), False
    if row not in ("normative", "regulations"):
        return [f"active.{row}"], (), False
    stem = f"active.{row}"
    said = {act for _, act in requests.concepts_of(terms, "act:")}
    words = "".join(sentence.text[term.start : term.end] for term in terms)
    if ("make" in said or _MAKES.search(negator)) and "废止" in negator + words:
        return [f"{stem}.made", f"{stem}.repealed"], (), False
    acts = {act for _, act in requests.concepts_of(sentence.between(sentence.start, terms[-1].end), "act:")}
    if "废止" in negator or "repeal" in acts:
        return [f"{stem}.repealed"], (), False
    if negator in load_lexicon("claims/denials")["bare_negators"] and "make" not in acts:
        return [f"{stem}.made"], (f"{stem}.repealed", f"{stem}.in_force"), False
    return [f"{stem}.made"], (), "发布" in negator or "公开" in negator
