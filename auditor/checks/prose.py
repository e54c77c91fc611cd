"""The prose of a report as the rules on structure and leftovers look at it: normalised, part by part.

Normalising keeps the length, so what is found in the plain text stands at the same place in the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cached_property

from auditor.checks.registry import Case, once_per_case
from auditor.language.normalise import normalise
from auditor.language.sentences import sentences
from auditor.model import Span

_NEAR = 500  # characters; no sentence that is meant to be read is longer
_QUOTED = re.compile(r"《[^》\n]{0,80}》|\"[^\"\n]{0,60}\"|〔[^〕\n]{0,8}〕")


@dataclass(frozen=True)
class Prose:
    """A section's prose: ``number`` for spans, ``plain`` its normalised text; what else it yields is made once."""

    number: str
    part: str | None
    plain: str

    @cached_property
    def without_names(self) -> str:
        """``plain`` with titles 《…》, quotations and 〔2021〕 blanked out, of the same length."""
        return _QUOTED.sub(lambda match: " " * len(match.group()), self.plain)

    @cached_property
    def _sentences(self) -> tuple[list[int], list[tuple[int, int]]]:
        spans = sentences(self.plain)
        return [left for left, _right in spans], spans

    def sentence_around(self, start: int) -> tuple[int, int]:
        """The span of the sentence that holds the character at ``start``, of one without end the part that is near."""
        starts, spans = self._sentences
        index = bisect_right(starts, start) - 1
        if index < 0 or spans[index][1] <= start:
            return start, start
        left, right = spans[index]
        return max(left, start - _NEAR), min(right, start + _NEAR)

    def span(self, start: int, end: int) -> Span:
        """A place in this section."""
        return Span(self.number, start, end)


@once_per_case
def _all_prose(case: Case) -> list[Prose]:
    return [
        Prose(section.number, section.part, normalise(section.text)) for section in case.report.sections if section.text
    ]


def prose(case: Case, parts: Collection[str] = ()) -> Sequence[Prose]:
    """The sections with text in printed order, all of them or those of ``parts``."""
    every = _all_prose(case)
    return [part for part in every if part.part in parts] if parts else every
