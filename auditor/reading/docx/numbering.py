"""The numbers that Word and WPS print before paragraphs but store as list levels (一、, (二), 3.)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import Any, NamedTuple

from auditor.reading.docx.names import value_of, w, whole
from auditor.reading.docx.package import Package
from auditor.reading.docx.text import Settings

NUMBERED = (b"numpr",)
"""What stands in the styles where a style brings a number."""
_PLACEHOLDER = re.compile(r"%([1-9])")
_CHINESE = "零一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def chinese_count(number: int) -> str:
    """A number from 0 to 9999 as it is counted: 十, 十一, 二十, 一百零三."""
    return (
        _counted(number, _CHINESE, "千百十").removeprefix("一")
        if 10 <= number < 20
        else _counted(number, _CHINESE, "千百十")
    )


def _counted(number: int, digits: str, ranks: str) -> str:
    if not 0 < number < 10_000:
        return digits[0] if number == 0 else str(number)
    text = ""
    for digit, rank in zip(f"{number:04d}", (*ranks, ""), strict=True):
        if digit != "0":
            text += digits[int(digit)] + rank
        elif text and not text.endswith(digits[0]):
            text += digits[0]
    return text.rstrip(digits[0])


def _roman(number: int) -> str:
    text = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        text += letters * times
    return text


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)


def _from(first: int, last: int) -> Callable[[int], str]:
    """A row of ready-made signs for 1 to ``last``, the first at code point ``first``; plain digits beyond."""
    return lambda number: chr(first + number - 1) if 1 <= number <= last else str(number)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda number: str(number).translate({48 + i: 0xFF10 + i for i in range(10)}),
    "decimalEnclosedCircle": _from(0x2460, 20),
    "decimalEnclosedCircleChinese": _from(0x2460, 20),
    "decimalEnclosedParen": _from(0x2474, 20),
    "decimalEnclosedFullstop": _from(0x2488, 20),
    "chineseCounting": chinese_count,
    "chineseCountingThousand": chinese_count,
    "japaneseCounting": chinese_count,
    "taiwaneseCounting": chinese_count,
    "taiwaneseCountingThousand": chinese_count,
    "ideographDigital": lambda number: "".join(_CHINESE[int(digit)] for digit in str(number)),
    "chineseLegalSimplified": lambda number: _counted(number, _LEGAL, "仟佰拾"),
    "ideographTraditional": lambda number: _STEMS[(number - 1) % 10],
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": _roman,
    "upperRoman": lambda number: _roman(number).upper(),
    "none": lambda _: "",
}
"""How each ``w:numFmt`` writes a number (ECMA-376 part 1, 17.18.59); bullets and rarer ones write none."""


class _Level(NamedTuple):
    start: int
    form: str
    text: str
    plain: bool
    style: str | None
    gap: bool


NumberingState = tuple[dict[str, dict[int, int]], dict[str, dict[int, int]] | None]
"""The running numbers by list and level, and the restarts still to come (None before the lists are read)."""


class Numbering:
    """The running numbers of one document; ask for each paragraph once, in order."""

    def __init__(self, package: Package) -> None:
        """Nothing of ``word/numbering.xml`` is looked at before a paragraph needs it."""
        self._package = package
        self._unread = True
        self._levels: dict[str, dict[int, _Level]] = {}
        self._abstract: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = {}
        self._counters: dict[str, dict[int, int]] = {}

    def _load(self, numbering: Any) -> None:
        links: dict[str, str] = {}
        targets: dict[str, str] = {}
        for abstract in numbering.findall(w("abstractNum")):
            key = abstract.get(w("abstractNumId"), "")
            self._levels[key] = {whole(level.get(w("ilvl"))): _level(level) for level in abstract.findall(w("lvl"))}
            if (link := value_of(abstract, "numStyleLink")) is not None:
                links[key] = link
            if (target := value_of(abstract, "styleLink")) is not None:
                targets[target] = key
        for key, link in links.items():
            self._levels[key] = self._levels.get(targets.get(link, ""), {})
        for number in numbering.findall(w("num")):
            num_id = number.get(w("numId"), "")
            self._abstract[num_id] = value_of(number, "abstractNumId") or ""
            for override in number.findall(w("lvlOverride")):
                if (start := value_of(override, "startOverride")) is not None:
                    self._restarts.setdefault(num_id, {})[whole(override.get(w("ilvl")))] = whole(start)

    def prefix(self, settings: Settings) -> str:
        """The number printed before the paragraph with these settings, "" if none."""
        if settings.numbers is None and settings.style is None:
            return ""
        if not self._is_listed(settings):
            return ""
        if self._unread:
            self._unread = False
            if self._package.numbering is not None:
                self._load(self._package.numbering)
        num_id, ilvl = self._place(settings)
        if num_id is None or num_id == "0":
            return ""
        abstract = self._abstract.get(num_id)
        levels = self._levels.get(abstract or "", {})
        if abstract is None or ilvl not in levels:
            return ""
        counters = self._counters.setdefault(abstract, {})
        restart = self._restarts.get(num_id, {}).pop(ilvl, None)
        if restart is not None:
            counters[ilvl] = restart
        else:
            counters[ilvl] = counters.get(ilvl, levels[ilvl].start - 1) + 1
        for deeper in [level for level in counters if level > ilvl]:
            del counters[deeper]
        for upper in range(ilvl):
            if upper in levels:
                counters.setdefault(upper, levels[upper].start)
        written = _written(levels, counters, ilvl)
        # A tab or a space follows; it shows only where the number has no mark of its own (1 主动公开).
        return f"{written} " if written[-1:].isalnum() and levels[ilvl].gap else written

    @cached_property
    def _style_numbers(self) -> dict[str, tuple[str | None, int | None]]:
        return style_numbers(self._package.styles) if self._package.styles_may_hold(NUMBERED) else {}

    def _is_listed(self, settings: Settings) -> bool:
        """Whether a paragraph or its style belongs to a list at all; most belong to none."""
        if value_of(settings.numbers, "numId") is not None:
            return True
        return settings.style is not None and settings.style in self._style_numbers

    def state(self) -> NumberingState:
        """Where the running numbers stand, to go on from there again."""
        return (
            {key: dict(counters) for key, counters in self._counters.items()},
            {key: dict(restarts) for key, restarts in self._restarts.items()} if not self._unread else None,
        )

    def go_back(self, state: NumberingState) -> None:
        """Go on from where the running numbers stood."""
        self._counters = state[0]
        if state[1] is not None:
            self._restarts = state[1]

    def _place(self, settings: Settings) -> tuple[str | None, int]:
        """List and level of a paragraph, its own or its style's."""
        num_id, level = value_of(settings.numbers, "numId"), value_of(settings.numbers, "ilvl")
        style = settings.style
        if num_id is None and style is not None:
            num_id, style_level = self._style_numbers.get(style, (None, None))
            if level is None and num_id is not None:
                levels = self._levels.get(self._abstract.get(num_id, ""), {})
                linked = [ilvl for ilvl, entry in levels.items() if entry.style == style]
                return num_id, linked[0] if linked else style_level or 0
        return num_id, whole(level)


def _level(level: Any) -> _Level:
    return _Level(
        whole(value_of(level, "start"), 1),
        value_of(level, "numFmt") or "decimal",
        value_of(level, "lvlText") or "",
        level.find(w("isLgl")) is not None,
        value_of(level, "pStyle"),
        value_of(level, "suff") != "nothing",
    )


def _written(levels: dict[int, _Level], counters: dict[int, int], ilvl: int) -> str:
    if levels[ilvl].form not in _FORMATS:
        return ""

    def number(match: re.Match[str]) -> str:
        level = int(match[1]) - 1
        form = "decimal" if levels[ilvl].plain or level not in levels else levels[level].form
        return _FORMATS.get(form, str)(counters.get(level, 1))

    return _PLACEHOLDER.sub(number, levels[ilvl].text)


def style_numbers(styles: Any | None) -> dict[str, tuple[str | None, int | None]]:
    """For each paragraph style the list and level that it or a style it is based on belongs to."""
    own: dict[str, tuple[str | None, int | None]] = {}
    for numbers in () if styles is None else styles.iter(w("numPr")):
        style = next(numbers.iterancestors(w("style")), None)
        if style is not None:
            level = value_of(numbers, "ilvl")
            own[style.get(w("styleId"), "")] = (value_of(numbers, "numId"), None if level is None else whole(level))
    if not own:
        return {}
    assert styles is not None
    bases = {style.get(w("styleId"), ""): value_of(style, "basedOn") for style in styles.iterchildren(w("style"))}
    resolved: dict[str, tuple[str | None, int | None]] = {}
    for name in bases:
        seen: set[str] = set()
        at: str | None = name
        while at is not None and at not in seen and at not in own:
            seen.add(at)
            at = bases.get(at)
        if at is not None and at in own:
            resolved[name] = own[at]
    return resolved
