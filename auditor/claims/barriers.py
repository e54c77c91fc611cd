"""Why a figure speaks of no cell although its words name one: another time, another body, a part only.

Rules: docs/figures.md 3.1 and 8.2; words in ``lexicons/claims/{periods,scopes,channels}.toml``.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term, words_pattern
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.model import Period
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


def _is_carry(term: Term) -> bool:
    return any(concept.startswith("carry:") for concept in term.concepts)


_TO = re.compile(r"(?:结转|转|延|顺延|转结)(?:至|到|入)?\s*$")
_CARRIED = re.compile(
    r"(?:度)?(?:的)?[^，。；\d]{0,8}(?:结转|转结|转入|遗留|未办结|接转|结余|申请引发|申请引起|申请而|引发)|年?(?:预算|决算|部门|重点|政务公开工作|工作要点)"
)
_SINCE = re.compile(r"(?:自|从)\s*$")
_COMPARED = re.compile(r"(?:较|比|与|同|和|相较于?|对比|跟|相比于?)\s*$")
_THROUGH = re.compile(r"(?:截至|截止|至|到)\s*$")


def period_marks(sentence: Sentence, setting: Setting) -> list[PeriodMark]:
    """The words of time of a sentence, in order."""
    text, marks = sentence.text, []
    for match in _months().finditer(text, sentence.start, sentence.end):
        if (match[1], match[2]) != ("1", "12"):
            marks.append(PeriodMark(match.start(), match.end(), "part", False))
    for match in _period_pattern().finditer(text, sentence.start, sentence.end):
        start, end = match.span()
        if any(quantity.start <= start < quantity.end for quantity in sentence.quantities):
            continue
        if any(term.start <= start < term.end and _is_carry(term) for term in sentence.terms):
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
        period: Period = {"previous": "previous", "cumulative": "cumulative", "part": "part"}.get(kind or "", "current")  # type: ignore[assignment]
        marks.append(PeriodMark(start, end, period, compared or match.group() in ("同期", "去年同期", "上年同期")))
    return sorted(marks)


@cache
def _months() -> re.Pattern[str]:
    """A span of months or one month said alone (1-6月, 12月单月); dates and deadlines are none."""
    return re.compile(
        r"(?<![\d年])(?<!年 )(\d{1,2})\s*月?\s*[-至到]\s*(\d{1,2})\s*月份?(?!\s*\d)|"
        r"(?<![\d年至到])(?<!截至)(?<!截止)\d{1,2}()\s*月(?:份|单月|当月)"
    )


def _this_year_before(text: str, sentence: Sentence, position: int, setting: Setting) -> bool:
    return (
        setting.year is not None
        and re.search(rf"{setting.year}年(?:度)?$", text[max(sentence.start, position - 7) : position]) is not None
    )


def _year_mark(
    text: str, sentence: Sentence, match: re.Match[str], setting: Setting, compared: bool
) -> PeriodMark | None:
    start, end = match.span()
    year = int(match["year"])
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


_FUTURE = re.compile(
    r"(?:计划|力争|拟|预计|下一步|明年|来年|下步|今后|将(?!近|本|政|信|全|主|公|其|相|该|上|涉|各|门|重)(?:继续|组织|开展|进一步|在|于|再|新|完成|至少|不少于|力争)?)"
)


def period_of(sentence: Sentence, marks: list[PeriodMark], mention: Mention) -> Period:
    """The time that a figure belongs to, from the words of time before it in its sentence."""
    quantity = mention.quantity
    phrase_start = max((mark + 1 for mark in sentence.delimiters if mark < quantity.start), default=sentence.start)
    period: Period = "current"
    for mark in marks:
        if mark.start >= quantity.start:
            break
        if mark.period != "current" and not _reaches(sentence, mark, quantity.start, phrase_start):
            continue
        period = mark.period
    if period == "current" and _FUTURE.search(sentence.text, phrase_start, quantity.start):
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


# ---- scope ----------------------------------------------------------------------------------------


class ScopeMark(NamedTuple):
    """A word that says whose figures follow; ``own`` tells whether they are the report's body's."""

    start: int
    end: int
    own: bool


@cache
def _scope_pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/scopes")
    levels = lexicon["levels"]

    def spelled(key: str) -> str:
        words = [normalise(entry.replace("{level}", level)) for entry in lexicon[key] for level in levels]
        return trie_pattern(words)

    return re.compile(
        rf"(?P<office>{spelled('office')})|(?P<own>{spelled('own')})|(?P<subordinate>{spelled('subordinate')})|"
        rf"(?P<wide>{spelled('wide')})|(?P<own_level>[县市区省州旗](?:人民政府|政府)?本级)|(?P<government>[县市区省州旗]人民政府|[县市区省州旗]政府)|"
        rf"(?P<unit>[一-鿿]{{1,4}}(?:{trie_pattern(lexicon['units'])}))(?=共|未|没有|收到|受理|办理|制定|制发|作出|答复|出台|新收|印发|全年|年内|审查|备案|，)"
    )


# 代表区政府受理: the office acts; the government named is not whose figure it is.
_ON_BEHALF = re.compile(r"(?:代表|代|以|为|由|向|经|报|按照|围绕|在)[^，。；]{0,3}$")


def scope_marks(sentence: Sentence, setting: Setting) -> list[ScopeMark]:
    """The words of scope of a sentence; none where the body is unknown."""
    if setting.body is None:
        return []
    marks = []
    for match in _scope_pattern().finditer(sentence.text, sentence.start, sentence.end):
        if match.lastgroup == "government" and _ON_BEHALF.search(sentence.text, sentence.start, match.start()):
            continue
        own = _is_own(match.lastgroup or "", match.group(), setting)
        if own is not None:
            marks.append(ScopeMark(match.start(), match.end(), own))
    return marks


_TOWNS = ("镇", "乡", "街道")


def _is_own(kind: str, word: str, setting: Setting) -> bool | None:
    body = setting.body or ""
    government = body.endswith("政府")
    if kind == "own":
        return not (government and word.endswith(("办", "办公室")) and word[0] in "我本")
    if kind == "own_level":
        return False if government else None
    if kind == "government":
        return True if government else None
    if kind == "office":
        return body.endswith("政府办")
    if kind == "subordinate":
        if government and word in ("各级各部门", "各级"):
            return None
        return False
    if kind == "unit":
        named = setting.agency or ""
        if named.endswith(word[-3:]):
            return True
        if word[0] in "我本该全各" or body in _TOWNS and word.endswith(_TOWNS):
            return None
        return False if government or body.endswith("政府办") else None
    level = next((mark for mark in word if mark in "省市州盟县区旗镇乡街"), "")
    if body.endswith("政府"):
        return _same_region(level, body[0])
    if body in _TOWNS or body == "开发区":
        return level in {"镇": "镇", "乡": "乡镇", "街道": "街", "开发区": "区"}[body]
    return word in ("全系统", "辖区") or (None if not level else False)


def _same_region(level: str, own: str) -> bool | None:
    """Whether 全<level> is the region of a government of level ``own``; None where the word names none."""
    if not level or level in "我":
        return None
    return {"省": "省市区", "市": "市州盟区", "县": "县区旗市"}.get(own, own).find(level) >= 0


def scope_is_own(sentence: Sentence, marks: list[ScopeMark], position: int) -> bool:
    """Whether a figure at ``position`` is the body's own: the last word of scope in its limb decides."""
    own = True
    for mark in marks:
        if mark.start >= position:
            break
        if "；" in sentence.text[mark.end : position]:
            continue
        own = mark.own
    return own


# ---- channel and topic ----------------------------------------------------------------------------


@cache
def _channels() -> re.Pattern[str]:
    return words_pattern("channels", "names")


@cache
def _whole_channels() -> re.Pattern[str]:
    return words_pattern("channels", "whole")


def is_channel_part(sentence: Sentence, mention: Mention, *, object_known: bool) -> bool:
    """Whether a figure counts what came through one channel only (网络申请5件)."""
    quantity = mention.quantity
    before = sentence.quantities[mention.index - 1].end if mention.index else sentence.start
    own = sentence.text[mention.left_start : quantity.start]
    names = _channels().findall(own)
    if names:
        return len(names) < 2 and not _whole_channels().search(own)
    if mention.after:
        right = sentence.text[quantity.end : mention.right_end]
        lead = sentence.text[before : quantity.start]
        if _channels().search(right) and "通过" in right + lead:
            return True
    lead = sentence.text[before : mention.left_start]
    last = lead.rfind("通过")
    if last < 0 or not object_known:
        return False
    led = lead[last:]
    names = _channels().findall(led)
    return bool(names) and len(names) < 2 and not _whole_channels().search(led)
