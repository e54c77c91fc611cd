"""Totals and parts without a cue before the parts: totals behind them, cells that divide a cell, balances."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from itertools import accumulate, groupby

from auditor.claims.linking.requests import CARRIED_IN, CARRIED_OUT, DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import part_of, sum_of
from auditor.claims.relations.items import run_that_adds_up, sort_of
from auditor.claims.relations.markers import REACH, Marker, Markers
from auditor.claims.relations.openings import compatible, has_second_total, total_cue
from auditor.claims.relations.parents import wholes_of
from auditor.model import Relation

_FULL_LIST = 4
# A bare 共 behind a row of like figures closes it.
_ALTOGETHER = re.compile(r"合计|共计|总计")
_SUMS_UP = re.compile(r"\s*[，、]?\s*(?:共|合计|共计|总计|总共)(?:为|有|是)?\s*")


def _is_nearest_whole(markers: Markers, place: int, first: int) -> bool:
    """Whether no nearer figure is a likelier whole of the results listed from ``first`` on."""
    likelier = {HANDLED} if HANDLED not in markers.items[place].addresses else set()
    return not any(likelier & set(item.addresses) for item in markers.items[max(0, first - REACH) : first])


def unannounced_lists(markers: Markers, used: set[int], owners: Mapping[int, int]) -> list[Relation]:
    """复议3件，1件维持，2件撤回: parts behind their total without a cue, where cells and sum both say so.

    ``owners`` are the totals of the figures that stand in a list with a cue: those divide no other.
    """
    found: list[Relation] = []
    # The nearest total before a list is the one that it divides.
    for place in range(len(markers.items) - 1, -1, -1):
        total = markers.items[place]
        for run in _runs_by_cells(markers, place, used):
            run = [index for index in run if owners.get(index, place) == place]
            best = run_that_adds_up(markers, total, run)
            while best is not None and not _divides_nearer(markers, place, best):
                used.update(best)
                found.append(sum_of(total, [markers.items[index] for index in best]))
                run = [index for index in run if index not in best]
                best = run_that_adds_up(markers, total, run)
    return found


def _divides_nearer(markers: Markers, place: int, run: list[int]) -> bool:
    """复议5件，审结4件，维持3件、撤销1件，未审结1件: whether a figure before the run is made up by its first items."""
    for nearer in range(run[0] - 1, place, -1):
        item = markers.items[nearer]
        if item.is_amount and not item.addresses and compatible(item, markers.items[run[0]]) and item.value:
            firsts = accumulate(markers.items[index].value for index in run)
            if item.value in list(firsts)[1:]:
                return True
    return False


def closed_results(markers: Markers, used: set[int]) -> list[Relation]:
    """The results of requests one after the other, closed by 其他处理, that don't add up: a whole list all the same."""
    found: list[Relation] = []
    if not any("requests.other.*.total" in item.addresses for item in markers.items):
        return found
    for place in range(len(markers.items) - 1, -1, -1):
        for run in _runs_by_cells(markers, place, used):
            closed = "requests.other.*.total" in markers.items[run[-1]].addresses
            if len(run) >= _FULL_LIST and closed and _is_nearest_whole(markers, place, run[0]):
                used.update(run)
                found.append(sum_of(markers.items[place], [markers.items[index] for index in run]))
    return found


@cache
def _is_whole(address: str) -> bool:
    """Whether other cells may be parts of a cell."""
    return address.endswith((".total", ".*.total")) and not address.startswith("active.")


def _runs_by_cells(markers: Markers, place: int, used: set[int]) -> list[list[int]]:
    """The figures behind one that their cells tell to be parts of it, sort by sort, first level only."""
    total = markers.items[place]
    if not total.is_amount or total.figure.approximate or not any(map(_is_whole, total.addresses)):
        return []
    run: list[int] = []
    for index in markers.behind(place):
        item = markers.items[index]
        if item.sentence - total.sentence > 3 or item.paragraph != total.paragraph:
            break
        if item.figure.kind == "rate" or not item.addresses or index in used:
            continue
        if not compatible(total, item) or item.bar != total.bar:
            break
        if not run and item.addresses[0] in (CARRIED_IN, CARRIED_OUT):
            continue
        if set(wholes_of(item.addresses[0])) & set(total.addresses):
            run.append(index)
    run = [index for index in run if markers.items[index].addresses[0] not in (CARRIED_IN, CARRIED_OUT, HANDLED)]
    if not run or has_second_total(markers, place, run[0]):
        return []
    return [list(group) for _, group in groupby(run, key=lambda index: sort_of(markers.items[index]))]


_DELIMITED = re.compile(r"[，；。：、()]")
_WHOLE_YEAR = re.compile(r"\s*[，；]\s*全年(?:为|达|共)?\s*")
_PEOPLE = frozenset({"人", "人次", "名", "位"})


def _adds(total: Marker, item: Marker) -> bool:
    """Whether a figure may be one of those that a total behind them adds up: things of any measure, or people."""
    if compatible(total, item):
        return True
    of_things = total.figure.kind == item.figure.kind == "count" and item.is_amount
    return of_things and not {total.figure.unit, item.figure.unit} & _PEOPLE


def totals_after(markers: Markers, used: set[int]) -> list[Relation]:
    """A total that stands behind its parts: a件、b件，合计c件."""
    found: list[Relation] = []
    for place in range(2, len(markers.items)):
        total = markers.items[place]
        if (
            total.figure.period != "current"
            or not total.is_amount
            or total.figure.approximate
            or not (total_cue().search(markers.lead(place)) or _WHOLE_YEAR.fullmatch(markers.lead(place)))
        ):
            continue
        run: list[int] = []
        for index in markers.back_from(place):
            item = markers.items[index]
            if item.figure.kind in ("rate", "growth", "duration") or _counts_bodies(markers, index):
                continue
            if not run and not _DELIMITED.search(markers.text, item.figure.end, total.figure.start):
                # 三个平台合计3287条: a number in the total's own phrase.
                continue
            if item.sentence != total.sentence or not _adds(total, item) or index in used:
                break
            if item.figure.approximate or item.figure.period not in ("current", "part", total.figure.period):
                break
            run.insert(0, index)
        mixed = any(not compatible(total, markers.items[index]) for index in run)
        for size in range(len(run), 1, -1):
            parts = [markers.items[index] for index in run[-size:]]
            relation = sum_of(total, parts)
            if relation.holds:
                found.append(relation)
                used.update(run[-size:])
                found += _earlier_breakdown(markers, total, run[:-size], used)
                break
        else:
            if mixed or DUE in total.addresses[:1]:
                # Different measures make a total only where they add up; what is due has its own parts.
                if _due_parts(markers, run, total):
                    found.append(sum_of(total, [markers.items[index] for index in run[-2:]]))
                continue
            groups = _limbs(markers, run)
            sums = [sum_of(total, [markers.items[index] for index in group]) for group in groups if len(group) > 1]
            if len(groups) > 1 and any(relation.holds for relation in sums):
                found += [relation for relation in sums if relation.holds]
                used.update(run)
            elif len(run) > 1 and _closes_row(markers, run, place):
                found.append(sum_of(total, [markers.items[index] for index in run]))
                used.update(run)
            elif _due_parts(markers, run, total):
                found.append(sum_of(total, [markers.items[index] for index in run[-2:]]))
    return found


_BODIES = re.compile(r"[^，。；\d]{0,4}(?:单位|部门|机关|乡镇|街道|分局)")


def _counts_bodies(markers: Markers, index: int) -> bool:
    """3家单位依次收到: a number of bodies is no item of what they counted."""
    item = markers.items[index]
    return item.figure.unit in ("家", "个", "所") and _BODIES.match(markers.text, item.figure.end) is not None


def _closes_row(markers: Markers, run: list[int], place: int) -> bool:
    """Whether 共 or 合计 closes a row of like figures.

    A row that begins in another measure (文件16件、结果203条、信息88条，合计307条) is not all of it.
    """
    lead = markers.lead(place)
    if run[0] > 0 and markers.lead(run[0]).lstrip().startswith("、"):
        return False
    return _SUMS_UP.fullmatch(lead) is not None or (len(run) == 2 and _ALTOGETHER.search(lead) is not None)


def _earlier_breakdown(markers: Markers, total: Marker, run: list[int], used: set[int]) -> list[Relation]:
    """人大15件、政协22件，其中主办16件、协办21件，共37件: the figures before a breakdown may be another one."""
    if len(run) < 2:
        return []
    relation = sum_of(total, [markers.items[index] for index in run])
    if not relation.holds:
        return []
    used.update(run)
    return [relation]


def _limbs(markers: Markers, run: list[int]) -> list[list[int]]:
    """A run of figures cut at the semicolons between them."""
    groups: list[list[int]] = []
    for index in run:
        if not groups or "；" in markers.lead(index):
            groups.append([])
        groups[-1].append(index)
    return groups


_SUBSET = re.compile(r"[，、](?:已|其中)?(?:公开(?:答复|回复|发布)?\s*|(?:被)?采纳[^，。；\d]{0,8})")
_ANSWERED = re.compile(r"\s*[，、](?:已|均已)?(?:回复|答复|办结|办理|处理)(?:了)?\s*")
_CHECKED = re.compile(r"检查|抽查|排查|监测|抽检|评查|巡查|核查")
_DISCOVERED = re.compile(r"\s*[，、](?:其中|共)?发现[^，。；\d]{0,8}")


def _asked_of(markers: Markers, place: int) -> Marker:
    """留言264条，回复264条，公开82条: what was published is part of what came in."""
    item = markers.items[place]
    if place and _ANSWERED.fullmatch(markers.lead(place)) and compatible(markers.items[place - 1], item):
        return markers.items[place - 1]
    return item


def _is_discovery(markers: Markers, place: int) -> bool:
    """抽查96件，发现瑕疵13件: what was found among what was looked at."""
    found = _DISCOVERED.fullmatch(markers.lead(place))
    return found is not None and _CHECKED.search(markers.lead(place - 1)) is not None


def _one_measure(first: Marker, second: Marker) -> bool:
    """Whether two figures are in one measure; a bare number in 万 takes that of the other (2100人, 1.42万)."""
    return compatible(second, first) or (second.figure.unit is None and "万" in second.figure.text)


_ASKED = re.compile(r"征集|征求")
_ASKED_BACK = re.compile(r"(?:公布|反馈|公开|通报)[^，。；]{0,6}(?:结果|情况)|结果(?:公布|反馈|公开)")
_LONGEST_GAP = 4


def _asked_before(markers: Markers, place: int) -> Marker | None:
    """征集18期，收到意见73条，公布结果18期: what was published of what the public was asked."""
    item = markers.items[place]
    if not _ASKED_BACK.search(markers.lead(place)):
        return None
    for index in list(markers.back_from(place))[:_LONGEST_GAP]:
        other = markers.items[index]
        asks = _ASKED.search(markers.lead(index)) and not _ASKED_BACK.search(markers.lead(index))
        if asks and other.figure.unit == item.figure.unit and other.is_amount and not other.figure.approximate:
            return other if other.sentence == item.sentence or index == place - 2 else None
    return None


_NEW = re.compile(r"新(?:开设|增设|增|建|设|开通|开辟|注册|上线)[^，。；]*?(?P<noun>[^，。；\"]{2})$")
_STOCK = re.compile(r"(?:总数|总量|共有|现有|累计)\s*(?:达到?|为|有|至)?\s*$")


def _is_new_in_stock(markers: Markers, place: int) -> bool:
    """新开设专栏1个，专栏总数达12个: what is new lies inside what there is now."""
    new = _NEW.search(markers.lead(place - 1))
    lead = markers.lead(place)
    return new is not None and new["noun"] in lead and _STOCK.search(lead) is not None


def subsets(markers: Markers, found: list[Relation]) -> list[Relation]:
    """办理留言27条，公开9条: what was published or adopted of what was just counted."""
    listed = {
        index for relation in found for role, indices in relation.roles.items() if role != "total" for index in indices
    }
    relations = []
    for place in range(1, len(markers.items)):
        item, before = markers.items[place], markers.items[place - 1]
        if item.index in listed or item.addresses or before.addresses or item.sentence != before.sentence:
            continue
        if before.figure.approximate:
            continue
        if compatible(before, item) and _SUBSET.fullmatch(markers.lead(place)):
            relations.append(part_of(_asked_of(markers, place - 1), item))
        elif before.figure.unit == item.figure.unit and _is_discovery(markers, place):
            relations.append(part_of(before, item))
        elif _one_measure(before, item) and _is_new_in_stock(markers, place):
            relations.append(part_of(item, before))
            continue
        asked = _asked_before(markers, place)
        if asked is not None:
            relations.append(part_of(asked, item))
    return relations


def _due_parts(markers: Markers, run: list[int], total: Marker) -> bool:
    addresses = [markers.items[index].addresses for index in run[-2:]]
    return DUE in total.addresses and addresses == [(NEW,), (CARRIED_IN,)]


def outcomes_inside(markers: Markers, found: list[Relation]) -> list[Relation]:
    """复议17件，纠正2件: the outcomes right behind their total, where they are not all of them."""
    told = {
        index for relation in found for role, indices in relation.roles.items() if role != "total" for index in indices
    }
    divided = {relation.roles["total"][0] for relation in found if "total" in relation.roles}
    relations: list[Relation] = []
    for place in range(1, len(markers.items)):
        total, item = markers.items[place - 1], markers.items[place]
        if item.index in told or total.index in divided or not item.addresses or item.bar != total.bar:
            continue
        inside = bool(set(wholes_of(item.addresses[0])) & set(total.addresses))
        if inside and item.addresses[0].startswith("disputes.") and item.sentence == total.sentence and item.is_amount:
            relations.append(part_of(total, item))
    return relations


def due_sums(markers: Markers, found: list[Relation]) -> list[Relation]:
    """新收412件…，连同上年结转21件，应办理433件: what came and what was carried in make up what is due."""
    told = {(relation.roles["total"], relation.roles["parts"]) for relation in found if relation.kind == "sum"}
    relations: list[Relation] = []
    for place, total in enumerate(markers.items):
        if total.addresses[:1] != (DUE,) or not total.is_amount:
            continue
        parts = [_nearest(markers, place, cell) for cell in (NEW, CARRIED_IN)]
        both = sorted((part for part in parts if part is not None), key=lambda part: part.index)
        if len(both) == len(parts) and ((total.index,), tuple(part.index for part in both)) not in told:
            relations.append(sum_of(total, both))
    return relations


def _nearest(markers: Markers, place: int, cell: str) -> Marker | None:
    """The figure of a cell before another one in its sentence, of the same time and body."""
    item = markers.items[place]
    for index in markers.back_from(place):
        other = markers.items[index]
        if other.sentence != item.sentence:
            return None
        if other.addresses[:1] == (cell,) and other.bar == item.bar and other.is_amount:
            return other
    return None


_DIVIDES = re.compile(r"[。\n]\s*(?:其中|从|按)")


def _near(markers: Markers, place: int) -> int:
    """How many sentences back the total of a balance may stand: one more where one divides it (。其中网上58件…。)."""
    sentence = markers.items[place].sentence
    before = (markers.lead(index) for index in markers.before(place) if markers.items[index].sentence == sentence - 1)
    return 2 if _DIVIDES.match(next(before, "")) else 1


_FAR = 3
"""So many sentences may stand between what is due and what became of it."""


def balances(markers: Markers, found: list[Relation]) -> list[Relation]:
    """办结 + 结转下年 = 收到 or 共需办理, where the text gives all three and no 上年结转 of its own."""
    listed = {index for relation in found if relation.kind == "sum" for index in relation.roles["parts"]}
    relations: list[Relation] = []
    for place, item in enumerate(markers.items):
        if CARRIED_OUT not in item.addresses or item.index in listed or not item.is_amount:
            continue
        near = [
            other
            for other in (markers.items[index] for index in markers.before(place))
            if other.paragraph == item.paragraph
            and item.sentence - other.sentence <= (_FAR if DUE in other.addresses else _near(markers, place))
            and other.bar == item.bar
        ]
        handled = [other for other in near if HANDLED in other.addresses[:1] and other.index not in listed]
        due = [other for other in near if DUE in other.addresses]
        new = [other for other in near if other.addresses[:1] == (NEW,)]
        carried_in = any(CARRIED_IN in other.addresses and other.value for other in near)
        if not handled:
            continue
        total = due[-1] if due else new[-1] if new and not carried_in else None
        if total is not None:
            relations.append(sum_of(total, [handled[-1], item]))
    return relations
