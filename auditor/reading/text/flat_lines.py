"""Plain text keeps tables as lines: which lines of a part are table and which are prose."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.outline import PartBlocks
from auditor.reading.tables.forms import PARTS, form_of, plain_key
from auditor.reading.tables.values import looks_like_value

_SHORT = 14
_STOPS = frozenset("。；，,！？")


class FlatPart(NamedTuple):
    """The lines of one part, parted."""

    prose: list[Paragraph]
    table: list[Paragraph]


def part_lines(part: PartBlocks, barred: bool) -> FlatPart:
    """The prose and the table lines of a part; pictures and grids are left out of both."""
    if barred:
        return _barred(part.blocks)
    lines = [block for block in part.blocks if isinstance(block, Paragraph)]
    if part.part not in PARTS:
        return FlatPart(lines, [])
    return _bare(lines)


def _barred(blocks: Sequence[Block]) -> FlatPart:
    """A bar makes a table line; a short line between two of them is the first half of a broken cell."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    prose: list[Paragraph] = []
    table: list[Paragraph] = []
    done = 0
    for start, end in _runs([at for at, line in enumerate(lines) if "|" not in line.text]):
        table += lines[done:start]
        waiting, done = lines[start:end], end
        if end < len(lines):
            _part_waiting(waiting, lines[end].text, prose, table)
            continue
        # A table's last cell may have lost its bar.
        if table and looks_like_value(waiting[0].text):
            table.append(waiting.pop(0))
        prose += waiting
    table += lines[done:]
    return FlatPart(prose, table)


def _runs(places: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Runs of neighbouring places, each from its first to behind its last."""
    start = end = -1
    for place in places:
        if place != end:
            if start >= 0:
                yield start, end
            start = place
        end = place + 1
    if start >= 0:
        yield start, end


def _part_waiting(waiting: Sequence[Paragraph], after: str, prose: list[Paragraph], table: list[Paragraph]) -> None:
    """Lines without a bar, sorted by the barred line ``after`` them and by what stands before them."""
    if after.strip() == "|":
        # The bar of a cell may stand on a line of its own.
        prose.extend(waiting[:-1])
        table.append(waiting[-1])
        return
    fits = all(len(line.text) <= _SHORT and not _STOPS.intersection(line.text) for line in waiting)
    (table if fits and (table or after.lstrip()[:1] == "|") else prose).extend(waiting)


def _bare(lines: Sequence[Paragraph]) -> FlatPart:
    """Without bars a table is what lies between its first label and its last value."""
    form = form_of("2021")
    first = last = -1
    for index, line in enumerate(lines):
        text = line.text
        if first >= 0 and looks_like_value(text):
            last = index
        elif first < 0 and len(text) < 60:
            key = plain_key(text)
            if key in form.rows or key in form.heads or key in form.active_heads:
                first = index
    if first < 0 or last < 0:
        return FlatPart(list(lines), [])
    return FlatPart([*lines[:first], *lines[last + 1 :]], list(lines[first : last + 1]))
