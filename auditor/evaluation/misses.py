"""What was read otherwise than labelled, told so that a person sees where and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.evaluation.labels import Passage, Relation


class Miss(NamedTuple):
    """One thing that was read otherwise than labelled.

    ``what`` is the measure that it lowers, ``sentence`` the place with ⟦⟧ around the figure or figures,
    ``reasons`` why the reader decided as it did.
    """

    what: str
    passage: str
    place: str
    sentence: str
    expected: str
    got: str
    reasons: tuple[str, ...] = ()


def told_relation(passage: Passage, relation: Relation) -> str:
    """A labelled relation in words: its kind, and the surfaces in each role."""
    roles = ", ".join(
        f"{role} {' + '.join(passage.figures[position].surface for position in positions)}"
        for role, positions in relation.roles.items()
    )
    return f"{relation.kind}: {roles}"


def marked_sentence(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The sentence, or sentences, in which some spans stand, each between ⟦ and ⟧."""
    ordered = sorted(set(spans))
    start = max(text.rfind(stop, 0, ordered[0][0]) for stop in "。\n") + 1
    ends = [place for stop in "。\n" if (place := text.find(stop, ordered[-1][1])) >= 0]
    end = min(ends) + 1 if ends else len(text)
    pieces: list[str] = []
    position = start
    for left, right in ordered:
        if left >= position:
            pieces += [text[position:left], "⟦", text[left:right], "⟧"]
            position = right
    return "".join((*pieces, text[position:end])).strip()
