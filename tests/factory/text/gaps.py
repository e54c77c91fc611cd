"""Cells that vanished: scrapers drop empty cells, and those that look for repeats drop equal lines."""

from __future__ import annotations

from itertools import groupby
from random import Random

from auditor.addresses import COLUMNS
from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Table, tables_of
from tests.factory.text.pages import Writer, text_report
from tests.factory.vanished import lost_cells


def _row_keys(facts: Facts) -> list[str]:
    return [name.split(".", 1)[1].rpartition(".")[0] for name in facts.cells if name.endswith(".total")][:-3]


def without_cells(facts: Facts, rng: Random, rows: list[str]) -> Facts:
    """The zeros of some rows of table 三 empty: all of them, or some."""
    share = rng.choice((0.5, 1.0, 1.0))
    empty = {
        name
        for row in rows
        for name in (f"requests.{row}.{column}" for column in COLUMNS)
        if facts.cells[name] == "0" and rng.random() < share
    }
    return facts._replace(cells={name: "" if name in empty else text for name, text in facts.cells.items()})


def dropping_writer(rng: Random) -> Writer:
    """Writes the cells that hold something and nothing for the others: in lines of one cell, or in rows."""
    style = rng.choice(("bar", "bare", "blank line", "row", "tabs", "bars"))
    end = rng.choice((" |", "|"))

    def write(_: str, table: Table) -> list[str]:
        rows = [[box.text for box in row if box.text] for row in table]
        match style:
            case "bar":
                return [text + end for row in rows for text in row]
            case "bare":
                return [text for row in rows for text in row]
            case "blank line":
                return [line for row in rows for text in row for line in (text, "")]
            case "tabs":
                return ["\t".join(row) for row in rows if row]
            case "bars":
                return [" | ".join(row) for row in rows if row]
        return [" ".join(row) for row in rows if row]

    return write


def _dropped(facts: Facts, rng: Random) -> Rendered:
    return text_report(facts, rng, dropping_writer(rng), lost=lost_cells(facts))


@layout("text/vanished-one-row")
def one_row(facts: Facts, rng: Random) -> Rendered:
    """One row of table 三 lost its empty cells; a row that has numbers, if there is one."""
    keys = _row_keys(facts)
    mixed = [key for key in keys if facts.cells[f"requests.{key}.total"] != "0"]
    return _dropped(without_cells(facts, rng, [rng.choice(mixed or keys)]), rng)


@layout("text/vanished-few-rows")
def few_rows(facts: Facts, rng: Random) -> Rendered:
    """Some rows of table 三 lost their empty cells."""
    keys = _row_keys(facts)
    return _dropped(without_cells(facts, rng, rng.sample(keys, rng.randint(2, 6))), rng)


@layout("text/vanished-all")
def everywhere(facts: Facts, rng: Random) -> Rendered:
    """Zeros were left empty, and every empty cell is gone, in all tables or in all of table 三."""
    if rng.random() < 0.5:
        return _dropped(without_cells(facts, rng, _row_keys(facts)), rng)
    return _dropped(blanked(facts, rng, ""), rng)


def _repeats(facts: Facts, rng: Random, *, seen: bool) -> Rendered:
    """Lines dropped that repeat the one before them, or (``seen``) any line of the table."""
    end = rng.choice((" |", "|", ""))
    lost: set[str] = set()
    kept_lines: dict[str, list[str]] = {}
    for part, table in tables_of(facts).items():
        lines, gone = _thinned(table, seen)
        lost |= gone
        kept_lines[part] = [line + end for line in lines]
    return text_report(facts, rng, lambda part, _: kept_lines[part], lost=lost)


def _thinned(table: Table, seen: bool) -> tuple[list[str], set[str]]:
    """The lines that stay, and the addresses of all rows that lost a value."""
    boxes = [box for row in table for box in row]
    if seen:
        first: dict[str, int] = {}
        for at, box in enumerate(boxes):
            first.setdefault(box.text, at)
        stays = set(first.values())
    else:
        runs = groupby(range(len(boxes)), key=lambda at: boxes[at].text)
        stays = {next(run) for _, run in runs}
    lost: set[str] = set()
    start = 0
    for row in table:
        places = range(start, start + len(row))
        start += len(row)
        if any(boxes[at].address and at not in stays for at in places):
            lost |= {address for box in row if (address := box.address)}
    return [boxes[at].text for at in sorted(stays)], lost


@layout("text/repeats-collapsed")
def collapsed(facts: Facts, rng: Random) -> Rendered:
    """Of equal lines one below the other only one is left."""
    return _repeats(facts, rng, seen=False)


@layout("text/repeats-dropped")
def dropped(facts: Facts, rng: Random) -> Rendered:
    """Every line that stood before in the table is gone."""
    return _repeats(facts, rng, seen=True)
