"""Word files exported as PDF by an office program."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from random import Random
from zipfile import ZipFile

from tests.factory.docx.converted import converted
from tests.factory.docx.drawn import BoxPen
from tests.factory.docx.numbered import NumberedPen
from tests.factory.docx.split import SplitPen, UprightPen
from tests.factory.docx.variety import varied
from tests.factory.docx.word import AcrossPen, FillerPen, WordPen
from tests.factory.docx.wps import WpsPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box

_SIDES = ("top", "left", "bottom", "right", "insideH", "insideV")
_ROOM = 8_200
"""Twentieths of a point between the side margins of any page."""
_BOXED = 44
"""Characters of two lines, which a box is high enough for."""
_COLUMN = 850
"""Twentieths of a point that the pens give a column."""


class NarrowUprightPen(UprightPen):
    """Upright labels in narrow cells only: nobody writes down the side of a cell that is wide enough."""

    def cell_text(self, box: Box) -> str:
        """A label down its cell where that is one column wide."""
        return super().cell_text(box) if box.colspan == 1 else WordPen.cell_text(self, box)


class ShownBoxPen(BoxPen):
    """Text boxes that show all of their text: nobody prints a report whose boxes cut sentences and tables off.

    So no tables, which are higher than the boxes, and no lettering, which prints as a drawing.
    """

    def prose(self, text: str) -> str:
        """A paragraph, sometimes in a box where that holds all its lines."""
        return super().prose(text) if len(text) <= _BOXED else WordPen.prose(self, text)


_PENS = (WordPen, WordPen, WpsPen, SplitPen, NarrowUprightPen, FillerPen, AcrossPen, NumberedPen, ShownBoxPen)


_BORDERS = "".join(f'<w:{side} w:val="{{}}" w:sz="{{}}" w:space="0" w:color="000000"/>' for side in _SIDES)


def bordered(data: bytes, rng: Random) -> bytes:
    """The Word file with lines around all cells of its tables."""
    lines = f"<w:tblBorders>{_BORDERS}</w:tblBorders>".replace("{}", "%s")
    kind, wide = rng.choice(("single", "single", "double", "dotted")), rng.choice((4, 8, 12))
    lines %= (kind, wide) * len(_SIDES)

    def drawn(text: str) -> str:
        text = re.sub(r"<w:tblBorders>.*?</w:tblBorders>", "", text, flags=re.DOTALL)
        # Borders stand behind the table's width and before its layout.
        return re.sub(r"(<w:tblPr>(?:<w:tblStyle[^>]*>)?(?:<w:tblW[^>]*>)?(?:<w:jc[^>]*>)?)", rf"\1{lines}", text)

    return _with_document(data, drawn)


def fitted(data: bytes) -> bytes:
    """The Word file with tables as wide as its text, in small type: what stands beyond the page's edge nobody reads.

    The grid that a file tells need not be its rows' own: WPS goes by the cells, LibreOffice by the grid and puts
    columns off the page.  So the rows' own grid is told.  Heads aren't repeated: LibreOffice prints the next row
    over some that span rows, and nobody reads that either.
    """

    def scaled(found: re.Match[str]) -> str:
        table = found.group()
        columns, wide = _extent(table)
        share = _ROOM / wide
        grid = f'<w:gridCol w:w="{wide // columns}"/>' * columns
        table = re.sub(r"<w:tblGrid>.*?</w:tblGrid>", f"<w:tblGrid>{grid}</w:tblGrid>", table, flags=re.DOTALL)
        table = table.replace("<w:tblHeader/>", "")
        table = re.sub(r'<w:sz(Cs)? w:val="\d+"/>', r'<w:sz\1 w:val="16"/>', table)
        return re.sub(
            r'(<w:(?:gridCol|tcW|tblW) w:w=")(\d+)(?="(?: w:type="dxa")?/>)',
            lambda wide: f"{wide[1]}{int(int(wide[2]) * share)}",
            table,
        )

    return _with_document(data, lambda text: re.sub(r"<w:tbl>.*?</w:tbl>", scaled, text, flags=re.DOTALL))


def _extent(table: str) -> tuple[int, int]:
    """A table's columns and its width, as its widest row tells them."""
    columns, wide = 1, 1
    for row in re.findall(r"<w:tr\b.*?</w:tr>", table, flags=re.DOTALL):
        cells = re.findall(r"<w:tcPr>.*?</w:tcPr>", row, flags=re.DOTALL)
        spans = [re.search(r'<w:gridSpan w:val="(\d+)"', cell) for cell in cells]
        widths = [re.search(r'<w:tcW w:w="(\d+)"', cell) for cell in cells]
        columns = max(columns, sum(int(span[1]) if span else 1 for span in spans))
        wide = max(wide, sum(int(width[1]) if width else _COLUMN for width in widths))
    return columns, wide


def _with_document(data: bytes, change: Callable[[str], str]) -> bytes:
    packed = BytesIO()
    with ZipFile(BytesIO(data)) as source, ZipFile(packed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "word/document.xml":
                part = change(part.decode("utf-8")).encode("utf-8")
            target.writestr(name, part)
    return packed.getvalue()


@layout("pdf/office", needs="soffice")
def office(facts: Facts, rng: Random) -> Rendered:
    """Whatever a Word file holds, printed by LibreOffice with ruled tables."""
    pen = rng.choice(_PENS)(varied(facts, rng), rng)
    if isinstance(pen, ShownBoxPen):
        pen.lettered = pen.tables_boxed = False
    drawn = pen.rendered()
    return drawn._replace(data=converted(bordered(fitted(drawn.data), rng), ".docx", "pdf"), suffix=".pdf")
