"""Tables whose columns only stand below each other."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.pdf.story import drawn
from tests.factory.pdf.style import Style, varied


def _roomy(rng: Random) -> Style:
    return varied(rng)._replace(
        padding=rng.choice((3.5, 5.0)),
        cell_size=rng.choice((6.5, 7.5)),
        align=rng.choice(("centre", "centre", "right")),
        request_labels=rng.choice(((0.11, 0.13, 0.27), (0.14, 0.14, 0.24), (0.09, 0.12, 0.3))),
        margin=rng.choice((40.0, 57.0)),
    )


@layout("pdf/unruled")
def unruled(facts: Facts, rng: Random) -> Rendered:
    """No line at all."""
    return drawn(facts, rng, _roomy(rng)._replace(rules="none"))


@layout("pdf/rows-ruled")
def rows_ruled(facts: Facts, rng: Random) -> Rendered:
    """Lines between the rows only; some rows of zeros are blank."""
    if rng.random() < 0.3:
        facts = blanked(facts, rng, rng.choice(("/", "—")), 0.5)
    return drawn(facts, rng, _roomy(rng)._replace(rules="rows"))
