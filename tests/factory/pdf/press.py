"""Pages of a PDF drawn with reportlab: marks are collected page by page and set down in the order asked for."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any, NamedTuple
from unittest.mock import patch

from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import ttfonts
from reportlab.pdfgen import canvas

from tests.factory.pdf.faces import width
from tests.factory.pdf.style import Style


class Mark(NamedTuple):
    """A run of text: its left end, the line it stands on (downwards from the page's top) and its type."""

    x: float
    y: float
    text: str
    face: str
    size: float
    gap: float = 0.0
    latin: str | None = None
    kind: str = "prose"


class Sheet(NamedTuple):
    """A page before it is set down; ``drawn`` are rulings, areas and pictures, which come before the text."""

    size: tuple[float, float]
    marks: list[Mark]
    drawn: list[Callable[[Any], None]]
    over: list[Callable[[Any], None]]


class Press:
    """Collects pages and makes the file."""

    def __init__(self, style: Style, rng: Random) -> None:
        self.style = style
        self.rng = rng
        self.sheets: list[Sheet] = []

    @property
    def sheet(self) -> Sheet:
        """The page being filled."""
        return self.sheets[-1]

    def next_sheet(self, size: tuple[float, float]) -> Sheet:
        """Begin another page."""
        self.sheets.append(Sheet(size, [], [], []))
        return self.sheet

    def text(self, mark: Mark) -> None:
        """Put a run of text on the page."""
        if mark.text:
            self.sheet.marks.append(mark)

    def line(self, x0: float, y0: float, x1: float, y1: float, wide: float = 0.5) -> None:
        """A stroke."""
        height = self.sheet.size[1]

        def draw(paper: Any) -> None:
            paper.setLineWidth(wide)
            paper.line(x0, height - y0, x1, height - y1)

        self.sheet.drawn.append(draw)

    def area(self, x0: float, y0: float, x1: float, y1: float, grey: float = 0.0) -> None:
        """A painted rectangle."""
        height = self.sheet.size[1]

        def draw(paper: Any) -> None:
            paper.setFillGray(grey)
            paper.rect(x0, height - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
            paper.setFillGray(0)

        self.sheet.drawn.append(draw)

    def frame(self, x0: float, y0: float, x1: float, y1: float, wide: float = 0.5) -> None:
        """The outline of a rectangle as one path."""
        height = self.sheet.size[1]

        def draw(paper: Any) -> None:
            paper.setLineWidth(wide)
            paper.rect(x0, height - y1, x1 - x0, y1 - y0, stroke=1, fill=0)

        self.sheet.drawn.append(draw)

    def picture(self, x0: float, y0: float, x1: float, y1: float, image: Any) -> None:
        """A scanned picture."""
        height = self.sheet.size[1]
        self.sheet.drawn.append(
            lambda paper: paper.drawImage(ImageReader(image), x0, height - y1, width=x1 - x0, height=y1 - y0)
        )

    def slanted(self, text: str, face: str, size: float, angle: float) -> None:
        """A grey watermark across the page, from corner to corner or level."""
        wide, high = self.sheet.size

        def draw(paper: Any) -> None:
            paper.saveState()
            paper.translate(wide / 2, high / 2)
            paper.rotate(angle)
            paper.setFillGray(0.85)
            paper.setFont(face, size)
            paper.drawCentredString(0, 0, text)
            paper.restoreState()

        self.sheet.over.append(draw)

    def unseen(self, text: str, x: float, y: float, face: str) -> None:
        """Text in rendering mode 3, which paints nothing."""
        height = self.sheet.size[1]

        def draw(paper: Any) -> None:
            run = paper.beginText(x, height - y)
            run.setFont(face, 9)
            run.setTextRenderMode(3)
            run.textOut(text)
            run.setTextRenderMode(0)
            paper.drawText(run)

        self.sheet.over.append(draw)

    def data(self) -> bytes:
        """The finished file."""
        packed = BytesIO()
        paper = canvas.Canvas(packed, invariant=1, pageCompression=self.rng.randint(0, 1))
        for number, sheet in enumerate(self.sheets, 1):
            self._set_down(paper, sheet, number)
            paper.showPage()
        original = ttfonts.makeToUnicodeCMap
        swapped = {ord(plain): ord(other) for plain, other in self.style.swapped.items()}

        def told(name: str, subset: list[int]) -> Any:
            return original(name, [swapped.get(code, code) for code in subset])

        with patch.object(ttfonts, "makeToUnicodeCMap", told):
            paper.save()
        return packed.getvalue()

    def _set_down(self, paper: Any, sheet: Sheet, number: int) -> None:
        style = self.style
        wide, high = (style.scale * side for side in sheet.size)
        if style.form:
            paper.beginForm(f"page{number}")
            self._content(paper, sheet)
            paper.endForm()
        media = (wide, high) if style.turn % 180 == 0 else (high, wide)
        extra = style.crop
        paper.setPageSize((wide + 2 * extra, high + 2 * extra))  # reportlab swaps the sides of a turned page
        if extra:
            paper.setCropBox((extra, extra, media[0] + extra, media[1] + extra))
            paper.translate(extra, extra)
        paper.setPageRotation(style.turn)
        if style.turn == 90:
            paper.translate(high, 0)
        elif style.turn == 180:
            paper.translate(wide, high)
        elif style.turn == 270:
            paper.translate(0, wide)
        paper.rotate(style.turn if style.turn != 270 else -90)
        if style.scale != 1.0:
            paper.scale(style.scale, style.scale)
        if style.form:
            paper.doForm(f"page{number}")
        else:
            self._content(paper, sheet)

    def _content(self, paper: Any, sheet: Sheet) -> None:
        for draw in sheet.drawn:
            draw(paper)
        for mark in self._ordered(sheet.marks):
            self._write(paper, mark, sheet.size[1])
        for draw in sheet.over:
            draw(paper)

    def _ordered(self, marks: list[Mark]) -> list[Mark]:
        match self.style.order:
            case "columns":
                return sorted(marks, key=lambda mark: (round(mark.x / 12), mark.y))
            case "labels":
                return sorted(marks, key=lambda mark: (mark.text.isascii(), mark.y, mark.x))
            case "shuffled":
                return self.rng.sample(marks, len(marks))
            case "bottom":
                return list(reversed(marks))
            case _:
                return marks

    def _write(self, paper: Any, mark: Mark, high: float) -> None:
        """A run of text in the style's way: whole, glyph by glyph, twice."""
        x = mark.x
        for piece, face in _pieces(mark):
            paper.setFont(face, mark.size)
            shifts = (0.0, 0.35) if self.style.bold_twice and mark.kind in ("heading", "title", "head") else (0.0,)
            for shift in shifts:
                if self.style.glyph_by_glyph:
                    at = x + shift
                    for character in piece:
                        paper.drawString(at, high - mark.y, character)
                        at += width(character, face, mark.size) + mark.gap
                else:
                    paper.drawString(x + shift, high - mark.y, piece, charSpace=mark.gap)
            x += width(piece, face, mark.size) + mark.gap * len(piece)


def _pieces(mark: Mark) -> list[tuple[str, str]]:
    """The run cut where the face changes between Chinese and Latin."""
    if mark.latin is None:
        return [(mark.text, mark.face)]
    found: list[tuple[str, str]] = []
    for character in mark.text:
        face = mark.latin if character.isascii() else mark.face
        if found and found[-1][1] == face:
            found[-1] = (found[-1][0] + character, face)
        else:
            found.append((character, face))
    return found
