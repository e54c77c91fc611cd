"""Short rows: placed where the sums of rows and columns leave one place, never invented."""

from __future__ import annotations

import random

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from auditor.addresses import APPLICANTS, COLUMNS, DISPUTE_KINDS, OUTCOMES, request_rows, result_rows
from auditor.reading.tables.placement import Equations, place_disputes, place_requests
from auditor.reading.tables.ways import BLANK, Lost, ways
from tests.reading.text.shapes import facts

ROWS = request_rows("2021")
EQUATIONS = Equations("new", "carried_in", "handled", "carried_out", result_rows("2021"))
SLOW = settings(max_examples=60, deadline=None)
NOUGHT = (0,) * 7


def _vectors(seed: int) -> dict[str, tuple[int, ...]]:
    cells = facts(random.Random(seed))
    return {row: tuple(int(cells[f"requests.{row}.{column}"]) for column in COLUMNS) for row in ROWS}


def _simple() -> dict[str, tuple[int, ...]]:
    rows = dict.fromkeys(ROWS, NOUGHT)
    return rows | dict.fromkeys(("new", "granted", "handled"), (11, 0, 0, 0, 0, 0, 11))


def test_blank_cells_that_vanished_leave_one_place_for_the_numbers() -> None:
    complete = _simple()
    del complete["granted"]
    placed = place_requests(complete, {"granted": (11, 11)}, EQUATIONS, "blanks")
    assert placed == {"granted": (0, BLANK, BLANK, BLANK, BLANK, BLANK, 1)}


def test_noughts_among_vanished_blanks_could_stand_anywhere() -> None:
    complete = _simple()
    del complete["granted"]
    placed = place_requests(complete, {"granted": (11, 0, 0, 11)}, EQUATIONS, "blanks")
    assert placed == {"granted": (0, None, None, None, None, None, 3)}


def test_repetitions_that_were_dropped_come_back() -> None:
    short = {row: tuple(n for at, n in enumerate(v) if not at or n != v[at - 1]) for row, v in _simple().items()}
    placed = place_requests({}, short, EQUATIONS, "repeats")
    assert placed["handled"] == (0, 1, 1, 1, 1, 1, 2)
    assert placed["carried_out"] == (0,) * 7


def test_a_column_that_all_rows_share_stays_open() -> None:
    short = dict.fromkeys(("new", "granted", "handled"), (11, 11))
    complete = {row: vector for row, vector in _simple().items() if row not in short}
    # Any two columns would do, even with a blank total.
    assert place_requests(complete, short, EQUATIONS, "blanks") == {}


def test_a_table_that_contradicts_itself_confirms_nothing() -> None:
    complete = _simple()
    del complete["granted"]
    wrong = complete | {"carried_in": (0, 0, 0, 0, 0, 0, 1)}
    assert place_requests(wrong, {"granted": (11, 11)}, EQUATIONS, "blanks") == {}
    assert place_requests(complete, {"granted": (11, 12)}, EQUATIONS, "blanks") == {}
    assert place_requests(complete, {"granted": (12, 12)}, EQUATIONS, "blanks") == {}


def test_a_missing_row_is_no_witness() -> None:
    complete = _simple()
    del complete["granted"], complete["partial"]
    assert place_requests(complete, {"granted": (11, 11)}, EQUATIONS, "blanks") == {}


def test_nothing_left_of_a_row_stays_unread() -> None:
    complete = _simple()
    del complete["partial"]
    assert place_requests(complete, {"partial": ()}, EQUATIONS, "blanks") == {}


@given(seed=st.integers(0, 10**6), lost=st.sampled_from(["blanks", "repeats", "either"]), share=st.floats(0.05, 0.9))
@SLOW
def test_what_is_placed_is_right(seed: int, lost: Lost, share: float) -> None:
    rng = random.Random(seed)
    complete, short, kept = dict[str, tuple[int, ...]](), dict[str, tuple[int, ...]](), dict[str, list[int]]()
    for row, vector in _vectors(seed).items():
        if lost == "repeats" or (lost == "either" and rng.random() < 0.5):
            at = [column for column, number in enumerate(vector) if not column or number != vector[column - 1]]
        else:
            at = [column for column, number in enumerate(vector) if number or rng.random() > share]
        if len(at) == len(vector):
            complete[row] = vector
        else:
            short[row], kept[row] = tuple(vector[column] for column in at), at
    truth = _vectors(seed)
    for row, settled in place_requests(complete, short, EQUATIONS, lost).items():
        for column, index in enumerate(settled):
            if index is not None:
                assert (0 if index == BLANK else short[row][index]) == truth[row][column]
            if index is not None and index != BLANK and lost == "blanks" and truth[row][column]:
                assert kept[row][index] == column


@given(seed=st.integers(0, 10**6), share=st.floats(0.05, 0.6))
@SLOW
def test_table_four_is_placed_right_by_its_three_sums(seed: int, share: float) -> None:
    rng = random.Random(seed)
    cells = facts(rng)
    truth = [int(cells[f"disputes.{kind}.{outcome}"]) for kind in DISPUTE_KINDS for outcome in (*OUTCOMES, "total")]
    at = [column for column, number in enumerate(truth) if number or rng.random() > share]
    assume(len(at) < len(truth))
    settled = place_disputes([truth[column] for column in at], "blanks")
    for column, index in enumerate(settled or ()):
        if index is not None:
            assert (0 if index == BLANK else truth[at[index]]) == truth[column]


def test_every_way_keeps_the_order_of_the_cells() -> None:
    for lost in ("blanks", "repeats", "either"):
        for way in ways((5, 6, 11), 7, lost):  # type: ignore[arg-type]
            indices = [index for index in way if index != BLANK]
            assert sorted(indices) == indices
            assert set(indices) == {0, 1, 2}


def test_a_province_all_of_whose_rows_are_short_ends_soon() -> None:
    rng = random.Random(1)
    short = {}
    for row in ROWS:
        numbers = sorted(rng.sample(range(1, 10**5), 4))
        short[row] = (*numbers, sum(numbers))
    assert place_requests({}, short, EQUATIONS, "blanks") == {}


def test_the_columns_are_those_of_the_addresses() -> None:
    assert (*APPLICANTS, "total") == COLUMNS
