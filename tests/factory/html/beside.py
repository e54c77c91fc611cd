"""What stands beside tables and reports: captions and halves, a table torn into lines, the report a second time.

Editors paste the tables of a Word file page by page, with what the pages printed around them; pages keep a
copy of the article for printing.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import article, page, pieces_of, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import WIDTH, Box, Table


def _width(boxes: Table) -> int:
    return sum(box.colspan for box in boxes[0])


@layout("html/beside")
def beside(facts: Facts, rng: Random) -> Rendered:
    """Names, units and remarks stand above, below and in the tables; a page's number parts the halves of one."""

    def line(text: str) -> str:
        return rng.choice((f"<p>{text}</p>", f"<p style='text-align:right'>{text}</p>", f"<div>{text}</div>"))

    def table(boxes: Table) -> str:
        wide = _width(boxes)
        unit = [Box("单位：件", 1, wide)]
        above: Table = rng.choice(([], [unit], [[Box("统计表", 1, wide)], unit]))
        below: Table = rng.choice(([], [[Box("注：本表数据截至12月31日。", 1, wide)]]))
        before = line(rng.choice(("附表1", "表2 年度统计表", "单位：件", "（单位：件、万元）", "计量单位：件")))
        after = line(rng.choice(("填报人：", "- 4 -", "第5页", "审核人：　　填报日期："))) if rng.random() < 0.5 else ""
        cut = rng.randint(4, 8) if wide == WIDTH["active"] else 0
        if not cut or rng.random() < 0.4:
            return before + table_of([*above, *boxes, *below]) + after
        between = "".join(map(line, rng.choice((("- 3 -",), ("续表",), ("3",), ("（续）",), ("—2—", "续上表")))))
        return before + table_of([*above, *boxes[:cut]]) + between + table_of([*boxes[cut:], *below]) + after

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/lines_beside_rows")
def lines_beside_rows(facts: Facts, rng: Random) -> Rendered:
    """One of the tables lost its rows in an editor: every cell is a paragraph; the others are tables."""
    torn = rng.choice(tuple(WIDTH.values()))

    def table(boxes: Table) -> str:
        if _width(boxes) != torn:
            return table_of(boxes)
        return "\n".join(f"<p>{escape(box.text)}</p>" for row in boxes for box in row)

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/twice")
def twice(facts: Facts, rng: Random) -> Rendered:
    """The whole report stands on the page twice: once to read and once to print."""
    pens = pens_of(rng)
    pieces = pieces_of(facts, pens)
    again = pieces if rng.random() < 0.5 else pieces_of(facts, pens_of(rng))
    if rng.random() < 0.5:
        return rendered(facts, page(contained(rng, "\n".join([*pieces, *again]))), ".html")
    return rendered(
        facts, page(f"<div id='show'>{''.join(pieces)}</div><div id='print'>{''.join(again)}</div>"), ".html"
    )
