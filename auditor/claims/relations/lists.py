"""Totals and their parts: 其中, 包括, 分别为, brackets, 合计.

A list is opened by a cue behind its total and reaches to the end of the sentence, to a figure of
another measure or to a new statement.  Where some run of its figures adds up to the total, the text
claims the sum; where none does, the cues of docs/figures.md 7.6 decide whether that is a fault (the
list is closed) or an open list (every item is a part).
"""

from __future__ import annotations

import re
from functools import cache

from auditor.claims.linking.requests import CARRIED_IN, CARRIED_OUT, DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import part_of, slack, sum_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.parents import wholes_of
from auditor.claims.vocabulary import words_pattern
from auditor.language.phrases import trie_pattern
from auditor.model import Relation, Value
from auditor.resources import load_lexicon

_PIECES = frozenset({None, "件", "宗", "起", "个", "项", "例", "份", "条", "封"})
_FULL_LIST = 4
_CASES = frozenset({"件", "宗", "起", "例", "案"})
_IN_THEM = re.compile(r"(?:政府信息公开|依申请公开|信息公开)?(?:申请|案件)?(?:件)?(?:当)?中(?!心|国|央|共)")
_OPEN_END = re.compile(r"^[^，；。]{0,8}等(?!级)")
_CLOSED = ("分别为", "分别是", "分别", "具体为", "具体是", "其余", "其他", "其它", "剩余", "余下", "另外")
_SECOND_OPENING = re.compile(r"；[^，。；]{0,10}(?:其中|从|按|看)")
_LAST_ITEM = re.compile(r"其他|其它|其余|剩余|余下")
_NEW_STATEMENT = re.compile(
    r"[，；。](?:全年|共|同时|此外|另外?|新增|组织|开展|召开|举办|印发|制定|发布|推送|维护|累计|较|比|同比|满意|平均)"
)


@cache
def _opens() -> re.Pattern[str]:
    return words_pattern("lists", "opens")


def list_relations(markers: Markers) -> list[Relation]:
    """The sums and parts that a text claims."""
    used: set[int] = set()
    found = _totals_after(markers, used)
    for place in range(1, len(markers.items)):
        opening = _opening(markers, place)
        if opening is None:
            continue
        total = _total(markers, place, opening)
        if total is None:
            continue
        found += _resolve(markers, total, place, used)
    found += _unannounced(markers, used)
    found += _subsets(markers, found)
    found += _balances(markers, found)
    return found


def _unannounced(markers: Markers, used: set[int]) -> list[Relation]:
    """复议3件，1件维持，2件撤回: parts behind their total without a cue, where cells and sum both say so."""
    found: list[Relation] = []
    for place, total in enumerate(markers.items):
        if not total.addresses or not total.is_amount or total.figure.approximate:
            continue
        run: list[int] = []
        for index in range(place + 1, len(markers.items)):
            item = markers.items[index]
            if item.sentence - total.sentence > 1 or item.paragraph != total.paragraph:
                break
            if item.figure.kind == "rate":
                continue
            if not item.addresses or not _compatible(total, item) or item.bar != total.bar:
                break
            if not run and item.addresses[0] in (CARRIED_IN, CARRIED_OUT):
                continue
            if index in used:
                break
            if set(wholes_of(item.addresses[0])[:2]) & set(total.addresses):
                run.append(index)
        run = [index for index in run if markers.items[index].addresses[0] not in (CARRIED_IN, CARRIED_OUT, HANDLED)]
        before = len(found)
        best = _run_that_adds_up(markers, total, run)
        while best is not None:
            used.update(best)
            found.append(sum_of(total, [markers.items[index] for index in best]))
            run = [index for index in run if index not in best]
            best = _run_that_adds_up(markers, total, run)
        if len(found) > before:
            continue
        if len(run) >= _FULL_LIST and "requests.other.*.total" in markers.items[run[-1]].addresses:
            # The results one after the other, closed by 其他处理: the whole list.
            used.update(run)
            found.append(sum_of(total, [markers.items[index] for index in run]))
    return found


def _opening(markers: Markers, place: int) -> str | None:
    """The cue right before a figure that opens a list there: a word, a colon, a bracket."""
    lead = markers.lead(place)
    if "占" in lead:
        return None
    if _IN_THEM.match(lead):
        return "中"
    cues = [cue for cue in _opens().finditer(lead) if "；" not in lead[: cue.start()] or cue.group() == "其中"]
    if cues:
        return cues[-1].group()
    stripped = lead.lstrip()
    if stripped.startswith("(") and ")" not in stripped:
        return "("
    if "：" in lead.rpartition("。")[2]:
        return "："
    return None


def _compatible(total: Marker, part: Marker) -> bool:
    if not part.is_amount or not (total.is_amount or total.is_change):
        return False
    units = {total.figure.unit, part.figure.unit}
    return len(units) == 1 or (None in units and units <= _PIECES) or units <= _CASES


def _total(markers: Markers, place: int, opening: str) -> int | None:
    """The figure that the list opened before ``place`` divides: by address where the cells tell, else the last."""
    part = markers.items[place]
    if not part.is_amount:
        return None
    if markers.lead(place).lstrip().startswith("(") and _compatible(markers.items[place - 1], part):
        return place - 1
    wholes = [whole for address in part.addresses for whole in wholes_of(address)]
    if part.figure.barred == "scope":
        # 全县收到186件，其中各乡镇收到28件: the same cell said of a smaller body.
        wholes = [*part.addresses, *wholes]
    same_paragraph = [
        index
        for index in range(place - 1, -1, -1)
        if markers.items[index].paragraph == part.paragraph and part.sentence - markers.items[index].sentence <= 1
    ]
    for whole in wholes:
        for index in same_paragraph:
            item = markers.items[index]
            if whole in item.addresses and _compatible(item, part) and item.bar[1] == part.bar[1]:
                return None if _two_totals(markers, index, place, whole) else index
    before = markers.items[place - 1]
    if part.sentence != before.sentence:
        lead = markers.lead(place)
        if opening in ("：", "(") or not re.search(r"[。\n]\s*(?:其中|具体|包括|从|按)", lead):
            return None
        return _main_total(markers, place)
    index = place - 1
    while index >= 0 and not (
        _compatible(markers.items[index], part)
        and markers.items[index].figure.period in ("current", part.figure.period)
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


def _two_totals(markers: Markers, total: int, place: int, whole: str) -> bool:
    """收到75件，上年结转4件。其中…: results after two totals are parts of both together, which is not printed."""
    row = markers.items[place].addresses[0]
    if whole != NEW or row.startswith("requests.new") or row in (CARRIED_IN, CARRIED_OUT):
        return False
    return any(CARRIED_IN in item.addresses and item.value for item in markers.items[total + 1 : place])


def _main_total(markers: Markers, place: int) -> int | None:
    """The total of the sentence before, if it has just one figure of the same measure."""
    part = markers.items[place]
    candidates = [
        index
        for index in range(place)
        if markers.items[index].sentence == part.sentence - 1 and _compatible(markers.items[index], part)
    ]
    return candidates[0] if candidates else None


def _candidates(markers: Markers, total: int, first: int) -> list[int]:
    """The figures that may be items of the list that begins at ``first``."""
    head = markers.items[total]
    begin = markers.items[first]
    in_bracket = markers.lead(first).lstrip().startswith("(") or _inside_bracket(markers, total, first)
    items: list[int] = []
    for index in range(first, len(markers.items)):
        item = markers.items[index]
        if item.sentence != begin.sentence:
            break
        between = markers.text[head.figure.end : item.figure.start]
        if head.addresses and item.addresses and not _is_part_of(item, head):
            if index == first:
                return []
            continue
        if in_bracket and index > first and _closed_bracket(between):
            break
        if not _compatible(head, item):
            if item.is_amount and index > first and item.figure.kind == "count":
                break
            continue
        if item.figure.approximate or item.figure.kind == "growth":
            continue
        if index > first and "；" in markers.lead(index) and _SECOND_OPENING.search(markers.lead(index)):
            break
        if item.figure.period != head.figure.period and item.figure.period in ("previous", "future"):
            continue
        items.append(index)
    return items


def _is_part_of(item: Marker, head: Marker) -> bool:
    """Whether the cells let ``item`` be a part of ``head``."""
    wholes = {whole for address in item.addresses for whole in wholes_of(address)}
    if item.figure.barred == "scope":
        wholes.update(item.addresses)
    readings = {*head.addresses, *head.figure.alternatives}
    return bool(wholes & readings)


def _inside_bracket(markers: Markers, total: int, first: int) -> bool:
    text = markers.text[markers.items[total].figure.end : markers.items[first].figure.start]
    return text.count("(") > text.count(")")


def _closed_bracket(between: str) -> bool:
    depth = 0
    for character in between:
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth <= 0:
                return True
    return False


def _level(markers: Markers, total: int, items: list[int]) -> list[int]:
    """The items of one level: figures inside a bracket, or behind a second 其中, belong to the item before."""
    level: list[int] = []
    depth_start = markers.items[items[0]].figure.start
    skipping: int | None = None
    for position, index in enumerate(items):
        item = markers.items[index]
        between = markers.text[depth_start : item.figure.start]
        if between.count("(") > between.count(")"):
            continue
        lead = markers.lead(index)
        if position and re.search(r"其中|(?:，|、)(?:含|包括)", lead) and "；" not in lead:
            skipping = level[-1]
            continue
        if skipping is not None:
            own = markers.items[skipping]
            wholes = [whole for address in item.addresses for whole in wholes_of(address)]
            if (wholes and not set(own.addresses) & set(wholes[:1])) or "；" in lead:
                skipping = None
            elif not wholes:
                continue
            else:
                continue
        level.append(index)
    return level


def _resolve(markers: Markers, total: int, first: int, used: set[int]) -> list[Relation]:
    items = _candidates(markers, total, first)
    head = markers.items[total]
    items = [index for index in items if index not in used]
    if not items:
        return []
    if head.figure.approximate:
        clear = [index for index in items if markers.items[index].value * 10 <= head.value * 9]
        return [part_of(head, markers.items[index]) for index in clear[: _statement_end(markers, items)]]
    level = _level(markers, total, items)
    if not level:
        return []
    run = _run_that_adds_up(markers, head, level)
    if run is None and level != items:
        run = _run_that_adds_up(markers, head, items)
    if run is not None:
        used.update(run)
        return [sum_of(head, [markers.items[index] for index in run])]
    end = _statement_end(markers, level)
    parts = [markers.items[index] for index in level[:end]]
    if not parts:
        return []
    used.update(level[:end])
    tail = markers.tail(level[end - 1])
    opened = bool(_OPEN_END.match(tail)) or bool(words_pattern("lists", "open_end").search(markers.lead(first)))
    lead_texts = [markers.lead(first), *(markers.lead(index) for index in level[1:end])]
    closed = not opened and _is_closed(lead_texts, head, parts)
    added: Value = sum((part.value for part in parts), 0)
    overlap = words_pattern("lists", "overlap").search(markers.text, head.figure.end, head.sentence_end)
    if overlap:
        closed = False
    if len(parts) > 1 and (closed or (added > head.value and not overlap)):
        return [sum_of(head, parts, closed=closed)]
    return [part_of(head, part) for part in parts]


def _run_that_adds_up(markers: Markers, head: Marker, level: list[int]) -> list[int] | None:
    """The longest run of items from the first on that adds up to the total exactly."""
    best: list[int] | None = None
    added: Value = 0
    loose = slack(head)
    times = 0
    for count, index in enumerate(level, start=1):
        item = markers.items[index]
        if best is not None and _sort_of(item) != _sort_of(markers.items[best[-1]]):
            break
        added += item.value
        times += item.times
        loose += slack(item)
        if times > 1 and abs(added - head.value) <= loose:
            best = level[:count]
    return best


def _sort_of(item: Marker) -> str:
    """What sort of item a figure is: results, applicants, carried over, received, or no cell's."""
    if not item.addresses:
        return ""
    parts = item.addresses[0].split(".")
    return parts[0] + parts[1] if parts[1] in ("new", "carried_in", "carried_out", "handled") else parts[0]


def _statement_end(markers: Markers, level: list[int]) -> int:
    """How many items belong to the list when no run adds up: a new statement ends it."""
    for position in range(1, len(level)):
        lead = markers.lead(level[position])
        if _NEW_STATEMENT.search(lead) or "。" in lead or "；" in lead:
            return position
        if _LAST_ITEM.search(markers.lead(level[position - 1])) and not markers.items[level[position]].addresses:
            return position
        addresses = markers.items[level[position]].addresses
        if addresses and addresses[0] in (HANDLED, NEW, DUE):
            return position
    return len(level)


def _is_closed(leads: list[str], head: Marker, parts: list[Marker]) -> bool:
    joined = "".join(leads)
    if any(word in leads[0] for word in _CLOSED[:5]) or any(word in leads[-1] for word in _CLOSED[5:]):
        return True
    lexicon = load_lexicon("claims/lists")
    for pair in lexicon["complementary"]:
        if all(any(word in lead for lead in leads) for word in pair) and len(parts) == len(pair):
            return True
    if all(word in joined for word in lexicon["triple"]) and len(parts) >= 3:
        return True
    del head
    return False


_TOTAL_AFTER = re.compile(
    rf"(?:{trie_pattern(['合计', '共计', '总计', '共需办理', '共需处理', '共处理', '共办理', '共应办理', '共', '共有', '总量', '总数', '全年共'])})[^，。；、]{{0,14}}$"
)


def _totals_after(markers: Markers, used: set[int]) -> list[Relation]:
    """A total that stands behind its parts: a件、b件，合计c件."""
    found: list[Relation] = []
    for place in range(2, len(markers.items)):
        total = markers.items[place]
        if not total.is_amount or total.figure.approximate or not _TOTAL_AFTER.search(markers.lead(place)):
            continue
        run: list[int] = []
        for index in range(place - 1, -1, -1):
            item = markers.items[index]
            if item.sentence != total.sentence or not _compatible(total, item) or index in used:
                break
            if item.figure.approximate or item.figure.period not in ("current", "part", total.figure.period):
                break
            run.insert(0, index)
        for size in range(len(run), 1, -1):
            parts = [markers.items[index] for index in run[-size:]]
            relation = sum_of(total, parts)
            if relation.holds:
                found.append(relation)
                used.update(run[-size:])
                break
        else:
            groups = _limbs(markers, run)
            sums = [sum_of(total, [markers.items[index] for index in group]) for group in groups if len(group) > 1]
            if len(groups) > 1 and any(relation.holds for relation in sums):
                found += [relation for relation in sums if relation.holds]
                used.update(run)
            elif len(run) == 2 and re.search(r"合计|共计|总计", markers.lead(place)):
                found.append(sum_of(total, [markers.items[index] for index in run]))
                used.update(run)
            elif _due_parts(markers, run, total):
                found.append(sum_of(total, [markers.items[index] for index in run[-2:]]))
    return found


def _limbs(markers: Markers, run: list[int]) -> list[list[int]]:
    """A run of figures cut at the semicolons between them."""
    groups: list[list[int]] = []
    for index in run:
        if not groups or "；" in markers.lead(index):
            groups.append([])
        groups[-1].append(index)
    return groups


_SUBSET = re.compile(r"[，、](?:已|其中)?(?:公开|采纳)\s*")


def _subsets(markers: Markers, found: list[Relation]) -> list[Relation]:
    """办理留言27条，公开9条: what was published or adopted of what was just counted."""
    listed = {
        index for relation in found for role, indices in relation.roles.items() if role != "total" for index in indices
    }
    relations = []
    for place in range(1, len(markers.items)):
        item, before = markers.items[place], markers.items[place - 1]
        if item.index in listed or item.addresses or before.addresses or item.sentence != before.sentence:
            continue
        if _SUBSET.fullmatch(markers.lead(place)) and _compatible(before, item) and not before.figure.approximate:
            relations.append(part_of(before, item))
    return relations


def _due_parts(markers: Markers, run: list[int], total: Marker) -> bool:
    addresses = [markers.items[index].addresses for index in run[-2:]]
    return DUE in total.addresses and addresses == [(NEW,), (CARRIED_IN,)]


def _balances(markers: Markers, found: list[Relation]) -> list[Relation]:
    """办结 + 结转下年 = 收到 or 共需办理, where the text gives all three and no 上年结转 of its own."""
    listed = {index for relation in found if relation.kind == "sum" for index in relation.roles["parts"]}
    relations: list[Relation] = []
    for place, item in enumerate(markers.items):
        if CARRIED_OUT not in item.addresses or item.index in listed or not item.is_amount:
            continue
        near = [other for other in markers.items[:place] if other.sentence == item.sentence]
        handled = [other for other in near if HANDLED in other.addresses[:1] and other.index not in listed]
        due = [other for other in near if DUE in other.addresses]
        new = [other for other in near if other.addresses[:1] == (NEW,)]
        carried_in = any(CARRIED_IN in other.addresses for other in near)
        if not handled:
            continue
        total = due[-1] if due else new[-1] if new and not carried_in else None
        if total is not None:
            relations.append(sum_of(total, [handled[-1], item]))
    return relations
