"""Statements of absence: 未收到申请, 无行政复议 — figures of value 0.

Only denials of what the tables count are figures (and of the fee for processing requests, which has no
cell); 无超期, 无投诉 and the like are not.  Rules: docs/figures.md 1.3, 2.4 and 8.1.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.claims.linking import requests
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
        rf"(?<![毫从])(?P<negator>{trie_pattern(map(normalise, lexicon['negators']))})"
    )


def may_deny(text: str, start: int, end: int) -> bool:
    """Whether a sentence has a denying word at all."""
    return _pattern().search(text, start, end) is not None


# 无法, 无障碍 … are words of their own; the single 无 and 零 deny only what follows at once.
_OTHER_WORD = re.compile(
    r"无(?:法|障碍|正当|偿|人|缝|论|需|效|锡|线|纸|偏|感|证|接触|差别|死角|一|现成|故|关|形|界|条件|固定|从|奈|为县)|零(?:售|星|散|容忍|距离|跑|差错|投诉|障碍)|没有现成|不存在(?:的|类)|未被(?:动)?公开"
)
_STOP = re.compile(r"[，。；：\n]")
_CAUSE = re.compile(r"引发|引起|产生|导致|而被|被提起|被申请|提起|涉及|发生|相关|有关|方面|工作|问题")
_MADE = re.compile(r"制定|制发|出台|印发|发布|新制")
_NUMBERED = re.compile(r"一[件起例宗次条]|任何|任一")
_INNER_STOP = re.compile(r"[，。；：\n]|(?<=申请)[并且]")


def absences(sentence: Sentence, setting: Setting) -> list[Absence]:
    """The denials of a sentence, in order."""
    found: list[Absence] = []
    reached = sentence.start
    for match in _pattern().finditer(sentence.text, sentence.start, sentence.end):
        if match.start() < reached or _OTHER_WORD.match(sentence.text, match.start()):
            continue
        closer = match["closer"] is not None
        denial = (
            _behind(sentence, match.start(), match.end(), setting, reached)
            if closer
            else _ahead(sentence, match, setting)
        )
        if denial is None and closer:
            denial = _ahead(sentence, match, setting)
        if denial is not None:
            found.append(denial)
            reached = denial.end
    return found


def _ahead(sentence: Sentence, match: re.Match[str], setting: Setting) -> Absence | None:
    """What a negating word denies: the things in its phrase, up to the end of a coordination."""
    text = sentence.text
    stop = _INNER_STOP.search(text, match.end(), sentence.end)
    end = stop.start() if stop else sentence.end
    if any(match.end() <= quantity.start < end and quantity.value not in (0, 1) for quantity in sentence.quantities):
        return None
    terms = sentence.between(match.end(), end)
    return _denied(sentence, match.group(), match.start(), match.end(), terms, setting, end)


def _behind(sentence: Sentence, at: int, end: int, setting: Setting, reached: int) -> Absence | None:
    """What a closing denial (…均为零) denies: the things of its own phrase."""
    text = sentence.text
    stops = [stop.end() for stop in _STOP.finditer(text, reached, at)]
    start = stops[-1] if stops else reached
    if not sentence.between(start, at) and len(stops) > 1:
        start = stops[-2]
    terms = sentence.between(start, at)
    if not terms:
        return None
    addresses, alternatives, optional, first, _ = _things(sentence, "", terms, setting)
    if addresses is None:
        return None
    return Absence(first, end, addresses, alternatives, optional)


def _denied(
    sentence: Sentence, negator: str, start: int, after: int, terms: tuple[Term, ...], setting: Setting, end: int
) -> Absence | None:
    text = sentence.text
    if words_pattern("denials", "not_denied").search(text, after, min(end, after + 8)) and not _CAUSE.search(
        text, after, end
    ):
        return None
    fee = words_pattern("denials", "processing_fee").search(text, after, end)
    addresses, alternatives, optional, _, last = _things(sentence, negator, terms, setting)
    if addresses is not None:
        if len(negator) == 1 and not _close(text, after, terms):
            return None
        return Absence(start, last, addresses, alternatives, optional)
    if fee is not None and ("收" in negator or fee.start() - after <= 12):
        return Absence(start, _fee_end(text, fee.end(), end), ())
    return None


def _fee_end(text: str, position: int, end: int) -> int:
    more = words_pattern("denials", "processing_fee").search(text, position, end)
    return more.end() if more else position


def _close(text: str, after: int, terms: tuple[Term, ...]) -> bool:
    """无 and 零 deny what stands right behind them, over a few words of cause."""
    things = [term for term in terms if _address_of(term)]
    gap = text[after : things[0].start]
    return len(gap) <= 4 or bool(_CAUSE.search(text, after, things[-1].start)) or "因" in gap[:2]


_DENIED_ROWS = frozenset(
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


def _address_of(term: Term) -> str | None:
    for concept in sorted(term.concepts):
        if concept == "requests":
            return "requests"
        if concept.startswith(("dispute:", "active:", "carry:")) or concept in _DENIED_ROWS:
            return concept
    return None


def _things(
    sentence: Sentence, negator: str, terms: tuple[Term, ...], setting: Setting
) -> tuple[tuple[str, ...] | None, tuple[str, ...], bool, int, int]:
    """The addresses that a denial's things name: (addresses or None, alternatives, optional, first, last)."""
    text = sentence.text
    named = [(term, kind) for term in terms if (kind := _address_of(term)) is not None]
    foreign = [
        term
        for term in terms
        if "foreign" in term.concepts and _address_of(term) is None and text[term.start : term.end] not in _NEUTRAL
    ]
    if not named:
        return None, (), False, 0, 0
    if foreign and foreign[-1].start >= named[-1][0].end and _tightly(text, named[-1][0].end, foreign[-1].start):
        return None, (), False, 0, 0
    kinds = [kind for _, kind in named]
    if any(kind.startswith("dispute:") for kind in kinds):
        named = [(term, kind) for term, kind in named if not (kind == "requests" and _is_cause(text, term, named))]
    if any(kind.startswith("carry:") for _, kind in named):
        named = [(term, kind) for term, kind in named if kind != "requests"]
    addresses: list[str] = []
    alternatives: tuple[str, ...] = ()
    optional = False
    for _, kind in named:
        if kind == "requests":
            verbs = (
                requests.verbs_of((*terms, *sentence.between(sentence.start, terms[0].start))) if terms else frozenset()
            )
            addresses.append(requests.NEW)
            if "处理" in negator or (
                "handle" in verbs & {"handle"} and "、未处理" in text[sentence.start : sentence.end]
            ):
                addresses.append(requests.HANDLED)
        elif kind == "carry:in":
            addresses.append(requests.CARRIED_IN)
        elif kind == "carry:out":
            addresses.append(requests.CARRIED_OUT)
        elif kind.startswith("result:"):
            addresses.append(f"requests.{kind[7:]}.total")
        elif kind.startswith("dispute:"):
            which = kind[8:]
            outcome = (
                "corrected" if re.search(r"纠正|纠错|败诉|撤销", text[terms[0].start : terms[-1].end]) else "total"
            )
            for name in ("review", "litigation") if which == "both" else (which,):
                addresses.append(f"disputes.{name}.{outcome}")
        else:
            found, others, may = _active(kind[7:], negator, text[sentence.start : terms[-1].end], setting)
            addresses += found
            alternatives, optional = others, may
    channels = words_pattern("channels", "names")
    if addresses == [requests.NEW] and channels.search(text, terms[0].start, named[0][0].start):
        optional = True
    unique = tuple(dict.fromkeys(addresses))
    first = min(term.start for term, _ in named)
    last = max(term.end for term, _ in named)
    return unique, alternatives, optional, first, last


# 无行政强制事项, 无结转案件: a tail that says nothing new.
_NEUTRAL = frozenset({"事项", "情况", "情形", "案件", "问题", "工作", "业务", "活动", "项目", "服务"})


def _tightly(text: str, end: int, start: int) -> bool:
    return not _STOP.search(text, end, start) and "、" not in text[end:start]


def _is_cause(text: str, term: Term, named: list[tuple[Term, str]]) -> bool:
    """Whether the word for requests only says why there could be a dispute (因政府信息公开申请引发的行政复议)."""
    following = next((other for other, kind in named if other.start >= term.end and kind.startswith("dispute:")), None)
    if following is None:
        return False
    between = text[term.end : following.start]
    return "、" not in between or bool(re.search(r"引发|引起|导致|而", between))


def _active(row: str, negator: str, phrase: str, setting: Setting) -> tuple[list[str], tuple[str, ...], bool]:
    if setting.table_format == "2019":
        if row in ("licensing", "penalty", "coercion"):
            return [f"active.{row}.decisions"], (), False
        return [], (), False
    if row not in ("normative", "regulations"):
        return [f"active.{row}"], (), False
    stem = f"active.{row}"
    if "废止" in negator or "废止" in phrase[-20:]:
        return [f"{stem}.repealed"], (), False
    published = "发布" in negator or "公开" in negator
    if negator in ("无", "没有", "尚无", "暂无", "零") and not _MADE.search(phrase):
        return [f"{stem}.made"], (f"{stem}.repealed", f"{stem}.in_force"), False
    return [f"{stem}.made"], (), published
