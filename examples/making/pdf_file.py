"""A report as a PDF with a text layer, with the same bytes on every run.

The font is one of Adobe's standard Chinese fonts, which readers supply themselves; streams are left
uncompressed, since compressed bytes differ between zlib versions.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.platypus import Flowable, KeepTogether, Paragraph, SimpleDocTemplate, Spacer, Table

from examples.making.model import ExampleReport
from examples.making.tables import Rows, columns, placed, table

_FONT = "STSong-Light"
_MARGIN = 48
_FRAME_PADDING = 6
_WIDTH = A4[0] - 2 * (_MARGIN + _FRAME_PADDING)
# Widths of the label columns of table 三; the seven numbers share the rest.
_REQUEST_LABELS = (58.0, 58.0, 130.0)


def _style(name: str, **settings: Any) -> ParagraphStyle:
    return ParagraphStyle(name, fontName=_FONT, wordWrap="CJK", **settings)


_TITLE = _style("title", fontSize=17, leading=26, alignment=TA_CENTER, spaceAfter=10)
_HEADING = _style("heading", fontSize=13, leading=22, spaceBefore=8, spaceAfter=4, keepWithNext=1)
_BODY = _style("body", fontSize=11, leading=19, firstLineIndent=22)
_CELL = _style("cell", fontSize=7.5, leading=9.5, alignment=TA_CENTER)


def pdf_file(report: ExampleReport) -> bytes:
    """The report as PDF on A4 pages with page numbers."""
    registerFont(UnicodeCIDFont(_FONT))
    story: list[Flowable] = [Paragraph(report.title, _TITLE)]
    story += (Paragraph(text, _BODY) for text in report.preamble)
    for part in report.parts:
        story.append(Paragraph(f"{part.number}、{part.title}", _HEADING))
        story += (Paragraph(text, _BODY) for text in part.paragraphs)
        if part.table:
            printed = _table(table(part.table, report.cells))
            # Table 四 stays with its heads; table 二 may run over a page's end, as it does in life.
            story += [KeepTogether([printed]) if part.table == "四" else printed, Spacer(1, 6)]
    packed = BytesIO()
    document = SimpleDocTemplate(
        packed,
        pagesize=A4,
        leftMargin=_MARGIN,
        rightMargin=_MARGIN,
        topMargin=50,
        bottomMargin=50,
        title=report.title,
        author=report.agency,
        invariant=1,
        pageCompression=0,
    )
    document.build(story, onFirstPage=_page_number, onLaterPages=_page_number)
    return packed.getvalue()


def _page_number(canvas: Any, document: Any) -> None:
    canvas.setFont(_FONT, 9)
    canvas.drawCentredString(A4[0] / 2, 28, f"— {document.page} —")


def _table(rows: Rows) -> Table:
    width = columns(rows)
    content: list[list[Any]] = [[""] * width for _ in rows]
    commands: list[tuple[Any, ...]] = [
        ("GRID", (0, 0), (-1, -1), 0.5, (0, 0, 0)),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("LEFTPADDING", (0, 0), (-1, -1), 2),
        ("RIGHTPADDING", (0, 0), (-1, -1), 2),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    for row, column, box in placed(rows):
        content[row][column] = Paragraph(box.text, _CELL)
        if box.rowspan > 1 or box.colspan > 1:
            commands.append(("SPAN", (column, row), (column + box.colspan - 1, row + box.rowspan - 1)))
    labels = _REQUEST_LABELS if width == 10 else ()
    rest = (_WIDTH - sum(labels)) / (width - len(labels))
    return Table(content, colWidths=[*labels, *[rest] * (width - len(labels))], style=commands)
