"""Ruled tables as office programs print them, their lines drawn in many ways."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked, remarked
from tests.factory.layouts import Rendered, layout
from tests.factory.pdf.story import drawn
from tests.factory.pdf.style import Rules, varied


def filled(facts: Facts, rng: Random) -> Facts:
    """Zeros as they are, or some rows of them blank or crossed out; some numbers with a remark."""
    if rng.random() < 0.3:
        facts = blanked(facts, rng, rng.choice(("", "/", "—", "-")), rng.choice((0.1, 0.5, 1.0)))
    return remarked(facts, rng) if rng.random() < 0.2 else facts


@layout("pdf/ruled")
def ruled(facts: Facts, rng: Random) -> Rendered:
    """The plain case: strokes, or a box around every cell."""
    return drawn(filled(facts, rng), rng, varied(rng)._replace(rules=rng.choice(("lines", "boxes"))))


@layout("pdf/ruled-oddly")
def ruled_oddly(facts: Facts, rng: Random) -> Rendered:
    """Thin rectangles, double, dotted and dashed lines, lines in pieces, lines that stop short of each other."""
    rules: tuple[Rules, ...] = ("fills", "double", "dots", "dashes", "pieces", "gaps", "open")
    return drawn(filled(facts, rng), rng, varied(rng)._replace(rules=rng.choice(rules)))


@layout("pdf/painted")
def painted(facts: Facts, rng: Random) -> Rendered:
    """Cells painted light on a dark area; the gaps between them are the lines."""
    return drawn(filled(facts, rng), rng, varied(rng)._replace(rules="painted"))


@layout("pdf/torn")
def torn(facts: Facts, rng: Random) -> Rendered:
    """Tables cut by the page's end, inside a row and its label too, with heads repeated or not."""
    style = varied(rng)._replace(
        split_rows=rng.random() < 0.7,
        repeat_heads=rng.random() < 0.5,
        raise_text=rng.choice(("top", "middle")),
        cell_size=rng.choice((9.0, 10.5)),
        cell_leading=1.4,
        request_labels=rng.choice(((0.07, 0.08, 0.2), (0.06, 0.06, 0.18), (0.08, 0.1, 0.27))),
        rules=rng.choice(("lines", "boxes", "fills")),
    )
    return drawn(filled(facts, rng), rng, style)


@layout("pdf/narrow")
def narrow(facts: Facts, rng: Random) -> Rendered:
    """Columns so narrow that heads and group labels stand one character a line, and some numbers break."""
    style = varied(rng)._replace(
        cell_size=rng.choice((10.5, 12.0)),
        cell_leading=1.2,
        padding=rng.choice((1.0, 1.5)),
        margin=rng.choice((60.0, 79.0)),
        request_labels=rng.choice(((0.05, 0.05, 0.2), (0.045, 0.09, 0.18))),
    )
    return drawn(filled(facts, rng), rng, style)
