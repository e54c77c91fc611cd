"""The same report once more on one page, as pages keep it for printing: only the first copy is read as prose.

The tables of the second are compared with those of the first (``tables/collect.py``).
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.headings import Heading
from auditor.reading.identity import title_of

FEWEST_PARTS = 4
"""So many parts must stand before and after the place where the first of them comes again."""

Found = list[tuple[int, Heading]]


def without_second_copy(blocks: Sequence[Block], found: Found) -> tuple[Sequence[Block], Found]:
    """The blocks and headings up to the second copy of the report."""
    sure = [(index, heading) for index, heading in found if heading.rank > 1]
    for at in range(FEWEST_PARTS, len(sure) - FEWEST_PARTS + 1):
        if sure[at][1].part == sure[0][1].part and min(_parts(sure[:at]), _parts(sure[at:])) >= FEWEST_PARTS:
            end = _begins(blocks, sure[0][0], sure[at - 1][0] + 1, sure[at][0])
            return blocks[:end], [(index, heading) for index, heading in found if index < end]
    return blocks, found


def _parts(found: Found) -> int:
    return len({heading.part for _, heading in found})


def _begins(blocks: Sequence[Block], front: int, start: int, end: int) -> int:
    """Where the second copy begins between the last heading of the first and its own first one."""
    above = {block.text for block in blocks[:front] if isinstance(block, Paragraph)}
    for index in range(start, end):
        block = blocks[index]
        if isinstance(block, Paragraph) and (block.text in above or title_of([block.text]).agency):
            return index
    return end
