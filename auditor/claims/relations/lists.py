"""Totals and their parts: 其中, 包括, 分别为, brackets, 合计.

A list is opened by a cue behind its total and reaches to the end of the sentence, to a figure of
another measure or to a new statement.  Where some run of its figures adds up to the total, the text
claims the sum; where none does, the cues of docs/figures.md 7.6 decide whether that is a fault (the
list is closed) or an open list (every item is a part).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from auditor.claims.linking.requests import DUE, HANDLED, NEW
from auditor.claims.relations.arithmetic import part_of, sum_of
from auditor.claims.relations.fitting import fitting_sums, fitting_total
from auditor.claims.relations.items import is_closed, items_of, level_of, run_that_adds_up, statement_end
from auditor.claims.relations.loose_parts import inside_in_another_measure
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.openings import compatible, is_ranking, is_view, opening_of, total_of
from auditor.claims.relations.totals import (
    balances,
    closed_results,
    due_sums,
    outcomes_inside,
    subsets,
    totals_after,
    unannounced_lists,
)
from auditor.claims.vocabulary import words_pattern
from auditor.model import Relation, Value

_OPEN_END = re.compile(r"^[^，；。]{0,8}等(?!级)")


def list_relations(markers: Markers) -> list[Relation]:
    """The sums and parts that a text claims.

    First what adds up, with its cue or by its cells; then what the cues claim of the rest.
    """
    used: set[int] = set()
    found = totals_after(markers, used)
    open_lists: list[_List] = []
    for announced in _announced(markers, used, found):
        claim = _adding_up(markers, announced, used)
        if claim is None:
            open_lists.append(announced)
        else:
            found.append(claim)
    owners = {index: listed.total for listed in open_lists for index in listed.level}
    found += unannounced_lists(markers, used, owners)
    places = {item.index: place for place, item in enumerate(markers.items)}
    divided = {
        places[part]: places[relation.roles["total"][0]]
        for relation in found
        if relation.kind == "sum"
        for part in relation.roles["parts"]
    }
    found += fitting_sums(markers, used | owners.keys(), {**owners, **divided})
    used.update(index for relation in found for index in relation.roles.get("parts", ()))
    for listed in open_lists:
        found += _stated(markers, listed, used)
    found += closed_results(markers, used)
    found += subsets(markers, found)
    found += outcomes_inside(markers, found)
    found += due_sums(markers, found)
    found += balances(markers, found)
    return found


class _List(NamedTuple):
    """A list that a cue opens: the place of its total, of its items, and of those on its first level."""

    total: int
    items: list[int]
    level: list[int]


def _announced(markers: Markers, used: set[int], found: list[Relation]) -> Iterator[_List]:
    """The lists that a cue opens, in order; parts in another measure are claimed at once."""
    for place in range(1, len(markers.items)):
        opening = opening_of(markers, place)
        if opening is None:
            continue
        total = total_of(markers, place, opening)
        if total is None:
            found += inside_in_another_measure(markers, place, opening, used)
            continue
        total = _viewed(markers, place, used) if is_view(opening) else _divided(markers, total, place)
        if total is None or (is_view(opening) and _STATED & set(markers.items[place].addresses)):
            continue
        items = [index for index in items_of(markers, total, place) if index not in used]
        level = level_of(markers, items) if items else []
        if level:
            yield _List(total, items, level)


def _viewed(markers: Markers, first: int, used: set[int]) -> int | None:
    """Which figure a view (按内容分) divides: the nearest that is no part itself, or one that its items add up to."""
    paragraph = markers.items[first].paragraph
    wholes = [
        index
        for index in markers.back_from(first)
        if markers.items[index].paragraph == paragraph
        and index not in used
        and markers.items[index].is_amount
        and not is_view(opening_of(markers, index) or "")
        and compatible(markers.items[index], markers.items[first])
        and markers.items[index].figure.period == markers.items[first].figure.period
    ]
    for whole in wholes[:_MOST_VIEWED]:
        items = items_of(markers, whole, first)
        level = level_of(markers, items) if items else []
        if level and run_that_adds_up(markers, markers.items[whole], level) is not None:
            return whole
    return wholes[0] if wholes else None


_MOST_VIEWED = 4
# 从办理情况看，全年办结1631件，其中…: a statement of its own, no item.
_STATED = frozenset({NEW, HANDLED, DUE})


def _told_by_cells(markers: Markers, listed: _List) -> bool:
    """Whether the cells tell that a list divides its total."""
    return bool(markers.items[listed.total].addresses and markers.items[listed.level[0]].addresses)


def _divided(markers: Markers, total: int, first: int) -> int:
    """Which figure a list behind a change divides (28件，同比减少3件，其中…): the one that its items add up to."""
    if not markers.items[total].is_change or total == 0:
        return total
    before = total - 1
    for candidate in (total, before):
        items = items_of(markers, candidate, first)
        level = level_of(markers, items) if items else []
        if level and run_that_adds_up(markers, markers.items[candidate], level) is not None:
            return candidate
    return before if compatible(markers.items[before], markers.items[first]) else total


def _adding_up(markers: Markers, listed: _List, used: set[int]) -> Relation | None:
    """The sum of a list of which some run adds up to its total."""
    head = markers.items[listed.total]
    if head.figure.approximate:
        return None
    run = run_that_adds_up(markers, head, listed.level)
    if run is None and listed.level != listed.items:
        run = run_that_adds_up(markers, head, listed.items)
    if run is None:
        return None
    used.update(run)
    return sum_of(head, [markers.items[index] for index in run])


def _stated(markers: Markers, listed: _List, used: set[int]) -> list[Relation]:
    """What the cues of a list claim that does not add up: a sum that fails, or parts."""
    head = markers.items[listed.total]
    level = [index for index in listed.level if index not in used]
    if not level:
        return []
    if head.figure.approximate:
        clear = [index for index in level if markers.items[index].value * 10 <= head.value * 9]
        return [part_of(head, markers.items[index]) for index in clear[: statement_end(markers, level)]]
    end = statement_end(markers, level)
    parts = [markers.items[index] for index in level[:end]]
    used.update(level[:end])
    if len(parts) == 1:
        return [part_of(head, parts[0])]
    added: Value = sum((part.value for part in parts), 0)
    if not _told_by_cells(markers, listed):
        meant = fitting_total(markers, listed.total, level[:end])
        if meant is not None:
            return [sum_of(markers.items[meant], parts)]
    if _of_two_totals(markers, listed.total, added) or _of_answers_not_told(markers, listed):
        return []
    overlap = words_pattern("lists", "overlap").search(markers.text, head.figure.end, head.sentence_end)
    ranked = is_ranking(opening_of(markers, level[0]) or "")
    closed = not overlap and not ranked and _is_closed(markers, level[:end], parts)
    if closed or (added > head.value and not overlap):
        return [sum_of(head, parts, closed=closed)]
    return [part_of(head, part) for part in parts]


_RESULTS_ARE = re.compile(r"(?:办结|答复|办理|处理)(?:结果|情况)(?:为|如下)?：")


def _of_answers_not_told(markers: Markers, listed: _List) -> bool:
    """收到388件…。办结结果为：予以公开71件: results of what was answered, which is not printed."""
    total = markers.items[listed.total]
    return NEW in total.addresses and _RESULTS_ARE.search(markers.lead(listed.level[0])) is not None


def _is_closed(markers: Markers, level: list[int], parts: list[Marker]) -> bool:
    """Whether the words present the items as the whole; 等 and 主要有 leave a list open."""
    opened = _OPEN_END.match(markers.tail(level[-1])) or words_pattern("lists", "open_end").search(
        markers.lead(level[0])
    )
    return not opened and is_closed([markers.lead(index) for index in level], parts)


def _of_two_totals(markers: Markers, total: int, added: Value) -> bool:
    """建议13件、提案21件，其中主办25件、协办9件: one 其中 behind two totals claims nothing (docs/figures.md 9.1)."""
    if not total or not markers.lead(total).lstrip().startswith(("、", "和", "及", "，")):
        return False
    return markers.items[total - 1].value + markers.items[total].value == added
