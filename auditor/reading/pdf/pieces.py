"""The texts of an unruled table put together again: lines of one cell stand closer than those of two.

Steps: cut each line where two columns stand side by side; join what stands one below the other as close
as the lines of a cell do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.pdf.lines import Line, spread_of, text_of
from auditor.reading.pdf.rows import part_of
from auditor.reading.pdf.values import Edge

_COLUMN_GAP = 0.4
"""Ems between two texts in neighbouring columns; inside a text glyphs touch."""
_LEADING = 1.18
"""Times the closest distance of two lines up to which lines are of one cell."""
_FARTHEST = 1.9
"""Ems between the middles of two lines of one cell."""
_OVER = 0.6
"""Ems by which a column reaches out from under a head that covers it and another."""
_ROW_STEP = 0.93
"""Times the closest distance of two rows: lines as far apart as rows are rows."""
MARK = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、](?!\d)")
"""A text that begins so is a label of its own."""
_ORDINAL = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）]?[.．、]?")


class Piece(NamedTuple):
    """A text on one line: the line's index, and the row of numbers that it is the last text before, or -1."""

    row: int
    line: Line
    anchor: int

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.line.top + self.line.bottom) / 2


class Block(NamedTuple):
    """The pieces of one cell from the top, with their outline."""

    pieces: tuple[Piece, ...]
    x0: float
    x1: float
    top: float
    bottom: float

    @property
    def text(self) -> str:
        """The cell's text."""
        return "".join(text_of(piece.line.glyphs, piece.line.em, cell=True) for piece in self.pieces)

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.top + self.bottom) / 2


def pieces_of(index: int, texts: Sequence[Line], *, anchor: int) -> list[Piece]:
    """The texts of one line, cut where a gap shows that two columns stand side by side."""
    parts = [part for text in texts for part in cut(text, _COLUMN_GAP * text.em + spread_of(text.glyphs))]
    return [Piece(index, part, anchor if part is parts[-1] else -1) for part in parts]


def cut(text: Line, limit: float) -> list[Line]:
    """A line's pieces between gaps of more than ``limit`` points; a number stays with what it counts."""
    parts: list[Line] = []
    start = 0
    for at, (before, after) in enumerate(pairwise(text.glyphs), 1):
        if after.x0 - before.x1 > limit and not (
            after.x0 - before.x1 < text.em
            and at - start < 5
            and _ORDINAL.fullmatch("".join(glyph.text for glyph in text.glyphs[start:at]))
        ):
            parts.append(part_of(text, text.glyphs[start:at]))
            start = at
    return [*parts, part_of(text, text.glyphs[start:])]


def blocks_of(pieces: Sequence[Piece], rules: Iterable[Edge]) -> list[Block]:
    """The cells that pieces form, from the top; no cell lies on both sides of a level ruling."""
    ordered = sorted(pieces, key=lambda piece: piece.middle)
    barriers = sorted(rules)
    below = [_next_below(ordered, at, barriers) for at in range(len(ordered))]
    limit = _limit(ordered, below)
    root = list(range(len(ordered)))
    for at, found in enumerate(below):
        for other in found:
            lower = ordered[other]
            if lower.middle - ordered[at].middle > limit or _both(ordered[at], lower):
                continue
            # What begins with its own number is another label, however close it stands.
            if not MARK.match(lower.line.text):
                old, new = root[other], root[at]
                root = [new if value == old else value for value in root]
    groups: dict[int, list[Piece]] = {}
    for at, piece in enumerate(ordered):
        groups.setdefault(root[at], []).append(piece)
    return [block_of(group) for group in groups.values()]


def _both(one: Piece, other: Piece) -> bool:
    """Whether two texts stand beside the numbers of two rows."""
    return -1 < one.anchor != other.anchor > -1


def block_of(pieces: Sequence[Piece]) -> Block:
    """The cell that some pieces are the lines of."""
    lines = [piece.line for piece in pieces]
    return Block(
        tuple(sorted(pieces, key=lambda piece: (round(piece.middle), piece.line.x0))),
        min(line.x0 for line in lines),
        max(line.x1 for line in lines),
        min(line.top for line in lines),
        max(line.bottom for line in lines),
    )


def _next_below(ordered: Sequence[Piece], at: int, barriers: Sequence[Edge]) -> list[int]:
    """The nearest pieces right below one, with no ruling between; none below a head over several columns."""
    piece = ordered[at]
    under: list[Piece] = []
    found: list[int] = []
    for other in range(at + 1, len(ordered)):
        lower = ordered[other]
        step = lower.middle - piece.middle
        if step > _FARTHEST * piece.line.em:
            break
        if step < 0.4 * piece.line.em or lower.line.x0 >= piece.line.x1 or lower.line.x1 <= piece.line.x0:
            continue
        if not under or lower.middle - under[0].middle < 0.3 * piece.line.em:
            under.append(lower)
            if _heads(piece, under):
                return []
        if not _aligned(piece.line, lower.line):
            continue
        if any(
            piece.middle < rule.at < lower.middle and rule.start < lower.line.x1 and rule.end > lower.line.x0
            for rule in barriers
        ):
            break
        if found and lower.middle - ordered[found[0]].middle > 0.3 * piece.line.em:
            break
        found.append(other)
    return found


def _heads(piece: Piece, under: Sequence[Piece]) -> bool:
    """Whether a text covers texts of several columns; a cell's broken line is no longer than those around it."""
    line = piece.line
    if len(under) < 2 or any(each.anchor != -1 for each in (piece, *under)):
        return False
    return (
        len(under) > 2
        or min(p.line.x0 for p in under) < line.x0 - _OVER * line.em
        or (max(p.line.x1 for p in under) > line.x1 + _OVER * line.em)
    )


def _aligned(one: Line, other: Line, ems: float = 0.6) -> bool:
    """Whether two lines begin, end or have their middle below each other, as the lines of one cell do."""
    left, right = abs(one.x0 - other.x0), abs(one.x1 - other.x1)
    near = ems * one.em
    return left <= near or right <= near or abs(one.x0 + one.x1 - other.x0 - other.x1) <= 2 * near


def _limit(ordered: Sequence[Piece], below: Sequence[Sequence[int]]) -> float:
    """Points up to which two lines are of one cell; none where lines stand no closer than rows."""
    free: list[float] = []
    upright: list[float] = []
    rows: list[float] = []
    for at, found in enumerate(below):
        for other in found:
            step = ordered[other].middle - ordered[at].middle
            if not _aligned(ordered[at].line, ordered[other].line, 0.15):
                continue
            if _both(ordered[at], ordered[other]):
                rows.append(step)
            else:
                # Characters below each other in a column of their own stand closer than lines do, on each other even.
                single = all(line.x1 - line.x0 < 1.5 * line.em for line in (ordered[at].line, ordered[other].line))
                (upright if single else free).append(step)
    free = free or upright
    if rows:
        free = [step for step in free if step < _ROW_STEP * min(rows)]
    if not free:
        return 0.0
    # Lines of one cell always stand equally far apart; what occurs seldom may be chance.
    counts = Counter(round(2 * step) for step in free)
    near = {step: counts[step - 1] + counts[step] + counts[step + 1] for step in counts}
    leading = max(near.items(), key=lambda entry: (entry[1], -entry[0]))[0] / 2
    return _LEADING * leading + 0.5
