"""The words that the claims stage knows, from ``lexicons/claims``, found in a text in one scan.

A concept is the meaning of a word: ``receive``, ``requests``, ``result:granted``.  One spelling may
carry several (撤回 is a result of a request and of a review); the topic at hand decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.resources import load_lexicon


class Term(NamedTuple):
    """A known word in the text: where it stands and what it may mean."""

    start: int
    end: int
    concepts: frozenset[str]


# Words that join clauses or say how; they never tell what is counted.
_EMPTY = frozenset(
    {"filler", "list:opens", "list:align", "each", "universal", "act:publish", "channel", "channel:whole", "by_topic"}
)
_HEADS = ("requests", "foreign", "dispute:", "active:", "result:", "applicant:", "outcome:", "carry:", "document")
_UNCOUNTED = ("filler", "foreign", "channel", "by_topic")


@cache
def tells(concepts: frozenset[str]) -> bool:
    """Whether a word with these concepts can tell what is counted (连接词 and the like can't)."""
    return not concepts <= _EMPTY


@cache
def names_a_thing(concepts: frozenset[str]) -> bool:
    """Whether a word with these concepts names what may be counted: an object, a result, a look-alike."""
    return any(concept.startswith(_HEADS) for concept in concepts)


@cache
def takes_bare_number(concepts: frozenset[str]) -> bool:
    """Whether a number without a measure word right behind such a word counts it (维持5)."""
    return any(not concept.startswith(_UNCOUNTED) for concept in concepts)


def _entries() -> Iterator[tuple[str, list[str]]]:
    """Every concept with its spellings, lexicon by lexicon."""
    requests = load_lexicon("claims/requests")
    yield "requests", requests["object"]["names"]
    for key, entry in requests["verb"].items():
        yield key, entry["names"]
    for key, entry in requests["carry"].items():
        yield f"carry:{key}", entry["names"]
    for entry in requests["result"]:
        yield f"result:{entry['row']}", entry["names"]
    for entry in requests["applicant"]:
        yield f"applicant:{entry['column']}", entry["names"]
    disputes = load_lexicon("claims/disputes")
    for key, entry in disputes["object"].items():
        yield f"dispute:{key}", entry["names"]
    for entry in disputes["outcome"]:
        yield f"outcome:{entry['column']}", entry["names"]
    yield "instance", disputes["instance"]["names"]
    active = load_lexicon("claims/active")
    for key, entry in active["object"].items():
        yield f"active:{key}", entry["names"]
    for key, entry in active["verb"].items():
        yield f"act:{key}", entry["names"]
    for key in ("not_decision", "one_kind", "document"):
        yield key, active[key]["names"]
    yield "foreign", load_lexicon("claims/lookalikes")["names"]
    for key, names in load_lexicon("claims/channels").items():
        yield {"names": "channel", "whole": "channel:whole", "topic": "by_topic"}[key], names
    for key, names in load_lexicon("claims/rates").items():
        yield f"rate:{key}", names
    yield "filler", load_lexicon("claims/fillers")["names"]
    yield "each", load_lexicon("claims/fillers")["each"]
    yield "universal", load_lexicon("claims/fillers")["universal"]
    # A word of time says when, not what: figures inherit over it.
    for key in ("previous", "cumulative", "part", "current"):
        yield "filler", load_lexicon("claims/periods")[key]
    lists = load_lexicon("claims/lists")
    yield "list:opens", lists["opens"]
    yield "list:align", lists["aligned"]


@cache
def _concepts() -> dict[str, frozenset[str]]:
    spellings: dict[str, set[str]] = {}
    for concept, names in _entries():
        for name in names:
            spellings.setdefault(normalise(name), set()).add(concept)
    return {name: frozenset(found) for name, found in spellings.items()}


class _Scanner(NamedTuple):
    """All words in one automaton, and at the same index what each may mean."""

    automaton: AhoCorasick
    concepts: list[frozenset[str]]


@cache
def _scanner() -> _Scanner:
    words = _concepts()
    return _Scanner(AhoCorasick(list(words), matchkind=MatchKind.LeftmostLongest), list(words.values()))


def terms_in(text: str, start: int = 0, end: int | None = None) -> list[Term]:
    """The known words of ``text[start:end]`` (normalised), left to right, the longest at each place."""
    automaton, concepts = _scanner()
    part = text[start:end]
    return [
        Term(first + start, last + start, concepts[word])
        for word, first, last in automaton.find_matches_as_indexes(part)
    ]


def speaks_of_else(terms: Iterable[Term]) -> bool:
    """Whether a text has any word of what no table counts and of nothing else (留言, 提案)."""
    return any(term.concepts == _FOREIGN for term in terms)


_FOREIGN = frozenset({"foreign"})
_OF_TABLES = ("requests", "dispute:", "active:", "carry:", "result:", "applicant:")
_OF_REQUESTS = ("requests", "carry:", "result:", "applicant:")
_SHORTEST_OWN = 3
"""Shorter words (公开, 其他, 企业) are said of much else than requests."""


@cache
def _begins(concepts: frozenset[str], kinds: tuple[str, ...]) -> bool:
    return any(concept.startswith(kinds) for concept in concepts)


def speaks_of_requests(terms: Iterable[Term]) -> bool:
    """Whether a text has any word that is said of requests."""
    return any(term.end - term.start >= _SHORTEST_OWN and _begins(term.concepts, _OF_REQUESTS) for term in terms)


def speaks_of_tables(terms: Iterable[Term]) -> bool:
    """Whether a text has any word of what the tables count."""
    return any(term.end - term.start > 1 and _begins(term.concepts, _OF_TABLES) for term in terms)


@cache
def words_pattern(lexicon: str, *keys: str) -> re.Pattern[str]:
    """A pattern of the word lists ``keys`` of ``lexicons/claims/<lexicon>.toml``, longest first."""
    data = load_lexicon(f"claims/{lexicon}")
    return re.compile(trie_pattern(normalise(word) for key in keys for word in data[key]))
