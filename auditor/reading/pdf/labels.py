"""The label of each row of an unruled table: the cell that stands beside the row's numbers.

A text that two rows would share is cut between them, or it is nobody's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.pdf.pieces import Block, Piece, block_of


class Label(NamedTuple):
    """What stands beside a row's numbers: its own label, and those of its groups from the left."""

    own: Block | None
    groups: tuple[Block, ...]


def labels_of(heights: Sequence[float], edge: float, blocks: Sequence[Block]) -> list[Label]:
    """The label of each row of numbers, given by its height; ``edge`` is where the numbers begin."""
    found: list[Label] = []
    for height in heights:
        beside = sorted(
            (block for block in blocks if block.top <= height <= block.bottom and block.x0 < edge),
            key=lambda block: block.x0,
        )
        found.append(Label(beside[-1] if beside else None, tuple(beside[:-1])))
    taken = Counter(id(label.own) for label in found if label.own is not None)
    return [label if label.own is None or taken[id(label.own)] == 1 else Label(None, ()) for label in found]


def parted(block: Block, heights: Sequence[float], edge: float) -> list[Block]:
    """A block that rows share, cut so that each part stands around its row's middle, or begins at it."""
    rows = [height for height in heights if block.top <= height <= block.bottom]
    if len(rows) < 2 or block.x0 >= edge:
        return [block]
    for around in (True, False):
        parts = _cut_at(block.pieces, rows, around=around)
        if parts:
            return [block_of(part) for part in parts]
    return [block]


def _cut_at(pieces: Sequence[Piece], rows: Sequence[float], *, around: bool) -> list[list[Piece]]:
    """Runs of pieces, one a row, that use up all pieces; none where that can't be."""
    near = 0.3 * pieces[0].line.em
    parts: list[list[Piece]] = []
    start = 0
    for row in rows:
        for end in range(len(pieces), start, -1):
            first, last = pieces[start].middle, pieces[end - 1].middle
            follows = end == len(pieces) or pieces[end].middle - last > near
            fits = abs((first + last) / 2 - row) <= near if around else abs(first - row) <= near
            if follows and fits and (around or not any(row + near < other <= last + near for other in rows)):
                parts.append(list(pieces[start:end]))
                start = end
                break
        else:
            return []
    return parts if start == len(pieces) else []
