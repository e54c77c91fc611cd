"""The exact value of one numeral, however it is written.

Understood are Arabic digits (full width too, with thousands separators or inner spaces, with
decimals), Chinese numerals in plain, traditional and financial form, the mixed forms of print
(3万5千, 1.2亿) and fractions (三分之一, 两千零四十八又二分之一).  Values are ``int``, ``Decimal`` or
``Fraction``, never binary floats.  A rough numeral (十余万, 二百多) has the value of its number.  What
has no certain value (三四十, 一二, 十几) has none.
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from typing import Final

Value = int | Decimal | Fraction

# No numeral is longer; what is, is a code or a broken text.
LONGEST: Final = 100
DIGITS: Final = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS: Final = {"十": 10, "百": 100, "千": 1000}
LARGE_UNITS: Final = {"兆": 10**12, "亿": 10**8, "万": 10**4}

# Other ways to write the same sign: traditional, financial, full width, rough words that add nothing.
_PLAIN_FORM: Final = str.maketrans(
    {
        **dict(
            zip(
                "〇○Ｏ两兩俩倆仨壹弌贰貳弍叁參参弎肆伍陆陸柒捌玖幺",
                "零零零二二二二三一一二二二三三三三四五六六七八九一",
                strict=True,
            )
        ),
        **dict(zip("拾佰仟萬億點點負", "十百千万亿点点负", strict=True)),
        **dict(zip("０１２３４５６７８９．，", "0123456789.,", strict=True)),
        **dict.fromkeys("余餘多 \u00a0\u3000\n\r\t", None),
        "廿": "二十",
        "卅": "三十",
        "卌": "四十",
        "−": "-",
        "－": "-",
    }
)
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)")
_TOKEN = re.compile(r"\d+|[零一二三四五六七八九十百千]")
_ARABIC = re.compile(r"\d+(?:\.\d+)?")


def value_of(text: str) -> Value | None:
    """The value of ``text``, which must be one numeral and nothing else; None where it is none.

    ``text`` may be raw or normalised (:func:`auditor.language.normalise.normalise`).  A sign (负, -) is
    part of the numeral; per cents are not (see :func:`percent_of`).  Integers in a larger unit stay
    integers (1.2万 is 12000); a decimal keeps the places that it prints.

    >>> value_of("3万5千"), value_of("九十八点五"), value_of("三分之一")
    (35000, Decimal('98.5'), Fraction(1, 3))
    """
    if len(text) > LONGEST:
        return None
    return int(text) if text.isdecimal() else _value_of_other(text)


def percent_of(text: str) -> int | Decimal | None:
    """The value in per cent of 百分之九十八点五, 百分之百, 98.5%, 98.5 ％; None where ``text`` is no such thing."""
    bare = text.strip()
    if bare.endswith(("%", "％", "﹪")):
        value = value_of(bare[:-1])
    elif bare.startswith("百分之"):
        value = value_of(bare[3:])
    else:
        return None
    return None if isinstance(value, Fraction) else value


@lru_cache(maxsize=4096)
def _value_of_other(text: str) -> Value | None:
    plain = text.translate(_PLAIN_FORM)
    if "," in plain:
        plain = _GROUPED.sub(lambda group: group[0].replace(",", ""), plain)
    if plain[:1] in ("负", "-"):
        value = _unsigned(plain[1:])
        return None if value is None else -value
    return _unsigned(plain)


def _unsigned(plain: str) -> Value | None:
    if "分之" in plain or "/" in plain:
        return _fraction(plain)
    if "点" in plain:
        return _spoken_decimal(plain)
    return _number(plain)


def _fraction(plain: str) -> Fraction | None:
    """二分之一, 1/2, with a whole number before it (两千零四十八又二分之一), or with places (千分之二点五)."""
    whole, has_whole, rest = plain.rpartition("又")
    if "分之" in rest:
        below, _, above = rest.partition("分之")
    else:
        above, _, below = rest.partition("/")
    numerator = _spoken_decimal(above) if "点" in above else _number(above)
    wholes = [_number(part) for part in ((whole, below) if has_whole else (below,))]
    if numerator is None or not all(isinstance(number, int) for number in wholes):
        return None
    *leading, denominator = (int(number) for number in wholes if number is not None)
    return Fraction(numerator) / denominator + sum(leading) if denominator else None


def _spoken_decimal(plain: str) -> int | Decimal | None:
    """九十八点五, 一点二亿: digits read out one by one after 点, then at most the large units."""
    whole, _, rest = plain.partition("点")
    places = rest.rstrip("千万亿兆")
    units = rest[len(places) :]
    integer = _number(whole)
    if not isinstance(integer, int) or not places or any(digit not in DIGITS for digit in places):
        return None
    spelled = "".join(str(DIGITS[digit]) for digit in places)
    return _scaled(Decimal(f"{integer}.{spelled}"), units)


def _scaled(number: Decimal, units: str) -> int | Decimal | None:
    """``number`` times the units written behind it; whole numbers come back as ``int`` when a unit made them so."""
    if not units:
        return number
    factor = 1
    for unit in units:
        step = LARGE_UNITS.get(unit) or UNITS.get(unit)
        if step is None:
            return None
        factor *= step
    # Shifting by the power of ten is exact for any number of digits; a product would round to the context.
    product = number.scaleb(len(str(factor)) - 1) if len(number.as_tuple().digits) < 28 else None
    if product is None:
        return None
    return int(product) if product == product.to_integral_value() else product


def _number(plain: str) -> int | Decimal | None:
    """A number without 点 and 分之: Arabic, Chinese or mixed."""
    if not plain:
        return None
    if plain.isdecimal():
        return int(plain)
    if _ARABIC.fullmatch(plain):
        return Decimal(plain)
    if "." in plain:
        number = _ARABIC.match(plain)
        return _scaled(Decimal(number[0]), plain[number.end() :]) if number else None
    if all(sign in DIGITS for sign in plain):
        return _read_out(plain)
    return _whole(plain)


def _read_out(digits: str) -> int | None:
    """二零二四: digits read out one by one.  Two or three without a zero are rough (三四个) or a name (九一八)."""
    if len(digits) == 1:
        return DIGITS[digits]
    if len(digits) < 4 and "零" not in digits:
        return None
    return int("".join(str(DIGITS[digit]) for digit in digits))


def _whole(plain: str) -> int | None:
    """A whole number by its large units: what stands before 亿 or 万 counts them, what stands behind is added."""
    for sign, unit in LARGE_UNITS.items():
        if sign not in plain:
            continue
        before, _, behind = plain.rpartition(sign)
        count = 1 if not before else _whole(before)
        if count is None or count == 0:
            return None
        if not behind:
            return count * unit
        rest = _whole(behind)
        if rest is None or rest >= unit:
            return None
        # 一万二 is 12000, 一万零二 is 10002.
        return count * unit + (rest * unit // 10 if len(behind) == 1 and rest else rest)
    return _section(plain)


def _section(plain: str) -> int | None:
    """A number below ten thousand: digits before falling units 千 百 十, 零 for a gap."""
    if plain.isdecimal():
        return int(plain)
    tokens = _TOKEN.findall(plain)
    if not tokens or sum(map(len, tokens)) != len(plain):
        return None
    value, count, last_unit, gap = 0, 0, 10_000, False
    for token in tokens:
        unit = UNITS.get(token)
        if unit is not None:
            if unit >= last_unit or (not count and unit > 10 and (value or gap)):
                return None
            value += (count or 1) * unit
            count, last_unit, gap = 0, unit, False
        elif token == "零":
            if count or gap:
                return None
            gap = True
        else:
            number = DIGITS.get(token)
            number = int(token) if number is None else number
            if count or not 0 < number < last_unit:
                return None
            count = number
    if count and count < 10 and 10 < last_unit < 10_000 and not gap:
        return value + count * last_unit // 10  # 三百五 is 350, 三百零五 is 305
    return value + count if count < last_unit else None
