"""Rows that one way of reading a text left unread, taken from another way that read them."""

from __future__ import annotations

from auditor.reading.tables.collect import Collector, TableCopy
from auditor.reading.tables.forms import PARTS

_OTHER = "requests.other."


def is_complete(collector: Collector) -> bool:
    """Whether every row of the form was found, and no cell is unread."""
    for part in PARTS:
        copies = collector.copies[part]
        if not copies or any(copy.unread for copy in copies):
            return False
        rows = copies[0].rows
        absent = [row.addresses[0] for row in collector.form.expected[part] if row.addresses[0] not in rows]
        if absent and not (f"{_OTHER}all.natural" in rows and all(name.startswith(_OTHER) for name in absent)):
            return False
    return True


def complete(collector: Collector, other: Collector) -> None:
    """Take from ``other`` the rows of tables that stand once in both and that it alone could read."""
    taken: set[str] = set()
    for part in PARTS:
        copies, others = collector.copies[part], other.copies[part]
        if len(others) != 1 or len(copies) > 1:
            continue
        if not copies:
            copies.append(TableCopy(others[0].where))
        taken |= _take_rows(copies[0], others[0])
    collector.notes += [
        note for note in other.notes if note.addresses and note.addresses[0] in taken and note not in collector.notes
    ]


def _take_rows(copy: TableCopy, other: TableCopy) -> set[str]:
    """Take the rows that are read in ``other`` and not in ``copy``; says which."""
    taken: set[str] = set()
    for first, reading in other.rows.items():
        mine = copy.rows.get(first)
        if mine is None and not reading.unread and _contradicts(copy, first):
            continue
        if mine is None:
            copy.add(reading)
        elif len(mine.unread) > len(reading.unread):
            copy.replace(reading)
        else:
            continue
        taken.add(first)
    return taken


def _contradicts(copy: TableCopy, first: str) -> bool:
    """Whether a row of 三（六） does not go with those that the table has: it is one row or three."""
    if not first.startswith(_OTHER):
        return False
    whole = first.startswith(f"{_OTHER}all.")
    return any(name.startswith(_OTHER) and name.startswith(f"{_OTHER}all.") != whole for name in copy.rows)
