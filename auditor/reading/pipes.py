"""Rows written in one line with bars or tabs between the cells, as Markdown does, become a grid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from auditor.reading.blocks import Block, Grid, Paragraph, Slot

_RULE = re.compile(r"[|\s:\-–—+=]+")
_BAR = re.compile(r"(?<!\\)\|")


def row_cells(line: str) -> list[str] | None:
    """The cells of a line that is a whole row, None for any other line.

    One cell with a bar behind it is flattened text and no row.
    """
    if "|" in line:
        if line.count("|") < 2:
            return None
        pieces = [piece.strip() for piece in _BAR.split(line)]
        if sum(1 for piece in pieces if piece) < 2:
            return None
        if not pieces[0]:
            del pieces[0]
        if pieces and not pieces[-1]:
            del pieces[-1]
        return [piece.replace("\\|", "|") for piece in pieces]
    if "\t" in line.strip():
        pieces = [piece.strip() for piece in line.rstrip("\r\n").split("\t")]
        return pieces if sum(1 for piece in pieces if piece) >= 2 else None
    return None


def is_rule(line: str) -> bool:
    """Whether a line is the rule under a Markdown head (|---|---|)."""
    return "-" in line and "|" in line and _RULE.fullmatch(line) is not None


def grid_of(rows: list[list[str]], where: str) -> Grid:
    """A grid of rows of cells, each one slot wide; shorter rows end early."""
    slots = [Slot(i, j, 1, 1, text) for i, row in enumerate(rows) for j, text in enumerate(row)]
    return Grid(tuple(slots), len(rows), max(map(len, rows)), where)


def with_grids(lines: Iterable[Paragraph]) -> Iterator[Block]:
    """The lines with every run of whole rows turned into one grid."""
    rows: list[list[str]] = []
    held: list[Paragraph] = []
    count = 0
    for line in lines:
        if rows and is_rule(line.text):
            continue
        cells = row_cells(line.text) if "|" in line.text or "\t" in line.text else None
        if cells is not None and not is_rule(line.text):
            rows.append(cells)
            held.append(line)
            continue
        if rows:
            count += 1
            yield grid_of(rows, f"表{count}（{held[0].where}起）")
            rows, held = [], []
        yield line
    if rows:
        yield grid_of(rows, f"表{count + 1}（{held[0].where}起）")
