"""A report as a Word file (DOCX), with the same bytes on every run."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.text.run import Run

from examples.making.model import ExampleReport
from examples.making.tables import Rows, columns, placed, table


def word_file(report: ExampleReport) -> bytes:
    """The report as DOCX; tables keep their merged heads."""
    document = Document()
    moment = datetime.fromisoformat(report.published)
    properties = document.core_properties
    properties.title, properties.author, properties.comments = report.title, report.agency, ""
    properties.created = properties.modified = moment
    heading = document.add_paragraph()
    heading.alignment = WD_ALIGN_PARAGRAPH.CENTER
    _font(heading.add_run(report.title), "方正小标宋简体", 20)
    for text in report.preamble:
        _paragraph(document, text)
    for part in report.parts:
        _font(document.add_paragraph().add_run(f"{part.number}、{part.title}"), "黑体", 16)
        for text in part.paragraphs:
            _paragraph(document, text)
        if part.table:
            _table(document, table(part.table, report.cells))
    raw = BytesIO()
    document.save(raw)
    return _fixed(raw.getvalue())


def _paragraph(document: WordDocument, text: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(32)
    _font(paragraph.add_run(text), "仿宋", 16)


def _font(run: Run, name: str, size: int) -> None:
    run.font.size = Pt(size)
    run.font.name = name
    run._element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), name)


def _table(document: WordDocument, rows: Rows) -> None:
    grid = document.add_table(rows=len(rows), cols=columns(rows), style="Table Grid")
    for row, column, box in placed(rows):
        cell = grid.cell(row, column)
        if box.rowspan > 1 or box.colspan > 1:
            cell = cell.merge(grid.cell(row + box.rowspan - 1, column + box.colspan - 1))
        paragraph = cell.paragraphs[0]
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _font(paragraph.add_run(box.text), "宋体", 9)


def _fixed(data: bytes) -> bytes:
    """The same archive with every timestamp at the earliest that ZIP knows."""
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return packed.getvalue()
