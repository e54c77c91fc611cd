"""From edges to cells: snapping, joining, connecting, lattices, spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from auditor.reading.pdf.rulings import Area, areas, edges_of, lattices, nearest, positions, same_columns, snapped
from auditor.reading.pdf.values import Box, Edge


def test_edges_of_a_double_border_are_one() -> None:
    assert snapped([Edge(100, 0, 50), Edge(101.5, 0, 50)]) == [Edge(100.75, 0, 50)]


def test_pieces_of_one_ruling_are_joined_and_crumbs_dropped() -> None:
    pieces = [Edge(100, 0, 30), Edge(100, 31, 60), Edge(100, 200, 203)]
    assert snapped(pieces) == [Edge(100, 0, 60)]


def test_the_dots_of_the_rules_across_do_not_draw_a_dotted_wall_aside() -> None:
    rules = [Edge(81.5 + 1.5 * i, 20.0 * row, 20.0 * row + 0.7) for row in range(4) for i in range(40)]
    wall = [Edge(80.0, 1.5 * i, 1.5 * i + 0.7) for i in range(40)]
    assert snapped([*rules, *wall]) == [Edge(80.0, 0.0, 1.5 * 39 + 0.7)]


def test_the_walls_of_two_tables_stand_where_each_draws_its_own() -> None:
    walls = [Edge(100.0, 0, 50), Edge(102.0, 80, 130)]
    assert snapped(walls) == walls


def test_tables_that_do_not_touch_are_two() -> None:
    first = edges_of([Box(0, 0, 50, 30), Box(50, 0, 100, 30)])
    second = edges_of([Box(0, 60, 50, 90), Box(50, 60, 100, 90)])
    found = lattices([*first[0], *second[0]], [*first[1], *second[1]])
    assert [lattice.box for lattice in found] == [Box(0, 0, 100, 30), Box(0, 60, 100, 90)]


def test_a_missing_wall_merges_two_fields() -> None:
    (lattice,) = lattices(*edges_of([Box(0, 0, 100, 30), Box(0, 30, 50, 60), Box(50, 30, 100, 60)]))
    assert areas(lattice) == [Area(0, 0, 1, 2), Area(1, 0, 1, 1), Area(1, 1, 1, 1)]


def test_a_wall_that_double_borders_shorten_parts_a_low_row() -> None:
    level = [Edge(y, 90, 500) for y in (100.0, 103.0, 116.0, 119.0)]
    walls = [Edge(x, 100, 119) for x in (91.0, 94.0, 496.0, 499.0)] + [Edge(x, 105.3, 113.9) for x in (214.0, 217.0)]
    (lattice,) = lattices(level, walls)
    assert [(cell.column, cell.colspan) for cell in areas(lattice)] == [(0, 1), (1, 1)]


def test_a_rule_that_no_wall_meets_is_no_table() -> None:
    assert lattices([Edge(100, 0, 300)], []) == []


def test_nearest_and_positions() -> None:
    assert positions([10, 0, 11, 0.5]) == [0.25, 10.5]
    assert nearest([0, 10, 20], 14) == 1


def test_a_part_of_a_table_takes_the_columns_of_the_other() -> None:
    (many,) = lattices(*edges_of([Box(0, 0, 50, 30), Box(50, 0, 100, 30), Box(100, 0, 150, 30)]))
    (few,) = lattices(*edges_of([Box(0, 0, 100, 30), Box(100, 0, 150, 30)]))
    (other,) = lattices(*edges_of([Box(0, 0, 70, 30), Box(70, 0, 150, 30)]))
    assert same_columns(many, few) == (many, few._replace(xs=many.xs))
    assert same_columns(many, other) is None
    assert same_columns(few, few) is None


@st.composite
def _partitions(draw: st.DrawFn) -> list[Area]:
    """A grid of fields, some merged into rectangles."""
    rows, columns = draw(st.integers(1, 6)), draw(st.integers(1, 6))
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            down = draw(st.integers(1, min(3, rows - row)))
            across = 1
            while column + across < columns and (row, column + across) not in taken and draw(st.booleans()):
                across += 1
            cells.append(Area(row, column, down, across))
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
    return sorted(cells)


@given(_partitions())
def test_every_way_to_merge_cells_is_found_again(cells: list[Area]) -> None:
    boxes = [
        Box(40.0 * c.column, 20.0 * c.row, 40.0 * (c.column + c.colspan), 20.0 * (c.row + c.rowspan)) for c in cells
    ]
    (lattice,) = lattices(*edges_of(boxes))
    found = areas(lattice)
    # Grid lines that no cell's edge stands on are not in the lattice: compare the outlines.
    outlines = [
        Box(lattice.xs[c.column], lattice.ys[c.row], lattice.xs[c.column + c.colspan], lattice.ys[c.row + c.rowspan])
        for c in found
    ]
    assert sorted(outlines) == sorted(boxes)
    assert sum(c.rowspan * c.colspan for c in found) == (len(lattice.xs) - 1) * (len(lattice.ys) - 1)
