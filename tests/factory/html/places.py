"""Where the article stands in the page: layout tables, containers of content systems, cells.

Sites built before 2010 lay the whole page out in tables; later content systems put the article in a
container with a name of its own.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import PLAIN, Pens, article, page, pieces_of, rows_of, table_of, tagged
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import WIDTH, tables_of

OPENINGS = (
    ('<div class="TRS_Editor">', "</div>"),
    ('<div class="view TRS_UEDITOR trs_paper_default">', "</div>"),
    ('<div id="zoom">', "</div>"),
    ('<div id="Zoom" class="bt-article">', "</div>"),
    ('<div class="article-content"><div id="fontzoom">', "</div></div>"),
    ("<ucapcontent>", "</ucapcontent>"),
    ('<div id="UCAP-CONTENT"><div class="UCAPCONTENT">', "</div></div>"),
    ("<article>", "</article>"),
    ('<main><section class="detail-main"><div class="v_news_content">', "</div></section></main>"),
    ('<founder-content><div class="xxgk_content_nr">', "</div></founder-content>"),
    ('<td><div class="Custom_UnionStyle">', "</div></td>"),
    ('<form id="form1" method="post"><div class="content" id="js_content">', "</div></form>"),
)


def contained(rng: Random, inner: str) -> str:
    """The article in a container as content systems name them."""
    opening, closing = rng.choice(OPENINGS)
    if opening.startswith("<td"):
        opening, closing = f"<table width='100%'><tr>{opening}", f"{closing}</tr></table>"
    return f"{opening}{inner}{closing}"


def pens_of(rng: Random) -> Pens:
    """Pens as editors of content systems write: headings as any element, indents of any kind."""
    indent = rng.choice(("　　", "&emsp;&emsp;", "&nbsp;&nbsp;&nbsp;&nbsp;", "", "&#12288;&#12288;"))
    heading = rng.choice(
        (
            lambda text: f"<p>{indent}<strong>{escape(text)}</strong></p>",
            lambda text: f"<h3>{escape(text)}</h3>",
            lambda text: f"<p><span style='font-weight:bold;font-family:黑体'>{indent}{escape(text)}</span></p>",
            lambda text: f"<div><b>{escape(text)}</b></div>",
            lambda text: (
                f"<p><strong><span>{escape(text[:2])}</span></strong><strong>"
                f"<span>{escape(text[2:])}</span></strong></p>"
            ),
            tagged("p", ' class="title2"'),
        )
    )
    paragraph = rng.choice(
        (
            lambda text: f"<p style='text-indent: 2em;'>{indent}{escape(text)}</p>",
            lambda text: f"<div>{indent}{escape(text)}</div>",
            lambda text: f"<p><span style='font-size: 18px;'>{indent}{escape(text)}</span></p><p><br></p>",
            lambda text: f"<section><span>{indent}</span><span>{escape(text)}</span></section>",
        )
    )
    title = rng.choice((tagged("h1"), tagged("h2", ' class="title"'), tagged("div", ' class="xl_tit1"'), tagged("p")))
    opening = rng.choice(("<table>", "<table border='1'><tbody>", '<table class="ue-table" width="100%"><tbody>'))
    closing = "</tbody></table>" if opening.endswith("<tbody>") else "</table>"
    return Pens(title, heading, paragraph, lambda boxes: f"{opening}{''.join(rows_of(boxes))}{closing}")


@layout("html/containers")
def containers(facts: Facts, rng: Random) -> Rendered:
    """The article in the container of a content system, title inside it or above."""
    if rng.random() < 0.5:
        return rendered(facts, page(contained(rng, article(facts, pens_of(rng)))), ".html")
    pens = pens_of(rng)
    title = pens.title(facts.title)
    body = article(facts._replace(title=""), pens)
    date = f"<span>发布时间：{facts.year + 1}-01-{rng.randint(10, 30)}</span>"
    when = f"<div class='info'>{date} <span>来源：{facts.agency}</span></div>"
    return rendered(facts, page(f"<div class='top'>{title}{when}</div>{contained(rng, body)}"), ".html")


@layout("html/layout_tables")
def layout_tables(facts: Facts, rng: Random) -> Rendered:
    """A page laid out in tables within tables, the article in a cell deep inside."""
    inner = article(facts, pens_of(rng))
    for _ in range(rng.randint(1, 4)):
        blank = rng.choice(("", "<td width='10'>&nbsp;</td>", "<td><img src='line.gif' width='1' height='1'></td>"))
        opening = rng.choice(
            ("<table width='1002' border='0' align='center' cellpadding='0' cellspacing='0'>", "<table>")
        )
        body = rng.choice(("<tbody>", ""))
        inner = f"{opening}{body}<tr>{blank}<td valign='top' class='bt_content'>{inner}</td>{blank}</tr></table>"
    top = "<table width='1002'><tr><td>网站首页</td><td>政务公开</td><td>办事服务</td><td>互动交流</td></tr></table>"
    foot = "<table width='1002'><tr><td>主办：县人民政府办公室</td><td>备案序号：00012345号</td></tr></table>"
    return rendered(facts, page(rng.choice(("", top)) + inner + rng.choice(("", foot))), ".html")


@layout("html/layout_rows")
def layout_rows(facts: Facts, rng: Random) -> Rendered:
    """Each piece of the article in a row of its own of one layout table, with or without cells of margin."""
    margin = rng.choice(("", "<td width='20'></td>", "<td>&nbsp;</td>"))
    pieces = pieces_of(facts, pens_of(rng))
    rows = "".join(f"<tr>{margin}<td>{piece}</td>{margin}</tr>" for piece in pieces)
    opening = rng.choice(("<table>", "<table width='90%' align='center'><tbody>"))
    return rendered(facts, page(f"{opening}{rows}</table>"), ".html")


@layout("html/one_table")
def one_table(facts: Facts, rng: Random) -> Rendered:
    """The whole report as one table, as it comes of a form: headings and prose are rows among those of the tables."""
    width = 60
    tables = tables_of(facts)
    scale = {part: width // WIDTH[part] for part in tables}
    filler = rng.random() < 0.4

    def wide(text: str, tag: str = "p") -> str:
        inner = f"<{tag}>{escape(text)}</{tag}>" if rng.random() < 0.6 else escape(text)
        return f"<tr><td colspan={width}>{inner}</td></tr>"

    def among(part: str) -> list[str]:
        return rows_of([[box._replace(colspan=box.colspan * scale[part]) for box in row] for row in tables[part]])

    rows = [wide(facts.title, "h1")]
    for chapter in facts.chapters:
        if chapter.heading:
            rows.append(wide(chapter.heading, "strong"))
        rows += map(wide, chapter.paragraphs)
        rows += among(chapter.part) if chapter.part in tables else []
    if filler:
        rows.insert(1, f"<tr><td colspan={width}>&nbsp;</td></tr>")
    return rendered(facts, page(f"<table border=1>{''.join(rows)}</table>"), ".html")


@layout("html/headings_in_tables")
def headings_in_tables(facts: Facts, rng: Random) -> Rendered:
    """The heading of a part as first row or caption of its table, or as a table of one row above it."""
    tables = tables_of(facts)
    pens = pens_of(rng)
    pieces = [pens.title(facts.title)]
    for chapter in facts.chapters:
        heading = escape(chapter.heading)
        paragraphs = [pens.paragraph(text) for text in chapter.paragraphs]
        if chapter.part not in tables:
            pieces += [pens.heading(chapter.heading)] if heading else []
            pieces += paragraphs
            continue
        rows = "".join(rows_of(tables[chapter.part]))
        width = WIDTH[chapter.part]
        shape = rng.choice(("row", "fillers", "caption", "own")) if not paragraphs else "own"
        match shape:
            case "row":
                rows = f"<tr><td colspan={width}><b>{heading}</b></td></tr>{rows}"
            case "fillers":
                rows = f"<tr><td>{heading}</td>{'<td></td>' * (width - 1)}</tr>{rows}"
            case "caption":
                rows = f"<caption>{heading}</caption>{rows}"
            case _:
                pieces.append(f"<table><tr><td>{heading}</td></tr></table>")
        pieces += paragraphs
        pieces.append(f"<table>{rows}</table>")
    return rendered(facts, page("".join(pieces)), ".html")


@layout("html/nested_cells")
def nested_cells(facts: Facts, rng: Random) -> Rendered:
    """Cells that hold a table of one cell, as some converters save text boxes or centred values."""
    opening, closing = rng.choice(
        (
            ("<table><tr><td>", "</td></tr></table>"),
            ("<table width='100%'><tbody><tr><td align='center'><p>", "</p></td></tr></tbody></table>"),
        )
    )
    share = rng.choice((0.1, 0.5, 1.0))

    def inner(text: str) -> str:
        return f"{opening}{escape(text)}{closing}" if rng.random() < share else escape(text)

    pens = PLAIN._replace(
        table=lambda boxes: table_of(
            boxes,
            lambda box: f"<td rowspan={box.rowspan} colspan={box.colspan}>{inner(box.text)}</td>",
        )
    )
    return rendered(facts, page(article(facts, pens)), ".html")
