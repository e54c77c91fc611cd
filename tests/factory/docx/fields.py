"""What stands among the text without being text: fields, contents, links, notes, marks, hidden words."""

from __future__ import annotations

from random import Random
from xml.sax.saxutils import escape

from tests.factory.docx.parts import element
from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box


def field(code: str, result: str) -> str:
    """A field with its code and its result."""
    begin, middle, end = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    return f'{begin}<w:r><w:instrText xml:space="preserve"> {escape(code)} </w:instrText></w:r>{middle}{result}{end}'


class FieldPen(WordPen):
    """Word with all that an office's desk leaves in a text."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw the contents' form, and write notes and comments."""
        super().__init__(facts, rng)
        self.contents = rng.choice(("control", "styles", "links", "none"))
        for name, tag in (("footnotes", "footnote"), ("comments", "comment")):
            text = "<w:p><w:r><w:t>此处数据99件已与台账核对。</w:t></w:r></w:p>"
            self.parts[name] = element(f"w:{name}", f'<w:{tag} w:id="2">{text}</w:{tag}>')
        toc = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
        hidden = (
            '<w:style w:type="character" w:styleId="ac"><w:name w:val="批注用"/><w:rPr><w:vanish/></w:rPr></w:style>'
            '<w:style w:type="paragraph" w:styleId="ad"><w:name w:val="隐藏段"/><w:rPr><w:vanish/></w:rPr></w:style>'
        )
        styles = str(self.parts["styles"])
        self.parts["styles"] = styles.replace("</w:styles>", f"{toc}{hidden}</w:styles>")

    def before(self) -> str:
        """The contents, where there are any: above the title, as Word puts them."""
        if self.contents == "none":
            return ""
        lines = []
        for at, chapter in enumerate(self.facts.chapters):
            if not chapter.heading:
                continue
            page = field(f"PAGEREF _Toc9900{at} \\h", f"<w:r><w:t>{at + 1}</w:t></w:r>")
            inner = f"{self.runs(chapter.heading)}<w:r><w:tab/></w:r>{page}"
            if self.contents != "styles":
                inner = f'<w:hyperlink w:anchor="_Toc9900{at}" w:history="1">{inner}</w:hyperlink>'
            settings = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="8296"/></w:tabs>'
            lines.append(
                self.paragraph(inner, ("" if self.contents == "links" else '<w:pStyle w:val="TOC1"/>') + settings)
            )
        head = self.paragraph(self.runs(self.rng.choice(("目录", "目  录", "目　录"))), '<w:jc w:val="center"/>')
        found = head + "".join(lines)
        if self.contents != "control":
            return found
        part = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
        return f'<w:sdt><w:sdtPr><w:id w:val="8"/>{part}</w:sdtPr><w:sdtContent>{found}</w:sdtContent></w:sdt>'

    def runs(self, text: str, settings: str = "") -> str:
        """Runs with what is no text between them, and characters written as elements."""
        if len(text) < 2 or self.rng.random() < 0.4:
            return super().runs(text, settings)
        at = self.rng.randint(1, len(text) - 1)
        return self._marked(text[:at], settings) + self.rng.choice(_BETWEEN) + self._marked(text[at:], settings)

    def _marked(self, text: str, settings: str) -> str:
        """Runs, their hyphens as elements, or inside a link, a smart tag, a field or a bidirectional span."""
        plain = super().runs(text, settings)
        if "-" in text and self.rng.random() < 0.7:
            return plain.replace("-</w:t>", "</w:t><w:noBreakHyphen/>").replace("<w:t>-", "<w:noBreakHyphen/><w:t>")
        return self.rng.choice(
            (
                plain,
                plain,
                f'<w:hyperlink r:id="rId99" w:history="1">{plain}</w:hyperlink>',
                f'<w:smartTag w:uri="urn:schemas-microsoft-com:office:smarttags" w:element="chmetcnv"><w:smartTagPr>'
                f'<w:attr w:name="HasSpace" w:val="False"/></w:smartTagPr>{plain}</w:smartTag>',
                field('HYPERLINK "http://www.example.com/2024/01/20/33.html"', plain),
                f'<w:fldSimple w:instr=" DOCPROPERTY 数量99 ">{plain}</w:fldSimple>',
                f'<w:dir w:val="ltr">{plain}</w:dir>',
                plain.replace("</w:t>", "\u200b</w:t>", 1),
            )
        )

    def prose(self, text: str) -> str:
        """A paragraph, after one that is hidden or broken by hand at the page's end."""
        found = super().prose(text)
        chance = self.rng.random()
        if chance < 0.1:
            return self.paragraph(self.run("内部掌握：收到申请88件。"), '<w:pStyle w:val="ad"/>') + found
        if chance < 0.2:
            mark = "<w:rPr><w:vanish/></w:rPr>"
            return self.paragraph(self.run("内部掌握：收到申请88件。", "<w:vanish/>"), mark) + found
        return found

    def cell_text(self, box: Box) -> str:
        """A cell's text, a formula's result among the values."""
        if box.address is not None and box.address.endswith(".total") and box.text and self.rng.random() < 0.3:
            return self.paragraph(field("=SUM(LEFT)", self.run(box.text)))
        return super().cell_text(box)


_BETWEEN = (
    *("", "", '<w:bookmarkStart w:id="5" w:name="数12"/><w:bookmarkEnd w:id="5"/>', "<w:r><w:softHyphen/></w:r>"),
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>77</w:t></w:r>",
    '<w:r><w:rPr><w:rStyle w:val="ac"/></w:rPr><w:t>66</w:t></w:r>',
    '<w:r><w:rPr><w:rStyle w:val="aa"/></w:rPr><w:footnoteReference w:id="2"/></w:r>',
    '<w:commentRangeStart w:id="2"/><w:commentRangeEnd w:id="2"/><w:r><w:commentReference w:id="2"/></w:r>',
    "<w:r><w:lastRenderedPageBreak/></w:r>",
    "<w:r><w:t>\u00ad</w:t></w:r>",
    "<w:r><w:t>\ufeff</w:t></w:r>",
    f"{field('XE 索引55', '')}",
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> IF </w:instrText></w:r>'
    f'{field("MERGEFIELD 申请数", "<w:r><w:t>44</w:t></w:r>")}<w:r><w:instrText> = 44 "" "" </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>',
)


@layout("docx/fields-and-marks")
def fields_and_marks(facts: Facts, rng: Random) -> Rendered:
    """Fields, contents, links, notes, marks and hidden words."""
    return FieldPen(varied(facts, rng), rng).rendered()
