"""Sentences broken at line breaks of a page: the lines of one paragraph are joined again.

Editors press Enter where a printed line ended, and converters keep the lines of a page.  A line goes on in
the next where the sentence is plainly not at its end, or where the lines all break at one width.
"""

from __future__ import annotations

import re
from collections.abc import Set

from auditor.reading.blocks import Paragraph
from auditor.reading.headings import heading_of
from auditor.reading.html.walking import Placed
from auditor.reading.page_lines import is_page_field, is_page_line
from auditor.reading.prose import begins_item, is_title_line, wrap_width

SHORTEST = 16
"""A shorter line (a signature, a sub-heading, a field) ends where it ends, unless it ends in a comma."""
_GOES_ON = frozenset("，、,（(《“")
_CANT_BEGIN = frozenset("，。、；：）》”！？,;)%％")
_SENTENCE_ENDS = frozenset("。！？；：!?;:…”』」》）)")
_WITHIN = frozenset("。，；")
_FIELD = re.compile("[^，。；]{1,8}[：:]")
_NEARLY = 4
"""Lines of one width differ by so many characters: no line begins with a comma."""


def rejoined(placed: list[Placed], follows: Set[int]) -> list[Placed]:
    """The blocks with broken lines joined; ``follows`` are the places of lines that one break parts from the last."""
    lines = [placed[at] for at in sorted({*follows, *(at - 1 for at in follows)})]
    width = wrap_width(item.block for item in lines if isinstance(item.block, Paragraph))
    joined: list[Placed] = []
    length = 0
    for at, item in enumerate(placed):
        block = item.block
        length, before = (len(block.text) if isinstance(block, Paragraph) else 0), length
        last = joined[-1] if joined else item
        if at in follows and isinstance(block, Paragraph) and isinstance(last.block, Paragraph):
            wrapped = width > 0 and before >= width - _NEARLY
            if _goes_on(last, item, wrapped):
                joined[-1] = last._replace(block=last.block._replace(text=_together(last.block.text, block.text)))
                continue
        joined.append(item)
    return joined


def _goes_on(last: Placed, item: Placed, wrapped: bool) -> bool:
    """Whether the sentence at the end of a line goes on in the next."""
    first, second = last.block, item.block
    if not isinstance(first, Paragraph) or not isinstance(second, Paragraph):
        return False
    text, after = first.text, second.text
    if text[-1] in _SENTENCE_ENDS or last.is_link or item.is_link or begins_item(after):
        return False
    if any(_stands_alone(line) for line in (text, after)):
        return False
    if text[-1] in _GOES_ON or after[0] in _CANT_BEGIN:
        return True
    if wrapped:
        return _is_prose(text) or not begins_item(text)
    if len(text) < SHORTEST or not _is_prose(text) or _FIELD.match(after):
        return False
    return not (text[-1].isdigit() and after[0].isdigit())


def _is_prose(text: str) -> bool:
    """Whether a line is more than a sub-heading: it has sentences, or at least clauses and no number before them."""
    return "。" in text or (not begins_item(text) and any(mark in _WITHIN for mark in text))


def _stands_alone(text: str) -> bool:
    """Whether a line is a row of cells, a title, a heading or the page's own."""
    if "|" in text:
        return True
    if is_title_line(text) or is_page_line(text) or is_page_field(text):
        return True
    heading = heading_of(text)
    return heading is not None and heading.rank > 0


def _together(text: str, after: str) -> str:
    """Two lines as one; only words of letters are parted by a blank."""
    return f"{text} {after}" if _is_letter(text[-1]) and _is_letter(after[0]) else text + after


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
