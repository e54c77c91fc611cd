"""The words that the claims stage knows, from ``lexicons/claims``, found in a text in one scan.

A concept is the meaning of a word: ``receive``, ``requests``, ``result:granted``.  One spelling may
carry several (撤回 is a result of a request and of a review); the topic at hand decides later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(trie_pattern(_concepts()))


def terms_in(text: str, start: int, end: int) -> list[Term]:
    """The known words of ``text[start:end]`` (normalised), left to right, the longest at each place."""
    concepts = _concepts()
    return [
        Term(match.start(), match.end(), concepts[match.group()]) for match in _pattern().finditer(text, start, end)
    ]


@cache
def _other_words() -> re.Pattern[str]:
    return re.compile(trie_pattern(name for name, concepts in _concepts().items() if concepts == {"foreign"}))


def speaks_of_else(text: str) -> bool:
    """Whether a normalised text has any word of what no table counts (留言, 提案)."""
    return _other_words().search(text) is not None


_OF_TABLES = ("requests", "dispute:", "active:", "carry:", "result:", "applicant:")


@cache
def _table_words() -> re.Pattern[str]:
    concepts = _concepts()
    return re.compile(
        trie_pattern(name for name, found in concepts.items() if any(map(_is_of_tables, found)) and len(name) > 1)
    )


def _is_of_tables(concept: str) -> bool:
    return concept.startswith(_OF_TABLES)


_OF_REQUESTS = ("requests", "carry:", "result:", "applicant:")
_SHORTEST_OWN = 3
"""Shorter words (公开, 其他, 企业) are said of much else."""


@cache
def _request_words() -> re.Pattern[str]:
    found = (name for name, concepts in _concepts().items() if any(map(_is_of_requests, concepts)))
    return re.compile(trie_pattern(name for name in found if len(name) >= _SHORTEST_OWN))


def _is_of_requests(concept: str) -> bool:
    return concept.startswith(_OF_REQUESTS)


def speaks_of_requests(text: str) -> bool:
    """Whether a normalised text has any word that is said of requests."""
    return _request_words().search(text) is not None


def speaks_of_tables(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` (normalised) has any word of what the tables count."""
    return _table_words().search(text, start, end) is not None


@cache
def words_pattern(lexicon: str, *keys: str) -> re.Pattern[str]:
    """A pattern of the word lists ``keys`` of ``lexicons/claims/<lexicon>.toml``, longest first."""
    data = load_lexicon(f"claims/{lexicon}")
    return re.compile(trie_pattern(normalise(word) for key in keys for word in data[key]))
