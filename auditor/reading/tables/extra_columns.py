"""Columns that the form doesn't have and an editor added: numbers of the rows (序号, 行次), remarks (备注).

The words of their heads are in ``lexicons/tables/extra_columns.toml``.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from auditor.reading.blocks import Grid, Slot
from auditor.reading.tables.forms import key_of
from auditor.reading.tables.values import count_in
from auditor.resources import load_lexicon

_HEAD_ROWS = 4
"""The head of a column stands in one of the first rows."""
_FIRST_SLOTS = 24
"""They have so many cells at most, heads of several rows told."""
FEWEST_COUNTED = 3
"""So many rows that are counted on show a column of numbers without its head."""


@cache
def _words() -> dict[str, bool]:
    """The heads of such columns, and whether what stands under them counts the rows."""
    lexicon = load_lexicon("tables/extra_columns")
    return {word: name == "counting" for name in ("counting", "remarks") for word in lexicon[name]}


def without_extra_columns(grid: Grid) -> Grid:
    """A grid without the columns that count its rows or hold remarks on them."""
    words = _words()
    extra: set[int] = set()
    for slot in grid.slots[:_FIRST_SLOTS]:
        counts = words.get(key_of(slot.text)) if slot.text else None
        if counts is not None and slot.row < _HEAD_ROWS and slot.colspan == 1:
            texts = [below.text for below in grid.slots if below.column == slot.column and below.colspan == 1]
            if _only_counts(texts, words) if counts else not any(map(str.isdecimal, texts)):
                extra.add(slot.column)
    if not extra and grid.slots and grid.slots[0].text.isdecimal() and _counts_on(grid.slots):
        extra.add(0)
    return _without(grid, extra) if extra else grid


def _only_counts(texts: Iterable[str], words: dict[str, bool]) -> bool:
    return all(not text or text.isdecimal() or key_of(text) in words for text in texts)


def _counts_on(slots: Sequence[Slot]) -> bool:
    """Whether the first column is nothing but numbers that go up by one."""
    first = [count_in(slot.text) for slot in slots if slot.column == 0]
    if len(first) < FEWEST_COUNTED or first[0] is None:
        return False
    return first == list(range(first[0], first[0] + len(first)))


def _without(grid: Grid, extra: set[int]) -> Grid:
    slots: list[Slot] = []
    for slot in grid.slots:
        within = sum(slot.column <= column < slot.column + slot.colspan for column in extra)
        if within < slot.colspan:
            before = sum(column < slot.column for column in extra)
            slots.append(slot._replace(column=slot.column - before, colspan=slot.colspan - within))
    return grid._replace(slots=tuple(slots), columns=grid.columns - len(extra))
