"""Slips of the pen: a number written otherwise than it should be, as people do it.

One digit wrong, two exchanged, one lost, one too many, one more or less.  Nothing else of the surface changes, so
separators, full-width digits, 万 and the measure word stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from random import Random

from auditor.evaluation.labels import Mark

_DIGITS = re.compile(r"\d(?:[\d,，.．\s]*\d)?")
_NUMERAL = re.compile(r"[〇零一二两三四五六七八九十百千]+")
_PER_CENT = "百分之"
_POINTS, _POINTS_HIDDEN = "百分点", "\0分点"  # the 百 of the measure word is no numeral
_ONES = "零一二三四五六七八九"
_PLACES = ((1000, "千"), (100, "百"), (10, "十"))
_VALUE = re.compile(r"\d+(?:\.\d+)?")


def slips(number: int, draw: Random) -> list[int]:
    """Numbers that one slip makes of another, in random order; never negative, never the number itself."""
    text = str(number)
    made = {number + 1, number - 1, int(text + str(draw.randrange(10))), 10 * number + 1}
    made |= {int(text[:at] + str(draw.randrange(10)) + text[at + 1 :]) for at in range(len(text))}
    made |= {int(text[:at] + text[at + 1] + text[at] + text[at + 2 :]) for at in range(len(text) - 1)}
    if len(text) > 1:
        made |= {int(text[:at] + text[at + 1 :]) for at in range(len(text))}
    wrong = sorted(value for value in made if value >= 0 and value != number)
    draw.shuffle(wrong)
    return wrong


def slipped(mark: Mark, draw: Random) -> Iterator[Mark]:
    """A mark with each slip in its number; nothing for a surface that is not one plain number."""
    head = _PER_CENT if mark.surface.startswith(_PER_CENT) else ""
    body = mark.surface[len(head) :].replace(_POINTS, _POINTS_HIDDEN)
    digits, numerals = list(_DIGITS.finditer(body)), list(_NUMERAL.finditer(body))
    if "-" in mark.value[1:] or len(digits) + len(numerals) != 1:
        return
    (run,) = digits or numerals
    written = _digits_of(run[0]) if digits else _numeral_value(run[0])
    if written is None:
        return
    for wrong in slips(written, draw):
        text = _as_digits(run[0], wrong) if digits else chinese(wrong)
        value = _rescaled(mark, written, wrong)
        if text is not None and value is not None:
            surface = (head + body[: run.start()] + text + body[run.end() :]).replace(_POINTS_HIDDEN, _POINTS)
            yield replace(mark, surface=surface, value=value, end=mark.start + len(surface))


def _digits_of(run: str) -> int:
    """The digits of a run without separators and point: 98.5 is 985."""
    return int("".join(str(int(sign)) for sign in run if sign.isdigit()))


def _as_digits(run: str, number: int) -> str | None:
    """A number in the digits of a run: as wide, with the point where it was; separators only where they fit."""
    point = re.search(r"[.．]", run)
    decimals = sum(sign.isdigit() for sign in run[point.start() :]) if point else 0
    digits = str(number).zfill(decimals + 1)
    if any(sign in run for sign in ",，") and len(digits) - decimals > 3:
        whole = f"{int(digits[: len(digits) - decimals]):,}"
    else:
        whole = digits[: len(digits) - decimals]
    text = whole + (f"{point[0]}{digits[len(digits) - decimals :]}" if point else "")
    full_width = any("０" <= sign <= "９" for sign in run)
    return text.translate({ord("0") + n: ord("０") + n for n in range(10)}) if full_width else text


def _rescaled(mark: Mark, written: int, wrong: int) -> str | None:
    """The mark's value after its digits changed; None where it can't be written in the label format."""
    found = _VALUE.search(mark.value)
    if found is None:
        return None
    if not written:
        return mark.value.replace(found[0], str(wrong)) if mark.decimals == 0 and not mark.slack else None
    exact = Decimal(found[0]) * wrong / written
    if exact * written != Decimal(found[0]) * wrong:
        return None
    # The printed decimals count: 98.0% stays 98.0%.
    step = Decimal(1).scaleb(-mark.decimals)
    if exact != exact.quantize(step):
        return None
    return mark.value[: found.start()] + format(exact.quantize(step), "f") + mark.value[found.end() :]


def _numeral_value(run: str) -> int | None:
    """The value of a plain Chinese numeral below 10,000; None for one that is written otherwise (一二三, 一百三)."""
    return next((value for value in _guesses(run) if _spelt_alike(chinese(value), run)), None)


def _guesses(run: str) -> Iterator[int]:
    if run in ("零", "〇"):
        return
    total, digit = 0, 0
    places = {sign: place for place, sign in _PLACES}
    for sign in run.replace("两", "二").replace("〇", "零"):
        if sign in places:
            total, digit = total + (digit or 1) * places[sign], 0
        else:
            digit = _ONES.index(sign)
    yield total + digit


def _spelt_alike(one: str | None, other: str) -> bool:
    def plain(text: str) -> str:
        return text.replace("两", "二").replace("〇", "零").removeprefix("一") if "十" in text[:2] else text

    return one is not None and plain(one).replace("两", "二") == plain(other).replace("两", "二")


def chinese(number: int) -> str | None:
    """A number from 1 to 9999 in Chinese, as it counts things: 两, 十二, 一百零三."""
    if not 0 < number < 10_000:
        return None
    if number == 2:
        return "两"
    text, rest = "", number
    for place, sign in _PLACES:
        digit, rest = divmod(rest, place)
        if digit:
            text += _ONES[digit] + sign
        elif text and rest and not text.endswith("零"):
            text += "零"
    text += _ONES[rest] if rest else ""
    return text.rstrip("零").removeprefix("一") if 10 <= number < 20 else text.rstrip("零")
