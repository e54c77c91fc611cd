"""Which texts are labels of the standard tables, or pieces of labels that were broken over lines."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from auditor.reading.tables.forms import both_forms, plain_key

_GLUED = re.compile(r"(?P<label>.*\D)(?P<value>\d{1,9})")


class Labels(NamedTuple):
    """The keys of all labels and heads of both formats."""

    rows: frozenset[str]
    """Keys of rows."""
    every: frozenset[str]
    """Keys of rows, heads and groups."""
    within: str
    """All keys in one text, to see whether a piece is part of any."""


@cache
def known_labels() -> Labels:
    """All labels, made once."""
    rows: set[str] = set()
    heads: set[str] = set()
    for form in both_forms():
        rows.update(form.rows)
        heads.update(form.heads)
        heads.update(form.active_heads)
    return Labels(frozenset(rows), frozenset(rows | heads), "\n".join(sorted(rows | heads)))


def is_piece(text: str) -> bool:
    """Whether a text is a label of the forms or a part of one."""
    key = plain_key(text)
    return bool(key) and key in known_labels().within


def is_known(text: str) -> bool:
    """Whether a text is a label or a head of the forms, up to spaces, punctuation and width."""
    return plain_key(text) in known_labels().every


def unglued(text: str) -> tuple[str, str] | None:
    """Label and value that stand in one cell (（一）予以公开11); None where they don't."""
    if not text[-1:].isdecimal():
        return None
    found = _GLUED.fullmatch(text.strip())
    if found is None or plain_key(text) in known_labels().every or plain_key(found["label"]) not in known_labels().rows:
        return None
    return found["label"], found["value"]


def is_run_on(text: str) -> bool:
    """Whether a cell holds the label or heading of the next line, too (5第二十条第（六）项)."""
    rest = text.lstrip("0123456789.， ,/-—")
    if not rest:
        return False
    if plain_key(rest) in known_labels().every or plain_key(rest.split()[-1]) in known_labels().every:
        return True
    from auditor.reading.headings import heading_of

    heading = heading_of(rest)
    return heading is not None and heading.part is not None
