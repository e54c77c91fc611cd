"""A laid-out table as grids, with paragraphs that stand as rows between its rows taken out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.docx.tables import Cell, Layout


def pieces(table: Layout, texts: Sequence[str], prose: Iterable[int], where: str) -> Iterator[Block]:
    """A table as one grid, or as several with the paragraphs that stand as rows between them."""
    at = first = 0
    for cut in sorted(prose):
        if cut > at:
            yield _grid(table.cells[at:cut], texts[at:cut], first, table.columns, where)
        for line in texts[cut].split("\n"):
            yield Paragraph(line, where)
        at, first = cut + 1, table.cells[cut].row + table.cells[cut].rowspan
    if at < len(table.cells):
        yield _grid(table.cells[at:], texts[at:], first, table.columns, where)


def _grid(cells: Sequence[Cell], texts: Sequence[str], first: int, columns: int, where: str) -> Grid:
    slots = tuple(
        Slot(cell.row - first, cell.column, cell.rowspan, cell.colspan, text)
        for cell, text in zip(cells, texts, strict=True)
    )
    rows = max(slot.row + slot.rowspan for slot in slots)
    return Grid(slots, rows, columns, where if not first else f"{where}（自第{first + 1}行起）")
