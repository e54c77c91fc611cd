"""What one printed cell says: a number, a blank, "does not apply", other text, or nothing certain.

The kinds are those of handbook 1.3; the words are in ``lexicons/tables/cells.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.model import CellKind, Value
from auditor.resources import load_lexicon


class CellValue(NamedTuple):
    """What a cell's text says; ``unit`` and ``remark`` are what stands beside the number, ``""`` if nothing."""

    number: Value | None
    kind: CellKind
    unit: str = ""
    remark: str = ""
    separated: bool = False


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    not_applicable: frozenset[str]
    blank: re.Pattern[str]
    zero: frozenset[str]
    decrease: frozenset[str]
    increase: frozenset[str]


MOST_DIGITS = 15
"""More digits than any count of a report has; reading thousands of them would be a fault in itself."""
LONGEST = 80
"""No number with its unit and remark is longer."""

_BLANK = CellValue(None, "blank")
_SPACES = re.compile(r"\s+")
# Digits with a gap between them may be one number or two: nobody can tell from the text alone.  A gap in a
# remark is none of the value's; characters that all stand apart (1 6 4 0 . 5), the point too, are one number.
_GAP = re.compile(r"[^(\[【]*\d\s+\d")
_SPELT = re.compile(r"\d(?:\s+\d)*\s+\.(?:\s+\d)+(?![\d.])")


# A list's number and its text (1.属于国家秘密): the beginning of a label, not a decimal.
_LISTED = re.compile(r"\d{1,2}[.．、]\D")
_OUTER = frozenset("0123456789０１２３４５６７８９ \u3000\u00a0－—–／＋\u200b\ufeff\ufffc")


@cache
def _words() -> _Words:
    lexicon = load_lexicon("tables/cells")

    def alternatives(*names: str) -> str:
        return "|".join(re.escape(normalise(word)) for name in names for word in lexicon[name])

    pattern = re.compile(
        rf"(?P<sign>{alternatives('increase', 'decrease')})?"
        r"(?P<digits>\d{1,3}(?:，\d{3})+(?!\d)|\d+)(?P<fraction>\.\d+)?"
        rf"(?P<unit>{alternatives('units')})?(?P<remark>[(\[【].*[)\]】])?"
    )
    # Marks of a blank may stand several together (&nbsp;&nbsp;).
    blank = re.compile(f"(?:{'|'.join(re.escape(_SPACES.sub('', normalise(word))) for word in lexicon['blank'])})+")
    sets = [frozenset(map(normalise, lexicon[name])) for name in ("not_applicable", "zero", "decrease", "increase")]
    return _Words(pattern, sets[0], blank, *sets[1:])


def read_value(text: str, *, money: bool = False, signed: bool = False) -> CellValue:
    """The value of a cell's text.

    ``money`` cells are ``Decimal`` always, in the unit that the cell or its head states; in ``signed``
    cells (本年增/减) a word or a mark before the number is its sign.
    """
    if not text or text.isspace():
        return _BLANK
    plain = normalise(text).strip()
    if not plain:
        return _BLANK
    words = _words()
    compact = _SPACES.sub("", plain)
    if compact in words.not_applicable:
        return CellValue(None, "na")
    if compact[0] in "&<nN" and words.blank.fullmatch(compact):
        return _BLANK
    if compact in words.zero:
        return CellValue(Decimal(0) if money else 0, "number")
    found = words.pattern.fullmatch(compact)
    if found is None or len(compact) > LONGEST:
        return CellValue(None, "unread" if _is_damaged(compact) else "text")
    if _GAP.match(plain) and not _SPELT.match(plain):
        return CellValue(None, "unread")
    return _number(found, money=money, signed=signed)


def is_blank_word(text: str) -> bool:
    """Whether a text stands for an empty cell (&nbsp;, nan)."""
    return bool(_words().blank.fullmatch(_SPACES.sub("", normalise(text))))


def _is_damaged(compact: str) -> bool:
    """Whether a character was lost or is a picture, or a remark behind a number is cut off."""
    return (
        "\ufffd" in compact
        or "\ufffc" in compact
        or (compact[0].isdecimal() and compact.count("(") > compact.count(")"))
    )


def _number(found: re.Match[str], *, money: bool, signed: bool) -> CellValue:
    words = _words()
    sign, digits, fraction = found["sign"] or "", found["digits"], found["fraction"] or ""
    if sign and sign not in "+-" and not signed:
        return CellValue(None, "text")
    plain = digits.replace("，", "")
    if fraction:
        # A count's decimals are kept as printed: that they make no sense is for a rule to say.
        number: Value = Decimal(plain + fraction)
    else:
        number = Decimal(plain) if money else int(plain)
    if sign in words.decrease:
        number = -number
    return CellValue(number, "number", found["unit"] or "", found["remark"] or "", "，" in digits)


@cache
def _beginnings() -> frozenset[str]:
    """The characters that a value can begin with."""
    lexicon = load_lexicon("tables/cells")
    words = [word for name in ("not_applicable", "zero", "increase", "decrease", "blank") for word in lexicon[name]]
    return frozenset(normalise(word)[0] for word in words) | frozenset(word[0] for word in words) | _OUTER


def looks_like_value(text: str) -> bool:
    """Whether a text could be the content of a value cell and can't be a label."""
    if text[:1] not in _beginnings() or _LISTED.match(text):
        return False
    return text.isdecimal() or read_value(text, signed=True).kind != "text"


def count_in(text: str) -> int | None:
    """The number that a text is, if it is nothing but digits and no more of them than a count can have."""
    return int(text) if text.isdecimal() and len(text) <= MOST_DIGITS else None


def number_in_sum(text: str) -> int | None:
    """The number that a cell adds to a sum, 0 for a blank; None where it can't be added up."""
    number = count_in(text)
    if number is not None:
        return number
    value = read_value(text)
    if value.kind in ("blank", "na"):
        return 0
    return value.number if isinstance(value.number, int) else None


def adds_up(texts: Sequence[str]) -> bool:
    """Whether the last cell is the sum of the others."""
    numbers = [number_in_sum(text) for text in texts]
    known = [number for number in numbers if number is not None]
    return len(known) == len(numbers) > 1 and sum(known[:-1]) == known[-1]
