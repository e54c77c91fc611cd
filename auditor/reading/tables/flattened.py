"""Tables whose lines were lost: one cell a line, mostly ended by a bar.

Rows are anchored on their labels and aligned by complete runs of 7 (table 三) or 15 (table 四), or by
the form's own number of columns in table 二.  Where bars are kept, every row has the same number of
them; that places a blank cell.  A run of any other length is unread, never guessed (handbook 1.5).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.reading import notes
from auditor.reading.blocks import Paragraph
from auditor.reading.tables.collect import Collector
from auditor.reading.tables.forms import PARTS, RowForm, dispute_keys, dispute_row, find_row, guess_row, key_of
from auditor.reading.values import looks_like_value

FlatCell = tuple[str, str]
"""The text of a cell and its place (第12行); plain tuples, since a report has hundreds of them."""


class Entry(NamedTuple):
    """A label with the cells after it, up to the next label."""

    label: FlatCell
    key: str
    cells: list[FlatCell]


def cells_of_lines(lines: Iterable[Paragraph], barred: bool) -> list[FlatCell]:
    """The cells of table lines: a bar ends a cell; without bars each line is one."""
    if not barred:
        return list(lines)
    cells: list[FlatCell] = []
    carried = ""
    pieces: dict[str, list[str]] = {}
    for text, where in lines:
        # Most lines of a table are equal (0 |, ||): each wording is split once.
        ended = pieces.get(text)
        if ended is None:
            ended = pieces[text] = [piece.strip() for piece in text.split("|")]
        if carried:
            ended = [carried + ended[0], *ended[1:]]
        if len(ended) == 2:
            cells.append((ended[0], where))
        else:
            cells += [(piece, where) for piece in ended[:-1]]
        carried = ended[-1]
    if carried:
        cells.append((carried, where))
    return cells


def entries_of(cells: Iterable[FlatCell]) -> list[Entry]:
    """Labels with what follows them; cells before the first label belong to none."""
    entries: list[Entry] = []
    following: list[FlatCell] = []
    for cell in cells:
        text = cell[0]
        if not text or text.isdecimal() or looks_like_value(text):
            following.append(cell)
        else:
            following = []
            entries.append(Entry(cell, key_of(text), following))
    return entries


def _stripped(cells: Sequence[FlatCell]) -> Sequence[FlatCell]:
    """The cells from the first to the last that is not blank."""
    start, end = 0, len(cells)
    while end and not cells[end - 1][0]:
        end -= 1
    while start < end and not cells[start][0]:
        start += 1
    return cells[start:end]


class _Found(NamedTuple):
    row: RowForm
    entry: Entry
    bars: int


def walk(entries: Sequence[Entry], collector: Collector) -> None:
    """Place every row of the three tables that the entries hold."""
    found: list[_Found] = []
    announced = -1
    groups = 0
    for index, entry in enumerate(entries):
        if entry.key in dispute_keys() and announced < 0:
            announced = index
        if announced >= 0 and len(_stripped(entry.cells)) > 7:
            _place_disputes(entries[announced : index + 1], collector)
            announced = -1
        elif announced < 0:
            row = _row_of(entry, collector, found)
            if row is not None:
                found.append(_Found(row, entry, groups + 1 + len(entry.cells)))
        # A row begins with the labels of its groups, which have no cells of their own.
        groups = groups + 1 if not entry.cells and entry.key in collector.form.groups else 0
    if announced >= 0 and any(entries[i].cells for i in range(announced, len(entries))):
        _place_disputes(entries[announced:], collector)
    _place_rows(found, collector)


def _row_of(entry: Entry, collector: Collector, found: Sequence[_Found]) -> RowForm | None:
    form = collector.form
    row = form.rows.get(entry.key)
    if row is None and entry.cells and entry.key not in form.heads:
        row = find_row(form, entry.label[0])
    if row is not None:
        # 三（六） is a row of its own only where values follow it.
        return None if not entry.cells and ".all." in row.addresses[0] else row
    run = len(_stripped(entry.cells))
    if found and run and run >= len(found[-1].row.addresses):
        last = found[-1].row
        guessed = guess_row(form, entry.label[0], last.part, last.order)
        if guessed is not None and key_of(guessed.label)[1:] != entry.key:
            label = entry.label
            note = notes.label_altered(guessed.part, label[0], guessed.label, label[1], guessed.addresses)
            collector.notes.append(note)
        return guessed
    return None


def _place_rows(found: Sequence[_Found], collector: Collector) -> None:
    """Complete runs first: they tell how many bars a row has, which places the blanks of the others."""
    runs = [_stripped(item.entry.cells) for item in found]
    complete = [item for item, run in zip(found, runs, strict=True) if len(run) == len(item.row.addresses)]
    widths = {part: Counter(item.bars for item in complete if item.row.part == part) for part in PARTS}
    for item, run in zip(found, runs, strict=True):
        wanted = len(item.row.addresses)
        if len(run) == wanted and run[0] is item.entry.cells[0]:
            _place(collector, item.row, run, "run")
            continue
        aligned = _by_bars(item, wanted, widths[item.row.part])
        if aligned is not None:
            _place(collector, item.row, aligned, "bars")
        else:
            raw = " | ".join(cell[0] for cell in item.entry.cells)
            collector.unread(item.row, raw.strip(" |"), item.entry.label[1])


def _by_bars(item: _Found, wanted: int, widths: Counter[int]) -> Sequence[FlatCell] | None:
    """The first cells after the label, if the row has exactly the bars that every complete row has."""
    if not widths:
        return None
    (width, times), *others = widths.most_common(2)
    if times < 3 or (others and others[0][1] * 4 > times) or item.bars != width:
        return None
    cells = item.entry.cells
    if len(cells) < wanted or any(cell[0] for cell in cells[wanted:]):
        return None
    return cells[:wanted]


def _place(collector: Collector, row: RowForm, cells: Sequence[FlatCell], placed: str) -> None:
    collector.place(row, [cell[0] for cell in cells], [cell[1] for cell in cells], placed)


def _place_disputes(entries: Sequence[Entry], collector: Collector) -> None:
    row = dispute_row()
    values = next((entry for entry in reversed(entries) if entry.cells), entries[-1])
    run = _stripped(values.cells)
    if len(run) == 15:
        _place(collector, row, run, "run")
        return
    bars = sum(1 + len(entry.cells) for entry in entries)
    if bars % 15 == 0 and bars > 30 and len(values.cells) >= 15:
        _place(collector, row, values.cells[-15:], "bars")
        return
    raw = " | ".join(cell[0] for cell in values.cells).strip(" |")
    collector.unread(row, raw, values.label[1])
