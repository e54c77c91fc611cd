"""What was read against what the file shows, cell by cell and heading by heading."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import NamedTuple
from unicodedata import normalize

from auditor.model import Cell, Report, Value
from tests.factory.layouts import Rendered
from tests.factory.prose import Chapter

_NOT_APPLICABLE = frozenset(("/", "-", "—", "--", "无", "不适用"))
_DIGITS = re.compile(r"[+-]?[\d,]+(?:\.\d+)?")
_SPACES = re.compile(r"\s+")


class Outcome(NamedTuple):
    """How one report was read.

    ``determined`` counts the cells that the file determines, ``right`` those of them read right, ``unread``
    those said to be unread; ``wrong`` lists the addresses with another value (as ``address: shown → read``),
    whether determined or not, ``silent`` those neither read nor said to be unread.  ``parts`` lists what is
    wrong with sections, title, agency and year; ``facts_told`` counts how many of those were looked at.
    """

    determined: int
    right: int
    unread: int
    lost: int
    lost_read: int
    wrong: tuple[str, ...]
    silent: tuple[str, ...]
    facts_told: int
    parts: tuple[str, ...]


def check(report: Report, drawn: Rendered) -> Outcome:
    """Compare a reading with its drawing."""
    said = _said_unread(report, drawn)
    right = unread = lost_read = 0
    wrong: list[str] = []
    silent: list[str] = []
    for address, shown in drawn.cells.items():
        cell = report.cells.get(address)
        if _is_unread(cell):
            unread += 1
            if address not in said:
                silent.append(address)
        elif cell is not None and _says(cell, shown, address):
            right += 1
        else:
            wrong.append(f"{address}: {shown!r} → {cell.text if cell else None!r}")
    for address in drawn.lost:
        cell = report.cells.get(address)
        if cell is None or cell.kind == "unread":
            if address not in said:
                silent.append(address)
        elif _says_lost(cell, drawn.lost_values[address], address):
            lost_read += 1
        else:
            wrong.append(f"{address} (lost): {drawn.lost_values[address]!r} → {cell.text!r}")
    known = drawn.cells.keys() | drawn.lost
    wrong += [
        f"{address}: not printed → {cell.text!r}"
        for address, cell in report.cells.items()
        if address not in known and cell.kind != "unread"
    ]
    told, parts = _told(report, drawn)
    return Outcome(
        len(drawn.cells), right, unread, len(drawn.lost), lost_read, tuple(wrong), tuple(silent), told, tuple(parts)
    )


def _said_unread(report: Report, drawn: Rendered) -> set[str]:
    """The addresses of which notes say that they were not read.

    A table that was not found at all is named by its part: which rows it would have had, nobody can say.
    """
    said = {address for note in report.notes for address in note.addresses if note.code in _UNREAD_CODES}
    absent = {note.details["part"] for note in report.notes if note.code in ("table_missing", "table_picture")}
    return said | {name for name in (*drawn.cells, *drawn.lost) if name.partition(".")[0] in absent}


_UNREAD_CODES = frozenset(("table_missing", "table_picture", "table_partial", "row_missing"))


def _is_unread(cell: Cell | None) -> bool:
    return cell is None or cell.kind == "unread"


def shown_value(text: str, address: str) -> tuple[Value | None, str]:
    """Number and kind that a person reads from a cell's text."""
    plain = _SPACES.sub("", normalize("NFKC", text))
    if not plain:
        return None, "blank"
    if plain in _NOT_APPLICABLE:
        return None, "na"
    signed = plain.replace("减", "-").replace("增", "")
    found = _DIGITS.match(signed)
    if found is None:
        return None, "text"
    digits = found.group().replace(",", "")
    money = address in ("active.fees", "active.procurement.amount")
    return (Decimal(digits) if money or "." in digits else int(digits)), "number"


def _says(cell: Cell, shown: str, address: str) -> bool:
    number, kind = shown_value(shown, address)
    read = "blank" if cell.kind == "derived" else cell.kind
    return (cell.number, read) == (number, kind)


def _says_lost(cell: Cell, shown: str, address: str) -> bool:
    """A lost cell read all the same is right, too, as a blank where a 0 vanished: nothing shows which it was."""
    return _says(cell, shown, address) or (cell.kind == "blank" and shown_value(shown, address)[0] == 0)


def _told(report: Report, drawn: Rendered) -> tuple[int, list[str]]:
    faults: list[str] = []
    plain = {"title": drawn.title, "agency": drawn.agency, "year": drawn.year}
    for name, wanted in plain.items():
        if getattr(report, name) != wanted:
            faults.append(f"{name}: {wanted!r} → {getattr(report, name)!r}")
    wanted_parts = [chapter.part for chapter in drawn.chapters]
    read_parts = [str(section.part) for section in report.sections]
    if wanted_parts != read_parts:
        faults.append(f"parts: {wanted_parts} → {read_parts}")
        return 3 + 2 * len(wanted_parts), faults + ["sections"] * (2 * len(wanted_parts) - 1)
    for chapter, section in zip(drawn.chapters, report.sections, strict=True):
        if bare(chapter.title) != bare(section.title):
            faults.append(f"heading of {chapter.part}: {chapter.title!r} → {section.title!r}")
        if bare(text_of(chapter)) != bare(section.text):
            faults.append(f"text of {chapter.part}: {bare(text_of(chapter))!r} → {bare(section.text)!r}")
    return 3 + 2 * len(wanted_parts), faults


def text_of(chapter: Chapter) -> str:
    """The prose of a part, its paragraphs joined."""
    return "\n".join(chapter.paragraphs)


def bare(text: str) -> str:
    """A text without any spaces: how lines were broken is the layout's, not the report's."""
    return _SPACES.sub("", text)


def summed(outcomes: Mapping[str, list[Outcome]]) -> dict[str, dict[str, int]]:
    """Counts by layout: reports, cells and what became of them, facts told and faults."""
    found: dict[str, dict[str, int]] = {}
    for name, listed in outcomes.items():
        found[name] = {
            "reports": len(listed),
            "cells": sum(item.determined for item in listed),
            "right": sum(item.right for item in listed),
            "unread": sum(item.unread for item in listed),
            "lost": sum(item.lost for item in listed),
            "lost_read": sum(item.lost_read for item in listed),
            "reports_wrong": sum(bool(item.wrong) for item in listed),
            "silent": sum(len(item.silent) for item in listed),
            "facts": sum(item.facts_told for item in listed),
            "faults": sum(len(item.parts) for item in listed),
        }
    return found
