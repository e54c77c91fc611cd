"""DOCX: the body's paragraphs, tables and pictures in order, with all tracked changes accepted.

Steps, each in its own module: ``package`` (the parts of the file, both dialects) -> ``styles`` (hidden text,
tables of contents) -> this walk through the body, which asks ``text`` for each paragraph's text and boxes,
``numbering`` for the number printed before it, ``tables`` for each table's cells at their grid positions,
``drawings`` for what a drawing holds and ``chunks`` for a web page kept inside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from lxml.etree import XPath

from auditor.errors import ReadingError
from auditor.reading.blocks import Block, Document, Grid, Paragraph, Picture
from auditor.reading.docx.chunks import chunk_blocks
from auditor.reading.docx.lines import lines_of
from auditor.reading.docx.names import ALTERNATE, RELATION, child_of, occurring, value_of, w
from auditor.reading.docx.numbering import NUMBERED, Numbering
from auditor.reading.docx.package import Package
from auditor.reading.docx.pieces import pieces
from auditor.reading.docx.styles import styles_of
from auditor.reading.docx.tables import Layout, Shape, children, has_tables, holds_page, layout
from auditor.reading.docx.text import (
    Vocabulary,
    alternative,
    empty_prompts,
    in_contents,
    inline,
    is_plain,
    plain_text,
    settings_of,
)
from auditor.reading.limits import DEFAULT, Limits

LONGEST_CELL = 200
"""A cell with more text holds an article or a column of a page, not a value or a label."""
LONGEST_HEAD = 60
"""A cell as wide as its table with more text is a paragraph of prose between rows, not a block's head."""

_PARAGRAPH, _TABLE, _CHUNK = w("p"), w("tbl"), w("altChunk")
_COUNT_PARTS = XPath("count(descendant::w:p) + count(descendant::w:tc)", namespaces={"w": w("p")[1:-2]})
_UNSEEN = frozenset(map(w, ("del", "moveFrom", "sectPr", "sdtPr", "sdtEndPr", "tcPr", "tblPr", "customXmlPr")))
_CONTENTS_GALLERY = "Table of Contents"
_CONTENTS_HEAD = re.compile(r"\s*目\s*[录次]\s*")


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The paragraphs, tables and pictures of a DOCX file in reading order.

    Raises:
        ReadingError: encrypted, an old .doc, broken, or beyond the limits.
    """
    package = Package(data, path, limits)
    body = package.body
    if _COUNT_PARTS(body) > limits.paragraphs + limits.cells:
        raise ReadingError("docx_too_big", path=path)
    empty_prompts(body)
    walk = _Walk(package, path, limits)
    found = tuple(walk.blocks(body))
    if walk.had_contents:
        found = tuple(block for block in found if not _heads_contents(block))
    return Document("docx", found, title_hint=walk.title)


class _Line(NamedTuple):
    """Text of paragraphs that run on into the next one: its number, what is there, what hangs in it."""

    number: str = ""
    text: str = ""


_NOTHING = _Line()


class _Walk:
    """One way through a document's body, with what runs along: numbers, places, the title."""

    def __init__(self, package: Package, path: Path, limits: Limits) -> None:
        self._package, self._path, self._limits = package, path, limits
        styles = styles_of(package)
        self._numbering = Numbering(package)
        self._vocabulary = Vocabulary.of(package.body, styles, numbered=package.styles_may_hold(NUMBERED))
        self._shape = Shape.of(package.body)
        self._contents_styles = styles.contents
        self._links = bool(occurring(package.body, (w("hyperlink"), w("instrText"))))
        self._paragraphs = self._tables = 0
        self._unfinished = _NOTHING
        self._title: list[str] = []
        self._before_text = True
        self.had_contents = False

    @property
    def title(self) -> str | None:
        """The centred lines that the document begins with."""
        return "".join(self._title) or None

    def blocks(self, body: Any) -> Iterator[Block]:
        """All blocks in reading order."""
        yield from self._blocks(body)
        yield from self._finish()

    def _finish(self) -> Iterator[Paragraph]:
        """What ran on to a place where no paragraph follows."""
        if self._unfinished is _NOTHING:
            return
        text = "".join(self._unfinished).strip()
        self._unfinished = _NOTHING
        if text:
            yield Paragraph(text, f"第{self._paragraphs}段")

    def _blocks(self, container: Any) -> Iterator[Block]:
        for child in container:
            tag = child.tag
            if tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif tag == _TABLE:
                yield from self._finish()
                yield from self._table(child)
            elif tag == ALTERNATE:
                yield from self._blocks(alternative(child))
            elif tag == _CHUNK:
                yield from self._finish()
                yield from chunk_blocks(self._package.chunk(child.get(RELATION, "")) or b"", self._path, self._limits)
            elif isinstance(tag, str) and tag not in _UNSEEN:
                if _is_contents(child):
                    self.had_contents = True
                else:
                    yield from self._blocks(child)

    def _text(self, element: Any) -> tuple[str | None, list[Any], int]:
        """The text that a paragraph completes (None if it runs on itself), its boxes and its pictures."""
        settings = settings_of(element, self._vocabulary)
        content = inline(element, self._vocabulary)
        number, before = self._unfinished
        if not before and not (settings.runs_on and not content.text):
            # Where paragraphs run into one, the first that has text gives the number.
            number = self._numbering.prefix(settings)
        text = before + content.text
        if settings.runs_on:
            self._unfinished = _Line(number, text)
            return None, content.boxes, content.pictures
        self._unfinished = _NOTHING
        return number + text, content.boxes, content.pictures

    def _paragraph(self, element: Any) -> Iterator[Block]:
        self._paragraphs += 1
        where = f"第{self._paragraphs}段"
        if self._is_contents_line(element):
            self.had_contents = True
            return
        text, boxes, pictures = self._text(element)
        if text:
            lines = lines_of(text)
            self._note_title(lines, element)
            for line in lines:
                yield Paragraph(line, where)
        for _ in range(pictures):
            self._before_text = False
            yield Picture(where)
        for box in boxes:
            yield from self._boxed(box, where)

    def _boxed(self, box: Any, where: str) -> Iterator[Block]:
        if isinstance(box, str):
            if box.strip():
                yield Paragraph(box.strip(), where)
            return
        unfinished, self._unfinished = self._unfinished, _NOTHING
        yield from self._blocks(box)
        yield from self._finish()
        self._unfinished = unfinished

    def _is_contents_line(self, element: Any) -> bool:
        if self._contents_styles and value_of(child_of(element, "pPr"), "pStyle") in self._contents_styles:
            return True
        return self._links and in_contents(element)

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
        table = layout(element, self._shape)
        if holds_page(table, element):
            yield from self._page(table)
            return
        before = self._numbering.state()
        boxed: list[Any] = []
        if is_plain(element, self._vocabulary):
            texts = [plain_text(cell.element, self._vocabulary) for cell in table.cells]
        else:
            texts = [self._cell_text(cell.element, boxed) for cell in table.cells]
        full = {at for at, cell in enumerate(table.cells) if cell.column == 0 and cell.colspan == table.columns}
        if any(len(text) > LONGEST_CELL and at not in full for at, text in enumerate(texts)):
            self._numbering.go_back(before)
            yield from self._page(table)
            return
        prose = {at for at in full if len(texts[at]) > LONGEST_HEAD}
        yield from pieces(table, texts, prose, where)
        for box in boxed:
            yield from (block for block in self._boxed(box, where) if isinstance(block, Grid))
        if has_tables(element):
            for cell in table.cells:
                for inner in children(cell.element, _TABLE, self._shape):
                    yield from self._table(inner)

    def _page(self, table: Layout) -> Iterator[Block]:
        """What stands in the cells of a table that lays out a page."""
        for cell in table.cells:
            yield from self._blocks(cell.element)
            yield from self._finish()

    def _cell_text(self, cell: Any, boxed: list[Any]) -> str:
        """The cell's paragraphs, one a line; a table inside it stands after the outer one.

        Boxes that hold tables are added to ``boxed``.
        """
        lines: list[str] = []
        for paragraph in children(cell, _PARAGRAPH, self._shape):
            text, boxes, _ = self._text(paragraph)
            if text:
                lines.append(text.strip())
            for box in boxes:
                lines += [block.text for block in self._boxed(box, "") if isinstance(block, Paragraph)]
                if not isinstance(box, str) and has_tables(box):
                    boxed.append(box)
        lines += [line.text for line in self._finish()]
        return "\n".join(line for line in lines if line)


def _heads_contents(block: Block) -> bool:
    return isinstance(block, Paragraph) and _CONTENTS_HEAD.fullmatch(block.text) is not None


def _is_contents(control: Any) -> bool:
    """Whether a content control holds a table of contents that Word made."""
    gallery = child_of(child_of(child_of(control, "sdtPr"), "docPartObj"), "docPartGallery")
    return gallery is not None and gallery.get(w("val")) == _CONTENTS_GALLERY
