"""Rates that the tables can give: the completion rate, shares of requests, the rate of corrections.

Rules: docs/figures.md 4 (rates), 5 (rates) and 7.7.
"""

from __future__ import annotations

from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.linking.requests import DONE_RATE, HANDLED, NEW

_BASES = {"received": NEW, "handled": HANDLED}


def done() -> Link:
    """办结率 of requests."""
    return Link(DONE_RATE, rule="done rate")


def corrected(kind: str) -> Link:
    """纠错率 or 败诉率 of one kind of dispute; practice differs on the base, so it never contradicts."""
    stem = f"disputes.{kind}"
    return Link(
        f"{stem}.corrected / ({stem}.total - {stem}.pending)",
        (f"{stem}.corrected / {stem}.total",),
        optional=True,
        certainty=0.6,
        rule="corrected rate",
    )


def share_of_disputes(part: Link) -> Link:
    """占 x% of reviews or lawsuits: one outcome over all of its kind, or over those decided."""
    if part.address is None or " " in part.address or not part.address.startswith("disputes."):
        return NO_LINK
    kind, column = part.address.rsplit(".", 1)
    if column == "total":
        return NO_LINK
    decided = f"{part.address} / ({kind}.total - {kind}.pending)"
    return Link(f"{part.address} / {kind}.total", (decided,), certainty=0.85, rule="share")


def share(part: Link, base: str | None, others: tuple[str, ...] = ()) -> Link:
    """占 x% of requests: the part just counted over its whole (applicants: new, results: handled).

    ``base`` is ``received`` or ``handled`` where the text names what the share is of; ``others`` are
    further wholes that the text leaves open.
    """
    if part.address is None or not part.address.startswith("requests."):
        return NO_LINK
    by_applicant = part.address.startswith("requests.new.") and part.address != NEW
    if part.address in (NEW, HANDLED) or "carried" in part.address:
        return NO_LINK
    whole = _BASES.get(base or "", NEW if by_applicant else HANDLED)
    wholes = (whole, *(other for other in others if other != whole)) if base is None else (whole,)
    rates = tuple(_over(address, over) for over in wholes for address in (part.address, *part.alternatives))
    return Link(rates[0], rates[1:], part.optional, certainty=0.85, rule="share")


def _over(address: str, whole: str) -> str:
    parts = (f"({side})" if " + " in side else side for side in (address, whole))
    return " / ".join(parts)
