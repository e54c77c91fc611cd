"""Plain text keeps tables as lines: which lines of a part are table and which are prose."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.outline import PartBlocks
from auditor.reading.tables.disputes import ALL
from auditor.reading.tables.forms import PARTS
from auditor.reading.tables.fragments import Entry, entries_of
from auditor.reading.tables.labels import is_known, is_piece
from auditor.reading.tables.lines import cells_of_lines, is_value, keeps_rows
from auditor.reading.text.copies import copies

_SHORT = 14
_LONGEST_LABEL = 60
_STOPS = frozenset("。；，,！？")
FEWEST_GLUED = 3
"""So many rows with their values right behind the label show that all are written so."""
_CORNER = re.compile(r"\w{2,4}")
# The values of a row that stand behind its label without anything between.
_GLUED = re.compile(r"[\d.,，/\-—+增减元万]+\s*$")
_LONGEST_GLUED = 200
_SENTENCE = re.compile("[。；！？]")
# Page numbers that stand between the rows of a table; a bare number could be a cell and stays.
_FURNITURE = re.compile(r"[\s|]*(?:[-—–－·]+\s*\d{1,3}\s*[-—–－·]+|第\s*\d{1,3}\s*页.{0,12})[\s|]*")


class FlatTable(NamedTuple):
    """The lines of one table; ``barred`` says that it keeps bars between cells."""

    lines: list[Paragraph]
    barred: bool


class FlatPart(NamedTuple):
    """The lines of one part, parted; a table may stand in it more than once."""

    prose: list[Paragraph]
    tables: tuple[FlatTable, ...] = ()


class _Parted(NamedTuple):
    prose: list[Paragraph]
    table: list[Paragraph]


def part_lines(part: PartBlocks) -> FlatPart:
    """The prose and the table lines of a part; pictures and grids are left out of both."""
    found = [_one_copy(part._replace(blocks=tuple(blocks))) for blocks in copies(part.blocks)]
    if len(found) == 1:
        return found[0]
    prose = [line for copy in found for line in copy.prose]
    return FlatPart(prose, tuple(table for copy in found for table in copy.tables))


def _one_copy(part: PartBlocks) -> FlatPart:
    barred = any("|" in block.text for block in part.blocks if isinstance(block, Paragraph))
    prose, table = _barred(part.blocks, part.part in PARTS) if barred else _bare(part)
    if not table:
        return FlatPart(prose)
    if part.heading is not None:
        # The heading parts this table's first cells from the last row of the one before.
        title = part.heading.title
        table.insert(0, Paragraph(f"{title} |" if barred else title, part.where))
    return FlatPart(prose, (FlatTable(table, barred),))


def flat_entries(parts: Iterable[FlatPart]) -> list[Entry]:
    """Labels and cells of the tables; neighbouring tables that are written alike are looked at together."""
    found: list[Entry] = []
    tables = [table for part in parts for table in part.tables]
    for (barred, _), alike in groupby(zip(tables, _in_rows(tables), strict=True), key=_manner):
        found += entries_of(cells_of_lines([line for table, _ in alike for line in table.lines], barred))
    return found


def _manner(table: tuple[FlatTable, bool | None]) -> tuple[bool, bool | None]:
    return table[0].barred, table[1]


def _in_rows(tables: Sequence[FlatTable]) -> list[bool | None]:
    """Whether each table keeps its rows in lines; one that doesn't tell is as the one before it."""
    if len(tables) < 2:
        return [None] * len(tables)
    found: list[bool | None] = []
    for at, table in enumerate(tables):
        told = keeps_rows([line.text for line in table.lines], table.barred)
        found.append(found[-1] if told is None and at and tables[at - 1].barred == table.barred else told)
    for at in reversed(range(len(tables) - 1)):
        if found[at] is None and tables[at].barred == tables[at + 1].barred:
            found[at] = found[at + 1]
    return found


def ends_in_value(text: str) -> bool:
    """Whether a line is a value or ends in one that a space or a tab parts from what is before it."""
    return is_value(text) or (bool(tokens := text.rsplit(None, 1)) and is_value(tokens[-1]))


def _without_furniture(lines: Sequence[Paragraph]) -> list[Paragraph]:
    return [line for line in lines if len(line.text) > 20 or not _FURNITURE.fullmatch(line.text)]


def _barred(blocks: Sequence[Block], has_table: bool) -> _Parted:
    """A bar makes a table line; a line without one between two of them is a cell, or a half of one, or prose."""
    lines = [block for block in blocks if isinstance(block, Paragraph)]
    if not has_table and not any("|" in line.text for line in lines):
        return _Parted(lines, [])
    prose: list[Paragraph] = []
    table: list[Paragraph] = []
    done = 0
    for start, end in _runs([at for at, line in enumerate(lines) if "|" not in line.text]):
        table += lines[done:start]
        waiting, done = lines[start:end], end
        if end < len(lines):
            _part_waiting(_without_furniture(waiting), lines[end].text, prose, table)
            continue
        # A table's last cells may have lost their bars.
        kept = 0
        while table and kept < len(waiting) and _continues(waiting[kept].text):
            kept += 1
        table += waiting[:kept]
        prose += waiting[kept:]
    table += lines[done:]
    return _Parted(prose, table)


def _continues(text: str) -> bool:
    return is_value(text) or (len(text) <= _LONGEST_LABEL and (is_piece(text) or _is_row(text)))


def _is_row(text: str) -> bool:
    """Whether a line without a bar holds several values, or a label and its values."""
    return ends_in_value(text) and not _SENTENCE.search(text)


def _is_sentence(text: str) -> bool:
    return bool(_SENTENCE.search(text)) and not _continues(text)


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
    if not waiting:
        return
    if after.strip() == "|":
        # The bar of a cell may stand on a line of its own.
        for line in waiting[:-1]:
            (table if table and _continues(line.text) else prose).append(line)
        # A sentence right above a table whose every row begins with such a bar is none of its cells.
        (prose if _is_sentence(waiting[-1].text) else table).append(waiting[-1])
        return
    if len(waiting) == 1 or all(len(line.text) <= _SHORT and not _STOPS.intersection(line.text) for line in waiting):
        text = waiting[0].text
        fits = len(text) <= _SHORT and not _STOPS.intersection(text) and bool(table or after.lstrip()[:1] == "|")
        if fits or (len(waiting) == 1 and _continues(text)):
            table.extend(waiting)
            return
    for line in waiting:
        (table if _continues(line.text) else prose).append(line)


def _bare(part: PartBlocks) -> _Parted:
    """Without bars a table is what lies between its first label and its last value."""
    lines = [block for block in part.blocks if isinstance(block, Paragraph)]
    if part.part not in PARTS:
        return _Parted(lines, [])
    lines = _without_glued(lines)
    first = last = -1
    for index, line in enumerate(lines):
        text = line.text.strip()
        if first >= 0:
            if ends_in_value(text) and not _SENTENCE.search(text):
                last = index
        elif _begins(text):
            first = index
            if ends_in_value(text):
                last = index
    if first < 0 and part.part == "disputes":
        first, last = _headless(lines)
    if last < first and first + 1 < len(lines):
        # Heads and labels, and no values at all.
        last = max([first, *(at for at in range(first, len(lines)) if is_known(lines[at].text))])
    if first < 0 or last < 0:
        return _Parted(list(lines), [])
    # The rest of a label whose values stand beside its middle.
    while last + 1 < len(lines) and _is_labels(lines[last + 1].text):
        last += 1
    # The word above the labels (项目) is the table's, too.
    if first and _is_corner(lines[first - 1].text.split()):
        first -= 1
    prose = list(lines[:first])
    table: list[Paragraph] = []
    for line in lines[first : last + 1]:
        # A sentence is no row, even between two of them.
        (prose if _is_sentence(line.text) else table).append(line)
    return _Parted([*prose, *lines[last + 1 :]], _without_furniture(table))


def _without_glued(lines: Sequence[Paragraph]) -> list[Paragraph]:
    """The lines with labels alone where all values of the rows stand behind them without anything between (规章000).

    Nobody can tell such cells apart.  Where values stand on lines of their own, only the first one is glued.
    """
    short = (at for at, line in enumerate(lines) if len(line.text) < _LONGEST_GLUED)
    ends = (at for at in short if lines[at].text.rstrip()[-1:].isdecimal())
    found = {at: _GLUED.search(lines[at].text) for at in ends}
    labels = {at: lines[at].text[: end.start()] for at, end in found.items() if end and end.start()}
    glued = {at: label for at, label in labels.items() if not label[-1].isspace() and is_known(label)}
    if len(glued) < FEWEST_GLUED or any(is_value(line.text.strip()) for line in lines):
        return list(lines)
    return [Paragraph(glued[at], line.where) if at in glued else line for at, line in enumerate(lines)]


def _is_corner(words: Sequence[str]) -> bool:
    """Whether a line is the word in a table's upper left corner, alone or before heads."""
    return bool(words) and bool(_CORNER.fullmatch(words[0])) and all(map(is_known, words[1:]))


def _is_labels(text: str) -> bool:
    """Whether a line is a label, a part of one, or heads side by side."""
    return is_piece(text) or all(map(is_known, text.split()))


def _headless(lines: Sequence[Paragraph]) -> tuple[int, int]:
    """The first and the last line of table 四 whose heads are lost: fifteen values and nothing else between them."""
    counts = [len(tokens) if all(map(is_value, tokens := line.text.split())) else 0 for line in lines]
    found = [at for at, count in enumerate(counts) if count]
    if sum(counts) != ALL or found[-1] - found[0] >= len(found):
        return -1, -1
    return found[0], found[-1]


def _begins(text: str) -> bool:
    """Whether a line can be the first one of a table: a label, the beginning of one, or a row."""
    if len(text) < _LONGEST_LABEL and (is_known(text) or (len(text) > 3 and is_piece(text))):
        return True
    # Cells side by side; those that are set in columns may be far apart.
    tokens = text.split(None, 1)
    return len(tokens) > 1 and len(tokens[0]) < _LONGEST_LABEL and is_known(tokens[0])
