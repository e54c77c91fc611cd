"""Word files exported as PDF by an office program."""

from __future__ import annotations

from random import Random

from tests.factory.docx.converted import converted
from tests.factory.docx.drawn import BoxPen
from tests.factory.docx.numbered import NumberedPen
from tests.factory.docx.split import SplitPen, UprightPen
from tests.factory.docx.variety import varied
from tests.factory.docx.word import AcrossPen, FillerPen, WordPen
from tests.factory.docx.wps import WpsPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout

_PENS = (WordPen, WordPen, WpsPen, SplitPen, UprightPen, FillerPen, AcrossPen, NumberedPen, BoxPen)


@layout("pdf/office", needs="soffice")
def office(facts: Facts, rng: Random) -> Rendered:
    """Whatever a Word file holds, printed by LibreOffice."""
    pen = rng.choice(_PENS)(varied(facts, rng), rng)
    if isinstance(pen, BoxPen):
        pen.lettered = False
    drawn = pen.rendered()
    return drawn._replace(data=converted(drawn.data, ".docx", "pdf"), suffix=".pdf")
