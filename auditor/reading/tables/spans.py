"""Where words stand in lines, and the columns that lines in which they stand alike show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple
from unicodedata import east_asian_width

_TOKEN = re.compile(r"\S+")


class Span(NamedTuple):
    """Where a word begins and ends in its line, counted in letters or in the columns of a screen."""

    start: int
    end: int


EDGES: tuple[tuple[Callable[[Span], int], int], ...] = (
    (lambda span: span.start, 0),
    (lambda span: span.end, 0),
    # A middle may fall between two columns.
    (lambda span: span.start + span.end, 1),
)


class Column(NamedTuple):
    """Between which places an edge of a column's cells lies."""

    low: int
    high: int


def places_of(text: str) -> tuple[Sequence[Span], Sequence[Span]]:
    """The places of a line's words in letters and on a screen, where Chinese letters are two columns wide."""
    letters = [Span(*found.span()) for found in _TOKEN.finditer(text)]
    screen = [0]
    for letter in text:
        screen.append(screen[-1] + (2 if east_asian_width(letter) in "WF" else 1))
    return letters, [Span(screen[span.start], screen[span.end]) for span in letters]


Model = tuple[int, int, Sequence[Column]]
"""A measure, an edge, and where that edge stands in every column."""


def models_of(rows: Sequence[Sequence[Sequence[Span]]]) -> Iterator[Model]:
    """The ways in which rows stand in columns; each row has its places by measure."""
    for measure in (0, 1):
        for at, (edge, slack) in enumerate(EDGES):
            columns = []
            for cells in zip(*(row[measure] for row in rows), strict=True):
                edges = [edge(span) for span in cells]
                columns.append(Column(min(edges), max(edges)))
            if all(column.high - column.low <= slack for column in columns):
                yield measure, at, columns


def columns_of(spans: Sequence[Sequence[Span]], models: Sequence[Model]) -> tuple[int, ...] | None:
    """The columns of a row's values, where all models that fit agree."""
    found = set()
    for measure, at, columns in models:
        edge, slack = EDGES[at]
        place = []
        for span in spans[measure]:
            here = [
                index for index, column in enumerate(columns) if column.high - slack <= edge(span) <= column.low + slack
            ]
            place += here if len(here) == 1 else [-1]
        if -1 not in place and sorted(set(place)) == place:
            found.add(tuple(place))
    return found.pop() if len(found) == 1 else None
