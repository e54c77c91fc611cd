"""HTML pages: the article's paragraphs, tables and pictures, without the page around it.

bytes -> text (``encoding``) -> tree -> its head's fields (``fields``) -> what is shown (``visible``) -> blocks in
order (``walking``, with ``tables``, ``boxes`` and ``rows``; ``broken_lines``; where the page shows no report,
``stored``) -> the article among them (``article``) -> Document

lxml rather than selectolax: on a real page both walk all elements in the same time (0.7 ms), and DOCX
needs lxml anyway.
"""

from __future__ import annotations

from pathlib import Path

from lxml import etree
from lxml.html import HtmlElement

from auditor.errors import ReadingError
from auditor.model import ReadingNote
from auditor.reading import notes
from auditor.reading.blocks import Document
from auditor.reading.encoding import Decoded, decode
from auditor.reading.html.article import anchors_of, article, holds_more
from auditor.reading.html.broken_lines import rejoined
from auditor.reading.html.fields import Head, published, title_hint
from auditor.reading.html.stored import stored_markup
from auditor.reading.html.visible import take_out_unseen
from auditor.reading.html.walking import Placed, Walker
from auditor.reading.limits import DEFAULT, Limits
from auditor.reading.text.bars import with_plain_bars

_CUT_OFF = frozenset({"ERR_RESOURCE_LIMIT", "ERR_NO_MEMORY"})
"""What the parser says where it gave up and dropped the rest."""
FEWEST_ANCHORS = 3
"""With fewer headings and tables among what is shown, a script may show the report after loading."""
_LONGEST_TAG = 20_000
_MOST_ATTRIBUTES = 5_000


def blocks(data: bytes, path: Path, limits: Limits = DEFAULT) -> Document:
    """The document of a page.

    Raises:
        ReadingError: the bytes are no text or no page, or the page is far too large.
    """
    if data.count(b"<") > limits.html_tags:
        raise ReadingError("too_complex", path=path)
    decoded = decode(data, path, markup=True)
    decoded = decoded._replace(text=with_plain_bars(decoded.text))
    if _has_endless_tag(decoded.text):
        raise ReadingError("too_complex", path=path)
    root = _tree(decoded, path)
    head = Head(root)
    placed, anchors = _shown(root, decoded, path, limits)
    found = article(placed, anchors)
    said: tuple[ReadingNote, ...] = ()
    if decoded.wrong is not None:
        said = (notes.encoding_wrong(decoded.wrong, decoded.encoding),)
    return Document(
        "html",
        tuple(item.block for item in found.inside),
        title_hint=title_hint(head, found.before),
        published=published(head, placed),
        notes=said,
        left_out=found.left_out,
    )


def _tree(decoded: Decoded, path: Path) -> HtmlElement:
    # Tags left open by careless editors stand hundreds deep in each other; without huge_tree all that stands
    # deeper than 256 would be dropped without a word.
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=True)
    try:
        root = etree.fromstring(decoded.text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError as fault:
        raise ReadingError("not_a_report", path=path) from fault
    if root is None:
        raise ReadingError("not_a_report", path=path)
    if any(entry.type_name in _CUT_OFF for entry in parser.error_log.filter_from_fatals()):
        raise ReadingError("too_complex", path=path)
    return root


def _has_endless_tag(text: str) -> bool:
    """Whether a tag has so many attributes that the parser, which compares each with each, would take minutes."""
    if len(text) < _LONGEST_TAG:
        return False
    pieces = text.split(">")
    if max(map(len, pieces)) <= _LONGEST_TAG:
        return False
    tags = (piece[piece.rfind("<") :] for piece in pieces if len(piece) > _LONGEST_TAG)
    return any(not tag.startswith("<!") and len(tag.split(None, _MOST_ATTRIBUTES)) > _MOST_ATTRIBUTES for tag in tags)


def _shown(root: HtmlElement, decoded: Decoded, path: Path, limits: Limits) -> tuple[list[Placed], list[int]]:
    """The blocks that the page shows, and its anchors; with hidden or stored ones where only these hold parts.

    Raises:
        ReadingError: what is stored is far too large.
    """
    held_part = take_out_unseen(root, decoded.text)
    placed = _walked(root, decoded.text)
    anchors = anchors_of(placed)
    if not held_part and len(anchors) >= FEWEST_ANCHORS:
        return placed, anchors
    whole = _tree(decoded, path)
    stored = stored_markup(whole) if len(anchors) < FEWEST_ANCHORS else []
    if held_part:
        take_out_unseen(whole, decoded.text, parts_stay=True)
        everything = _walked(whole, decoded.text)
        found = anchors_of(everything)
        if holds_more(everything, found, placed, anchors):
            return everything, found
    for markup in stored:
        if markup.count("<") > limits.html_tags or _has_endless_tag(markup):
            raise ReadingError("too_complex", path=path)
        alone = _tree(Decoded(markup, decoded.encoding), path)
        take_out_unseen(alone, markup)
        together = [*placed, *_walked(alone, markup)]
        found = anchors_of(together)
        if len(found) - len(anchors) >= FEWEST_ANCHORS:
            return together, found
    return placed, anchors


def _walked(root: HtmlElement, source: str) -> list[Placed]:
    walker = Walker(source)
    body = root.find("body")
    top = body if body is not None else root
    walker.walk(top)
    walker.close(top)
    return rejoined(walker.placed, walker.follows) if walker.follows else walker.placed
