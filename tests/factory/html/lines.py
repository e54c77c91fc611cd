"""Articles whose paragraphs and headings are no elements: line breaks, indents, plain text kept as it was typed."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import Pens, article, page, pieces_of, split_digits, table_of, tagged
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered


@layout("html/breaks")
def breaks(facts: Facts, rng: Random) -> Rendered:
    """Paragraphs parted by ``<br>`` alone, single or double, in one element."""
    end = rng.choice(("<br>", "<br><br>", "<br/>\n<br/>", "<BR>　　", "<br>&nbsp;&nbsp;&nbsp;"))
    bold = rng.random() < 0.5
    pens = Pens(
        lambda text: f"<center>{escape(text)}</center>",
        lambda text: (f"<b>{escape(text)}</b>" if bold else escape(text)) + end,
        lambda text: escape(text) + end,
        table_of,
    )
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html")


@layout("html/indents")
def indents(facts: Facts, rng: Random) -> Rendered:
    """Paragraphs parted by the indent of two full-width blanks alone, all in one element between the tables."""
    indent = rng.choice(("　　", "&#12288;&#12288;", "&emsp;&emsp;", "　　　"))
    pens = Pens(
        tagged("p", " align='center'"), lambda text: indent + escape(text), lambda text: indent + escape(text), table_of
    )
    return rendered(facts, page(f"<div id='zoom'>{''.join(pieces_of(facts, pens))}</div>"), ".html")


@layout("html/kept_lines")
def kept_lines(facts: Facts, rng: Random) -> Rendered:
    """Text whose line ends the page keeps (``<pre>``, ``white-space: pre-wrap``), tables between."""
    opening, closing = rng.choice(
        (
            ("<pre>", "</pre>"),
            ("<div style='white-space: pre-wrap'>", "</div>"),
            ("<p style='white-space:pre-line;'>", "</p>"),
        )
    )
    pens = Pens(
        lambda text: f"<h2>{escape(text)}</h2>{opening}",
        lambda text: f"{escape(text)}\n",
        lambda text: f"　　{escape(text)}\n",
        lambda boxes: f"{closing}{table_of(boxes)}{opening}",
    )
    return rendered(facts, page("".join(pieces_of(facts, pens)) + closing), ".html")


@layout("html/split_headings")
def split_headings(facts: Facts, rng: Random) -> Rendered:
    """Headings broken over spans, lines or paragraphs; number and title apart."""

    def broken(text: str) -> str:
        mark = max(text.find("、"), text.find(" ")) + 1
        at = rng.randint(mark + 1, len(text) - 1) if len(text) - mark > 3 else mark
        match rng.randint(0, 5):
            case 0:
                return f"<p>{split_digits(rng, text, '<span style=font-size:16pt>')}</p>"
            case 1:
                return f"<p><strong>{escape(text[:mark])}</strong><strong>{escape(text[mark:])}</strong></p>"
            case 2:
                return f"<h2>{escape(text[:mark])}<br>{escape(text[mark:])}</h2>"
            case 3:
                return f"<p>{escape(text[:mark])}</p><p>{escape(text[mark:])}</p>"
            case 4 if at - mark > 3 and len(text) - at > 3:
                return f"<p>{escape(text[:at])}<br>{escape(text[at:])}</p>"
            case _:
                return f"<p><a name='a'></a><b>{escape(text[:mark])}&nbsp;</b>{escape(text[mark:])}</p>"

    pens = pens_of(rng)._replace(heading=broken)
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html")


@layout("html/split_runs")
def split_runs(facts: Facts, rng: Random) -> Rendered:
    """Every text in spans that break words and numbers anywhere, with the marks that editors leave between."""
    left = rng.choice(("", "", "\u200b", "\ufeff", "\u2060", "<wbr>", "<a name='bm'></a>", "<!-- x -->"))

    def runs(text: str) -> str:
        return split_digits(rng, text).replace("</span><span>", f"</span>{left}<span>")

    cell = lambda box: f"<td rowspan={box.rowspan} colspan={box.colspan}><p>{runs(box.text)}</p></td>"  # noqa: E731
    pens = Pens(
        lambda text: f"<h1>{runs(text)}</h1>",
        lambda text: f"<p><b>{runs(text)}</b></p>",
        lambda text: f"<p>{runs(text)}</p>",
        lambda boxes: table_of(boxes, cell),
    )
    return rendered(facts, page(contained(rng, article(facts, pens))), ".html")


@layout("html/unnumbered")
def unnumbered(facts: Facts, rng: Random) -> Rendered:
    """Headings without their numbers, which a list or a style of the page puts before them."""
    chapters = tuple(
        chapter._replace(heading=chapter.title) if chapter.heading else chapter for chapter in facts.chapters
    )
    shown = facts._replace(chapters=chapters)
    pens = pens_of(rng)
    heading = rng.choice(
        (tagged("h2"), tagged("h3", " class='cn-num'"), lambda text: f"<ol><li>{escape(text)}</li></ol>")
    )
    return rendered(shown, page(contained(rng, article(shown, pens._replace(heading=heading)))), ".html")
