"""The time that a figure belongs to: this year, an earlier one, several, a part of one, a plan.

Rules: docs/figures.md 3.1 and 8.2 to 8.3; words in ``lexicons/claims/periods.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeVar

from auditor.claims.levels import levels
from auditor.claims.quantities import Quantity
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.model import FigureKind, Period
from auditor.resources import load_lexicon


class PeriodMark(NamedTuple):
    """A word of time in a sentence; ``local`` marks end with their phrase (较上年), others go on."""

    start: int
    end: int
    period: Period
    local: bool


@cache
def _period_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/periods")
    named = "|".join(
        f"(?P<{key}>{trie_pattern(map(normalise, lexicon[key]))})"
        for key in ("previous", "cumulative", "part", "current")
    )
    return re.compile(
        rf"(?<!\d)(?P<year>(?:19|20)\d\d)(?:\s*年度?(?P<rest>\s*\d{{1,2}}\s*(?:月|[-至到])|以来|底|末|初)?|(?=[-至]))|{named}"
    )


_Spanned = TypeVar("_Spanned", Quantity, Term)


def _holds(spans: Sequence[_Spanned], position: int) -> _Spanned | None:
    """The one of some spans, in order and apart, that holds a position."""
    at = bisect_right(spans, position, key=_START) - 1
    return spans[at] if at >= 0 and position < spans[at].end else None


_START = attrgetter("start")


def _is_carry(term: Term) -> bool:
    return any(concept.startswith("carry:") for concept in term.concepts)


_TO = re.compile(r"(?:结转|转|延|顺延|转结)(?:至|到|入)?\s*$")
_CARRIED = re.compile(
    r"(?:度)?(?:的)?[^，。；\d]{0,8}(?:结转|转结|转入|转来|遗留|未办结|接转|结余|申请引发|申请引起|申请而|引发)|年?(?:预算|决算|部门|重点|政务公开工作|工作要点)"
)
_SINCE = re.compile(r"(?:自|从)\s*$")
_COMPARED = re.compile(r"(?:较|比|与|同|和|相较于?|对比|跟|相比于?)\s*$")
_THROUGH = re.compile(r"(?:截至|截止|至|到)\s*$")


# Every word of time has one of these characters; most sentences have none.
_TELLS_TIME = re.compile(r"[年月季期历来目]")


def period_marks(sentence: Sentence, setting: Setting) -> list[PeriodMark]:
    """The words of time of a sentence, in order."""
    text = sentence.text
    marks: list[PeriodMark] = []
    if not _TELLS_TIME.search(text, sentence.start, sentence.end):
        return _level_marks(sentence)
    months = "月" in text[sentence.start : sentence.end]
    for match in _months().finditer(text, sentence.start, sentence.end) if months else ():
        if (match[1], match[2]) != ("1", "12"):
            marks.append(PeriodMark(match.start(), match.end(), "part", False))
    for match in _period_pattern().finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if marks and marks[-1].start <= start < marks[-1].end:
            continue
        if _holds(sentence.quantities, start) is not None:
            continue
        term = _holds(sentence.terms, start)
        if term is not None and _is_carry(term):
            continue
        compared = _COMPARED.search(text, max(sentence.start, start - 3), start) is not None
        kind = match.lastgroup if match["year"] is None else "year"
        if kind == "rest":
            kind = "year"
        if kind == "previous" and _CARRIED.match(text, end):
            continue
        if kind == "year":
            mark = _year_mark(text, sentence, match, setting, compared)
            if mark is not None:
                marks.append(mark)
            continue
        if kind == "cumulative" and match.group() == "以来" and _this_year_before(text, sentence, start, setting):
            continue
        if match.group() in _THAT_YEAR and marks and not _DELIMITED.search(text, marks[-1].end, start):
            continue
        behind = next((quantity for quantity in sentence.quantities if quantity.start >= end), None)
        bare = behind is not None and _BARE.fullmatch(text, end, behind.start) is not None
        period: Period = {"previous": "previous", "cumulative": "cumulative", "part": "part"}.get(kind or "", "current")  # type: ignore[assignment]
        marks.append(PeriodMark(start, end, period, compared or bare or match.group() in _COMPARING_WORDS))
    marks += _level_marks(sentence)
    open_end = _OPEN_END.search(text, sentence.start, sentence.end)
    if open_end is not None:
        marks.append(PeriodMark(open_end.start(1), open_end.end(), "cumulative", False))
    return sorted(marks)


def _level_marks(sentence: Sentence) -> list[PeriodMark]:
    """由9件增至14件: the first is that of before, the second that of now."""
    marks: list[PeriodMark] = []
    for level in levels(sentence):
        before, now = (sentence.quantities[place] for place in level)
        marks.append(PeriodMark(before.start - 1, before.start - 1, "previous", True))
        marks.append(PeriodMark(now.start - 1, now.start - 1, "current", True))
    return marks


# 截至某日累计: an open span, unless the sentence has named the year as its subject before.
_OPEN_END = re.compile(r"(?:^|[。；\n])\s*(?:截至|截止)[^，。；\n]{1,14}，?[^，。；\d\n]{0,6}?(累计)")


@cache
def _months() -> re.Pattern[str]:
    """A span of months or one month said alone (1-6月, 12月单月); dates and deadlines are none."""
    return re.compile(
        r"(?<![\d年])(?<!年 )(\d{1,2})\s*月?\s*[-至到]\s*(\d{1,2})\s*月份?(?!\s*\d)|"
        r"(?<![\d年至到])(?<!截至)(?<!截止)\d{1,2}()\s*月(?:份|单月|当月)"
    )


_COMPARING_WORDS = frozenset({"同期", "去年同期", "上年同期"})
# 上年850条: a number of last year in passing, said of one figure only.
_BARE = re.compile(r"\s*(?:度|度的|的|为|是|共|有)?\s*")


# 2023年全年: words that mean whichever year was just named.
_THAT_YEAR = frozenset({"全年", "年内", "当年", "全年度", "年度内"})
_DELIMITED = re.compile(r"[，；。：]")


def _this_year_before(text: str, sentence: Sentence, position: int, setting: Setting) -> bool:
    return (
        setting.year is not None
        and re.search(rf"{setting.year}年(?:度)?$", text[max(sentence.start, position - 7) : position]) is not None
    )


_THROUGH_YEARS = re.compile(r"年?\s*[-至到]\s*((?:19|20)\d\d)\s*年")


def _year_mark(
    text: str, sentence: Sentence, match: re.Match[str], setting: Setting, compared: bool
) -> PeriodMark | None:
    start, end = match.span()
    year = int(match["year"])
    through = _THROUGH_YEARS.match(text, end)
    if through and int(through[1]) > year:
        return PeriodMark(start, through.end(), "cumulative", False)
    rest = match["rest"] or ""
    if _CARRIED.match(text, end) or setting.year is None:
        return None
    if _TO.search(text, max(sentence.start, start - 4), start):
        return None
    if _SINCE.search(text, max(sentence.start, start - 2), start) and year < setting.year:
        return PeriodMark(start, end, "cumulative", False)
    if year == setting.year:
        if rest and rest.strip()[-1] in "月-至到" and not _whole_year(text, match):
            return PeriodMark(start, end, "part", False)
        return PeriodMark(start, end, "current", compared)
    if year > setting.year:
        return PeriodMark(start, end, "future", compared)
    if "以来" in rest:
        return PeriodMark(start, end, "cumulative", False)
    return PeriodMark(start, end, "previous", compared)


_SPAN = re.compile(r"\s*1\s*月\s*(?:1\s*日)?\s*[-至到]\s*(?:(?:19|20)\d\d\s*年\s*)?12\s*月")
_BY_THEN = re.compile(r"(?:截至|截止|到)\s*$")


def _whole_year(text: str, match: re.Match[str]) -> bool:
    year_end = match.start("rest")
    if _SPAN.match(text, year_end):
        return True
    return _BY_THEN.search(text[max(0, match.start() - 3) : match.start()]) is not None


@cache
def _future() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/periods")
    words, openers = (trie_pattern(map(normalise, lexicon[key])) for key in ("future", "future_openers"))
    return re.compile(rf"{words}|(?:^|(?<=[，；。：、年局办委厅镇县市区们\n ])){openers}(?!总结|类|信息|规划|方案)")


def period_of(sentence: Sentence, marks: list[PeriodMark], mention: Mention) -> Period:
    """The time that a figure belongs to, from the words of time before it in its sentence."""
    quantity = mention.quantity
    phrase_start = sentence.phrase_start(quantity.start)
    period: Period = "current"
    for mark in marks:
        if mark.start >= quantity.start:
            break
        if mark.period != "current" and not _reaches(sentence, mark, quantity.start, phrase_start):
            continue
        period = mark.period
    if period == "current" and _future().search(sentence.text, phrase_start, quantity.start):
        return "future"
    return period


def _reaches(sentence: Sentence, mark: PeriodMark, start: int, phrase_start: int) -> bool:
    """Whether a word of another time still holds at ``start``.

    A comparison (较上年的31件, 比2022年（31起）) covers one figure; a word at the head of its phrase
    (2022年，我局…) goes on, one inside a phrase ends with it.
    """
    at_head = mark.start == sentence.start or sentence.text[mark.start - 1] in "，；。：\n "
    if not mark.local and at_head and mark.period in ("previous", "future"):
        return True
    if not mark.local:
        return mark.start >= phrase_start or sentence.text[phrase_start - 1 : phrase_start] == "("
    inside = [quantity for quantity in sentence.quantities if mark.end <= quantity.start < start]
    if inside:
        return False
    return mark.start >= phrase_start or sentence.text[phrase_start - 1 : phrase_start] == "("


@cache
def _growth() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/periods")
    up, down = (trie_pattern(map(normalise, lexicon[key])) for key in ("growth_up", "growth_down"))
    return re.compile(rf"(?:{up}|{down})(?:了|幅度|比例|率|约)?(?:达|为)?\s*$")


_COMPARING = re.compile(r"较|比(?!例|率|重|对|较)|同比|环比|相比")


def _is_change(sentence: Sentence, quantity: Quantity, marks: list[PeriodMark]) -> bool:
    """Whether a quantity is a change: a rate behind 增长, a count behind 增加 in a comparison with another time."""
    if quantity.kind == "duration" or not _growth().search(
        sentence.text, max(sentence.start, quantity.start - _LONGEST_CHANGE), quantity.start
    ):
        return False
    if quantity.kind == "rate":
        return True
    compared = _COMPARING.search(sentence.text, sentence.start, quantity.start)
    return bool(compared) or any(mark.period == "previous" and mark.end <= quantity.start for mark in marks)


_LONGEST_CHANGE = 8


def kind_and_period(sentence: Sentence, mention: Mention, marks: list[PeriodMark]) -> tuple[FigureKind, Period]:
    """The kind of a figure and its time; a change against another time is growth, said of this year."""
    quantity = mention.quantity
    if quantity.unit in ("个百分点", "百分点") or _is_change(sentence, quantity, marks):
        return "growth", "current"
    return quantity.kind, period_of(sentence, marks, mention)
