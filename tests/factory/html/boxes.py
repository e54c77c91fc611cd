"""Tables without ``table``: boxes styled as rows and cells, lists of terms, cells one after the other.

Sites made with script frameworks, and pages for telephones, draw tables as boxes.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.html.markup import article, page
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table, full_grid

_STYLES = (
    ("div style='display:table'", "div style='display:table-row'", "div style='display:table-cell'"),
    ("div class='tb'", "div class='row clearfix'", "div class='cell'"),
    ("ul class='list'", "li", "span"),
    ("div", "ul", "li"),
    ("section class='flex'", "div", "div"),
)


def _boxed(inner: str, opening: str) -> str:
    return f"<{opening}>{inner}</{opening.split()[0]}>"


def _rows(table: Table, filled: bool) -> list[list[str]]:
    """The texts of the rows; what a merged cell covers is an empty box, or none at all."""
    if not filled:
        return [[box.text for box in row] for row in table]
    width = sum(box.colspan for box in table[0])
    return [[box.text if box else "" for box in row] for row in full_grid(table, width)]


@layout("html/boxes")
def boxes(facts: Facts, rng: Random) -> Rendered:
    """Rows and cells are boxes or items of lists; merged cells leave empty boxes, or none; zeros may be blank."""
    filled, grouped = rng.random() < 0.5, rng.random() < 0.3
    facts = blanked(facts, rng, rng.choice(("/", "-", "")), rng.choice((0.0, 0.4))) if filled else facts
    outer, row, cell = rng.choice(_STYLES)
    inner = rng.choice(("{}", "<p>{}</p>", "<span>{}</span>"))

    def table(boxes: Table) -> str:
        rows = [
            _boxed("".join(_boxed(inner.format(escape(text)), cell) for text in texts), row)
            for texts in _rows(boxes, filled)
        ]
        heads = next(at for at, boxed in enumerate(boxes) if any(box.address for box in boxed))
        if grouped and outer.startswith("div") and row.startswith("div") and heads > 1:
            rows = [_boxed("".join(rows[:heads]), "div class='head'"), _boxed("".join(rows[heads:]), "div")]
        return _boxed("\n".join(rows), outer)

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/terms")
def terms(facts: Facts, rng: Random) -> Rendered:
    """Labels are terms with the cells said of them, or all cells stand one after the other in one box."""
    kind = rng.choice(("div", "span", "li", "dl", "dl"))

    def table(boxes: Table) -> str:
        cells = [box for row in boxes for box in row]
        if kind == "dl":
            return _boxed("".join(_boxed(escape(box.text), "dd" if box.address else "dt") for box in cells), "dl")
        outer = "ul class='grid'" if kind == "li" else "div class='grid'"
        return _boxed("".join(_boxed(escape(box.text), kind) for box in cells), outer)

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")
