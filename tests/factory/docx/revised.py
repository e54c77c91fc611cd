"""Reports that were handed round for review and published with their tracked changes still in them."""

from __future__ import annotations

from random import Random

from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box, Table

_WHO = 'w:author="审稿" w:date="2025-01-14T09:00:00Z"'


class ReviewPen(WordPen):
    """Insertions, deletions and moves in prose, in cells, of rows, cells and paragraphs."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw how much was changed."""
        super().__init__(facts, rng)
        self.changed = rng.choice((0.05, 0.3, 0.8))

    def tracked(self, tag: str, inner: str = "") -> str:
        """A tracked change around runs, or the mark of one."""
        number = self.rng.randrange(10**6)
        return f'<w:{tag} w:id="{number}" {_WHO}>{inner}</w:{tag}>' if inner else f'<w:{tag} w:id="{number}" {_WHO}/>'

    def deleted(self, text: str) -> str:
        """Text that was taken out."""
        run = self.run(text).replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>")
        if self.rng.random() < 0.3:
            return self.tracked("moveFrom", self.run(text))
        return self.tracked("del", run)

    def runs(self, text: str, settings: str = "") -> str:
        """Runs of which some came in and others went out."""
        if not text or self.rng.random() > self.changed:
            return super().runs(text, settings)
        at = self.rng.randint(0, len(text))
        end = self.rng.randint(at, len(text))
        old = self.deleted(self.rng.choice(("12", "3", "原有表述", text)))
        new = super().runs(text[at:end], settings)
        tag = self.rng.choice(("ins", "ins", "moveTo"))
        change = f'<w:rPrChange w:id="7" {_WHO}><w:rPr><w:vanish/></w:rPr></w:rPrChange>'
        kept = super().runs(text[end:], settings + change if self.rng.random() < 0.3 else settings)
        inner = self.tracked(tag, new) if new else ""
        return super().runs(text[:at], settings) + (old + inner if self.rng.random() < 0.5 else inner + old) + kept

    def prose(self, text: str) -> str:
        """A paragraph, one that was joined from two, or one after another that is gone."""
        chance = self.rng.random()
        mark = f"<w:rPr>{self.tracked(self.rng.choice(('del', 'moveFrom')))}</w:rPr>"
        if chance < 0.15:
            at = self.rng.randint(1, len(text) - 1)
            return self.paragraph(self.runs(text[:at]), mark) + super().prose(text[at:])
        if chance < 0.3:
            return self.paragraph(self.deleted("（一）删去的段落，收到申请99件。"), mark) + super().prose(text)
        return super().prose(text)

    def cell_settings(self, box: Box, span: int, starts: bool) -> str:
        """Settings that were others before."""
        found = super().cell_settings(box, span, starts)
        if self.rng.random() < 0.1:
            found += f'<w:tcPrChange w:id="9" {_WHO}><w:tcPr><w:gridSpan w:val="3"/><w:vMerge/></w:tcPr></w:tcPrChange>'
        return found

    def rows(self, table: Table, width: int) -> list[str]:
        """Rows, with others that were taken out between them, and some that came in."""
        found = []
        for row in super().rows(table, width):
            row = self._settled(row)
            if self.rng.random() < 0.15:
                found.append(self._row_out(row))
            if self.rng.random() < 0.15 and "<w:trPr>" in row:
                row = row.replace("<w:trPr>", f"<w:trPr>{self.tracked('ins')}", 1)
            found.append(row)
        return found

    def _settled(self, row: str) -> str:
        """The row, with a cell that was taken out of it."""
        if self.rng.random() > 0.1:
            return row
        gone = f"<w:tc><w:tcPr>{self.tracked('cellDel')}</w:tcPr>{self.paragraph(self.deleted('99'))}</w:tc>"
        return row.replace("</w:tr>", f"{gone}</w:tr>")

    def _row_out(self, row: str) -> str:
        """A copy of a row, its deletion tracked."""
        mark = self.tracked("del")
        if "<w:trPr>" in row:
            return row.replace("<w:trPr>", f"<w:trPr>{mark}", 1)
        return row.replace("<w:tr>", f"<w:tr><w:trPr>{mark}</w:trPr>", 1)


@layout("docx/tracked-changes")
def tracked_changes(facts: Facts, rng: Random) -> Rendered:
    """Tracked changes of every kind; what counts is the text with all of them accepted."""
    return ReviewPen(varied(facts, rng), rng).rendered()
