"""HTML pages: the article's paragraphs, tables and pictures, without the page around it.

lxml rather than selectolax: on a real page both walk all elements in the same time (0.7 ms), and DOCX
needs lxml anyway.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from auditor.errors import ReadingError
from auditor.model import ReadingNote
from auditor.reading import notes
from auditor.reading.blocks import Block, Document, Grid, Paragraph, Picture
from auditor.reading.dates import plain_date, stated_date
from auditor.reading.encoding import Decoded, decode
from auditor.reading.headings import heading_of
from auditor.reading.html.article import Placed, article
from auditor.reading.html.tables import SKIPPED, grid_of
from auditor.reading.identity import title_of
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.prose import clean

_BLOCK = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "tbody", "thead", "tfoot", "section"}
    | {"article", "main", "header", "body", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "form"}
    | {"fieldset", "figure", "figcaption", "pre", "hr", "br", "address", "caption"}
)
_HIDDEN = re.compile(r"display\s*:\s*none|mso-hide\s*:\s*all", re.IGNORECASE)
_DATE_METAS = frozenset({"pubdate", "publishdate", "publish_date", "publishtime", "article:published_time"})
_TITLE_METAS = frozenset({"articletitle", "og:title"})


class _Walker:
    """Walks the elements in order and gathers blocks; text between two block boundaries is a paragraph."""

    def __init__(self) -> None:
        self.placed: list[Placed] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._paragraphs = 0
        self._tables = 0

    def walk(self, element: HtmlElement, link: bool = False) -> None:
        """Take in an element with all below it, but not the text after it."""
        tag = element.tag
        if tag == "img":
            self._picture(element)
            return
        if tag == "table":
            grid = grid_of(element, f"表{self._tables + 1}")
            if grid is not None:
                self.close(element)
                self._tables += 1
                self.placed.append(Placed(grid, element))
                return
        block = tag in _BLOCK
        if block:
            self.close(element)
        link = link or (tag == "a" and element.get("href") is not None)
        if element.text:
            self._add(element.text, link)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in SKIPPED and not _is_hidden(child):
                self.walk(child, link)
            if child.tail:
                self._add(child.tail, link)
        if block:
            self.close(element)

    def _add(self, text: str, link: bool) -> None:
        self._pieces.append(text)
        if link:
            self._linked += len(text.strip())

    def close(self, element: HtmlElement) -> None:
        """End the paragraph; one that is nothing but links belongs to the page, not to the article."""
        if not self._pieces:
            return
        text = clean("".join(self._pieces))
        if text and self._linked < len(text) * 0.9:
            self._paragraphs += 1
            self.placed.append(Placed(Paragraph(text, f"第{self._paragraphs}段"), element))
        self._pieces.clear()
        self._linked = 0

    def _picture(self, element: HtmlElement) -> None:
        sizes = [int(size) for name in ("width", "height") if (size := element.get(name, "")).isdecimal()]
        if not any(size < 60 for size in sizes):
            self.placed.append(Placed(Picture(f"第{self._paragraphs}段之后"), element))


def _is_hidden(element: HtmlElement) -> bool:
    style = element.get("style")
    return style is not None and _HIDDEN.search(style) is not None


def _tree(decoded: Decoded, path: Path) -> HtmlElement:
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(decoded.text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise ReadingError("not_a_report", path=path) from fault
    if root is None:
        raise ReadingError("not_a_report", path=path)
    return root


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The document of a page.

    Raises:
        ReadingError: the bytes are no text or no page, or the page is far too large.
    """
    if data.count(b"<") > limits.html_tags:
        raise ReadingError("too_complex", path=path)
    decoded = decode(data, path, markup=True)
    root = _tree(decoded, path)
    walker = _Walker()
    body = root.find("body")
    top = body if body is not None else root
    walker.walk(top)
    walker.close(top)
    inner = article(walker.placed)
    before = walker.placed[: inner.start]
    inside = walker.placed[inner.start : inner.stop]
    said: tuple[ReadingNote, ...] = ()
    if decoded.wrong is not None:
        said = (notes.encoding_wrong(decoded.wrong, decoded.encoding),)
    return Document(
        "html",
        tuple(placed.block for placed in inside),
        title_hint=_title(root, before),
        published=_published(root, walker.placed[: inner.stop]),
        notes=said,
    )


def _metas(root: HtmlElement, names: frozenset[str]) -> Iterator[str]:
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in names and meta.get("content"):
            yield meta.get("content")


def _title(root: HtmlElement, before: Sequence[Placed]) -> str | None:
    """The report's title in the page's own fields or in the lines above the article."""
    lines = [placed.block.text for placed in before if isinstance(placed.block, Paragraph)]
    above = title_of(lines[-30:])
    if above.title is not None:
        return above.title
    heads = [*_metas(root, _TITLE_METAS), *(text for title in root.iter("title") if (text := title.text))]
    for head in heads:
        for piece in (head, *re.split(r"[-_|—]|\s-\s", head)):
            found = title_of([piece.strip()])
            if found.title is not None:
                return found.title
    return None


def _published(root: HtmlElement, placed: Sequence[Placed]) -> str | None:
    """The date of publication that the page states, ISO."""
    for content in _metas(root, _DATE_METAS):
        found = plain_date(content)
        if found is not None:
            return found.isoformat()
    for item in placed:
        for text in _date_texts(item.block):
            found = stated_date(text)
            if found is not None:
                return found.isoformat()
        if isinstance(item.block, Paragraph) and heading_of(item.block.text) is not None:
            break
    return None


def _date_texts(block: Block) -> Iterator[str]:
    """Short lines, and the rows of a table of metadata."""
    if isinstance(block, Paragraph) and len(block.text) < 200:
        yield block.text
    if isinstance(block, Grid) and block.rows < 12:
        for number in range(block.rows):
            yield " ".join(slot.text for slot in block.slots if slot.row == number)
