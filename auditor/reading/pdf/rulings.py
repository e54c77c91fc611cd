"""Ruling edges become the lattices of tables: snap, join, connect, lay out, part into cells.

Each step is a small function over plain values, after the manner of pdfplumber's table finder; unlike
there, cells come from the walls between neighbouring fields of the lattice, so that a merged cell keeps
its span and a table cut by the page's end needs no closing line.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from auditor.reading.pdf.values import Box, Edge

SNAP = 3.0
"""Points within which two parallel edges are one: the two lines of a double border stand closer."""
_REACH = 4.0
"""Points that an edge may stop short of the one it meets."""
_SHORT = 5.0
"""Points: a shorter edge rules nothing."""
_IN_A_ROW = 0.3
"""Points by which the dots of one line may stand beside each other."""
_NARROWEST = 5.0
"""Points: a row or column that holds nothing; it is the space inside a double border."""
_ROW = 30.0
"""Points: a row of one line is lower."""
MAX_EDGES = 1_500
"""Joined edges of one page: beyond that it is a drawing."""


class Area(NamedTuple):
    """A cell: grid row and column of its upper left field, and how many of each it spans."""

    row: int
    column: int
    rowspan: int
    colspan: int


class Lattice(NamedTuple):
    """The edges of one table and where its grid lines run."""

    horizontal: tuple[Edge, ...]
    vertical: tuple[Edge, ...]
    xs: tuple[float, ...]
    ys: tuple[float, ...]

    @property
    def box(self) -> Box:
        """The outline."""
        return Box(self.xs[0], self.ys[0], self.xs[-1], self.ys[-1])


def positions(values: Iterable[float], apart: float = SNAP) -> list[float]:
    """Values that lie within ``apart`` of their neighbour taken as one: the mean of each group."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= apart and value - groups[-1][0] <= 2 * SNAP:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def nearest(lines: Sequence[float], value: float) -> int:
    """The index of the grid line nearest to ``value``."""
    i = bisect_left(lines, value)
    if i == 0:
        return 0
    if i == len(lines) or value - lines[i - 1] <= lines[i] - value:
        return i - 1
    return i


def snapped(edges: Sequence[Edge]) -> list[Edge]:
    """Parallel edges that nearly coincide put on one line, pieces of one line joined, crumbs dropped."""
    edges = [edge for edge in edges if edge.end - edge.start >= _SHORT] + _rows_of_dots(edges)
    lines = positions(edge.at for edge in edges)
    pieces: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        pieces[nearest(lines, edge.at)].append(edge)
    joined = [run for index in sorted(pieces) for run in _joined(pieces[index])]
    # In order of their position, which is each table's own: another one's walls may stand beside them.
    return sorted(edge for edge in joined if edge.end - edge.start >= _SHORT)


def _rows_of_dots(edges: Iterable[Edge]) -> list[Edge]:
    """The lines that dots and dashes form which stand exactly in a row.

    The dots of the lines across such a line are as near to it as its own, and would draw it to their side.
    """
    rows: list[list[Edge]] = []
    for edge in sorted(edge for edge in edges if edge.end - edge.start < _SHORT):
        if rows and edge.at - rows[-1][0].at <= _IN_A_ROW:
            rows[-1].append(edge)
        else:
            rows.append([edge])
    found = [run for row in rows for run in _joined(row)]
    return [edge for edge in found if edge.end - edge.start >= _SHORT]


def _joined(pieces: Iterable[Edge]) -> list[Edge]:
    """The pieces of one line joined where they meet, each run where its own pieces stand on the average."""
    runs: list[list[Edge]] = []
    end = 0.0
    for edge in sorted(pieces, key=lambda edge: edge.start):
        if runs and edge.start <= end + SNAP:
            runs[-1].append(edge)
            end = max(end, edge.end)
        else:
            runs.append([edge])
            end = edge.end
    return [Edge(sum(edge.at for edge in run) / len(run), run[0].start, max(edge.end for edge in run)) for run in runs]


def lattices(horizontal: Sequence[Edge], vertical: Sequence[Edge]) -> list[Lattice]:
    """The tables that edges of one page form, from the top; edges that meet belong together."""
    across, down = snapped(horizontal), snapped(vertical)
    if len(across) + len(down) > MAX_EDGES:
        return []
    found = []
    for h_group, v_group in _connected(across, down):
        h_group = _with_open_row(h_group, v_group, across)
        xs = _grid_lines(v_group, h_group)
        ys = _grid_lines(h_group, v_group)
        if len(xs) > 1 and len(ys) > 1:
            found.append(Lattice(tuple(h_group), tuple(v_group), tuple(xs), tuple(ys)))
    return sorted(found, key=lambda lattice: (lattice.ys[0], lattice.xs[0]))


def _with_open_row(h_group: list[Edge], v_group: list[Edge], across: list[Edge]) -> list[Edge]:
    """The level edges of a table without lines at its sides, with the one above a row that no wall parts.

    That edge begins and ends as the table does and stands no higher above it than a row is high.
    """
    top = h_group[0]
    if any(min(abs(edge.at - top.start), abs(edge.at - top.end)) <= SNAP for edge in v_group):
        return h_group
    above = [
        edge
        for edge in across
        if 0 < top.at - edge.at <= _ROW and abs(edge.start - top.start) <= SNAP and abs(edge.end - top.end) <= SNAP
    ]
    return [above[-1], *h_group] if above else h_group


def _grid_lines(edges: Sequence[Edge], crossing: Sequence[Edge]) -> list[float]:
    """Where edges stand and where the table's other edges end: a page's end may have cut the last one off.

    An end near an edge is that edge's: where double borders meet, some reach out beyond the outer line.
    """
    drawn = sorted(edge.at for edge in edges)
    ends = [end for edge in crossing for end in (edge.start, edge.end)]
    free = [end for end in ends if not drawn or abs(drawn[nearest(drawn, end)] - end) > _NARROWEST]
    return positions([*drawn, *free], _NARROWEST)


def _connected(across: list[Edge], down: list[Edge]) -> list[tuple[list[Edge], list[Edge]]]:
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    heights = [edge.at for edge in across]  # snapped edges come in order of their position
    for j, wall in enumerate(down, len(across)):
        for i in range(bisect_left(heights, wall.start - _REACH), bisect_right(heights, wall.end + _REACH)):
            if across[i].start - _REACH <= wall.at <= across[i].end + _REACH:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[Edge], list[Edge]]] = defaultdict(lambda: ([], []))
    for i, edge in enumerate(across):
        groups[root(i)][0].append(edge)
    for j, edge in enumerate(down, len(across)):
        groups[root(j)][1].append(edge)
    return [group for group in groups.values() if group[0] and group[1]]


def areas(lattice: Lattice) -> list[Area]:
    """The cells of a lattice in reading order: fields with no wall between them are one cell."""
    rows, columns = len(lattice.ys) - 1, len(lattice.xs) - 1
    right_walls = _walls(lattice.vertical, lattice.xs, lattice.ys)
    lower_walls = _walls(lattice.horizontal, lattice.ys, lattice.xs)
    # Runs of fields open to each other within a row, then equal runs of neighbouring rows with no wall between.
    open_runs: dict[tuple[int, int], Area] = {}
    cells: list[Area] = []
    for row in range(rows):
        runs: dict[tuple[int, int], Area] = {}
        start = 0
        for column in range(columns):
            if column + 1 < columns and (column + 1, row) not in right_walls:
                continue
            span = (start, column + 1)
            above = open_runs.pop(span, None)
            if above and not any((row, c) in lower_walls for c in range(*span)):
                runs[span] = above._replace(rowspan=above.rowspan + 1)
            else:
                if above:
                    cells.append(above)
                runs[span] = Area(row, start, 1, column + 1 - start)
            start = column + 1
        cells.extend(open_runs.values())
        open_runs = runs
    cells.extend(open_runs.values())
    return sorted(cells)


def _walls(edges: Sequence[Edge], lines: Sequence[float], across: Sequence[float]) -> set[tuple[int, int]]:
    """(line, field) pairs where an edge on that line covers most of that field, or reaches both its ends."""
    walls: set[tuple[int, int]] = set()
    for edge in edges:
        line = nearest(lines, edge.at)
        for field in range(max(0, bisect_left(across, edge.start) - 1), len(across) - 1):
            low, high = across[field], across[field + 1]
            if low >= edge.end:
                break
            reaches = edge.start - low <= _REACH and high - edge.end <= _REACH
            if reaches or min(high, edge.end) - max(low, edge.start) >= 0.6 * (high - low):
                walls.add((line, field))
    return walls


def edges_of(boxes: Iterable[Box]) -> tuple[list[Edge], list[Edge]]:
    """The outlines of painted areas: in some prints a table's lines are the gaps between its cells."""
    across, down = [], []
    for box in boxes:
        across += [Edge(box.top, box.x0, box.x1), Edge(box.bottom, box.x0, box.x1)]
        down += [Edge(box.x0, box.top, box.bottom), Edge(box.x1, box.top, box.bottom)]
    return across, down


def same_columns(upper: Lattice, lower: Lattice) -> tuple[Lattice, Lattice] | None:
    """Two parts of a table, on one page's end and the next one's start, given the columns of both.

    None where the columns of neither are among the other's, or where both have the same.
    """
    few, many = sorted((upper.xs, lower.xs), key=len)
    if len(few) == len(many) or abs(few[0] - many[0]) > SNAP or abs(few[-1] - many[-1]) > SNAP:
        return None
    if any(abs(many[nearest(many, x)] - x) > SNAP for x in few):
        return None
    return upper._replace(xs=many), lower._replace(xs=many)
