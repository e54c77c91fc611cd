"""Changes against another year: growth rates, differences, multiples."""

from __future__ import annotations

import re

from auditor.claims.relations.arithmetic import difference_of, growth_of, ratio_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.model import Relation

_DOWN = re.compile(r"(?:下降|减少|回落|降低|降|减|少|缩减|缩短)(?:了|幅度|比例|约|幅)?(?:达|为)?\s*$")


def _direction(lead: str) -> str:
    return "down" if _DOWN.search(lead) else "up"


def change_of(markers: Markers, place: int) -> Relation | None:
    """增长x%, 增加n件, 提高x个百分点: with both years' figures in the text."""
    delta = markers.items[place]
    direction = _direction(markers.lead(place))
    points = delta.figure.unit in ("个百分点", "百分点")
    near = [
        index
        for index in (*markers.before(place), *markers.behind(place))
        if (other := markers.items[index]).paragraph == delta.paragraph
        and other.sentence == delta.sentence
        and index != place
        and other.figure.kind != "growth"
        and not other.figure.approximate
        and (other.figure.kind == "rate") == points
        and (
            delta.figure.kind == "growth"
            and (points or delta.figure.unit in ("%", "倍") or other.figure.unit == delta.figure.unit)
        )
    ]
    before = [index for index in near if index < place and markers.items[index].figure.period != "previous"]
    previous = [index for index in near if markers.items[index].figure.period == "previous"]
    rising = _from_to(markers, place) if points else None
    if rising is not None:
        return difference_of(markers.items[rising[1]], markers.items[rising[0]], delta, direction)
    if not previous:
        return None
    nearest_previous = min(previous, key=lambda index: abs(index - place))
    unit = markers.items[nearest_previous].figure.unit
    current = [index for index in before if markers.items[index].figure.unit == unit and index != nearest_previous]
    if not current and _is_reached(markers, place + 1) and markers.items[place + 1].figure.unit == unit:
        current = [place + 1]
    if not current:
        return None
    then = markers.items[nearest_previous]

    def claim(now: Marker) -> Relation | None:
        if points or delta.figure.unit not in ("%", "倍"):
            return difference_of(now, then, delta, direction)
        return growth_of(now, then, delta, direction)

    # Several figures of this year may be meant: the one that fits, else the one that the sentence began with.
    claims = [claim(markers.items[index]) for index in reversed(current)]
    return next((relation for relation in claims if relation and relation.holds), claims[-1])


_REACHED = re.compile(r"，?\s*(?:到|至|为|达|达到)\s*")


def _is_reached(markers: Markers, place: int) -> bool:
    """Whether a figure is the level that the change before it led to (下降26.7%，为11件)."""
    return place < len(markers.items) and _REACHED.fullmatch(markers.lead(place)) is not None


_FROM = re.compile(r"[由从][^，。；]{0,10}$")
_TO = re.compile(r"[至到]\s*$")


def _from_to(markers: Markers, place: int) -> tuple[int, int] | None:
    """由a%升至b%，提高c个百分点."""
    if place < 2:
        return None
    first, second = markers.items[place - 2], markers.items[place - 1]
    if first.figure.kind != "rate" or second.figure.kind != "rate":
        return None
    if _FROM.search(markers.lead(place - 2)) and _TO.search(markers.lead(place - 1)):
        return place - 2, place - 1
    return None


def multiple_of(markers: Markers, place: int) -> Relation | None:
    """是上年的n倍: the quotient of this year's and last year's figure."""
    rate = markers.items[place]
    previous = [
        index
        for index in markers.before(place)
        if markers.items[index].sentence == rate.sentence and markers.items[index].figure.period == "previous"
    ]
    current = [
        index
        for index in markers.before(place)
        if markers.items[index].sentence == rate.sentence
        and markers.items[index].is_amount
        and markers.items[index].figure.period != "previous"
    ]
    if not previous or not current:
        return None
    return ratio_of(markers.items[current[-1]], markers.items[previous[-1]], rate)
