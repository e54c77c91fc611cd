"""Tables whose lines were lost: one cell a line, mostly ended by a bar.

Rows are anchored on their labels and aligned by complete runs of 7 (table 三) or 15 (table 四), or by
the form's own number of columns in table 二.  Where bars are kept, every row has the same number of
them; that places a blank cell.  A run of any other length is unread, never guessed (handbook 1.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from typing import NamedTuple, cast

from auditor.reading import notes
from auditor.reading.blocks import Paragraph
from auditor.reading.tables.collect import Collector
from auditor.reading.tables.forms import (
    PARTS,
    RowForm,
    dispute_keys,
    dispute_row,
    find_row,
    guess_row,
    key_of,
    standard_keys,
)
from auditor.reading.tables.values import looks_like_value


class FlatCells(NamedTuple):
    """Cells in reading order: their texts and, at the same index, their places (第12行).

    Two lists and no pairs: a report has hundreds of cells, and whole rows are cut out of both at once.
    """

    texts: Sequence[str]
    wheres: Sequence[str]


class Entry(NamedTuple):
    """A label with the cells after it, up to the next label: their texts and places."""

    label: str
    where: str
    key: str
    texts: Sequence[str]
    wheres: Sequence[str]


# Made for every label: the class's own constructor takes three times as long.
_entry = cast("Callable[[type[Entry], Iterable[object]], Entry]", tuple.__new__)


def cells_of_lines(lines: Sequence[Paragraph], barred: bool) -> FlatCells:
    """The cells of table lines: a bar ends a cell, which may begin on a line above; without bars each line is one."""
    if not lines:
        return FlatCells((), ())
    texts, places = zip(*lines, strict=True)
    if not barred:
        return FlatCells(texts, places)
    cells = list(map(str.strip, "".join(map(str.strip, texts)).split("|")))
    wheres: list[str] = []
    for place, bars in zip(places, map(str.count, texts, repeat("|")), strict=True):
        if bars == 1:
            wheres.append(place)
        else:
            wheres += [place] * bars
    if cells[-1]:
        wheres.append(places[-1])
    else:
        cells.pop()
    return FlatCells(cells, wheres)


def _is_label(text: str) -> bool:
    return bool(text) and not text.isdecimal() and not looks_like_value(text)


def entries_of(cells: FlatCells) -> list[Entry]:
    """Labels with what follows them; cells before the first label belong to none."""
    texts, wheres = cells
    # Most cells of a table are equal (0, blank): each wording is looked at once.
    known = standard_keys()
    labels = {text: known.get(text) or key_of(text) for text in set(texts) if text in known or _is_label(text)}
    starts = [at for at, text in enumerate(texts) if text in labels]
    return [
        _entry(Entry, (texts[at], wheres[at], labels[texts[at]], texts[at + 1 : end], wheres[at + 1 : end]))
        for at, end in zip(starts, [*starts, len(texts)][1:], strict=True)
    ]


def _filled(texts: Sequence[str]) -> tuple[int, int]:
    """Where the first cell stands that is not blank, and where the last one ends."""
    start, end = 0, len(texts)
    while end and not texts[end - 1]:
        end -= 1
    if end and not texts[0]:
        start = next(at for at, text in enumerate(texts) if text)
    return start, end


def _run(entry: Entry) -> int:
    """How many cells an entry has from the first to the last that is not blank."""
    start, end = _filled(entry.texts)
    return end - start


def _printed(entry: Entry) -> str:
    """The cells as one text with bars, for a row that can't be read."""
    return " | ".join(entry.texts).strip(" |")


class _Found(NamedTuple):
    row: RowForm
    entry: Entry
    bars: int


def walk(entries: Sequence[Entry], collector: Collector) -> None:
    """Place every row of the three tables that the entries hold."""
    found: list[_Found] = []
    heads = dispute_keys()
    announced = -1
    groups = 0
    for index, entry in enumerate(entries):
        if entry.key in heads and announced < 0:
            announced = index
        if announced >= 0 and _run(entry) > 7:
            _place_disputes(entries[announced : index + 1], collector)
            announced = -1
        elif announced < 0:
            row = _row_of(entry, collector, found)
            if row is not None:
                found.append(_Found(row, entry, groups + 1 + len(entry.texts)))
        # A row begins with the labels of its groups, which have no cells of their own.
        groups = groups + 1 if not entry.texts and entry.key in collector.form.groups else 0
    if announced >= 0 and any(entries[i].texts for i in range(announced, len(entries))):
        _place_disputes(entries[announced:], collector)
    _place_rows(found, collector)


def _row_of(entry: Entry, collector: Collector, found: Sequence[_Found]) -> RowForm | None:
    form = collector.form
    row = form.rows.get(entry.key)
    if row is None and entry.texts and entry.key not in form.heads:
        row = find_row(form, entry.label)
    if row is not None:
        # 三（六） is a row of its own only where values follow it.
        return None if not entry.texts and ".all." in row.addresses[0] else row
    run = _run(entry) if found else 0
    if run and run >= len(found[-1].row.addresses):
        last = found[-1].row
        guessed = guess_row(form, entry.label, last.part, last.order)
        if guessed is not None and key_of(guessed.label)[1:] != entry.key:
            note = notes.label_altered(guessed.part, entry.label, guessed.label, entry.where, guessed.addresses)
            collector.notes.append(note)
        return guessed
    return None


def _place_rows(found: Sequence[_Found], collector: Collector) -> None:
    """Complete runs first: they tell how many bars a row has, which places the blanks of the others."""
    widths: dict[str, Counter[int]] = {part: Counter() for part in PARTS}
    runs = [_run(entry) for _, entry, _ in found]
    for (row, _, bars), run in zip(found, runs, strict=True):
        if run == len(row.addresses):
            widths[row.part][bars] += 1
    for item, run in zip(found, runs, strict=True):
        row, entry, _ = item
        wanted = len(row.addresses)
        if run == wanted and entry.texts[0]:
            collector.place(row, entry.texts[:wanted], entry.wheres[:wanted], "run")
        elif _fits_by_bars(item, wanted, widths[row.part]):
            collector.place(row, entry.texts[:wanted], entry.wheres[:wanted], "bars")
        else:
            collector.unread(row, _printed(entry), entry.where)


def _fits_by_bars(item: _Found, wanted: int, widths: Counter[int]) -> bool:
    """Whether the first cells after the label are the row's: it has exactly the bars that every complete row has."""
    if not widths:
        return False
    (width, times), *others = widths.most_common(2)
    if times < 3 or (others and others[0][1] * 4 > times) or item.bars != width:
        return False
    texts = item.entry.texts
    return len(texts) >= wanted and not any(texts[wanted:])


def _place_disputes(entries: Sequence[Entry], collector: Collector) -> None:
    row = dispute_row()
    values = next((entry for entry in reversed(entries) if entry.texts), entries[-1])
    start, end = _filled(values.texts)
    if end - start == 15:
        collector.place(row, values.texts[start:end], values.wheres[start:end], "run")
        return
    bars = sum(1 + len(entry.texts) for entry in entries)
    if bars % 15 == 0 and bars > 30 and len(values.texts) >= 15:
        collector.place(row, values.texts[-15:], values.wheres[-15:], "bars")
        return
    collector.unread(row, _printed(values), values.where)
