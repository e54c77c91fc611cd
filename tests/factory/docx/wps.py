"""WPS: its own names and styles, column grids that fit no row, spans given by widths as well."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from tests.factory.docx.parts import WPS_NAMES, element, packed
from tests.factory.docx.variety import varied
from tests.factory.docx.writing import Pen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import Box, Table

_STYLES = (
    '<w:style w:type="paragraph" w:default="1" w:styleId="1"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="2"><w:name w:val="heading 1"/><w:basedOn w:val="1"/></w:style>'
    '<w:style w:type="table" w:default="1" w:styleId="3"><w:name w:val="Normal Table"/></w:style>'
    '<w:style w:type="character" w:customStyle="1" w:styleId="9"><w:name w:val="font11"/></w:style>'
)


class WpsPen(Pen):
    """A document saved by WPS Writer."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Write the parts that WPS adds."""
        super().__init__(facts, rng)
        self.parts["styles"] = element("w:styles", _STYLES, WPS_NAMES)
        self.finest = rng.choice((1, 1, 2, 3))

    def runs(self, text: str, settings: str = "") -> str:
        """Numbers stand in runs of their own with another language; spaces are pushed between."""
        return super().runs(text, f'{settings}<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar"/>')

    def paragraph(self, inner: str, settings: str = "") -> str:
        """A paragraph with all that WPS says of each one."""
        more = '<w:keepNext w:val="0"/><w:keepLines w:val="0"/><w:widowControl/><w:suppressLineNumbers w:val="0"/>'
        return super().paragraph(inner, more + settings + '<w:rPr><w:rFonts w:hint="default"/></w:rPr>')

    def cell_settings(self, box: Box, span: int, starts: bool) -> str:
        """Columns in a grid finer than the table needs; all spans are multiples."""
        wide = span * self.finest
        found = f'<w:tcW w:w="{850 * span}" w:type="dxa"/>'
        if wide > 1:
            found += f'<w:gridSpan w:val="{wide}"/>'
        if box.rowspan > 1:
            found += '<w:vMerge w:val="restart"/>' if starts else '<w:vMerge w:val="continue"/>'
        return found + '<w:noWrap w:val="0"/><w:tcMar><w:left w:w="57" w:type="dxa"/></w:tcMar>'

    def table_of(self, rows: Iterable[str], width: int) -> str:
        """A table whose grid is empty, too short, or of another table."""
        found = super().table_of(rows, width)
        start, end = found.index("<w:tblGrid>"), found.index("</w:tblGrid>")
        other = self.rng.choice((0, 1, 3, width - 1, width + 4))
        return found[:start] + "<w:tblGrid>" + '<w:gridCol w:w="850"/>' * other + found[end:]

    def data(self) -> bytes:
        """The file."""
        custom = '<wpsCustomData:tagList tagPath="" tagId=""/>'
        settings = element("w:settings", '<w:zoom w:percent="100"/><w:docVars/>', WPS_NAMES)
        document = element("w:document", self.body(), WPS_NAMES)
        parts = {"settings": settings, **self.parts, "customXml/item1.xml": element("w:tags", custom, WPS_NAMES)}
        return packed({"document": document, **parts})


class RaggedPen(WpsPen):
    """A table drawn by hand: each row has a column grid of its own, so the same column starts elsewhere."""

    def table(self, table: Table, width: int) -> str:
        """A table whose rows of data are shifted against its heads by slivers of columns."""
        rows = []
        for at, row in enumerate(self.rows(table, width)):
            # A sliver: the first cell spans one column more than in the row above.
            rows.append(row if at % 3 else _widened(row))
        return self.table_of(rows, width)


def _widened(row: str) -> str:
    start = row.find("</w:tcPr>")
    head = row[:start]
    if "<w:vMerge" in row or "<w:gridSpan" in head:
        return row
    return row.replace("<w:noWrap", '<w:gridSpan w:val="2"/><w:noWrap', 1)


@layout("docx/wps")
def wps(facts: Facts, rng: Random) -> Rendered:
    """A report written in WPS."""
    return WpsPen(varied(facts, rng), rng).rendered()


@layout("docx/wps-ragged")
def ragged(facts: Facts, rng: Random) -> Rendered:
    """A report whose tables were drawn by hand in WPS."""
    return RaggedPen(varied(facts, rng), rng).rendered()
