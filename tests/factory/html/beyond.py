"""Tables with more than the form has: numbers of rows, columns of remarks, heads repeated for telephones, rulers.

Editors add a column to a pasted table; templates for telephones put the head of a column before each of its
values; old pages draw their tables with characters.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import article, page, spans, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import WIDTH, Box, Table, full_grid


def _width(boxes: Table) -> int:
    return sum(box.colspan for box in boxes[0])


@layout("html/numbered_rows")
def numbered_rows(facts: Facts, rng: Random) -> Rendered:
    """A first column counts the rows, in the head a word stands over it."""

    def table(boxes: Table) -> str:
        if _width(boxes) == WIDTH["disputes"]:
            return table_of(boxes)
        heads = next(at for at, row in enumerate(boxes) if any(box.address for box in row))
        more = [
            *([[Box("序号", heads), *boxes[0]], *boxes[1:heads]] if heads else []),
            *([Box(str(at + 1)), *row] for at, row in enumerate(boxes[heads:])),
        ]
        return table_of(more)

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/remarks_column")
def remarks_column(facts: Facts, rng: Random) -> Rendered:
    """A last column for remarks, empty but in some rows."""

    def table(boxes: Table) -> str:
        if _width(boxes) == WIDTH["disputes"]:
            return table_of(boxes)
        said = ("", "", "", "", "无", "已核对")
        return table_of([[*row, Box("备注" if not at else rng.choice(said))] for at, row in enumerate(boxes)])

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/heads_in_cells")
def heads_in_cells(facts: Facts, rng: Random) -> Rendered:
    """Each value has its column's head as an attribute, or in an element that the page's style hides."""
    hides = "<style>@media (max-width:600px){td:before{content:attr(data-label)}} .m-head{display:none}</style>"

    def table(boxes: Table) -> str:
        def cell(box: Box) -> str:
            label = box.address.rpartition(".")[2] if box.address else ""
            head = f"<span class='m-head'>{label}：</span>" if box.address and rng.random() < 0.5 else ""
            return f"<td{spans(box)} data-label='{label}'>{head}{escape(box.text)}</td>"

        return table_of(boxes, cell)

    body = contained(rng, article(facts, pens_of(rng)._replace(table=table)))
    return rendered(facts, page(body, head=f"<meta charset='utf-8'>{hides}"), ".html")


@layout("html/typed_tables")
def typed_tables(facts: Facts, rng: Random) -> Rendered:
    """Tables typed as lines of plain text in ``<pre>`` or broken by ``<br>``: bars or tabs between the cells."""
    bar = rng.choice((" | ", "|", "\t", "│", "｜"))
    kept = rng.random() < 0.6 or bar == "\t"

    def table(boxes: Table) -> str:
        rows = [[box.text if box else "" for box in row] for row in full_grid(boxes, _width(boxes))]
        lines = [escape(bar.join(row)) for row in rows]
        return f"<pre>{chr(10).join(lines)}</pre>" if kept else f"<div>{'<br>'.join(lines)}</div>"

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")
