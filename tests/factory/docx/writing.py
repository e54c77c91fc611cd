"""How a Word file writes each thing of a report; a layout takes the plain pen and writes some things otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random
from xml.sax.saxutils import escape

from tests.factory.docx.parts import element, packed
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, rendered
from tests.factory.prose import Chapter
from tests.factory.tables import WIDTH, Box, Table, tables_of

Placed = tuple[int, Box, bool]
"""A box in a row: its column, and whether it starts in this row (or goes on from above)."""


def placed_rows(table: Table, width: int) -> list[list[Placed]]:
    """Every row with the boxes that cover it, those that go on from above included."""
    owners: dict[tuple[int, int], tuple[Box, int]] = {}
    rows: list[list[Placed]] = []
    for at, row in enumerate(table):
        column = 0
        for box in row:
            while (at, column) in owners:
                column += 1
            for down in range(box.rowspan):
                for right in range(box.colspan):
                    owners[at + down, column + right] = (box, column)
            column += box.colspan
    seen: set[tuple[int, int]] = set()
    for at in range(len(table)):
        placed: list[Placed] = []
        column = 0
        while column < width and (at, column) in owners:
            box, first = owners[at, column]
            placed.append((column, box, (id(box), first) not in seen))
            seen.add((id(box), first))
            column += box.colspan
        rows.append(placed)
    return rows


class Pen:
    """A plain Word document; layouts override what they write otherwise."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw what one document keeps throughout: fonts, sizes, how often runs are split."""
        self.facts = facts
        self.rng = rng
        self.font = rng.choice(("仿宋_GB2312", "仿宋", "宋体", "方正仿宋简体"))
        self.size = rng.choice((21, 24, 28, 32))
        self.splits = rng.choice((0.0, 0.15, 0.5, 0.9))
        self.centred_cells = rng.random() < 0.7
        self.parts: dict[str, str | bytes] = {}

    # Runs and paragraphs.

    def run(self, text: str, settings: str = "") -> str:
        """A run of text."""
        inner = f"<w:rPr>{settings}</w:rPr>" if settings else ""
        space = ' xml:space="preserve"' if text != text.strip() or self.rng.random() < 0.1 else ""
        return f"<w:r>{inner}<w:t{space}>{escape(text)}</w:t></w:r>" if text else ""

    def runs(self, text: str, settings: str = "") -> str:
        """The runs of a text, split wherever a spelling check, an input method or an edit left a border."""
        fonts = f'<w:rFonts w:hint="eastAsia" w:ascii="{self.font}" w:eastAsia="{self.font}"/>'
        settings = f'{fonts}{settings}<w:sz w:val="{self.size}"/>'
        found, start = [], 0
        for at in range(1, len(text)):
            if self.rng.random() < self.splits / 3:
                found.append(self.run(text[start:at], settings))
                if self.rng.random() < 0.1:
                    found.append('<w:proofErr w:type="spellStart"/>')
                start = at
        found.append(self.run(text[start:], settings))
        return "".join(found)

    def paragraph(self, inner: str, settings: str = "") -> str:
        """A paragraph of runs."""
        found = f"<w:pPr>{settings}</w:pPr>" if settings else ""
        return f"<w:p>{found}{inner}</w:p>"

    def title(self, text: str) -> str:
        """The report's title, on one line or broken before its year."""
        at = text.find(str(self.facts.year))
        centred = '<w:jc w:val="center"/>'
        pieces = (text[:at], text[at:]) if at > 0 and self.rng.random() < 0.3 else (text,)
        return "".join(self.paragraph(self.runs(piece, "<w:b/>"), centred) for piece in pieces)

    def heading(self, chapter: Chapter) -> str:
        """The heading of a part."""
        return self.paragraph(self.runs(chapter.heading, "<w:b/>"), '<w:spacing w:line="560"/>')

    def prose(self, text: str) -> str:
        """A paragraph of a part."""
        return self.paragraph(self.runs(text), '<w:ind w:firstLine="640" w:firstLineChars="200"/>')

    def blank(self) -> str:
        """An empty paragraph, sometimes."""
        return self.rng.choice(("", "", "<w:p/>", '<w:p><w:pPr><w:jc w:val="left"/></w:pPr></w:p>'))

    # Tables.

    def cell_settings(self, box: Box, span: int, starts: bool) -> str:
        """What a cell says of its place: width, columns spanned, merge from above."""
        found = f'<w:tcW w:w="{850 * span}" w:type="dxa"/>'
        if span > 1:
            found += f'<w:gridSpan w:val="{span}"/>'
        if box.rowspan > 1:
            restart = '<w:vMerge w:val="restart"/>'
            found += restart if starts else self.rng.choice(("<w:vMerge/>", '<w:vMerge w:val="continue"/>'))
        return found + '<w:vAlign w:val="center"/>'

    def cell_text(self, box: Box) -> str:
        """A cell's paragraphs; a long label may stand on two."""
        centred = '<w:jc w:val="center"/>' if self.centred_cells else ""
        text = box.text
        if box.address is None and len(text) > 5 and self.rng.random() < 0.1:
            at = self.rng.randint(2, len(text) - 2)
            return self.paragraph(self.runs(text[:at]), centred) + self.paragraph(self.runs(text[at:]), centred)
        if box.address is not None and self.rng.random() < 0.05:
            text = f"{text} "
        return self.paragraph(self.runs(text), centred)

    def cell(self, box: Box, span: int, starts: bool) -> str:
        """A cell; one that goes on from above is empty."""
        inner = self.cell_text(box) if starts else "<w:p/>"
        return f"<w:tc><w:tcPr>{self.cell_settings(box, span, starts)}</w:tcPr>{inner}</w:tc>"

    def row(self, cells: Iterable[str], settings: str = "") -> str:
        """A row of cells."""
        return f"<w:tr>{f'<w:trPr>{settings}</w:trPr>' if settings else ''}{''.join(cells)}</w:tr>"

    def row_settings(self, at: int) -> str:
        """What a row says of itself."""
        return '<w:trHeight w:val="480"/><w:jc w:val="center"/>' if self.rng.random() < 0.5 else ""

    def rows(self, table: Table, width: int) -> list[str]:
        """The rows of a table."""
        return [
            self.row((self.cell(box, box.colspan, starts) for _, box, starts in placed), self.row_settings(at))
            for at, placed in enumerate(placed_rows(table, width))
        ]

    def table_of(self, rows: Iterable[str], width: int) -> str:
        """A table of rows."""
        settings = '<w:tblW w:w="0" w:type="auto"/><w:tblBorders><w:top w:val="single"/></w:tblBorders>'
        columns = '<w:gridCol w:w="850"/>' * width
        return f"<w:tbl><w:tblPr>{settings}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>"

    def table(self, table: Table, width: int) -> str:
        """A table."""
        return self.table_of(self.rows(table, width), width)

    def tables(self, part: str) -> str:
        """The table of a part, as one."""
        return self.table(tables_of(self.facts)[part], WIDTH[part])

    # The document.

    def before(self) -> str:
        """What stands before the title."""
        return ""

    def chapter(self, chapter: Chapter) -> str:
        """A part: heading, prose, table."""
        found = self.heading(chapter) if chapter.heading else ""
        found += "".join(map(self.prose, chapter.paragraphs))
        return found + self.blank() + (self.tables(chapter.part) + self.blank() if chapter.part in WIDTH else "")

    def content(self) -> str:
        """All of the body but the section's settings."""
        return self.before() + self.title(self.facts.title) + "".join(map(self.chapter, self.facts.chapters))

    def body(self) -> str:
        """The body."""
        page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1800" w:bottom="1440" w:left="1800"/>'
        return f"<w:body>{self.content()}<w:sectPr>{page}</w:sectPr></w:body>"

    def data(self) -> bytes:
        """The file."""
        return packed({"document": element("w:document", self.body()), **self.parts})

    def rendered(self, lost: Iterable[str] = ()) -> Rendered:
        """The drawing."""
        return rendered(self.facts, self.data(), ".docx", lost)
