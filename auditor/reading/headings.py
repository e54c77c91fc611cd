"""Which line is the heading of a part, by the titles and variants of handbook 1.2.

The words are in ``lexicons/outline.toml``.  A title is compared by its letters; the printed number is
kept apart, since it may be wrong or start over.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.language.normalise import normalise
from auditor.model import Part
from auditor.reading.tables.forms import form_of, key_of, plain_key
from auditor.resources import load_lexicon

LONGEST = 48
"""No heading has more characters; a longer line can only begin with one."""

SHORTEST_ALONE = 9
"""Shorter titles (主动公开情况, 其他) also head sub-topics and rows: they need a part's number."""

FEWEST_OF_LABEL = 5
"""So many letters are the beginning of a label and of no title."""

CHINESE = "一二三四五六七八九十"
_NUMBERS = frozenset(f"第{CHINESE}")
"""The letters with which a number begins; the others begin with a digit, a bracket or a mark."""
_NUMBERED = re.compile(
    rf"[\s#*]*(?:第?(?P<chinese>[{CHINESE}]{{1,2}})(?:部分|章)?\s*[、.．,，:：]?\s*(?=[^{CHINESE}、\d])"
    rf"|(?P<arabic>\d{{1,2}})\s*[、.．]\s*(?!\d)"
    rf"|[(（](?P<bracketed>[{CHINESE}]{{1,2}})[)）]\s*)?(?P<title>.+)",
    re.DOTALL,
)
_MARK = re.compile(rf"[\s#*]*第?[{CHINESE}]{{1,2}}(?:部分|章)?\s*[、.．,，:：\s]")
_END = re.compile(r"[。:：;；\s]")
_SENTENCE = re.compile(r"[。;；!?！？]")


class Heading(NamedTuple):
    """A line that heads a part.

    ``part`` is None where the title is none of the six; ``rank`` says how well the title fits (3 the
    standard title, 2 a listed variant, 1 by its words, 0 not at all); ``rest`` is prose that follows on
    the same line.
    """

    part: Part | None
    printed_number: str
    title: str
    rank: int
    rest: str = ""


class _Titles(NamedTuple):
    ranks: dict[str, tuple[Part, int]]
    """By the wording as it stands, and by its key."""
    beginnings: frozenset[str]
    """The first letters of all wordings."""
    by_words: tuple[tuple[Part, tuple[str, ...]], ...]
    numbers: dict[Part, str]
    standard: tuple[str, ...]


@cache
def titles() -> _Titles:
    """The parts' titles, made ready to look up."""
    ranks: dict[str, tuple[Part, int]] = {}
    by_words: list[tuple[Part, tuple[str, ...]]] = []
    parts = load_lexicon("outline")["parts"]
    for part in parts:
        for wording in part["also"]:
            ranks[wording] = ranks[key_of(wording)] = (part["key"], 2)
        ranks[part["title"]] = ranks[key_of(part["title"])] = (part["key"], 3)
        by_words += [(part["key"], tuple(words)) for words in part["keys"]]
    numbers = {part["key"]: part["number"] for part in parts}
    beginnings = frozenset(wording[0] for wording in ranks)
    return _Titles(ranks, beginnings, tuple(by_words), numbers, tuple(part["title"] for part in parts))


def number_of(part: Part) -> str:
    """The standard number of a part (一 … 六)."""
    return titles().numbers[part]


@cache
def _labels_in_lines() -> str:
    """The keys of all rows, each on a line of its own."""
    return "\n" + "\n".join(form_of("2021").rows)


def _row_label(text: str) -> bool:
    """Whether a line is a label of the tables (一、本年新收…, 三、本年度办理结果) and so no heading."""
    form = form_of("2021")
    key = plain_key(text)
    if key in form.rows or key in form.heads:
        return True
    # The row's values may stand behind its label, the label may go on in the next line, and both at once.
    bare = key.rstrip("0123456789无空零/-—|")
    return bare in form.rows or (len(bare) >= FEWEST_OF_LABEL and f"\n{bare}" in _labels_in_lines())


_NUMBER_ALONE = re.compile(rf"[\s#*]*第?[{CHINESE}]{{1,2}}(?:部分|章)?\s*[、.．,，:：]?\s*")


_PART = re.compile(rf"[\s#*]*第[{CHINESE}]{{1,2}}(?:部分|章)")


def begins_heading(text: str) -> bool:
    """Whether a line may be the beginning of a heading that the next line ends: its number, or a part of its title."""
    if len(text) > LONGEST or not text or _SENTENCE.search(text):
        return False
    if _NUMBER_ALONE.fullmatch(text) is not None:
        return True
    return (_MARK.match(text) or _PART.match(text)) is not None and not _row_label(text)


def unnumbered_heading(text: str, *, below_tables: bool = False) -> Heading | None:
    """The heading that a whole line is whose number was lost: one of the listed titles and nothing else.

    ``below_tables`` says that no table follows any more, so that 其他 is no column's head.
    """
    title = text.strip(" #*\u3000").rstrip("。:： ")
    known = titles().ranks.get(plain_key(title)) if 2 <= len(title) <= LONGEST else None
    if known is None or (not below_tables and _row_label(title)):
        return None
    return Heading(known[0], "", title, known[1])


def heading_of(text: str) -> Heading | None:
    """The heading that a line is, or begins with; None for any other line."""
    if len(text) > LONGEST:
        return _leading(text) if _MARK.match(text) else None
    if text[:1].isalpha() and text[0] not in _NUMBERS:
        # Most lines: without a number only a title alone is a heading.
        return _without_number(text) if normalise(text[0]) in titles().beginnings else None
    found = _NUMBERED.match(text)
    if found is None:
        return None
    if found["chinese"] is None and not found["arabic"] and not found["bracketed"]:
        return _without_number(found["title"])
    title = found["title"].strip()
    numbered = found["chinese"] or found["arabic"] or found["bracketed"]
    ranks = titles().ranks
    known = ranks.get(title) or ranks.get(plain_key(title))
    if known is not None:
        if (found["chinese"] is None and len(title) < SHORTEST_ALONE) or _row_label(text):
            return None
        return Heading(known[0], numbered, title.rstrip("。:： "), known[1])
    if found["chinese"] is None or not _MARK.match(text):
        return None
    if _row_label(text):
        return None
    leading = _leading(text)
    if leading is not None:
        return leading
    title = title.rstrip("。:： ")
    if _SENTENCE.search(title):
        return None
    for part, words in titles().by_words:
        if len(title) <= 30 and all(word in title for word in words):
            return Heading(part, numbered, title, 1)
    return Heading(None, numbered, title, 0) if len(title) <= 30 else None


def _without_number(text: str) -> Heading | None:
    title = text.strip()
    if len(title) < SHORTEST_ALONE:
        return None
    ranks = titles().ranks
    known = ranks.get(title) or ranks.get(plain_key(title))
    return Heading(known[0], "", title.rstrip("。:： "), known[1]) if known and not _row_label(title) else None


def _leading(text: str) -> Heading | None:
    """A known title at the start of a longer line; what follows is prose."""
    found = _NUMBERED.match(text)
    if found is None or found["chinese"] is None:
        return None
    title = found["title"]
    ranks = titles().ranks
    end = _END.search(title)
    if end is not None:
        known = ranks.get(plain_key(title[: end.start()]))
        rest = title[end.end() :].strip()
        if known is not None and rest:
            return Heading(known[0], found["chinese"], title[: end.start()], known[1], rest)
    for standard in titles().standard:
        if len(standard) > 4 and normalise(title).startswith(normalise(standard)) and len(title) > len(standard):
            part, rank = ranks[key_of(standard)]
            rest = title[len(standard) :].lstrip("。:： ").rstrip()
            return Heading(part, found["chinese"], title[: len(standard)], rank, rest)
    return None
