"""Tables pasted from Excel, which writes ``x:num``, column groups and a hidden row of widths."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import Pens, article, page
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table


@layout("html/excel")
def excel(facts: Facts, rng: Random) -> Rendered:
    """Tables pasted from Excel between ordinary paragraphs: ``x:num``, column groups, a hidden row of widths."""

    def table(boxes: Table) -> str:
        width = sum(box.colspan for box in boxes[0])
        columns = "".join(
            f"<col width={rng.randint(40, 90)} style='mso-width-source:userset;width:54pt'>" for _ in range(width)
        )
        columns = rng.choice((columns, f"<colgroup>{columns}</colgroup>", f"<colgroup><col span={width}></colgroup>"))
        rows = []
        for row in boxes:
            cells = []
            for box in row:
                number = f' x:num="{box.text}"' if box.text.isdecimal() and rng.random() < 0.7 else " x:str"
                kind = rng.choice(("xl65", "xl66", "xl24"))
                spans = (f" rowspan={box.rowspan}" if box.rowspan > 1 else "") + (
                    f" colspan={box.colspan}" if box.colspan > 1 else ""
                )
                inner = escape(box.text) or rng.choice(("", "　", "&nbsp;"))
                if box.text and rng.random() < 0.1:
                    inner += "<span style='mso-spacerun:yes'>&nbsp;</span>"
                cells.append(
                    f"<td{spans} class={kind} width=72 style='height:14.25pt;mso-number-format:\"0_ \"'"
                    f"{number}>{inner}</td>"
                )
            rows.append(
                f" <tr height=19 style='mso-height-source:userset;height:14.25pt'>\n  {''.join(cells)}\n </tr>\n"
            )
        hidden = (
            "<![if supportMisalignedColumns]><tr height=0 style='display:none'>"
            + "<td width=72 style='width:54pt'></td>" * width
        )
        rows.append(rng.choice(("", f"{hidden}</tr><![endif]>")))
        caption = rng.choice(("", "<caption></caption>"))
        return (
            "<table border=0 cellpadding=0 cellspacing=0 width=648 style='border-collapse:collapse'>"
            f"{caption}{columns}{''.join(rows)}</table>"
        )

    pens = Pens(
        lambda text: f"<p style='text-align:center'><strong>{escape(text)}</strong></p>",
        lambda text: f"<p><strong>{escape(text)}</strong></p>",
        lambda text: f"<p>　　{escape(text)}</p>",
        table,
    )
    style = "<style>.xl65{mso-style-parent:style0;mso-number-format:'0_ ';}</style>"
    return rendered(facts, page(f"<div id='zoom'>{style}{article(facts, pens)}</div>"), ".html")
