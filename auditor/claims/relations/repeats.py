"""The same quantity stated twice: n件申请中 after the count, 上述n件, the same cell named again."""

from __future__ import annotations

import re

from auditor.claims.linking.requests import DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import part_of, same_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.vocabulary import words_pattern
from auditor.model import Relation

_AGAIN = re.compile(
    r"^\s*(?:政府信息公开|依申请公开|信息公开|公开)?(?:的)?(?:申请|案件|行政复议|复议|诉讼|留言|工单|信息|建议|提案|信件|来信|意见)?(?:件)?(?:中|里|当中)"
)
_ABOVE = re.compile(r"(?:上述|以上|这|该|前述|对全年|对全部|对所有)\s*$")
_THEN = re.compile(r"[与和同](?:上年度?|去年|上一年度?|往年)(?:同期)?的?\s*$")
_LEVEL = re.compile(r"\s*(?:基本)?(?:持平|相同|一致|相当)")


def repeat_relations(markers: Markers, listed: set[int]) -> list[Relation]:
    """The statements that two figures of a text are the same quantity, over the same or a longer time.

    ``listed`` are the figures that stand in a list already.
    """
    found: list[Relation] = []
    mentions: dict[int, list[Marker]] = {}
    times = {item.figure.period for item in markers.items}
    for place, item in enumerate(markers.items):
        if not item.is_amount or item.figure.approximate:
            continue
        first = _first_mention(markers, place) or _level_with(markers, place)
        if first is not None:
            mentions.setdefault(first.index, [first]).append(item)
        stretch = _longer_time(markers, place) if "cumulative" in times else None
        if stretch is None and "part" in times and item.index not in listed:
            stretch = _part_of_year(markers, place)
        if stretch is not None:
            found.append(stretch)
    return [*found, *map(same_of, mentions.values())]


def _level_with(markers: Markers, place: int) -> Marker | None:
    """依申请公开2件，与上年2件持平: the figure before one of last year that it is said to equal."""
    item = markers.items[place]
    if not place or not _THEN.search(markers.lead(place)) or not _LEVEL.match(markers.tail(place)):
        return None
    before = markers.items[place - 1]
    return before if before.is_amount and before.figure.unit == item.figure.unit else None


def _longer_time(markers: Markers, place: int) -> Relation | None:
    """This year inside 历年累计, half a year inside the year: the same wording over a longer time."""
    item = markers.items[place]
    name = item.figure.named
    for index in markers.back_from(place):
        other = markers.items[index]
        if other.figure.unit != item.figure.unit or not other.is_amount or other.paragraph != item.paragraph:
            continue
        lead = markers.lead(place)
        goes_on = name is None and index == place - 1 and (_NOW.search(lead) or _SO_FAR.fullmatch(lead))
        if goes_on or _one_thing(name, other.figure.named):
            periods = other.figure.period, item.figure.period
            if other.figure.barred == "scope" or item.figure.barred == "scope":
                continue
            if not min(item.value, other.value):
                continue
            if periods == ("current", "cumulative"):
                return part_of(item, other)
            if periods == ("cumulative", "current"):
                return part_of(other, item)
    return None


_SO_FAR = re.compile(r"\s*[，；、(]\s*(?:历年来?|累计|历年累计|截至目前累计|至今累计)(?:公开|发布|为|达|共|有|计)*\s*")
_NOW = re.compile(r"今年|本年|当年|年内|新")
_ALL_REQUESTS = frozenset({NEW, DUE})


def _one_thing(first: str | None, second: str | None) -> bool:
    """Whether two figures are named as one cell; 累计办理 over the years takes in what was received."""
    return first is not None and (first == second or {first, second} <= _ALL_REQUESTS)


_VERB = re.compile(
    r"新收到?|收到|受理|接收|接到|登记|办理|处理|办结|答复|回复|制定|制发|出台|印发|作出|办复|提起|发生|引发|产生|被申请|申请"
)


def _same_verb(markers: Markers, first: int, second: int) -> bool:
    """Whether two figures are told by one verb (登记1320件 … 受理1251件 are two quantities)."""
    verbs = [_VERB.search(re.split(r"[，；。：\n]", markers.lead(place))[-1]) for place in (first, second)]
    found = [verb.group() if verb else None for verb in verbs]
    return found[0] == found[1]


_NOUN_BEHIND = re.compile(r"(?:各类)?(?:政府)?信息")
_LIMITED = re.compile(r"通过|其中|平台|网站|公众号|微信|微博|新媒体|栏目|专栏|历年|累计")
_LEAD_WORDS = re.compile(
    r"综上|总体来看|(?:19|20)\d\d年度?|全年|今年|本年度?|年内|共计?|总计|累计|截至.{0,4}底|同时|并|"
    r"我[局办镇委县市区厅]|本[局办机关单位]+|[，、\s]"
)


def _grand_total(markers: Markers, place: int) -> str | None:
    """The wording by which a figure counts all that was published, where nothing limits it; else None."""
    item = markers.items[place]
    lead = re.split(r"[。；\n]", markers.lead(place))[-1]
    if item.figure.period != "current" or _LIMITED.search(lead):
        return None
    bare = _LEAD_WORDS.sub("", lead)
    noun = _NOUN_BEHIND.match(markers.text, item.figure.end)
    if noun is not None and bare.endswith("的"):
        # 全年主动公开的5210条政府信息中: the noun stands behind its number.
        bare = bare[:-1] + noun.group()
    return bare if words_pattern("lists", "grand_totals").fullmatch(bare) else None


def _is_whole(address: str) -> bool:
    """Whether a cell is a total that a text may name twice; two results of one row are two parts."""
    if address in (NEW, HANDLED, DUE):
        return True
    if address.startswith("active."):
        return not address.endswith(".repealed")
    return address.startswith("disputes.") and address.endswith(".total")


def _part_of_year(markers: Markers, place: int) -> Relation | None:
    """收到139件，第一季度28件: a month or a quarter inside the year just counted."""
    item = markers.items[place]
    if item.figure.period != "part" or item.figure.named not in (None, NEW, HANDLED):
        return None
    for index in markers.back_from(place):
        other = markers.items[index]
        if other.sentence != item.sentence:
            break
        named = (item.figure.named,) if item.figure.named else (NEW, HANDLED)
        of_year = other.figure.period == "current" and other.figure.unit == item.figure.unit
        if of_year and other.addresses and other.addresses[0] in named:
            return part_of(other, item)
    return None


def _first_mention(markers: Markers, place: int) -> Marker | None:
    """The marker that states the same quantity first, None where this one is the first."""
    item = markers.items[place]
    whole = item.figure.address is not None and _is_whole(item.addresses[0])
    lead = markers.lead(place)
    total = _grand_total(markers, place) if "公开" in lead else None
    again = _AGAIN.match(markers.text[item.figure.end : item.figure.end + 14]) or _ABOVE.search(lead)
    if not (whole or total or again):
        return None
    for index in markers.before(place):
        other = markers.items[index]
        same_cell = whole and other.addresses == item.addresses
        if not (same_cell or total is not None or again) or not _alike(other, item):
            continue
        if same_cell:
            differs = other.value != item.value and not again and not _same_verb(markers, index, place)
            return None if item.figure.optional or differs else other
        if total is not None and _grand_total(markers, index) is not None:
            return other
        if again and not item.addresses and other.paragraph == item.paragraph and other.value == item.value:
            return other
    return None


def _alike(other: Marker, item: Marker) -> bool:
    """Whether two markers are exact counts in one measure, of one time and one body."""
    first, second = other.figure, item.figure
    return (
        first.unit == second.unit
        and other.is_amount
        and not first.approximate
        and first.period == second.period
        and first.barred == second.barred
    )
