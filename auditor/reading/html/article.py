"""Which blocks of a page are the article: what stands with the headings of the parts and the tables."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from lxml.html import HtmlElement

from auditor.reading.blocks import Block, Grid, Paragraph
from auditor.reading.headings import heading_of
from auditor.reading.tables.forms import find_row, form_of
from auditor.resources import load_lexicon


class Placed(NamedTuple):
    """A block and the element that it comes from."""

    block: Block
    element: HtmlElement


def article(placed: Sequence[Placed]) -> slice:
    """The blocks of the article: inside the smallest element that holds all headings of parts and tables."""
    anchors = [index for index, item in enumerate(placed) if _is_anchor(item.block)]
    if not anchors:
        return slice(0, len(placed))
    common = _common_ancestor([placed[index].element for index in anchors])
    start, stop = anchors[0], anchors[-1] + 1
    while common is not None and not _follows(placed, stop, common):
        common = common.getparent()
    while start and _inside(placed[start - 1].element, common):
        start -= 1
    end = stop
    while end < len(placed) and _inside(placed[end].element, common) and not _is_page_line(placed[end].block):
        end += 1
    return slice(start, end)


def _is_anchor(block: Block) -> bool:
    if isinstance(block, Paragraph):
        heading = heading_of(block.text)
        return heading is not None and heading.rank > 0
    if isinstance(block, Grid):
        form = form_of("2021")
        labels = (slot.text for slot in block.slots if slot.text and not slot.text.isdecimal())
        return any(find_row(form, label) is not None for label in labels)
    return False


def _common_ancestor(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    path = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        above = {element, *element.iterancestors()}
        while path and path[0] not in above:
            del path[0]
    if len(elements) == 1:
        return elements[0].getparent()
    return path[0] if path else None


def _follows(placed: Sequence[Placed], stop: int, common: HtmlElement) -> bool:
    """Whether text follows the last heading inside an element; the last part can't be without any."""
    return stop >= len(placed) or _inside(placed[stop].element, common)


def _inside(element: HtmlElement, common: HtmlElement | None) -> bool:
    if common is None:
        return True
    return element is common or any(above is common for above in element.iterancestors())


@cache
def _page_starts() -> tuple[str, ...]:
    return tuple(load_lexicon("outline")["page"]["starts"])


def _is_page_line(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.text.startswith(_page_starts())
