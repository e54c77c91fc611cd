"""Parts that no sum can take in: those in another measure than their total, and rough ones."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.claims.relations.arithmetic import part_of, sum_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.openings import compatible
from auditor.claims.relations.parents import wholes_of
from auditor.model import Relation

_AMONG = re.compile(r"\s*[，(、]?\s*其中[^，。；]*")
_JOINED = re.compile(r"\s*、[^，。；]*")
_PEOPLE = frozenset({"人", "人次", "名", "位", "员"})
_ROUGH_BY = Fraction(1, 10)
"""How far a rough number may be off: a part must stay clear of its total by this share."""


def inside_in_another_measure(markers: Markers, place: int, opening: str, used: set[int]) -> list[Relation]:
    """发布信息55条，其中政策解读3份; 2.36万件，其中省直部门近3000件: the figures behind 其中 lie in the one before."""
    first = markers.items[place]
    counts = (markers.items[index] for index in markers.back_from(place) if markers.items[index].figure.kind == "count")
    total = next(counts, markers.items[place - 1])
    if opening != "其中" or total.sentence != first.sentence or not _AMONG.fullmatch(markers.lead(place)):
        return []
    items = [first]
    for index in markers.behind(place):
        if not _JOINED.fullmatch(markers.lead(index)):
            break
        items.append(markers.items[index])
    fuller = [*items]
    for index in markers.behind(place + len(items) - 1):
        if not _NEXT.fullmatch(markers.lead(index)):
            break
        fuller.append(markers.items[index])
        if _make_up(fuller, total):
            items = fuller
            break
    parts = [item for item in items if item.index not in used and _lies_inside(item, total)]
    used.update(part.index for part in parts)
    if len(parts) > 1 and _make_up(parts, total):
        return [sum_of(total, parts)]
    return [part_of(total, part) for part in parts]


_NEXT = re.compile(r"\s*[、，][^，。；]*")


def _make_up(parts: list[Marker], total: Marker) -> bool:
    """Whether figures add up to a total."""
    return sum(Fraction(part.value) for part in parts) == Fraction(total.value)


def _lies_inside(item: Marker, total: Marker) -> bool:
    """Whether a figure can be one of the things that a total counts, clear of what is rough in either."""
    if item.figure.kind != "count" or total.figure.kind != "count" or item.figure.value_high is not None:
        return False
    if (item.figure.unit in _PEOPLE) is not (total.figure.unit in _PEOPLE) or item.figure.period != total.figure.period:
        return False
    rough = item.figure.approximate or total.figure.approximate
    if compatible(total, item) and not rough:
        return False
    wholes = {whole for address in item.addresses for whole in wholes_of(address)} | set(item.addresses)
    if item.addresses and not wholes & set(total.addresses):
        return False
    return Fraction(item.value) <= Fraction(total.value) * (1 - _ROUGH_BY if rough else 1)
