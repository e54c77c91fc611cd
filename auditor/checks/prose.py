"""The prose of a report as the rules on structure and leftovers look at it: normalised, part by part.

Normalising keeps the length, so what is found in the plain text stands at the same place in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.language.sentences import sentences
from auditor.model import Report, Span

_NEAR = 500  # characters; no sentence that is meant to be read is longer
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


@lru_cache(maxsize=64)
def _sentence_spans(plain: str) -> tuple[list[int], list[tuple[int, int]]]:
    spans = sentences(plain)
    return [left for left, _right in spans], spans


def sentence_around(plain: str, start: int) -> tuple[int, int]:
    """The span of the sentence that holds the character at ``start``, of one without end the part that is near."""
    starts, spans = _sentence_spans(plain)
    index = bisect_right(starts, start) - 1
    if index < 0 or spans[index][1] <= start:
        return start, start
    left, right = spans[index]
    return max(left, start - _NEAR), min(right, start + _NEAR)
