"""The tables as printed: there, of the right year, whole, with a number in each cell (errors 3, 7, 8, 9, 37).

What reading noted becomes a finding here; how a cell was placed is reading's own affair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from operator import attrgetter

from auditor.addresses import active_addresses
from auditor.checks.registry import Case, Violation, once_per_case, rule
from auditor.checks.wording import Pair, listed, phrase
from auditor.model import CellKind, ReadingNote
from auditor.naming import name_of
from auditor.reading import notes as seen
from auditor.resources import load_lexicon


def _noted(case: Case, *codes: str) -> list[ReadingNote]:
    return [note for note in case.report.notes if note.code in codes]


def _table(part: str) -> tuple[str, str]:
    words = load_lexicon("structure")["tables"][part]
    return words["zh"], words["en"]


def _name(address: str) -> Pair:
    return name_of(address), name_of(address, "en")


def _named(addresses: Sequence[str]) -> Pair:
    return listed([_name(address) for address in addresses])


_kind = attrgetter("kind")


@once_per_case
def _without_number(case: Case) -> list[tuple[str, CellKind]]:
    cells = case.report.cells
    # Nearly every report has a number in each cell, which is seen without a look at each address.
    if set(map(_kind, cells.values())) <= {"number"}:
        return []
    return [(address, cell.kind) for address, cell in cells.items() if cell.kind != "number"]


@once_per_case
def _empty_tables(case: Case) -> list[str]:
    """The tables that are printed without a single number, all of their cells being read."""
    if not _without_number(case):
        return []
    without = Counter(address.partition(".")[0] for address, _ in _without_number(case))
    unread = {address.partition(".")[0] for address, kind in _without_number(case) if kind in ("unread", "derived")}
    printed = Counter(address.partition(".")[0] for address in case.report.cells)
    return [part for part, count in without.items() if count == printed[part] and part not in unread]


@rule("S201", "warning", "#7", "#37")
def table_not_there(case: Case) -> Iterator[Violation]:
    """A table is missing, a picture, or empty: its figures can't be audited."""
    present = {section.part for section in case.report.sections}
    for note in _noted(case, seen.TABLE_MISSING, seen.TABLE_PICTURE):
        part = note.details["part"]
        # Where the whole part is missing, S111 says so.
        if part in present:
            variant = "picture" if note.code == seen.TABLE_PICTURE else ""
            yield Violation({"table": _table(part)}, subject=part, variant=variant)
    for part in _empty_tables(case):
        yield Violation({"table": _table(part)}, subject=part, variant="empty")


@rule("S202", "warning", "#7")
def table_half_read(case: Case) -> Iterator[Violation]:
    """Cells of a table could not be placed with certainty; what rests on them is not judged."""
    for note in _noted(case, seen.TABLE_PARTIAL):
        fields = {"table": _table(note.details["part"]), "read": note.details["read"]}
        yield Violation({**fields, "expected": note.details["expected"]}, addresses=note.addresses)


@rule("S203", "warning", "#9")
def table_again(case: Case) -> Iterator[Violation]:
    """A second table of the same kind follows; only the first one counts (handbook 1.5)."""
    for note in _noted(case, seen.TABLE_AGAIN):
        fields: dict[str, object] = {"table": _table(note.details["part"]), "where": note.details.get("where", "")}
        if note.addresses:
            values = {"differing": note.details.get("differing", "")}
            yield Violation({**fields, "cells": _named(note.addresses)}, addresses=note.addresses, values=values)
        else:
            yield Violation(fields, severity="info", variant="same", subject=note.details["part"])


@rule("S211", "error", "#3")
def format_of_another_year(case: Case) -> Iterator[Violation]:
    """The tables are those of the format of 2019 in a report for 2021 or later, or the reverse."""
    year, printed = case.report.year, case.report.table_format
    if year is None or printed is None or _noted(case, seen.FORMATS_MIXED):
        return
    limits = load_lexicon("structure")["formats"]
    addresses = tuple(address for address in active_addresses(printed) if address in case.report.cells)
    if printed == "2019" and year > limits["old_last_year"]:
        yield Violation({"year": year}, addresses=addresses)
    elif printed == "2021" and year < limits["new_first_year"]:
        yield Violation({"year": year}, addresses=addresses, severity="warning", variant="early")


@rule("S212", "warning", "#3", "#9")
def formats_mixed(case: Case) -> Iterator[Violation]:
    """Table 二 has heads of both formats."""
    for note in _noted(case, seen.FORMATS_MIXED):
        fields = {"new": note.details.get("words_2021", ""), "old": note.details.get("words_2019", "")}
        yield Violation(fields, subject="active")


@rule("S213", "warning", "#9")
def heads_changed(case: Case) -> Iterator[Violation]:
    """Heads or row labels are worded differently from the form."""
    found = _noted(case, seen.HEADER_ALTERED, seen.LABEL_ALTERED)
    if not found:
        return
    labels = [phrase("altered" if note.details.get("standard") else "unknown_head", **note.details) for note in found]
    addresses = tuple(dict.fromkeys(address for note in found for address in note.addresses))
    yield Violation({"labels": listed(labels)}, addresses=addresses, subject="heads")


@rule("S214", "warning", "#9")
def rows_changed(case: Case) -> Iterator[Violation]:
    """Rows or columns were added, left out or doubled; 三（六） as one row is one of these."""
    kinds = (seen.ROW_MISSING, seen.ROW_EXTRA, seen.ROW_TWICE, seen.COLUMN_EXTRA)
    words = load_lexicon("structure")["changes"]
    for code in kinds:
        found = _noted(case, code)
        if not found:
            continue
        labels = [note.details.get("label") or note.details.get("printed", "") for note in found]
        rows = listed([phrase("unknown_head", printed=label) for label in labels])
        addresses = tuple(dict.fromkeys(address for note in found for address in note.addresses))
        change = words[code]["zh"], words[code]["en"]
        yield Violation({"change": change, "rows": rows}, addresses=addresses, subject=code)
    for note in _noted(case, seen.OTHER_ONE_ROW):
        addresses = tuple(address for address in case.report.cells if address.startswith("requests.other.all."))
        yield Violation({}, addresses=addresses or note.addresses, variant="one_row", subject="other")


@rule("S215", "warning", "#9")
def more_than_a_number(case: Case) -> Iterator[Violation]:
    """A unit or a remark stands in a cell beside the number; separators of thousands are only pointed out."""
    found = _noted(case, seen.CELL_UNIT, seen.CELL_REMARK)
    if found:
        yield _written(found, "")
    separated = _noted(case, seen.CELL_SEPARATOR)
    if separated:
        yield _written(separated, "separator")._replace(severity="info")


def _written(found: list[ReadingNote], variant: str) -> Violation:
    addresses = tuple(dict.fromkeys(address for note in found for address in note.addresses))
    cells = [phrase("written", cell=_name(note.addresses[0]), text=note.details["text"]) for note in found]
    return Violation({"cells": listed(cells)}, addresses=addresses, variant=variant)


@rule("S221", "warning", "#8")
def cells_without_number(case: Case) -> Iterator[Violation]:
    """Cells are blank or hold a sign or words where 0 is due; all of a report are one finding (handbook 1.3)."""
    empty = _empty_tables(case)
    found = [
        (address, "blank" if kind == "derived" else kind)
        for address, kind in _without_number(case)
        if kind != "unread" and address.partition(".")[0] not in empty
    ]
    if not found:
        return
    kinds = load_lexicon("structure")["kinds"]
    counts = Counter(kind for _address, kind in found)
    said = [phrase("count", kind=(kinds[kind]["zh"], kinds[kind]["en"]), count=count) for kind, count in counts.items()]
    addresses = tuple(address for address, _ in found)
    fields = {"count": len(found), "kinds": listed(said), "cells": _named(addresses)}
    yield Violation(fields, addresses=addresses, values={"cells": dict(counts)})
