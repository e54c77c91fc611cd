"""DOCX: the body's paragraphs, tables and pictures in order, with all tracked changes accepted.

python-docx opens the package; the body is walked in its XML tree, because merged cells, insertions, text
boxes and automatic numbers are only there.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
from docx.exceptions import PythonDocxError
from lxml.etree import LxmlError, XPath

from auditor.errors import ReadingError
from auditor.reading.blocks import Block, Document, Grid, Paragraph, Picture, Slot
from auditor.reading.docx.names import ALTERNATE, child_of, value_of, w
from auditor.reading.docx.numbering import Numbering
from auditor.reading.docx.tables import Shape, children, has_tables, layout
from auditor.reading.docx.text import Vocabulary, alternative, inline, settings_of
from auditor.reading.limits import DEFAULT, MEGABYTE, Limits

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# Every way in which opening a damaged package makes zipfile, lxml or python-docx give up.
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    LxmlError,
    PythonDocxError,
    KeyError,
    IndexError,
    ValueError,
    AttributeError,
    TypeError,
    EOFError,
    OSError,
    NotImplementedError,
    RuntimeError,
)

_PARAGRAPH, _TABLE = w("p"), w("tbl")
_COUNT_PARTS = XPath("count(descendant::w:p) + count(descendant::w:tc)", namespaces={"w": w("p")[1:-2]})
_UNSEEN = frozenset(map(w, ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "customXmlPr")))


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The paragraphs, tables and pictures of a DOCX file in reading order.

    Raises:
        ReadingError: encrypted, an old .doc, broken, or beyond the limits.
    """
    _check_package(data, path, limits)
    try:
        document: Any = docx.Document(BytesIO(data))
        body, styles, numbering = document.element.body, document.styles.element, _numbering_of(document)
    except _DAMAGE as fault:
        raise ReadingError("damaged", path=path, format="DOCX") from fault
    if body is None:
        raise ReadingError("damaged", path=path, format="DOCX")
    if _COUNT_PARTS(body) > limits.paragraphs:
        raise ReadingError("docx_too_big", path=path)
    walk = _Walk(Numbering(numbering, styles), Vocabulary.of(body), Shape.of(body))
    found = tuple(walk.blocks(body))
    return Document("docx", found, title_hint=walk.title)


def _check_package(data: bytes, path: Path, limits: Limits) -> None:
    if data.startswith(_OLE):
        raise ReadingError("encrypted" if _ENCRYPTED in data else "old_word", path=path)
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            members = package.infolist()
    except _DAMAGE as fault:
        raise ReadingError("damaged", path=path, format="DOCX") from fault
    most = limits.docx_part_megabytes * MEGABYTE
    if (
        len(members) > limits.docx_members
        or sum(member.file_size for member in members) > limits.docx_unpacked_megabytes * MEGABYTE
        or any(member.file_size > most and member.filename.endswith((".xml", ".rels")) for member in members)
    ):
        raise ReadingError("docx_too_big", path=path)


class _Walk:
    """One way through a document's body, with what runs along: numbers, places, the title."""

    def __init__(self, numbering: Numbering, vocabulary: Vocabulary, shape: Shape) -> None:
        self._numbering = numbering
        self._vocabulary = vocabulary
        self._shape = shape
        self._paragraphs = self._tables = 0
        self._unfinished = ""
        self._title: list[str] = []
        self._before_text = True

    @property
    def title(self) -> str | None:
        """The centred lines that the document begins with."""
        return "".join(self._title) or None

    def blocks(self, body: Any) -> Iterator[Block]:
        """All blocks in reading order."""
        yield from self._blocks(body)
        if self._unfinished:
            yield Paragraph(self._unfinished, f"第{self._paragraphs}段")

    def _blocks(self, container: Any) -> Iterator[Block]:
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == _TABLE:
                yield from self._table(child)
            elif tag == ALTERNATE:
                yield from self._blocks(alternative(child))
            elif isinstance(tag, str) and tag not in _UNSEEN:
                yield from self._blocks(child)

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self._paragraphs += 1
        where = f"第{self._paragraphs}段"
        settings = settings_of(element, self._vocabulary)
        content = inline(element, self._vocabulary)
        text = self._unfinished + self._numbering.prefix(settings) + content.text
        if settings.runs_on:
            self._unfinished = text
        else:
            self._unfinished = ""
            # A line break inside a paragraph is how web text and hurried typing part paragraphs.
            lines = [line for line in map(str.strip, text.split("\n")) if line]
            self._note_title(lines, element)
            for line in lines:
                yield Paragraph(line, where)
        for _ in range(content.pictures):
            self._before_text = False
            yield Picture(where)
        for box in content.boxes:
            yield from self._blocks(box)

    def _note_title(self, lines: list[str], element: Any) -> None:
        if not lines or not self._before_text:
            return
        properties = child_of(element, "pPr")
        centred = value_of(properties, "jc") == "center" or (value_of(properties, "pStyle") or "").lower() == "title"
        if centred:
            self._title += lines
        else:
            self._before_text = False

    def _table(self, element: Any) -> Iterator[Block]:
        self._tables += 1
        where = f"表{self._tables}"
        self._before_text = False
        cells, rows, columns = layout(element, self._shape)
        if all(cell.column == 0 and cell.colspan == columns for cell in cells):
            # One column is a frame around text, or the page itself laid out as a table.
            for cell in cells:
                yield from self._blocks(cell.element)
            return
        slots = tuple(Slot(*cell[:4], self._cell_text(cell.element)) for cell in cells)
        yield Grid(slots, rows, columns, where)
        if has_tables(element):
            for cell in cells:
                for table in children(cell.element, _TABLE, self._shape):
                    yield from self._table(table)

    def _cell_text(self, cell: Any) -> str:
        """The cell's paragraphs, one a line; a table inside it stands after the outer one."""
        lines: list[str] = []
        unfinished = ""
        for paragraph in children(cell, _PARAGRAPH, self._shape):
            settings = settings_of(paragraph, self._vocabulary)
            content = inline(paragraph, self._vocabulary)
            text = unfinished + self._numbering.prefix(settings) + content.text
            if settings.runs_on:
                unfinished = text
                continue
            unfinished = ""
            lines.append(text.strip())
            for box in content.boxes:
                lines += [block.text for block in self._blocks(box) if isinstance(block, Paragraph)]
        lines.append(unfinished)
        return "\n".join(line for line in lines if line)


def _numbering_of(document: Any) -> Any | None:
    for relation in document.part.rels.values():
        if not relation.is_external and relation.reltype.endswith("/numbering"):
            return relation.target_part.element
    return None
