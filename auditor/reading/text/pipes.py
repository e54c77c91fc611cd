"""Rows written in one line with bars or tabs between the cells, as Markdown does, become a grid."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import count

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.headings import LONGEST, heading_of
from auditor.reading.tables.labels import is_known, is_piece
from auditor.reading.tables.lines import is_rule, is_value
from auditor.reading.text.continuations import continued
from auditor.reading.text.rows import (
    Style,
    blank_row,
    cells_of,
    comma_rows,
    is_dashes,
    is_short_rule,
    mended,
    row_cells,
    style_of,
)

_LONGEST_LABEL = 60
LOST = "\ufffd"
"""Stands for what was lost: a cell that holds it is unread."""


def grid_of(rows: Sequence[Sequence[str]], where: str, lines: Sequence[Paragraph] = ()) -> Grid:
    """A grid of rows of cells, each one slot wide; shorter rows end early."""
    slots = [Slot(i, j, 1, 1, text) for i, row in enumerate(rows) for j, text in enumerate(row)]
    return Grid(tuple(slots), len(rows), max(map(len, rows)), where, tuple(lines))


def as_lines(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with every grid that was made of lines as these lines again."""
    for block in blocks:
        if isinstance(block, Grid) and block.lines:
            yield from block.lines
        else:
            yield block


def _is_lone_label(text: str) -> bool:
    """Whether a line within a table is a label alone (第二十条第（一）项)."""
    return len(text) < _LONGEST_LABEL and is_known(text)


def _is_torn(lines: Sequence[str], rows: Sequence[list[str] | None]) -> bool:
    """Whether labels and values lie on different lines: then no line is a whole row.

    That is so where a row begins with values although fewer than fifteen, or with the rest of a label.
    """
    torn = 0
    for at, row in enumerate(rows):
        if row is None:
            continue
        filled = [cell for cell in row if cell]
        values = sum(map(is_value, filled))
        if not values or values >= 15:
            continue
        label = next((cell for cell in reversed(filled) if not is_value(cell)), None)
        if label is None:
            before = next((line for line in reversed(lines[:at]) if line.strip(" |\u3000")), "").strip(" |\u3000")
            torn += not is_rule(before) and is_piece(before) and (is_known(before) or not is_value(before))
        elif not is_known(label) and is_piece(label) and is_value(filled[-1]):
            torn += 1
    return torn > 2


def with_grids(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with every run of lines that are whole rows turned into one grid.

    Each part of the report is looked at alone: its table may be written in its own way.
    """
    numbers = count(1)
    for part in _parts(list(blocks)):
        for block in _with_grids(part):
            if isinstance(block, Grid) and block.lines:
                yield block._replace(where=f"表{next(numbers)}（{block.where}起）")
            else:
                yield block


def _parts(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """The blocks, parted before every line that heads a part."""
    start = 0
    for at, block in enumerate(blocks):
        if isinstance(block, Paragraph) and at > start and _heads_part(block.text):
            yield list(blocks[start:at])
            start = at
    yield list(blocks[start:])


def _heads_part(text: str) -> bool:
    if not 3 < len(text) <= LONGEST or "|" in text or "\t" in text.strip():
        return False
    heading = heading_of(text)
    return heading is not None and heading.rank > 1


def _with_grids(blocks: list[Block]) -> Iterator[Block]:
    blocks = continued(mended(blocks))
    lines = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    rows = [row_cells(line) if "|" in line or "\t" in line else None for line in lines]
    if not any(rows):
        rows = comma_rows(lines)
    rules = [
        is_rule(line) or (row is not None and is_short_rule(row, rows[at - 1] if at else None, _next(rows, at)))
        for at, (line, row) in enumerate(zip(lines, rows, strict=True))
    ]
    printed = [row for row, rule in zip(rows, rules, strict=True) if row is not None and not rule]
    style = style_of(printed)
    if printed and sum(1 for line, row in zip(lines, rows, strict=True) if row is None and line.count("|") == 1) < len(
        printed
    ):
        # Among rows a label with blank cells only, or blank cells alone, is a row, too.
        fewest = 1 + style.first + style.last
        rows = [blank_row(line, fewest) if row is None else row for line, row in zip(lines, rows, strict=True)]
    cells = sum(1 for line in lines if line.count("|") == 1 and line.strip(" |\u3000"))
    # Among cells that stand on lines of their own, two on one line are no row.
    if not printed or cells > 2 * len(printed) or _is_torn(lines, rows):
        return iter(blocks)
    if any(rules):
        # A piece of a rule in a row that lines were joined to: no cell, and nothing that can be read.
        rows = [row and [LOST if is_dashes(cell) else cell for cell in row] for row in rows]
    return _runs(blocks, rows, rules, style)


def _next(rows: Sequence[list[str] | None], at: int) -> list[str] | None:
    """The next row, if it stands right below."""
    return rows[at + 1] if at + 1 < len(rows) else None


def _runs(
    blocks: Sequence[Block], rows: Sequence[list[str] | None], rules: Sequence[bool], style: Style
) -> Iterator[Block]:
    run = _Run()
    held: Paragraph | None = None
    for block, row, rule in zip(blocks, rows, rules, strict=True):
        text = block.text if isinstance(block, Paragraph) else ""
        stray = text.strip(" |\u3000")
        if rule or (run.rows and text.strip() == "|"):
            if run.rows and not rule and isinstance(block, Paragraph):
                run.lines.append(block)
            continue
        cells = cells_of(row, style) if row is not None else None
        lone = cells is None and "|" not in stray and bool(stray) and _is_lone_label(stray)
        if lone and run.rows:
            cells = [stray]
        if cells is not None and isinstance(block, Paragraph):
            if held is not None:
                run.add([held.text.strip(" |\u3000")], held)
                held = None
            if run.spoilt and not cells[0]:
                # Nobody can tell whether its first cell is blank or stands in the line above.
                cells[0] = LOST
            run.add(cells, block)
            continue
        if run.rows and isinstance(block, Paragraph) and is_value(stray) and not is_dashes(stray):
            run.spoil(stray, block)
            continue
        if run.rows:
            yield run.grid()
            run = _Run()
        if held is not None:
            yield held
        # A label right above the first row belongs to the table.
        held = block if lone and isinstance(block, Paragraph) else None
        if held is None:
            yield block
    if held is not None:
        yield held
    if run.rows:
        yield run.grid()


class _Run:
    """Rows one below the other, with the lines that they stand in."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []
        self.lines: list[Paragraph] = []
        self.spoilt = False
        """Whether a value stood alone in the line before."""

    def add(self, cells: list[str], line: Paragraph) -> None:
        """Take in a row."""
        self.spoilt = False
        self.rows.append(cells)
        self.lines.append(line)

    def spoil(self, stray: str, line: Paragraph) -> None:
        """Make the last cell unreadable for a value below it: half of a number, or a page's; nobody can tell.

        Below a label alone it may be the row's value, or a page's: that, too, is for another reading to tell.
        """
        self.spoilt = True
        self.lines.append(line)
        row = self.rows[-1]
        if len(row) < 2:
            row.append("")
        row[-1] += f"{' ' if row[-1].isdecimal() and stray.isdecimal() else LOST}{stray}"

    def grid(self) -> Grid:
        """The rows as a grid."""
        return grid_of(self.rows, self.lines[0].where, self.lines)
