"""Sound reports made of labelled passages: the passage as part 一, tables that agree with it, last year's tables.

What the passage doesn't speak of is filled in at random, seeded by the passage, so that the tables are as varied as
real ones: applicants of every column, results of every row, documents and decisions.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import NamedTuple

from auditor.addresses import APPLICANTS, COLUMNS, OUTCOMES, all_addresses, request_rows, result_rows
from auditor.evaluation.claims_on_cells import expressions, plain_cells
from auditor.evaluation.labels import Mark, Passage, table_format
from auditor.evaluation.sound_tables import sound_cells
from auditor.model import Cell, Part, PrintedTable, Report, Section, TableFormat
from auditor.reading.bodies import body_of
from auditor.resources import load_lexicon

Cells = dict[str, int | Decimal]
OVERVIEW = "一"
_TABLES: tuple[Part, ...] = ("active", "requests", "disputes")
_MOST = 3000  # requests that are dealt out one by one; larger tables keep the solver's columns


class SoundReport(NamedTuple):
    """A report without a fault, and what its labels say of it; ``previous`` is last year's where one can be told."""

    passage: Passage
    report: Report
    previous: Report | None

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The labelled figures of part 一."""
        return self.passage.figures


def sound_report(passage: Passage) -> SoundReport | None:
    """The report of a passage whose relations all hold; None where no tables agree with it."""
    if any(not relation.holds for relation in passage.relations):
        return None
    cells = sound_cells(passage)
    report_format = passage.table_format
    if cells is None or report_format is None:
        return None
    draw = Random(f"tables of {passage.id} {passage.text}")
    named = frozenset(
        cell for mark in passage.figures for one in expressions(mark) for cell in plain_cells(one, frozenset(cells))
    )
    _fill(cells, named, passage, report_format, draw)
    report = _report(passage, passage.year, report_format, cells, passage.text)
    return SoundReport(passage, report, _last_year(passage, report_format, cells, draw))


def _fill(cells: Cells, named: frozenset[str], passage: Passage, report_format: TableFormat, draw: Random) -> None:
    """Put something where the passage says nothing."""
    if not any(name.startswith("requests.") for name in named):
        _new_requests(cells, report_format, draw)
    if _columns_are_free(passage, named):
        _deal_out(cells, report_format, draw)
    handled = int(cells["requests.handled.total"])
    if not any(name.startswith("disputes.") for name in named) and handled > 20:
        for outcome in OUTCOMES[:3]:
            cells[f"disputes.review.{outcome}"] = draw.randrange(4)
        cells["disputes.review.total"] = sum(int(cells[f"disputes.review.{outcome}"]) for outcome in OUTCOMES)
    if report_format == "2021":
        _documents(cells, named, draw)


def _new_requests(cells: Cells, report_format: TableFormat, draw: Random) -> None:
    rows = draw.sample(result_rows(report_format), 4)
    for row in rows:
        number = draw.randrange(1, 25)
        for part in (row, "handled", "new"):
            cells[f"requests.{part}.natural"] += number
            cells[f"requests.{part}.total"] += number


def _columns_are_free(passage: Passage, named: frozenset[str]) -> bool:
    """Whether the passage says nothing of who applied, neither by a label nor by a word."""
    if any(name.startswith("requests.") and not name.endswith(".total") for name in named):
        return False
    words = load_lexicon("claims/requests")["applicant"]
    return not any(name in passage.text for entry in words for name in entry["names"])


def _deal_out(cells: Cells, report_format: TableFormat, draw: Random) -> None:
    """Give each request an applicant: one column on its way from 新收 or 上年结转 to its result or 结转下年."""
    rows = request_rows(report_format)
    sources, ends = ("new", "carried_in"), (*result_rows(report_format), "carried_out")
    totals = {row: int(cells[f"requests.{row}.total"]) for row in rows}
    requests = totals["new"] + totals["carried_in"]
    if not 0 < requests <= _MOST:
        return
    applicants = draw.choices(APPLICANTS, weights=(70, 14, 2, 4, 6, 4), k=requests)
    for row in rows:
        for column in APPLICANTS:
            cells[f"requests.{row}.{column}"] = 0
    for side in (sources, ends):
        waiting = draw.sample(applicants, requests)
        for row in side:
            for column in waiting[: totals[row]]:
                cells[f"requests.{row}.{column}"] += 1
                if row in ends[:-1]:
                    cells[f"requests.handled.{column}"] += 1
            del waiting[: totals[row]]


def _documents(cells: Cells, named: frozenset[str], draw: Random) -> None:
    for address in ("active.licensing", "active.penalty", "active.coercion"):
        if address not in named:
            cells[address] = draw.randrange(400)
    stock = "active.normative.in_force"
    if stock not in named:
        cells[stock] = int(cells["active.normative.made"]) + draw.randrange(40)


def _last_year(passage: Passage, report_format: TableFormat, cells: Cells, draw: Random) -> Report | None:
    """Last year's tables, from which this year's follow; None where the passage speaks of last year itself."""
    year = passage.year - 1
    if table_format(year) != report_format or _speaks_of_last_year(passage):
        return None
    before: Cells = dict.fromkeys(all_addresses(report_format), 0)
    for column in COLUMNS:
        out = cells[f"requests.carried_in.{column}"]
        granted = draw.randrange(1, 30) if column == "natural" else 0
        before[f"requests.carried_out.{column}"] = out
        before[f"requests.granted.{column}"] = before[f"requests.handled.{column}"] = granted
        before[f"requests.new.{column}"] = out + granted
    for row in ("granted", "handled", "new"):
        before[f"requests.{row}.total"] = sum(before[f"requests.{row}.{column}"] for column in APPLICANTS)
    if report_format == "2021":
        for kind in ("regulations", "normative"):
            made, repealed, stock = (cells[f"active.{kind}.{one}"] for one in ("made", "repealed", "in_force"))
            if stock - made + repealed < 0:
                return None
            before[f"active.{kind}.in_force"] = stock - made + repealed
    return _report(passage, year, report_format, before, "")


def _speaks_of_last_year(passage: Passage) -> bool:
    """Whether a word of the passage compares with an earlier year (上年结转 does not)."""
    text = passage.text
    for name in load_lexicon("claims/requests")["carry"]["in"]["names"]:
        text = text.replace(name, "")
    periods = load_lexicon("claims/periods")
    words = (*periods["previous"], *periods["comparison"], *periods["growth_up"], *periods["growth_down"])
    return str(passage.year - 1) in text or any(word in text for word in words)


def _report(
    passage: Passage, year: int, report_format: TableFormat, cells: Mapping[str, int | Decimal], overview: str
) -> Report:
    frame = load_lexicon("evaluation")
    texts = {OVERVIEW: overview, "五": "\n".join(frame["problems"]), "六": "\n".join(frame["other"])}
    return Report(
        path=f"{passage.id}.txt",
        sha256="0" * 64,
        format="text",
        title=frame["title"].format(agency=passage.agency, year=year),
        agency=passage.agency,
        body=body_of(passage.agency) or passage.body,
        year=year,
        published=None,
        sections=tuple(_sections(texts)),
        cells={address: printed(value) for address, value in cells.items()},
        table_format=report_format,
        tables=tuple(PrintedTable(part, ()) for part in _TABLES),
    )


def _sections(texts: Mapping[str, str]) -> Sequence[Section]:
    return [
        Section(part["number"], part["title"], texts.get(part["number"], ""), part["key"], part["number"])
        for part in load_lexicon("outline")["parts"]
    ]


def printed(value: int | Decimal) -> Cell:
    """A cell that prints a number."""
    return Cell(value, str(value), "number", "evaluation", "")
