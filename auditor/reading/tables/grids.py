"""Tables with rows and columns: rows anchored on their labels, cells aligned by the grid.

One walk reads all grids of a document in order, so a table may stand in one grid or in several, break
over pages without a repeated head, or share a grid with another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from auditor.reading import notes
from auditor.reading.blocks import Grid, Slot
from auditor.reading.tables.collect import Collector
from auditor.reading.tables.forms import (
    RowForm,
    dispute_keys,
    dispute_row,
    find_row,
    guess_row,
    key_of,
    plain_key,
)
from auditor.reading.tables.values import looks_like_value

Row = list[Slot]


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
    width: int = 0
    active_columns: tuple[int, ...] = ()
    """Table 二: the grid's columns of the block's heads."""
    disputes: bool = False
    last: RowForm | None = None

    def walk(self, grids: Sequence[Grid]) -> None:
        """Place every row of the three tables that the grids hold."""
        for index, grid in enumerate(grids):
            if grid.columns != self.width:
                self.columns, self.active_columns, self.width = {}, (), grid.columns
            for row in rows_of(grid):
                if row:
                    self._row(row, index, grid)

    def _row(self, row: Row, index: int, grid: Grid) -> None:
        where = f"{grid.where}第{row[0].row + 1}行"
        found = self._labelled(row)
        if found is not None:
            self.disputes = False
            form, at = found
            self._place(form, row[at + 1 :], index, where)
        elif self._announces_disputes(row):
            self.disputes = True
        elif self.disputes:
            self._dispute_values(row, index, where)
        elif not self._head(row, where):
            self._altered(row, index, where)

    def _labelled(self, row: Row) -> tuple[RowForm, int] | None:
        """The rightmost label of a row before its first value, and where it stands."""
        form = self.collector.form
        best: tuple[RowForm, int] | None = None
        for at, slot in enumerate(row):
            if not slot.text:
                continue
            if _is_value(slot):
                break
            named = find_row(form, slot.text)
            if named is not None:
                best = (named, at)
        if best is not None and best[1] + 1 == len(row):
            return None
        return best

    def _announces_disputes(self, row: Row) -> bool:
        return any(key_of(slot.text) in dispute_keys() for slot in row if slot.text)

    def _head(self, row: Row, where: str) -> bool:
        """Whether the row is a head; remember its columns, note what is altered."""
        form = self.collector.form
        if any(slot.text and _is_value(slot) for slot in row):
            return False
        keys = {slot.column: plain_key(slot.text) for slot in row if slot.text}
        applicants = {form.columns[key]: column for column, key in keys.items() if key in form.columns}
        if len(applicants) >= 2:
            self.columns |= applicants
            self._note_heads("requests", row, where)
            return True
        if "信息内容" in keys.values() or any(key in form.active_heads for key in keys.values()):
            self.active_columns = tuple(column for column, key in keys.items() if key != "信息内容")
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
        self._place(guessed, values, index, where)

    def _place(self, form: RowForm, after: Row, index: int, where: str) -> None:
        self.last = form
        aligned = self._align_requests(after) if form.part == "requests" else self._align_active(form, after)
        self._settle(form, aligned, after, index, where)

    def _settle(self, form: RowForm, aligned: Row | None, after: Row, index: int, where: str) -> None:
        if aligned is None:
            raw = " | ".join(slot.text for slot in after).strip(" |")
            self.collector.unread(form, raw, where)
            return
        wheres = [f"{where}第{slot.column + 1}列" for slot in aligned]
        places = [(index, slot.row, slot.column) for slot in aligned]
        self.collector.place(form, [slot.text for slot in aligned], wheres, "grid", places)

    def _align_requests(self, after: Row) -> Row | None:
        if len(after) == 7:
            return after
        if len(self.columns) == 7:
            at = {slot.column: slot for slot in after}
            picked = [at.pop(self.columns[i]) for i in range(7) if self.columns[i] in at]
            if len(picked) == 7 and not any(slot.text for slot in at.values()):
                return picked
        # Filler cells before or behind the values: certain where all seven are printed side by side.
        filled = [at for at, slot in enumerate(after) if slot.text]
        if len(filled) == 7 and filled[-1] - filled[0] == 6:
            return after[filled[0] : filled[0] + 7]
        return None

    def _align_active(self, form: RowForm, after: Row) -> Row | None:
        wanted = len(form.addresses)
        if len(after) == wanted:
            return after
        filled = [slot for slot in after if slot.text]
        if len(after) < wanted:
            return None
        if wanted == 1 and len(filled) <= 1:
            return filled or after[:1]
        if len(self.active_columns) == wanted:
            at = {slot.column: slot for slot in after}
            picked = [at.pop(column) for column in self.active_columns if column in at]
            if len(picked) == wanted and not any(slot.text for slot in at.values()):
                return picked
        # Filler cells at the end of a row: certain only where no printed value is blank.
        if len(filled) == wanted and filled == after[:wanted]:
            return filled
        return None

    def _dispute_values(self, row: Row, index: int, where: str) -> None:
        values = [slot for slot in row if _is_value(slot)]
        filled = sum(1 for slot in values if slot.text)
        if len(values) * 2 <= len(row):
            return
        if not filled and len(row) != 15:
            return
        while row and row[0].text and not _is_value(row[0]):
            row = row[1:]
        self.disputes = False
        form = dispute_row()
        filled_row = [slot for slot in row if slot.text]
        aligned = row if len(row) == 15 else filled_row if len(filled_row) == 15 else None
        self._settle(form, aligned, row, index, where)
