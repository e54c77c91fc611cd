"""What pages do to a report: turned, scaled, cropped, framed, stamped, numbered."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.pdf.story import drawn
from tests.factory.pdf.style import varied


@layout("pdf/turned")
def turned(facts: Facts, rng: Random) -> Rendered:
    """Pages with /Rotate, a crop box off the corner, content scaled by a matrix or held in a form."""
    style = varied(rng)._replace(
        turn=rng.choice((90, 180, 270, 0)),
        scale=rng.choice((1.0, 1.0, 0.5, 0.24, 1.7)),
        form=rng.random() < 0.5,
        crop=rng.choice((0.0, 18.0)),
        rules=rng.choice(("lines", "boxes", "fills")),
    )
    return drawn(facts, rng, style)


@layout("pdf/wide")
def wide(facts: Facts, rng: Random) -> Rendered:
    """Table 三 on pages of its own that lie on their side, between upright ones."""
    return drawn(facts, rng, varied(rng)._replace(wide_tables=True, repeat_heads=rng.random() < 0.5))


@layout("pdf/framed")
def framed(facts: Facts, rng: Random) -> Rendered:
    """A border around every page, near the tables or as wide as they are, running heads and page numbers."""
    style = varied(rng)
    border = rng.choice((20.0, 30.0, style.margin - 8, style.margin - 3, style.margin - 1))
    head = rng.choice(("", f"{facts.agency}", f"{facts.title}", f"http://www.example.cn/xxgk/{facts.year}/12.html"))
    return drawn(facts, rng, style._replace(border=border, running_head=head))


@layout("pdf/stamped")
def stamped(facts: Facts, rng: Random) -> Rendered:
    """A grey watermark across every page, or text that is there but paints nothing."""
    mark = rng.choice(("公示", facts.agency, "内部资料", f"{facts.year}年"))
    hidden = rng.choice(("", "", "政府信息公开"))
    return drawn(
        facts, rng, varied(rng)._replace(mark=mark, mark_angle=rng.choice((0.0, 30.0, 45.0, -40.0)), hidden=hidden)
    )


@layout("pdf/scanned-tables")
def scanned_tables(facts: Facts, rng: Random) -> Rendered:
    """Some tables are pictures between the text."""
    parts = ("active", "requests", "disputes")
    pictured = rng.sample(parts, rng.randint(1, 3))
    return drawn(facts, rng, varied(rng), pictured=pictured)
