"""Which rows of a table are no rows of it: headings, titles and prose that stand among the rows.

Whole reports are published as one table, and headings as first rows of the tables that they head.
"""

from __future__ import annotations

from functools import cache

from auditor.reading.blocks import Slot
from auditor.reading.captions import is_note
from auditor.reading.headings import heading_of
from auditor.reading.identity import title_of
from auditor.reading.tables.disputes import kind_of
from auditor.reading.tables.forms import form_of, plain_key
from auditor.reading.tables.values import looks_like_value

SHORTEST_PROSE = 36
"""A row of one cell with so much text is prose whatever it ends with; the longest label of a row has 37 letters."""
_ENDS = ("。", "！", "；", "：")


@cache
def _labels() -> frozenset[str]:
    """The keys of all texts that the forms hold."""
    keys: set[str] = set()
    for form in (form_of("2021"), form_of("2019")):
        keys |= {*form.rows, *form.heads, *form.active_heads}
    return frozenset(keys)


def is_prose_row(slot: Slot, alone: bool, among_prose: bool) -> bool:
    """Whether the only text of a row is a paragraph of the report.

    ``alone`` says that the row has no other cell, ``among_prose`` that no row of a table stands between it
    and the paragraph before.
    """
    text = slot.text
    if looks_like_value(text) or is_note(text):
        return False
    key = plain_key(text)
    if key in _labels() or kind_of(key) is not None:
        return False
    heading = heading_of(text)
    if heading is not None and heading.rank > 0:
        return True
    if text.endswith(_ENDS[0]):
        return True
    if alone and (len(text) >= SHORTEST_PROSE or text.endswith(_ENDS)):
        return True
    return alone and among_prose and (len(text) > 2 or title_of([text]).title is not None)
