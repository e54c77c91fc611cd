"""Labels with the cells after them, and labels that lie broken over several cells or lines put together.

A label is put together only where the pieces, one after the other, give a label of the forms exactly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, cast

from auditor.reading.tables.forms import key_of, plain_key, standard_keys
from auditor.reading.tables.labels import known_labels, unglued
from auditor.reading.tables.lines import FlatCells
from auditor.reading.tables.values import looks_like_value

MOST_PIECES = 12
"""A label is not broken into more pieces."""


class Entry(NamedTuple):
    """A label with the cells after it, up to the next label: their texts and places.

    ``at`` is the place of the label among all cells; ``lines`` says that each cell stands on a line of its own.
    """

    label: str
    where: str
    key: str
    texts: Sequence[str]
    wheres: Sequence[str]
    at: int = 0
    lines: bool = True


# Made for every label: the class's own constructor takes three times as long.
_entry = cast("Callable[[type[Entry], Iterable[object]], Entry]", tuple.__new__)


def _is_label(text: str) -> bool:
    return bool(text) and not text.isdecimal() and not looks_like_value(text)


def entries_of(cells: FlatCells) -> list[Entry]:
    """Labels with what follows them; cells before the first label belong to none."""
    texts, wheres, lines = cells
    # Most cells of a table are equal (0, blank): each wording is looked at once.
    known = standard_keys()
    labels = {text: known.get(text) or key_of(text) for text in set(texts) if text in known or _is_label(text)}
    starts = [at for at, text in enumerate(texts) if text in labels]
    entries = [
        _entry(Entry, (texts[at], wheres[at], labels[texts[at]], texts[at + 1 : end], wheres[at + 1 : end], at, lines))
        for at, end in zip(starts, [*starts, len(texts)][1:], strict=True)
    ]
    every = known_labels().every
    if all(entry.key in every for entry in entries):
        return entries
    return list(_unglued(_put_together(entries)))


def _put_together(entries: Sequence[Entry]) -> Iterator[Entry]:
    """The entries with broken labels made whole."""
    at = 0
    while at < len(entries):
        taken = _pieces_from(entries, at)
        yield _merged(entries[at : at + taken]) if taken > 1 else entries[at]
        at += taken


def _pieces_from(entries: Sequence[Entry], at: int) -> int:
    """How many entries from ``at`` on are the pieces of one label: one where it is no piece."""
    known = known_labels()
    first = entries[at]
    # A head or group that is whole begins no longer label; a row's short wording may (（二）部分公开（区分…）).
    if first.key in known.every and (any(first.texts) or first.key not in known.rows):
        return 1
    longest = 1
    whole = plain_key(first.label)
    filled = any(first.texts)
    for count, entry in enumerate(entries[at + 1 : at + MOST_PIECES], start=2):
        if entry.key in known.every and first.key in known.every:
            # Each is whole: a group and its first row.
            break
        if any(entry.texts):
            if filled:
                break
            filled = True
        whole += plain_key(entry.label)
        if whole in known.every:
            longest = count
        elif whole not in known.within:
            break
    return longest


def _merged(pieces: Sequence[Entry]) -> Entry:
    filled = next((piece for piece in pieces if any(piece.texts)), pieces[-1])
    label = "".join(piece.label for piece in pieces)
    return filled._replace(label=label, where=pieces[0].where, key=plain_key(label))


def _unglued(entries: Iterable[Entry]) -> Iterator[Entry]:
    """The entries with a value that stands in the label's own cell taken from it."""
    for entry in entries:
        found = unglued(entry.label)
        if found is None:
            yield entry
            continue
        label, value = found
        texts, wheres = [value, *entry.texts], [entry.where, *entry.wheres]
        yield Entry(label, entry.where, plain_key(label), texts, wheres, entry.at - 1, entry.lines)
