"""Each page parted into its ruled tables and the lines outside them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from auditor.reading.blocks import Grid
from auditor.reading.pdf.borders import without_border, without_frame, without_gaps
from auditor.reading.pdf.cells import Owner, grids_of, is_table, owner_of, share_out, texts_of
from auditor.reading.pdf.lines import Line, lines_of
from auditor.reading.pdf.overflow import lift_overflow, lift_upright
from auditor.reading.pdf.page_ends import strips, without_overflow
from auditor.reading.pdf.rulings import SNAP, Area, Lattice, areas, edges_of, lattices, same_columns
from auditor.reading.pdf.torn import join_torn
from auditor.reading.pdf.values import Box, Edge, Glyph, Page


class Laid(NamedTuple):
    """A page parted into tables, each with its top, and the lines outside them."""

    page: Page
    tables: list[tuple[float, Grid]]
    lines: list[Line]

    @property
    def where(self) -> str:
        """The page for a person."""
        return f"第{self.page.number}页"


_FEW_BESIDE = 3
"""Glyphs beside a painted table: fewer may be a mark in the margin."""

_ONE_ROW, _STRIPES = 2, 2
"""Level lines of a painted row that stands alone, and how many such rows are stripes."""

_Table = tuple[Lattice, list[Area]]


def laid_out(pages: Sequence[Page]) -> list[Laid]:
    """The pages with their ruled tables."""
    found = [tables_of(page) for page in pages]
    for page, before, other, after in zip(pages, found, pages[1:], found[1:], strict=False):
        before += strips(page, before, after[:1], below=True)
        after[:0] = strips(other, after, before[-1:], below=False)
    for before, after in pairwise(found):
        # A table that goes on over the page's end keeps its columns, though the rest may not show them all.
        if before and after and (pair := same_columns(before[-1][0], after[0][0])):
            before[-1], after[0] = ((lattice, areas(lattice)) for lattice in pair)
    owners = [[owner_of(lattice, cells) for lattice, cells in tables] for tables in found]
    outside = [share_out(page, owned) for page, owned in zip(pages, owners, strict=True)]
    for owned in owners:
        for owner in owned:
            lift_upright(owner)
    for at in range(len(pages) - 1):
        if owners[at] and owners[at + 1]:
            outside[at] = without_overflow(pages[at], owners[at][-1], owners[at + 1][0], outside[at])
            lift_overflow(owners[at + 1][0])
    texts = [[texts_of(owner) for owner in owned] for owned in owners]
    for at in range(len(pages) - 1):
        if owners[at] and owners[at + 1]:
            upper, lower = (owners[at][-1], texts[at][-1]), (owners[at + 1][0], texts[at + 1][0])
            owners[at + 1][0], texts[at + 1][0] = join_torn(*upper, *lower)
    return [
        _laid(page, list(zip(owned, told, strict=True)), glyphs)
        for page, owned, told, glyphs in zip(pages, owners, texts, outside, strict=True)
    ]


def _laid(page: Page, tables: Sequence[tuple[Owner, dict[Area, str]]], outside: list[Glyph]) -> Laid:
    laid = Laid(page, [], [])
    for owner, texts in tables:
        parts, prose = grids_of(owner, texts, laid.where)
        laid.tables.extend(parts)
        outside = [*outside, *prose] if prose else outside
    laid.lines.extend(lines_of(outside))
    return laid


def tables_of(page: Page) -> list[_Table]:
    """The ruled tables of a page; where no line is drawn, the outlines of painted cells serve."""
    tables = _of_edges(page, page.horizontal, page.vertical)
    if tables or not page.fills:
        return tables
    painted = _of_edges(page, *edges_of(page.fills))
    if sum(len(lattice.ys) == _ONE_ROW for lattice, _ in painted) >= _STRIPES:
        # Every other row is painted: the rows between belong to the same table.
        return []
    return [
        (lattice, cells)
        for lattice, cells in painted
        if _all_painted(page.fills, lattice, cells) and not _stands_beside(page, lattice)
    ]


def _stands_beside(page: Page, lattice: Lattice) -> bool:
    """Whether text goes on beside painted cells: then only the labels are painted, and the table is wider."""
    box = lattice.box
    beside = 0
    for glyph in page.glyphs:
        if box.top < (glyph.top + glyph.bottom) / 2 < box.bottom and not box.x0 < (glyph.x0 + glyph.x1) / 2 < box.x1:
            beside += 1
    return beside >= _FEW_BESIDE


def _all_painted(fills: Sequence[Box], lattice: Lattice, cells: Sequence[Area]) -> bool:
    """Whether every cell is painted by itself: heads and labels alone, or stripes, make no table's cells."""
    box = lattice.box
    widest = 0.95 * (box.x1 - box.x0)
    own = [fill for fill in fills if fill.x0 >= box.x0 - SNAP and fill.x1 <= box.x1 + SNAP]
    columns = len(lattice.xs) - 1
    for cell in cells:
        x = (lattice.xs[cell.column] + lattice.xs[cell.column + cell.colspan]) / 2
        y = (lattice.ys[cell.row] + lattice.ys[cell.row + cell.rowspan]) / 2
        room = 1.2 * (lattice.xs[cell.column + cell.colspan] - lattice.xs[cell.column]) + SNAP
        if cell.colspan < columns and not any(
            fill.x0 < x < fill.x1 and fill.top < y < fill.bottom and fill.x1 - fill.x0 <= min(room, widest)
            for fill in own
        ):
            return False
    return True


def _of_edges(page: Page, horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[_Table]:
    inner = without_border(vertical, page.height)
    shown = [without_gaps(lattice, page.glyphs) for lattice in lattices(horizontal, inner)]
    found = [part for lattice in shown if len(lattice.xs) > 1 < len(lattice.ys) for part in without_frame(lattice)]
    return [(lattice, cells) for lattice, cells in found if is_table(cells, lattice)]
