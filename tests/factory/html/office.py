"""Pages saved by office programs or pasted from them into a site's editor: Word, WPS.

Word writes each run as a ``<span>`` with the language it took it for, an ``<o:p>`` at the end of each
paragraph, conditional comments and lines wrapped inside tags and text; WPS writes ``font-family`` on every
span.
"""

from __future__ import annotations

import re
from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import Pens, Text, article, cells_of, one_character_a_line, page, rows_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table, active_blocks, tables_of

_RUNS = re.compile(r"[\x20-\x7e]+|[^\x20-\x7e]+")


def _word_runs(rng: Random) -> Text:
    """Runs as Word saves them: Latin and Chinese apart, some broken where the text was edited."""
    size = rng.choice((10.5, 12.0, 14.0, 16.0))
    font = rng.choice(("仿宋_GB2312", "宋体", "方正仿宋_GBK"))

    def runs(text: str) -> str:
        pieces = []
        for run in _RUNS.findall(text):
            halves = [run]
            if len(run) > 1 and rng.random() < 0.3:
                at = rng.randint(1, len(run) - 1)
                halves = [run[:at], run[at:]]
            for half in halves:
                gap = rng.choice((" ", "\n", "\n  "))
                language = "lang=EN-US" if half.isascii() else ""
                pieces.append(
                    f"<span{gap}{language}{gap}style='font-size:{size}pt;font-family:{font}"
                    ";mso-bidi-font-size:12.0pt'>"
                    f"{escape(half)}</span>"
                )
        return "".join(pieces)

    return runs


def _word_paragraph(rng: Random, runs: Text, extra: str = "") -> Text:
    indent = rng.choice(("text-indent:32.0pt", "text-indent:2em;line-height:28.0pt", "mso-char-indent-count:2.0"))
    end = rng.choice(("<span lang=EN-US><o:p></o:p></span>", "<o:p></o:p>", ""))
    return lambda text: f"<p class=MsoNormal{extra} style='{indent}'>{runs(text)}{end}</p>\n"


def _word_cell_text(rng: Random, runs: Text) -> Text:
    blank = rng.choice(("<span lang=EN-US><o:p>&nbsp;</o:p></span>", "<o:p>&nbsp;</o:p>", "<span>&nbsp;</span>"))
    return lambda text: (
        f"<p class=MsoNormal align=center style='text-align:center'>{runs(text) or blank}<o:p></o:p></p>"
    )


def _word_table(rng: Random, rows: str) -> str:
    style = "border-collapse:collapse;border:none;mso-border-alt:solid windowtext .5pt;mso-yfti-tbllook:1184"
    kind = rng.choice(("MsoNormalTable", "MsoTableGrid"))
    table = f"<table class={kind} border=1 cellspacing=0\n cellpadding=0 style='{style}'>{rows}</table>"
    return rng.choice((table, f"<div align=center>\n{table}</div>"))


def _word_pens(rng: Random, cell_text: Text | None = None) -> Pens:
    runs = _word_runs(rng)
    inner = cell_text or _word_cell_text(rng, runs)
    width = rng.randint(40, 90)
    cell = cells_of(inner, f" width={width} style='width:{width}.3pt;border:solid windowtext 1.0pt;padding:0cm 5.4pt'")

    def table(boxes: Table) -> str:
        rows = "".join(
            f"<tr style='mso-yfti-irow:{at};height:{rng.randint(15, 40)}.0pt'>\n {row.removeprefix('<tr>')}\n"
            for at, row in enumerate(rows_of(boxes, cell))
        )
        spare = "<![if !supportMisalignedColumns]>\n<tr height=0>" + "<td width=60 style='border:none'></td>" * 3
        rows += rng.choice(("", "", f"{spare}</tr>\n<![endif]>"))
        return _word_table(rng, rows) + "<p class=MsoNormal><o:p>&nbsp;</o:p></p>"

    paragraph = _word_paragraph(rng, runs)
    heading = rng.choice(
        (
            lambda text: f"<p class=MsoNormal style='text-indent:32.0pt'><b>{runs(text)}</b><o:p></o:p></p>",
            lambda text: f"<h1 style='margin-left:0cm'>{runs(text)}</h1>",
            lambda text: f"<p class=MsoListParagraph><a name=_Toc{rng.randint(1000, 9999)}></a>{runs(text)}</p>",
        )
    )
    title = _word_paragraph(rng, runs, " align=center")
    return Pens(title, heading, paragraph, table)


_CONDITIONAL = (
    "<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View>"
    "<w:Zoom>0</w:Zoom></w:WordDocument></xml><![endif]-->"
    "<!--[if gte mso 10]><style>table.MsoNormalTable{mso-style-name:普通表格;}</style><![endif]-->"
)
_STYLE = "<style><!-- @font-face {font-family:宋体;} p.MsoNormal {mso-style-parent:'';margin:0cm;} --></style>"


@layout("html/word")
def word(facts: Facts, rng: Random) -> Rendered:
    """Saved by Word as a page, the file published as it is."""
    head = (
        "<meta http-equiv=Content-Type content='text/html; charset=utf-8'>"
        f"<meta name=Generator content='Microsoft Word {rng.choice((11, 14, 15))}'>"
    )
    body = article(facts, _word_pens(rng))
    body = f"<div class=WordSection1 style='layout-grid:15.6pt'>{body}</div>"
    return rendered(facts, page(body, head=head + _CONDITIONAL + _STYLE, body_tag="<body lang=ZH-CN>"), ".html")


@layout("html/word_pasted")
def word_pasted(facts: Facts, rng: Random) -> Rendered:
    """Pasted from Word into a site's editor: styles and ``<xml>`` leftovers stand inside the article."""
    junk = rng.choice(
        (
            _CONDITIONAL,
            "<xml><o:OfficeDocumentSettings><o:AllowPNG></o:AllowPNG></o:OfficeDocumentSettings></xml>"
            "<xml><w:WordDocument><w:View>Normal</w:View><w:Zoom>0</w:Zoom>"
            "<w:Compatibility></w:Compatibility></w:WordDocument></xml>",
            _STYLE,
            "<!--StartFragment-->",
            "<meta name=ProgId content=Word.Document><link rel=File-List href='a.files/filelist.xml'>"
            "<title>新建文档</title>",
        )
    )
    body = f"<div class='TRS_Editor'>{junk}{article(facts, _word_pens(rng))}<!--EndFragment--></div>"
    return rendered(facts, page(body, title=facts.title), ".html")


@layout("html/word_lines")
def word_lines(facts: Facts, rng: Random) -> Rendered:
    """Word with labels broken over paragraphs, ``<br>`` and one character a line inside their cells."""
    runs = _word_runs(rng)

    def lines(text: str) -> str:
        # Only labels: what a gap between digits means, with their unit or without, no reader can tell.
        if len(text) < 5 or text.rstrip("万元").replace(".", "").isdecimal():
            return _word_cell_text(rng, runs)(text)
        match rng.randint(0, 3):
            case 0:
                return (
                    "<p class=MsoNormal>"
                    f"{one_character_a_line(text, rng.choice(('<br>', '<br/>', '<br clear=all>')))}"
                    "</p>"
                )
            case 1:
                return "".join(
                    f"<p class=MsoNormal align=center>{escape(character)}<o:p></o:p></p>\n" for character in text
                )
            case 2:
                at = rng.randint(1, len(text) - 1)
                return f"<p class=MsoNormal>{runs(text[:at])}</p>\n<p class=MsoNormal>{runs(text[at:])}</p>"
            case _:
                at = rng.randint(1, len(text) - 1)
                return f"<p class=MsoNormal>{escape(text[:at])}\n   {escape(text[at:])}</p>"

    blocks = {part: [table] for part, table in tables_of(facts).items()}
    blocks["active"] = rng.choice((blocks["active"], active_blocks(facts.cells, facts.table_format)))
    return rendered(facts, page(article(facts, _word_pens(rng, lines), blocks)), ".html")


@layout("html/wps")
def wps(facts: Facts, rng: Random) -> Rendered:
    """Exported by WPS: fonts by ``mso-spacerun`` spans, names in two quotes, ``&nbsp;`` in blank paragraphs."""
    size = rng.choice(("16.0000pt", "12.0000pt", "10.5000pt"))

    def runs(text: str) -> str:
        style = f"font-family:仿宋_GB2312;mso-hansi-font-family:宋体;font-size:{size};mso-font-kerning:1.0000pt;"
        drawn = "".join(
            f"<span style=\"mso-spacerun:'yes';{style}\">"
            + (
                f'<font face="{rng.choice(("仿宋_GB2312", "宋体"))}">{escape(run)}</font>'
                if not run.isascii()
                else escape(run)
            )
            + "</span>"
            for run in _RUNS.findall(text)
        )
        return drawn + f"<span style=\"mso-spacerun:'yes';{style}\"><o:p></o:p></span>"

    def blank() -> str:
        return f'<p class=MsoNormal><span style="font-size:{size};"><o:p>&nbsp;</o:p></span></p>'

    def paragraph(text: str) -> str:
        return (
            "<"
            'p class=MsoNormal style="margin-top:0.0000pt;text-indent:32.0000pt;mso-char-indent-count:2.0000;">'
            f"{runs(text)}</p>"
        )

    def cell_text(text: str) -> str:
        if not text:
            return blank()
        return f'<p class=MsoNormal align=center style="text-align:center;">{runs(text)}</p>'

    cell = cells_of(
        cell_text,
        f" width={rng.randint(40, 80)}"
        ' valign=center style="width:46.8500pt;mso-border-left-alt:0.5000pt solid windowtext;"',
    )
    pens = Pens(
        paragraph,
        lambda text: f"<p class=MsoNormal><b>{runs(text)}</b></p>",
        paragraph,
        lambda boxes: (
            '<table class=MsoTableGrid style="border-collapse:collapse;mso-table-layout-alt:fixed;">'
            + "".join(rows_of(boxes, cell, f'<tr style="height:{rng.randint(18, 30)}.0000pt;">'))
            + f"</table>{blank()}"
        ),
    )
    head = (
        '<meta http-equiv="Content-Type" content="text/html; charset=utf-8">'
        '<meta name=Generator content="Microsoft Word 14">'
    )
    body = (
        '<!--StartFragment--><div class="Section0" style="layout-grid:15.6000pt;">'
        f"{article(facts, pens)}</div><!--EndFragment-->"
    )
    return rendered(facts, page(body, head=head + _STYLE), ".html")
