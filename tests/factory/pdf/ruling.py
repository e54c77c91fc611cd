"""The lines of a drawn table, in the ways that printers draw them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from tests.factory.pdf.press import Press
from tests.factory.pdf.style import Style


class Edge(NamedTuple):
    """A straight line between two points, upright or level."""

    x0: float
    y0: float
    x1: float
    y1: float


Outline = tuple[float, float, float, float]


def edges_of(outlines: Iterable[Outline], *, sides: bool = True, walls: bool = True) -> list[Edge]:
    """The lines around all cells, each as long as it can be; without the outer upright ones if not ``sides``."""
    level: dict[float, list[tuple[float, float]]] = defaultdict(list)
    upright: dict[float, list[tuple[float, float]]] = defaultdict(list)
    for x0, y0, x1, y1 in outlines:
        level[round(y0, 3)].append((x0, x1))
        level[round(y1, 3)].append((x0, x1))
        upright[round(x0, 3)].append((y0, y1))
        upright[round(x1, 3)].append((y0, y1))
    found = [Edge(start, at, end, at) for at, spans in level.items() for start, end in _joined(spans)]
    if walls:
        outer = () if sides else (min(upright), max(upright))
        found += [
            Edge(at, start, at, end)
            for at, spans in upright.items()
            if at not in outer
            for start, end in _joined(spans)
        ]
    return found


def _joined(spans: list[tuple[float, float]]) -> list[tuple[float, float]]:
    joined: list[tuple[float, float]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1] + 0.01:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def rule(press: Press, outlines: Sequence[Outline], style: Style) -> None:
    """Draw the lines of the cells on the press's current page."""
    rng = press.rng
    match style.rules:
        case "none":
            return
        case "boxes":
            wide = rng.choice((0.4, 0.5, 1.0))
            for outline in outlines:
                press.frame(*outline, wide)
        case "painted":
            x0, y0 = min(o[0] for o in outlines), min(o[1] for o in outlines)
            x1, y1 = max(o[2] for o in outlines), max(o[3] for o in outlines)
            press.area(x0, y0, x1, y1, rng.choice((0.0, 0.4, 0.7)))
            inset = rng.choice((0.3, 0.5, 0.75))
            for left, top, right, bottom in outlines:
                press.area(left + inset, top + inset, right - inset, bottom - inset, rng.choice((1.0, 1.0, 0.95)))
        case "rows":
            for edge in edges_of(outlines, walls=False):
                press.line(*edge)
        case _:
            wide = rng.choice((0.3, 0.5, 0.75, 1.0))
            for edge in edges_of(outlines, sides=style.rules != "open"):
                _draw(press, edge, style, wide)


def _draw(press: Press, edge: Edge, style: Style, wide: float) -> None:
    x0, y0, x1, y1 = edge
    match style.rules:
        case "fills":
            half = wide / 2
            press.area(x0 - half, y0 - half, x1 + half, y1 + half)
        case "double":
            press.line(*edge, 0.4)
            press.line(*((x0, y0 + 1.6, x1, y1 + 1.6) if y0 == y1 else (x0 + 1.6, y0, x1 + 1.6, y1)), 0.4)
        case "dots":
            for start, _ in _cut(edge, 2.0):
                press.area(start[0], start[1], start[0] + 0.8, start[1] + 0.8)
        case "dashes":
            for start, end in _cut(edge, 5.0):
                middle = (start[0] + 0.6 * (end[0] - start[0]), start[1] + 0.6 * (end[1] - start[1]))
                press.line(*start, *middle, wide)
        case "pieces":
            for start, end in _cut(edge, press.rng.choice((7.0, 13.0, 30.0))):
                press.line(*start, *end, wide)
        case "gaps":
            short = press.rng.choice((0.8, 1.5, 2.5))
            across = y0 == y1
            press.line(*((x0 + short, y0, x1 - short, y1) if across else (x0, y0 + short, x1, y1 - short)), wide)
        case _:
            press.line(*edge, wide)


def _cut(edge: Edge, step: float) -> list[tuple[tuple[float, float], tuple[float, float]]]:
    x0, y0, x1, y1 = edge
    length = abs(x1 - x0) + abs(y1 - y0)
    count = max(1, round(length / step))
    points = [(x0 + (x1 - x0) * i / count, y0 + (y1 - y0) * i / count) for i in range(count + 1)]
    return list(pairwise(points))
