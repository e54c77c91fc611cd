"""Reports that LibreOffice saved: as DOCX, and in the older formats that are read through it again.

One report costs one run of the program (1 to 2 s), one in an older format another to read it.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from random import Random

from auditor.reading.office.converting import finished
from tests.factory.docx.drawn import BoxPen
from tests.factory.docx.numbered import NumberedPen
from tests.factory.docx.revised import ReviewPen
from tests.factory.docx.split import SplitPen, UprightPen
from tests.factory.docx.variety import varied
from tests.factory.docx.word import AcrossPen, FillerPen, WordPen
from tests.factory.docx.wps import WpsPen
from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout

# Templates are not among them: LibreOffice 7.4 writes the text of a control in a control several times.
# RTF keeps neither all boxes nor counted numbers when LibreOffice writes it: such a file says something else.
_PLAIN = (WordPen, WpsPen, SplitPen, UprightPen, FillerPen, AcrossPen)
_ALL = (*_PLAIN, BoxPen, NumberedPen, ReviewPen)
# A column grid that fits no row makes columns without width: LibreOffice joins or loses some when it saves them.
_GRIDS_THAT_FIT = tuple(pen for pen in _ALL if pen is not WpsPen)
# Rows and cells under revision come out twice or not at all when it saves them as DOC.
_KEPT_BY_DOC = tuple(pen for pen in _GRIDS_THAT_FIT if pen is not ReviewPen)


def converted(data: bytes, suffix: str, target: str) -> bytes:
    """A file saved by LibreOffice in another format; ``target`` is the format, with its filter where it has several."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        folder = Path(name)
        source = folder / f"report{suffix}"
        source.write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = [
            "soffice",
            profile,
            "--headless",
            "--convert-to",
            target,
            "--outdir",
            str(folder / "out"),
            str(source),
        ]
        # The program starts others, which would go on for ever without their folder.
        if not finished(command, folder, 120):
            raise TimeoutError(f"LibreOffice did not finish {target}")
        return (folder / "out" / f"report.{target.partition(':')[0]}").read_bytes()


def _saved(facts: Facts, rng: Random, target: str, pens: tuple[type[WordPen] | type[WpsPen], ...]) -> Rendered:
    pen = rng.choice(pens)(varied(facts, rng), rng)
    if isinstance(pen, BoxPen):
        # It drops old lettering as well.
        pen.lettered = False
    if isinstance(pen, SplitPen):
        # A merge that goes on right below repeated heads is joined with them.
        pen.heads_again = False
    drawn = pen.rendered()
    return drawn._replace(data=converted(drawn.data, ".docx", target), suffix=f".{target.partition(':')[0]}")


@layout("docx/saved-by-libreoffice", needs="soffice")
def saved_docx(facts: Facts, rng: Random) -> Rendered:
    """DOCX as LibreOffice writes it."""
    return _saved(facts, rng, "docx:MS Word 2007 XML", _ALL)


@layout("docx/doc-through-libreoffice", needs="soffice")
def doc(facts: Facts, rng: Random) -> Rendered:
    """Word 97 to 2003, under its own name or that of WPS."""
    drawn = _saved(facts, rng, "doc:MS Word 97", _KEPT_BY_DOC)
    return drawn._replace(suffix=rng.choice((".doc", ".doc", ".wps")))


@layout("docx/rtf-through-libreoffice", needs="soffice")
def rtf(facts: Facts, rng: Random) -> Rendered:
    """RTF, which is often named ``.doc``."""
    drawn = _saved(facts, rng, "rtf", _PLAIN)
    return drawn._replace(suffix=rng.choice((".rtf", ".doc")))


@layout("docx/odt-through-libreoffice", needs="soffice")
def odt(facts: Facts, rng: Random) -> Rendered:
    """OpenDocument text."""
    return _saved(facts, rng, "odt", _GRIDS_THAT_FIT)
