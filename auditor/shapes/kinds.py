"""The kinds of value in a lexicon: words, patterns, names, numbers, and names out of a fixed list.

A kind is a function that gives what is wrong with a value: where inside it, the code of the fault in
``lexicons/messages/lexicons.toml``, and the details that fill its text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Any

Wrong = tuple[tuple[int, ...], str, dict[str, object]]
Kind = Callable[[Any], Iterator[Wrong]]


def _words(value: Any) -> Iterator[Wrong]:
    """A list of words, at least one, each once."""
    if value == []:
        yield (), "empty_list", {}
    yield from _words_or_none(value)


def _words_or_none(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield (), "no_list", {}
        return
    if set(map(type, value)) <= {str} and len({*value, ""}) == len(value) + 1 and [*map(str.strip, value)] == value:
        return
    seen: dict[str, int] = {}
    for place, word in enumerate(value):
        yield from (((place, *where), code, details) for where, code, details in _word(word))
        if isinstance(word, str) and word in seen:
            yield (place,), "twice", {"word": word, "first": seen[word]}
        elif isinstance(word, str):
            seen[word] = place


def _word(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield (), "no_word", {"word": value}
    elif not value.strip():
        yield (), "empty_word", {}
    elif value != value.strip():
        yield (), "blanks", {"word": value}


def _lists(value: Any, length: int | None = None) -> Iterator[Wrong]:
    """A list of lists of words, each of ``length`` words where it is given."""
    if not isinstance(value, list):
        yield (), "no_list", {}
        return
    for place, words in enumerate(value):
        yield from (((place, *where), code, details) for where, code, details in _words(words))
        if length is not None and isinstance(words, list) and len(words) != length:
            yield (place,), "no_pair", {}


def _pairs(value: Any) -> Iterator[Wrong]:
    yield from _lists(value, 2)


def _block(value: Any) -> Iterator[Wrong]:
    """Words between blanks, each once."""
    if not isinstance(value, str):
        yield (), "no_text", {}
        return
    words = value.split()
    if len(set(words)) != len(words):
        word = next(word for place, word in enumerate(words) if word in words[:place])
        yield (), "twice_in_block", {"word": word}


def _text(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, str):
        yield (), "no_text", {}


def _name(value: Any) -> Iterator[Wrong]:
    """A text that is not empty."""
    yield from _text(value)
    if value == "":
        yield (), "empty_word", {}


def _number(value: Any) -> Iterator[Wrong]:
    if type(value) is not int:
        yield (), "no_number", {}


def _yes(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, bool):
        yield (), "no_yes", {}


def _day(value: Any) -> Iterator[Wrong]:
    """A day of any year, ``03-31``."""
    if not isinstance(value, str) or not re.fullmatch(r"(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])", value):
        yield (), "no_day", {}


def _any(_: Any) -> Iterator[Wrong]:
    yield from ()


def _one_of(value: Any, known: Callable[[], Sequence[str]], what: str) -> Iterator[Wrong]:
    """Names out of a fixed list, one or more joined by `` + `` (their sum) and `` | `` (either)."""
    if not isinstance(value, str):
        yield (), "no_text", {}
        return
    for name in value.replace(" + ", " | ").split(" | "):
        if name not in known():
            yield (), "unknown_name", {"name": name, "what": what, "known": known()}


@cache
def _rows() -> tuple[str, ...]:
    """The rows of table 三 in either format, its groups (``denied.*``), and ``-`` for no cell."""
    from auditor.addresses import GROUPS, request_rows

    rows = dict.fromkeys((*request_rows("2021"), *request_rows("2019")))
    return (*rows, *(f"{group}.*" for group in GROUPS), "-")


def _applicants() -> tuple[str, ...]:
    from auditor.addresses import APPLICANTS

    return (*APPLICANTS, "organisations")


def _outcomes() -> tuple[str, ...]:
    from auditor.addresses import OUTCOMES

    return OUTCOMES


BODIES = (
    *(level + kind for level in "省市县" for kind in ("政府", "政府办", "部门")),
    *("镇", "乡", "街道", "开发区", "其他", ""),
)
"""The kinds of body (docs/model.md), ``""`` where it is unknown."""


def _bodies(value: Any) -> Iterator[Wrong]:
    if not isinstance(value, list):
        yield (), "no_list", {}
        return
    for place, name in enumerate(value):
        if name not in BODIES:
            yield (place,), "unknown_name", {"name": name, "what": "body", "known": BODIES}
        elif name in value[:place]:
            yield (place,), "twice", {"word": name, "first": value.index(name)}


KINDS: dict[str, Kind] = {
    "words": _words,
    "words or none": _words_or_none,
    "word lists": _lists,
    "pairs": _pairs,
    "block": _block,
    "patterns": _words,
    "pattern": _name,
    "text": _text,
    "name": _name,
    "number": _number,
    "yes": _yes,
    "day": _day,
    "any": _any,
    "bodies": _bodies,
    "row": lambda value: _one_of(value, _rows, "row"),
    "applicant": lambda value: _one_of(value, _applicants, "applicant"),
    "outcome": lambda value: _one_of(value, _outcomes, "outcome"),
    "level": lambda value: _one_of(value, lambda: ("省", "市", "县"), "level"),
    "format": lambda value: _one_of(value, lambda: ("2021", "2019"), "format"),
}
