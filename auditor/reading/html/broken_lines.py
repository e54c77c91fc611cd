"""Sentences broken at line breaks of a page: the lines of one paragraph are joined again.

Editors press Enter where a printed line ended, and converters keep the lines of a page.  A line goes on in
the next where the sentence is plainly not at its end, or where the lines all break at one width.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from itertools import pairwise

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
    run: list[Placed] = []
    for at, item in enumerate(placed):
        if not (at in follows and run and _goes_on(run, item, width)):
            joined += _together(run)
            run = []
        run.append(item)
    return [*joined, *_together(run)]


def _goes_on(run: Sequence[Placed], item: Placed, width: int) -> bool:
    """Whether the sentence at the end of the last of some lines goes on in the next."""
    last = run[-1]
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
    goes_on = len(run) > 1
    if width and len(text) >= width - _NEARLY:
        return goes_on or _is_prose(text) or not begins_item(text)
    if len(text) < SHORTEST or not (goes_on or _is_prose(text)) or _FIELD.match(after):
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


def _together(run: Sequence[Placed]) -> Sequence[Placed]:
    """Lines as one paragraph; only words of letters are parted by a blank."""
    if len(run) < 2:
        return run
    first = run[0].block
    texts = [item.block.text for item in run if isinstance(item.block, Paragraph)]
    gaps = [" " if _is_letter(text[-1]) and _is_letter(after[0]) else "" for text, after in pairwise(texts)]
    whole = "".join(map("".join, zip(["", *gaps], texts, strict=True)))
    return [run[0]._replace(block=Paragraph(whole, first.where))]


def _is_letter(character: str) -> bool:
    return character.isascii() and character.isalpha()
