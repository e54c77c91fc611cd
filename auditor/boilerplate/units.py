"""What of part 五 is judged: one sentence, or one limb between semicolons that can stand alone."""

from __future__ import annotations

from auditor.boilerplate.roles import has_predicate, is_heading, without_marker
from auditor.language.normalise import normalise
from auditor.language.sentences import Span, limbs, sentences

_LEAST_LIMB = 8  # characters, the list marker and the closing mark not counted (docs/boilerplate)


def _stands_alone(limb: str) -> bool:
    said = without_marker(limb).strip(" ；。，")
    return len(said) >= _LEAST_LIMB and has_predicate(said)


def units(text: str) -> list[Span]:
    """The spans of a section's text that are labelled, in order; headings are none."""
    plain = normalise(text)
    found: list[Span] = []
    for start, end in sentences(plain):
        if is_heading(plain[start:end]):
            continue
        if "；" not in plain[start:end]:
            found.append((start, end))
            continue
        pending: int | None = None
        own: list[Span] = []
        for left, right in limbs(plain, start, end):
            begin = left if pending is None else pending
            if _stands_alone(plain[begin:right]):
                own.append((begin, right))
                pending = None
            elif own and pending is None:
                own[-1] = (own[-1][0], right)
            else:
                pending = begin
        if pending is not None:
            own.append((pending, end))
        found += own
    return found
