"""Prose whose lines are broken where a printed page or an editor's window ended."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import Pens, article, page, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered


def _lines(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


@layout("html/wrapped")
def wrapped(facts: Facts, rng: Random) -> Rendered:
    """Lines of one width, or broken once anywhere, by ``<br>`` or as lines that the page keeps."""
    width = rng.choice((0, 28, 36, 45))
    kept = rng.random() < 0.3
    end = "\n" if kept else rng.choice(("<br>", "<br/>\n", "<BR>\r\n    "))

    def paragraph(text: str) -> str:
        at = rng.randint(1, len(text)) if len(text) > 60 else len(text)
        lines = _lines(text, width) if width else [text[:at], text[at:]]
        inner = end.join(escape(line) for line in lines if line)
        return f"<p style='white-space: pre-line'>{inner}</p>" if kept else f"<p>　　{inner}</p>"

    pens = pens_of(rng)._replace(paragraph=paragraph)
    if not kept and rng.random() < 0.5:
        pens = Pens(
            lambda text: f"<center>{escape(text)}</center>",
            lambda text: f"　　{escape(text)}{end}",
            lambda text: paragraph(text).removeprefix("<p>").removesuffix("</p>") + end,
            table_of,
        )
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html")
