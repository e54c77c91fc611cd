"""What reading a file is compared with, format by format: the library call that a user would otherwise make.

HTML: ``lxml.html`` to the page's bare text; PDF: pdfplumber's tables of every page; DOCX: opening the file
with python-docx, which reads no text yet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
OWN = ROOT / "examples" / "clean"
# Real reports stand beside the repository on some machines; they are no part of the project.
REAL = ROOT.parent / "shared" / "real"

Call = Callable[[], object]


class Compared(NamedTuple):
    """A format's reader against a library: ``theirs`` makes the other call for a file."""

    pattern: str
    against: str
    goal: Decimal
    theirs: Callable[[Path], Call]

    def files(self) -> Iterator[Path]:
        """The files measured: our own example, and the real ones where they are."""
        yield from sorted(OWN.glob(f"2024{self.pattern}"))
        yield from sorted(REAL.glob(f"*{self.pattern}"))

    def pair(self, path: Path) -> tuple[Call, Call]:
        """Reading with this product, and the other call."""
        import auditor

        return lambda: auditor.read(path), self.theirs(path)


def _html(path: Path) -> Call:
    import lxml.html

    return lambda: lxml.html.fromstring(path.read_bytes()).text_content()


def _pdf(path: Path) -> Call:
    import pdfplumber

    def tables() -> object:
        with pdfplumber.open(path) as document:
            return [page.extract_tables() for page in document.pages]

    return tables


def _docx(path: Path) -> Call:
    import docx

    return lambda: docx.Document(str(path))


COMPARED = (
    Compared(".html", "lxml text_content()", Decimal(8), _html),
    Compared(".pdf", "pdfplumber extract_tables()", Decimal("0.25"), _pdf),
    Compared(".docx", "opening it with python-docx", Decimal("2.5"), _docx),
)
