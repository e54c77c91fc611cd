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
    """One marker of specificity: its name in the lexicon, where its words stand, and its tenths of a point."""

    name: str
    start: int
    end: int
    tenths: int


class _Marker(NamedTuple):
    name: str
    pattern: re.Pattern[str]
    tenths: int


@cache
def _markers() -> tuple[_Marker, ...]:
    entries = load_lexicon("boilerplate/specificity")["marker"]
    return tuple(_Marker(row["name"], re.compile(row["pattern"]), row["weight"]) for row in entries)


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
            found.append(SpecificMark(marker.name, *match.span(), marker.tenths))
    return found
