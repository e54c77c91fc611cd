"""Which whole a cell is part of: what tells to which total a listed figure belongs."""

from __future__ import annotations

from auditor.claims.linking.requests import CARRIED_IN, CARRIED_OUT, DUE, HANDLED, NEW

_BOTH = "disputes.review.total + disputes.litigation.total"


def wholes_of(address: str) -> tuple[str, ...]:
    """The addresses of the totals that ``address`` may be listed under, nearest first."""
    if " / " in address:
        return ()
    if " + " in address and address.startswith("disputes."):
        return () if address == _BOTH else (_BOTH,)
    if " + " in address:
        return (HANDLED, NEW, DUE) if address == "requests.granted.total + requests.partial.total" else ()
    parts = address.split(".")
    if parts[0] == "requests":
        if address == NEW:
            return (DUE,)
        if parts[1] == "new":
            return (NEW, DUE, HANDLED)
        if address == CARRIED_IN:
            return (DUE, NEW, HANDLED)
        if address in (CARRIED_OUT, HANDLED):
            return (DUE, NEW)
        wholes = [HANDLED, NEW, DUE]
        if parts[1] in ("denied", "unavailable", "unprocessed", "other") and parts[2] != "*":
            wholes.insert(0, f"requests.{parts[1]}.*.total")
        return tuple(wholes)
    if parts[0] == "disputes":
        if parts[2] == "total":
            return ("disputes.litigation.total", _BOTH) if "_" in parts[1] else (_BOTH,)
        own = f"disputes.{parts[1]}.total"
        return (own, "disputes.litigation.total", _BOTH) if "_" in parts[1] else (own, _BOTH)
    return ()
