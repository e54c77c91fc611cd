"""What the layouts of pages are put together of: cells, tables, paragraphs, articles, pages."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from html import escape
from random import Random
from typing import NamedTuple

from tests.factory.facts import Facts
from tests.factory.tables import Box, Table, tables_of

Text = Callable[[str], str]
"""Markup of a plain text."""
Cell = Callable[[Box], str]
"""A whole ``<td>`` of a box."""


class Pens(NamedTuple):
    """How the pieces of an article are drawn."""

    title: Text
    heading: Text
    paragraph: Text
    table: Callable[[Table], str]


def spans(box: Box) -> str:
    """The attributes of a merged cell."""
    named = (("rowspan", box.rowspan), ("colspan", box.colspan))
    return "".join(f' {name}="{span}"' for name, span in named if span > 1)


def plain_cell(box: Box) -> str:
    """A cell without any attribute of looks."""
    return f"<td{spans(box)}>{escape(box.text)}</td>"


def cells_of(inner: Text, attributes: str = "", tag: str = "td") -> Cell:
    """A pen for cells whose content is drawn by ``inner``."""
    return lambda box: f"<{tag}{spans(box)}{attributes}>{inner(box.text)}</{tag}>"


def rows_of(table: Table, cell: Cell = plain_cell, row: str = "<tr>") -> list[str]:
    """The rows of a table."""
    return [f"{row}{''.join(map(cell, boxes))}</tr>" for boxes in table]


def table_of(table: Table, cell: Cell = plain_cell, opening: str = "<table>", row: str = "<tr>") -> str:
    """A whole table."""
    return f"{opening}{''.join(rows_of(table, cell, row))}</table>"


def tagged(tag: str, attributes: str = "") -> Text:
    """A pen that puts a text in one element."""
    return lambda text: f"<{tag}{attributes}>{escape(text)}</{tag}>"


PLAIN = Pens(tagged("h1"), tagged("h2"), tagged("p"), table_of)


def pieces_of(facts: Facts, pens: Pens, tables: Mapping[str, Sequence[Table]] | None = None) -> list[str]:
    """The article piece by piece: title, headings, paragraphs and tables in printed order."""
    drawn = tables if tables is not None else {part: [table] for part, table in tables_of(facts).items()}
    pieces = [pens.title(facts.title)] if facts.title else []
    for chapter in facts.chapters:
        if chapter.heading:
            pieces.append(pens.heading(chapter.heading))
        pieces += map(pens.paragraph, chapter.paragraphs)
        pieces += map(pens.table, drawn.get(chapter.part, ()))
    return pieces


def article(facts: Facts, pens: Pens = PLAIN, tables: Mapping[str, Sequence[Table]] | None = None) -> str:
    """The article as one piece of markup."""
    return "\n".join(pieces_of(facts, pens, tables))


def page(body: str, *, title: str = "年报", head: str = "<meta charset='utf-8'>", body_tag: str = "<body>") -> str:
    """A page around its body."""
    return f"<!DOCTYPE html>\n<html><head>{head}<title>{escape(title)}</title></head>\n{body_tag}{body}</body></html>"


def split_digits(rng: Random, text: str, opening: str = "<span>") -> str:
    """A text in spans that break it anywhere, numbers too, as office programs save what was typed in bits."""
    pieces: list[str] = []
    while text:
        length = rng.choice((1, 1, 2, 3, 8, 20))
        pieces.append(f"{opening}{escape(text[:length])}</span>")
        text = text[length:]
    return "".join(pieces)


def one_character_a_line(text: str, between: str = "<br>") -> str:
    """Vertical text as it is faked: 三<br>、<br>本<br>年."""
    return between.join(escape(character) for character in text)
