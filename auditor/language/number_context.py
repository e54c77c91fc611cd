"""What stands around a numeral and decides whether it counts: prefixes, suffixes, measure words, neighbours.

All functions look at normalised text and the borders of one numeral in it.
"""

from __future__ import annotations

import re

from auditor.language.number_patterns import PLAIN_DIGITS, SIGN
from auditor.language.number_words import number_words, phrase_end
from auditor.language.numerals import value_of

_LATIN_BEFORE = re.compile(r"[A-Za-z]-?$")
_CURRENCY_BEFORE = re.compile(r"(?:RMB|USD|US|CNY|HKD|EUR|GBP|JPY|NT|HK)$")
_LIST_MARKER_BEFORE = re.compile(r"(?:^|[\n。；;：]) *$")
_LIST_MARKER_AFTER = re.compile(r"[、.)](?!\d)")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_BETWEEN = re.compile(" ?(?:加上?|减去?|乘以?|除以?|比|至|到|或|和|等于|得|-|×|\\+) ?")
_SAID_BEFORE = re.compile("(?:[是为有共得剩到达]|等于) ?$")
_NOTHING_AFTER = re.compile('[，。；、！？)"\n]|$')
_ZERO_SAID = re.compile("(?:[为是至到达]|等于|归) ?$")
_ONE_OF_A_KIND = re.compile("[每某这那另哪任同唯统单该首头万逐独专均第进]$")
_HEIGHT = re.compile(" ?(?:米|尺|丈|厘米|层|層|倍|度|分|个)")
_ZERO_UNIT = re.compile("[度分元点點时時]")
_NUMERAL_AND_LINK = re.compile(
    f"(?:[{''.join(sorted(PLAIN_DIGITS))}]|\\d)(?:加上?|减去?|乘以?|除以?|比|至|到|等于|得)$"
)


_NUMBERED = ("路", "街", "巷", "道", "村", "弄", "里", "楼", "幢", "栋", "第", "编", "院", "区")
# Windows 11: digits that follow a Latin word in small letters.
_WORD_BEFORE = re.compile("[A-Za-z]{2,}[a-z] $")
# 5栋3单元, 90后.
_ADDRESS_AFTER = re.compile(r"[栋棟幢座] ?\d+ ?(?:单元|層|层|号|室|楼)")
_GENERATION = re.compile(r"(?:[5-9][05]|0[05]|[五六七八九零][五零])[后後](?![面来續续])")
# 图2, 表3, 例5, 选项2.
_FIGURE_BEFORE = re.compile("(?:(?<![代发出地试])[图圖表]|例题?|题目?|公式|选项|步骤|练习|方案) ?$")
# 1单元502: the number of a flat behind its staircase or house.
_HOUSE_BEFORE = re.compile(r"\d(?:单元|單元|号楼|號樓|栋|棟|幢|座|号院) ?$")
_CLOCK_AFTER = re.compile("[年月日号時时点點分秒：]")
_LIMIT_AFTER = re.compile("以[内內上下]")
_RATE_AFTER = re.compile(" ?[%‰万亿千百倍折成多余]|[.：/-]")
_CLOCK_BEFORE = re.compile(r"\d：$")


def is_ordinal(plain: str, start: int, end: int) -> bool:
    """第三, 初五, 3楼, (二), list markers, parts of names: numbers that count nothing."""
    words = number_words()
    raw = plain[max(0, start - 4) : start]
    before = raw.rstrip()
    if before.endswith(words.ordinal_prefixes):
        return True
    single = plain[start] in PLAIN_DIGITS and end - start <= 2
    if single and before.endswith(words.short_ordinal_prefixes):
        if before.endswith("周"):
            return not before.endswith("每周")
        if not before.endswith(("高", "老")) or not _HEIGHT.match(plain, end):
            return True
    if _ADDRESS_AFTER.match(plain, end) or (end - start == 2 and _GENERATION.match(plain, start)):
        return True
    if suffix := words.ordinal_suffix.match(plain, end):
        in_date = suffix[0] in "号號" and before.endswith("月")
        rooms = suffix[0] == "室" and end - start <= 2
        return not in_date and not rooms and not _is_day(plain, start, end, before)
    if plain[start].isdecimal():
        return _is_name(plain, start, end)
    if plain.startswith("、", end) and _LIST_MARKER_BEFORE.search(raw) and not SIGN.match(plain, end + 1):
        return True
    return before.endswith("(") and plain.startswith(")", end)


def _is_day(plain: str, start: int, end: int, before: str) -> bool:
    """他二十号出差: a day of the month by what is done on it, unless a street or a list of names stands before it."""
    value = value_of(plain[start:end])
    if not isinstance(value, int) or not 1 <= value <= 31 or before.endswith(_NUMBERED):
        return False
    return number_words().day_follower.match(plain, end) is not None


def _is_name(plain: str, start: int, end: int) -> bool:
    """Arabic digits that are part of a model, code, list marker or hotline."""
    words = number_words()
    before, core = plain[max(0, start - 4) : start], plain[start:end]
    if _is_code(plain, start, end):
        return True
    if _LATIN_BEFORE.search(before) and not _CURRENCY_BEFORE.search(before):
        return True
    if plain[end : end + 1].isascii() and plain[end : end + 1].isalpha() and not words.latin_unit.match(plain, end):
        return True
    if core.isdecimal() and len(core) > 1 and (core[0] == "0" or len(core) > 16):
        return not (len(core) == 2 and (_CLOCK_AFTER.match(plain, end) or _CLOCK_BEFORE.search(before)))
    if _MOBILE.fullmatch(core) and not words.measure.match(plain, end):
        return True
    if core in words.hotlines and words.hotline_word.match(plain, end):
        return True
    if len(core) <= 2 and core.isdecimal():
        if before.endswith("(") and plain.startswith(")", end):
            return True
        return bool(_LIST_MARKER_BEFORE.search(before) and _LIST_MARKER_AFTER.match(plain, end))
    return False


def _is_code(plain: str, start: int, end: int) -> bool:
    """301会议室, 拨打119, Windows 11: digits by the words beside them."""
    words, before = number_words(), plain[max(0, start - 12) : start]
    if _HOUSE_BEFORE.search(before) and not _counted(plain, end):
        return True
    if end - start <= 2:
        return (_WORD_BEFORE.search(before) or _FIGURE_BEFORE.search(before)) is not None and not _counted(plain, end)
    if words.code_suffix.match(plain, end):
        return plain[start:end].isdecimal()
    return words.label.search(before) is not None and not words.measure.match(plain, end)


def _counted(plain: str, end: int) -> bool:
    words = number_words()
    return bool(words.measure.match(plain, end) or words.latin_unit.match(plain, end) or _RATE_AFTER.match(plain, end))


def counts(plain: str, start: int, end: int, *, signed: bool, rough: bool) -> bool:
    """Whether a numeral in Chinese signs counts something: a measure word, a neighbour, or more than one sign."""
    words = number_words()
    core = plain[start:end]
    if signed or rough or not (plain[:start].strip() or plain[end:].strip()):
        return True
    if len(core) > 1:
        return (
            not all(sign in PLAIN_DIGITS for sign in core)
            or core[0] in "廿卅卌"
            or "零" in core
            or "十" in core
            or "拾" in core
            or plain.startswith("年", end)
        )
    before = plain[max(0, start - 4) : start]
    if core == "零":
        return not plain.startswith("下", end) and bool(
            _ZERO_SAID.search(before) or _ZERO_UNIT.match(plain, end) or _NUMERAL_AND_LINK.search(before)
        )
    if core == "一":
        if _is_indefinite(plain, end, before):
            return False
        if words.measure_of_one.match(plain, end) or plain.startswith("月", end):
            return True
        if plain.startswith("日", end) and before.endswith("月"):
            return True
    elif words.measure.match(plain, end) or _LIMIT_AFTER.match(plain, end):
        return True
    link = _BETWEEN.match(plain, end)
    if link and SIGN.match(plain, link.end()) and not plain.startswith(("和", "-"), end):
        return True
    if _NUMERAL_AND_LINK.search(before):
        return True
    return core != "一" and bool(_SAID_BEFORE.search(before) and _NOTHING_AFTER.match(plain, end))


def _is_indefinite(plain: str, end: int, before: str) -> bool:
    """每一个, 一项项, 老王一家四口: an 一 that counts nothing."""
    if plain.startswith("家", end) and SIGN.match(plain, end + 1):
        return True
    if len(plain) > end + 1 and plain[end] == plain[end + 1]:
        return True
    return _ONE_OF_A_KIND.search(before) is not None


def measure_beats_phrase(plain: str, start: int, end: int) -> bool:
    """十分钟 is ten minutes although 十分 is a set phrase: the longer of both decides."""
    measure = number_words().measure.match(plain, end)
    covered = phrase_end(plain, start, end)
    return measure is not None and covered is not None and measure.end() > covered
