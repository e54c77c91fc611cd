"""A fill-in template: content controls around words, cells, rows, tables and the whole report."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box

_PROMPT = "单击或点击此处输入文字。"


class TemplatePen(WordPen):
    """A template of a superior body, filled in; a field left alone still shows its prompt and is blank."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw what is controlled."""
        super().__init__(facts, rng)
        self.share = rng.choice((0.1, 0.5, 1.0))
        self.whole = rng.random() < 0.2

    def control(self, inner: str, more: str = "") -> str:
        """A content control around anything."""
        settings = f'<w:sdtPr><w:id w:val="{self.rng.randrange(10**8)}"/>{more}</w:sdtPr>'
        end = self.rng.choice(("", "<w:sdtEndPr/>"))
        return f"<w:sdt>{settings}{end}<w:sdtContent>{inner}</w:sdtContent></w:sdt>"

    def some(self, inner: str) -> str:
        """Something, sometimes controlled."""
        return self.control(inner) if inner and self.rng.random() < self.share / 2 else inner

    def runs(self, text: str, settings: str = "") -> str:
        """Words in a control."""
        return self.some(super().runs(text, settings))

    def prose(self, text: str) -> str:
        """A paragraph in a control."""
        return self.some(super().prose(text))

    def cell(self, box: Box, span: int, starts: bool) -> str:
        """A cell in a control; a blank value may still show the prompt."""
        plain = super().cell(box, span, starts)
        if box.address is not None and not box.text and starts and self.rng.random() < self.share:
            place = '<w:rStyle w:val="a7"/>'
            prompt = self.control(self.run(_PROMPT, place), "<w:showingPlcHdr/><w:text/>")
            return f"<w:tc><w:tcPr>{self.cell_settings(box, span, starts)}</w:tcPr><w:p>{prompt}</w:p></w:tc>"
        return self.some(plain)

    def row(self, cells: Iterable[str], settings: str = "") -> str:
        """A row in a control, repeated ones in two."""
        return self.some(self.some(super().row(cells, settings)))

    def tables(self, part: str) -> str:
        """A table in a control."""
        return self.some(super().tables(part))

    def content(self) -> str:
        """The report, sometimes as one control."""
        return self.control(super().content()) if self.whole else super().content()


@layout("docx/content-controls")
def content_controls(facts: Facts, rng: Random) -> Rendered:
    """Content controls at every level."""
    return TemplatePen(varied(facts, rng), rng).rendered()
