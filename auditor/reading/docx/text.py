"""The text of one paragraph as it is printed with all tracked changes accepted, and what hangs in it."""

from __future__ import annotations

from typing import Any, NamedTuple

from auditor.reading.docx.names import (
    ALTERNATE,
    BLIP,
    CHOICE,
    EXTENT,
    FALLBACK,
    IMAGE_DATA,
    MATH_TEXT,
    child_of,
    is_on,
    occurring,
    w,
    whole,
)

_EMU = 12_700
"""English Metric Units in a point."""
_PICTURE_WIDTH, _PICTURE_HEIGHT = 120, 50
"""Points: a smaller image is a mark or a seal and can't stand for text or a table."""

_TEXT = frozenset({w("t"), MATH_TEXT})
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
# What a reader of the page doesn't see: deleted and moved-away text, field codes, annotations, formatting.
_UNSEEN = frozenset(
    map(w, ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt",
            "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "smartTagPr", "customXmlPr"))
)  # fmt: skip
_DRAWN = frozenset(map(w, ("drawing", "pict", "object")))
_RUN, _BOX = w("r"), w("txbxContent")
_NUMBERS, _STYLE, _MARK = w("numPr"), w("pStyle"), w("rPr")


_DELETIONS = (w("del"), w("moveFrom"))
_SPECIAL = (ALTERNATE, *_DRAWN, *_DELETIONS, *map(w, ("vanish", "rt", "tabs")))
_PRINTED = (*_TEXT, *_SIGNS)


class Inline(NamedTuple):
    """A paragraph's text (line breaks as ``\\n``), the text boxes anchored in it, and its pictures."""

    text: str
    boxes: list[Any]
    pictures: int


_EMPTY = Inline("", [], 0)


class Vocabulary(NamedTuple):
    """The elements that bear on text and occur in this document, by what they mean."""

    printed: tuple[str, ...]
    special: tuple[str, ...]
    """A paragraph with one of these is walked element by element."""
    settings: tuple[str, ...]

    @classmethod
    def of(cls, body: Any) -> Vocabulary:
        """That of one document's body."""
        special = occurring(body, _SPECIAL)
        mark = (_MARK,) if any(tag in special for tag in _DELETIONS) else ()
        return cls(occurring(body, _PRINTED), special, occurring(body, (_NUMBERS, _STYLE)) + mark)


def inline(paragraph: Any, vocabulary: Vocabulary) -> Inline:
    """Read one ``w:p``."""
    parts: list[str] = []
    boxes: list[Any] = []
    if not vocabulary.special or next(paragraph.iter(*vocabulary.special), None) is None:
        # Nothing hidden, deleted or drawn: the text elements in order are all there is.
        if not vocabulary.printed:
            return _EMPTY
        for element in paragraph.iter(*vocabulary.printed):
            sign = _SIGNS.get(element.tag)
            parts.append(element.text or "" if sign is None else sign)
        return Inline("".join(parts), boxes, 0)
    pictures = _collect(paragraph, parts, boxes)
    return Inline("".join(parts), boxes, pictures)


class Settings(NamedTuple):
    """What a paragraph's properties (``w:pPr``) say that bears on its text."""

    numbers: Any | None = None
    """Its own list and level (``w:numPr``)."""
    style: str | None = None
    runs_on: bool = False
    """Its end was deleted or moved away: it goes on in the next paragraph."""


_PLAIN = Settings()


def settings_of(paragraph: Any, vocabulary: Vocabulary) -> Settings:
    """The settings of one ``w:p``, in one pass over its properties."""
    properties = child_of(paragraph, "pPr") if vocabulary.settings else None
    if properties is None:
        return _PLAIN
    numbers, style, runs_on = None, None, False
    for entry in properties.iterchildren(*vocabulary.settings):
        if entry.tag == _NUMBERS:
            numbers = entry
        elif entry.tag == _STYLE:
            style = entry.get(w("val"))
        else:
            runs_on = next(entry.iterchildren(*_DELETIONS), None) is not None
    return Settings(numbers, style, runs_on)


def _collect(element: Any, parts: list[str], boxes: list[Any]) -> int:
    """Add what ``element`` prints to ``parts`` and ``boxes``; how many pictures it shows."""
    pictures = 0
    for child in element:
        tag = child.tag
        if tag == _RUN:
            if not is_on(child_of(child, "rPr"), "vanish"):
                pictures += _collect(child, parts, boxes)
        elif tag in _TEXT:
            parts.append(child.text or "")
        elif tag in _SIGNS:
            parts.append(_SIGNS[tag])
        elif tag in _DRAWN:
            pictures += _drawn(child, boxes)
        elif tag == ALTERNATE:
            pictures += _collect(alternative(child), parts, boxes)
        elif isinstance(tag, str) and tag not in _UNSEEN:
            pictures += _collect(child, parts, boxes)
    return pictures


def alternative(element: Any) -> Any:
    """The one form of an ``mc:AlternateContent`` that counts: the newer one, else the fallback."""
    choice = element.find(CHOICE)
    if choice is None:
        choice = element.find(FALLBACK)
    return () if choice is None else choice


def _drawn(element: Any, boxes: list[Any]) -> int:
    """Text boxes of a drawing; 1 where it shows a picture of a size that could hold text or a table."""
    picture = 0
    for child in element.iter(BLIP, IMAGE_DATA, _BOX):
        if any(ancestor.tag in (_BOX, FALLBACK) for ancestor in _within(child, element)):
            continue
        if child.tag == _BOX:
            boxes.append(child)
        else:
            picture = 1
    extent = next(element.iter(EXTENT), None)
    if picture and extent is not None:
        wide, high = (whole(extent.get(side), most=999_999_999) for side in ("cx", "cy"))
        return int(wide >= _PICTURE_WIDTH * _EMU and high >= _PICTURE_HEIGHT * _EMU)
    return picture


def _within(child: Any, top: Any) -> list[Any]:
    found = []
    for ancestor in child.iterancestors():
        if ancestor is top:
            break
        found.append(ancestor)
    return found
