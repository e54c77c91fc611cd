"""Numbers with their measure words: what in a text is a figure at all, and what it is worth.

Dates, ordinals, document numbers, names and set phrases are covered first (``lexicons/language/
set_phrases.toml``), so that nothing in them is taken for a figure.  Rules: docs/figures.md 1 and 2.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction
from functools import cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.language.numerals import value_of
from auditor.language.phrases import trie_pattern
from auditor.model import FigureKind, Value
from auditor.resources import load_lexicon

_CHINESE = "零一二三四五六七八九十百千万亿两廿"
_DIGIT = "零一二三四五六七八九两廿"
_COVER = "□"
_TENTHS = ("成", "折")


class Quantity(NamedTuple):
    """A number with its measure word: ``high`` is the upper end of a range, ``unit`` in normalised form.

    ``unit_start`` and ``unit_end`` are where the measure word stands (equal where none is written).
    """

    start: int
    end: int
    value: Value
    high: Value | None
    unit: str | None
    kind: FigureKind
    approximate: bool
    unit_start: int
    unit_end: int


@cache
def _units() -> dict[str, FigureKind]:
    lexicon = load_lexicon("language/measure_words")
    kinds: dict[str, FigureKind] = {}
    for kind in ("count", "money", "duration", "rate"):
        for word in lexicon[kind]:
            kinds[normalise(word)] = kind
    return kinds


@cache
def _mask() -> re.Pattern[str]:
    lexicon = load_lexicon("language/set_phrases")
    numerals = f"{_CHINESE}\\d"
    # A phrase that begins with a numeral is none inside a longer number; one that ends with a numeral
    # is none before a measure word or more digits.
    phrases = {normalise(phrase) for phrase in lexicon["phrases"]}
    closed = [phrase for phrase in phrases if phrase[-1] not in f"{_CHINESE}0123456789"]
    ends_open = phrases.difference(closed)
    # No alternative begins with a character outside this set, so that most of a text is passed over at once.
    heads = {phrase[0] for phrase in phrases} | set(lexicon["pattern_heads"]) | set('《〔[("第每二两')
    first = "".join(sorted(re.escape(head) for head in heads))
    return re.compile(
        rf"(?=[{first}A-Za-z\d])(?:"
        + "|".join(
            [
                r"《[^《》]*(?:《[^》]*》[^《》]*)*》",
                r"(?<!\d)(?:19|20)\d{2}\s*[-至到]\s*(?:19|20)\d{2}\s*(?:年度?)?",
                r"(?<!\d)(?:19|20)\d{2}\s*年度?(?:\s*\d{1,2}\s*(?:[-至到、]\s*\d{1,2}\s*)?月份?)?(?:\s*\d{1,2}\s*日)?",
                r"(?<!\d)\d{2}年(?=度|\d{1,2}月)",
                r"(?<!\d)\d{1,2}\s*月\s*(?:\d{1,2}\s*日|份)?(?:\s*[-至到]\s*(?:\d{1,2}\s*月\s*)?\d{1,2}\s*日)?",
                r"[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十]{1,3}日)?",
                r"[二两][零一二三四五六七八九]{3}年",
                r"每[年月季]度?\d{1,2}日",
                r"\d{1,2}日(?=[前起止至])",
                r"[〔\[(]\s*(?:19|20)\d{2}\s*[〕\])]\s*第?\d{0,6}\s*号?",
                r"第?\s*(?<!\d)\d{1,8}\s*号令?",
                rf"(?<![{numerals}])(?:{trie_pattern(closed)})",
                rf"(?<![{numerals}])(?:{trie_pattern(ends_open)})(?![{numerals}件个条次份项名期场])",
                *lexicon["patterns"],
                r'"[^"，。；]{0,3}[零一二三四五六七八九十\d][^"，。；件条次%]{0,7}"',
            ]
        )
        + ")"
    )


def covered(text: str) -> str:
    """``text`` (normalised) with everything that is no figure covered by signs, the length unchanged."""
    return _mask().sub(lambda match: _COVER * len(match.group()), text)


@cache
def _pattern() -> re.Pattern[str]:
    lexicon = load_lexicon("language/measure_words")
    rough = lexicon["approximators"]
    units = trie_pattern(_units())
    after_chinese = trie_pattern(map(normalise, lexicon["after_chinese"]))
    before, after = trie_pattern(rough["before"]), trie_pattern(rough["after"])
    broken = rf"\d{{1,12}}(?:[ \n]{{1,3}}\d{{1,12}}){{1,6}}(?=\s?(?:[百千万亿]|{units}))"
    arabic = rf"(?:\d{{1,3}}(?:，\d{{3}}){{1,5}}(?!\d)(?:\.\d{{1,12}})?|{broken}|\d{{1,15}}(?:\.\d{{1,12}})?)"
    scaled = rf"{arabic}(?:\s?[百千]?[万亿](?!元)(?:\d+千|[{_DIGIT}]+千)?|[百千](?=[{_DIGIT}余多万]|{units}))?"
    chinese = rf"[{_DIGIT}十](?:[{_CHINESE}]|点(?=[{_DIGIT}])){{0,15}}"
    first = "".join(sorted({word[0] for word in rough["before"]} | set(_CHINESE)))
    return re.compile(
        rf"(?=[{first}\d])(?<!\d)(?P<before>{before})?\s?(?:"
        rf"百分之(?P<percent>[{_CHINESE}]{{1,9}}(?:点[{_DIGIT}]{{1,9}})?|\d{{1,9}}(?:\.\d{{1,9}})?)|"
        rf"(?P<fraction>[{_CHINESE}]{{1,9}}分之[{_CHINESE}]{{1,9}}|\d{{1,9}}分之\d{{1,9}})|"
        rf"(?<![\d.A-Za-z])(?P<arabic>{scaled})(?P<within>\s?[余多](?:万|亿)?(?!元))?"
        rf"(?:\s?(?P<unit_low>%|{units})?\s?[-至到]\s?(?P<high>{scaled})(?=\s?(?:{units})))?\s?(?P<unit>{units})?|"
        rf"(?<![数几成每多好])(?<![^网线以会面路街]上)(?P<chinese>{chinese}|(?<=[近约逾超过])[百千万])(?P<within_chinese>[余多]?[万亿]?)"
        rf"(?:[-至到](?P<high_chinese>{chinese}))?\s?(?P<unit_chinese>{after_chinese})|"
        rf"(?P<round>[百千万])(?P<within_round>余)(?P<unit_round>{after_chinese})"
        rf")(?P<after>{after})?"
    )


def _exact(numeral: str) -> Value | None:
    found = value_of(numeral)
    return found if isinstance(found, (int, Decimal)) else None


def _fraction(text: str) -> Value | None:
    found = value_of(text)
    if isinstance(found, Fraction):
        with localcontext() as context:
            context.prec = 28
            return Decimal(found.numerator) / Decimal(found.denominator)
    return found


# What may stand before a bare number that counts something: a verb of being, a noun of amount.
_COUNTED_BEFORE = re.compile(r"(?:量|数|额|为|达|至|到|计|共|超|约|近|均为|得|总数|率)\s?$")
_DELIMITED = re.compile(r"\s*(?:[，。；、)）\n]|$|和|及|与)")
_ONE = re.compile(r"(?:每|这|那|同|任|某|唯|逐|进|另|上|下|首|前|后|哪|何|是|为|成|新|又|再)$")


def may_hold_quantity(text: str, start: int, end: int) -> bool:
    """Whether a sentence has anything in the form of a quantity, set phrases and dates still included."""
    return _pattern().search(text, start, end) is not None


def quantities(
    text: str, start: int = 0, end: int | None = None, counted_ends: Callable[[], frozenset[int]] = frozenset
) -> list[Quantity]:
    """The quantities of ``text[start:end]`` (normalised), in order.

    ``counted_ends`` gives the offsets at which a word ends that a bare number may count (维持5): elsewhere
    a number without a measure word is no figure unless a word of amount leads to it.
    """
    shown = covered(text[start : len(text) if end is None else end])
    found: list[Quantity] = []
    for match in _pattern().finditer(shown):
        quantity = _quantity(_Match(shown, match, start, counted_ends))
        if quantity is not None:
            found.append(quantity)
    return found


class _Match(NamedTuple):
    """A match in a covered sentence that begins at ``offset`` of the text."""

    shown: str
    match: re.Match[str]
    offset: int
    counted_ends: Callable[[], frozenset[int]]


def _quantity(found: _Match) -> Quantity | None:
    """The quantity of a match; None where it is no figure."""
    percent, fraction, round_number, arabic = found.match.group("percent", "fraction", "round", "arabic")
    if arabic is not None:
        return _written(found, "", arabic)
    if percent is not None:
        return _made(found, _exact(percent), None, "%", "rate", _is_rough(found), "")
    if fraction is not None:
        return _made(found, _fraction(fraction), None, None, "rate", _is_rough(found), "")
    if round_number is not None:
        unit = found.match["unit_round"]
        return _made(found, _ROUND[round_number], None, unit, _units()[unit], True, "unit_round")
    return _written(found, "_chinese", found.match["chinese"])


_ROUND: dict[str, Value] = {"百": 100, "千": 1000, "万": 10000}


def _is_rough(found: _Match) -> bool:
    before, after = found.match.group("before", "after")
    return bool(before or after)


def _written(found: _Match, suffix: str, numeral: str) -> Quantity | None:
    """A number in digits (``suffix`` empty) or in Chinese numerals, with its measure word if it has one."""
    match = found.match
    unit, within, upper = match.group(f"unit{suffix}", f"within{suffix}", f"high{suffix}")
    within = (within or "").strip()
    if unit is None and not _bare_counts(found, numeral):
        return None
    if (
        suffix
        and numeral == "一"
        and _ONE.search(found.shown, max(0, match.start("chinese") - 1), match.start("chinese"))
    ):
        return None
    value = _exact(numeral + within.lstrip("余多"))
    if value is not None and unit in _TENTHS:
        value *= 10
    high = None if upper is None else _exact(upper)
    rough = _is_rough(found) or "余" in within or "多" in within
    return _made(found, value, high, unit, _units()[unit] if unit else "count", rough, f"unit{suffix}")


def _made(
    found: _Match,
    value: Value | None,
    high: Value | None,
    unit: str | None,
    kind: FigureKind,
    approximate: bool,
    unit_group: str,
) -> Quantity | None:
    """The quantity with its place in the whole text; None where its numeral has no certain value."""
    if value is None:
        return None
    start, end = found.match.span()
    unit_start, unit_end = found.match.span(unit_group) if unit_group and unit else (end, end)
    while found.shown[start] in " \n":
        start += 1
    while found.shown[end - 1] in " \n":
        end -= 1
    offset = found.offset
    return Quantity(
        start + offset, end + offset, value, high, unit, kind, approximate, unit_start + offset, unit_end + offset
    )


def _bare_counts(found: _Match, numeral: str) -> bool:
    """Whether a number without a measure word is a figure."""
    shown, match = found.shown, found.match
    within, before, after = match.group("within", "before", "after")
    first, last = match.span("arabic")
    if not after and not _DELIMITED.match(shown, match.end("within") if within else last):
        return False
    start = match.start("before") if before else first
    amount = _COUNTED_BEFORE.search(shown, max(0, start - 3), start) is not None
    if len(numeral) == 4 and numeral.startswith(("19", "20")) and not amount:
        return False
    if amount or within or numeral[-1] in "万亿":
        return True
    while start > 0 and shown[start - 1] in " \n":
        start -= 1
    return start + found.offset in found.counted_ends()
