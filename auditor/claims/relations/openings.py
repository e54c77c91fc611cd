"""What opens a list, and which figure it divides."""

from __future__ import annotations

import re
from functools import cache

from auditor.claims.linking.requests import CARRIED_IN, CARRIED_OUT, DUE, NEW
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.parents import wholes_of
from auditor.claims.vocabulary import words_pattern

_PIECES = frozenset({None, "件", "宗", "起", "个", "项", "例", "份", "条", "封"})


_CASES = frozenset({"件", "宗", "起", "例", "案"})


_IN_THEM = re.compile(r"(?:政府信息公开|依申请公开|信息公开)?(?:申请|案件)?(?:件)?(?:当)?中(?!心|国|央|共)")


_OF_THOSE = re.compile(
    r"[。；]\s*[^，。；\d]{0,14}(?:申请|案件|复议|诉讼|信息|留言|建议|提案|工单)(?:件)?(?:当)?中，[^，。；\d]*$"
)


# A second breakdown of the same total may follow a semicolon.
_STARTS_ANEW = re.compile(r"其中|从|按|内容|申请内容|涉及")
_RESULTS_FOLLOW = re.compile(r"结果|情况|如下|其中|具体|包括|分别")


# 按内容分，养老保险24件…; 从申请渠道来看: one breakdown of several.
_BY = re.compile(r"[按从][^，。；、：\d]{1,10}(?:划分|区分|统计|分类|分|来看|看)[，：]?(?=[^，。；\d]*$)")


# 申请量排名靠前的单位依次是住建局182件、…: the first few of a breakdown.
_RANKED = re.compile(
    r"(?:排名|靠前|居前|前[二三四五十]位|最多|较多)[^，。；\d]{0,10}(?:依次|分别)?[是为有：][^，。；\d]*$"
)


def is_view(opening: str) -> bool:
    """Whether a cue opens one breakdown of several, by what it looks at."""
    return _BY.match(opening) is not None or is_ranking(opening)


def is_ranking(opening: str) -> bool:
    """Whether a cue opens a list of the largest parts only."""
    return _RANKED.match(opening) is not None


@cache
def _opens() -> re.Pattern[str]:
    return words_pattern("lists", "opens")


def opening_of(markers: Markers, place: int) -> str | None:
    """The cue right before a figure that opens a list there: a word, a colon, a bracket."""
    lead = markers.lead(place)
    if "占" in lead:
        return None
    if _IN_THEM.match(lead) or _OF_THOSE.search(lead):
        return "中"
    cues = [
        cue
        for cue in _opens().finditer(lead)
        if ("；" not in lead[: cue.start()] or _STARTS_ANEW.match(cue.group())) and "。" not in lead[cue.end() :]
    ]
    if cues:
        return cues[-1].group()
    by = _BY.search(lead) or _RANKED.search(lead)
    if by is not None:
        return by.group()
    stripped = lead.lstrip()
    if stripped.startswith("(") and ")" not in stripped and markers.items[place - 1].figure.kind != "rate":
        return "("
    before_stop, _, behind_stop = lead.rpartition("。")
    if "：" in behind_stop and (not before_stop or _RESULTS_FOLLOW.search(behind_stop)):
        return "："
    return None


def compatible(total: Marker, part: Marker) -> bool:
    """Whether two figures are counted in the same measure, so that one may be part of the other."""
    if not part.is_amount or not (total.is_amount or total.is_change):
        return False
    units = {total.figure.unit, part.figure.unit}
    if total.addresses and part.addresses and units <= _PIECES:
        return True
    return len(units) == 1 or (None in units and units <= _PIECES) or units <= _CASES


def total_of(markers: Markers, place: int, opening: str) -> int | None:
    """The figure that the list opened before ``place`` divides: by address where the cells tell, else the last."""
    part = markers.items[place]
    if not part.is_amount:
        return None
    if markers.lead(place).lstrip().startswith("(") and compatible(markers.items[place - 1], part):
        return place - 1
    wholes = [whole for address in part.addresses for whole in wholes_of(address)]
    if part.figure.barred == "scope":
        # 全县收到186件，其中各乡镇收到28件: the same cell said of a smaller body.
        wholes = [*part.addresses, *wholes]
    same_paragraph = [
        index
        for index in markers.back_from(place)
        if markers.items[index].paragraph == part.paragraph
        and part.sentence - markers.items[index].sentence <= 3
        and not _in_closed_bracket(markers, index, place)
    ]
    last = place - 1
    named = _OF_DONE.search(markers.lead(place)) if opening == "中" else None
    if named is not None:
        # 已审结121件、未审结11件；审结案件中，维持74件: the figure of what is named.
        done = [index for index in same_paragraph if _tells(markers, index, named[1])]
        if done and compatible(markers.items[done[0]], part):
            return done[0]
    if opening == "其中" and set(wholes) & set(markers.items[last].addresses) and compatible(markers.items[last], part):
        return None if has_second_total(markers, last, place) else last
    for whole in wholes:
        for index in same_paragraph:
            item = markers.items[index]
            of_others = item.figure.barred == "scope" and part.figure.barred is None
            if opening == "：" and of_others and not _COLON_FIRST.match(markers.lead(place)):
                # 全系统办理1420件。厅机关：收到203件: a body's name, no list.
                return None
            if whole in item.addresses and compatible(item, part) and item.bar[1] == part.bar[1]:
                return None if has_second_total(markers, index, place) else index
    before = markers.items[place - 1]
    if part.sentence != before.sentence:
        lead = markers.lead(place)
        if opening in ("：", "(") or not re.search(r"[。\n]\s*(?:其中|具体|包括|从|按)", lead):
            return None
        return _main_total(markers, place)
    index = place - 1
    while index >= 0 and not (
        compatible(markers.items[index], part)
        and (
            markers.items[index].figure.period in ("current", part.figure.period)
            or (opening == "其中" and markers.items[index].figure.period == "cumulative")
        )
        and not (index and markers.items[index].figure.barred == "channel" and opening.startswith("内容"))
    ):
        if markers.items[index].is_amount and opening not in ("其中",):
            return None
        index -= 1
        if index < 0 or markers.items[index].sentence != part.sentence:
            return None
    if index < 0 or (part.addresses and markers.items[index].addresses):
        # Two cells of which neither is part of the other (申请与由申请产生的复议).
        return None
    return index


_COLON_FIRST = re.compile(r"\s*：")
_OF_DONE = re.compile(r"[。；]\s*(?:在)?(?:已)?(审结|办结|答复|判决|处理)[^，。；\d]{0,6}中，")


def _tells(markers: Markers, index: int, verb: str) -> bool:
    lead = markers.lead(index)
    return verb in lead and f"未{verb}" not in lead and f"待{verb}" not in lead


def _in_closed_bracket(markers: Markers, index: int, place: int) -> bool:
    """Whether a figure stands in a bracket that is closed before another one."""
    between = markers.text[markers.items[index].figure.end : markers.items[place].figure.start]
    close = between.find(")")
    return close >= 0 and "(" not in between[:close]


def has_second_total(markers: Markers, total: int, first: int) -> bool:
    """收到75件，上年结转4件。其中…: results after two totals are parts of both together, which is not printed."""
    row = markers.items[first].addresses[0]
    if NEW not in markers.items[total].addresses or row.startswith("requests.new") or row in (CARRIED_IN, CARRIED_OUT):
        return False
    return any(CARRIED_IN in item.addresses and item.value for item in markers.items[total + 1 : first])


def _main_total(markers: Markers, place: int) -> int | None:
    """The total of the sentence before, if it has just one figure of the same measure."""
    part = markers.items[place]
    for sentence in range(part.sentence - 1, part.sentence - 4, -1):
        candidates = [
            index
            for index in markers.before(place)
            if markers.items[index].sentence == sentence
            and markers.items[index].paragraph == part.paragraph
            and compatible(markers.items[index], part)
        ]
        # A sentence that is itself one breakdown (从来源看…) divides the same total as this one.
        if candidates and opening_of(markers, candidates[0]) is None:
            if part.figure.barred == "channel" and not {NEW, DUE} & set(markers.items[candidates[0]].addresses):
                # Channels divide what was received, never a result that happens to stand nearer.
                return None
            return None if part.addresses and markers.items[candidates[0]].addresses else candidates[0]
    return None


@cache
def total_cue() -> re.Pattern[str]:
    """合计, 共, 总量 … right before a figure, with at most a few words between."""
    return re.compile(words_pattern("lists", "total_after").pattern + r"[^，。；、]{0,14}$")
