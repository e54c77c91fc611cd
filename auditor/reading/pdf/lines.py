"""Glyphs become lines, and the glyphs of a line become text: a blank only where the layout means one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.pdf.values import Glyph

_WORD_GAP = 0.28
"""Ems between two Latin letters or digits from which on they are two words."""
_WIDE_GAP = 1.2
"""Ems between other glyphs from which on the layout means a blank: the first column's indent is two."""
_CELL_NUMBER_GAP = 0.7
"""Ems between two digits inside a cell up to which they are one number spread out by the layout."""
_MOST_SPREAD = 1.2
"""Times the type's height up to which a line is spread out."""
_OPENING = frozenset("（《〈【〔“‘「『([<")
_CLOSING = frozenset("）》〉】〕”’」』)]>，。、；：？！…,.;:?!%％")


def middle(values: Iterable[float]) -> float:
    """The median, the upper one of two."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


class Line(NamedTuple):
    """A printed line: its glyphs from the left, their em and its box."""

    glyphs: tuple[Glyph, ...]
    em: float
    x0: float
    top: float
    x1: float
    bottom: float

    @property
    def text(self) -> str:
        """The line's text, blanks as the layout means them."""
        return text_of(self.glyphs, self.em)


def em_of(glyphs: Sequence[Glyph]) -> float:
    """The size of the type in points: the width of the Chinese glyphs, else a share of the height."""
    square = [glyph.x1 - glyph.x0 for glyph in glyphs if glyph.text > "\u2e7f"]
    if square:
        return max(middle(square), 1.0)
    return max(0.8 * middle(glyph.bottom - glyph.top for glyph in glyphs), 1.0)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """The lines that glyphs stand in, from the top; glyphs of one line share their middle height."""
    rows: list[list[Glyph]] = []
    floor = ceiling = 0.0
    for glyph in sorted(glyphs, key=lambda glyph: glyph.top + glyph.bottom):
        middle = (glyph.top + glyph.bottom) / 2
        reach = 0.35 * (glyph.bottom - glyph.top)
        if rows and middle - floor <= reach and middle - ceiling <= 2 * reach:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            ceiling = middle
        floor = middle
    return [_line(row) for row in rows]


def _line(row: list[Glyph]) -> Line:
    row.sort(key=lambda glyph: glyph.x0)
    em = em_of(row)
    single = [row[0]]
    for glyph in row[1:]:
        # Bold type is sometimes printed twice with a hair's shift.
        last = single[-1]
        if glyph.text != last.text or glyph.x0 - last.x0 > 0.2 * em:
            if glyph.x0 < last.x1 - 0.3 * em and _overprinted(last, glyph):
                # Nobody can tell which of the two counts.
                single[-1], glyph = last._replace(text="\ufffd"), glyph._replace(text="\ufffd")
            single.append(glyph)
    return Line(
        tuple(single),
        em,
        row[0].x0,
        min(glyph.top for glyph in row),
        max(glyph.x1 for glyph in row),
        max(glyph.bottom for glyph in row),
    )


def _overprinted(one: Glyph, other: Glyph) -> bool:
    """Whether two characters lie on each other; punctuation is set as close as that."""
    shared = min(one.x1, other.x1) - other.x0
    return shared > 0.6 * min(one.x1 - one.x0, other.x1 - other.x0) and one.text.isalnum() and other.text.isalnum()


def narrow(character: str) -> bool:
    """Whether a character is of the kind that parts words by blanks: Latin letters and digits."""
    return character.isascii() and character.isalnum()


def spread_of(glyphs: Sequence[Glyph]) -> float:
    """Points by which Chinese glyphs of a line stand apart because it was spread out to fill its width.

    What stands farther apart than that are the columns of a table.
    """
    gaps = [
        after.x0 - before.x1 for before, after in pairwise(glyphs) if _chinese(before.text) and _chinese(after.text)
    ]
    if len(gaps) < 3:
        return 0.0
    spread = middle(gaps)
    return spread if 0.0 < spread <= _MOST_SPREAD * (glyphs[0].bottom - glyphs[0].top) else 0.0


def _chinese(character: str) -> bool:
    """Whether a character is as wide as it is high and no number: those of columns stand apart anyway."""
    return character > "\u2e7f" and not character.isdigit()


def text_of(glyphs: Sequence[Glyph], em: float, *, cell: bool = False) -> str:
    """Glyphs of one line as text; ``cell``: a cell holds one number, whose digits may stand apart."""
    if len(glyphs) < 2:
        return "".join(glyph.text for glyph in glyphs)
    gaps = [after.x0 - before.x1 for before, after in pairwise(glyphs)]
    if max(gaps) <= _WORD_GAP * em:
        return "".join(glyph.text for glyph in glyphs)
    spread = spread_of(glyphs)
    word, wide = spread + _WORD_GAP * em, 2 * spread + _WIDE_GAP * em
    parts = [glyphs[0].text]
    for gap, before, after in zip(gaps, glyphs, glyphs[1:], strict=False):
        if gap > word:
            if narrow(before.text) and narrow(after.text):
                limit = word
                if cell and before.text.isdigit() and after.text.isdigit():
                    limit = max(word, _CELL_NUMBER_GAP * em)
            else:
                limit = wide
            if gap > limit:
                parts.append(" ")
        parts.append(after.text)
    return "".join(parts)


def needs_blank(before: str, after: str) -> bool:
    """Whether a line's end between two characters stands for a blank: between two Latin words only."""
    return before.isascii() and before.isalpha() and after.isascii() and after.isalpha()


def first_token_width(line: Line) -> float:
    """Points that the first unbreakable piece of a line takes.

    That is a Chinese character, a word or a number, with the opening marks before it and the closing
    marks after it, which may not begin or end a line.
    """
    glyphs = iter(line.glyphs)
    first = next(glyphs)
    end, last, inside = first.x1, first.text, first.text not in _OPENING
    for glyph in glyphs:
        in_word = narrow(last) and narrow(glyph.text) and glyph.x0 - end <= _WORD_GAP * line.em
        if inside and not in_word and glyph.text not in _CLOSING:
            break
        inside = inside or glyph.text not in _OPENING
        end, last = glyph.x1, glyph.text
    return end - line.x0
