"""Totals and their parts: 其中, 包括, 分别为, brackets, 合计.

A list is opened by a cue behind its total and reaches to the end of the sentence, to a figure of
another measure or to a new statement.  Where some run of its figures adds up to the total, the text
claims the sum; where none does, the cues of docs/figures.md 7.6 decide whether that is a fault (the
list is closed) or an open list (every item is a part).
"""

from __future__ import annotations

import re

from auditor.claims.relations.arithmetic import part_of, sum_of
from auditor.claims.relations.fitting import fitting_sums, fitting_total
from auditor.claims.relations.items import is_closed, items_of, level_of, run_that_adds_up, statement_end
from auditor.claims.relations.loose_parts import inside_in_another_measure
from auditor.claims.relations.markers import Markers
from auditor.claims.relations.openings import opening_of, total_of
from auditor.claims.relations.totals import balances, due_sums, outcomes_inside, subsets, totals_after, unannounced_lists
from auditor.claims.vocabulary import words_pattern
from auditor.model import Relation, Value

_OPEN_END = re.compile(r"^[^，；。]{0,8}等(?!级)")


def list_relations(markers: Markers) -> list[Relation]:
    """The sums and parts that a text claims."""
    used: set[int] = set()
    found = totals_after(markers, used)
    for place in range(1, len(markers.items)):
        opening = opening_of(markers, place)
        if opening is None:
            continue
        total = total_of(markers, place, opening)
        if total is None:
            found += inside_in_another_measure(markers, place, opening, used)
            continue
        found += _resolve(markers, _divided(markers, total, place), place, used)
    found += unannounced_lists(markers, used)
    found += fitting_sums(markers, used)
    found += subsets(markers, found)
    found += outcomes_inside(markers, found)
    found += due_sums(markers, found)
    found += balances(markers, found)
    return found


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
    return total


def _resolve(markers: Markers, total: int, first: int, used: set[int]) -> list[Relation]:
    items = items_of(markers, total, first)
    head = markers.items[total]
    items = [index for index in items if index not in used]
    if not items:
        return []
    if head.figure.approximate:
        clear = [index for index in level_of(markers, items) if markers.items[index].value * 10 <= head.value * 9]
        return [part_of(head, markers.items[index]) for index in clear[: statement_end(markers, items)]]
    level = level_of(markers, items)
    if not level:
        return []
    run = run_that_adds_up(markers, head, level)
    if run is None and level != items:
        run = run_that_adds_up(markers, head, items)
    if run is not None:
        used.update(run)
        return [sum_of(head, [markers.items[index] for index in run])]
    end = statement_end(markers, level)
    parts = [markers.items[index] for index in level[:end]]
    if not parts:
        return []
    used.update(level[:end])
    tail = markers.tail(level[end - 1])
    opened = bool(_OPEN_END.match(tail)) or bool(words_pattern("lists", "open_end").search(markers.lead(first)))
    lead_texts = [markers.lead(first), *(markers.lead(index) for index in level[1:end])]
    closed = not opened and is_closed(lead_texts, parts)
    added: Value = sum((part.value for part in parts), 0)
    overlap = words_pattern("lists", "overlap").search(markers.text, head.figure.end, head.sentence_end)
    if overlap:
        closed = False
    told_by_cells = head.addresses and parts[0].addresses
    meant = fitting_total(markers, total, level[:end]) if len(parts) > 1 and not told_by_cells else None
    if meant is not None:
        return [sum_of(markers.items[meant], parts)]
    if len(parts) > 1 and _of_two_totals(markers, total, added):
        return []
    if len(parts) > 1 and (closed or (added > head.value and not overlap)):
        return [sum_of(head, parts, closed=closed)]
    return [part_of(head, part) for part in parts]


def _of_two_totals(markers: Markers, total: int, added: Value) -> bool:
    """建议13件、提案21件，其中主办25件、协办9件: one 其中 behind two totals claims nothing (docs/figures.md 9.1)."""
    if not total or not markers.lead(total).lstrip().startswith(("、", "和", "及", "，")):
        return False
    return markers.items[total - 1].value + markers.items[total].value == added
