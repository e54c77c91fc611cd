"""The same quantity stated twice: n件申请中 after the count, 上述n件, the same cell named again."""

from __future__ import annotations

import re

from auditor.claims.linking.requests import DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import part_of, same_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.model import Relation

_AGAIN = re.compile(
    r"^\s*(?:政府信息公开|依申请公开|信息公开|公开)?(?:的)?(?:申请|案件|行政复议|复议|诉讼|留言|工单|信息|建议|提案|信件|来信|意见)?(?:件)?(?:中|里|当中)"
)
_ABOVE = re.compile(r"(?:上述|以上|这|该|前述)\s*$")


def repeat_relations(markers: Markers, listed: set[int]) -> list[Relation]:
    """The statements that two figures of a text are the same quantity, over the same or a longer time.

    ``listed`` are the figures that stand in a list already.
    """
    found: list[Relation] = []
    for place, item in enumerate(markers.items):
        if not item.is_amount or item.figure.approximate:
            continue
        first = _first_mention(markers, place)
        if first is not None:
            found.append(same_of([first, item]))
        stretch = _longer_time(markers, place) or (_part_of_year(markers, place) if item.index not in listed else None)
        if stretch is not None:
            found.append(stretch)
    return found


def _longer_time(markers: Markers, place: int) -> Relation | None:
    """This year inside 历年累计, half a year inside the year: the same wording over a longer time."""
    item = markers.items[place]
    name = item.figure.named
    for index in range(place - 1, -1, -1):
        other = markers.items[index]
        if other.figure.unit != item.figure.unit or not other.is_amount or other.paragraph != item.paragraph:
            continue
        if name is not None and other.figure.named == name:
            periods = other.figure.period, item.figure.period
            if periods == ("current", "cumulative"):
                return part_of(item, other)
            if periods == ("cumulative", "current"):
                return part_of(other, item)
    return None


def _is_whole(address: str) -> bool:
    """Whether a cell is a total that a text may name twice; two results of one row are two parts."""
    return address in (NEW, HANDLED, DUE) or (
        address.startswith(("active.", "disputes."))
        and (not address.startswith("disputes.") or address.endswith(".total"))
    )


def _part_of_year(markers: Markers, place: int) -> Relation | None:
    """收到139件，第一季度28件: a month or a quarter inside the year just counted."""
    item = markers.items[place]
    if item.figure.period != "part" or item.figure.named not in (None, NEW, HANDLED):
        return None
    for index in range(place - 1, -1, -1):
        other = markers.items[index]
        if other.sentence != item.sentence:
            break
        if other.figure.period == "current" and other.is_amount and other.figure.unit == item.figure.unit:
            return part_of(other, item)
    return None


def _first_mention(markers: Markers, place: int) -> Marker | None:
    item = markers.items[place]
    tail = markers.text[item.figure.end : item.figure.end + 14]
    again = _AGAIN.match(tail) is not None or _ABOVE.search(markers.lead(place)) is not None
    for index in range(place):
        other = markers.items[index]
        if other.figure.unit != item.figure.unit or not other.is_amount or other.figure.approximate:
            continue
        if other.figure.period != item.figure.period or other.figure.barred != item.figure.barred:
            continue
        if (
            other.figure.address
            and item.figure.address
            and other.addresses == item.addresses
            and _is_whole(other.addresses[0])
        ):
            return None if item.figure.optional else other
        if again and not item.addresses and other.paragraph == item.paragraph and other.value == item.value:
            return other
    return None
