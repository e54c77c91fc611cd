"""Numbers that the program counts: of headings, of sub-topics, of labels in tables."""

from __future__ import annotations

import re
from random import Random

from tests.factory.docx.parts import element
from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.prose import Chapter

_TOPIC = re.compile(r"（([一二三四五])）")


class NumberedPen(WordPen):
    """Headings and sub-topics numbered by lists or by styles, as the two programs define them."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw the list's form and write it."""
        super().__init__(facts, rng)
        self.by_style = rng.random() < 0.5
        self.form = rng.choice(("%1、", "%1、", "第%1部分", "%1．"))
        self.counting = rng.choice(("chineseCounting", "chineseCountingThousand", "japaneseCounting"))
        self.follow = rng.choice(("", '<w:suff w:val="nothing"/>', '<w:suff w:val="space"/>'))
        self.topics_listed = rng.random() < 0.6
        self.parts["numbering"] = element("w:numbering", self._lists())
        linked = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>' if self.by_style else ""
        style = f'<w:style w:type="paragraph" w:styleId="20"><w:name w:val="年报标题"/>{linked}</w:style>'
        derived = (
            '<w:style w:type="paragraph" w:styleId="21"><w:name w:val="年报标题加粗"/><w:basedOn w:val="20"/></w:style>'
        )
        styles = str(self.parts["styles"])
        self.parts["styles"] = styles.replace("</w:styles>", f"{style}{derived}</w:styles>")

    def _lists(self) -> str:
        linked = '<w:pStyle w:val="20"/>' if self.by_style else ""
        first = (
            f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{self.counting}"/>{linked}{self.follow}'
            f'<w:lvlText w:val="{self.form}"/></w:lvl>'
        )
        second = (
            f'<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="{self.counting}"/>{self.follow}'
            '<w:lvlText w:val="（%2）"/></w:lvl>'
        )
        return (
            f'<w:abstractNum w:abstractNumId="4"><w:multiLevelType w:val="multilevel"/>{first}{second}</w:abstractNum>'
            '<w:num w:numId="1"><w:abstractNumId w:val="4"/></w:num>'
        )

    def numbered(self, level: int) -> str:
        """The settings of a paragraph in the list."""
        return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>'

    def heading(self, chapter: Chapter) -> str:
        """A heading whose number is counted."""
        settings = f'<w:pStyle w:val="{self.rng.choice(("20", "21"))}"/>' if self.by_style else self.numbered(0)
        return self.paragraph(self.runs(chapter.title), settings)

    def prose(self, text: str) -> str:
        """A paragraph; a sub-topic's number is counted where its list starts over with each part."""
        found = _TOPIC.match(text)
        if found is None or not self.topics_listed:
            return super().prose(text)
        return self.paragraph(self.runs(text[found.end() :]), self.numbered(1))


@layout("docx/automatic-numbers")
def automatic_numbers(facts: Facts, rng: Random) -> Rendered:
    """Numbers that are counted, not typed; the headings then count from 一 without a fault."""
    facts = varied(facts, rng)
    pen = NumberedPen(facts, rng)
    return pen.rendered()
