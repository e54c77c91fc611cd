"""Small PDF files drawn for the tests: text and lines at places given from the page's upper left corner."""

from __future__ import annotations

from io import BytesIO
from typing import Any, NamedTuple

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen import canvas

WIDTH, HEIGHT = 595.0, 842.0
FONT = "STSong-Light"


class Span(NamedTuple):
    """A cell to draw: grid place, spans, text (``\\n`` breaks the line)."""

    row: int
    column: int
    rowspan: int
    colspan: int
    text: str


class Pdf:
    """A file drawn page by page."""

    def __init__(self, password: str | None = None) -> None:
        pdfmetrics.registerFont(UnicodeCIDFont(FONT))
        self._out = BytesIO()
        encryption = StandardEncryption(password, canPrint=1) if password else None
        self.canvas: Any = canvas.Canvas(self._out, pagesize=(WIDTH, HEIGHT), encrypt=encryption, invariant=1)

    def text(self, x: float, y: float, text: str, size: float = 12, gap: float = 0) -> Pdf:
        """A line of text whose type stands on ``y``; ``gap``: points between the characters."""
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, HEIGHT - y, text, charSpace=gap)
        return self

    def lines(self, x: float, y: float, lines: list[str], size: float = 12, leading: float = 20) -> Pdf:
        """Lines below each other; one that begins with two wide blanks is indented."""
        for number, line in enumerate(lines):
            indent = 2 * size if line.startswith("\u3000\u3000") else 0
            self.text(x + indent, y + number * leading, line.strip("\u3000"), size)
        return self

    def paragraph(self, y: float, text: str, size: float = 12, indent: int = 2) -> Pdf:
        """A paragraph between margins of 72 points, as many characters a line as fit."""
        width = int((WIDTH - 144) / size)
        lines = ["\u3000\u3000" * (indent // 2) + text[: width - indent]]
        rest = text[width - indent :]
        lines += [rest[i : i + width] for i in range(0, len(rest), width)]
        return self.lines(72, y, lines, size)

    def rule(self, x0: float, y0: float, x1: float, y1: float) -> Pdf:
        """A straight line."""
        self.canvas.setLineWidth(0.5)
        self.canvas.line(x0, HEIGHT - y0, x1, HEIGHT - y1)
        return self

    def box(self, x0: float, y0: float, x1: float, y1: float, *, fill: float | None = None) -> Pdf:
        """A rectangle: its outline, or an area of that grey."""
        if fill is not None:
            self.canvas.setFillGray(fill)
        self.canvas.rect(x0, HEIGHT - y1, x1 - x0, y1 - y0, stroke=int(fill is None), fill=int(fill is not None))
        self.canvas.setFillGray(0)
        return self

    def table(self, xs: list[float], ys: list[float], cells: list[Span], *, ruled: bool = True) -> Pdf:
        """Cells between the grid lines ``xs`` and ``ys``, each with its own outline."""
        for cell in cells:
            x0, x1 = xs[cell.column], xs[cell.column + cell.colspan]
            y0, y1 = ys[cell.row], ys[cell.row + cell.rowspan]
            if ruled:
                self.box(x0, y0, x1, y1)
            self.cell(x0, y0, x1, y1, cell.text)
        return self

    def cell(self, x0: float, y0: float, x1: float, y1: float, text: str, size: float = 10) -> None:
        """Text in the middle of a cell."""
        lines = text.split("\n")
        top = (y0 + y1) / 2 - (len(lines) * 1.2 * size) / 2
        for number, line in enumerate(lines):
            wide = pdfmetrics.stringWidth(line, FONT, size)
            self.text((x0 + x1 - wide) / 2, top + (number + 0.9) * 1.2 * size, line, size)

    def next_page(self) -> Pdf:
        """Begin another page."""
        self.canvas.showPage()
        return self

    def data(self) -> bytes:
        """The finished file."""
        if not self._out.tell():
            self.canvas.showPage()
            self.canvas.save()
        return self._out.getvalue()


def rows(*rows: list[str]) -> list[Span]:
    """A plain table: one cell a text."""
    return [Span(i, j, 1, 1, text) for i, row in enumerate(rows) for j, text in enumerate(row)]
