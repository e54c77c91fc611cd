"""What holds of everything that was read, whatever the file: each check names what is broken."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise
from typing import Any

from auditor.addresses import all_addresses
from auditor.model import Audit, Cell, Figure, Reading, Report, Section

_KINDS = frozenset({"number", "blank", "na", "text", "unread", "derived"})
_ADDRESSES = frozenset(all_addresses("2021")) | frozenset(all_addresses("2019"))


def of_report(report: Report) -> Iterator[str]:
    """What a report breaks."""
    for address, cell in report.cells.items():
        if address not in _ADDRESSES:
            yield f"cell with the unknown address {address}"
        yield from (f"{address}: {fault}" for fault in of_cell(cell))
    for section in report.sections:
        yield from (f"section {section.number}: {fault}" for fault in of_section(section))
    for table in report.tables:
        for row in table.rows:
            for printed in row:
                if printed.address is not None and printed.address not in report.cells:
                    yield f"table {table.part} prints {printed.address}, which is no cell of the report"
                if printed.rowspan < 1 or printed.colspan < 1:
                    yield f"table {table.part} has a cell that spans {printed.rowspan} x {printed.colspan}"


def of_cell(cell: Cell) -> Iterator[str]:
    """What a cell breaks: exact numbers only, and only such as its text shows."""
    if cell.kind not in _KINDS:
        yield f"kind {cell.kind!r}"
    if (cell.number is not None) != (cell.kind == "number"):
        yield f"kind {cell.kind} with the number {cell.number!r}"
    if (cell.derived is not None) != (cell.kind == "derived"):
        yield f"kind {cell.kind} with the derived number {cell.derived!r}"
    for value in (cell.number, cell.derived):
        if value is not None and not _is_exact(value):
            yield f"the number {value!r} is not exact"
    if cell.number is not None and not _shows(cell.text, cell.number):
        yield f"the number {cell.number!r} does not stand in the text {cell.text!r}"


def _is_exact(value: Any) -> bool:
    if isinstance(value, Decimal):
        return value.is_finite()
    return type(value) is int


def _digits(text: str) -> str:
    return "".join(str(digit) for sign in text if (digit := unicodedata.decimal(sign, None)) is not None)


def _shows(text: str, number: int | Decimal) -> bool:
    shown = _digits(text)
    if not shown:
        return number == 0 and bool(text.strip())
    written = format(number, "f") if isinstance(number, Decimal) else str(number)
    return _digits(written) in shown


def of_section(section: Section) -> Iterator[str]:
    """What a section breaks: its sources and topics lie within its text, in order."""
    end = len(section.text)
    for source in section.sources:
        if not 0 <= source.start < source.end <= end:
            yield f"source {source} outside a text of {end} characters"
    for before, after in pairwise(section.sources):
        if before.end > after.start:
            yield f"source {after} begins before {before} ends"
    for topic in section.topics:
        if not 0 <= topic.start <= topic.end <= end:
            yield f"topic {topic} outside a text of {end} characters"
    for first, second in pairwise(section.topics):
        if first.end > second.start:
            yield f"topic {second} begins before {first} ends"


def of_figures(figures: list[Figure], texts: dict[str, list[str]]) -> Iterator[str]:
    """What figures break, the texts given by the number of their section."""
    for figure in figures:
        if not any(text[figure.start : figure.end] == figure.text for text in texts.get(figure.section, ())):
            yield f"figure {figure.text!r} is not what stands at {figure.section}:{figure.start}-{figure.end}"
        if not 0 <= figure.start < figure.end:
            yield f"figure {figure.text!r} spans {figure.start}-{figure.end}"
        for value in (figure.value, figure.value_high, figure.expected):
            if value is not None and not _is_exact(value):
                yield f"figure {figure.text!r} has the value {value!r}"


def of_reading(reading: Reading, text: str) -> Iterator[str]:
    """What the reading of a text without tables breaks."""
    yield from of_figures(reading.figures, {"": [text]})
    for relation in reading.relations:
        for role, indices in relation.roles.items():
            if any(not 0 <= index < len(reading.figures) for index in indices):
                yield f"relation {relation.kind} names as {role} a figure that is none"


def of_audit(audit: Audit) -> Iterator[str]:
    """What an audit breaks, and its exchange format with it."""
    texts: dict[str, list[str]] = {}
    for section in audit.report.sections:
        texts.setdefault(section.number, []).append(section.text)
    yield from of_figures(audit.figures, texts)
    for relation in audit.relations:
        for role, indices in relation.roles.items():
            if any(not 0 <= index < len(audit.figures) for index in indices):
                yield f"relation {relation.kind} names as {role} a figure that is none"
    spans = ((finding.rule, *span) for finding in audit.findings for span in finding.spans)
    sentences = (("sentence", item.section, item.start, item.end) for item in audit.sentences)
    for name, number, start, end in (*spans, *sentences):
        longest = max((len(text) for text in texts.get(number, ())), default=-1)
        if not 0 <= start <= end <= longest:
            yield f"{name} points to {number}:{start}-{end}"
    yield from of_exchange(audit)


def of_exchange(audit: Audit) -> Iterator[str]:
    """What the exchange format breaks: it is JSON, it can be written, and it reads back."""
    data = audit.to_dict()
    try:
        written = json.dumps(data, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (TypeError, ValueError) as fault:
        yield f"to_dict() is no JSON: {fault}"
        return
    if json.loads(written) != data:
        yield "to_dict() reads back otherwise"
    if Audit.from_dict(data).to_dict() != data:
        yield "from_dict() makes another audit"


def first(faults: Iterable[str]) -> str | None:
    """The first fault, None where there is none."""
    return next(iter(faults), None)
