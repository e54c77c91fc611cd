"""What a page of a PDF holds, in points from its upper left corner, y downwards."""

from __future__ import annotations

from typing import NamedTuple


class Glyph(NamedTuple):
    """One character and the box it takes up in its line, advance width included."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Edge(NamedTuple):
    """A straight ruling: ``at`` is its y where it is horizontal and its x where it is vertical."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """An upright rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


class Page(NamedTuple):
    """Everything of a page that reading needs; ``fills`` are areas painted without a border."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    horizontal: list[Edge]
    vertical: list[Edge]
    fills: list[Box]
    pictures: list[Box]
    turned: list[tuple[Glyph, int]]
    """Glyphs that run up (1) or down (3) the page, by quarters counter-clockwise."""
    unmapped: int
    """Glyphs whose font doesn't tell which character they stand for."""
