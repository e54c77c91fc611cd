"""Other ways to read the lines of a text's tables, tried where the first one left cells unread.

What a line's end, an empty line or a bar means is not written in the text: a row may be broken over lines,
and an empty line may be a blank cell.  Each way here takes the same lines otherwise; what it says counts only for rows
that no way before could read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from auditor.reading.blocks import Grid, Paragraph
from auditor.reading.outline import PartBlocks
from auditor.reading.tables.forms import plain_key
from auditor.reading.tables.fragments import Entry
from auditor.reading.tables.labels import known_labels
from auditor.reading.text.document import line_number
from auditor.reading.text.flat_lines import FlatPart, FlatTable, flat_entries, part_lines
from auditor.reading.text.pipes import as_lines


def other_readings(parts: Sequence[PartBlocks], split: Sequence[FlatPart]) -> Iterator[list[Entry]]:
    """Labels and cells as other ways take them: rows as cells in lines; empty lines as blank cells."""
    torn = [_as_lines(part) for part in parts]
    if any(part is not other for part, other in zip(parts, torn, strict=True)):
        yield flat_entries([part_lines(part) for part in torn])
    gapped = [part._replace(tables=tuple(_with_blanks(table, part.prose) for table in part.tables)) for part in split]
    if any(part.tables != other.tables for part, other in zip(split, gapped, strict=True)):
        yield flat_entries(gapped)


def _as_lines(part: PartBlocks) -> PartBlocks:
    """The part with its grids as the lines that they were made of; itself where it has none."""
    if not any(isinstance(block, Grid) and block.lines for block in part.blocks):
        return part
    return part._replace(blocks=tuple(as_lines(part.blocks)))


def _with_blanks(whole: FlatTable, beside: Sequence[Paragraph]) -> FlatTable:
    """The table with a blank cell for every gap that is twice the usual one, thrice …; itself where gaps differ.

    ``beside`` is the prose of its part.
    """
    if whole.barred or len(whole.lines) < 2:
        return whole
    heading, *table = whole.lines
    numbers = [line_number(line.where) for line in table]
    prose = [line_number(line.where) for line in beside]
    steps = [0 if any(before < at < after for at in prose) else after - before for before, after in pairwise(numbers)]
    # Nothing is blank between one head and the next.
    heads = [_is_head(line.text) for line in table]
    units = Counter(step for step, (one, other) in zip(steps, pairwise(heads), strict=True) if one and other and step)
    unit = max(units, key=lambda step: (units[step], -step), default=0)
    if not unit or any(step % unit for step in steps) or all(step <= unit for step in steps):
        return whole
    cells = [heading, *table[:1]]
    for line, step in zip(table[1:], steps, strict=True):
        cells += [Paragraph("", line.where)] * (max(step // unit, 1) - 1)
        cells.append(line)
    return whole._replace(lines=cells)


def _is_head(text: str) -> bool:
    key = plain_key(text)
    return key in known_labels().every and key not in known_labels().rows
