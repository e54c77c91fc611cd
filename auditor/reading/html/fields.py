"""What a page tells about its article outside of it: the title and the date of publication."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lxml.html import HtmlElement

from auditor.reading.blocks import Block, Grid, Paragraph
from auditor.reading.dates import plain_date, stated_date
from auditor.reading.headings import heading_of
from auditor.reading.html.walking import Placed
from auditor.reading.identity import title_of

_DATE_METAS = frozenset({"pubdate", "publishdate", "publish_date", "publishtime", "article:published_time"})
_TITLE_METAS = frozenset({"articletitle", "og:title"})
_PARTS = re.compile(r"[-_|—–]|\s-\s")
_NEAR = 30
"""A title stands at most so many lines above its article."""
_LONGEST_TITLE_LINES = 3


class Head:
    """The fields of a page's head, taken before the tree is cut down to what is shown."""

    def __init__(self, root: HtmlElement) -> None:
        self.titles: list[str] = []
        self.dates: list[str] = []
        for meta in root.iter("meta"):
            content = meta.get("content")
            name = (meta.get("name") or meta.get("property") or "").lower()
            if content and name in _TITLE_METAS:
                self.titles.append(content)
            elif content and name in _DATE_METAS:
                self.dates.append(content)
        self.titles += [text for title in root.iter("title") if (text := title.text)]


def title_hint(head: Head, before: Sequence[Placed]) -> str | None:
    """The report's title in the lines above the article, the nearest first, or in the page's own fields."""
    lines = [item.block.text for item in before if isinstance(item.block, Paragraph) and not item.is_link][-_NEAR:]
    for end in range(len(lines), 0, -1):
        nearest = title_of(lines[end - 1 : end])
        if nearest.title is not None and not nearest.agency:
            nearest = title_of(lines[max(end - _LONGEST_TITLE_LINES, 0) : end])
        if nearest.agency:
            return nearest.title
    for written in (*head.titles, *_cells(before)):
        for piece in (written, *_PARTS.split(written)):
            found = title_of([piece.strip()])
            if found.title is not None and found.agency:
                return found.title
    return None


def _cells(before: Sequence[Placed]) -> Iterator[str]:
    """The cells of tables of fields (名称, 标题)."""
    for item in before:
        if isinstance(item.block, Grid):
            yield from (slot.text for slot in item.block.slots if len(slot.text) > 10)


def published(head: Head, placed: Sequence[Placed]) -> str | None:
    """The date of publication that the page states, ISO."""
    for content in head.dates:
        found = plain_date(content)
        if found is not None:
            return found.isoformat()
    for item in placed:
        for text in _date_texts(item.block):
            found = stated_date(text)
            if found is not None:
                return found.isoformat()
        if isinstance(item.block, Paragraph) and not item.is_link and heading_of(item.block.text) is not None:
            break
    return None


def _date_texts(block: Block) -> Iterator[str]:
    """Short lines, and the rows of a table of metadata."""
    if isinstance(block, Paragraph) and len(block.text) < 200:
        yield block.text
    if isinstance(block, Grid) and block.rows < 12:
        for number in range(block.rows):
            yield " ".join(slot.text for slot in block.slots if slot.row == number)
