"""Parts that a page folds, pages or draws apart: panels of tabs, pages of an article, tables in tables.

Sites show one part at a time and hide the others until they are asked for; table frameworks draw the head
of a table, or its fixed columns, as tables of their own.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import PLAIN, article, page, pieces_of, plain_cell, rows_of, spans, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import WIDTH, Box, Table


def _width(boxes: Table) -> int:
    return sum(box.colspan for box in boxes[0])


def _heads(boxes: Table) -> int:
    """How many rows stand above the first value."""
    return next(at for at, row in enumerate(boxes) if any(box.address for box in row))


@layout("html/panels")
def panels(facts: Facts, rng: Random) -> Rendered:
    """The article in panels of which only the first is shown: pages of it, or one panel for each part."""
    pens = pens_of(rng)
    pieces = [
        "".join(pieces_of(facts._replace(title="" if at else facts.title, chapters=(chapter,)), pens))
        for at, chapter in enumerate(facts.chapters)
    ]
    away = rng.choice((" style='display:none'", " style='DISPLAY: none;'", " hidden", " class='off'"))
    count = rng.randint(2, 5)
    cuts = sorted(rng.sample(range(1, len(pieces)), count - 1))
    pages = ["".join(pieces[a:b]) for a, b in zip([0, *cuts], [*cuts, len(pieces)], strict=True)]
    drawn = [f"<div class='page'{away if at else ''}>{inner}</div>" for at, inner in enumerate(pages)]
    numbers = "".join(f"<a href='javascript:go({at})'>{at + 1}</a> " for at in range(count))
    head = "<meta charset='utf-8'><style>.off{display:none}</style>"
    return rendered(facts, page(contained(rng, "".join(drawn)) + f"<div>{numbers}</div>", head=head), ".html")


@layout("html/folded")
def folded(facts: Facts, rng: Random) -> Rendered:
    """Each part in an element that folds, its heading the handle; or in blocks that only a style makes blocks."""
    pens = pens_of(rng)
    if rng.random() < 0.5:
        pieces = [pens.title(facts.title)]
        for chapter in facts.chapters:
            alone = pieces_of(facts._replace(title="", chapters=(chapter._replace(heading=""),)), pens)
            handle = f"<summary>{escape(chapter.heading)}</summary>" if chapter.heading else ""
            inner = f"{handle}{''.join(alone)}"
            pieces.append(f"<details open>{inner}</details>" if handle else inner)
        return rendered(facts, page(contained(rng, "".join(pieces))), ".html")
    style = rng.choice(("display:block", "display: block; text-indent: 2em", "font-size:16px;display:flex"))
    block = lambda text: f"<span style='{style}'>{escape(text)}</span>"  # noqa: E731
    pens = pens._replace(heading=block, paragraph=block)
    return rendered(facts, page(contained(rng, "".join(pieces_of(facts, pens)))), ".html")


@layout("html/heads_apart")
def heads_apart(facts: Facts, rng: Random) -> Rendered:
    """Head and body of a table are two tables, or the fixed first columns are drawn once more over it."""

    def table(boxes: Table) -> str:
        heads = _heads(boxes)
        head = table_of(boxes[:heads], opening="<table class='el-table__header' cellspacing='0'>")
        body = table_of(boxes[heads:], opening="<table class='el-table__body'>")
        fixed = [[box for box in row if box.address is None] for row in boxes[heads:]]
        clone = table_of(fixed, opening="<table class='el-table__fixed'>") if rng.random() < 0.4 else ""
        if _width(boxes) == WIDTH["active"]:
            return table_of(boxes)
        return f"<div class='el-table'><div>{head}</div><div>{body}</div>{clone}</div>"

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/marked_up")
def marked_up(facts: Facts, rng: Random) -> Rendered:
    """Tables as standards ask for them: captions, column groups, ``scope``, spans of 0, head, body and foot."""

    def cell(box: Box) -> str:
        tag = "td" if box.address else rng.choice(("th", "th scope='row'", "th scope=col id='h'"))
        return f"<{tag}{spans(box)}>{escape(box.text)}</{tag.split()[0]}>"

    def table(boxes: Table) -> str:
        heads = _heads(boxes)
        rows = rows_of(boxes, cell)
        columns = f"<colgroup>{'<col width=60>' * _width(boxes)}</colgroup>"
        caption = rng.choice(("", "<caption>统计表（单位：件）</caption>", "<caption><h4>单位：件</h4></caption>"))
        note = f"<tr><td colspan={_width(boxes)}>注：数据由办公室核对。</td></tr>"
        foot = f"<tfoot>{note}</tfoot>" if rng.random() < 0.3 else ""
        head = f"<thead>{''.join(rows[:heads])}</thead>"
        return f"<table summary='年报'>{caption}{columns}{head}{foot}<tbody>{''.join(rows[heads:])}</tbody></table>"

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/tables_in_cells")
def tables_in_cells(facts: Facts, rng: Random) -> Rendered:
    """Tables inside the cells of another: one below the other, or a row of each a table of its own."""
    every_row = rng.random() < 0.5

    def table(boxes: Table) -> str:
        if every_row and not any(box.rowspan > 1 for row in boxes for box in row):
            inner = [table_of([row]) for row in boxes]
        else:
            inner = [table_of(boxes)]
        rows = "".join(f"<tr><td style='padding:0'>{one}</td></tr>" for one in inner)
        return f"<table width='100%' class='outer'><tbody>{rows}</tbody></table>"

    return rendered(facts, page(contained(rng, article(facts, pens_of(rng)._replace(table=table)))), ".html")


@layout("html/message")
def message(facts: Facts, rng: Random) -> Rendered:
    """As accounts of messengers publish: sections in sections, every run a leaf, pictures of ornament between."""
    ornament = "<section><img src='data:image/png;base64,iVBORw0KGgo=' data-ratio='0.1' width='100%'></section>"

    def leaf(text: str) -> str:
        return f"<span textstyle='' style='font-size: 15px;'><span leaf=''>{escape(text)}</span></span>"

    def nested(inner: str) -> str:
        for _ in range(rng.randint(1, 5)):
            inner = f"<section data-role='outer' powered-by='editor'>{inner}</section>"
        return inner

    def cell(box: Box) -> str:
        return f"<td{spans(box)} valign='middle'>{nested(leaf(box.text))}</td>" if box.text else plain_cell(box)

    def heading(text: str) -> str:
        return rng.choice(("", ornament)) + nested(f"<p><strong>{leaf(text)}</strong></p>")

    pens = PLAIN._replace(
        table=lambda boxes: nested(table_of(boxes, cell)),
        heading=heading,
        paragraph=lambda text: nested(f"<p>{leaf(text)}</p><p><span leaf=''><br class=''></span></p>"),
    )
    return rendered(facts, page(f"<div id='js_content'>{nested(article(facts, pens))}</div>"), ".html")
