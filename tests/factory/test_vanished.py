"""Values whose columns vanished are placed only where the sums leave one way; compared with trying all ways."""

from __future__ import annotations

from itertools import product

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.factory.vanished import Relation, confirmed, placements, ways_in_groups

ROWS = ("new", "carried_in", "granted", "partial", "handled", "carried_out")
RELATIONS = (
    Relation({"new": 1, "carried_in": 1, "handled": -1, "carried_out": -1}),
    Relation({"handled": -1, "granted": 1, "partial": 1}),
)
AMOUNTS = st.sampled_from((0, 0, 0, 1, 1, 2, 3, 5, 12))


@st.composite
def tables(draw: st.DrawFn) -> dict[str, list[int]]:
    """A small table of three columns and the total in which everything adds up."""
    columns = []
    for _ in range(3):
        granted, partial, out = draw(AMOUNTS), draw(AMOUNTS), draw(AMOUNTS)
        carried = draw(st.integers(0, granted + partial + out))
        handled = granted + partial
        columns.append((handled + out - carried, carried, granted, partial, handled, out))
    return {row: [*values, sum(values)] for row, values in zip(ROWS, zip(*columns, strict=True), strict=True)}


def tried(printed: dict[str, list[int]]) -> dict[str, tuple[int, ...]]:
    """The rows on which all placements of the whole table agree, by looking at every one."""
    allowed: list[dict[str, tuple[int, ...]]] = []
    for chosen in product(*(placements(printed[row], 4) for row in ROWS)):
        table = dict(zip(ROWS, chosen, strict=True))
        if all(
            sum(sign * table[row].values[column] for row, sign in relation.signs.items()) == 0
            for relation in RELATIONS
            for column in range(4)
        ):
            allowed.append({row: item.columns for row, item in table.items()})
    return {row: allowed[0][row] for row in ROWS if len({way[row] for way in allowed}) == 1} if allowed else {}


@settings(max_examples=60, deadline=None)
@given(tables(), st.data())
def test_a_row_is_placed_exactly_where_every_way_to_fill_the_table_agrees(
    table: dict[str, list[int]], data: st.DataObject
) -> None:
    kept = {row: [value for value in values if value or data.draw(st.booleans())] for row, values in table.items()}
    ways = 1
    for values in kept.values():
        ways *= len(placements(values, 4))
    assume(ways <= 20_000)
    assert confirmed(kept, 4, RELATIONS) == tried(kept)


def test_one_short_row_among_whole_ones_has_one_place() -> None:
    whole = {
        "new": [3, 0, 2, 5],
        "carried_in": [0, 0, 0, 0],
        "partial": [0, 0, 0, 0],
        "handled": [3, 0, 2, 5],
        "carried_out": [0, 0, 0, 0],
    }
    assert confirmed({**whole, "granted": [3, 2, 5]}, 4, RELATIONS)["granted"] == (0, 2, 3)


def test_where_two_columns_could_be_meant_nothing_is_placed() -> None:
    short = {row: [4, 4] for row in ("new", "granted", "handled")}
    zeros = {row: [0, 0, 0, 0] for row in ("carried_in", "partial", "carried_out")}
    assert set(confirmed({**short, **zeros}, 4, RELATIONS)) == set(zeros)


def test_values_that_do_not_add_up_confirm_nothing() -> None:
    rows = {row: [1, 0, 0, 1] for row in ROWS}
    assert confirmed({**rows, "new": [1, 2]}, 4, RELATIONS) == {}


def test_groups_of_table_four_are_told_apart_only_by_their_sums() -> None:
    assert ways_in_groups([1, 2, 3, 4, 10, 1, 1, 1, 1, 4, 2, 2, 2, 2, 8], 3) == 1
    assert ways_in_groups([1, 1], 3) == 12
    assert ways_in_groups([1, 2], 3) == 0
