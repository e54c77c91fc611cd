"""Tables laid out in columns and rows, cut at the ends of pages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from tests.factory.pdf.faces import width
from tests.factory.pdf.press import Mark
from tests.factory.pdf.setting import broken
from tests.factory.pdf.style import Style
from tests.factory.tables import Box, Table, full_grid


class Placed(NamedTuple):
    """A box at its grid place with its text broken into lines."""

    row: int
    column: int
    box: Box
    lines: tuple[str, ...]


class Band(NamedTuple):
    """A row, or the piece of it from one line to another, on one page."""

    row: int
    high: float
    first: int = 0
    end: int | None = None


class Plan(NamedTuple):
    """A table ready to draw: column edges from 0, boxes, row heights."""

    xs: tuple[float, ...]
    boxes: tuple[Placed, ...]
    heights: tuple[float, ...]
    step: float


def columns_of(name: str, room: float, count: int, labels: Sequence[float]) -> tuple[float, ...]:
    """Where the columns of a table begin, and where the last one ends."""
    shares: list[float]
    if name == "requests":
        shares = [*labels, *[(1 - sum(labels)) / 7] * 7]
    elif name == "active":
        shares = [0.34, *[0.66 / (count - 1)] * (count - 1)]
    else:
        shares = [1 / count] * count
    edges = [0.0]
    for share in shares:
        edges.append(edges[-1] + share * room)
    return tuple(edges)


def plan(table: Table, xs: tuple[float, ...], style: Style) -> Plan:
    """Boxes with their lines, and rows as high as their fullest box."""
    step = style.cell_size * style.cell_leading
    boxes: list[Placed] = []
    heights = [style.cell_size * 1.5 + style.padding] * len(table)
    for row, found in enumerate(full_grid(table, len(xs) - 1)):
        for column, box in enumerate(found):
            if box is None:
                continue
            room = xs[column + box.colspan] - xs[column] - 2 * style.padding
            lines = tuple(
                broken(
                    box.text,
                    max(room, style.cell_size),
                    style.face,
                    style.cell_size,
                    latin=style.latin,
                    gap=style.cell_tracking,
                    break_words=style.break_words and box.address is None,
                )
            )
            boxes.append(Placed(row, column, box, lines))
            if box.rowspan == 1:
                heights[row] = max(heights[row], len(lines) * step + 2 * style.padding)
    for placed in boxes:
        rows = range(placed.row, placed.row + placed.box.rowspan)
        lacking = len(placed.lines) * step + 2 * style.padding - sum(heights[row] for row in rows)
        for row in rows:
            heights[row] += max(lacking, 0.0) / len(rows)
    return Plan(xs, tuple(boxes), tuple(heights), step)


def cut(found: Plan, room: float, page_room: float, style: Style, heads: int) -> list[list[Band]]:
    """The rows of each page; ``room`` is what the first page has left."""
    pages: list[list[Band]] = [[]]
    left = room
    if style.keep_tables and sum(found.heights) > room:
        pages.append([])
        left = page_room
    repeated = [Band(row, found.heights[row]) for row in range(heads)] if style.repeat_heads else []
    for row, high in enumerate(found.heights):
        rest = Band(row, high)
        while rest.high > left + 0.01:
            most = max((len(p.lines) for p in found.boxes if p.row == row and p.box.rowspan == 1), default=1)
            fit = int((left - 2 * style.padding) / found.step)
            if style.split_rows and row >= heads and 0 < fit < most - rest.first and pages[-1]:
                pages[-1].append(Band(row, left, rest.first, rest.first + fit))
                done = rest.first + fit
                rest = Band(row, max((most - done) * found.step + 2 * style.padding, 14.0), done)
            elif left >= page_room - 1:
                break
            pages.append(list(repeated) if row >= heads else [])
            left = page_room - sum(band.high for band in pages[-1])
        pages[-1].append(rest)
        left -= rest.high
    return pages


def part_of(placed: Placed, bands: Sequence[Band], taken: int, step: float) -> tuple[int, int, int] | None:
    """First and last band of a page that a box covers, and how many of its lines stand there."""
    rows = range(placed.row, placed.row + placed.box.rowspan)
    covered = [at for at, band in enumerate(bands) if band.row in rows]
    if not covered:
        return None
    if placed.box.rowspan == 1:
        band = bands[covered[0]]
        end = len(placed.lines) if band.end is None else min(band.end, len(placed.lines))
        return covered[0], covered[-1], max(end - max(band.first, taken), 0)
    high = sum(bands[at].high for at in covered)
    last = bands[covered[-1]].row == rows[-1] and bands[covered[-1]].end is None
    left = len(placed.lines) - taken
    return covered[0], covered[-1], left if last else min(left, int(high / step))


def marks_of(
    placed: Placed, lines: Sequence[str], outline: tuple[float, float, float, float], style: Style, step: float
) -> list[Mark]:
    """The lines of a box as runs of text inside its outline."""
    x0, y0, x1, y1 = outline
    value = placed.box.address is not None
    align = style.align if value else style.label_align if placed.box.colspan < 4 else "centre"
    high = step * len(lines)
    top = (y0 + y1 - high) / 2 if style.raise_text == "middle" else y0 + style.padding
    marks = []
    for number, line in enumerate(lines):
        wide = width(line, style.face, style.cell_size, style.latin) + style.cell_tracking * (len(line) - 1)
        if align == "centre":
            x = (x0 + x1 - wide) / 2
        elif align == "right":
            x = x1 - style.padding - wide
        else:
            x = x0 + style.padding
        y = top + number * step + (step + 0.76 * style.cell_size) / 2
        kind = "value" if value else "head"
        marks.append(Mark(x, y, line, style.face, style.cell_size, style.cell_tracking, style.latin, kind))
    return marks
