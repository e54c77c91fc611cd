"""Statements of absence: 未收到申请, 无行政复议 — figures of value 0.

Only denials of what the tables count are figures (and of the fee for processing requests, which has no
cell); 无超期, 无投诉 and the like are not.  Rules: docs/figures.md 1.3, 2.4 and 8.1.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import NamedTuple

from auditor.claims.denied_cells import denied_cells, kind_of
from auditor.claims.scopes import counts_bodies
from auditor.claims.sentence import Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term, words_pattern
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.resources import load_lexicon


class Absence(NamedTuple):
    """A denial: its span, the addresses that it denies (several, or none), other readings of the first."""

    start: int
    end: int
    addresses: tuple[str, ...]
    alternatives: tuple[str, ...] = ()
    optional: bool = False


@cache
def _pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/denials")
    return re.compile(
        rf"(?P<closer>{trie_pattern(map(normalise, lexicon['closers']))})(?=[，。；、)\n]|$|的)|"
        rf"(?<![毫从])(?P<negator>未[向对][^，。；\n]{{1,20}}?收取|{trie_pattern(map(normalise, lexicon['negators']))})"
    )


@cache
def _other_words() -> re.Pattern[str]:
    """无法, 无障碍 …: words of their own that begin like a denial."""
    return words_pattern("denials", "no_denials")


def may_deny(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a denying word at all."""
    return _pattern().search(text, start, end) is not None


_STOP = re.compile(r"[，。；：\n]")
# 无行政复议、无行政诉讼 are two denials.
_PHRASE_END = re.compile(r"[，。；：\n]|(?<=申请)[并且]|、(?=[亦也均]?(?:无(?!法)|未|没有))")


def absences(sentence: Sentence, setting: Setting) -> list[Absence]:
    """The denials of a sentence, in order."""
    found: list[Absence] = []
    reached = sentence.start
    for match in _pattern().finditer(sentence.text, sentence.start, sentence.end):
        if match.start() < reached or _other_words().match(sentence.text, match.start()):
            continue
        before = bisect_left(sentence.terms, (match.start(),)) - 1
        if before >= 0 and sentence.terms[before].end > match.start():
            # The tail of a known word: 信息不存在 is a result, no denial.
            continue
        denial = _behind(sentence, match, setting, reached) if match["closer"] is not None else None
        denial = denial or _ahead(sentence, match, setting)
        if denial is not None:
            found.append(denial)
            reached = denial.end
    return found


_REACH = 120
"""Characters that a denial may reach over; longer phrases are no prose."""


def _ahead(sentence: Sentence, match: re.Match[str], setting: Setting) -> Absence | None:
    """What a negating word denies: the things in its phrase, up to the end of a coordination."""
    text, after = sentence.text, match.end()
    stop = _PHRASE_END.search(text, after, sentence.end)
    if stop is not None and stop.group() == "、" and not _names_a_cell(sentence, after, stop.start()):
        # 未收到、未处理政府信息公开申请: both deny what follows.
        stop = _PHRASE_END.search(text, stop.end(), sentence.end)
    end = min(stop.start() if stop else sentence.end, after + _REACH)
    if any(after <= quantity.start < end and quantity.value not in (0, 1) for quantity in sentence.quantities):
        return None
    causes = words_pattern("denials", "causes")
    # A word that begins inside the negator is a thing denied, too (未被提起行政复议).
    terms = tuple(term for term in sentence.between(match.start(), end) if term.end > after)
    other = words_pattern("denials", "not_denied").search(text, after, min(end, after + 8))
    if other and not causes.search(text, after, end) and not _in_known_word(terms, other.start()):
        return None
    cells = denied_cells(sentence, match.group(), terms, setting)
    if cells is not None and cells.addresses and _said_of_some(sentence, match.start()):
        return Absence(match.start(), cells.last, ())
    if cells is not None:
        if len(match.group()) == 1 and not _close(text, after, terms):
            return None
        if cells.addresses or cells.last:
            return Absence(match.start(), cells.last, cells.addresses, cells.alternatives, cells.optional)
    return _fee(text, match, end)


def _names_a_cell(sentence: Sentence, start: int, end: int) -> bool:
    return any(kind_of(term.concepts) for term in sentence.between(start, end))


def _in_known_word(terms: tuple[Term, ...], position: int) -> bool:
    """Whether a position lies in a word of the tables (逾期 in 逾期不补正)."""
    return any(term.start <= position < term.end and kind_of(term.concepts) for term in terms)


def _said_of_some(sentence: Sentence, position: int) -> bool:
    """Whether a denial is said of some bodies only (18个部门未收到申请): it denies no cell."""
    start = max(
        (mark.end() for mark in _STOP.finditer(sentence.text, sentence.start, position)), default=sentence.start
    )
    return any(
        start <= quantity.start < position and counts_bodies(sentence, quantity) for quantity in sentence.quantities
    )


def _fee(text: str, match: re.Match[str], end: int) -> Absence | None:
    """未收取信息处理费: a denial without a cell."""
    if match.group().endswith("收费"):
        return Absence(match.start(), match.end(), ())
    fees = words_pattern("denials", "processing_fee")
    fee = fees.search(text, match.end(), end)
    if fee is None or not ("收" in match.group() or fee.start() - match.end() <= _NEAR_FEE):
        return None
    more = fees.search(text, fee.end(), end)
    return Absence(match.start(), (more or fee).end(), ())


_NEAR_FEE = 12


def _behind(sentence: Sentence, match: re.Match[str], setting: Setting, reached: int) -> Absence | None:
    """What a closing denial (…均为零) denies: the things of its own phrase."""
    stops = [stop.end() for stop in _STOP.finditer(sentence.text, reached, match.start())]
    start = stops[-1] if stops else reached
    if not sentence.between(start, match.start()) and len(stops) > 1:
        start = stops[-2]
    terms = sentence.between(start, match.start())
    cells = denied_cells(sentence, "", terms, setting) if terms else None
    if cells is None or not cells.addresses:
        return None
    return Absence(cells.first, match.end(), cells.addresses, cells.alternatives, cells.optional)


def _close(text: str, after: int, terms: tuple[Term, ...]) -> bool:
    """无 and 零 deny what stands right behind them, over a few words of cause."""
    things = [term for term in terms if kind_of(term.concepts)]
    gap = text[after : things[0].start]
    reason = words_pattern("denials", "causes").search(text, after, things[-1].start)
    return len(gap) <= 4 or reason is not None or "因" in gap[:2]
