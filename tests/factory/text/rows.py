"""A row a line with bars between the cells, as converters of web pages and people who paste tables leave it."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Table
from tests.factory.text.cells import some_blanks
from tests.factory.text.pages import Writer, grid_texts, own_texts, repeated, text_report, unseen_row


def joined_rows(rng: Random, *, leading: bool = False, trailing: bool = False, spans: str = "own") -> Writer:
    """Writes ``a | b | c``.

    ``spans``: covered positions hold nothing and have no bars (``own``), hold nothing between bars
    (``empty``), or repeat the text of what covers them (``repeated``).
    """
    bar = rng.choice((" | ", " | ", "|", "  |  ", " |"))
    first = rng.choice(("| ", "|")) if leading else ""
    last = rng.choice((" |", "|")) if trailing else ""
    row_gap = [""] if rng.random() < 0.2 else []

    def write(part: str, table: Table) -> list[str]:
        rows = own_texts(table) if spans == "own" else grid_texts(part, table)
        if spans == "repeated":
            rows = repeated(part, table)
        return [line for row in rows for line in (first + bar.join(row) + last, *row_gap)]

    return write


@layout("text/row-bars")
def bars_between(facts: Facts, rng: Random) -> Rendered:
    """``规章 | 0 | 0 | 3``."""
    return text_report(some_blanks(facts, rng), rng, joined_rows(rng))


@layout("text/row-bars-leading")
def bars_leading(facts: Facts, rng: Random) -> Rendered:
    """``| 规章 | 0 | 0 | 3``."""
    spans = rng.choice(("own", "empty"))
    return text_report(some_blanks(facts, rng), rng, joined_rows(rng, leading=True, spans=spans))


@layout("text/row-bars-trailing")
def bars_trailing(facts: Facts, rng: Random) -> Rendered:
    """``规章 | 0 | 0 | 3 |``."""
    spans = rng.choice(("own", "empty"))
    return text_report(some_blanks(facts, rng), rng, joined_rows(rng, trailing=True, spans=spans))


@layout("text/row-bars-padded")
def bars_padded(facts: Facts, rng: Random) -> Rendered:
    """``行政许可 | 4 ||``: every position of the grid has its bar, also where a merged cell lies."""
    sides = rng.choice(((True, True), (False, False), (True, True)))
    write = joined_rows(rng, leading=sides[0], trailing=sides[1], spans="empty")
    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/row-bars-repeated")
def bars_repeated(facts: Facts, rng: Random) -> Rendered:
    """``第二十条第（一）项 | 第二十条第（一）项 | …``: a merged label is repeated over its positions."""
    sides = rng.random() < 0.5
    write = joined_rows(rng, leading=sides, trailing=sides, spans="repeated")
    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/row-bars-blank")
def bars_blank(facts: Facts, rng: Random) -> Rendered:
    """``规章 | | | 3``: empty cells with nothing, or what looks like nothing, between the bars."""
    facts = blanked(facts, rng, "", rng.choice((0.3, 0.7, 1.0)))
    blank = rng.choice(("", "", "&nbsp;", "\u00a0", "\u3000", " "))
    # Without the bar at the end a row whose last cells are empty still has all its bars.
    leading, trailing = rng.choice(((True, True), (False, True), (False, False)))
    spans = rng.choice(("own", "empty"))
    write = joined_rows(rng, leading=leading, trailing=trailing, spans=spans)
    return text_report(facts, rng, write, blank=blank)


@layout("text/row-tabs")
def tabs(facts: Facts, rng: Random) -> Rendered:
    """Tabs between cells, as a table copied from an office program or a spreadsheet."""
    facts = some_blanks(facts, rng) if rng.random() < 0.5 else blanked(facts, rng, "", rng.random())
    spans = rng.choice(("own", "empty", "repeated"))

    def write(part: str, table: Table) -> list[str]:
        if spans == "repeated":
            rows = repeated(part, table)
        else:
            rows = own_texts(table) if spans == "own" else grid_texts(part, table)
        return ["\t".join(row) for row in rows]

    return text_report(facts, rng, write, lost=unseen_row(facts))
