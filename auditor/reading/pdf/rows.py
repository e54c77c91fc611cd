"""A line cut into texts and, at its end, the numbers of a table's row."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.pdf.lines import Line, narrow, spread_of, text_of
from auditor.reading.pdf.values import Glyph
from auditor.reading.tables.values import looks_like_value

_COLUMN_GAP = 1.5
"""Ems between two pieces of text that stand in different columns."""
_BESIDE_NUMBER = 1.0
"""Ems between a text and a number that stand in different columns."""
_BETWEEN_NUMBERS, _BETWEEN_WIDE = 0.6, 0.3
"""Ems between two digits that are of different numbers; wide digits fill their em."""
_BEFORE_OTHERS = 0.5
"""Ems between a text and the first of several numbers."""
_BESIDE_MARK = 0.25
"""Ems between a mark for none and what stands in the next column: a mark is alone in its cell."""
_FIRST = frozenset("0123456789０１２３４５６７８９+-—–－/／减增无")
COUNTED = frozenset("0123456789０１２３４５６７８９+-－减增")
"""What a number with a measure word begins with."""
_LAST = frozenset("0123456789０１２３４５６７８９-—–－/／无元)）")
"""What a cell's content begins and ends with; a number with a measure word is prose more often."""
_MARKS = frozenset("-—–－/／")

_PRINTED = re.compile(r"\d[\d,，.．]*(?:[\d,，]|[(（][^()（）]*[)）])")
"""A number with a remark in brackets, or what its cell's width left of it in one line."""


class Row(NamedTuple):
    """A line cut into pieces of text and, at its end, numbers."""

    line: Line
    texts: tuple[Line, ...]
    numbers: tuple[Line, ...]


def row_of(line: Line) -> Row:
    """A line cut at gaps that are wide for a line as spread out as this one."""
    glyphs = line.glyphs
    gaps = [after.x0 - before.x1 for before, after in pairwise(glyphs)]
    if not gaps or max(gaps) < _BESIDE_MARK * line.em:
        return Row(line, (), (line,)) if is_value(line.text) else Row(line, (line,), ())
    spread = spread_of(glyphs)
    pieces: list[list[Glyph]] = [[glyphs[0]]]
    for gap, before, after in zip(gaps, glyphs, glyphs[1:], strict=False):
        if gap > _BESIDE_MARK * line.em and gap > _limit(before.text, after.text) * line.em + spread:
            pieces.append([])
        pieces[-1].append(after)
    parts = [part_of(line, piece) for piece in pieces]
    texts = [text_of(part.glyphs, line.em, cell=True) for part in parts]
    # Measure words stand behind numbers, but several such pieces side by side are no prose.
    several = len(texts) > 1 and all(text[0] in COUNTED and looks_like_value(text) for text in texts[-2:])
    first = len(parts)
    while first and _is_number(texts[first - 1], alone=first == len(parts) and not several):
        first -= 1
    if 0 < first < len(parts):
        parts[first - 1 : first] = _cut_before_number(parts[first - 1], _BEFORE_OTHERS * line.em + spread)
    return Row(line, tuple(parts[:first]), tuple(parts[first:]))


def _cut_before_number(text: Line, limit: float) -> list[Line]:
    """A text before numbers, cut where its end is another number that stands closer to it than usual."""
    glyphs = text.glyphs
    for at in range(len(glyphs) - 1, 0, -1):
        if glyphs[at].x0 - glyphs[at - 1].x1 > limit:
            rest = part_of(text, glyphs[at:])
            return [part_of(text, glyphs[:at]), rest] if is_value(rest.text) else [text]
    return [text]


def part_of(line: Line, glyphs: Sequence[Glyph]) -> Line:
    """Some neighbouring glyphs of a line as a line."""
    return Line(
        tuple(glyphs),
        line.em,
        glyphs[0].x0,
        min(glyph.top for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
    )


def _limit(before: str, after: str) -> float:
    """Ems between two characters from which on they stand in different columns."""
    marks = (before in _MARKS) + (after in _MARKS)
    numbers = (narrow(before) or before.isdigit()) + (after.isdigit() or narrow(after))
    if marks + numbers == 2:
        if marks:
            return _BESIDE_MARK
        return _BETWEEN_NUMBERS if before.isascii() and after.isascii() else _BETWEEN_WIDE
    return _BESIDE_NUMBER if marks + numbers else _COLUMN_GAP


def _is_number(text: str, *, alone: bool) -> bool:
    """Whether a piece is a cell's content; beside other numbers it may have a measure word."""
    return is_value(text) or (not alone and text[0] in COUNTED and looks_like_value(text))


def is_value(text: str) -> bool:
    """Whether a text can be the content of a cell: a number with or without its unit, or a mark for none."""
    if text[0] not in _FIRST:
        return False
    return (text[-1] in _LAST and looks_like_value(text)) or _PRINTED.fullmatch(text) is not None
