"""Lines become paragraphs: a line that its paragraph filled goes on in the next one, over pages too."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Paragraph
from auditor.reading.pdf.lines import Line, first_token_width, middle, needs_blank

_INDENT = 0.8
"""Ems to the right of the margin from which on a line begins a paragraph."""
_SIZE_STEP = 1.12
"""Ratio of type sizes from which on two lines are of different kinds, such as a title and the text."""
_LEADING_STEP = 1.4
"""Times the usual distance of two lines: farther apart begins a paragraph."""
_TELLING = 8
"""Lines that tell the left margin of the pages that they stand on."""
_SENTENCE_END = frozenset("。！？；：!?;:…”』」》）")
_SENTENCE = re.compile(r"[，。；：！？]")
_MARK = re.compile(
    r"第?[一二三四五六七八九十]{1,3}(?:[、.．]|部分|章)|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.．、](?!\d)"
)
"""The number that a heading or an item begins with."""
_PART = re.compile(r"第?[一二三四五六七八九十]{1,2}(?:[、.．]|部分|章)")
"""The number that a part's heading begins with."""


class Frame(NamedTuple):
    """Where prose stands in this document: margins in points, the usual line distance in ems, body type."""

    left: float
    right: float
    leading: float
    em: float


def frames_of(pages: Sequence[tuple[float, Sequence[Line]]]) -> list[Frame]:
    """The frame of each page, given with its width, as the lines of all pages of that width show it together."""
    lines = [line for _, page in pages for line in page]
    if not lines:
        return [Frame(0.0, 0.0, 1.5, 12.0)] * len(pages)
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.em, 1)] += len(line.glyphs)
    em = max(sizes.items(), key=lambda entry: (entry[1], entry[0]))[0]
    by_width: defaultdict[int, list[Line]] = defaultdict(list)
    for width, page in pages:
        by_width[round(width)] += page
    usual = _left(lines)
    margins = {width: _margins(found, width, usual, em) for width, found in by_width.items()}
    steps = [
        _step(before, after) / em
        for width, page in pages
        for before, after in pairwise(page)
        if before.x1 > margins[round(width)][1] - 3 * em and 0 < _step(before, after) < 3 * em
    ]
    leading = middle(steps) if steps else 1.8
    return [Frame(*margins[round(width)], leading, em) for width, _ in pages]


def _left(lines: Sequence[Line]) -> float:
    starts = Counter(round(line.x0 / 2) for line in lines)
    common = [start for start, count in starts.items() if count >= max(2, len(lines) // 10)]
    return 2.0 * min(common) if common else min(line.x0 for line in lines)


def _margins(lines: Sequence[Line], width: float, usual: float, em: float) -> tuple[float, float]:
    """Left and right margin of the pages of one width; few lines say less than the document's usual left one."""
    if not lines:
        return usual, width - usual
    left = _left(lines) if len(lines) >= _TELLING else min(usual, _left(lines))
    ends = sorted((line.x1 for line in lines), reverse=True)
    # The third longest line: one that hangs over the margin is no measure.
    right = ends[min(2, len(ends) - 1)]
    if sum(end > right - 1.5 * em for end in ends) < max(4, 0.3 * len(lines)):
        # Short texts don't show the margin: what they leave free must be as much as on the left.
        right = max(right, width - max(left, 0.1 * width) - em)
    return left, right


def _step(before: Line, line: Line) -> float:
    """Points from one line's middle down to the next one's: type of another font may hang lower."""
    return (line.top + line.bottom - before.top - before.bottom) / 2


def continues(before: Line, line: Line, frame: Frame, *, same_page: bool) -> bool:
    """Whether ``line`` is in the paragraph of the line before it."""
    if max(before.em, line.em) > _SIZE_STEP * min(before.em, line.em):
        return False
    if is_title(before, frame) and is_title(line, frame):
        return same_page and _step(before, line) < 3 * line.em
    if same_page and _goes_on_centred(before, line, frame):
        return True
    if line.x0 > frame.left + _INDENT * line.em and line.x0 > before.x0 - _INDENT * line.em:
        return False
    # A title in larger type leads its lines as much more.
    em = max(frame.em, min(before.em, line.em))
    if same_page and _step(before, line) > _LEADING_STEP * frame.leading * em:
        return False
    # No sentence goes on from a line without any mark to another one that begins with a part's number.
    if _PART.match(line.text) and not (_SENTENCE.search(before.text) or _SENTENCE.search(line.text)):
        return False
    # After a full stop that fills its line the next item's number tells what the layout doesn't.
    if _MARK.match(line.text) and (
        before.glyphs[-1].text in _SENTENCE_END or _is_heading(before.text) or _is_centred(before, frame)
    ):
        return False
    # A line ends early where the next piece would still have fitted in; punctuation may hang.
    return frame.right - before.x1 < first_token_width(line) + 0.4 * line.em


def _goes_on_centred(before: Line, line: Line, frame: Frame) -> bool:
    """Whether a long line in the middle goes on in a short one in the middle: a title in the type of the text."""
    middle = (frame.left + frame.right) / 2
    room = frame.right - frame.left
    return (
        before.x1 - before.x0 > 0.6 * room > line.x1 - line.x0
        and line.x0 > before.x0 + 3 * line.em
        and all(abs((one.x0 + one.x1) / 2 - middle) < line.em for one in (before, line))
        and _step(before, line) < _LEADING_STEP * frame.leading * frame.em
        and not _SENTENCE.search(before.text)
        and not _MARK.match(line.text)
    )


def _is_centred(line: Line, frame: Frame) -> bool:
    """Whether a line leaves as much free on the left as on the right, and has nothing of a sentence."""
    left, right = line.x0 - frame.left, frame.right - line.x1
    return min(left, right) > _INDENT * line.em and abs(left - right) < line.em and not _SENTENCE.search(line.text)


def _is_heading(text: str) -> bool:
    """Whether a line begins with a number as headings do and has nothing of a sentence."""
    return _MARK.match(text) is not None and not _SENTENCE.search(text)


def is_title(line: Line, frame: Frame) -> bool:
    """Whether a line is set larger than the text and in the middle of the page."""
    middle = (line.x0 + line.x1) / 2
    return line.em > _SIZE_STEP * frame.em and abs(middle - (frame.left + frame.right) / 2) < 2 * line.em


def joined(lines: Sequence[Line], where: str) -> Paragraph:
    """The lines of one paragraph as its text."""
    parts: list[str] = []
    for line in lines:
        text = line.text
        if parts and needs_blank(parts[-1][-1], text[0]):
            parts.append(" ")
        parts.append(text)
    return Paragraph("".join(parts), where)
