"""What is drawn instead of written: text boxes with their older form beside them, pictures in place of tables."""

from __future__ import annotations

from collections.abc import Iterable
from random import Random

from tests.factory.docx.parts import image
from tests.factory.docx.variety import varied
from tests.factory.docx.word import WordPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import WIDTH

_SHAPE = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"


class BoxPen(WordPen):
    """Title, prose or tables in text boxes; each stands twice in the file, for new and for old programs."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw what stands in boxes."""
        super().__init__(facts, rng)
        self.title_boxed = rng.random() < 0.6
        self.prose_share = rng.choice((0.0, 0.3, 1.0))
        self.tables_boxed = rng.random() < 0.2
        self.lettered = rng.random() < 0.2

    def boxed(self, inner: str) -> str:
        """A paragraph with a text box anchored in it."""
        number = self.rng.randrange(10**6)
        content = f"<w:txbxContent>{inner}</w:txbxContent>"
        drawing = (
            '<w:drawing><wp:anchor simplePos="0" relativeHeight="2" behindDoc="0"><wp:extent cx="5270000" cy="900000"/>'
            f'<wp:docPr id="{number}" name="文本框 {number}"/><a:graphic><a:graphicData uri="{_SHAPE}"><wps:wsp>'
            f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx>{content}</wps:txbx><wps:bodyPr/></wps:wsp>'
            "</a:graphicData></a:graphic></wp:anchor></w:drawing>"
        )
        old = (
            f'<w:pict><v:shape id="_x0000_s{number}" o:spt="202" type="#_x0000_t202" style="width:415pt;height:70pt">'
            f"<v:textbox>{content}</v:textbox></v:shape></w:pict>"
        )
        both = (
            f'<mc:AlternateContent><mc:Choice Requires="wps">{drawing}</mc:Choice>'
            f"<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"
        )
        return self.paragraph(f"<w:r>{both if self.rng.random() < 0.8 else old}</w:r>")

    def title(self, text: str) -> str:
        """The title in a box, or as lettering."""
        if self.lettered:
            shape = f'<v:shape style="width:400pt;height:60pt"><v:textpath string="{text}"/></v:shape>'
            return self.paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>")
        return self.boxed(super().title(text)) if self.title_boxed else super().title(text)

    def prose(self, text: str) -> str:
        """A paragraph, sometimes in a box."""
        plain = super().prose(text)
        return self.boxed(plain) if self.rng.random() < self.prose_share else plain

    def tables(self, part: str) -> str:
        """The tables, sometimes in a box of their own."""
        return self.boxed(super().tables(part) + "<w:p/>") if self.tables_boxed else super().tables(part)


class PicturePen(WordPen):
    """One table or more pasted as a picture."""

    def __init__(self, facts: Facts, rng: Random) -> None:
        """Draw which tables are pictures."""
        super().__init__(facts, rng)
        self.pictured = rng.sample(list(WIDTH), rng.randint(1, 3))
        self.parts["media/image1.png"] = image()

    def tables(self, part: str) -> str:
        """A picture or the table."""
        if part not in self.pictured:
            return super().tables(part)
        number = len(self.parts)
        if self.rng.random() < 0.3:
            shape = f'<v:shape style="width:410pt;height:230pt"><v:imagedata r:id="rId{number}"/></v:shape>'
            return self.paragraph(f"<w:r><w:pict>{shape}</w:pict></w:r>")
        blip = f'<pic:blipFill><a:blip r:embed="rId{number}"/></pic:blipFill>'
        graphic = f"<a:graphic><a:graphicData><pic:pic>{blip}<pic:spPr/></pic:pic></a:graphicData></a:graphic>"
        inline = f'<wp:inline><wp:extent cx="5270000" cy="3100000"/>{graphic}</wp:inline>'
        return self.paragraph(f"<w:r><w:drawing>{inline}</w:drawing></w:r>")

    def lost(self) -> list[str]:
        """The cells of the pictured tables; that 三（六） is one row of a 2021 table nobody can know without it."""
        lost = [address for address in self.facts.cells if address.partition(".")[0] in self.pictured]
        old = self.facts.table_format == "2019"
        return [address for address in lost if old or not address.startswith("requests.other.all.")]

    def rendered(self, lost: Iterable[str] = ()) -> Rendered:
        """The drawing, without the cells of the pictured tables."""
        drawn = super().rendered(self.lost())
        shown = {
            address: text for address, text in drawn.cells.items() if address.partition(".")[0] not in self.pictured
        }
        return drawn._replace(cells=shown)


@layout("docx/text-boxes")
def text_boxes(facts: Facts, rng: Random) -> Rendered:
    """Text boxes with both of their forms."""
    return BoxPen(varied(facts, rng), rng).rendered()


@layout("docx/pictures")
def pictures(facts: Facts, rng: Random) -> Rendered:
    """Tables as pictures: their cells are not determined."""
    return PicturePen(varied(facts, rng), rng).rendered()
