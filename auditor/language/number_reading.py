"""Every number of a Chinese text, with its place and its exact value: ``auditor.language.numbers``.

This is for any text: news, contracts, recipes, prose.  (The figures of an annual report, with measure
words, periods and cells, are the claims stage's.)  Left alone are ordinals (第三, 一是, 3楼), set phrases
and names (三心二意, 12345热线, 5G, 〔2021〕30号, titles in 《》) and what has no certain value (几十, 三四个, 上百).
The parts of a written date or time (2024年3月5日, 2024-03-05, 9:30) are numbers.  半 before a unit is a half
(半小时), and a unit said inside a decimal makes one number (一米八 is 1.8, 两年半 is 2.5).

A single Chinese digit is a number only before a measure word or beside another number (三至五, 三加五),
because most of them are parts of words (三峡, 四川, 统一).  The words are in
``lexicons/language/general_numbers.toml``.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.language.number_context import counts, is_ordinal, measure_beats_phrase
from auditor.language.number_forms import Found, NumberKind, special_form
from auditor.language.number_patterns import (
    AND_A_HALF,
    BARE_UNIT,
    CANDIDATE,
    PERCENT_SUFFIX,
    PERMILLE,
    UNIT,
)
from auditor.language.number_words import number_words, phrase_end
from auditor.language.numerals import Value, value_of


class Number(NamedTuple):
    """One number: ``text`` is ``source[start:end]`` as written, ``value`` exact.

    ``kind`` percent covers per cents, 百分点, 成 and 折; its value is in per cent (三成 is 30).
    """

    text: str
    start: int
    end: int
    value: Value
    kind: NumberKind


_NEGATIVE = re.compile(r"(?:(?<![担肩欠胜正自抱背辜承十\d零一二三四五六七八九])[负負]|零下) ?$")
# A minus follows no number in its clause; between numbers the same sign is a range (3万-5万) or a dash.
_MINUS = re.compile(r"(?:^|[\s，。；：、(=]|(?:^|[^\d零一二三四五六七八九十百千万亿A-Za-z\-])[^\W\d_A-Za-z])-$")
# Marks that normalising makes a minus but that never are one.
_DASHES = frozenset("—–~～〜")
_ROUGHLY = re.compile("[近约約超逾过過达達破足满每]$")
_UNCERTAIN_BEFORE = re.compile("[几幾数數好]$")
# 上百件, but not 网上十件 (a place), 晚上十点 (a time), 加上十 and not 上十一 (no vague number has digits).
_OVER = re.compile("(?<![网線线網以面会路街账帐晚早加马乘赶])上$")
_UNITS_ONLY = re.compile("[十拾百佰千仟万萬亿億]+")
_UNCERTAIN_AFTER = re.compile("好?[几幾]")
_ROUGH_AFTER = re.compile("[余餘多]|[来來](?=[个個件名人位年次元块里斤岁天种条亩吨米公])")
# 九八年 is a year; 七八年 and 三五年 are rough.
_SHORT_YEAR = re.compile("(?!三五|四五|五六|六七|七八|八九)[三四五六七八九][一二三四五六七八九]年(?!级)")
_DAY_PART = re.compile("(?:[午早晨晚夜]|凌晨|今天|明天|昨天|当天) ?$")


def numbers(text: str) -> list[Number]:
    """The numbers of ``text`` in order.

    >>> [number.value for number in numbers("约３万5千、百分之九十八点五")]
    [35000, Decimal('98.5')]
    """
    plain = normalise(text)
    found: list[Number] = []
    position, ordinal_end = 0, -1
    while candidate := CANDIDATE.search(plain, position):
        position = candidate.end()
        if candidate["name"]:
            continue
        if special := special_form(plain, candidate):
            found += [Number(text[item.start : item.end], *item) for item in special]
            continue
        if candidate["percent"]:
            number = _percent(plain, candidate.start(), candidate[0])
        elif candidate["fraction"]:
            number = _fraction(plain, candidate.start(), candidate[0])
        else:
            start, end = _core(plain, candidate.start(), candidate.end())
            follows = start == ordinal_end + 1 and plain[ordinal_end] in "、-至到和" if ordinal_end > 0 else False
            if follows or is_ordinal(plain, start, end):
                ordinal_end = end
                position = max(end, candidate.start() + 1)
                continue
            number = _plain_number(plain, start, end)
            position = max(end, candidate.start() + 1)
        if number is None and " " in candidate[0] and not candidate[0][0].isdecimal():
            # Numerals parted by spaces that make no number together are read one by one.
            position = candidate.start() + candidate[0].index(" ")
            number = _plain_number(plain, candidate.start(), position)
        if number is not None:
            position = max(position, number.end)
            if text[number.start] in _DASHES:
                number = number._replace(start=number.start + 1, value=-number.value)
            found.append(Number(text[number.start : number.end], number.start, number.end, number.value, number.kind))
    return found


def _core(plain: str, start: int, end: int) -> tuple[int, int]:
    """The borders of the numeral, without a 点 that tells the time and signs that belong to the next word."""
    core = plain[start:end]
    for point in "点點":
        if point in core and _DAY_PART.search(plain[max(0, start - 3) : start]):
            return start, start + core.index(point)
    if plain.startswith("米", end) and core.endswith("千") and core[:1].isdecimal():
        return start, end - 1
    while value_of(plain[start:end]) is None and end - start > 1:
        if plain[start] in "陆陸伍拾参":
            start += 1
        elif plain[end - 1] == "千" and plain.startswith("米", end):
            end -= 1
        elif plain[end - 1] in "两兩" and not number_words().measure.match(plain, end):
            end -= 1  # 三两 weighs three 两
        else:
            break
    return start, end


def _percent(plain: str, start: int, written: str) -> Found | None:
    bare = written.partition("之")[2].strip()
    value = 100 if written == "百分百" else value_of(f"零{bare}" if bare[:1] in ("点", "點") else bare)
    if value is None or _UNCERTAIN_AFTER.match(plain, start + len(written)):
        return None
    begin, value = _signed(plain, start, value)
    return Found(begin, start + len(written), value, "percent")


def _fraction(plain: str, start: int, written: str) -> Found | None:
    # 1 1/2 is said 一又二分之一.
    mixed = written.replace(" ", "又") if "/" in written and "又" not in written else written
    value = value_of(mixed.replace("来", "").replace(" ", ""))
    if value is None or ("/" in mixed and "又" not in mixed and not 0 < value < 1):
        return None
    begin, value = _signed(plain, start, value)
    return Found(begin, start + len(written), value, "fraction")


def _signed(plain: str, start: int, value: Value) -> tuple[int, Value]:
    before = plain[max(0, start - 4) : start]
    if sign := _NEGATIVE.search(before):
        return start - len(sign[0]), -value
    return (start - 1, -value) if _MINUS.search(before) else (start, value)


def _plain_number(plain: str, start: int, end: int) -> Found | None:
    core = plain[start:end]
    value = value_of(core.replace("来", "").replace("來", ""))
    if value is None and len(core) == 2 and plain.startswith("折", end):
        value = value_of(f"{core[0]}十{core[1]}")  # 八五折
    elif value is None and _SHORT_YEAR.match(plain, start):
        value = value_of(f"{core[0]}十{core[1]}")
    if value is None or _UNCERTAIN_AFTER.match(plain, end) or core[:2] == "百十":
        return None
    before = plain[max(0, start - 4) : start]
    rough = _ROUGH_AFTER.match(plain, end)
    if UNIT.match(core) and _UNCERTAIN_BEFORE.search(before):
        return None
    if _OVER.search(before) and _UNITS_ONLY.fullmatch(core):
        return None
    if core[0] in BARE_UNIT and not rough and not _ROUGHLY.search(before) and not _is_large_unit(plain, core, end):
        return None
    begin, value = _signed(plain, start, value)
    after = rough.end() if rough and (len(core) > 1 or core == "十" or core in BARE_UNIT) else end
    if special := _with_suffix(plain, begin, start, after, value):
        return special
    if not core[0].isdecimal() and not counts(plain, start, end, signed=begin < start, rough=after > end):
        return None
    in_phrase = phrase_end(plain, start, end) is not None and not measure_beats_phrase(plain, start, end)
    if in_phrase and not (core in BARE_UNIT and _is_rough_measure(plain, before, end)):
        return None
    return Found(begin, after, value, "decimal" if isinstance(value, Decimal) else "integer")


def _is_rough_measure(plain: str, before: str, end: int) -> bool:
    """逾百家企业 counts a hundred although 百家 is a set phrase."""
    return _ROUGHLY.search(before) is not None and number_words().measure.match(plain, end) is not None


def _is_large_unit(plain: str, core: str, end: int) -> bool:
    """百万元, 千亿元, 佰元: a unit before what it counts, as 一百万元."""
    if len(core) == 1:
        return core in "佰仟" and plain.startswith(("元", "圆", "圓"), end)
    return core[-1] in "万亿萬億" and number_words().measure.match(plain, end) is not None


def _with_suffix(plain: str, begin: int, start: int, end: int, value: Value) -> Found | None:
    """Per cents, 百分点, 成, 折, ‰ and 两个半; None where none of them follows."""
    if isinstance(value, Fraction) or phrase_end(plain, start, end + 1) is not None:
        return None
    if permille := PERMILLE.match(plain, end):
        return Found(begin, permille.end(), Fraction(value) / 1000, "fraction")
    if suffix := PERCENT_SUFFIX.match(plain, end):
        if suffix["tenths"]:
            more = {None: 0, "半": 5}.get(suffix["more"]) or value_of(suffix["more"] or "零")
            if not 0 < value <= 10 or not isinstance(more, int):
                return None
            return Found(begin, suffix.end(), _tidy(value * 10 + more), "percent")
        if suffix["fold"]:
            return Found(begin, suffix.end(), _tidy(value * 10) if 0 < value < 10 else value, "percent")
        return Found(begin, suffix.end(), value, "percent")
    if isinstance(value, int) and (half := AND_A_HALF.match(plain, end)):
        return Found(begin, half.end(), Decimal(f"{value}.5"), "decimal")
    return None


def _tidy(value: int | Decimal) -> int | Decimal:
    """8.5折 is 85, not 85.0."""
    return int(value) if value == int(value) else value
