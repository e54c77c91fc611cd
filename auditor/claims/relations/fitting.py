"""Rates and sums whose members the numbers themselves give away.

Where the words leave open which figures a rate or a list joins, arithmetic decides between the readings
(docs/figures.md 3.4): a rate printed to its digits, or a row of figures that adds up to one before it,
hardly fits by chance.  What fits nowhere is left to the wording.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal

from auditor.claims.relations.arithmetic import ratio_of, sum_of
from auditor.claims.relations.items import sort_of
from auditor.claims.relations.markers import Marker, Markers
from auditor.claims.relations.openings import compatible
from auditor.claims.relations.parents import wholes_of
from auditor.model import Relation, Value

_MOST_WHOLES = 16


def _exact(item: Marker) -> bool:
    return item.is_amount and not item.figure.approximate


def _wholes(markers: Markers, part: int) -> list[int]:
    """The counts of the paragraph that may hold a part, nearest first."""
    item = markers.items[part]
    found = [
        index
        for index in markers.back_from(part)
        if markers.items[index].paragraph == item.paragraph
        and _exact(markers.items[index])
        and compatible(markers.items[index], item)
        and markers.items[index].value >= item.value
    ]
    return found[:_MOST_WHOLES]


def fitting_ratio(markers: Markers, parts: list[int], rate: int) -> Relation | None:
    """The ratio of the first of ``parts`` that has a whole before it which the rate fits, the nearest whole first."""
    for part in parts:
        if not _exact(markers.items[part]):
            continue
        for whole in _wholes(markers, part):
            if not _may_fit(markers.items[part], markers.items[whole], markers.items[rate]):
                continue
            claim = ratio_of(markers.items[part], markers.items[whole], markers.items[rate])
            if claim is not None and claim.holds:
                return claim
    return None


_PERCENT = 100


def _may_fit(part: Marker, whole: Marker, rate: Marker) -> bool:
    """Whether a printed per cent is within one of the quotient: cheap, so that few quotients are made exactly."""
    if rate.figure.unit != "%":
        return True
    exact = Decimal(part.value) * _PERCENT - Decimal(rate.figure.value) * Decimal(whole.value)
    return abs(exact) <= whole.value


def common_whole(markers: Markers, shares: list[tuple[int, int]]) -> Marker | None:
    """The nearest count before the first part of a row of shares that all its rates fit; pairs of part and rate."""
    for whole in _wholes(markers, shares[0][0]):
        claims = [ratio_of(markers.items[part], markers.items[whole], markers.items[rate]) for part, rate in shares]
        if all(claim is not None and claim.holds for claim in claims):
            return markers.items[whole]
    return None


def fitting_total(markers: Markers, total: int, parts: list[int]) -> int | None:
    """The figure before ``total`` that a list adds up to, where it doesn't add up to ``total`` itself."""
    added = sum((markers.items[index].value for index in parts), 0)
    for index in markers.back_from(total):
        item = markers.items[index]
        if item.sentence != markers.items[total].sentence:
            return None
        if _exact(item) and item.value == added and compatible(item, markers.items[parts[0]]):
            return index
    return None


_MOST_ITEMS = 12
_LONGEST_LEAD = 48
_STATED_ANEW = re.compile(r"较|比|同比|上年结转|去年")


def fitting_sums(markers: Markers, used: set[int], owners: Mapping[int, int]) -> list[Relation]:
    """Rows of figures behind a figure that add up to it exactly, where no cue told so; ``used`` are taken already.

    ``owners`` gives the total of each figure that is a part already.  Lists stand inside each other, so the
    inner ones are found first; a row then goes on over what its own items were divided into.
    """
    found: list[Relation] = []
    owners = dict(owners)
    # The nearest figure that a row adds up to is the one that it divides.
    for place in range(len(markers.items) - 3, -1, -1):
        total = markers.items[place]
        if not _exact(total) or total.value < 2:
            continue
        while run := _run_behind(markers, place, used, owners):
            used.update(run)
            owners.update(dict.fromkeys(run, place))
            found.append(sum_of(total, [markers.items[index] for index in run]))
    return found


def _run_behind(markers: Markers, place: int, used: set[int], owners: Mapping[int, int]) -> list[int]:
    """The first row behind a figure that adds up to it; empty where there is none."""
    total = markers.items[place]
    row: list[int] = []
    for index in markers.behind(place):
        item = markers.items[index]
        if item.paragraph != total.paragraph or item.sentence - total.sentence > 1 or len(row) == _MOST_ITEMS:
            break
        if item.figure.kind in ("rate", "growth", "duration"):
            continue
        if index in used and (not row or owners.get(index) in row):
            continue
        if index in used or not _exact(item) or not compatible(total, item) or not _may_be_part(item, total):
            if row or (compatible(total, item) and not total.addresses):
                break
            continue
        if row and not _joins(markers, row[-1], index):
            break
        row.append(index)
    if row and _is_enumerated(markers, row[0]) and not _told_by_cells(total, markers.items[row[0]]):
        return []
    for start in range(min(2, len(row))):
        run = _adding_up(markers, row[start:], total)
        if run:
            return run if _is_near(markers, place, run) else []
    return []


def _is_enumerated(markers: Markers, first: int) -> bool:
    """来信8件、建议3件、提案5件: the figure before a row stands in one enumeration with it, and is no total."""
    return markers.lead(first).lstrip().startswith("、")


def _told_by_cells(total: Marker, part: Marker) -> bool:
    return bool(total.addresses and part.addresses)


def _adding_up(markers: Markers, row: list[int], total: Marker) -> list[int]:
    """The shortest head of a row, of two or more items above zero, that adds up to a total exactly."""
    added: Value = 0
    for count, index in enumerate(row, start=1):
        item = markers.items[index]
        added += item.value
        if added > total.value or not item.value:
            break
        if added == total.value and count > 1:
            return row[:count]
    return []


def _may_be_part(item: Marker, total: Marker) -> bool:
    """Whether neither the time nor the cell of a figure keeps it out of another."""
    if item.figure.period != total.figure.period and (item.figure.period, total.figure.period) != ("part", "current"):
        return False
    if not item.addresses:
        return True
    if not total.addresses:
        return item.figure.barred is not None
    wholes = {whole for address in item.addresses for whole in wholes_of(address)}
    if "scope" in (item.figure.barred, total.figure.barred):
        # 全县收到186件，其中县政府办公室37件、各乡镇28件: the same cell said of a smaller body.
        wholes.update(item.addresses)
    return bool(wholes & {*total.addresses, *total.figure.alternatives})


_CARRIED_IN = "requestscarried_in"
_DUE_SORTS = frozenset({_CARRIED_IN, "requestsnew"})


def _joins(markers: Markers, before: int, index: int) -> bool:
    """Whether a figure goes on with the row of the one before: no stop between, no comparison."""
    between = markers.text[markers.items[before].figure.end : markers.items[index].figure.start]
    sorts = {sort_of(markers.items[before]), sort_of(markers.items[index])}
    if _CARRIED_IN in sorts and not sorts <= _DUE_SORTS:
        return False
    return "。" not in between and "\n" not in between and not _STATED_ANEW.search(between)


def _is_near(markers: Markers, place: int, run: list[int]) -> bool:
    """Whether a row begins so near behind its total that it can be read as its list."""
    return markers.items[run[0]].figure.start - markers.items[place].figure.end <= _LONGEST_LEAD
