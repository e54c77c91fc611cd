"""Figures of reviews and lawsuits (table 四): which kind, which outcome.

Rules: docs/figures.md 5; wordings in ``lexicons/claims/disputes.toml``.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.claims.linking.link import Link
from auditor.claims.linking.requests import concepts_of
from auditor.claims.sentence import Mention

UNITS = frozenset({None, "件", "起", "宗", "例", "次", "案", "个", "项", "件次", "桩", "件(次)"})
_KINDS = {
    "review": ("review",),
    "litigation": ("litigation",),
    "litigation_direct": ("litigation_direct",),
    "litigation_after_review": ("litigation_after_review",),
    "both": ("review", "litigation"),
}


def kinds_named(mention: Mention) -> tuple[str, ...]:
    """The kinds of dispute that the words of a figure name, in order, without repeats."""
    kinds: list[str] = []
    for _, name in concepts_of(mention.own, "dispute:"):
        kinds += _KINDS[name]
    return tuple(dict.fromkeys(kinds))


def distinct(kinds: Sequence[str]) -> tuple[str, ...]:
    """The kinds without repeats; lawsuits in general give way to the kind that is told (诉讼中直接起诉3件)."""
    told = any(kind.startswith("litigation_") for kind in kinds)
    return tuple(dict.fromkeys(kind for kind in kinds if not (told and kind == "litigation")))


def outcomes_named(mention: Mention) -> tuple[str, ...]:
    """The outcomes that the words of a figure name, as the lexicon writes them."""
    return tuple(dict.fromkeys(outcome for _, outcome in concepts_of(mention.own, "outcome:")))


def total(kinds: Sequence[str]) -> Link:
    """The link of a figure that counts all disputes of the kinds named."""
    return Link(" + ".join(f"disputes.{kind}.total" for kind in distinct(kinds)), rule="dispute:" + "+".join(kinds))


def outcome(outcomes: Sequence[str], kinds: Sequence[str]) -> Link:
    """The link of a figure that counts one outcome.

    Over several kinds (复议2件、诉讼1件，其中2件维持) the sum is meant, either kind alone is also right.
    """
    columns = outcomes[-1].split(" | ")
    readings: list[str] = []
    for column in columns:
        addresses = [f"disputes.{kind}.{column}" for kind in kinds]
        readings.append(" + ".join(addresses))
        if len(addresses) > 1:
            readings += addresses
    return Link(readings[0], tuple(readings[1:]), rule="outcome:" + outcomes[-1])
