"""Tables whose lines were lost: one cell a line, or rows torn over lines.

Rows are anchored on their labels and aligned by complete runs of 7 (table 三) or 15 (table 四), or by
the form's own number of columns in table 二.  Where bars are kept, the complete rows show how many a row
has; that places a blank cell.  A run of any other length is never guessed (handbook 1.5): it stays unread
unless the sums place it (``confirm.py``).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading import notes
from auditor.reading.tables.alignment import Alignment, Standing
from auditor.reading.tables.collect import Collector, Left
from auditor.reading.tables.disputes import ALL, OF_A_KIND, DisputeTable, Run, hides_kind, kind_of
from auditor.reading.tables.forms import (
    RowForm,
    column_keys,
    dispute_keys,
    dispute_row,
    find_row,
    key_of,
    outcome_keys,
)
from auditor.reading.tables.fragments import Entry, entries_of
from auditor.reading.tables.guessing import guess_row
from auditor.reading.tables.lines import FlatCells, cells_of_lines, joined
from auditor.reading.tables.torn import TornRows, may_hold_page, whole_line

__all__ = ["Entry", "FlatCells", "cells_of_lines", "entries_of", "walk"]


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


class _Found(NamedTuple):
    row: RowForm
    entry: Entry
    whole: int


def walk(entries: Sequence[Entry], collector: Collector) -> None:
    """Place every row of the three tables that the entries hold."""
    scrambled = _is_scrambled(entries, collector)
    found: list[_Found] = []
    table: DisputeTable | None = None
    heads = dispute_keys()
    groups = 0
    before = ""
    for entry in entries:
        if table is None and (entry.key in heads or kind_of(entry.key) is not None):
            table = DisputeTable(entry.where)
        if table is None and _holds_disputes(entry, before):
            start, end = _filled(entry.texts)
            if may_hold_page(entry, start, end):
                collector.unread(dispute_row(), joined(entry.texts), entry.where)
                continue
            collector.place(dispute_row(), entry.texts[start:end], entry.wheres[start:end], "run")
        elif table is None or _is_row(entry, collector):
            row = _row_of(entry, collector, found)
            if row is not None:
                found.append(_Found(row, entry, groups + 1 + len(entry.texts)))
        else:
            _take_disputes(table, entry)
            if table.full:
                table.doubtful |= scrambled
                table.scrambled |= scrambled
                _settle_disputes(table, entry, collector)
                table = None
        # A row begins with the labels of its groups, which have no cells of their own.
        groups = groups + 1 if not entry.texts and entry.key in collector.form.groups else 0
        before = entry.key
    if table is not None:
        table.doubtful |= scrambled
        table.scrambled |= scrambled
        _settle_disputes(table, entries[-1], collector)
    _place_rows(found, collector, _heads_filled(entries, collector), scrambled)


def _holds_disputes(entry: Entry, before: str) -> bool:
    """Whether fifteen values stand below the heading of the part, or its last heads: table 四 that lost heads."""
    if len(entry.texts) != ALL or not all(entry.texts):
        return False
    heads = entry.key in outcome_keys() and before in outcome_keys() and before not in column_keys()
    return heads or _are_outcomes(entry.key) or any(kind in entry.key for kind in dispute_keys())


def _are_outcomes(key: str) -> bool:
    """Whether a label is several outcomes side by side (结果维持 结果纠正 …)."""
    if key in outcome_keys():
        return False
    for outcome in outcome_keys():
        key = key.replace(outcome, "")
    return not key


def _is_row(entry: Entry, collector: Collector) -> bool:
    """Whether an entry under the heads of table 四 is a row of another table after all."""
    return bool(entry.texts) and entry.key in collector.form.rows


def _row_of(entry: Entry, collector: Collector, found: Sequence[_Found]) -> RowForm | None:
    form = collector.form
    row = form.rows.get(entry.key)
    if row is None and entry.texts and entry.key not in form.heads:
        row = find_row(form, entry.label)
    if row is not None:
        # 三（六） is a row of its own only where values follow it (whether its own rows do, too, is seen in the end).
        bare = len(entry.texts) < len(row.addresses) and not any(entry.texts)
        return None if bare and ".all." in row.addresses[0] else row
    run = _run(entry) if found else 0
    if run and run >= len(found[-1].row.addresses):
        last = found[-1].row
        guessed = guess_row(form, entry.label, last.part, last.order)
        if guessed is not None and key_of(guessed.label)[1:] != entry.key:
            note = notes.label_altered(guessed.part, entry.label, guessed.label, entry.where, guessed.addresses)
            collector.notes.append(note)
        return guessed
    return None


def _heads_filled(entries: Sequence[Entry], collector: Collector) -> bool:
    """Whether blank cells fill table 二's rows of heads up behind the last head, and nowhere else."""
    heads = collector.form.active_heads
    filled = False
    for entry, after in pairwise(entries):
        if entry.key in heads and entry.texts:
            filled = True
        elif entry.texts and after.key in heads:
            return False
    return filled


FEWEST_STRAY = 3
"""So many numbers behind heads of table 二 show that the cells are in no order."""


def _is_scrambled(entries: Sequence[Entry], collector: Collector) -> bool:
    """Whether numbers stand behind table 二's heads: then cells were written column by column, or anyhow."""
    heads = collector.form.active_heads
    stray = [text for entry in entries if entry.texts and entry.key in heads for text in entry.texts]
    return sum(map(str.isdecimal, stray)) >= FEWEST_STRAY


def _place_rows(found: Sequence[_Found], collector: Collector, heads_filled: bool, scrambled: bool) -> None:
    """Complete runs first: they show how a row stands, which places the blanks of the others."""
    alignment: Alignment | None = None
    torn = TornRows((row, entry) for row, entry, _ in found)
    for row, entry, whole in found:
        if scrambled:
            collector.unread(row, joined(entry.texts), entry.where)
            continue
        wanted = len(row.addresses)
        start, end = whole_line(entry, wanted) or _filled(entry.texts)
        if end - start == wanted and not torn.doubts(row, entry, start, end):
            collector.place(row, entry.texts[start:end], entry.wheres[start:end], "run")
            continue
        if alignment is None:
            standings = (Standing(each.row, each.entry.texts, each.whole, each.entry.at) for each in found)
            alignment = Alignment(standings, heads_filled=heads_filled)
        begin = alignment.start(Standing(row, entry.texts, whole, entry.at))
        if begin is not None and not torn.doubts(row, entry, begin, begin + wanted):
            cut = slice(begin, begin + wanted)
            collector.place(row, entry.texts[cut], entry.wheres[cut], "bars")
        else:
            collector.unread(row, joined(entry.texts), entry.where, _left(entry, wanted))


def _left(entry: Entry, wanted: int) -> Left | None:
    """What is left of a short row; None where there are too many cells."""
    filled = [at for at, text in enumerate(entry.texts) if text]
    if len(filled) > wanted:
        return None
    texts = tuple(entry.texts[at] for at in filled)
    gaps = bool(filled) and filled[-1] - filled[0] >= len(filled)
    return Left(texts, tuple(entry.wheres[at] for at in filled), (), entry.lines, gaps)


def _take_disputes(table: DisputeTable, entry: Entry) -> None:
    kind = kind_of(entry.key)
    if kind is not None:
        table.name(kind)
    elif hides_kind(entry.key) and entry.key not in dispute_keys():
        table.doubtful = True
    table.bars += 1 + len(entry.texts)
    table.heads += 1
    start, end = whole_line(entry, ALL) or _filled(entry.texts)
    if may_hold_page(entry, start, end):
        table.doubtful = table.scrambled = True
    if end:
        table.add(Run(entry.texts[start:end], entry.wheres[start:end]))


def _settle_disputes(table: DisputeTable, last: Entry, collector: Collector) -> None:
    """Hand on table 四; where bars are kept, their number tells where blanks stand in its one row of values."""
    run = table.runs[0][1].texts if len(table.runs) == 1 else ()
    dense = table.bars % ALL == 0 and table.bars > 2 * ALL and len(last.texts) >= ALL
    # Heads without anything behind them show that no cells were added.
    alone = len(last.texts) == ALL and table.bars - ALL == table.heads > OF_A_KIND
    if len(table.runs) < 2 and len(run) != ALL and (dense or alone) and not table.doubtful:
        collector.place(dispute_row(), last.texts[-ALL:], last.wheres[-ALL:], "bars")
        return
    table.settle(collector, lines=last.lines)
