"""Tables without rulings: lines whose pieces stand in the same columns, where that is certain.

Steps: cut each line into pieces at wide gaps, gather runs of such lines, take the columns from the rows
with most pieces, put every piece into its column, and add broken labels to their row.  Wherever two
pieces would fall into one column the run is left as it is: lines of text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf_lines import Line, text_of
from auditor.reading.pdf_page import Glyph

_COLUMN_GAP = 1.5
"""Ems between two pieces of a line that stand in different columns."""
_LABEL_REACH = 1.7
"""Ems from a row's middle within which a line of its broken label stands."""
_FEWEST_PIECES = 3
"""A run with no row of so many pieces may be anything, such as a signature beside a date."""


class Piece(NamedTuple):
    """Part of a line that no wide gap interrupts."""

    text: str
    x0: float
    x1: float


class Row(NamedTuple):
    """A line cut into its pieces."""

    line: Line
    pieces: tuple[Piece, ...]

    @property
    def middle(self) -> float:
        """Its middle height."""
        return (self.line.top + self.line.bottom) / 2


def columned(lines: Sequence[Line], where: str) -> list[tuple[float, Line | Grid]]:
    """The lines of a page's prose, each with its top; runs that form a table become one Grid."""
    rows = [row_of(line) for line in lines]
    found: list[tuple[float, Line | Grid]] = []
    taken: set[int] = set()
    for start, end in runs(rows):
        table = table_of(rows[start:end], where)
        if table is not None:
            found.append((rows[start].line.top, table))
            taken.update(range(start, end))
    found += [(row.line.top, row.line) for index, row in enumerate(rows) if index not in taken]
    return sorted(found, key=lambda entry: entry[0])


def row_of(line: Line) -> Row:
    """A line cut at gaps that are wide for a line as spread out as this one."""
    if len(line.glyphs) < 2:
        return Row(line, (Piece(line.text, line.x0, line.x1),))
    gaps = [after.x0 - before.x1 for before, after in pairwise(line.glyphs)]
    if max(gaps) < _COLUMN_GAP * line.em:
        return Row(line, (Piece(line.text, line.x0, line.x1),))
    # A row of lone digits is all gaps; only Chinese type is ever spread out.
    inner = [
        gap
        for gap, (before, after) in zip(gaps, pairwise(line.glyphs), strict=True)
        if before.text > "\u2e7f" and after.text > "\u2e7f"
    ]
    spread = max(median(inner), 0.0) if len(inner) > 2 else 0.0
    limit = _COLUMN_GAP * line.em + spread
    pieces: list[list[Glyph]] = [[line.glyphs[0]]]
    for gap, glyph in zip(gaps, line.glyphs[1:], strict=True):
        if gap > limit:
            pieces.append([])
        pieces[-1].append(glyph)
    return Row(
        line,
        tuple(Piece(text_of(piece, line.em, cell=True), piece[0].x0, piece[-1].x1) for piece in pieces),
    )


def runs(rows: Sequence[Row]) -> Iterator[tuple[int, int]]:
    """Index ranges of rows that may form a table; lines of one piece only where they stay in the label's column."""
    start: int | None = None
    end = 0
    label_end = 0.0
    for index, row in enumerate(rows):
        if len(row.pieces) > 1:
            if start is None:
                start = _with_labels_above(rows, index)
            end, label_end = index + 1, row.pieces[1].x0
        elif start is not None:
            if row.line.x1 < label_end and row.middle - rows[index - 1].middle < 2 * row.line.em:
                continue
            yield from _worth(rows, start, _with_labels_below(rows, end, index))
            start = None
    if start is not None:
        yield from _worth(rows, start, _with_labels_below(rows, end, len(rows)))


def _worth(rows: Sequence[Row], start: int, end: int) -> Iterator[tuple[int, int]]:
    if sum(len(row.pieces) > 1 for row in rows[start:end]) >= 2:
        yield start, end


def _with_labels_above(rows: Sequence[Row], index: int) -> int:
    """Where a run begins that has its first row at ``index``: a broken label may begin above its numbers."""
    row = rows[index]
    while (
        index > 0
        and len(rows[index - 1].pieces) == 1
        and rows[index - 1].line.x1 < row.pieces[1].x0
        and row.middle - rows[index - 1].middle < _LABEL_REACH / 2 * row.line.em
    ):
        index -= 1
    return index


def _with_labels_below(rows: Sequence[Row], end: int, limit: int) -> int:
    last = rows[end - 1]
    while end < limit and rows[end].middle - last.middle < _LABEL_REACH * last.line.em:
        end += 1
    return end


def table_of(rows: Sequence[Row], where: str) -> Grid | None:
    """The table that a run of rows forms, or None where a column isn't certain."""
    columns = columns_of(rows)
    if columns is None:
        return None
    laid: list[tuple[Row, dict[int, tuple[int, Piece]]]] = []
    for row in rows:
        cells = placed(row, columns)
        if cells is None:
            return None
        laid.append((row, cells))
    whole = _with_whole_labels(laid)
    if whole is None:
        return None
    slots = tuple(
        Slot(index, column, 1, span, piece.text)
        for index, cells in enumerate(whole)
        for column, (span, piece) in sorted(cells.items())
    )
    return Grid(slots, len(whole), len(columns), where)


def columns_of(rows: Sequence[Row]) -> list[tuple[float, float]] | None:
    """Where the columns run: the extent, over all rows with most pieces, of their pieces."""
    most = max(len(row.pieces) for row in rows)
    full = [row for row in rows if len(row.pieces) == most]
    if most < _FEWEST_PIECES or len(full) < 2:
        return None
    columns = [(min(row.pieces[i].x0 for row in full), max(row.pieces[i].x1 for row in full)) for i in range(most)]
    return columns if all(left[1] < right[0] for left, right in pairwise(columns)) else None


def placed(row: Row, columns: Sequence[tuple[float, float]]) -> dict[int, tuple[int, Piece]] | None:
    """Each piece by its first column, with how many it spans; None where a column would hold two pieces."""
    cells: dict[int, tuple[int, Piece]] = {}
    free = 0
    for piece in row.pieces:
        covered = [i for i, (x0, x1) in enumerate(columns) if piece.x0 < x1 and piece.x1 > x0]
        if not covered:
            middle = (piece.x0 + piece.x1) / 2
            covered = [min(range(len(columns)), key=lambda i: abs(middle - sum(columns[i]) / 2))]
        if covered[0] < free:
            return None
        free = covered[-1] + 1
        cells[covered[0]] = (len(covered), piece)
    return cells


_Laid = tuple[Row, dict[int, tuple[int, Piece]]]


def _with_whole_labels(laid: Sequence[_Laid]) -> list[dict[int, tuple[int, Piece]]] | None:
    """Rows whose labels are whole: lines with a label only are added to the row that they stand nearest to.

    None where a line stands as near to the row above as to the one below.
    """
    full = [index for index, (row, _) in enumerate(laid) if len(row.pieces) > 1]
    parts: dict[int, list[int]] = {index: [index] for index in full}
    alone: list[int] = []
    for index, (row, _) in enumerate(laid):
        if len(row.pieces) > 1:
            continue
        near = sorted((abs(laid[other][0].middle - row.middle), other) for other in full)[:2]
        if near[0][0] > _LABEL_REACH * row.line.em:
            alone.append(index)
        elif len(near) > 1 and near[1][0] < 1.2 * near[0][0]:
            return None
        else:
            parts[near[0][1]].append(index)
    rows: list[dict[int, tuple[int, Piece]]] = []
    for index in sorted([*full, *alone]):
        cells = dict(laid[index][1])
        if members := parts.get(index, []):
            labels = [laid[i][1][0] for i in sorted(members) if 0 in laid[i][1]]
            if labels:
                text = "".join(piece.text for _, piece in labels)
                cells[0] = (labels[0][0], labels[0][1]._replace(text=text))
        rows.append(cells)
    return rows
