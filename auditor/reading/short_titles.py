"""Headings whose title is too short to be known by itself (总体情况, 其他), found where their part must stand.

A short title also heads sub-topics and rows.  It is taken for a part's heading only between the headings
of the parts before and after it, in the same style of numbering (1. 2. 3., （一）（二）, none at all).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import get_args

from auditor.model import Part
from auditor.reading.blocks import Block, Paragraph
from auditor.reading.headings import CHINESE, Heading, number_of, unnumbered_heading

FEWEST_KNOWN = 3
"""So many headings must be known before others are looked for between them."""
_LONGEST = 24
_STYLES = re.compile(
    rf"[\s#*]*(?:(?P<bracketed>[(（](?P<in_brackets>[{CHINESE}]|\d)[)）])|(?P<arabic>\d)\s*[、.．:：]"
    rf"|(?P<chinese>第?[{CHINESE}](?:部分|章)?[、.．,，:：\s]))\s*"
)


def _style(text: str) -> tuple[str, str, str]:
    """How a line is numbered, its number, and what follows."""
    found = _STYLES.match(text)
    if found is None:
        return "", "", text
    kind = next(name for name in ("bracketed", "arabic", "chinese") if found[name])
    return kind, found["in_brackets"] or found["arabic"] or "", text[found.end() :]


def with_short_titles(blocks: Sequence[Block], found: list[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
    """The headings with those of the parts that are missing among them, where they can be told."""
    placed = {heading.part: index for index, heading in found if heading.rank > 0 and heading.part is not None}
    order = [part for part in get_args(Part) if part != "preamble"]
    missing = [part for part in order if part not in placed]
    if not missing or len(placed) < FEWEST_KNOWN:
        return found
    styles = {_style(_text(blocks[index]))[0] for index in placed.values()}
    if len(styles) > 1 or "chinese" in styles:
        return found
    style = styles.pop()
    added = list(found)
    for part in missing:
        at = order.index(part)
        start = max((placed[other] + 1 for other in order[:at] if other in placed), default=0)
        end = min((placed[other] for other in order[at + 1 :] if other in placed), default=len(blocks))
        for index in range(start, end):
            heading = _short(_text(blocks[index]), part, style)
            if heading is not None:
                placed[part] = index
                added.append((index, heading))
                break
    return sorted(added, key=lambda pair: pair[0])


def _text(block: Block) -> str:
    return block.text.strip() if isinstance(block, Paragraph) else ""


def _short(text: str, part: Part, style: str) -> Heading | None:
    """The heading of ``part`` that a line is, in a style."""
    if not 2 <= len(text) <= _LONGEST:
        return None
    kind, number, title = _style(text)
    if kind != style or (number and number not in (number_of(part), str(CHINESE.index(number_of(part)) + 1))):
        return None
    heading = unnumbered_heading(title, below_tables=True)
    return heading._replace(printed_number=number) if heading is not None and heading.part == part else None
