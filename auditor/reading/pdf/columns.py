"""Tables without rulings: rows whose numbers stand below each other, where that is certain.

Steps: cut each line into pieces at wide gaps (``rows``); take the lines whose numbers share columns
(``regions``); gather lines of numbers to rows (``bands``); join the lines of each text and give each row its
label (``pieces``, ``labels``); put heads above their columns.  What fits nowhere stays a line of text.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from auditor.reading.blocks import Grid, Slot
from auditor.reading.pdf.bands import Band, bands_of
from auditor.reading.pdf.doubts import ALL, doubt_around, doubt_beside, doubt_rests, doubtful_numbers, overlap
from auditor.reading.pdf.glyphs import UNKNOWN
from auditor.reading.pdf.labels import Label, labels_of, parted
from auditor.reading.pdf.lines import Line
from auditor.reading.pdf.pieces import Block, blocks_of, pieces_of
from auditor.reading.pdf.regions import Extent, Region, is_beside, regions
from auditor.reading.pdf.rows import COUNTED, Row, is_value, row_of
from auditor.reading.pdf.values import Edge
from auditor.reading.tables.values import looks_like_value

_LABEL_LINES, _HEAD_LINES = 3, 14
"""Lines of a broken label below its numbers, and lines of heads above a table's first row."""
_SENTENCE_END = frozenset("。！？；!?;")
_LEAD_IN = re.compile(r".*[，,].*[：:]")
"""The end of a sentence that leads to a table; the notes in heads have no comma before their colon."""
_HEADING = re.compile(r"第?[一二三四五六七八九十]{1,2}(?:[、.．]|部分|章)")
_AROUND = 3
"""Lines above and below a table's body that may be of its cells."""
_NEAR = 1.3
"""Ems from a row of numbers within which a text may be its label."""


class Columned(NamedTuple):
    """The lines of a page, each with its top, those of a table as one Grid; the columns of a table at the end."""

    items: list[tuple[float, Line | Grid]]
    columns: Sequence[Extent]


def columned(lines: Sequence[Line], rules: Sequence[Edge], where: str, before: Sequence[Extent] = ()) -> Columned:
    """The tables among the lines of a page's prose.

    ``rules`` are the level rulings of the page: some tables rule their rows and not their columns.
    ``before`` are the columns of the table that the previous page ended with.
    """
    rows = [row_of(line) for line in lines]
    if not any(row.numbers for row in rows):
        return Columned([(line.top, line) for line in lines], ())
    found: list[tuple[float, Line | Grid]] = []
    columns: Sequence[Extent] = ()
    done = 0
    for region in regions(rows, before):
        if region.start < done:
            continue
        first = _heads_from(rows, region.start, done)
        laid = table(rows, first, region, rules, where)
        found += [(row.line.top, row.line) for row in rows[done:first]]
        found.append((rows[first].line.top, laid.grid))
        done, columns = laid.end, laid.columns
    found += [(row.line.top, row.line) for row in rows[done:]]
    return Columned(found, columns if done == len(rows) else ())


def _heads_from(rows: Sequence[Row], start: int, floor: int) -> int:
    """Where the heads above a table's first row of numbers begin: below the last heading or sentence."""
    first = start
    while first > max(floor, start - _HEAD_LINES):
        row = rows[first - 1]
        if row.numbers or (ends_text(row.line) and not _begins_label(row.line, rows[first].line)):
            break
        first -= 1
    return first


def _begins_label(line: Line, below: Line) -> bool:
    """Whether a line with a number goes on in the next one as a label does: as close, and in the same type."""
    step = (below.top + below.bottom - line.top - line.bottom) / 2
    return line.text[-1] not in _SENTENCE_END and step < 1.3 * line.em and abs(line.em - below.em) < 0.15 * line.em


def ends_text(line: Line) -> bool:
    """Whether a line ends what stands before a table: it is a heading, or the end of a sentence."""
    text = line.text
    return text[-1] in _SENTENCE_END or _LEAD_IN.fullmatch(text) is not None or _HEADING.match(text) is not None


def heads_alone(lines: Sequence[Line], where: str) -> Grid:
    """Heads whose table begins on the next page."""
    pieces = [piece for index, line in enumerate(lines) for piece in pieces_of(index, (line,), anchor=-1)]
    blocks = sorted(blocks_of(pieces, ()), key=lambda block: block.middle)
    found = _head_rows(blocks, [(0.0, 0.0)])
    slots = [slot._replace(row=index) for index, (_, row) in enumerate(found) for slot in row]
    return Grid(tuple(slots), len(found), 3, where)


class Laid(NamedTuple):
    """A table as laid out, the index of the first line that is no longer of it, its columns of numbers."""

    grid: Grid
    end: int
    columns: Sequence[Extent]


def table(rows: Sequence[Row], first: int, region: Region, rules: Sequence[Edge], where: str) -> Laid:
    """The table whose heads begin at line ``first`` and whose numbers stand in a region.

    It has a column for group labels, one for labels, one for each column of numbers.
    """
    start, end, columns = region
    tail = end
    while tail < min(len(rows), end + _LABEL_LINES) and is_beside(rows[tail], columns):
        tail += 1
    bands = bands_of(rows, start, end, columns, rules)
    anchors = {line: at for at, band in enumerate(bands) for line in band.lines}
    pieces = [
        piece
        for index in range(first, tail)
        for piece in pieces_of(index, rows[index].texts, anchor=anchors.get(index, -1))
    ]
    blocks = blocks_of(pieces, rules)
    heights = [band.height for band in bands]
    edge = columns[0][0]
    blocks = [part for block in blocks for part in parted(block, heights, edge)]
    labels = labels_of(heights, edge, blocks)
    used = {id(block) for label in labels for block in (label.own, *label.groups) if block is not None}
    # Lines below the last row are its label's, or they are no part of the table.
    stays = [block for block in blocks if id(block) in used or block.pieces[-1].row < end]
    end = max([end, *(piece.row + 1 for block in stays for piece in block.pieces)])
    free = sorted((block for block in stays if id(block) not in used), key=lambda block: block.middle)
    if any(block.pieces[0].row >= start and is_value(block.text) for block in free):
        # A number that is of no row: the rows aren't what they seem, so no label is certain.
        labels = [Label(None, ())] * len(labels)
    columns = _with_heads(columns, free, labels, heights[0])
    places = [next(at for at, each in enumerate(columns) if each[0] <= x0 < each[1]) for x0, _ in region.columns]
    doubtful = doubtful_numbers(bands, labels)
    doubt_rests(doubtful, bands, labels)
    doubt_beside(doubtful, bands, free, region.columns)
    around = [*rows[max(0, start - _AROUND) : start], *rows[end : end + _AROUND]]
    doubt_around(doubtful, bands, around, region.columns)
    laid = [
        (band.height, _row_slots(label, band, columns, places, unknown))
        for band, label, unknown in zip(bands, labels, doubtful, strict=True)
    ]
    laid += [
        (height, _with_blanks(slots, height, bands, labels, free, columns))
        for height, slots in _head_rows(free, columns)
    ]
    laid.sort(key=lambda entry: entry[0])
    slots = [slot._replace(row=index) for index, (_, found) in enumerate(laid) for slot in found]
    return Laid(Grid(tuple(slots), len(laid), len(columns) + 2, where), end, columns)


def _with_heads(
    columns: Sequence[Extent], free: Sequence[Block], labels: Sequence[Label], first: float
) -> list[Extent]:
    """The columns with those that have a head and no number: heads right of all labels with nothing below them.

    Where there are as many heads as columns each column reaches over its head, though the head may begin at
    one side of the column and the numbers end at the other.  ``first`` is the height of the first row.
    """
    reach = max((label.own.x1 for label in labels if label.own is not None), default=0.0)
    heads = [block for block in free if block.x0 >= reach and block.middle < first]
    lowest = [
        head
        for head in heads
        if not any(other.middle > head.middle + 1 and overlap(head, (other.x0, other.x1)) for other in heads)
    ]
    extents = sorted((head.x0, head.x1) for head in lowest)
    if len(extents) == len(columns):
        return [(min(one[0], two[0]), max(one[1], two[1])) for one, two in zip(columns, extents, strict=True)]
    if all(any(overlap(head, column) for head in lowest) for column in columns):
        fresh = [head for head in lowest if not any(overlap(head, column) for column in columns)]
        return sorted([*columns, *((head.x0, head.x1) for head in fresh)])
    return list(columns)


def _row_slots(
    label: Label, band: Band, columns: Sequence[Extent], places: Sequence[int], unknown: set[int]
) -> list[Slot]:
    """A row; ``places`` are the columns that its numbers' columns are among all ``columns``."""
    group = "".join(block.text for block in label.groups)
    text = label.own.text if label.own else ""
    slots = [Slot(0, 0, 1, 1, group), Slot(0, 1, 1, 1, text)] if group else [Slot(0, 0, 1, 2, text)] if text else []
    # A cell where nothing is printed is blank.
    texts = [UNKNOWN if len(unknown) == ALL else ""] * len(columns)
    for own, place in enumerate(places):
        texts[place] = UNKNOWN if own in unknown else band.text(own)
    return slots + [Slot(0, place + 2, 1, 1, shown) for place, shown in enumerate(texts)]


def _with_blanks(
    slots: list[Slot],
    height: float,
    bands: Sequence[Band],
    labels: Sequence[Label],
    free: Sequence[Block],
    columns: Sequence[Extent],
) -> list[Slot]:
    """A label that stands alone in its row, given its blank cells.

    It stands in line with the labels of the rows above and below, and those have their own.
    """
    block = next((block for block in free if block.middle == height), None)
    if block is None or len(slots) != 1 or slots[0].column != 0 or block.x1 >= columns[0][0]:
        return slots
    above = max((at for at, band in enumerate(bands) if band.height < height), default=None)
    below = min((at for at, band in enumerate(bands) if band.height > height), default=None)
    near = [at for at in (above, below) if at is not None]
    owns = [labels[at].own for at in near]
    if any(own is None or not overlap(block, (own.x0, own.x1)) for own in owns):
        return slots
    if any(abs(bands[at].height - height) < _NEAR * block.pieces[0].line.em for at in near):
        return slots
    return slots + [Slot(0, place + 2, 1, 1, "") for place in range(len(columns))]


def _head_rows(blocks: Sequence[Block], columns: Sequence[Extent]) -> list[tuple[float, list[Slot]]]:
    """Texts that stand beside no numbers, those of one height in one row, each above the columns that it covers."""
    found: list[tuple[float, list[Slot]]] = []
    for block in blocks:
        covered = [i for i, column in enumerate(columns) if overlap(block, column)]
        over = covered and (block.x0 + block.x1) / 2 >= columns[0][0] - block.pieces[0].line.em
        column, span = (covered[0] + 2, len(covered)) if over else (0, 2)
        slot = Slot(0, column, 1, span, block.text)
        if found and block.middle - found[-1][0] < 0.5 * block.pieces[0].line.em:
            found[-1][1].append(slot)
        else:
            found.append((block.middle, [slot]))
    return [(height, _certain(sorted(slots, key=lambda slot: slot.column), len(columns))) for height, slots in found]


def _certain(slots: list[Slot], columns: int) -> list[Slot]:
    """The texts of a row beside no numbers; what look like its values stay unknown where a column has not one."""
    labels = [slot for slot in slots if slot.column == 0]
    values = [slot for slot in slots if slot.text[0] in COUNTED and looks_like_value(slot.text)]
    if not values or len(slots) == 1 or (len(labels) == 1 and len({slot.column for slot in slots}) == len(slots)):
        return slots
    kept = [slot for slot in labels if slot not in values]
    return kept + [Slot(0, place + 2, 1, 1, UNKNOWN) for place in range(columns)]
