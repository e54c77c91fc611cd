"""The parts of a report: which blocks stand under which heading, in printed order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from auditor.model import Part
from auditor.reading.blocks import Block, Paragraph
from auditor.reading.headings import (
    CHINESE,
    LONGEST,
    Heading,
    begins_heading,
    heading_of,
    number_of,
    unnumbered_heading,
)
from auditor.reading.second_copy import without_second_copy
from auditor.reading.short_titles import with_short_titles

_FIRST = frozenset("第" + CHINESE)
_MAY_BEGIN = frozenset("第#* \u3000" + CHINESE)
_BRACKETS = ("（", "(")
SHORTEST = 3
"""No heading has fewer characters: 六其他 lost the mark behind its number."""
FEWEST_NUMBERED = 3
"""With fewer numbered headings the numbers may have been lost."""
FEWEST_UNNUMBERED = 4
FEWEST_LISTED = 3
"""So many headings right below each other are a list, not parts without text."""


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
    """Split the blocks at the headings of the parts; the first item is what stands before them.

    headings -> those broken over lines joined -> lists of contents and second copies out -> short titles between them
    -> one heading a part -> parts
    """
    candidates = _candidates(blocks, bars_are_cells)
    blocks, candidates = _joined(blocks, candidates)
    if not bars_are_cells and sum(bool(heading.printed_number) for _, heading in candidates) < FEWEST_NUMBERED:
        candidates = _unnumbered(blocks) or candidates
    blocks, candidates = _without_lists(blocks, candidates)
    if not bars_are_cells:
        blocks, candidates = without_second_copy(blocks, candidates)
    found = _settled(with_short_titles(blocks, candidates), blocks)
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


_Found = list[tuple[int, Heading]]


def _joined(blocks: Sequence[Block], found: _Found) -> tuple[Sequence[Block], _Found]:
    """Headings that are broken after their number or inside their title, made one line."""
    known = {index for index, heading in found if heading.rank > 1}
    broken: list[tuple[int, Heading]] = []
    beginnings = [index for index, block in enumerate(blocks[:-1]) if _first_character(block) in _MAY_BEGIN]
    for index in beginnings:
        block, after = blocks[index], blocks[index + 1]
        if not isinstance(block, Paragraph) or not isinstance(after, Paragraph) or index in known:
            continue
        if begins_heading(block.text) and len(after.text) <= LONGEST:
            heading = heading_of(block.text + after.text)
            if heading is not None and heading.rank > 1 and not heading.rest:
                broken.append((index, heading))
    if not broken:
        return blocks, found
    seconds = {index + 1 for index, _ in broken}
    firsts = {index for index, _ in broken}
    kept = [index for index in range(len(blocks)) if index not in seconds]
    place = {index: at for at, index in enumerate(kept)}
    others = [pair for pair in found if pair[0] not in seconds and pair[0] not in firsts]
    return [blocks[index] for index in kept], sorted((place[index], heading) for index, heading in [*others, *broken])


def _first_character(block: Block) -> str:
    return block.text[:1] if type(block) is Paragraph else "|"


def _unnumbered(blocks: Sequence[Block]) -> _Found:
    """Headings without numbers: most of the titles, each on a line of its own; none where they are few."""
    found: _Found = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and len(block.text) <= LONGEST:
            below = bool(found) and found[-1][1].part == "problems"
            heading = unnumbered_heading(block.text, below_tables=below)
            if heading is not None:
                found.append((index, heading))
    return found if len({heading.part for _, heading in found}) >= FEWEST_UNNUMBERED else []


def _without_lists(blocks: Sequence[Block], found: _Found) -> tuple[Sequence[Block], _Found]:
    """The blocks without a list of contents: headings one below the other that all come again further on."""
    listed: set[int] = set()
    at = 0
    while at < len(found):
        end = at + 1
        parts = {found[at][1].part}
        while end < len(found) and found[end][0] == found[end - 1][0] + 1 and found[end][1].part not in parts:
            parts.add(found[end][1].part)
            end += 1
        run, later = found[at:end], {heading.part for _, heading in found[end:] if heading.part is not None}
        if len(run) >= FEWEST_LISTED and all(part in later for part in parts):
            listed.update(index for index, _ in run)
            before = blocks[run[0][0] - 1] if run[0][0] else None
            if isinstance(before, Paragraph) and len(before.text) < 6:
                # 目录
                listed.add(run[0][0] - 1)
        at = end
    if not listed:
        return blocks, found
    kept = [index for index in range(len(blocks)) if index not in listed]
    place = {index: at for at, index in enumerate(kept)}
    return [blocks[index] for index in kept], [(place[index], heading) for index, heading in found if index in place]


def _candidates(blocks: Sequence[Block], bars_are_cells: bool) -> list[tuple[int, Heading]]:
    found: list[tuple[int, Heading]] = []
    texts = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    # Nearly all lines of a flattened table end in a bar: they are sorted out first, all at once.
    places = [at for at, text in enumerate(texts) if "|" not in text] if bars_are_cells else range(len(texts))
    for index in places:
        text = texts[index]
        if len(text) < SHORTEST:
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
    found = _without_contents(_without_names(_without_topics(found, blocks)), len(blocks))
    best: dict[Part, int] = {}
    for index, heading in found:
        if heading.part is not None:
            held = best.get(heading.part)
            if held is None or _weight(heading) > _weight(dict(found)[held]):
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


def _without_topics(found: _Found, blocks: Sequence[Block]) -> _Found:
    """Without bracketed titles whose part has a heading of its own: they are topics of part 一."""
    bracketed = {index for index, _ in found if _text_at(blocks, index).startswith(_BRACKETS)}
    if not bracketed:
        return found
    headed = {heading.part for index, heading in found if index not in bracketed and heading.rank > 0}
    return [pair for pair in found if pair[0] not in bracketed or pair[1].part not in headed]


def _text_at(blocks: Sequence[Block], index: int) -> str:
    block = blocks[index]
    return block.text.lstrip(" #*\u3000") if isinstance(block, Paragraph) else ""


def _without_names(found: list[tuple[int, Heading]]) -> list[tuple[int, Heading]]:
    """Without titles that stand under the numbered heading of their own part: there they name its table."""
    kept: list[tuple[int, Heading]] = []
    for index, heading in found:
        above = kept[-1][1] if kept else None
        if above is None or heading.printed_number or not above.printed_number or heading.part != above.part:
            kept.append((index, heading))
    return kept


def _weight(heading: Heading) -> tuple[bool, int]:
    """How well a line heads its part: a title without a number may be that of the part's table."""
    return bool(heading.printed_number), heading.rank


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
