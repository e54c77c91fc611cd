"""The prose of a report as the rules on structure and leftovers look at it: normalised, part by part.

Normalising keeps the length, so what is found in the plain text stands at the same place in the report.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.language.sentences import sentences
from auditor.model import Report, Span

_QUOTED = re.compile(r"《[^》\n]{0,80}》|\"[^\"\n]{0,60}\"|〔[^〕\n]{0,8}〕")


class Prose(NamedTuple):
    """A section's prose: ``number`` for spans, ``plain`` its normalised text."""

    number: str
    part: str | None
    plain: str

    def span(self, start: int, end: int) -> Span:
        """A place in this section."""
        return Span(self.number, start, end)


plain_text = lru_cache(maxsize=64)(normalise)


def prose(report: Report, parts: Collection[str] = ()) -> Iterator[Prose]:
    """The sections with text in printed order, all of them or those of ``parts``."""
    for section in report.sections:
        if section.text and (not parts or section.part in parts):
            yield Prose(section.number, section.part, plain_text(section.text))


@lru_cache(maxsize=64)
def without_names(plain: str) -> str:
    """``plain`` with titles 《…》, quotations and 〔2021〕 blanked out, of the same length."""
    return _QUOTED.sub(lambda match: " " * len(match.group()), plain)


def sentence_around(plain: str, start: int) -> tuple[int, int]:
    """The span of the sentence that holds the character at ``start``."""
    for left, right in sentences(plain):
        if left <= start < right:
            return left, right
    return start, start
