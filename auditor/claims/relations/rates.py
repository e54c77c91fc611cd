"""Rates against the counts they come from: shares, completion rates, growth, differences."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.claims.linking.requests import CARRIED_IN, HANDLED, NEW
from auditor.claims.relations.arithmetic import fits_rate, ratio_of
from auditor.claims.relations.changes import change_of, multiple_of
from auditor.claims.relations.fitting import common_whole, fitting_ratio
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.parents import wholes_of
from auditor.model import Relation

_SHARE = re.compile(r"占(?:比)?")
_NAMED_RATE = re.compile(
    r"(不?合格(?=率)|办结|答复|回复|处理|整改|采纳|办复|办理|完成|解读|公开|签收|反馈|纠错|败诉|解决|覆盖|响应)[^，。；\d]{0,4}率"
)
_DUE_ONLY = re.compile(r"按时|按期|及时|限时")
_UNCLAIMED = re.compile(r"满意|好评|知晓|准确")


def rate_relations(markers: Markers, lists: list[Relation]) -> list[Relation]:
    """The ratios, growth rates and differences that a text claims."""
    found: list[Relation] = []
    aligned: set[int] = set()
    for place, item in enumerate(markers.items):
        figure = item.figure
        if place in aligned:
            continue
        base = _base_between(markers, place) if figure.kind == "rate" else None
        if figure.kind == "rate" and _ALIGNED.search(markers.lead(place if base is None else base)):
            run = _rates_from(markers, place)
            aligned.update(run)
            found += _aligned_shares(markers, run, lists, base)
            continue
        if figure.approximate or figure.value_high is not None:
            continue
        relation: Relation | None = None
        if figure.kind == "growth":
            relation = change_of(markers, place)
        elif figure.kind == "rate" and figure.unit == "倍":
            relation = multiple_of(markers, place)
        elif figure.kind == "rate" and figure.unit in _SHARE_UNITS:
            relation = _ratio(markers, place, lists)
            if relation is None or not relation.holds:
                relation = _fitting(markers, place) or relation
        if relation is not None:
            found.append(relation)
    return found


_ANY_RATE = re.compile(r"(\w{1,4})率")


def _fitting(markers: Markers, place: int) -> Relation | None:
    """The ratio that the printed digits give away, where the wording leads to none that holds."""
    lead = markers.lead(place)
    if _UNCLAIMED.search(lead):
        return None
    sentence = markers.items[place].sentence
    near = [index for index in markers.back_from(place) if markers.items[index].sentence == sentence]
    counts = [index for index in near if markers.items[index].is_amount]
    if _SHARE.search(lead):
        return fitting_ratio(markers, counts[:2], place)
    named = _ANY_RATE.search(lead)
    if named is None:
        return None
    told = [index for index in counts if named[1][-2:] in markers.lead(index) or _DONE.search(markers.lead(index))]
    return fitting_ratio(markers, told, place) or fitting_ratio(markers, counts[:1], place)


_ALIGNED = re.compile(r"(?:分别|依次|各)占|占比(?:分别|依次)|分别为|分别是|依次为")
_SHARE_UNITS = ("%", None)
"""Per cents, and fractions of one (三分之一)."""
_JOINED = re.compile(r"\s*(?:[、，和及与]|以及)+\s*")


def _rates_from(markers: Markers, place: int) -> list[int]:
    """The per cents that follow one another from ``place`` on."""
    run = [place]
    while run[-1] + 1 < len(markers.items):
        following = run[-1] + 1
        if markers.items[following].figure.kind != "rate" or not _JOINED.fullmatch(markers.lead(following)):
            break
        run.append(following)
    return run


def _aligned_shares(
    markers: Markers, rates: list[int], lists: list[Relation], base: int | None
) -> list[Relation]:
    """a件、b件，分别占x%、y%: each rate answers to the count at its own place in the list before.

    ``base`` is the place of a base between them (分别占总数240件的85%和15%).
    """
    if base is None and "占" not in markers.lead(rates[0]):
        return []
    first = rates[0] - 1
    stated: Marker | None = None
    if base is not None:
        stated = markers.items[base]
        first = base - 1
    elif first >= 0 and re.search(r"占[^，。；]{0,6}$", markers.lead(first)):
        stated = markers.items[first]
        first -= 1
    elif first > 0 and any(relation.roles.get("total") == (markers.items[first].index,) for relation in lists):
        # 41件、263件、96件，共400件，依次占…: the total of the row stands behind it.
        parts = next(r.roles.get("parts", ()) for r in lists if r.roles.get("total") == (markers.items[first].index,))
        if len(parts) == len(rates) and markers.items[first - 1].index in parts:
            stated = markers.items[first]
            first -= 1
    places = range(first - len(rates) + 1, first + 1)
    if not places or places[0] < 0 or not all(markers.items[place].is_amount for place in places):
        return []
    common = common_whole(markers, list(zip(places, rates, strict=True)))
    found = []
    for place, rate in zip(places, rates, strict=True):
        part = markers.items[place]
        whole = stated or _listed_total(markers, part, lists) or common
        relation = ratio_of(part, whole, markers.items[rate]) if whole is not None else None
        if relation is not None:
            found.append(relation)
    return found


_BASE_BETWEEN = re.compile(r"占[^，。；]{0,10}\(?$")


def _base_between(markers: Markers, place: int) -> int | None:
    """占全部20件申请的45%: the place of the base that stands between 占 and its rate."""
    if place < 2 or "占" in markers.lead(place) or not markers.items[place - 1].is_amount:
        return None
    return place - 1 if _BASE_BETWEEN.search(markers.lead(place - 1)) and "的" in markers.lead(place) else None


def _exact_counts_before(markers: Markers, place: int) -> list[int]:
    item = markers.items[place]
    return [
        index
        for index in markers.back_from(place)
        if markers.items[index].paragraph == item.paragraph
        and markers.items[index].is_amount
        and not markers.items[index].figure.approximate
    ]


def _ratio(markers: Markers, place: int, lists: list[Relation]) -> Relation | None:
    lead = markers.lead(place)
    rate = markers.items[place]
    if _UNCLAIMED.search(lead):
        return None
    base = _base_between(markers, place)
    if base is not None:
        return ratio_of(markers.items[base - 1], markers.items[base], rate)
    if _SHARE.search(lead):
        return _share(markers, place, lists)
    if not _NAMED_RATE.search(lead) or _DUE_ONLY.search(lead):
        return None
    counts = _exact_counts_before(markers, place)
    counts = [index for index in counts if markers.items[index].sentence == rate.sentence]
    if len(counts) < 2:
        return None
    listed = {index for relation in lists if relation.kind == "sum" for index in relation.roles["parts"]}
    part, whole = _part_and_whole(markers, counts, lead)
    if part is None or whole is None or (markers.items[part].index in listed and not markers.items[part].addresses):
        # The rate of a whole list is not that of its last item.
        return None
    for relation in lists:
        # 来信216封、108封，共324封，办结320封: a stated total of the received counts is the base.
        total = relation.roles.get("total", (-1,))[0]
        if relation.kind == "sum" and markers.items[whole].index in relation.roles["parts"]:
            whole = next((index for index in counts if markers.items[index].index == total and index < part), whole)
    claimed = ratio_of(markers.items[part], markers.items[whole], rate)
    if claimed is None or claimed.holds:
        return claimed
    if not markers.items[part].addresses:
        # A rate without a named base takes the nearest whole of its kind (figures.md 7.7).
        nearer = [index for index in counts if index < part and _same_unit(markers, index, part)]
        others = [ratio_of(markers.items[part], markers.items[index], rate) for index in nearer]
        return next((other for other in others if other is not None and other.holds), claimed)
    return None if _without_pending(markers, part, whole, rate) else claimed


def _same_unit(markers: Markers, first: int, second: int) -> bool:
    return markers.items[first].figure.unit == markers.items[second].figure.unit


def _without_pending(markers: Markers, part: int, whole: int, rate: Marker) -> bool:
    """Whether a rate of corrections fits the cases decided, without those pending (handbook NT-RATE)."""
    for item in markers.items:
        if any(address.endswith(".pending") for address in item.addresses) and item.sentence == rate.sentence:
            decided = markers.items[whole].value - item.value
            share = Fraction(markers.items[part].value) / Fraction(decided) * 100 if decided > 0 else None
            if share is not None and fits_rate(rate.figure.value, share):
                return True
    return False


_RECEIVED = re.compile(
    r"排查|检查|梳理|收到|办理|征求|收集|受理|接收|接到|收件|转办|发现|新收|接听|征集|承办|交办|共有"
)
_DONE = re.compile(r"办结|答复|回复|办复|处理|完成|反馈|解决")
_ANSWERS = ("办结", "答复", "回复", "处理", "办复", "办理", "完成", "反馈", "解决")


def _part_and_whole(markers: Markers, counts: list[int], lead: str) -> tuple[int | None, int | None]:
    """办结 n件 over 收到 m件: the done count nearest to the rate, the received count before it."""
    wanted = _NAMED_RATE.search(lead)
    verb = wanted[1] if wanted else ""
    part = None
    if verb in ("纠错", "败诉"):
        lost = (index for index in counts if any(a.endswith(".corrected") for a in markers.items[index].addresses))
        part = next(lost, None)
    stems = {"纠错": "纠正|纠错|撤销", "败诉": "败诉"}.get(verb, verb)
    part = (
        part if part is not None else next((index for index in counts if re.search(stems, markers.lead(index))), None)
    )
    if part is None and verb in _ANSWERS:
        part = next((index for index in counts if _is_done(markers, index)), None)
    if part is None or any(CARRIED_IN in markers.items[index].addresses for index in counts):
        return None, None
    if verb in ("纠错", "败诉"):
        wholes = {whole for address in markers.items[part].addresses for whole in wholes_of(address)[:1]}
        return part, next((index for index in counts if wholes & set(markers.items[index].addresses)), None)
    if verb == "解读":
        return part, next((index for index in counts if index < part), None)
    for whole_address in (whole for address in markers.items[part].addresses for whole in wholes_of(address)):
        named = [index for index in counts if index < part and whole_address in markers.items[index].addresses]
        if named:
            return part, named[0]
    whole = next(
        (
            index
            for index in counts
            if index < part
            and markers.items[index].figure.unit == markers.items[part].figure.unit
            and _RECEIVED.search(markers.lead(index))
        ),
        None,
    )
    if whole is None:
        # A rate without a named base takes the nearest whole of its kind (figures.md 7.7).
        whole = next((index for index in counts if index < part and _same_unit(markers, index, part)), None)
    return part, whole


def _is_done(markers: Markers, index: int) -> bool:
    """Whether a count tells what was done of something; a result (其他处理2件) is no count of that kind."""
    addresses = markers.items[index].addresses
    return _DONE.search(markers.lead(index)) is not None and (not addresses or addresses[0] == HANDLED)


def _share(markers: Markers, place: int, lists: list[Relation]) -> Relation | None:
    rate = markers.items[place]
    if place == 0:
        return None
    part_place = _shared_place(markers, place)
    if part_place is None or _has_own_subject(markers, place) or _is_of_what_is_not_told(markers, place):
        return None
    part = markers.items[part_place]
    if not part.is_amount or part.figure.approximate or part.sentence != rate.sentence:
        return None
    total = _named_base(markers, place) or _listed_total(markers, part, lists)
    if total is None:
        wholes = [whole for address in part.addresses for whole in wholes_of(address)]
        if part.figure.barred == "scope" or _OF_REGION.search(markers.lead(place)):
            # 省政府办公厅受理1124件，占全省的2.9%: the same cell said of more bodies.
            wholes = [*part.addresses, *wholes]
        for whole in wholes:
            total = next(
                (
                    markers.items[index]
                    for index in _exact_counts_before(markers, part_place)
                    if whole in markers.items[index].addresses
                ),
                None,
            )
            if total is not None:
                break
    if total is None:
        counts = [
            index
            for index in _exact_counts_before(markers, part_place)
            if markers.items[index].figure.unit == part.figure.unit and markers.items[index].value >= part.value
        ]
        earlier_shares = [index for index in counts if _is_shared(markers, index)]
        counts = [index for index in counts if index not in earlier_shares]
        total = markers.items[counts[0]] if counts else None
    return ratio_of(part, total, rate) if total is not None else None


_OF_REGION = re.compile(r"占全[省市县区州]")
_OF_RECEIVED = re.compile(r"占[^，。；\d]{0,8}(?:总数|总量|总件数)")


def _named_base(markers: Markers, place: int) -> Marker | None:
    """占总数的x%: the total of what was received, where the text gives it."""
    if not _OF_RECEIVED.search(markers.lead(place)):
        return None
    received = [index for index in markers.before(place) if NEW in markers.items[index].addresses[:1]]
    return markers.items[received[-1]] if received else None


_OF_TOPIC = re.compile(r"[，；、。)]\s*(?:其中)?([^，；、。()\d]{2,10}?)(?:类|的|方面)*占[^，；、。]{0,6}$")


def _shared_place(markers: Markers, place: int) -> int | None:
    """The figure that a share is of: the one before it, or the one whose noun it repeats (投诉举报类占75%)."""
    named = _OF_TOPIC.search(markers.lead(place))
    if named is None:
        return place - 1
    sentence = markers.items[place].sentence
    for index in markers.back_from(place):
        if markers.items[index].sentence != sentence:
            break
        behind = markers.tail(index)[: len(named[1]) + 6] if index < place - 1 else ""
        if named[1] in markers.lead(index) or named[1] in behind:
            return index
    return place - 1 if not markers.items[place - 1].addresses else None


_SUBJECT = re.compile(r"；[^，；。\d]{2,}占")


def _has_own_subject(markers: Markers, place: int) -> bool:
    """4.5万件…；自然人申请占93.6%: a share whose own part is not told, in a clause of its own."""
    named = _OF_TOPIC.search(markers.lead(place))
    return named is not None and _SUBJECT.search(markers.lead(place)) is not None and not _is_told(markers, named[1])


def _is_told(markers: Markers, noun: str) -> bool:
    return any(noun in lead for lead in markers.leads[:-1] if "占" not in lead)


_OF_ANSWERS = re.compile(r"占[^，。；\d]{0,6}(?:答复|办结|办理|处理)[^，。；\d]{0,4}(?:总数|总量|数|件)")


def _is_of_what_is_not_told(markers: Markers, place: int) -> bool:
    """予以公开1.92万件，占答复总数的40.9%, where the text gives no number of answers."""
    if not _OF_ANSWERS.search(markers.lead(place)):
        return False
    return not any(_is_done(markers, index) for index in markers.before(place))


def _is_shared(markers: Markers, index: int) -> bool:
    """Whether a figure is itself a part with a share behind it."""
    following = index + 1
    return (
        following < len(markers.items)
        and markers.items[following].figure.kind == "rate"
        and _SHARE.search(markers.lead(following)) is not None
    )


def _listed_total(markers: Markers, part: Marker, lists: list[Relation]) -> Marker | None:
    by_index = {item.index: item for item in markers.items}
    for relation in lists:
        members = relation.roles.get("parts", relation.roles.get("part", ()))
        if part.index in members:
            return by_index[relation.roles["total"][0]]
    return None
