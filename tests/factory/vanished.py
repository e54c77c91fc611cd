"""Where the values of short rows belong: the placements that the sums of a table allow.

When empty cells vanish, a row keeps its values in order but not their columns.  A placement gives each
value a column; it is allowed if with it every row adds up to its total and every column balances
(handbook 2.1), vanished cells counting as 0.  A row is placed only where all allowed placements of the
whole table agree on it (handbook 1.5, rule 2).  Written for the truth of made-up reports; the readers
have their own way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

from auditor.addresses import COLUMNS, DISPUTE_KINDS, OUTCOMES, active_addresses, result_rows
from tests.factory.facts import Facts

BUDGET = 400
"""So many steps are spent to look for another placement of one row; then the row counts as not determined."""


class Placement(NamedTuple):
    """Columns of a row's values, and the row that they make with 0 elsewhere."""

    columns: tuple[int, ...]
    values: tuple[int, ...]


class Relation(NamedTuple):
    """Rows that add up to 0 in every column when each is taken with its sign."""

    signs: dict[str, int]


class UndecidedError(Exception):
    """The budget is spent."""


Domains = dict[str, list[Placement]]


def placements(printed: Sequence[int], width: int) -> list[Placement]:
    """Every way to place values in order in a row whose last column is the sum of the others."""
    found = []
    for columns in combinations(range(width), len(printed)):
        values = [0] * width
        for column, value in zip(columns, printed, strict=True):
            values[column] = value
        if sum(values[:-1]) == values[-1]:
            found.append(Placement(columns, tuple(values)))
    return found


def confirmed(
    printed: Mapping[str, Sequence[int]], width: int, relations: Sequence[Relation]
) -> dict[str, tuple[int, ...]]:
    """The columns of the values of each row that has the same ones in every allowed placement of the table."""
    domains = {row: placements(values, width) for row, values in printed.items()}
    first = _solution(domains, relations)
    if first is None:
        return {}
    open_rows = {row for row, found in domains.items() if len(found) > 1}
    sure = {row: first[row].columns for row in domains if row not in open_rows}
    for row in sorted(open_rows):
        if row not in open_rows:
            continue
        others = [item for item in domains[row] if item.columns != first[row].columns]
        try:
            other = _search({**domains, row: others}, relations, _counter())
        except UndecidedError:
            continue
        if other is None:
            sure[row] = first[row].columns
        else:
            # One other placement of the table settles every row in which it differs.
            open_rows -= {name for name in open_rows if other[name].columns != first[name].columns}
    return sure


def _solution(domains: Domains, relations: Sequence[Relation]) -> dict[str, Placement] | None:
    try:
        return _search(domains, relations, _counter())
    except UndecidedError:
        return None


def _counter() -> Callable[[], None]:
    steps = iter(range(BUDGET))

    def step() -> None:
        if next(steps, None) is None:
            raise UndecidedError

    return step


def _search(domains: Domains, relations: Sequence[Relation], step: Callable[[], None]) -> dict[str, Placement] | None:
    step()
    left = _narrowed(domains, relations)
    if left is None:
        return None
    undecided = [row for row, found in left.items() if len({item.values for item in found}) > 1]
    if not undecided:
        return {row: found[0] for row, found in left.items()}
    row = min(undecided, key=lambda name: (len(left[name]), name))
    for item in left[row]:
        found = _search({**left, row: [item]}, relations, step)
        if found is not None:
            return found
    return None


def _narrowed(domains: Domains, relations: Sequence[Relation]) -> Domains | None:
    """The domains without placements that no choice of the other rows balances; None where one is empty."""
    left = dict(domains)
    changed = True
    while changed:
        changed = False
        for relation in relations:
            width = len(next(iter(left.values()))[0].values) if all(left.values()) else 0
            if not width:
                return None
            for column in range(width):
                for row, kept in _fitting(left, relation, column):
                    if not kept:
                        return None
                    left[row] = kept
                    changed = True
    return left


def _fitting(left: Domains, relation: Relation, column: int) -> Iterator[tuple[str, list[Placement]]]:
    """The rows of a relation whose placements are fewer once the bounds of the others are known."""
    bounds = {}
    for row, sign in relation.signs.items():
        values = [sign * item.values[column] for item in left[row]]
        bounds[row] = (min(values), max(values))
    low = sum(bound[0] for bound in bounds.values())
    high = sum(bound[1] for bound in bounds.values())
    for row, sign in relation.signs.items():
        least, most = -(high - bounds[row][1]), -(low - bounds[row][0])
        kept = [item for item in left[row] if least <= sign * item.values[column] <= most]
        if len(kept) < len(left[row]):
            yield row, kept


def request_relations(one_row: bool) -> tuple[Relation, ...]:
    """The two relations of table 三: what came in went out or stays; 三（七） is the sum of the results."""
    results = result_rows("2019" if one_row else "2021")
    return (
        Relation({"new": 1, "carried_in": 1, "handled": -1, "carried_out": -1}),
        Relation({"handled": -1, **dict.fromkeys(results, 1)}),
    )


def lost_cells(facts: Facts) -> frozenset[str]:
    """The cells that a file does not determine in which every blank cell of the facts has vanished.

    Of a row that the sums place the values that are left are determined; what vanished may have been blank or 0.
    """
    return _lost_active(facts) | _lost_requests(facts) | _lost_disputes(facts)


def _lost_active(facts: Facts) -> frozenset[str]:
    """Nothing adds up in table 二: a row that lost a cell is not determined."""
    rows: dict[str, list[str]] = {}
    for address in active_addresses(facts.table_format):
        key = address.rpartition(".")[0] if address.count(".") > 1 else address
        rows.setdefault(key, []).append(address)
    return frozenset(name for names in rows.values() if any(not facts.cells[name] for name in names) for name in names)


def _lost_requests(facts: Facts) -> frozenset[str]:
    totals = [name for name in facts.cells if name.startswith("requests.") and name.endswith(".total")]
    keys = [name.removeprefix("requests.").removesuffix(".total") for name in totals]
    rows = {key: [f"requests.{key}.{column}" for column in COLUMNS] for key in keys}
    printed = {key: _printed(facts, names) for key, names in rows.items()}
    whole = {key for key, values in printed.items() if len(values) == len(COLUMNS)}
    sure: dict[str, tuple[int, ...]] = {}
    # A table without a single value may as well have lost them all, and 三（六） without one may be a group's head.
    if len(whole) < len(rows) and any(printed.values()) and printed.get("other.all", [0]):
        sure = confirmed(printed, len(COLUMNS), request_relations(facts.other_one_row))
    for key, columns in sure.items():
        shown = tuple(at for at, name in enumerate(rows[key]) if facts.cells[name])
        if columns != shown:
            raise AssertionError(f"row {key} has another placement than the facts: {columns}, {shown}")
    return frozenset(
        name
        for key, names in rows.items()
        if key not in whole
        for name in names
        if key not in sure or not facts.cells[name]
    )


def open_to_others(cells: Mapping[str, str], address: str, value: int) -> bool:
    """Whether the sums of table 三 allow another value than this in a cell, blank ``cells`` having vanished.

    Where the budget does not suffice to find out, none is known.
    """
    key, _, column = address.removeprefix("requests.").rpartition(".")
    rows = {name.removeprefix("requests.").rpartition(".")[0] for name in cells if name.startswith("requests.")}
    printed = {
        row: [int(text) for name in COLUMNS if (text := cells[f"requests.{row}.{name}"])] for row in sorted(rows)
    }
    domains = {row: placements(values, len(COLUMNS)) for row, values in printed.items()}
    at = COLUMNS.index(column)
    domains[key] = [item for item in domains[key] if item.values[at] != value]
    return _solution(domains, request_relations("other.all" in rows)) is not None


def _lost_disputes(facts: Facts) -> frozenset[str]:
    names = [f"disputes.{kind}.{outcome}" for kind in DISPUTE_KINDS for outcome in (*OUTCOMES, "total")]
    printed = _printed(facts, names)
    if len(printed) == len(names):
        return frozenset()
    placed = printed and ways_in_groups(printed, len(DISPUTE_KINDS)) == 1
    return frozenset(name for name in names if not placed or not facts.cells[name])


def _printed(facts: Facts, names: Sequence[str]) -> list[int]:
    return [int(Decimal(facts.cells[name])) for name in names if facts.cells[name]]


def ways_in_groups(printed: Sequence[int], groups: int) -> int:
    """In how many ways values in order fill so many groups of five, each with its sum at the end."""
    if groups == 1:
        return len(placements(printed, 5)) if len(printed) <= 5 else 0
    return sum(
        len(placements(printed[:cut], 5)) * ways_in_groups(printed[cut:], groups - 1)
        for cut in range(min(len(printed), 5) + 1)
    )
