"""The text of one paragraph as it is printed with all tracked changes accepted, and what hangs in it.

Steps: ``Vocabulary`` (which elements of interest occur in this document at all) -> ``settings_of`` one
paragraph -> ``inline``, which takes the text elements as they come where nothing else is in the paragraph,
and walks it element by element where something is hidden, deleted, drawn or a field.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from auditor.reading.docx.drawings import Box, drawn
from auditor.reading.docx.names import ALTERNATE, CHOICE, FALLBACK, MATH_TEXT, child_of, is_on, occurring, value_of, w
from auditor.reading.docx.styles import Styles

_TEXT = frozenset({w("t"), MATH_TEXT})
_SYMBOL = w("sym")
_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
# What a reader of the page doesn't see: deleted and moved-away text, field codes, annotations, formatting.
_UNSEEN = frozenset(
    map(w, ("del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "sdtEndPr", "rt",
            "footnoteReference", "endnoteReference", "annotationRef", "commentReference", "smartTagPr", "customXmlPr"))
)  # fmt: skip
_DRAWN = frozenset(map(w, ("drawing", "pict", "object")))
_PARAGRAPH, _TABLE = w("p"), w("tbl")
_RUN, _FIELD, _CODE, _LINK, _CONTROL = w("r"), w("fldChar"), w("instrText"), w("hyperlink"), w("sdt")
_PLAIN_TEXT = w("t")
_NUMBERS, _STYLE, _MARK = w("numPr"), w("pStyle"), w("rPr")

_DELETIONS = (w("del"), w("moveFrom"))
_HIDDEN = w("vanish")
_PLACEHOLDER = w("showingPlcHdr")
_SPECIAL = (ALTERNATE, *_DRAWN, *_DELETIONS, _HIDDEN, _FIELD, w("rt"), w("tabs"))
_PRINTED = (*_TEXT, *_SIGNS, _SYMBOL)
# Marks without width: where a line may break, which way text runs.  They stand between any two characters.
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
# Codes below this are those of a symbol font's own places (private use area).
_PRIVATE = 0xF000
_CONTENTS_CODE = re.compile(r"\s*(?:TOC|PAGEREF\s+_Toc)\b")


def empty_prompts(body: Any) -> None:
    """Take the prompts (单击此处输入文字) out of content controls that hold nothing yet."""
    for prompt in body.iter(_PLACEHOLDER):
        control = next(prompt.iterancestors(_CONTROL), None)
        for text in () if control is None else control.iter(_PLAIN_TEXT):
            text.text = ""


class Inline(NamedTuple):
    """A paragraph's text (line breaks as ``\\n``), the text boxes anchored in it, and its pictures."""

    text: str
    boxes: list[Box]
    pictures: int


_EMPTY = Inline("", [], 0)


class Vocabulary(NamedTuple):
    """The elements that bear on text and occur in this document, by what they mean."""

    printed: tuple[str, ...]
    special: tuple[str, ...]
    """A paragraph with one of these is walked element by element."""
    settings: tuple[str, ...]
    hidden: frozenset[str]
    """Styles whose text is hidden."""

    @classmethod
    def of(cls, body: Any, styles: Styles, *, numbered: bool = True) -> Vocabulary:
        """That of one document's body; ``numbered`` says that styles may bring numbers."""
        special = occurring(body, _SPECIAL)
        mark = (_MARK,) if any(tag in special for tag in (*_DELETIONS, _HIDDEN)) else ()
        if styles.hidden:
            special += (_STYLE, w("rStyle"))
        numbers = occurring(body, (_NUMBERS, _STYLE) if numbered else (_NUMBERS,))
        return cls(occurring(body, _PRINTED), special, numbers + mark, styles.hidden)


def inline(paragraph: Any, vocabulary: Vocabulary) -> Inline:
    """Read one ``w:p``."""
    if not vocabulary.special or next(paragraph.iter(*vocabulary.special), None) is None:
        # Nothing hidden, deleted or drawn: the text elements in order are all there is.
        if not vocabulary.printed:
            return _EMPTY
        parts = [
            element.text or "" if element.tag in _TEXT else _sign(element)
            for element in paragraph.iter(*vocabulary.printed)
        ]
        return Inline(_visible("".join(parts)), [], 0)
    if _style_of(paragraph, "pPr", "pStyle") in vocabulary.hidden:
        return _EMPTY
    walk = _Walk(vocabulary.hidden)
    walk.collect(paragraph)
    return Inline(_visible("".join(walk.parts)), walk.boxes, walk.pictures)


def is_plain(table: Any, vocabulary: Vocabulary) -> bool:
    """Whether a table holds nothing but runs of text: no numbers, drawings, changes, tables in its cells."""
    hard = (*vocabulary.special, *(tag for tag in vocabulary.settings if tag != _MARK))
    if hard and next(table.iter(*hard), None) is not None:
        return False
    return next(table.iterdescendants(_TABLE), None) is None


def plain_text(cell: Any, vocabulary: Vocabulary) -> str:
    """The lines of a cell of a plain table."""
    parts = [
        "\n" if element.tag == _PARAGRAPH else element.text or "" if element.tag in _TEXT else _sign(element)
        for element in cell.iter(_PARAGRAPH, *vocabulary.printed)
    ]
    text = _visible("".join(parts).strip())
    return "\n".join(filter(None, map(str.strip, text.split("\n")))) if "\n" in text else text


def _visible(text: str) -> str:
    return text if text.isascii() or not _INVISIBLE.search(text) else _INVISIBLE.sub("", text)


def _sign(element: Any) -> str:
    return _symbol(element) if element.tag == _SYMBOL else _SIGNS[element.tag]


def _symbol(element: Any) -> str:
    """The character of a ``w:sym``; a font's own picture is no letter or digit, but it is not nothing either."""
    code = (
        int(element.get(w("char")) or "0", 16) if re.fullmatch("[0-9A-Fa-f]{1,4}", element.get(w("char")) or "") else 0
    )
    if code < _PRIVATE:
        return chr(code) if code >= 0x20 and not 0xD800 <= code <= 0xDFFF else "□"
    plain = chr(code - _PRIVATE)
    # The font Symbol has digits and signs where ASCII has them; dingbats have pictures there.
    return plain if (element.get(w("font")) or "").lower() == "symbol" and plain in "0123456789.,()+-/%" else "□"


class Settings(NamedTuple):
    """What a paragraph's properties (``w:pPr``) say that bears on its text."""

    numbers: Any | None = None
    """Its own list and level (``w:numPr``)."""
    style: str | None = None
    runs_on: bool = False
    """Its end was deleted, moved away or hidden: it goes on in the next paragraph."""


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
            runs_on = next(entry.iterchildren(*_DELETIONS), None) is not None or is_on(entry, "vanish")
    return Settings(numbers, style, runs_on)


def in_contents(paragraph: Any) -> bool:
    """Whether a paragraph is a line of a table of contents, by its field or its link."""
    if any(_CONTENTS_CODE.match(code.text or "") for code in paragraph.iter(_CODE)):
        return True
    return any((link.get(w("anchor")) or "").startswith("_Toc") for link in paragraph.iter(_LINK))


def _style_of(element: Any, properties: str, name: str) -> str | None:
    return value_of(child_of(element, properties), name)


class _Walk:
    """One way through a paragraph, with what it prints."""

    def __init__(self, hidden: frozenset[str]) -> None:
        self._hidden = hidden
        # One entry for each open field: whether the walk is in its code, which is not printed.
        self._codes: list[bool] = []
        self.parts: list[str] = []
        self.boxes: list[Box] = []
        self.pictures = 0

    def collect(self, element: Any) -> None:
        """Take in what an element prints."""
        for child in element:
            tag = child.tag
            if tag == _RUN:
                if not self._is_hidden(child):
                    self.collect(child)
            elif tag == _FIELD:
                self._field(child.get(w("fldCharType")))
            elif tag == ALTERNATE:
                self.collect(alternative(child))
            elif isinstance(tag, str) and tag not in _UNSEEN and True not in self._codes:
                self._print(child, tag)

    def _print(self, child: Any, tag: str) -> None:
        if tag in _TEXT:
            self.parts.append(child.text or "")
        elif tag in _SIGNS or tag == _SYMBOL:
            self.parts.append(_sign(child))
        elif tag in _DRAWN:
            boxes, pictures = drawn(child)
            self.boxes += boxes
            self.pictures += pictures
        else:
            self.collect(child)

    def _is_hidden(self, run: Any) -> bool:
        properties = child_of(run, "rPr")
        if properties is None:
            return False
        if child_of(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        return bool(self._hidden) and value_of(properties, "rStyle") in self._hidden

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()


def alternative(element: Any) -> Any:
    """The one form of an ``mc:AlternateContent`` that counts: the newer one, else the fallback."""
    choice = element.find(CHOICE)
    if choice is None:
        choice = element.find(FALLBACK)
    return () if choice is None else choice
