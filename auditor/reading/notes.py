"""The codes of ``ReadingNote``: what reading saw in the file and a rule may speak of.

Reading only says what is there; whether it is a fault, and how grave, is a rule's business.  Each
function below makes one kind of note; its docstring says when it is made and what its details hold.
All details are strings; ``part`` is one of ``active``, ``requests``, ``disputes`` unless said
otherwise; ``where`` is a place in the source for a person (第12行, 表2第3行).

What needs no note, because ``Report`` itself shows it: a part that is missing or twice, its order and
number (``sections``: ``part``, ``number``, ``printed_number``, ``title``), a missing sub-topic
(``Section.topics``), blank cells and signs such as ``/`` (``Cell.kind``), a missing title, agency, year.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from auditor.model import ReadingNote

TABLE_MISSING: Final = "table_missing"
TABLE_PICTURE: Final = "table_picture"
TABLE_PARTIAL: Final = "table_partial"
TABLE_AGAIN: Final = "table_again"
HEADER_ALTERED: Final = "header_altered"
LABEL_ALTERED: Final = "label_altered"
ROW_MISSING: Final = "row_missing"
ROW_EXTRA: Final = "row_extra"
ROW_TWICE: Final = "row_twice"
COLUMN_EXTRA: Final = "column_extra"
OTHER_ONE_ROW: Final = "other_one_row"
FORMATS_MIXED: Final = "formats_mixed"
CELL_UNIT: Final = "cell_unit"
CELL_REMARK: Final = "cell_remark"
CELL_SEPARATOR: Final = "cell_separator"
OTHER_DOCUMENT: Final = "other_document"
ENCODING_WRONG: Final = "encoding_wrong"
TEXT_DAMAGED: Final = "text_damaged"

CODES: Final = frozenset(value for name, value in list(globals().items()) if name.isupper() and isinstance(value, str))
"""Every code that a note of reading may carry."""


def table_missing(part: str, addresses: Iterable[str]) -> ReadingNote:
    """No cell of the part's table is in the file (error 7); ``addresses`` are all that it would hold."""
    return ReadingNote(TABLE_MISSING, {"part": part}, tuple(addresses))


def table_picture(part: str, where: str, addresses: Iterable[str]) -> ReadingNote:
    """The part has no table but a picture stands where it should be (error 7)."""
    return ReadingNote(TABLE_PICTURE, {"part": part, "where": where}, tuple(addresses))


def table_partial(part: str, read: int, expected: int, addresses: Iterable[str]) -> ReadingNote:
    """The table is there, but not all of it could be read.

    ``read`` of ``expected`` cells were placed; ``addresses`` are the others, unread or not printed.
    """
    return ReadingNote(TABLE_PARTIAL, {"part": part, "read": str(read), "expected": str(expected)}, tuple(addresses))


def table_again(part: str, where: str, differing: Iterable[tuple[str, str, str]]) -> ReadingNote:
    """A second table of the same kind follows (handbook 1.5); it is not merged into the cells.

    ``addresses`` are the cells that differ, ``differing`` in the details lists them as
    ``address=first|second`` joined by ``; `` (empty where the second table says the same).
    """
    rows = list(differing)
    text = "; ".join(f"{address}={first}|{second}" for address, first, second in rows)
    return ReadingNote(TABLE_AGAIN, {"part": part, "where": where, "differing": text}, tuple(row[0] for row in rows))


def header_altered(part: str, printed: str, standard: str, where: str) -> ReadingNote:
    """A column head or a block's head is worded differently (error 9); ``standard`` is ``""`` if none is near."""
    return ReadingNote(HEADER_ALTERED, {"part": part, "printed": printed, "standard": standard, "where": where})


def label_altered(part: str, printed: str, standard: str, where: str, addresses: Iterable[str]) -> ReadingNote:
    """A row's label is clipped or worded differently but could only be this row (error 9)."""
    details = {"part": part, "printed": printed, "standard": standard, "where": where}
    return ReadingNote(LABEL_ALTERED, details, tuple(addresses))


def row_missing(part: str, label: str, addresses: Iterable[str]) -> ReadingNote:
    """The table was read but has no row with this standard label (error 9)."""
    return ReadingNote(ROW_MISSING, {"part": part, "label": label}, tuple(addresses))


def row_extra(part: str, printed: str, where: str) -> ReadingNote:
    """A row with values carries a label that is none of the table's (error 9)."""
    return ReadingNote(ROW_EXTRA, {"part": part, "printed": printed, "where": where})


def row_twice(part: str, label: str, where: str, addresses: Iterable[str]) -> ReadingNote:
    """The same row stands twice in one table; the first one counts (error 9)."""
    return ReadingNote(ROW_TWICE, {"part": part, "label": label, "where": where}, tuple(addresses))


def column_extra(part: str, printed: str, where: str) -> ReadingNote:
    """A column stands among the values that the format does not have (error 9)."""
    return ReadingNote(COLUMN_EXTRA, {"part": part, "printed": printed, "where": where})


def other_one_row(where: str) -> ReadingNote:
    """三（六） is one row though the heads are those of 2021: at most a warning, not the old format."""
    return ReadingNote(OTHER_ONE_ROW, {"part": "requests", "where": where})


def formats_mixed(chosen: str, words_2021: Iterable[str], words_2019: Iterable[str]) -> ReadingNote:
    """Table 二 has heads of both formats; the words are joined by 、, ``chosen`` is the format read."""
    details = {"part": "active", "chosen": chosen, "words_2021": "、".join(words_2021)}
    return ReadingNote(FORMATS_MIXED, {**details, "words_2019": "、".join(words_2019)})


def cell_unit(address: str, text: str, unit: str) -> ReadingNote:
    """A number is written with its unit in the cell (12件), which the form does not want (error 9).

    Not made for ``active.procurement.amount``, where the form itself asks for the unit.
    """
    return ReadingNote(CELL_UNIT, {"text": text, "unit": unit}, (address,))


def cell_remark(address: str, text: str, remark: str) -> ReadingNote:
    """A number carries a remark (22（其中修订16件）); the number is read, the remark is kept here (error 9)."""
    return ReadingNote(CELL_REMARK, {"text": text, "remark": remark}, (address,))


def cell_separator(address: str, text: str) -> ReadingNote:
    """A number is printed with thousands separators, which occur but are not the form's (handbook 1.3)."""
    return ReadingNote(CELL_SEPARATOR, {"text": text}, (address,))


def other_document(title: str) -> ReadingNote:
    """The six parts are there, but the title is that of another document, e.g. 政务公开工作总结 (handbook 1.2)."""
    return ReadingNote(OTHER_DOCUMENT, {"title": title})


def encoding_wrong(declared: str, used: str) -> ReadingNote:
    """The page declares an encoding in which it cannot be read; ``used`` is the one that fits."""
    return ReadingNote(ENCODING_WRONG, {"declared": declared, "used": used})


def text_damaged(count: int, where: str) -> ReadingNote:
    """Characters were lost before the file reached us (U+FFFD, error 32); ``where`` is the first place."""
    return ReadingNote(TEXT_DAMAGED, {"count": str(count), "where": where})
