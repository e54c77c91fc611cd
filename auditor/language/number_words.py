"""The words around a number that decide whether it is one: ``lexicons/language/general_numbers.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.resources import load_lexicon


class NumberWords(NamedTuple):
    """The lexicon in the form that the reader asks it: patterns to match at a place, sets to look up."""

    measure: re.Pattern[str]
    measure_of_one: re.Pattern[str]
    measure_of_half: re.Pattern[str]
    latin_unit: re.Pattern[str]
    ordinal_suffix: re.Pattern[str]
    code_suffix: re.Pattern[str]
    ordinal_prefixes: tuple[str, ...]
    short_ordinal_prefixes: tuple[str, ...]
    label: re.Pattern[str]
    day_follower: re.Pattern[str]
    hotlines: frozenset[str]
    hotline_word: re.Pattern[str]
    phrases: frozenset[str]
    longest_phrase: int


def _any_of(words: Iterable[str]) -> str:
    """An alternation that tries the longest word first."""
    return "|".join(map(re.escape, sorted(set(words), key=lambda word: (-len(word), word))))


@cache
def number_words() -> NumberWords:
    """The words of the lexicon; loaded once."""
    lexicon = load_lexicon("language/general_numbers")
    phrases = frozenset(
        normalise(phrase) for group in lexicon["set_phrases"].values() for phrase in group.split() if phrase
    )
    short = tuple(lexicon["ordinal_prefixes_short"])
    return NumberWords(
        measure=re.compile(" ?(?:" + _any_of(lexicon["measure_words"].split()) + ")"),
        measure_of_one=re.compile(" ?(?:" + _any_of(lexicon["measure_words_of_one"].split()) + ")"),
        measure_of_half=re.compile(" ?(?:" + _any_of(lexicon["measure_words_of_half"].split()) + ")(?![报检月价])"),
        latin_unit=re.compile("(?:" + _any_of(lexicon["latin_units"].split()) + ")(?![A-Za-z0-9])"),
        ordinal_suffix=re.compile("(?:" + _any_of(lexicon["ordinal_suffixes"]) + ")"),
        code_suffix=re.compile("(?:" + _any_of(lexicon["ordinal_suffixes_of_codes"].split()) + ")"),
        ordinal_prefixes=tuple(prefix for prefix in lexicon["ordinal_prefixes"] if prefix not in short),
        short_ordinal_prefixes=short,
        label=re.compile("(?:" + _any_of(lexicon["label_words"].split()) + ")(?:号码|号|码)?[是为：( ]*$"),
        day_follower=re.compile("[号號] ?(?:" + _any_of(lexicon["day_followers"].split()) + ")"),
        hotlines=frozenset(lexicon["hotline_numbers"]),
        hotline_word=re.compile("[\"']?(?:" + _any_of(lexicon["hotline_words"]) + ")"),
        phrases=phrases,
        longest_phrase=max(map(len, phrases)),
    )


def phrase_end(text: str, start: int, end: int) -> int | None:
    """Where the longest set phrase ends that covers ``text[start:end]``; None where none does."""
    words = number_words()
    longest = None
    for begin in range(max(0, end - words.longest_phrase), start + 1):
        for finish in range(min(len(text), begin + words.longest_phrase), end - 1, -1):
            if text[begin:finish] in words.phrases:
                longest = finish if longest is None else max(longest, finish)
                break
    return longest
