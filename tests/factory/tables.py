"""The three standard tables as boxes, before any layout draws them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from auditor.addresses import COLUMNS, DISPUTE_KINDS
from auditor.model import TableFormat
from auditor.resources import load_lexicon
from tests.factory.facts import Facts


class Box(NamedTuple):
    """A cell as laid out at its upper left position; ``address`` is None for heads and labels."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    address: str | None = None


Table = list[list[Box]]
"""Rows of boxes; what a box spans from above or from the left has no box of its own."""

WIDTH = {"active": 4, "requests": 10, "disputes": 15}
"""Grid columns of each table."""


def active_blocks(cells: Mapping[str, str], table_format: TableFormat) -> list[Table]:
    """Table 二, its blocks apart (第二十条第（一）项 …), each four columns wide."""
    blocks: list[Table] = []
    for block in load_lexicon(f"tables/{table_format}")["active"]:
        columns = block["columns"]
        rows: Table = [[Box(block["heading"], 1, 4)]]
        rows.append(_stretched([Box("信息内容"), *(Box(column["label"]) for column in columns)]))
        for row in block["rows"]:
            names = [".".join(filter(None, ("active", row["key"], column["key"]))) for column in columns]
            rows.append(_stretched([Box(row["label"]), *(Box(cells[name], 1, 1, name) for name in names)]))
        blocks.append(rows)
    return blocks


def active_table(cells: Mapping[str, str], table_format: TableFormat) -> Table:
    """Table 二 as one table, four columns wide."""
    return [row for block in active_blocks(cells, table_format) for row in block]


def _stretched(row: list[Box]) -> list[Box]:
    return [*row[:-1], row[-1]._replace(colspan=4 - len(row) + 1)]


def requests_table(facts: Facts) -> Table:
    """Table 三, ten columns wide: three of labels, seven of values."""
    form: Any = load_lexicon(f"tables/{facts.table_format}")["requests"]
    heads = [column["label"] for column in form["columns"]]
    rows: Table = [
        [Box(form["note"], 3, 3), Box(form["applicants"], 1, 7)],
        [Box(heads[0], 2), Box(form["organisations"], 1, 5), Box(heads[6], 2)],
        [Box(head) for head in heads[1:6]],
    ]
    groups = {group["key"]: group["label"] for group in load_lexicon("tables/2021")["requests"]["groups"]}
    found = [(row["key"], row["label"]) for row in form["rows"]]
    if facts.other_one_row and facts.table_format == "2021":
        first = next(at for at, (key, _) in enumerate(found) if key.startswith("other."))
        found = [pair for pair in found if not pair[0].startswith("other.")]
        found.insert(first, ("other.all", groups["other"]))
    seen: set[str] = set()
    for key, label in found:
        values = [Box(facts.cells[f"requests.{key}.{name}"], 1, 1, f"requests.{key}.{name}") for name in COLUMNS]
        if key in ("new", "carried_in", "carried_out"):
            rows.append([Box(label, 1, 3), *values])
            continue
        labels = [Box(form["results"], len(found) - 3)] if key == "granted" else []
        group = key.partition(".")[0]
        if group in groups and "." in key and not key.endswith(".all"):
            if group not in seen:
                labels.append(Box(groups[group], sum(1 for other, _ in found if other.startswith(f"{group}."))))
                seen.add(group)
            labels.append(Box(label))
        else:
            labels.append(Box(label, 1, 2))
        rows.append([*labels, *values])
    return rows


def disputes_table(cells: Mapping[str, str]) -> Table:
    """Table 四, fifteen columns wide, its values in the last row."""
    form = load_lexicon("tables/2021")["disputes"]
    outcomes = [(outcome["key"], outcome["label"]) for outcome in form["outcomes"]]
    heads = [label for _, label in outcomes]
    labels = [kind["label"] for kind in form["kinds"]]
    names = [f"disputes.{kind}.{key}" for kind in DISPUTE_KINDS for key, _ in outcomes]
    return [
        [Box("行政复议", 1, 5), Box("行政诉讼", 1, 10)],
        [*(Box(head, 2) for head in heads), Box(labels[1], 1, 5), Box(labels[2], 1, 5)],
        [Box(head) for _ in range(2) for head in heads],
        [Box(cells[name], 1, 1, name) for name in names],
    ]


def tables_of(facts: Facts) -> dict[str, Table]:
    """The tables of a report by the part that holds them."""
    return {
        "active": active_table(facts.cells, facts.table_format),
        "requests": requests_table(facts),
        "disputes": disputes_table(facts.cells),
    }


def full_grid(table: Table, width: int) -> list[list[Box | None]]:
    """The table with None at every position that a box spans without starting there."""
    grid: list[list[Box | None]] = [[None] * width for _ in table]
    taken: set[tuple[int, int]] = set()
    for at, row in enumerate(table):
        column = 0
        for box in row:
            while (at, column) in taken:
                column += 1
            grid[at][column] = box
            taken.update((at + down, column + right) for down in range(box.rowspan) for right in range(box.colspan))
            column += box.colspan
    return grid
