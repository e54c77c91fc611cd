"""Tables in tables: the article laid out by a table, tables of data in a cell of another."""

from __future__ import annotations

from random import Random

from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.prose import Chapter
from tests.factory.tables import WIDTH


class PagePen(WordPen):
    """A page saved from a website or a template: one table holds the whole article, or each part of it."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw how the frame is made."""
        super().__init__(facts, rng)
        self.frame = rng.choice(("one", "rows", "margin", "double"))

    def content(self) -> str:
        """The article in its frame."""
        title = self.title(self.facts.title)
        chapters = list(map(self.chapter, self.facts.chapters))
        if self.frame == "rows":
            return self.framed([[title], *([chapter] for chapter in chapters)])
        whole = title + "".join(chapters)
        if self.frame == "margin":
            # Narrow empty columns left and right hold the article away from the page's edge.
            return self.framed([["<w:p/>", whole, "<w:p/>"]])
        inner = self.framed([[whole]])
        return self.framed([[inner + "<w:p/>"]]) if self.frame == "double" else inner

    def framed(self, rows: list[list[str]]) -> str:
        """A table of contents that are no data."""
        drawn = []
        for cells in rows:
            written = (f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>{inner}<w:p/></w:tc>' for inner in cells)
            drawn.append(self.row(written))
        return self.table_of(drawn, len(rows[0]))


class CaptionPen(WordPen):
    """Each table of data stands in a cell, below its caption or beside nothing, as some templates have it."""

    def chapter(self, chapter: Chapter) -> str:
        """A part whose table is framed."""
        if chapter.part not in WIDTH:
            return super().chapter(chapter)
        found = self.heading(chapter) + "".join(map(self.prose, chapter.paragraphs))
        cell = f"<w:tc><w:tcPr/>{self.tables(chapter.part)}<w:p/></w:tc>"
        more = "<w:tc><w:tcPr/><w:p/></w:tc>" if self.rng.random() < 0.4 else ""
        return found + self.table_of([self.row([cell, more])], 2 if more else 1) + self.blank()


@layout("docx/layout-table")
def layout_table(facts: Facts, rng: Random) -> Rendered:
    """The article inside a table."""
    return PagePen(varied(facts, rng), rng).rendered()


@layout("docx/table-in-cell")
def table_in_cell(facts: Facts, rng: Random) -> Rendered:
    """Each table inside a cell of another."""
    return CaptionPen(varied(facts, rng), rng).rendered()
