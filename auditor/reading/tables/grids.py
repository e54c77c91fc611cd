"""Tables with rows and columns: rows anchored on their labels, cells aligned by the grid.

One walk reads all grids of a document in order, so a table may stand in one grid or in several, break
over pages without a repeated head, or share a grid with another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import repeat

from auditor.addresses import COLUMNS
from auditor.reading import notes
from auditor.reading.blocks import Grid, Slot
from auditor.reading.tables.active_rows import align_active, without_repeats
from auditor.reading.tables.alignment import complete_from
from auditor.reading.tables.collect import Collector, Left
from auditor.reading.tables.disputes import ALL, OF_A_KIND, DisputeTable, Run, hides_kind, kind_of
from auditor.reading.tables.forms import (
    RowForm,
    dispute_keys,
    find_row,
    key_of,
    plain_key,
    standard_keys,
)
from auditor.reading.tables.guessing import guess_row
from auditor.reading.tables.labels import unglued
from auditor.reading.tables.lines import joined
from auditor.reading.tables.request_rows import RequestRow, align
from auditor.reading.tables.values import adds_up, looks_like_value

Row = list[Slot]

NO_HEADS = (-1,) * len(COLUMNS)
_COLUMNS = tuple(f"第{number}列" for number in range(1, 31))
"""The names of the first columns: one is needed for every cell."""


def rows_of(grid: Grid) -> list[Row]:
    """The slots of a grid by the row that they start in."""
    rows: list[Row] = [[] for _ in range(grid.rows)]
    for slot in grid.slots:
        rows[slot.row].append(slot)
    return rows


def _is_value(slot: Slot) -> bool:
    return not slot.text or slot.text.isdecimal() or looks_like_value(slot.text)


@dataclass(slots=True)
class GridWalker:
    """The state of the walk: which heads stand above, and which row came last."""

    collector: Collector
    columns: dict[int, int] = field(default_factory=dict)
    """Table 三: index of the column (0 自然人 … 6 总计) to the grid's column."""
    heads: tuple[int, ...] = NO_HEADS
    """The same as a row, -1 for a head that was not met."""
    width: int = 0
    spanless: bool = False
    """Whether the grid was made of lines of text."""
    active_columns: tuple[int, ...] = ()
    """Table 二: the grid's columns of the block's heads."""
    disputes: DisputeTable | None = None
    last: RowForm | None = None
    torn: RowForm | None = None
    """A label that stood alone in the row before."""
    unlabelled: tuple[Row, int, str] | None = None
    """A row of values alone, where the row （七）总计 should be."""
    requests: list[RequestRow] = field(default_factory=list)

    def walk(self, grids: Sequence[Grid]) -> None:
        """Place every row of the three tables that the grids hold."""
        for index, grid in enumerate(grids):
            if grid.columns != self.width:
                self.columns, self.heads, self.active_columns, self.width = {}, NO_HEADS, (), grid.columns
            self.spanless = bool(grid.lines)
            for row in rows_of(grid):
                if row:
                    self._row(row, index, grid)
        self._settle_disputes()
        self._place_requests()

    def _row(self, row: Row, index: int, grid: Grid) -> None:
        where = f"{grid.where}第{row[0].row + 1}行"
        torn, self.torn = self.torn, None
        found = self._labelled(row)
        if found is not None:
            self._settle_disputes()
            form, values = found
            self._total_before(form, index)
            self._place(form, values, len(row), index, where)
            return
        if self._announces_disputes(row) and self.disputes is None:
            self.disputes = DisputeTable(where)
        if self.disputes is not None:
            self._dispute_row(self.disputes, row, index, where)
        elif not any(slot.text for slot in row):
            # A row of spaces parts nothing.
            self.torn = torn
        elif all(map(_is_value, row)):
            if len(row) == ALL and all(slot.text for slot in row):
                # Table 四 whose heads are lost: no other has so many values in a row.
                self.disputes = DisputeTable(where)
                self._dispute_values(self.disputes, row, index, where, whole=True)
            elif torn is not None:
                self._place(torn, row, len(row), index, where)
            elif self.last is not None and self.last.order == self._total().order - 1:
                self.unlabelled = row, index, where
        elif not self._head(row, where):
            self._altered(row, index, where)

    def _labelled(self, row: Row) -> tuple[RowForm, Row] | None:
        """The rightmost label of a row before its first value, and the cells after it."""
        form = self.collector.form
        standard = standard_keys()
        best: tuple[RowForm, Row] | None = None
        for at, slot in enumerate(row):
            text = slot.text
            if not text:
                continue
            if text not in standard and _is_value(slot):
                break
            named = find_row(form, text)
            if named is not None:
                best = named, row[at + 1 :]
                continue
            apart = unglued(text)
            named = find_row(form, apart[0]) if apart is not None else None
            if apart is not None and named is not None:
                best = named, [slot._replace(text=apart[1]), *row[at + 1 :]]
                break
        if best is not None and not best[1]:
            self.torn = best[0]
            return None
        if best is not None and ".all." in best[0].addresses[0] and best[1][0].text and not _is_value(best[1][0]):
            # A group (（六）其他处理) with a piece of its first row's label.
            return None
        return best

    def _announces_disputes(self, row: Row) -> bool:
        heads = dispute_keys()
        for slot in row:
            if slot.text and not slot.text.isdecimal():
                key = plain_key(slot.text)
                if key in heads or kind_of(key) is not None:
                    return True
        return False

    def _total(self) -> RowForm:
        """The row （七）总计."""
        return self.collector.form.expected["requests"][-2]

    def _total_before(self, form: RowForm, index: int) -> None:
        """A row without a label right between the last result and 结转下年 can only be （七）总计."""
        found, self.unlabelled = self.unlabelled, None
        total = self._total()
        if found is None or form.part != "requests" or form.order != total.order + 1 or found[1] != index:
            return
        row, at, where = found
        if complete_from([slot.text for slot in row], len(total.addresses)) is None:
            return
        self.collector.notes.append(notes.label_altered("requests", "", total.label, where, total.addresses))
        self._place(total, row, len(row), at, where)

    def _head(self, row: Row, where: str) -> bool:
        """Whether the row is a head; remember its columns, note what is altered."""
        form = self.collector.form
        if any(slot.text and _is_value(slot) for slot in row):
            return False
        keys = {slot.column: plain_key(slot.text) for slot in row if slot.text}
        applicants = {form.columns[key]: column for column, key in keys.items() if key in form.columns}
        if len(applicants) >= 2:
            self.columns |= applicants
            self.heads = tuple(self.columns.get(column, -1) for column in range(len(NO_HEADS)))
            self._note_heads("requests", row, where)
            return True
        if "信息内容" in keys.values() or any(key in form.active_heads for key in keys.values()):
            self.active_columns = without_repeats(keys)
            self._note_heads("active", row, where)
            return True
        return any(key in form.heads for key in keys.values()) or not keys

    def _note_heads(self, part: str, row: Row, where: str) -> None:
        """Note heads that are not the form's; a shorter wording listed in the lexicon is none."""
        form = self.collector.form
        known = form.active_heads if part == "active" else {}
        for slot in row:
            key = plain_key(slot.text)
            standard = known.get(key)
            if not key or key in form.heads or (standard and len(key_of(standard)) >= len(key)):
                continue
            if standard is None:
                near = get_close_matches(key, [*known, *form.heads], n=1, cutoff=0.5)
                standard = known.get(near[0], form.heads.get(near[0], "")) if near else ""
            self.collector.notes.append(notes.header_altered(part, slot.text, standard, where))

    def _altered(self, row: Row, index: int, where: str) -> None:
        """A row with values whose label is no standard one: an altered label, or a row too many."""
        labels = [at for at, slot in enumerate(row) if slot.text and not _is_value(slot)]
        if not labels or self.last is None:
            return
        values = row[labels[-1] + 1 :]
        if not any(slot.text for slot in values):
            return
        text = row[labels[-1]].text
        guessed = guess_row(self.collector.form, text, self.last.part, self.last.order)
        if guessed is None:
            self.collector.notes.append(notes.row_extra(self.last.part, text, where))
            return
        self.collector.notes.append(notes.label_altered(guessed.part, text, guessed.label, where, guessed.addresses))
        self._place(guessed, values, len(row), index, where)

    def _place(self, form: RowForm, after: Row, whole: int, index: int, where: str) -> None:
        self.last = form
        if form.part == "requests":
            # Without spans a shorter row shows no columns but those of rows as short.
            short = whole if self.spanless and whole < self.width else 0
            self.requests.append(RequestRow(form, after, whole, index, (self.width, short), where, self.heads))
        else:
            self._settle(form, align_active(form, after, self.active_columns), after, index, where)

    def _settle(self, form: RowForm, aligned: Row | None, after: Row, index: int, where: str) -> None:
        if aligned is None:
            self.collector.unread(form, joined(slot.text for slot in after), where, _left(form, after, index, where))
            return
        run = _run_of(aligned, index, where)
        self.collector.place(form, run.texts, run.wheres, "grid", run.places)

    def _place_requests(self) -> None:
        for each, aligned in align(self.requests):
            self._settle(each.form, aligned, each.after, each.grid, each.where)

    def _dispute_row(self, table: DisputeTable, row: Row, index: int, where: str) -> None:
        """A row under the heads of table 四: kinds of dispute, values, or both."""
        labels = [at for at, slot in enumerate(row) if not _is_value(slot)]
        if not labels:
            self._dispute_values(table, row, index, where, whole=True)
            return
        for at, end in zip(labels, [*labels[1:], len(row)], strict=True):
            kind = kind_of(plain_key(row[at].text))
            if kind is not None:
                table.name(kind)
            elif hides_kind(plain_key(row[at].text)):
                table.doubtful = True
            self._dispute_values(table, row[at + 1 : end], index, where, whole=False)

    def _dispute_values(self, table: DisputeTable, values: Row, index: int, where: str, *, whole: bool) -> None:
        """Cells side by side under the heads of table 四; ``whole`` says that they are all of their row."""
        if whole and len(values) == ALL + 1:
            values = _without_blank_end(values)
        filled = [at for at, slot in enumerate(values) if slot.text]
        if not filled:
            if whole and len(values) == ALL:
                table.blank = _run_of(values, index, where)
            elif whole and len(values) == OF_A_KIND and len(table.named) == 1:
                table.add(_run_of(values, index, where))
            return
        if len(values) % OF_A_KIND or len(values) > ALL:
            values = values[filled[0] : filled[-1] + 1]
        table.add(_run_of(values, index, where))
        if table.full:
            self._settle_disputes()

    def _settle_disputes(self) -> None:
        if self.disputes is not None:
            self.disputes.settle(self.collector, lines=False)
            self.disputes = None


def _without_blank_end(values: Row) -> Row:
    """The fifteen values of a row with a blank cell too many at an end, as the sums tell which end that is."""
    candidates = [
        values[start : start + ALL]
        for start, spare in ((0, values[-1]), (1, values[0]))
        if not spare.text and _kinds_add_up(values[start : start + ALL])
    ]
    if not any(slot.text for slot in values):
        return candidates[0]
    return candidates[0] if len(candidates) == 1 else values


def _kinds_add_up(values: Row) -> bool:
    """Whether the outcomes of each kind of dispute make up its total, blanks counting nothing."""
    texts = [slot.text or "0" for slot in values]
    kinds = (texts[start : start + OF_A_KIND] for start in range(0, ALL, OF_A_KIND))
    return all(map(adds_up, kinds))


def _run_of(row: Row, index: int, where: str) -> Run:
    if not row:
        return Run((), ())
    rows, columns, _, _, texts = zip(*row, strict=True)
    wheres = [where + (_COLUMNS[column] if column < len(_COLUMNS) else f"第{column + 1}列") for column in columns]
    return Run(texts, wheres, tuple(zip(repeat(index), rows, columns, strict=False)))


def _left(form: RowForm, after: Row, index: int, where: str) -> Left | None:
    """What is left of a short row; None where there are too many cells, or no sums that could place them."""
    filled = [slot for slot in after if slot.text]
    if form.part == "active" or len(filled) > len(form.addresses):
        return None
    run = _run_of(filled, index, where)
    return Left(tuple(run.texts), tuple(run.wheres), tuple(run.places), lines=False)
