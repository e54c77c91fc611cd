"""Which numbers of a table without rulings are uncertain: what may be of two cells, or of none, stays unknown."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.pdf.bands import Band
from auditor.reading.pdf.labels import Label
from auditor.reading.pdf.pieces import MARK, Block
from auditor.reading.pdf.regions import CLOSE, Extent
from auditor.reading.pdf.rows import Row, is_value

ALL = 30
"""More columns than a table has: all of a row's are in doubt."""
_CELL_LINE = 2.0
"""Ems between two lines of one cell at most."""
_DENSE = 1.7
"""Ems between two rows that stand as close as the lines of one cell may."""
_ORDINAL_COLUMNS = 5
"""A table with so many columns numbers its labels, but for those that are the rest of a label."""
_FULL = 0.9
"""Share of its column's widest number from which on a number may be broken at its end."""


def overlap(block: Block, column: Extent) -> bool:
    """Whether a text stands below or above some of a column."""
    return block.x0 < column[1] and block.x1 > column[0]


def doubtful_numbers(bands: Sequence[Band], labels: Sequence[Label]) -> list[set[int]]:
    """For each row the columns whose number may go on in a row without a label above or below it."""
    doubtful: list[set[int]] = [set() for _ in bands]
    if all(label.own is None for label in labels):
        _doubt_second_row(doubtful, bands)
        return doubtful
    for at, (band, label) in enumerate(zip(bands, labels, strict=True)):
        if any(block is not None and is_value(block.text) for block in (label.own, *label.groups)):
            # A number where the label should be: some columns aren't what they seem.
            doubtful[at] |= set(range(ALL))
        if label.own is None and len(band.pieces) < max(len(other.pieces) for other in bands):
            for near in (at - 1, at + 1):
                if 0 <= near < len(bands):
                    doubtful[near] |= set(band.pieces)
    return doubtful


def _doubt_second_row(doubtful: Sequence[set[int]], bands: Sequence[Band]) -> None:
    """Doubt the numbers above each other in a table without labels: table 四, which has one row of numbers."""
    for at in range(1, len(bands)):
        upper, lower = bands[at - 1], bands[at]
        if all(upper.text(place) == str(place + 1) for place in upper.pieces):
            continue  # The columns' own numbers.
        doubtful[at - 1].update(upper.pieces.keys() & lower.pieces.keys())
        doubtful[at].update(lower.pieces)


def doubt_rests(doubtful: Sequence[set[int]], bands: Sequence[Band], labels: Sequence[Label]) -> None:
    """Doubt numbers as wide as their column above a number whose label doesn't begin with its own ordinal.

    Where all lines stand equally far apart such a row may be the second line of the cells above it.
    """
    if not any(label.own is not None and MARK.match(label.own.text) for label in labels):
        return
    widest: dict[int, float] = {}
    for band in bands:
        for place, pieces in band.pieces.items():
            widest[place] = max(widest.get(place, 0.0), *(piece.x1 - piece.x0 for piece in pieces))
    if len(widest) < _ORDINAL_COLUMNS:
        return
    for at in range(1, len(bands)):
        upper, lower, own = bands[at - 1], bands[at], labels[at].own
        pieces = [piece for places in lower.pieces.values() for piece in places]
        if (own is not None and MARK.match(own.text)) or lower.height - upper.height > _DENSE * pieces[0].em:
            continue
        for place in upper.pieces.keys() & lower.pieces.keys():
            last = upper.pieces[place][-1]
            if len(last.glyphs) > 1 and last.x1 - last.x0 >= _FULL * widest[place]:
                doubtful[at - 1].add(place)
                doubtful[at] |= set(lower.pieces)


def doubt_beside(
    doubtful: Sequence[set[int]], bands: Sequence[Band], free: Sequence[Block], columns: Sequence[Extent]
) -> None:
    """Doubt the numbers near which a text stands in their column that may be a line of the same cell."""
    for block in free:
        reach = (_CELL_LINE if block.text[0].isdigit() else CLOSE) * block.pieces[0].line.em
        places = {place for place, column in enumerate(columns) if overlap(block, column)}
        if places and block.x0 > columns[0][0] - block.pieces[0].line.em:
            for band, doubted in zip(bands, doubtful, strict=True):
                if min(abs(piece.middle - band.height) for piece in block.pieces) < reach:
                    doubted |= places


def doubt_around(
    doubtful: Sequence[set[int]], bands: Sequence[Band], around: Sequence[Row], columns: Sequence[Extent]
) -> None:
    """Doubt the numbers near which a line of another region has digits in their column and no label."""
    for row in around:
        pieces = [piece for piece in (*row.texts, *row.numbers) if piece.glyphs[0].text.isdigit()]
        if row.line.x0 < columns[0][0] - row.line.em or not pieces:
            continue
        places = {at for at, (x0, x1) in enumerate(columns) if any(p.x0 < x1 and p.x1 > x0 for p in pieces)}
        height = (row.line.top + row.line.bottom) / 2
        for band, doubted in zip(bands, doubtful, strict=True):
            if abs(height - band.height) < _CELL_LINE * row.line.em:
                doubted |= places
