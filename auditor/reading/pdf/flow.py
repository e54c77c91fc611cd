"""All pages' items from the top: tables without rulings, paragraphs over lines and pages, the title."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from auditor.reading.blocks import Block, Grid, Picture
from auditor.reading.pdf.columns import columned, ends_text, heads_alone
from auditor.reading.pdf.lines import Line
from auditor.reading.pdf.paragraphs import Frame, continues, frames_of, is_title, joined
from auditor.reading.pdf.regions import Extent
from auditor.reading.pdf.ruled import Laid
from auditor.reading.pdf.rulings import MAX_EDGES, edges_of

Item = Line | Grid | Picture


class Flow(NamedTuple):
    """A document's blocks in reading order, and the larger lines that its first page begins with."""

    blocks: tuple[Block, ...]
    title: str | None


class _Run(NamedTuple):
    """A page's items from the top; ``unruled`` says that they begin with a table without rulings.

    ``columns`` are those of such a table that they end with.
    """

    where: str
    width: float
    items: list[Item]
    unruled: bool
    columns: Sequence[Extent]


def flow_of(laid: Sequence[Laid]) -> Flow:
    """The blocks of all pages."""
    runs: list[_Run] = []
    for item in laid:
        runs.append(_run(item, runs[-1].columns if runs else ()))
    for upper, lower in itertools.pairwise(runs):
        if lower.unruled:
            _hold_heads(upper)
    frames = frames_of([(run.width, [item for item in run.items if isinstance(item, Line)]) for run in runs])
    return Flow(tuple(_blocks(runs, frames)), _title(runs[0].items, frames[0]) if runs else None)


def _run(item: Laid, before: Sequence[Extent]) -> _Run:
    placed: list[tuple[float, int, Item]] = [(top, 1, table) for top, table in item.tables]
    placed += [(box.top, 2, Picture(item.where)) for box in item.page.pictures]
    painted = edges_of(item.page.fills)[0] if len(item.page.fills) <= MAX_EDGES else []
    found = columned(item.lines, [*item.page.horizontal, *painted], item.where, before)
    placed += [(top, 0, piece) for top, piece in found.items]
    placed.sort(key=lambda entry: entry[:2])
    items = [piece for _, _, piece in placed]
    unruled = bool(items) and isinstance(items[0], Grid) and any(items[0] is piece for _, piece in found.items)
    ended = bool(items) and bool(found.items) and items[-1] is found.items[-1][1]
    return _Run(item.where, item.page.width, items, unruled, found.columns if ended else ())


def _hold_heads(run: _Run) -> None:
    """Make the lines at a page's end a table where they can only be the heads of the one that the next page begins."""
    start = len(run.items)
    while start and isinstance(line := run.items[start - 1], Line) and not ends_text(line):
        start -= 1
    lines = [item for item in run.items[start:] if isinstance(item, Line)]
    if lines:
        run.items[start:] = [heads_alone(lines, run.where)]


def _blocks(runs: Sequence[_Run], frames: Sequence[Frame]) -> Iterator[Block]:
    """The items with lines joined into paragraphs."""
    open_lines: list[Line] = []
    opened = ""
    for run, frame in zip(runs, frames, strict=True):
        fresh = True
        for item in run.items:
            if not isinstance(item, Line):
                if open_lines:
                    yield joined(open_lines, opened)
                    open_lines = []
                yield item
                continue
            if open_lines and not continues(open_lines[-1], item, frame, same_page=not fresh):
                yield joined(open_lines, opened)
                open_lines = []
            if not open_lines:
                opened = run.where
            open_lines.append(item)
            fresh = False
    if open_lines:
        yield joined(open_lines, opened)


def _title(items: Sequence[Item], frame: Frame) -> str | None:
    """The larger, centred lines that the first page begins with."""
    lines: list[Line] = []
    for item in items:
        if not isinstance(item, Line) or not is_title(item, frame):
            break
        lines.append(item)
    return joined(lines, "").text if lines else None
