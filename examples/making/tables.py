"""The three tables as laid out on paper: rows of boxes with merged heads, the same for every format.

The labels are those of ``lexicons/tables/2021.toml``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

_LAYOUT = Path(__file__).resolve().parents[2] / "lexicons" / "tables" / "2021.toml"


class Box(NamedTuple):
    """A cell of the printed table; ``label`` marks heads and row labels."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    label: bool = True


Rows = list[list[Box]]


@cache
def _layout() -> Mapping[str, Any]:
    return tomllib.loads(_LAYOUT.read_text(encoding="utf-8"))


def _value(cells: Mapping[str, str], address: str, colspan: int = 1) -> Box:
    return Box(cells.get(address, "0"), colspan=colspan, label=False)


def table(number: str, cells: Mapping[str, str]) -> Rows:
    """The rows of table 二, 三 or 四; a cell that ``cells`` doesn't name prints 0."""
    return {"二": _active, "三": _requests, "四": _disputes}[number](cells)


def columns(rows: Rows) -> int:
    """How many grid columns the table has."""
    return sum(box.colspan for box in rows[0])


def _active(cells: Mapping[str, str]) -> Rows:
    rows: Rows = []
    for block in _layout()["active"]:
        span = 3 // len(block["columns"])
        rows.append([Box(block["heading"], colspan=4)])
        rows.append([Box("信息内容"), *(Box(column["label"], colspan=span) for column in block["columns"])])
        for row in block["rows"]:
            addresses = [".".join(filter(None, ("active", row["key"], column["key"]))) for column in block["columns"]]
            rows.append([Box(row["label"]), *(_value(cells, address, span) for address in addresses)])
    return rows


def _requests(cells: Mapping[str, str]) -> Rows:
    form = _layout()["requests"]
    natural, *organisations, total = form["columns"]
    rows: Rows = [
        [Box(form["note"], rowspan=3, colspan=3), Box(form["applicants"], colspan=7)],
        [Box(natural["label"], rowspan=2), Box(form["organisations"], colspan=5), Box(total["label"], rowspan=2)],
        [Box(column["label"]) for column in organisations],
    ]
    groups = {group["key"]: group["label"] for group in form["groups"]}
    results = [row["key"] for row in form["rows"] if row["key"] not in ("new", "carried_in", "carried_out")]
    seen: set[str] = set()
    for row in form["rows"]:
        key = row["key"]
        group = key.split(".")[0] if "." in key else ""
        boxes: list[Box] = []
        if key == results[0]:
            boxes.append(Box(form["results"], rowspan=len(results)))
        if group and group not in seen:
            seen.add(group)
            boxes.append(Box(groups[group], rowspan=sum(name.startswith(f"{group}.") for name in results)))
        width = 1 if group else 2 if key in results else 3
        boxes.append(Box(row["label"], colspan=width))
        boxes += (_value(cells, f"requests.{key}.{column['key']}") for column in form["columns"])
        rows.append(boxes)
    return rows


def _disputes(cells: Mapping[str, str]) -> Rows:
    form = _layout()["disputes"]
    outcomes = [Box(outcome["label"]) for outcome in form["outcomes"]]
    review, direct, after = form["kinds"]
    return [
        [Box(review["label"], colspan=5), Box(direct["under"], colspan=10)],
        [
            *(box._replace(rowspan=2) for box in outcomes),
            Box(direct["label"], colspan=5),
            Box(after["label"], colspan=5),
        ],
        [*outcomes, *outcomes],
        [
            _value(cells, f"disputes.{kind['key']}.{outcome['key']}")
            for kind in form["kinds"]
            for outcome in form["outcomes"]
        ],
    ]


def placed(rows: Rows) -> list[tuple[int, int, Box]]:
    """Every box with its grid row and column, spans of earlier rows taken into account."""
    taken: set[tuple[int, int]] = set()
    boxes = []
    for row, line in enumerate(rows):
        column = 0
        for box in line:
            while (row, column) in taken:
                column += 1
            boxes.append((row, column, box))
            taken |= {(row + down, column + right) for down in range(box.rowspan) for right in range(box.colspan)}
            column += box.colspan
    return boxes
