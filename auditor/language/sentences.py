"""Where the sentences of a text begin and end, and the limbs that semicolons part inside them.

A sentence ends at 。！？ or at the end of its line.  An end mark inside brackets ends nothing, nor does
one inside quotes that go on after it; a quotation that closes right after its end mark closes the
sentence too.
"""

from __future__ import annotations

import re

Span = tuple[int, int]

LONGEST = 2_000
"""Characters of a sentence; the longest lists of a report have half of it.  A longer one is a line without
end, cut into pieces so that what compares the figures of a sentence does not take the square of the line."""

# A question mark before a Latin letter belongs to an address (…/list?id=3), not to a sentence.
_END = r"(?:。|[！!](?!=)|[？?](?![A-Za-z=&_/]))"
_BRACKETED = r"[（(][^（）()\n]{0,400}[）)]"
_QUOTED = r"“[^“”\n]{0,400}(?<![。！？])”|\"[^\"\n]{0,200}(?<![。！？])\""
_CLOSED_QUOTE = rf"(?:“[^“”\n]{{0,400}}{_END}”|\"[^\"\n]{{0,200}}{_END}\")"
_SENTENCE = re.compile(
    rf"(?=\S)(?:[^。！!？?\n（(“\"]+|{_BRACKETED}|{_QUOTED}|(?!{_END}|{_CLOSED_QUOTE})[^\n])*"
    rf"(?:{_CLOSED_QUOTE}[）)]?|{_END}+[”’」』）)]*)?"
)
_LIMB = re.compile(rf"(?:[^；;（(“\"]+|{_BRACKETED}|“[^“”\n]{{0,400}}”|\"[^\"\n]{{0,200}}\"|[^；;])+[；;]?|[；;]")
# Where an endless line is cut: behind its last mark, at least not inside a number.
_MARK_LAST = re.compile(r".*[，；、,; ](?=\D)", re.DOTALL)
_LETTER_LAST = re.compile(r".*\D(?=\D)", re.DOTALL)
_MARKS_ONLY = re.compile(r"[\s。！!？?；;，,、]*")


def _trimmed(text: str, start: int, end: int) -> Span:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - (len(piece) - len(piece.rstrip()))


def sentences(text: str) -> list[Span]:
    """The spans of the sentences of ``text`` in order: the end mark inside, surrounding space outside."""
    spans: list[Span] = []
    for match in _SENTENCE.finditer(text):
        start, end = match.span()
        if start == end:
            continue
        if text[end - 1].isspace():
            start, end = _trimmed(text, start, end)
        if end - start > LONGEST:
            start = _cut(text, start, end, spans)
        spans.append((start, end))
    return spans


def _cut(text: str, start: int, end: int, spans: list[Span]) -> int:
    """Cut pieces off an endless line, behind a mark where there is one; where its last piece begins."""
    while end - start > LONGEST:
        most = start + LONGEST
        found = _MARK_LAST.match(text, start, most) or _LETTER_LAST.match(text, start, most)
        at = found.end() if found else most
        left, right = _trimmed(text, start, at)
        if left < right:
            spans.append((left, right))
        start = at
    return start + len(text[start:end]) - len(text[start:end].lstrip())


def limbs(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """The spans of the limbs of ``text[start:end]`` that ；parts, each with its mark, without surrounding space.

    A semicolon inside brackets or quotes parts nothing; a limb of marks alone joins the one before it.
    """
    stop = len(text) if end is None else end
    found: list[Span] = []
    for match in _LIMB.finditer(text, start, stop):
        left, right = _trimmed(text, *match.span())
        if left >= right:
            continue
        if found and _MARKS_ONLY.fullmatch(text, left, right):
            found[-1] = (found[-1][0], right)
        else:
            found.append((left, right))
    return found
