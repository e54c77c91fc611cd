"""Word's own tables: merged cells in the three ways that occur, headers and footers, styles."""

from __future__ import annotations

from random import Random

from tests.factory.docx.parts import element
from tests.factory.docx.variety import varied
from tests.factory.docx.writing import Pen, placed_rows
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.prose import Chapter
from tests.factory.tables import Box, Table

_PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>3</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


class WordPen(Pen):
    """Word: headings as styles, a header, page numbers in the footer, revision ids, heads repeated on each page."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw whether headings are styles, and write the parts beside the document."""
        super().__init__(facts, rng)
        self.styled = rng.random() < 0.6
        self.parts["styles"] = element("w:styles", _styles())
        self.parts["header1"] = element("w:hdr", f"<w:p><w:r><w:t>{facts.agency}</w:t></w:r></w:p>")
        self.parts["footer1"] = element("w:ftr", f"<w:p><w:r><w:t>- </w:t></w:r>{_PAGE}<w:r><w:t> -</w:t></w:r></w:p>")

    def paragraph(self, inner: str, settings: str = "") -> str:
        """A paragraph with the ids of the editing sessions."""
        plain = super().paragraph(inner, settings)
        return plain.replace("<w:p>", f'<w:p w:rsidR="00{self.rng.randrange(16**6):06X}" w:rsidRDefault="00A1B2C3">', 1)

    def heading(self, chapter: Chapter) -> str:
        """A heading in a style, with the bookmark that a table of contents needs."""
        if not self.styled:
            return super().heading(chapter)
        mark = self.rng.randrange(10**8)
        inner = f'<w:bookmarkStart w:id="{mark}" w:name="_Toc{mark}"/>{self.runs(chapter.heading)}'
        return self.paragraph(f'{inner}<w:bookmarkEnd w:id="{mark}"/>', '<w:pStyle w:val="1"/>')

    def row_settings(self, at: int) -> str:
        """The first rows come again on every page."""
        return super().row_settings(at) + ("<w:tblHeader/>" if at < 2 else "")

    def body(self) -> str:
        """The body with its header and footer."""
        numbers = {name: at for at, name in enumerate(self.parts, 1)}
        links = (
            f'<w:headerReference w:type="default" r:id="rId{numbers["header1"]}"/>'
            f'<w:footerReference w:type="default" r:id="rId{numbers["footer1"]}"/>'
        )
        return super().body().replace("<w:sectPr>", f"<w:sectPr>{links}", 1)


def _styles() -> str:
    heading = '<w:name w:val="heading 1"/><w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>'
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
        f'<w:style w:type="paragraph" w:styleId="1">{heading}</w:style>'
        '<w:style w:type="paragraph" w:styleId="a4"><w:name w:val="Title"/></w:style>'
    )


class FillerPen(WordPen):
    """Tables that were never merged: empty cells stand where the form has a wide or a high one."""

    def rows(self, table: Table, width: int) -> list[str]:
        """A cell for every column of every row; a box's text is in its first one."""
        found = []
        for at, placed in enumerate(placed_rows(table, width)):
            cells = []
            for _, box, starts in placed:
                single = box._replace(rowspan=1, colspan=1)
                cells.append(self.cell(single if starts else Box(""), 1, True))
                cells += [self.cell(Box(""), 1, True) for _ in range(box.colspan - 1)]
            found.append(self.row(cells, self.row_settings(at)))
        return found


class AcrossPen(WordPen):
    """Old Word and some converters: merged columns are cells of their own that say they go on (``w:hMerge``)."""

    def rows(self, table: Table, width: int) -> list[str]:
        """A cell for every column, the merged ones saying so."""
        found = []
        for at, placed in enumerate(placed_rows(table, width)):
            cells = []
            for _, box, starts in placed:
                first = self.cell(box, 1, starts)
                if box.colspan > 1:
                    first = first.replace("</w:tcPr>", '<w:hMerge w:val="restart"/></w:tcPr>', 1)
                cells.append(first)
                goes_on = '<w:hMerge w:val="continue"/>' if self.rng.random() < 0.5 else "<w:hMerge/>"
                down = "" if box.rowspan == 1 else '<w:vMerge w:val="restart"/>' if starts else "<w:vMerge/>"
                cells += [f"<w:tc><w:tcPr>{goes_on}{down}</w:tcPr><w:p/></w:tc>"] * (box.colspan - 1)
            found.append(self.row(cells, self.row_settings(at)))
        return found


@layout("docx/word-merged")
def merged(facts: Facts, rng: Random) -> Rendered:
    """Cells merged as today's Word does it (``gridSpan``, ``vMerge``)."""
    return WordPen(varied(facts, rng), rng).rendered()


@layout("docx/word-fillers")
def fillers(facts: Facts, rng: Random) -> Rendered:
    """Empty filler cells in place of merged ones."""
    return FillerPen(varied(facts, rng), rng).rendered()


@layout("docx/word-old-merges")
def across(facts: Facts, rng: Random) -> Rendered:
    """Columns merged by ``hMerge``."""
    return AcrossPen(varied(facts, rng), rng).rendered()
