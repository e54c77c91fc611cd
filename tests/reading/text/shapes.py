"""Reports whose sums all hold, written as text in the shapes that crawlers and converters leave.

A shape takes the tables of a report and gives lines; the cells are known, so what is read can be compared.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping

from auditor.addresses import (
    APPLICANTS,
    DISPUTE_KINDS,
    OUTCOMES,
    all_addresses,
    request_rows,
    result_rows,
)
from auditor.model import TableFormat
from auditor.resources import load_lexicon
from tests.reading.rendered import (
    PROSE,
    TITLE,
    Box,
    Table,
    active_table,
    disputes_table,
    headings,
    pipe_table,
    requests_table,
)

Shape = Callable[[Table, int], str]
Cells = dict[str, str]


def facts(rng: random.Random, table_format: TableFormat = "2021", largest: int = 60) -> Cells:
    """Cells of a report that satisfies every sum of tables 三 and 四 (handbook 2.1, 2.2)."""
    numbers = dict.fromkeys(all_addresses(table_format), 0)
    for address in numbers:
        if address.startswith("active.") and rng.random() < 0.6:
            numbers[address] = rng.randint(0, largest)
    busy = rng.choice([0, 1, 1, 2, 4, 9])
    for _ in range(busy):
        row = rng.choice(result_rows(table_format))
        numbers[f"requests.{row}.{rng.choice(APPLICANTS)}"] += rng.randint(1, largest)
    for column in APPLICANTS:
        handled = sum(numbers[f"requests.{row}.{column}"] for row in result_rows(table_format))
        out = rng.choice([0, 0, 0, rng.randint(0, 5)]) if busy else 0
        carried = rng.randint(0, min(4, handled + out)) if rng.random() < 0.3 else 0
        numbers[f"requests.handled.{column}"] = handled
        numbers[f"requests.carried_out.{column}"] = out
        numbers[f"requests.carried_in.{column}"] = carried
        numbers[f"requests.new.{column}"] = handled + out - carried
    for row in request_rows(table_format):
        numbers[f"requests.{row}.total"] = sum(numbers[f"requests.{row}.{column}"] for column in APPLICANTS)
    for kind in DISPUTE_KINDS:
        for outcome in OUTCOMES:
            numbers[f"disputes.{kind}.{outcome}"] = rng.choice([0, 0, 0, 1, 2, rng.randint(0, 15)])
        numbers[f"disputes.{kind}.total"] = sum(numbers[f"disputes.{kind}.{outcome}"] for outcome in OUTCOMES)
    return {address: str(number) for address, number in numbers.items()}


def one_row_other(cells: Mapping[str, str]) -> Table:
    """Table 三 of 2021 with 三（六） as one row; its cells are ``requests.other.all``."""
    renamed = {address: cells.get(address, "0") for address in all_addresses("2019")}
    return requests_table(renamed, "2019")


def dense(table: Table, width: int) -> list[list[str]]:
    """The rows of a table with an empty string for what a cell spans."""
    lines = [line for line in pipe_table(table, width).split("\n") if "---" not in line]
    return [[cell.strip() for cell in line[1:-1].split("|")] for line in lines]


def boxes(table: Table) -> list[list[str]]:
    """The texts of the cells that a table prints, row by row."""
    return [[box.text for box in row] for row in table]


def is_number(text: str) -> bool:
    """Whether a cell holds a value (the samples write values with digits, signs or nothing)."""
    return (
        not text
        or (text[0].isdecimal() and text[1:2] != ".")
        or text in ("/", "—", "-", "&nbsp;", "\u00a0", "\u3000", "无")
    )


def split_row(row: list[str]) -> tuple[list[str], list[str]]:
    """Labels and values of a row."""
    first = next((at for at, text in enumerate(row) if is_number(text)), len(row))
    return row[:first], row[first:]


def _torn(separator: str, between: str = "\n") -> Shape:
    def shape(table: Table, _: int) -> str:
        lines = []
        for row in boxes(table):
            labels, values = split_row(row)
            lines += [*labels, between.join([separator.join(values)])] if values else [*labels]
        return "\n".join(lines)

    return shape


def _broken_labels(size: int, separator: str) -> Shape:
    def shape(table: Table, _: int) -> str:
        lines = []
        for row in boxes(table):
            labels, values = split_row(row)
            for label in labels:
                lines += [label[at : at + size] for at in range(0, len(label), size)]
            if values:
                lines.append(separator.join(values))
        return "\n".join(lines)

    return shape


def _label_tail_with_values(size: int) -> Shape:
    def shape(table: Table, _: int) -> str:
        lines = []
        for row in boxes(table):
            labels, values = split_row(row)
            pieces = [label[at : at + size] for label in labels for at in range(0, len(label), size)]
            if not values:
                lines += pieces
            else:
                lines += [*pieces[:-1], " ".join([*pieces[-1:], *values])]
        return "\n".join(lines)

    return shape


def _values_in_the_middle(size: int) -> Shape:
    def shape(table: Table, _: int) -> str:
        lines = []
        for row in boxes(table):
            labels, values = split_row(row)
            if not values:
                lines += labels
                continue
            label = labels[-1] if labels else ""
            pieces = [label[at : at + size] for at in range(0, len(label), size)]
            half = (len(pieces) + 1) // 2
            lines += [*labels[:-1], *pieces[:half], " ".join(values), *pieces[half:]]
        return "\n".join(lines)

    return shape


def _table_per_row(table: Table, width: int) -> str:
    parts = []
    for row in boxes(table):
        parts += [f"| {' | '.join(row)} |", "|" + " --- |" * len(row), ""]
    return "\n".join(parts)


def _padded(pad: str) -> Shape:
    def shape(table: Table, width: int) -> str:
        return "\n".join("|".join(text for text in row) + pad * (width - len(row)) for row in boxes(table))

    return shape


SHAPES: dict[str, Shape] = {
    "cell bar": lambda t, w: "\n".join(f"{x} |" for r in boxes(t) for x in r),
    "cell bar tight": lambda t, w: "\n".join(f"{x}|" for r in boxes(t) for x in r),
    "bar cell": lambda t, w: "\n".join(f"| {x}" for r in boxes(t) for x in r),
    "lone bar": lambda t, w: "\n|\n".join(x for r in boxes(t) for x in r),
    "cell a line": lambda t, w: "\n".join(x for r in boxes(t) for x in r),
    "cell, blank line": lambda t, w: "\n\n".join(x for r in boxes(t) for x in r),
    "dense cell bar": lambda t, w: "\n".join(f"{x} |" for r in dense(t, w) for x in r),
    "row bars": lambda t, w: "\n".join(" | ".join(r) for r in boxes(t)),
    "row bars around": lambda t, w: "\n".join(f"| {' | '.join(r)} |" for r in boxes(t)),
    "row leading bars": lambda t, w: "\n".join(f"|{'|'.join(r)}" for r in boxes(t)),
    "row trailing bars": lambda t, w: "\n".join(f"{' |'.join(r)} |" for r in boxes(t)),
    "row padded": _padded("|"),
    "row padded spaced": _padded("| "),
    "row dense": lambda t, w: "\n".join("|".join(r) for r in dense(t, w)),
    "row dense around": lambda t, w: "\n".join(f"| {' | '.join(r)} |" for r in dense(t, w)),
    "row double bars": lambda t, w: "\n".join("||".join(r) for r in boxes(t)),
    "markdown": pipe_table,
    "pipe table per row": _table_per_row,
    "tabs": lambda t, w: "\n".join("\t".join(r) for r in boxes(t)),
    "tabs dense": lambda t, w: "\n".join("\t".join(r) for r in dense(t, w)),
    "spaces": lambda t, w: "\n".join(" ".join(r) for r in boxes(t)),
    "wide spaces": lambda t, w: "\n".join("    ".join(r) for r in boxes(t)),
    "ideographic spaces": lambda t, w: "\n".join("\u3000".join(r) for r in boxes(t)),
    "torn bars": _torn(" | "),
    "torn bars around": lambda t, w: "\n".join(
        "\n".join(
            [
                *(f"| {x} |" for x in split_row(r)[0]),
                *([f"| {' | '.join(split_row(r)[1])} |"] if split_row(r)[1] else []),
            ]
        )
        for r in boxes(t)
    ),
    "torn spaces": _torn(" "),
    "torn tabs": _torn("\t"),
    "broken labels, spaces": _broken_labels(8, " "),
    "broken labels, bars": _broken_labels(8, " | "),
    "broken labels, cells": _broken_labels(7, "\n"),
    "broken labels, cells bars": lambda t, w: "\n".join(
        "\n".join([x[i : i + 6] for i in range(0, len(x), 6)] or [""]) + " |" for r in boxes(t) for x in r
    ),
    "label tail with values": _label_tail_with_values(9),
    "values in the middle": _values_in_the_middle(7),
    "values over two lines": lambda t, w: "\n".join(
        "\n".join(
            [
                *split_row(r)[0],
                *([" ".join(split_row(r)[1][:3]), " ".join(split_row(r)[1][3:])] if split_row(r)[1] else []),
            ]
        ).strip()
        for r in boxes(t)
    ),
}


def three_dispute_tables(cells: Mapping[str, str]) -> Table:
    """Table 四 as three rows of five, each with its own label."""
    form = load_lexicon("tables/2021")["disputes"]
    outcomes = [outcome["label"] for outcome in form["outcomes"]]
    rows: Table = []
    for kind in form["kinds"]:
        rows.append([Box(kind["label"], 1, 5)])
        rows.append([Box(head) for head in outcomes])
        rows.append([Box(cells[f"disputes.{kind['key']}.{outcome['key']}"]) for outcome in form["outcomes"]])
    return rows


def labelled_dispute_rows(cells: Mapping[str, str]) -> Table:
    """Table 四 as three rows with the kind before its five values."""
    form = load_lexicon("tables/2021")["disputes"]
    rows: Table = [[Box(""), *(Box(outcome["label"]) for outcome in form["outcomes"])]]
    for kind in form["kinds"]:
        values = [Box(cells[f"disputes.{kind['key']}.{outcome['key']}"]) for outcome in form["outcomes"]]
        rows.append([Box(kind["label"]), *values])
    return rows


DISPUTES: dict[str, tuple[Callable[[Mapping[str, str]], Table], int]] = {
    "fifteen": (disputes_table, 15),
    "three tables": (three_dispute_tables, 5),
    "three rows": (labelled_dispute_rows, 6),
}


def report(
    cells: Mapping[str, str], shape: Shape, table_format: TableFormat = "2021", disputes: str = "fifteen"
) -> str:
    """A whole report in a shape."""
    make, width = DISPUTES[disputes]
    tables = {
        "active": (active_table(cells, table_format), 4),
        "requests": (requests_table(cells, table_format), 10),
        "disputes": (make(cells), width),
    }
    lines = [TITLE]
    for key, heading in headings():
        lines += [heading, *PROSE[key]]
        if key in tables:
            lines.append(shape(*tables[key]))
    return "\n".join(lines)
