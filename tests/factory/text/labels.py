"""Labels that a conversion changed, and rows of which nothing holds the values apart."""

from __future__ import annotations

import re
from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Table
from tests.factory.text.cells import barred_lines, some_blanks
from tests.factory.text.heads import any_writer
from tests.factory.text.pages import Writer, grid_texts, own_texts, repeated, text_report
from tests.factory.text.rows import joined_rows

_ORDINAL = re.compile(r"^(?:[一二三四]、|（[一二三四五六七]）|\d\.)")


def _with_labels(write: Writer, change: re.Pattern[str]) -> Writer:
    """Writes the table without what a pattern finds in its labels."""

    def changed(part: str, table: Table) -> list[str]:
        rows = [[box if box.address else box._replace(text=change.sub("", box.text)) for box in row] for row in table]
        return write(part, rows)

    return changed


@layout("text/ordinals-lost")
def ordinals_lost(facts: Facts, rng: Random) -> Rendered:
    """Row labels without 一、（一） and 1., which were counted by the office program and not copied."""
    pattern = rng.choice((_ORDINAL, re.compile(r"^\d\."), re.compile(r"^[一二三四]、")))
    return text_report(some_blanks(facts, rng), rng, _with_labels(any_writer(rng), pattern))


@layout("text/groups-lost")
def groups_lost(facts: Facts, rng: Random) -> Rendered:
    """The labels over several rows are gone: 三、本年度办理结果, （三）不予公开 and so on."""
    write = any_writer(rng)

    def ungrouped(part: str, table: Table) -> list[str]:
        rows = []
        for row in table:
            values = any(box.address for box in row)
            rows.append([box for box in row if not values or box.address or box.rowspan == 1])
        return write(part, rows)

    return text_report(some_blanks(facts, rng), rng, ungrouped)


@layout("text/label-spaces")
def label_spaces(facts: Facts, rng: Random) -> Rendered:
    """Blanks inside the labels, where the printed page broke them or set them wide."""
    write = rng.choice((joined_rows(rng), barred_lines(rng, leftovers="end", breaks=False), _tabbed))
    blank = rng.choice((" ", "  ", "\u3000"))
    share = rng.choice((0.05, 0.2, 1.0))

    def spaced(text: str) -> str:
        return "".join(letter + (blank if rng.random() < share else "") for letter in text[:-1]) + text[-1:]

    def write_spaced(part: str, table: Table) -> list[str]:
        return write(
            part, [[box if box.address else box._replace(text=spaced(box.text)) for box in row] for row in table]
        )

    return text_report(some_blanks(facts, rng), rng, write_spaced)


def _tabbed(_: str, table: Table) -> list[str]:
    return ["\t".join(row) for row in own_texts(table)]


@layout("text/run-together")
def run_together(facts: Facts, rng: Random) -> Rendered:
    """Nothing between the cells: 110000011 may be many rows of seven, so no value is determined."""
    lines_of_row = rng.choice((True, True, False))

    def write(_: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in table:
            labels = [box.text for box in row if not box.address]
            values = "".join(box.text for box in row if box.address)
            lines += ["".join(labels) + values] if lines_of_row else [*labels, *([values] if values else [])]
        return lines

    return text_report(facts, rng, write, lost=facts.cells)


@layout("text/row-nan")
def filled_with_nan(facts: Facts, rng: Random) -> Rendered:
    """Rows from a data program: blank cells and what merged cells cover are ``nan``, numbers may be ``11.0``."""
    facts = blanked(facts, rng, "", rng.choice((0.0, 0.4)))
    word = rng.choice(("nan", "NaN", "None"))
    if word != "None" and rng.random() < 0.5:
        cells = {name: f"{text}.0" if text.isdecimal() else text for name, text in facts.cells.items()}
        facts = facts._replace(cells=cells)
    bar = rng.choice((" | ", "\t"))
    repeats = rng.random() < 0.5
    edge = "| " if bar == " | " and rng.random() < 0.5 else ""

    def write(part: str, table: Table) -> list[str]:
        rows = repeated(part, table) if repeats else grid_texts(part, table)
        return [edge + bar.join(text or word for text in row) + edge[::-1] for row in rows]

    return text_report(facts, rng, write)


@layout("text/tables-twice")
def tables_twice(facts: Facts, rng: Random) -> Rendered:
    """Every table stands twice, as pages hold one for screens and one for telephones."""
    first = any_writer(rng)
    second = rng.choice((first, any_writer(rng)))

    def write(part: str, table: Table) -> list[str]:
        return [*first(part, table), "", *second(part, table)]

    return text_report(some_blanks(facts, rng), rng, write)
