"""The examples on a rule's page, made into cases that the rule can be run on.

An example states what matters and leaves out the rest:

* ``year``, ``agency``, ``body``, ``title``, ``table_format``, ``format``, ``published`` (ISO date);
* ``cells``: address to what the cell prints: a number, ``""`` (blank), ``"/"``, ``"减4"``, ``"?"`` (unread);
  with ``fill = 0`` every cell that is not named prints 0, without it is not printed;
* ``sections``: number to text, or to a table with ``text``, ``title``, ``part``, ``printed_number`` and ``topics``
  (``{key, heading}``, the heading standing in the text);
* ``notes``: what reading noted, ``{code, details, addresses}``;
* ``previous``: last year's report in the same form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from itertools import pairwise
from typing import Any

from auditor.addresses import APPLICANTS, DISPUTE_KINDS, OUTCOMES, all_addresses, request_rows
from auditor.checks.registry import Case
from auditor.model import (
    Cell,
    CellKind,
    Figure,
    LabelledSentence,
    PrintedTable,
    ReadingNote,
    Relation,
    Report,
    Section,
    TableFormat,
    Topic,
    Value,
)
from auditor.resources import load_lexicon

AGENCY = "安平县人民政府办公室"
BODY = "县政府办"
YEAR = 2024
PATH = "example.txt"


def case_of(example: Mapping[str, Any], *, path: str = PATH) -> Case:
    """The case that an example describes, with the figures and sentences that are read in its prose."""
    report = report_of(example, path=path)
    previous = example.get("previous")
    figures, relations = read_claims(report)
    published = example.get("published")
    return Case(
        report=report,
        figures=figures,
        relations=relations,
        sentences=_sentences(report),
        previous=None if previous is None else report_of(last_year_of(example, previous), path="last-year.txt"),
        published=None if published is None else date.fromisoformat(str(published)),
    )


def report_of(example: Mapping[str, Any], *, path: str = PATH) -> Report:
    """The report that an example describes."""
    table_format: TableFormat = example.get("table_format", "2021")
    year: int | None = example.get("year", YEAR)
    agency: str | None = example.get("agency", AGENCY)
    published = example.get("published")
    return Report(
        path=path,
        sha256="0" * 64,
        format=example.get("format", "text"),
        title=example.get("title", f"{agency}{year}年政府信息公开工作年度报告"),
        agency=agency,
        body=example.get("body", BODY if agency == AGENCY else None),
        year=year,
        published=None if published is None else date.fromisoformat(str(published)),
        sections=tuple(_section(number, content) for number, content in example.get("sections", {}).items()),
        cells=cells_of(example.get("cells", {}), table_format, fill=example.get("fill")),
        table_format=table_format,
        tables=_tables(example),
        notes=tuple(
            ReadingNote(note["code"], note.get("details", {}), tuple(note.get("addresses", ())))
            for note in example.get("notes", ())
        ),
    )


def cells_of(
    printed: Mapping[str, object], table_format: TableFormat = "2021", *, fill: int | None = None
) -> dict[str, Cell]:
    """The cells that an example prints, in the order of the tables; a blank total stands for its row's sum."""
    values: dict[str, object] = {} if fill is None else dict.fromkeys(all_addresses(table_format), fill)
    values.update(printed)
    cells = {address: cell_of(value) for address, value in values.items()}
    for row in request_rows(table_format):
        _derive(cells, f"requests.{row}", APPLICANTS)
    for kind in DISPUTE_KINDS:
        _derive(cells, f"disputes.{kind}", OUTCOMES)
    return cells


def cell_of(printed: object) -> Cell:
    """A cell from what it prints."""
    text = str(printed).strip()
    number: Value | None = None
    kind: CellKind = "number"
    if text == "":
        kind = "blank"
    elif text in {"/", "-", "—", "——"}:
        kind = "na"
    elif text == "?":
        kind = "unread"
    else:
        try:
            exact = Decimal(text)
            number = int(exact) if exact == exact.to_integral_value() and "." not in text else exact
        except InvalidOperation:
            kind = "text"
    return Cell(number, text, kind, "example", "")


def _derive(cells: dict[str, Cell], row: str, members: Sequence[str]) -> None:
    total = cells.get(f"{row}.total")
    numbers = [cell.number for member in members if (cell := cells.get(f"{row}.{member}")) and cell.number is not None]
    if total is not None and total.kind == "blank" and numbers:
        cells[f"{row}.total"] = total._replace(kind="derived", derived=sum(numbers))


def _section(number: str, content: str | Mapping[str, Any]) -> Section:
    given: Mapping[str, Any] = {"text": content} if isinstance(content, str) else content
    standard = next((part for part in load_lexicon("outline")["parts"] if part["number"] == number), None)
    text: str = given.get("text", "")
    return Section(
        number=number,
        title=given.get("title", standard["title"] if standard else ""),
        text=text,
        part=given.get("part", standard["key"] if standard else "preamble"),
        printed_number=given.get("printed_number", number),
        topics=_topics(text, given.get("topics", ())),
    )


def _topics(text: str, given: Sequence[Mapping[str, Any]]) -> tuple[Topic, ...]:
    starts = [text.index(topic["heading"]) for topic in given]
    ends = [end for _, end in pairwise(starts)] + [len(text)]
    return tuple(
        Topic(topic.get("key"), topic["heading"], start, end)
        for topic, start, end in zip(given, starts, ends, strict=False)
    )


def _tables(example: Mapping[str, Any]) -> tuple[PrintedTable, ...]:
    """The tables that have cells, laid out as nothing but their part: examples don't speak of layout."""
    printed = {address.partition(".")[0] for address in example.get("cells", {})}
    if example.get("fill") is not None:
        printed |= {"active", "requests", "disputes"}
    parts = ("active", "requests", "disputes")
    return tuple(PrintedTable(part, ()) for part in parts if part in printed)  # type: ignore[arg-type]


def last_year_of(example: Mapping[str, Any], previous: Mapping[str, Any]) -> Mapping[str, Any]:
    """Last year's report: what it doesn't state is as in this year's, but for the year and the content."""
    kept = {key: example[key] for key in ("agency", "body", "fill", "table_format") if key in example}
    return {"year": example.get("year", YEAR) - 1, **kept, **previous}


def read_claims(report: Report) -> tuple[Sequence[Figure], Sequence[Relation]]:
    """The judged figures and the relations of a report's prose."""
    from auditor.checks.verdicts import judge
    from auditor.claims import figures_of

    figures, relations = figures_of(report)
    return judge(figures, report), relations


def _sentences(report: Report) -> Sequence[LabelledSentence]:
    """The labelled sentences of part 五, if it has any text."""
    from auditor.boilerplate import label_report

    return label_report(report)
