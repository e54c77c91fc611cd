"""Which blocks of a page are the article: what stands with the headings of the parts and the tables.

anchors (headings, tables of the report) -> the smallest element that holds them all -> its blocks, without the
page's own lines before the first anchor and from the first such line after the last
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from auditor.reading.blocks import Grid, Paragraph
from auditor.reading.headings import heading_of
from auditor.reading.html.walking import Placed
from auditor.reading.page_lines import is_page_field, is_page_line
from auditor.reading.tables.forms import dispute_keys, find_row, form_of, key_of
from auditor.reading.tables.values import looks_like_value

FEWEST_BLANK_ROWS = 3
"""So many labels with blank cells beside them make a table of the report; a menu has no cells beside."""
FEWEST_DISPUTES = 8
MOSTLY_LINKED = 0.4
SHORTEST_PREAMBLE = 20


class Article(NamedTuple):
    """The blocks of the article, those of the page before it, and all lines that are not the article's."""

    inside: list[Placed]
    before: list[Placed]
    left_out: tuple[Paragraph, ...] = ()


def article(placed: Sequence[Placed], anchors: Sequence[int]) -> Article:
    """The article among the blocks of a page, by its anchors; all of them where nothing shows where it stands."""
    if not anchors:
        return _parted(placed, [item for item in placed if not item.is_link], list(placed))
    common = _common_ancestor([placed[index].element for index in anchors])
    first, last = anchors[0], anchors[-1]
    while common is not None and not _holds_end(placed, last, common):
        common = common.getparent()
    start = first
    while start and _inside(placed[start - 1].element, common):
        start -= 1
    while start and _is_sentence(placed[start - 1]):
        start -= 1
    before = list(placed[:first])
    front = [item for item in placed[start:first] if not _is_page_front(item)]
    tail: list[Placed] = []
    for item in placed[last + 1 :]:
        if not _inside(item.element, common) or _ends_article(item):
            break
        if not item.is_link:
            tail.append(item)
    return _parted(placed, [*front, *placed[first : last + 1], *tail], before)


def _parted(placed: Sequence[Placed], inside: list[Placed], before: list[Placed]) -> Article:
    kept = {id(item.block) for item in inside}
    left = (item.block for item in placed if isinstance(item.block, Paragraph) and id(item.block) not in kept)
    return Article(inside, before, tuple(left))


def anchors_of(placed: Sequence[Placed]) -> list[int]:
    """Where headings of parts and tables of the report stand; linked headings in a row are a list of contents."""
    headings: dict[int, str | None] = {}
    linked: dict[int, str | None] = {}
    grids: list[int] = []
    for index, item in enumerate(placed):
        if isinstance(item.block, Paragraph):
            heading = heading_of(item.block.text)
            if heading is not None and heading.rank > 0:
                (linked if item.is_link else headings)[index] = heading.part
        elif isinstance(item.block, Grid) and not item.is_link and _is_of_report(item.block):
            grids.append(index)
    first, parts = min(headings, default=len(placed)), set(headings.values())
    alone = [index for index in _not_listed(linked) if index > first or linked[index] not in parts]
    return sorted([*headings, *alone, *grids])


def holds_more(
    everything: Sequence[Placed], found: Sequence[int], shown: Sequence[Placed], anchors: Sequence[int]
) -> bool:
    """Whether a page with its hidden elements holds parts or tables that it doesn't show by itself."""
    parts, grids = _held(everything, found)
    parts_shown, grids_shown = _held(shown, anchors)
    return bool(parts - parts_shown) or (grids > 0 and not grids_shown)


def _held(placed: Sequence[Placed], anchors: Sequence[int]) -> tuple[set[str | None], int]:
    """The parts that are headed and the number of tables."""
    texts = [block.text for at in anchors if isinstance(block := placed[at].block, Paragraph)]
    return {heading.part for text in texts if (heading := heading_of(text)) is not None}, len(anchors) - len(texts)


def _not_listed(linked: Mapping[int, str | None]) -> Iterator[int]:
    """Those of the linked headings that do not stand in a list of contents, one right below the other."""
    run: list[int] = []
    for index in [*linked, -1]:
        if run and (index != run[-1] + 1 or linked[index] in {linked[one] for one in run}):
            if len(run) == 1:
                yield run[0]
            run = []
        run.append(index)


def _is_of_report(grid: Grid) -> bool:
    """Whether a grid holds rows of the standard tables: labels with values beside them."""
    form = form_of("2021")
    blank_rows = 0
    labelled = -1
    values = 0
    for slot in grid.slots:
        text = slot.text
        if slot.row == labelled:
            if not text:
                blank_rows += 1
                labelled = -1
            elif looks_like_value(text):
                return True
            else:
                labelled = -1
        if text and not text.isdecimal() and find_row(form, text) is not None:
            labelled = slot.row
        values += not text or text.isdecimal() or looks_like_value(text)
    if blank_rows >= FEWEST_BLANK_ROWS:
        return True
    return values >= FEWEST_DISPUTES and any(key_of(slot.text) in dispute_keys() for slot in grid.slots if slot.text)


def _common_ancestor(elements: Sequence[HtmlElement]) -> HtmlElement | None:
    path = [elements[0], *elements[0].iterancestors()]
    for element in elements[1:]:
        above = {element, *element.iterancestors()}
        while path and path[0] not in above:
            del path[0]
    if len(elements) == 1:
        return elements[0].getparent()
    return path[0] if path else None


def _holds_end(placed: Sequence[Placed], last: int, common: HtmlElement) -> bool:
    """Whether text follows the last heading inside an element; the last part can't be without any."""
    block = placed[last].block
    if isinstance(block, Paragraph):
        heading = heading_of(block.text)
        if heading is not None and heading.rest:
            return True
    return last + 1 >= len(placed) or _inside(placed[last + 1].element, common)


def _inside(element: HtmlElement, common: HtmlElement | None) -> bool:
    if common is None:
        return True
    return element is common or any(above is common for above in element.iterancestors())


def _is_page_front(item: Placed) -> bool:
    """Whether a block before the first anchor is none of the report: links, fields, tables of fields."""
    if isinstance(item.block, Grid) or item.linked > MOSTLY_LINKED:
        return True
    if not isinstance(item.block, Paragraph):
        return False
    text = item.block.text
    return is_page_line(text) or is_page_field(text)


def _is_sentence(item: Placed) -> bool:
    """Whether a block right above the article is its preamble in a box of its own."""
    if not isinstance(item.block, Paragraph) or item.linked:
        return False
    text = item.block.text
    return len(text) >= SHORTEST_PREAMBLE and text.endswith("。") and not _is_page_front(item)


def _ends_article(item: Placed) -> bool:
    """Whether a block after the last heading belongs to the page again."""
    if not isinstance(item.block, Paragraph):
        return False
    if item.is_link:
        return False
    return item.linked > MOSTLY_LINKED or is_page_line(item.block.text)
