"""What in a sentence could be checked, and so be false (handbook 4.4).

National stock terms, duties quoted from the law and slogans with digits are covered first: they would
look like numbers, documents and names, and say nothing of this body.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.resources import load_lexicon


class SpecificMark(NamedTuple):
    """One marker of specificity: its key and name in the lexicon, the words, and its tenths of a point."""

    key: str
    name: str
    phrase: str
    tenths: int


class _Marker(NamedTuple):
    key: str
    name: str
    pattern: re.Pattern[str]
    tenths: int


@cache
def _markers() -> tuple[_Marker, ...]:
    entries = load_lexicon("boilerplate/specificity")["marker"]
    return tuple(_Marker(row["key"], row["name"], re.compile(row["pattern"]), row["weight"]) for row in entries)


@cache
def _covered() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{term})" for term in load_lexicon("boilerplate/specificity")["not_specific"]))


def specific_marks(text: str) -> list[SpecificMark]:
    """The markers of specificity of a normalised sentence, at most one of each kind."""
    bare = _covered().sub(lambda match: " " * len(match.group()), text)
    found: list[SpecificMark] = []
    for marker in _markers():
        match = marker.pattern.search(bare)
        if match is not None:
            found.append(SpecificMark(marker.key, marker.name, match.group().strip(), marker.tenths))
    return found
