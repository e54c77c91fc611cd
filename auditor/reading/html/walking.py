"""The walk through a page's tree: text between two block boundaries is a paragraph, tables and images are blocks."""

from __future__ import annotations

import re
from typing import NamedTuple

from lxml.html import HtmlElement

from auditor.reading.blocks import Block, Grid, Paragraph, Picture
from auditor.reading.headings import heading_of
from auditor.reading.html.boxes import BOXES, box_rows
from auditor.reading.html.tables import is_tiny, parted, table_blocks
from auditor.reading.prose import clean

_BLOCK = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "tr", "td", "th", "table", "tbody", "thead", "tfoot", "section"}
    | {"article", "main", "header", "body", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "center", "form"}
    | {"fieldset", "figure", "figcaption", "pre", "hr", "address", "caption", "details", "summary", "legend", "menu"}
    | {"dialog", "hgroup"}
)
_KEEPS_LINES = re.compile(r"white-space\s*:\s*(?:pre|break-spaces)", re.IGNORECASE)
_DISPLAYS = re.compile(r"display\s*:\s*(?:(block|flex|grid|table|list-item)|inline)\b", re.IGNORECASE)
_LINE = "\u2029"
"""Stands for the end of a line that the page keeps."""
_TAB = "\x1f"
"""Stands for a tab of such a line."""
_FEWEST_TABS = 2
"""So many tabs within a line part the cells of a row."""
_INDENT = re.compile(r"(?<=\S)\s*[\u3000\u2003]{2,}(?=\S)")
_ABOVE = re.compile(r"[^\S\u3000\u2003\xa0]*(?:[\u3000\u2003\xa0][^\S\u3000\u2003\xa0]*){2}|\s*$")
"""How a line begins a paragraph, or holds none."""
_ENDS = frozenset("。！？；：!?;:”）)…")
_ICON = 60
"""No picture of a table is as low or narrow; in pixels."""
_LINKED = 0.9
"""The share of its letters from which a paragraph is nothing but links."""


class Placed(NamedTuple):
    """A block, the element that it comes from, and which share of its text is links."""

    block: Block
    element: HtmlElement
    linked: float = 0.0

    @property
    def is_link(self) -> bool:
        """Whether the paragraph is nothing but links."""
        return self.linked >= _LINKED


class Walker:
    """Walks the elements in order and gathers blocks."""

    def __init__(self, source: str) -> None:
        self.placed: list[Placed] = []
        self.follows: set[int] = set()
        """The places of lines that one line break alone parts from the line before."""
        self._styles_keep = "white-space" in source
        self._styles_display = "display" in source
        self._pieces: list[str] = []
        self._broken = -1
        """Where a line that goes on from the last would stand: right after it."""
        self._linked = 0
        self._paragraphs = 0
        self._tables = 0

    def walk(self, element: HtmlElement, link: bool = False, kept: bool = False) -> None:
        """Take in an element with all below it, but not the text after it; ``kept`` says that lines are kept."""
        tag = element.tag
        if tag == "img":
            self._picture(element)
            return
        if tag == "table" and self._table(element):
            return
        if tag in BOXES and self._box(element):
            return
        if tag == "br":
            self._break(element)
            return
        block = tag in _BLOCK
        if self._styles_display:
            block = _is_block(element, block)
        if block:
            self._bound(element)
            kept = kept or tag == "pre" or (self._styles_keep and _keeps_lines(element))
        link = link or (tag == "a" and element.get("href") is not None)
        if element.text:
            self._add(element.text, link, kept)
        for child in element:
            self.walk(child, link, kept)
            if child.tail:
                self._add(child.tail, link, kept)
        if block:
            self._bound(element)

    def _bound(self, element: HtmlElement) -> None:
        """End the paragraph where an element of its own begins or ends."""
        self.close(element)
        self._broken = -1

    def _break(self, element: HtmlElement) -> None:
        """End a line; a second break right after it leaves a line blank."""
        ended = self.close(element)
        self._broken = len(self.placed) if ended else -1

    def _table(self, table: HtmlElement) -> bool:
        """Take in a table of data; False where it only lays out a page."""
        found = table_blocks(table, f"表{self._tables + 1}")
        if found is None:
            return False
        self.close(table)
        self._tables += 1
        linked = 0.0
        links = sum(1 for anchor in table.iter("a") if anchor.get("href") is not None)
        if links and len(found) == 1 and isinstance(found[0], Grid):
            # A menu: most of its cells are links.
            linked = links / (sum(1 for slot in found[0].slots if slot.text) or 1)
        self.placed += [Placed(block, table, min(linked, 1.0)) for block in found]
        return True

    def _box(self, box: HtmlElement) -> bool:
        """Take in a table that is made of other elements."""
        rows = box_rows(box)
        if rows is None:
            return False
        self.close(box)
        self._tables += 1
        found = parted(rows, max(map(len, rows)), f"表{self._tables}")
        self.placed += [Placed(block, box) for block in found]
        return True

    def _add(self, text: str, link: bool, kept: bool) -> None:
        self._pieces.append(text.replace("\n", _LINE).replace("\t", _TAB) if kept else text)
        if link:
            self._linked += len(text.strip())

    def close(self, element: HtmlElement) -> bool:
        """End the paragraph; whether there was any."""
        if not self._pieces:
            return False
        whole = "".join(self._pieces)
        before = len(self.placed)
        kept = _LINE in whole
        for line in whole.split(_LINE) if kept else (whole,):
            if len(self.placed) == self._broken and not _ABOVE.match(line):
                self.follows.add(self._broken)
            for text in _indented(line):
                self._paragraphs += 1
                linked = min(self._linked / len(text), 1.0) if self._linked else 0.0
                self.placed.append(Placed(Paragraph(text, f"第{self._paragraphs}段"), element, linked))
            self._broken = len(self.placed) if kept and not line.isspace() and line else -1
        self._pieces.clear()
        self._linked = 0
        return len(self.placed) > before

    def _picture(self, element: HtmlElement) -> None:
        if not is_tiny(element, _ICON):
            self.placed.append(Placed(Picture(f"第{self._paragraphs}段之后"), element))


def _is_block(element: HtmlElement, by_tag: bool) -> bool:
    """Whether an element is drawn as a block: as its style says, else by its tag."""
    style = element.get("style")
    found = _DISPLAYS.search(style) if style is not None else None
    return by_tag if found is None else found[1] is not None


def _keeps_lines(element: HtmlElement) -> bool:
    style = element.get("style")
    return style is not None and _KEEPS_LINES.search(style) is not None


def _indented(line: str) -> list[str]:
    """The paragraphs of a line: one, or several that only their indents tell apart."""
    if _TAB in line:
        line = line.replace(_TAB, "|" if _is_row(line) else " ")
    text = clean(line)
    if not text:
        return []
    if "\u3000\u3000" not in line and "\u2003\u2003" not in line:
        return [text]
    found: list[str] = []
    for piece in map(clean, _INDENT.split(line)):
        if found and not (found[-1][-1] in _ENDS or _is_heading(found[-1]) or _is_heading(piece)):
            found[-1] += " " + piece
        elif piece:
            found.append(piece)
    return list(map(clean, found))


def _is_row(line: str) -> bool:
    """Whether tabs part the cells of a line: several, or one before a number."""
    last = line.rpartition(_TAB)[2]
    return line.lstrip().count(_TAB) >= _FEWEST_TABS or last.strip().isdecimal()


def _is_heading(text: str) -> bool:
    heading = heading_of(text)
    return heading is not None and heading.rank > 0
