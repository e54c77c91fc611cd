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
        rf"(?<![数几上成每多好])(?P<chinese>{chinese}|(?<=[近约逾超过])[百千万])(?P<within_chinese>[余多]?[万亿]?)"
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
    stop = len(text) if end is None else end
    # The cover keeps offsets: what lies before ``start`` is blanked, what lies behind ``stop`` cut off.
    shown = " " * start + covered(text[start:stop])
    found: list[Quantity] = []
    for match in _pattern().finditer(shown, start):
        quantity = _quantity(shown, match, counted_ends)
        if quantity is not None:
            found.append(quantity)
    return found


def _quantity(text: str, match: re.Match[str], counted_ends: Callable[[], frozenset[int]]) -> Quantity | None:
    groups = match.groupdict()
    start, end = match.span()
    approximate = bool(groups["before"] or groups["after"] or groups["within"] or groups["within_chinese"])
    high: Value | None = None
    kind: FigureKind
    unit: str | None
    if groups["percent"] is not None:
        value, unit, kind = _exact(groups["percent"]), "%", "rate"
        unit_name = ""
    elif groups["fraction"] is not None:
        value, unit, kind = _fraction(groups["fraction"]), None, "rate"
        unit_name = ""
    elif groups["round"] is not None:
        value, unit = {"百": 100, "千": 1000, "万": 10000}[groups["round"]], groups["unit_round"]
        kind, approximate, unit_name = _units()[unit], True, "unit_round"
    else:
        form = "arabic" if groups["arabic"] is not None else "chinese"
        suffix = "" if form == "arabic" else "_chinese"
        numeral, unit, unit_name = groups[form], groups[f"unit{suffix}"], f"unit{suffix}"
        number = match.span(form)
        within = (groups[f"within{suffix}"] or "").strip()
        value = _exact(numeral + within.lstrip("余多"))
        approximate = approximate and bool(groups["before"] or groups["after"] or "余" in within or "多" in within)
        if groups[f"high{suffix}"] is not None:
            high = _exact(groups[f"high{suffix}"])
        if unit is None and not _bare_counts(text, match, number, counted_ends, groups):
            return None
        kind = _units()[unit] if unit else "count"
        if form == "chinese" and numeral == "一" and _ONE.search(text, max(0, number[0] - 1), number[0]):
            return None
        if unit in _TENTHS and value is not None:
            value *= 10
    if value is None:
        return None
    unit_span = match.span(unit_name) if unit_name and unit else (end, end)
    while text[start] in " \n":
        start += 1
    while text[end - 1] in " \n":
        end -= 1
    return Quantity(start, end, value, high, unit, kind, approximate, *unit_span)


def _bare_counts(
    text: str,
    match: re.Match[str],
    number: tuple[int, int],
    counted_ends: Callable[[], frozenset[int]],
    groups: dict[str, str | None],
) -> bool:
    """Whether a number without a measure word is a figure."""
    after_number = match.end("within") if groups["within"] else number[1]
    numeral = groups["arabic"] or ""
    scaled = numeral[-1:] in "万亿" or bool(groups["within"])
    if not _DELIMITED.match(text, after_number) and not groups["after"]:
        return False
    if len(numeral) == 4 and numeral.startswith(("19", "20")) and not _COUNTED_BEFORE.search(text, 0, number[0]):
        return False
    before = match.start("before") if groups["before"] else number[0]
    lead = before
    while lead > 0 and text[lead - 1] in " \n":
        lead -= 1
    return lead in counted_ends() or (scaled or _COUNTED_BEFORE.search(text, max(0, before - 3), before) is not None)
