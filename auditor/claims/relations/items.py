"""The items of a list: how far it reaches, which of them stand on one level, whether it is closed."""

from __future__ import annotations

import re
from fractions import Fraction

from auditor.claims.linking.requests import DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import slack
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.openings import compatible, total_cue
from auditor.claims.relations.parents import wholes_of
from auditor.model import Value
from auditor.resources import load_lexicon

_CLOSED = ("分别为", "分别是", "分别", "具体为", "具体是", "其余", "其他", "其它", "剩余", "余下", "另外")


_NEW_STATEMENT = re.compile(
    r"[，；。](?:全年|共|同时|此外|另外?|新增|组织|开展|召开|举办|印发|制定|发布|推送|维护|累计|较|比|同比|满意|平均)"
)


_SECOND_OPENING = re.compile(r"；[^，。；]{0,10}(?:其中|从|按|看)")


_LAST_ITEM = re.compile(r"其他|其它|其余|剩余|余下")


def items_of(markers: Markers, total: int, first: int) -> list[int]:
    """The figures that may be items of the list that begins at ``first``."""
    head = markers.items[total]
    begin = markers.items[first]
    in_bracket = markers.lead(first).lstrip().startswith("(") or _inside_bracket(markers, total, first)
    items: list[int] = []
    for index in markers.from_on(first):
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
        if not compatible(head, item):
            is_count = item.is_amount and item.figure.kind == "count"
            if is_count and index > first and not _is_said_of_next(markers, index):
                break
            continue
        if item.figure.approximate or item.figure.kind == "growth":
            continue
        if index > first and total_cue().search(markers.lead(index)):
            break
        if index > first and "；" in markers.lead(index) and _SECOND_OPENING.search(markers.lead(index)):
            break
        if item.figure.period != head.figure.period and item.figure.period in ("previous", "future"):
            continue
        items.append(index)
    return items


_DELIMITER = re.compile(r"[，。；、：()]")


def _is_said_of_next(markers: Markers, index: int) -> bool:
    """17个政务新媒体发布信息3314条: a number inside the phrase of the next figure."""
    following = index + 1
    return following < len(markers.items) and not _DELIMITER.search(markers.lead(following))


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
    if ")" not in between:
        return False
    depth = 0
    for character in between:
        if character == "(":
            depth += 1
        elif character == ")":
            depth -= 1
            if depth <= 0:
                return True
    return False


def level_of(markers: Markers, items: list[int]) -> list[int]:
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
        if position and re.search(r"其中|(?:，|、)(?:含|包括|具体为|具体是|分别为|分别是)", lead) and "；" not in lead:
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


def run_that_adds_up(markers: Markers, head: Marker, level: list[int]) -> list[int] | None:
    """The longest run of items from the first on that adds up to the total exactly."""
    best: list[int] | None = None
    added: Value = 0
    loose = slack(head)
    times = 0
    for count, index in enumerate(level, start=1):
        item = markers.items[index]
        if best is not None and (
            sort_of(item) != sort_of(markers.items[best[-1]]) or _parted(markers, level, count - 1)
        ):
            break
        added += item.value
        times += item.times
        loose += slack(item)
        gap = added - head.value
        if times > 1 and (abs(Fraction(gap)) <= loose if loose else not gap) and not _goes_on(markers, level, count):
            best = level[:count]
        if gap > loose and not any(slack(markers.items[later]) for later in level[count:]):
            # What is over the total already never comes back to it.
            break
    return best


def _goes_on(markers: Markers, level: list[int], count: int) -> bool:
    """Whether the enumeration goes on behind its first ``count`` items with one more of their sort (、其他2条)."""
    if count >= len(level):
        return False
    following = markers.items[level[count]]
    if not following.value or sort_of(following) != sort_of(markers.items[level[count - 1]]):
        return False
    lead = markers.lead(level[count]).lstrip()
    return lead.startswith("、") or (lead.startswith("，") and bool(following.addresses))


def sort_of(item: Marker) -> str:
    """What sort of item a figure is: results, applicants, carried over, received, or no cell's."""
    if not item.addresses:
        return ""
    parts = item.addresses[0].split(".")
    return parts[0] + parts[1] if parts[1] in ("new", "carried_in", "carried_out", "handled") else parts[0]


def statement_end(markers: Markers, level: list[int]) -> int:
    """How many items belong to the list when no run adds up: a new statement ends it."""
    for position in range(1, len(level)):
        lead = markers.lead(level[position])
        if _NEW_STATEMENT.search(lead) or _parted(markers, level, position):
            return position
        after_last = _LAST_ITEM.search(markers.lead(level[position - 1])) and "，" in lead
        if after_last and not markers.items[level[position]].addresses:
            return position
        addresses = markers.items[level[position]].addresses
        if addresses and addresses[0] in (HANDLED, NEW, DUE):
            return position
    return len(level)


def _parted(markers: Markers, level: list[int], position: int) -> bool:
    """Whether a stop or a semicolon ends the list before an item; items with shares may be parted by semicolons."""
    before = markers.items[level[position - 1]]
    between = markers.text[before.figure.end : markers.items[level[position]].figure.start]
    if "。" in between:
        return True
    following = level[position] + 1
    both_shared = "占" in between and following < len(markers.items) and "占" in markers.lead(following)
    return "；" in between and not both_shared


def is_closed(leads: list[str], parts: list[Marker]) -> bool:
    """Whether the words present the parts as the whole (docs/figures.md 7.6)."""
    joined = "".join(leads)
    if any(word in leads[0] for word in _CLOSED[:5]) or any(word in leads[-1] for word in _CLOSED[5:]):
        return True
    lexicon = load_lexicon("claims/lists")
    for pair in lexicon["complementary"]:
        if all(any(word in lead for lead in leads) for word in pair) and len(parts) == len(pair):
            return True
    return len(parts) >= len(lexicon["triple"]) and all(word in joined for word in lexicon["triple"])
