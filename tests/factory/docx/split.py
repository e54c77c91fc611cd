"""Tables in several pieces, rows that begin right of the first column, heads that stand upright."""

from __future__ import annotations

from random import Random

from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.docx.writing import placed_rows
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box, Table, active_blocks, tables_of

_HEADS = 3
"""Rows of heads of table 三."""


class SplitPen(WordPen):
    """二 as one table or four, 三 over two or three with or without its heads again."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw what is split."""
        super().__init__(facts, rng)
        self.blocks_apart = rng.random() < 0.7
        self.heads_again = rng.random() < 0.5

    def tables(self, part: str) -> str:
        """The pieces of a part's table with empty paragraphs between them."""
        if part == "active" and self.blocks_apart:
            blocks = active_blocks(self.facts.cells, self.facts.table_format)
            return "<w:p/>".join(self.table(block, 4) for block in blocks)
        if part == "requests":
            return "<w:p/>".join(self.table_of(rows, 10) for rows in self._pieces(tables_of(self.facts)[part]))
        return super().tables(part)

    def _pieces(self, table: Table) -> list[list[str]]:
        """The rows of table 三 cut in one or two places; a merge that is cut starts anew below."""
        rows = self.rows(table, 10)
        cuts = sorted(self.rng.sample(range(_HEADS + 2, len(rows) - 1), self.rng.randint(1, 2)))
        pieces = [rows[start:end] for start, end in zip((0, *cuts), (*cuts, len(rows)), strict=True)]
        return [pieces[0], *(rows[:_HEADS] + piece if self.heads_again else piece for piece in pieces[1:])]


class OffsetPen(WordPen):
    """Rows that leave out cells at their beginning and end, as where a table was put together from two."""

    def rows(self, table: Table, width: int) -> list[str]:
        """Rows whose cells that go on from above, or that are empty at the end, are left out."""
        found = []
        for at, placed in enumerate(placed_rows(table, width)):
            before = after = 0
            while placed and not placed[0][2]:
                before += placed.pop(0)[1].colspan
            while placed and placed[-1][1].address is None and not placed[-1][1].text:
                after += placed.pop()[1].colspan
            settings = self.row_settings(at)
            if before:
                settings = f'<w:gridBefore w:val="{before}"/><w:wBefore w:w="{850 * before}" w:type="dxa"/>{settings}'
            if after:
                settings = f'<w:gridAfter w:val="{after}"/>{settings}'
            cells = (
                self.cell(box._replace(rowspan=1) if before else box, box.colspan, starts) for _, box, starts in placed
            )
            found.append(self.row(cells, settings))
        return found


class UprightPen(WordPen):
    """Group heads written downwards: turned by the program, or a character a line."""

    def cell_settings(self, box: Box, span: int, starts: bool) -> str:
        """A turned cell."""
        found = super().cell_settings(box, span, starts)
        turned = box.rowspan > 1 and starts and self.rng.random() < 0.5
        return found + ('<w:textDirection w:val="tbRlV"/>' if turned else "")

    def cell_text(self, box: Box) -> str:
        """A label down its cell: a paragraph a character, or lines in one paragraph."""
        if box.address is not None or (box.rowspan == 1 and self.rng.random() < 0.8):
            return super().cell_text(box)
        if self.rng.random() < 0.5:
            return "".join(self.paragraph(self.runs(letter)) for letter in box.text)
        return self.paragraph("<w:r><w:br/></w:r>".join(self.runs(letter) for letter in box.text))


@layout("docx/split-tables")
def split_tables(facts: Facts, rng: Random) -> Rendered:
    """Tables in pieces."""
    return SplitPen(varied(facts, rng), rng).rendered()


@layout("docx/row-offsets")
def row_offsets(facts: Facts, rng: Random) -> Rendered:
    """``gridBefore`` and ``gridAfter`` in place of cells."""
    return OffsetPen(varied(facts, rng), rng).rendered()


@layout("docx/upright-heads")
def upright_heads(facts: Facts, rng: Random) -> Rendered:
    """Vertical text."""
    return UprightPen(varied(facts, rng), rng).rendered()
