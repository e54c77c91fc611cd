"""Columns set with spaces: where a gap in a row shows a blank cell.

The complete rows of a table show how its columns stand: all values of a column begin at the same place, or
end there, or have their middle there.  A shorter row is filled up only where each of its values stands in one
of these columns exactly.  Where rows do not stand in columns (one space between any two values) nothing is done.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from auditor.addresses import COLUMNS
from auditor.reading.tables.forms import both_forms, column_keys, dispute_keys, dispute_row, outcome_keys, plain_key
from auditor.reading.tables.labels import is_known, is_piece
from auditor.reading.tables.spans import EDGES, Column, Model, Span, columns_of, models_of, places_of
from auditor.reading.tables.values import looks_like_value

MOST_LABELS = 2
"""So many labels of its own a row of table 三 has: its group's and its own."""
FEWEST = 3
"""So many complete rows must stand in columns."""

Parts = Sequence[str]


class _Line(NamedTuple):
    """A line: its labels, its values, and by measure the places of all its words."""

    labels: Parts
    values: Parts
    words: tuple[Sequence[Span], ...]

    def spans(self, measure: int) -> Sequence[Span]:
        return self.words[measure][len(self.words[measure]) - len(self.values) :]


def _is_value(text: str) -> bool:
    return text.isdecimal() or looks_like_value(text)


def _line(text: str, parts: Parts) -> _Line:
    count = len(parts)
    while count and _is_value(parts[count - 1]):
        count -= 1
    return _Line(parts[:count], parts[count:], places_of(text))


def _filled(values: Parts, columns: Sequence[int], width: int) -> list[str]:
    cells = [""] * width
    for value, column in zip(values, columns, strict=True):
        cells[column] = value
    return cells


def with_gaps(texts: Sequence[str], split: Sequence[list[str]]) -> list[list[str]]:
    """The cells of every line, with blank ones where the columns show that there are any."""
    lines = [_line(text, parts) for text, parts in zip(texts, split, strict=True)]
    found = list(split)
    width = len(COLUMNS)
    complete = [at for at, line in enumerate(lines) if len(line.values) == width and line.labels]
    models = _by_rows(lines, complete) or _by_heads(lines)
    packed = {} if models else _by_cells(lines, complete)
    if not models and not packed:
        return found
    for at, line in enumerate(lines):
        if _row_part(line) == "requests" and len(line.values) < width and (line.values or _is_whole(lines, at)):
            columns = columns_of([line.spans(0), line.spans(1)], models or _behind(line, packed))
            if columns is not None:
                found[at] = [*line.labels, *_filled(line.values, columns, width)]
    ways = {model[:2] for model in models} or set(packed)
    _fill_active(lines, found, ways)
    _fill_disputes(lines, found, ways)
    return found


def _by_rows(lines: Sequence[_Line], complete: Sequence[int]) -> list[Model]:
    if len(complete) < FEWEST:
        return []
    return list(models_of([(lines[at].spans(0), lines[at].spans(1)) for at in complete]))


_Packed = dict[tuple[int, int], dict[int, Column]]
"""By measure and edge where the cells of lines stand, by their number in the line."""


def _by_cells(lines: Sequence[_Line], complete: Sequence[int]) -> _Packed:
    """The columns of a table whose rows all begin at the left, each with as many labels as it has of its own."""
    rows = [lines[at] for at in complete if _is_all_cells(lines[at])]
    packed: _Packed = {}
    for measure in (0, 1) if len(rows) >= FEWEST else ():
        for at, (edge, slack) in enumerate(EDGES):
            edges: dict[int, list[int]] = {}
            for row in rows:
                for number, span in enumerate(row.spans(measure), start=len(row.labels)):
                    edges.setdefault(number, []).append(edge(span))
            columns = {number: Column(min(found), max(found)) for number, found in edges.items()}
            if all(column.high - column.low <= slack for column in columns.values()):
                packed[measure, at] = columns
    return packed or _by_beginnings(lines)


def _by_beginnings(lines: Sequence[_Line]) -> _Packed:
    """The columns where no row is complete: the cells of all begin at as many places as table 三 has columns."""
    packed: _Packed = {}
    keys = column_keys()
    rows = [
        line
        for line in lines
        if _is_all_cells(line)
        and (_row_part(line) == "requests" or not (line.values or {plain_key(name) for name in line.labels} - keys))
    ]
    for measure in (0, 1):
        starts = sorted({span.start for row in rows for span in row.words[measure]})
        if len(starts) == len(COLUMNS) + MOST_LABELS:
            packed[measure, 0] = {number: Column(start, start) for number, start in enumerate(starts)}
    return packed


def _behind(line: _Line, packed: _Packed) -> list[Model]:
    """The columns behind the labels of a line."""
    numbers = range(len(line.labels), len(line.labels) + len(COLUMNS))
    if not _is_all_cells(line):
        return []
    return [
        (*way, [columns[number] for number in numbers])
        for way, columns in packed.items()
        if all(number in columns for number in numbers)
    ]


def _is_all_cells(line: _Line) -> bool:
    """Whether every word of a line is a cell."""
    return len(line.words[0]) == len(line.labels) + len(line.values)


def _by_heads(lines: Sequence[_Line]) -> list[Model]:
    """The columns that the heads of table 三 show, where its short rows stand under them."""
    keys = both_forms()[0].columns
    heads: dict[int, tuple[Span, Span]] = {}
    for line in lines:
        names = [keys.get(plain_key(label)) for label in line.labels]
        if line.values or len(names) != len(line.words[0]) or sum(name is not None for name in names) < 2:
            continue
        for name, letters, screen in zip(names, *line.words, strict=True):
            if name is not None:
                heads.setdefault(name, (letters, screen))
    if len(heads) < len(COLUMNS):
        return []
    places = [heads[index] for index in range(len(COLUMNS))]
    models = list(models_of([tuple([place[measure] for place in places] for measure in (0, 1))]))
    short = [line for line in lines if _row_part(line) == "requests" and 0 < len(line.values) < len(COLUMNS)]
    fits = [model for model in models if all(columns_of([row.spans(0), row.spans(1)], [model]) for row in short)]
    return fits if len(short) >= FEWEST else []


def _row_part(line: _Line) -> str | None:
    """The table of the row whose label ends a line's labels."""
    key = plain_key(line.labels[-1]) if line.labels else ""
    for form in both_forms():
        if key in form.rows:
            return form.rows[key].part
    return None


def _is_whole(lines: Sequence[_Line], at: int) -> bool:
    """Whether a line with a label alone is a whole row: neither values nor the rest of its label follow."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    return after is None or (bool(after.labels) and (is_known(after.labels[0]) or not is_piece(after.labels[0])))


def _under(heads: tuple[Sequence[Span], ...], ways: Collection[tuple[int, int]]) -> list[Model]:
    """The columns that heads show, taken in the ways in which the rows of table 三 stand."""
    return [model for model in models_of([heads]) if model[:2] in ways]


def _fill_active(lines: Sequence[_Line], found: list[list[str]], ways: Collection[tuple[int, int]]) -> None:
    """Rows of table 二, under the heads of their block."""
    heads: list[Model] = []
    for at, line in enumerate(lines):
        if line.labels and plain_key(line.labels[0]) == "信息内容" and len(line.labels) == len(line.words[0]):
            heads = _under(tuple(words[1:] for words in line.words), ways)
        elif heads and _row_part(line) == "active":
            width = len(heads[0][2])
            if len(line.values) < width and (line.values or _is_whole(lines, at)):
                columns = columns_of([line.spans(0), line.spans(1)], heads)
                if columns is not None:
                    found[at] = [*line.labels, *_filled(line.values, columns, width)]


def _fill_disputes(lines: Sequence[_Line], found: list[list[str]], ways: Collection[tuple[int, int]]) -> None:
    """The row of table 四, under its fifteen heads."""
    heads: list[tuple[Span, Span]] = []
    width = len(dispute_row().addresses)
    below = False
    for at, line in enumerate(lines):
        if any(plain_key(label) in dispute_keys() for label in line.labels) and not below:
            below, heads = True, []
        if not line.values and len(line.labels) == len(line.words[0]):
            places = zip(line.labels, *line.words, strict=True)
            heads += [(letters, screen) for label, letters, screen in places if plain_key(label) in outcome_keys()]
        elif line.values and not line.labels and len(heads) == width and len(line.values) < width:
            models = _under(tuple(sorted(place[measure] for place in heads) for measure in (0, 1)), ways)
            columns = columns_of([line.spans(0), line.spans(1)], models)
            if columns is not None:
                found[at] = _filled(line.values, columns, width)
            return
