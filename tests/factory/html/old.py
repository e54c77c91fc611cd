"""Pages of the years around 2000 and of careless templates: uppercase tags, tags left open, frames of fonts."""

from __future__ import annotations

import re
from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import Pens, article, page, rows_of, spans
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Box, Table

_OPTIONAL = re.compile(r"</(?:td|tr|p|li|th|tbody)>")
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")


@layout("html/uppercase")
def uppercase(facts: Facts, rng: Random) -> Rendered:
    """HTML 4 by hand: uppercase tags, attributes without quotes, sizes and colours as attributes."""
    align = rng.choice(("ALIGN=center", 'ALIGN="middle" VALIGN=top', "align=CENTER nowrap bgcolor=#FFFFFF"))

    def cell(box: Box) -> str:
        return f"<TD {align}{spans(box).upper()} WIDTH={rng.randint(20, 99)}>{escape(box.text)}</TD>"

    def table(boxes: Table) -> str:
        rows = "".join(f"<TR>{''.join(map(cell, row))}</TR>" for row in boxes)
        return f"<TABLE BORDER=1 CELLPADDING=0 CELLSPACING=0 WIDTH=100% BORDERCOLOR=#000000>{rows}</TABLE>"

    pens = pens_of(rng)._replace(table=table)
    body = _TAG.sub(lambda found: f"<{found[1]}{found[2].upper()}", article(facts, pens))
    return rendered(facts, page(f"<CENTER>{body}</CENTER>"), ".html")


@layout("html/unclosed")
def unclosed(facts: Facts, rng: Random) -> Rendered:
    """Tags that nobody closed: cells, rows, paragraphs; or closed twice, or in the wrong order."""
    body = article(facts, pens_of(rng))
    match rng.randint(0, 4):
        case 0:
            body = _OPTIONAL.sub("", body)
        case 1:
            body = _OPTIONAL.sub(lambda found: found.group() if rng.random() < 0.7 else "", body)
        case 2:
            body = body.replace("</td>", "</span></td>").replace("</p>", "</p></p>")
        case 3:
            body = re.sub(r"<(td[^>]*)>([^<]*)</td>", r"<\1><p align=center><font><b>\2</font></b></td>", body)
        case _:
            body = re.sub(r"<(td[^>]*)>([^<]*)</td>", r"<\1><span><div>\2</span></td>", body)
    return rendered(facts, page(contained(rng, body)), ".html")


@layout("html/fonts")
def fonts(facts: Facts, rng: Random) -> Rendered:
    """Every text in a pile of font, b, u and span, as editors nest them at each change."""

    def piled(text: str) -> str:
        opened = [
            rng.choice(("font face=宋体 size=3", "b", "span style='color:#000'", "u", "em"))
            for _ in range(rng.randint(1, 7))
        ]
        inner = escape(text)
        for tag in opened:
            inner = f"<{tag}>{inner}</{tag.partition(' ')[0]}>"
        return inner

    def cell(box: Box) -> str:
        return f"<td{spans(box)}><div align=center>{piled(box.text)}</div></td>"

    pens = Pens(
        lambda text: f"<p align=center>{piled(text)}</p>",
        lambda text: f"<p>{piled(text)}</p>",
        lambda text: f"<p>{''.join(piled(bit) for bit in re.split('(?<=[，。；])', text) if bit)}</p>",
        lambda boxes: f"<table border=1>{''.join(rows_of(boxes, cell))}</table>",
    )
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html")
