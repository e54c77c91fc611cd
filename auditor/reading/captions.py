"""Lines beside a table that only name or furnish it: 单位：件, 续表, 附表2 …统计表, a page number between its halves.

They are no prose of the part.  The words are in ``lexicons/outline.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from auditor.model import Part
from auditor.reading.blocks import Block, Grid, Paragraph
from auditor.reading.headings import CHINESE, unnumbered_heading
from auditor.resources import load_lexicon

LONGEST = 60
_PAGE = re.compile(r"[-—–－·~]+\s*\d{1,3}\s*[-—–－·~]+|第\s*\d{1,3}\s*页(?:[，,\s/]*共\s*\d{1,3}\s*页)?")
_NUMBER = re.compile(r"\d{1,3}")
_SENTENCE = re.compile("[。；！？，]")


class _Words(NamedTuple):
    fields: re.Pattern[str]
    continued: re.Pattern[str]
    numbered: re.Pattern[str]
    ends: tuple[str, ...]
    notes: re.Pattern[str]


@cache
def _words() -> _Words:
    words = load_lexicon("outline")["beside_tables"]

    def any_of(name: str) -> str:
        return "|".join(map(re.escape, words[name]))

    ordinal = rf"[\d{CHINESE}]{{1,3}}"
    return _Words(
        re.compile(rf"[（(\[【]?(?:{any_of('fields')})\s*[:：].{{0,30}}"),
        re.compile(rf"(?:表\s*{ordinal})?[（(\[【]?(?:{any_of('continued')})(?:{ordinal})?[)）\]】]?[:：]?"),
        re.compile(rf"(?:{any_of('numbered')})\s*{ordinal}(?:[-—.]\d)?(?!\d*[年月日件])[^。；！？]{{0,40}}"),
        tuple(words["ends"]),
        re.compile(rf"(?:{any_of('notes')})\s*[:：]"),
    )


def is_note(text: str) -> bool:
    """Whether the only text of a table's row is a remark on the table (注：本表…)."""
    return _words().notes.match(text) is not None


def is_caption(text: str) -> bool:
    """Whether a line right beside a table only names or furnishes it."""
    if len(text) > LONGEST:
        return False
    words = _words()
    if words.continued.fullmatch(text) or _PAGE.fullmatch(text):
        return True
    if _SENTENCE.search(text):
        return False
    return bool(words.fields.fullmatch(text) or words.numbered.fullmatch(text)) or text.endswith(words.ends)


def without_captions(blocks: Sequence[Block], part: Part | None) -> list[Block]:
    """The blocks of a part without the captions beside its tables."""
    grids = [index for index, block in enumerate(blocks) if isinstance(block, Grid)]
    if not grids:
        return list(blocks)
    out: set[int] = set()
    for grid in grids:
        for way in (range(grid - 1, -1, -1), range(grid + 1, len(blocks))):
            out.update(_captions(blocks, way, part))
    for before, after in pairwise(grids):
        # Nothing but a number between two tables can only be the page's.
        between = blocks[before + 1 : after]
        if len(between) == 1 and isinstance(between[0], Paragraph) and _NUMBER.fullmatch(between[0].text):
            out.add(before + 1)
    return [block for index, block in enumerate(blocks) if index not in out]


def _captions(blocks: Sequence[Block], way: Iterable[int], part: Part | None) -> Iterable[int]:
    """The places of the captions one after the other from a table on."""
    for index in way:
        block = blocks[index]
        if not isinstance(block, Paragraph) or not (is_caption(block.text) or _names(block.text, part)):
            return
        yield index


def _names(text: str, part: Part | None) -> bool:
    """Whether a line is the title of the part once more."""
    heading = unnumbered_heading(text) if part is not None else None
    return heading is not None and heading.part == part
