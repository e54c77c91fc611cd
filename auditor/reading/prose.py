"""The prose of a part: its text without heading and tables, its sub-topics, and where it stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from auditor.model import Section, SourceSpan, Topic
from auditor.reading.blocks import Paragraph
from auditor.reading.headings import CHINESE
from auditor.reading.outline import PartBlocks
from auditor.reading.page_lines import is_above_report
from auditor.resources import load_lexicon

_SPACES = re.compile(r"\s+")
# They have no width on the page: nothing stands between what is on both sides.
_ZERO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_WIDE = r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]"
_BETWEEN_HAN = re.compile(rf"(?<={_WIDE}) (?={_WIDE})")
_PAGE_NUMBER = re.compile(r"[\s\-—–－]*(?:第\s*)?\d{1,3}(?:\s*页)?[\s\-—–－]*(?:共\s*\d+\s*页)?|\d{1,3}\s*/\s*\d{1,3}")
_ENDS = "。！？；：!?;:…”』」》"
_STARTS = re.compile(
    rf"\s*(?:[(（][{CHINESE}\d]{{1,3}}[)）]|[{CHINESE}]{{1,3}}[、.．]|\d{{1,2}}[.．、](?!\d)|第[{CHINESE}]+[、，]|[{CHINESE}]是|[①-⑩●•·])"
)
_TOPIC = re.compile(
    rf"(?:(?P<bracketed>[(（][{CHINESE}]{{1,3}}[)）])|(?P<chinese>[{CHINESE}]{{1,3}}[、.．])"
    rf"|(?P<arabic>\d{{1,2}}[.．、](?!\d))|(?P<is>[{CHINESE}]是))?\s*(?P<heading>[^。：:；;，,\n ]{{2,28}})"
)
_SHORT = 24
_INDENT = 2
"""So many blanks more than before begin a paragraph."""
_TITLE_ENDS = ("报告", "年报")
_TITLE = re.compile(r"[^。，；：]{2,40}信息公开[^。，；：]{0,8}(?:报告|年报)")


class Piece(NamedTuple):
    """A paragraph of the text to be and its place."""

    text: str
    where: str


def clean(text: str) -> str:
    """A paragraph without indents, with single spaces, and none between Chinese characters."""
    if text.isalnum():
        return text
    # What has no width is not printable either, nor is any space but the plain one.
    if not text.isprintable() and _ZERO_WIDTH.search(text):
        text = _ZERO_WIDTH.sub("", text)
    text = text.strip()
    # Splitting once is several times faster than the search, and most paragraphs have no space at all.
    if len(text.split(None, 1)) > 1:
        text = _BETWEEN_HAN.sub("", _SPACES.sub(" ", text))
    return text


def begins_item(text: str) -> bool:
    """Whether a line begins a paragraph of its own: a number, 一是, a bullet."""
    return _STARTS.match(text) is not None


def is_title_line(text: str) -> bool:
    """Whether a line is the title of a report, or the end of one."""
    return text.endswith(_TITLE_ENDS) and _TITLE.fullmatch(text) is not None


def wrap_width(lines: Iterable[Paragraph]) -> int:
    """The width at which the lines of a text were wrapped, 0 where they were not.

    A text counts as wrapped where no line is long and several that end inside a sentence are about
    equally long; a title may be longer.
    """
    texts = [line.text.strip() for line in lines]
    if max(map(len, texts), default=0) > 80:
        return 0
    broken = Counter(len(text) for text in texts if len(text) >= 16 and text[-1] not in _ENDS)
    if not broken:
        return 0
    widest = max(broken, key=lambda width: (sum(broken[width - less] for less in range(4)), width))
    return widest if sum(broken[widest - less] for less in range(4)) > 1 else 0


def join_lines(lines: Sequence[Paragraph], width: int) -> list[Piece]:
    """Paragraphs of plain text; a line of about ``width`` that ends inside a sentence goes on in the next."""
    pieces: list[Piece] = []
    open_end = False
    indent = 0
    for line in lines:
        text = clean(line.text)
        if not text or (len(text) < 12 and _PAGE_NUMBER.fullmatch(text)):
            continue
        before, indent = indent, len(line.text) - len(line.text.lstrip())
        if open_end and not _STARTS.match(text) and indent < before + _INDENT:
            last = pieces[-1]
            gap = " " if last.text[-1:].isascii() and last.text[-1:].isalpha() and text[0].isascii() else ""
            pieces[-1] = Piece(last.text + gap + text, last.where)
        else:
            pieces.append(Piece(text, line.where))
        open_end = bool(width) and len(text) >= width - 4 and text[-1] not in _ENDS and not is_above_report(text)
        if open_end and is_title_line(pieces[-1].text):
            open_end = False
    return pieces


@cache
def _topic_words() -> tuple[tuple[str, str], ...]:
    """The words of the sub-topics with their keys, in the order in which they are tried."""
    return tuple((word, topic["key"]) for topic in load_lexicon("outline")["topics"] for word in topic["words"])


def topic_key(heading: str) -> str | None:
    """The sub-topic that a heading names, None for none of the list."""
    plain = heading.replace(" ", "")
    for word, key in _topic_words():
        if word in plain:
            return key
    return None


def _topic_heading(paragraph: str) -> tuple[str, str, str | None] | None:
    """Style, printed heading and key of the sub-topic that a paragraph begins."""
    found = _TOPIC.match(paragraph)
    if found is None:
        return None
    style = next((name for name in ("bracketed", "chinese", "arabic", "is") if found[name]), "")
    end = found.end()
    whole = end >= len(paragraph) - 1
    if not style and (not whole or len(paragraph) > _SHORT):
        return None
    key = topic_key(found["heading"])
    # A comma or a space ends a heading only where the heading is one of the list (（一）主动公开，全年…).
    if not whole and paragraph[end] not in ("。：:，, " if key is not None else "。：:"):
        return None
    return style, found.group().strip(), key


def topics_of(text: str) -> tuple[Topic, ...]:
    """The sub-topics of a text: paragraphs headed in the style of the first one that is known."""
    heads: list[tuple[int, str, str, str | None]] = []
    start = 0
    for paragraph in text.split("\n"):
        head = _topic_heading(paragraph) if paragraph else None
        if head is not None:
            heads.append((start, *head))
        start += len(paragraph) + 1
    style = next((style for _, style, _, key in heads if key is not None), None)
    chosen = [head for head in heads if head[1] == style and (style or head[3] is not None)]
    ends = [*(head[0] - 1 for head in chosen), len(text)][1:]
    return tuple(Topic(key, heading, start, end) for (start, _, heading, key), end in zip(chosen, ends, strict=True))


def section_of(part: PartBlocks, pieces: Iterable[Piece]) -> Section:
    """The section of a part from its paragraphs of prose."""
    texts: list[str] = []
    sources: list[SourceSpan] = []
    start = 0
    for piece in pieces:
        if piece.text:
            end = start + len(piece.text)
            texts.append(piece.text)
            sources.append(SourceSpan(start, end, piece.where))
            start = end + 1
    text = "\n".join(texts)
    heading = part.heading
    return Section(
        number=part.number,
        title=clean(heading.title) if heading is not None else "",
        text=text,
        part=part.part,
        printed_number=heading.printed_number if heading is not None else "",
        topics=topics_of(text) if part.part == "overview" else (),
        sources=tuple(sources),
    )
