"""Rows of table 二 in a grid: which of the cells after a label are the row's values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from auditor.reading.blocks import Slot
from auditor.reading.tables.forms import RowForm

Row = list[Slot]


def without_repeats(keys: Mapping[int, str]) -> tuple[int, ...]:
    """The columns of table 二's heads; a head that spans columns may stand in each of them."""
    found: list[int] = []
    before = ""
    for column, key in keys.items():
        if key not in ("信息内容", before):
            found.append(column)
        before = key
    return tuple(found)


def _unrepeated(picked: Row, others: Iterable[Slot]) -> Iterator[Slot]:
    """The other cells of a row that don't repeat the picked one before them."""
    for other in others:
        before = [slot for slot in picked if slot.column < other.column]
        if not before or other.text != before[-1].text:
            yield other


def align_active(form: RowForm, after: Row, heads: Sequence[int]) -> Row | None:
    """The cells of a row that are its values, under the columns of its block's heads; None where that isn't certain."""
    wanted = len(form.addresses)
    if len(after) == wanted:
        return after
    filled = [slot for slot in after if slot.text]
    if len(after) < wanted:
        return None
    if wanted == 1 and len(filled) <= 1:
        return filled or after[:1]
    if len(heads) == wanted:
        at = {slot.column: slot for slot in after}
        picked = [at.pop(column) for column in heads if column in at]
        if len(picked) == wanted and not any(slot.text for slot in _unrepeated(picked, at.values())):
            return picked
    # Filler cells at the end of a row: certain only where no printed value is blank.
    if len(filled) == wanted and filled == after[:wanted]:
        return filled
    return None
