"""Rows of table 三 in a grid: which of the cells after a label are the row's seven.

The heads tell where they are known, else seven cells side by side, else the rows around (``alignment.py``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from auditor.reading.blocks import Slot
from auditor.reading.tables.alignment import FEWEST, Alignment, Standing, complete_from
from auditor.reading.tables.forms import RowForm
from auditor.reading.tables.values import count_in

Row = list[Slot]
_COLUMN = attrgetter("column")


class RequestRow(NamedTuple):
    """A row of table 三 that waits until all rows have shown how they stand."""

    form: RowForm
    after: Row
    whole: int
    grid: int
    width: tuple[int, int]
    """How wide the grid is; and, where it has no spans, how many cells a row has that is shorter."""
    where: str
    heads: tuple[int, ...]
    """The grid's columns under the heads 自然人 … 总计, as far as they were met."""

    @property
    def standing(self) -> Standing:
        """The row as the alignment looks at it."""
        return Standing(self.form, [slot.text for slot in self.after], self.whole, 0)


def align(requests: Sequence[RequestRow]) -> Iterator[tuple[RequestRow, Row | None]]:
    """The rows with their seven cells; complete rows first show how a row stands, which places the blanks of others."""
    requests = _with_sound_heads(requests)
    alignment: Alignment | None = None
    columns: dict[tuple[int, int], tuple[int, ...] | None] = {}
    for each in requests:
        aligned = _by_heads(each) or _side_by_side(each)
        if aligned is None:
            if alignment is None:
                alignment = Alignment(request.standing for request in requests)
                columns = _value_columns(requests)
            aligned = _by_pattern(each, alignment, columns.get(each.width))
        yield each, aligned


def _with_sound_heads(requests: Sequence[RequestRow]) -> Sequence[RequestRow]:
    """The rows without heads in another order than the form's, where only the form's own order adds up in every row.

    A head whose span was lost pushes the next ones aside: they look like columns in another order.
    """
    if all(list(heads) == sorted(heads) for heads in {each.heads for each in requests}):
        return requests
    printed = [_adds_up(_by_heads(each)) for each in requests]
    standard = [_adds_up(_side_by_side(each._replace(heads=()))) for each in requests]
    if printed.count(True) > printed.count(False) and standard.count(False):
        return requests
    return [each._replace(heads=()) for each in requests]


def _adds_up(row: Row | None) -> bool | None:
    """Whether the last of seven numbers is the sum of the others; None where that can't be told, or all are 0."""
    numbers = [count_in(slot.text) for slot in row] if row is not None else []
    known = [number for number in numbers if number is not None]
    if not known or len(known) < len(numbers):
        return None
    *parts, total = known
    return sum(parts) == total if any(parts) or total else None


def _by_heads(request: RequestRow) -> Row | None:
    """The cells under the seven heads, where every other cell is blank."""
    heads = request.heads
    if heads and tuple(map(_COLUMN, request.after)) == heads:
        return request.after
    if not heads or -1 in heads or len(set(heads)) < len(heads):
        return None
    at = {slot.column: slot for slot in request.after}
    picked = [at.pop(column) for column in heads if column in at]
    return picked if len(picked) == len(heads) and not any(slot.text for slot in at.values()) else None


def _side_by_side(request: RequestRow) -> Row | None:
    """Seven cells side by side with no blank among them, or seven in all where no heads say otherwise."""
    wanted = len(request.form.addresses)
    heads = request.heads
    if heads and -1 not in heads and len(set(heads)) == wanted and list(heads) != sorted(heads):
        # The columns are printed in another order than the form's.
        return None
    start = complete_from([slot.text for slot in request.after], wanted)
    return request.after[start : start + wanted] if start is not None else None


def _by_pattern(request: RequestRow, alignment: Alignment, columns: tuple[int, ...] | None) -> Row | None:
    """The cells of a row with blanks, where those of the complete rows stand."""
    wanted = len(request.form.addresses)
    if columns is not None:
        by_column = _by_heads(request._replace(heads=columns))
        if by_column is not None:
            return by_column
    start = alignment.start(request.standing)
    if start is None and len(request.after) == wanted and not alignment.contradicts(request.standing):
        start = 0
    return request.after[start : start + wanted] if start is not None else None


def _value_columns(requests: Sequence[RequestRow]) -> dict[tuple[int, int], tuple[int, ...] | None]:
    """By the width of the grid the columns in which all complete rows have their values; None where they differ."""
    found: dict[tuple[int, int], list[tuple[int, ...]]] = {}
    for request in requests:
        wanted = len(request.form.addresses)
        start = complete_from([slot.text for slot in request.after], wanted)
        if start is not None:
            columns = tuple(slot.column for slot in request.after[start : start + wanted])
            found.setdefault(request.width, []).append(columns)
    return {width: each[0] if len(set(each)) == 1 and len(each) >= FEWEST else None for width, each in found.items()}
