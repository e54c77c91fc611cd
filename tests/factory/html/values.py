"""What stands in the cells: blanks of all kinds, remarks, separators, full-width digits; tables as pictures."""

from __future__ import annotations

from random import Random

from auditor.addresses import active_addresses
from auditor.language.normalise import normalise
from tests.factory.facts import Facts, blanked, remarked
from tests.factory.html.markup import Text, article, cells_of, page, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import tables_of

_WIDE = str.maketrans("0123456789.+-", "０１２３４５６７８９．＋－")


def _shown(facts: Facts, rng: Random, inner: Text) -> str:
    pens = pens_of(rng)._replace(table=lambda boxes: table_of(boxes, cells_of(inner), "<table border=1>"))
    return page(contained(rng, article(facts, pens)))


@layout("html/blanks")
def blanks(facts: Facts, rng: Random) -> Rendered:
    """Zeros left out or struck: nothing, ``&nbsp;``, a full-width blank, ``/``, ``—``, in all rows or some."""
    mark = rng.choice(("", "", "/", "—", "-", "无", "--"))
    facts = blanked(facts, rng, mark, rng.choice((1.0, 0.5, 0.2)))
    blank = rng.choice(
        ("", "&nbsp;", "　", "<br>", "<p></p>", "<p>&nbsp;</p>", "<span></span>", "&ensp;", "\n", "<p><br></p>")
    )
    return rendered(facts, _shown(facts, rng, lambda text: text or blank), ".html")


@layout("html/remarks")
def remarks(facts: Facts, rng: Random) -> Rendered:
    """Remarks in cells (22（其中修订16件）), thousands separators, units."""
    facts = remarked(facts, rng) if rng.random() < 0.7 else facts
    comma = rng.choice((",", "，", ""))
    around = rng.choice((("", ""), ("&nbsp;", ""), ("<p>", "</p>"), ("\n   ", "\n")))
    broken = rng.choice(("（", "<br>（", "</p><p>（"))

    def inner(text: str) -> str:
        if comma and text.isdecimal() and len(text) > 3:
            text = f"{int(text):,}".replace(",", comma)
        return around[0] + text.replace("（", broken if text[:1].isdigit() else "（") + around[1]

    return rendered(facts, _shown(facts, rng, inner), ".html")


@layout("html/widths")
def widths(facts: Facts, rng: Random) -> Rendered:
    """Digits and marks in full or half width, against what the form prints."""
    wide = rng.random() < 0.6
    half = rng.random() < 0.6

    def inner(text: str) -> str:
        if text[:1].isdigit() or text[:1] in "+-":
            return text.translate(_WIDE) if wide and "件" not in text else text
        return normalise(text) if half else text.replace("(", "（").replace(")", "）").replace("1.", "1．")

    chapters = tuple(
        chapter._replace(heading=normalise(chapter.heading), title=normalise(chapter.title)) if half else chapter
        for chapter in facts.chapters
    )
    return rendered(facts._replace(chapters=chapters), _shown(facts._replace(chapters=chapters), rng, inner), ".html")


@layout("html/pictures")
def pictures(facts: Facts, rng: Random) -> Rendered:
    """A picture in place of one table, of two or of all."""
    parts = rng.sample(("active", "requests", "disputes"), rng.choice((1, 1, 2, 3)))
    tables = {part: [table] for part, table in tables_of(facts).items()}
    image = rng.choice(
        (
            "<p style='text-align:center'><img src='W020250120.png' width='600' height='400'></p>",
            "<img alt='' src='data:image/png;base64,iVBORw0KGgo=' />",
            "<p><img src='./P0.jpg' style='width:100%' title='表.jpg'/></p>",
            "<div><a href='big.png'><img src='small.png'></a></div>",
        )
    )
    pens = pens_of(rng)
    whole = pens.table
    pictured = {id(tables[part][0]) for part in parts}
    drawn = article(facts, pens._replace(table=lambda boxes: image if id(boxes) in pictured else whole(boxes)), tables)
    lost = [address for address in facts.cells if address.partition(".")[0] in parts]
    return rendered(facts, page(contained(rng, drawn)), ".html", lost)


@layout("html/some_pictures")
def some_pictures(facts: Facts, rng: Random) -> Rendered:
    """Some values as little pictures, as pages protect numbers from copying; the other cells as text."""
    gone = {address for address in facts.cells if rng.random() < 0.03} - set(active_addresses(facts.table_format))
    image = rng.choice(("<img src='n.gif'>", "<p><img src='7.png' width='9' height='14'></p>"))
    pens = pens_of(rng)._replace(
        table=lambda boxes: table_of(
            boxes,
            lambda box: (
                f"<td rowspan={box.rowspan} colspan={box.colspan}>{image if box.address in gone else box.text}</td>"
            ),
        )
    )
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html", gone)
