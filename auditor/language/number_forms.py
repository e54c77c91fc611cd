"""Numbers with a form of their own: written dates (2024-03-05), ½, 一米八, 俩, 半小时.

Each is a group of :data:`auditor.language.number_patterns.CANDIDATE`; the values are exact.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from fractions import Fraction
from typing import Literal, NamedTuple

from auditor.language.number_words import number_words, phrase_end
from auditor.language.numerals import Value, value_of

NumberKind = Literal["integer", "decimal", "fraction", "percent"]


class Found(NamedTuple):
    """A number and its place in the text."""

    start: int
    end: int
    value: Value
    kind: NumberKind


_DIGITS = re.compile(r"\d+")


def special_form(plain: str, candidate: re.Match[str]) -> list[Found]:
    """The numbers of a candidate with a form of its own; none where the candidate is another or counts nothing."""
    start, end = candidate.span()
    if candidate["date"]:
        parts = _DIGITS.finditer(plain, start, end)
        return [Found(part.start(), part.end(), int(part[0]), "integer") for part in parts]
    if candidate["sign"]:
        value = _with_fraction_sign(candidate["sign"])
        return [] if value is None else [Found(start, end, value, "fraction")]
    if candidate["said"]:
        number = _decimal_around_unit(plain, candidate)
        return [] if number is None else [number]
    if candidate["pair"]:
        return [Found(start, end, 3 if candidate["pair"] == "仨" else 2, "integer")]
    if candidate["half"] and _is_half(plain, start, end):
        return [Found(start, end, Fraction(1, 2), "fraction")]
    return []


def _with_fraction_sign(written: str) -> Fraction | None:
    """½, 2½ and 二又½."""
    above, _, below = unicodedata.normalize("NFKC", written[-1]).partition("\u2044")
    whole = value_of(written[:-1].rstrip().removesuffix("又")) if len(written) > 1 else 0
    return whole + Fraction(int(above), int(below)) if isinstance(whole, int) else None


def _decimal_around_unit(plain: str, candidate: re.Match[str]) -> Found | None:
    """一米八 is 1.8 米, 1米78 is 1.78 米."""
    start, end = candidate.span("said")
    begin, finish = candidate.span("unit")
    whole = value_of(plain[start:begin])
    places = "".join(str(value_of(digit)) for digit in plain[finish:end])
    if not isinstance(whole, int) or phrase_end(plain, finish, end) is not None:
        return None
    return Found(start, end, Decimal(f"{whole}.{places}"), "decimal")


def _is_half(plain: str, start: int, end: int) -> bool:
    """Whether a 半 halves a unit (半小时, 半斤) and is no part of a phrase (半斤八两)."""
    if end - start > 1:
        return True
    return number_words().measure_of_half.match(plain, end) is not None and phrase_end(plain, start, end) is None
