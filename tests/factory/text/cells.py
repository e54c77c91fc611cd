"""One cell a line, as scrapers leave a page's table when they write the text of each cell and break the line.

The bars come from those that mark the ends of cells; what merged cells left over stands as bars without a text.
"""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box, Table, full_grid
from tests.factory.text.pages import Writer, text_report, wide

MARKS = ("/", "—", "-", "无")


def some_blanks(facts: Facts, rng: Random) -> Facts:
    """Half of the reports as they are, the others with a sign for nothing in some rows."""
    return blanked(facts, rng, rng.choice(MARKS), rng.random()) if rng.random() < 0.5 else facts


def broken(text: str, rng: Random) -> str:
    """A longer head or label with a blank or a line break inside, as narrow columns have it."""
    if not 4 <= len(text) <= 8 or text[0] in "0123456789（" or rng.random() < 0.6:
        return text
    return text[: len(text) // 2] + rng.choice((" ", "\n")) + text[len(text) // 2 :]


def barred_lines(rng: Random, *, leftovers: str, breaks: bool) -> Writer:
    """Writes ``cell |``.

    ``leftovers``: what spans leave stands as bars at the ``end`` of a row, each in its ``place``, or is ``gone``.
    """
    close = rng.choice((" |", "|", " | "))

    def cell(box: Box) -> str:
        text = broken(box.text, rng) if breaks and not box.address else box.text
        return f"{text}{close}" if text else close.strip() or "|"

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row, grid in zip(table, full_grid(table, wide(part, table)), strict=True):
            if leftovers == "place":
                lines += [cell(box) if box else "|" for box in grid]
                continue
            lines += [cell(box) for box in row]
            spare = wide(part, table) - len(row)
            if leftovers == "end" and spare:
                lines.append("|" * spare)
        return "\n".join(lines).split("\n")

    return write


@layout("text/cell-bar-behind")
def bar_behind(facts: Facts, rng: Random) -> Rendered:
    """``11 |``, with ``|||`` at the end of a row for what merged cells left."""
    return text_report(some_blanks(facts, rng), rng, barred_lines(rng, leftovers="end", breaks=True))


@layout("text/cell-bar-leftovers")
def bar_in_place(facts: Facts, rng: Random) -> Rendered:
    """``11 |``, each position that a merged cell covers as a line with a bar, or none left at all."""
    where = rng.choice(("place", "gone"))
    return text_report(some_blanks(facts, rng), rng, barred_lines(rng, leftovers=where, breaks=rng.random() < 0.5))


@layout("text/cell-bar-blank")
def bar_blank(facts: Facts, rng: Random) -> Rendered:
    """``11 |`` with empty cells as a bar alone or with a space that looks like nothing before it."""
    facts = blanked(facts, rng, "", rng.choice((0.3, 0.7, 1.0)))
    blank = rng.choice(("", "", "&nbsp;", "\u00a0", "\u3000"))
    where = rng.choice(("end", "place", "gone"))
    return text_report(facts, rng, barred_lines(rng, leftovers=where, breaks=False), blank=blank)


@layout("text/cell-bar-before")
def bar_before(facts: Facts, rng: Random) -> Rendered:
    """``| 11``: the bar begins a cell; a row may begin with two."""
    open_, row_open = rng.choice((("| ", "| "), ("|", "|"), ("| ", "|| ")))
    in_place = rng.random() < 0.4

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row, grid in zip(table, full_grid(table, wide(part, table)), strict=True):
            texts = [box.text if box else "" for box in grid] if in_place else [box.text for box in row]
            lines += [(row_open if at == 0 else open_) + text for at, text in enumerate(texts)]
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/cell-bar-alone")
def bar_alone(facts: Facts, rng: Random) -> Rendered:
    """A line with a bar between any two cells, perhaps with another at either end of a row."""
    ends = rng.random() < 0.5

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = ["|"] if ends else []
        for at, row in enumerate(table):
            if at and not ends:
                lines.append("|")
            for place, box in enumerate(row):
                lines += ["|", box.text] if place else [box.text]
            if ends:
                lines.append("|")
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/cell-blank-line")
def blank_line(facts: Facts, rng: Random) -> Rendered:
    """An empty line, or several, between any two cells; no bars."""
    gap = rng.choice(([""], [""], ["", ""], [" "], ["\u3000"]))
    indent = rng.choice(("", "", "  ", "\t"))

    def write(part: str, table: Table) -> list[str]:
        return [line for row in table for box in row for line in (indent + box.text, *gap)]

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/cell-bare")
def bare(facts: Facts, rng: Random) -> Rendered:
    """Nothing but the cells, each on its line; rows may be parted by an empty line."""
    row_gap = [""] * rng.choice((0, 0, 1))

    def write(part: str, table: Table) -> list[str]:
        return [line for row in table for line in (*(box.text for box in row), *row_gap)]

    return text_report(some_blanks(facts, rng), rng, write)
