"""Rows written in one line with bars or tabs between the cells, as Markdown does, become a grid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.tables.forms import form_of, plain_key

_RULE = re.compile(r"[|\s:\-–—+=]+")
_BAR = re.compile(r"(?<!\\)\|")


def row_cells(line: str) -> list[str] | None:
    """The cells of a line that is a whole row, None for any other line.

    One cell with a bar behind it is flattened text and no row.  A bar at either end leaves an empty
    cell there; whether that is a cell is for the whole table to tell.
    """
    if "|" in line:
        pieces = [piece.strip().replace("\\|", "|") for piece in _BAR.split(line)]
    elif "\t" in line.strip():
        pieces = [piece.strip() for piece in line.strip("\r\n").split("\t")]
    else:
        return None
    return pieces if sum(1 for piece in pieces if piece) > 1 else None


def is_rule(line: str) -> bool:
    """Whether a line is the rule under a Markdown head (|---|---|)."""
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def grid_of(rows: Sequence[list[str]], where: str) -> Grid:
    """A grid of rows of cells, each one slot wide; shorter rows end early.

    An empty cell that every row has at its beginning, or at its end, is the bar around the table.
    """
    whole = [row for row in rows if len(row) > 1]
    first = 1 if all(not row[0] for row in whole) else 0
    last = 1 if all(not row[-1] for row in whole) else 0
    cut = [row[first : len(row) - last] if len(row) > 1 else row for row in rows]
    slots = [Slot(i, j, 1, 1, text) for i, row in enumerate(cut) for j, text in enumerate(row)]
    return Grid(tuple(slots), len(rows), max(map(len, cut)), where)


def _is_lone_label(text: str) -> bool:
    """Whether a line within a table is a label alone (第二十条第（一）项)."""
    form = form_of("2021")
    key = plain_key(text) if len(text) < 60 else ""
    return key in form.heads or key in form.rows


def with_grids(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with every run of lines that are whole rows turned into one grid."""
    rows: list[list[str]] = []
    where = ""
    count = 0
    held: Paragraph | None = None
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else ""
        if rows and (is_rule(text) or text.strip() == "|"):
            continue
        cells = row_cells(text) if "|" in text or "\t" in text else None
        lone = cells is None and "|" not in text and bool(text) and _is_lone_label(text)
        if cells is None and lone and rows:
            cells = [text.strip()]
        if cells is not None:
            if not rows:
                first = held if held is not None else block
                where, held, rows = first.where, None, [[held.text.strip()]] if held is not None else []
            rows.append(cells)
            continue
        if rows:
            count += 1
            yield grid_of(rows, f"表{count}（{where}起）")
            rows = []
        if held is not None:
            yield held
        # A label right above the first row belongs to the table.
        held = block if lone and isinstance(block, Paragraph) else None
        if held is None:
            yield block
    if held is not None:
        yield held
    if rows:
        yield grid_of(rows, f"表{count + 1}（{where}起）")
