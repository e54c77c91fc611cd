"""The parts of a report: which blocks stand under which heading, in printed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.model import Part
from auditor.reading.blocks import Block, Paragraph
from auditor.reading.headings import CHINESE, LONGEST, Heading, heading_of, number_of

_FIRST = frozenset("第" + CHINESE)


class PartBlocks(NamedTuple):
    """A part with the blocks under its heading; the preamble has ``heading`` None."""

    heading: Heading | None
    where: str
    blocks: tuple[Block, ...]

    @property
    def part(self) -> Part | None:
        """The part's key, ``preamble`` for what stands before the first heading."""
        return self.heading.part if self.heading is not None else "preamble"

    @property
    def number(self) -> str:
        """The standard number; the printed one where the title is none of the six."""
        if self.heading is None:
            return ""
        return number_of(self.heading.part) if self.heading.part is not None else self.heading.printed_number


def outline(blocks: Sequence[Block], *, bars_are_cells: bool = False) -> tuple[PartBlocks, ...]:
    """Split the blocks at the headings of the parts; the first item is what stands before them."""
    found = _settled(_candidates(blocks, bars_are_cells), blocks)
    starts = [index for index, _ in found]
    first = starts[0] if starts else len(blocks)
    parts = [PartBlocks(None, "", tuple(blocks[:first]))]
    for (index, heading), end in zip(found, [*starts, len(blocks)][1:], strict=True):
        block = blocks[index]
        under: tuple[Block, ...] = tuple(blocks[index + 1 : end])
        if heading.rest:
            under = (Paragraph(heading.rest, block.where), *under)
        parts.append(PartBlocks(heading, block.where, under))
    return tuple(parts)


def _candidates(blocks: Sequence[Block], bars_are_cells: bool) -> list[tuple[int, Heading]]:
    found: list[tuple[int, Heading]] = []
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    # Nearly all lines of a flattened table end in a bar: they are sorted out first, all at once.
    places = [at for at, text in enumerate(texts) if "|" not in text] if bars_are_cells else range(len(texts))
    for index in places:
        text = texts[index]
        if len(text) < 4:
            continue
        # A cheap look before the full one: a heading is short, or starts with a number.
        if len(text) > LONGEST and text.lstrip(" 　#*")[:1] not in _FIRST:
            continue
        heading = heading_of(text)
        if heading is not None:
            found.append((index, heading))
    return found


def _settled(found: list[tuple[int, Heading]], blocks: Sequence[Block]) -> list[tuple[int, Heading]]:
    """Drop a list of contents, what repeats a part, and numbered lines that head no part."""
    found = _without_contents(found, len(blocks))
    best: dict[Part, int] = {}
    for index, heading in found:
        if heading.part is not None:
            held = best.get(heading.part)
            if held is None or heading.rank > dict(found)[held].rank:
                best[heading.part] = index
    kept: list[tuple[int, Heading]] = []
    previous = 0
    for index, heading in found:
        number = CHINESE.find(heading.printed_number) + 1 if heading.printed_number else 0
        if heading.part is not None and best[heading.part] == index:
            kept.append((index, heading))
            previous = number or CHINESE.find(number_of(heading.part)) + 1
        elif number and number == previous + 1 and (kept or number == 1) and _heads_a_part(heading, found, index):
            kept.append((index, heading))
            previous = number
    return kept


def _heads_a_part(heading: Heading, found: Sequence[tuple[int, Heading]], index: int) -> bool:
    """A numbered line with another title heads a part only if no standard title carries its number."""
    later = (other for at, other in found if at != index and other.rank)
    return all(other.printed_number != heading.printed_number for other in later)


def _without_contents(found: list[tuple[int, Heading]], blocks: int) -> list[tuple[int, Heading]]:
    """Without headings that have nothing under them although the same part has text elsewhere."""
    ends = [*(index for index, _ in found), blocks][1:]
    filled = {
        heading.part
        for (index, heading), end in zip(found, ends, strict=True)
        if end - index > 1 or heading.rest or end == blocks
    }
    return [
        (index, heading)
        for (index, heading), end in zip(found, ends, strict=True)
        if end - index > 1 or heading.rest or end == blocks or heading.part not in filled
    ]
