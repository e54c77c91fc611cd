"""The tables of the page: every cell with its links, its repair and, where it holds no number, its remark."""

from __future__ import annotations

from typing import NamedTuple

from auditor.exchange import plain
from auditor.model import Audit, Cell, GridCell, Severity
from auditor.output.evidence import SEVERITIES, State, cell_text, expression_name, state_of
from auditor.output.page.layout import Table, TablePart, tables_of
from auditor.output.page.links import Links
from auditor.output.words import Lang, page_words


class CellView(NamedTuple):
    """A cell of a shown table; ``own`` where it is the first to stand for its address."""

    text: str
    rowspan: int
    colspan: int
    address: str | None
    own: bool
    kind: str
    zero: bool
    state: State | None
    severity: Severity | None
    figures: tuple[int, ...]
    findings: tuple[int, ...]
    name: str
    note: str
    repair: str | None
    remark: str


class TableView(NamedTuple):
    """A shown table with its caption."""

    part: TablePart
    caption: str
    remark: str
    rows: tuple[tuple[CellView, ...], ...]


def table_views(audit: Audit, links: Links, lang: Lang) -> tuple[TableView, ...]:
    """Every table of the report, ready to be shown."""
    taken: set[str] = set()
    return tuple(_table(table, audit, links, taken, lang) for table in tables_of(audit.report))


def _table(table: Table, audit: Audit, links: Links, taken: set[str], lang: Lang) -> TableView:
    words = page_words(lang)
    rows = tuple(tuple(_cell(cell, audit, links, taken, lang) for cell in row) for row in table.rows)
    remark = words["table_rest"] if table.rest else words["table_standard"] if table.standard else ""
    return TableView(table.part, words[f"table_{table.part}"], remark, rows)


def _cell(grid: GridCell, audit: Audit, links: Links, taken: set[str], lang: Lang) -> CellView:
    address = grid.address
    if address is None:
        return CellView(
            grid.text, grid.rowspan, grid.colspan, None, False, "head", False, None, None, (), (), "", "", None, ""
        )
    own = address not in taken
    taken.add(address)
    cell = audit.report.cells.get(address)
    figures = links.figures_of_cell.get(address, ())
    findings = links.findings_of_cell.get(address, ())
    states = [state_of(audit.figures[index]) for index in figures]
    found = [audit.findings[index] for index in findings]
    repairs = [finding.repair for finding in found if finding.repair and finding.repair.address == address]
    return CellView(
        text=grid.text,
        rowspan=grid.rowspan,
        colspan=grid.colspan,
        address=address,
        own=own,
        kind="absent" if cell is None else cell.kind,
        zero=cell is not None and cell.number == 0,
        state="mismatch" if "mismatch" in states else "match" if "match" in states else None,
        severity=min((finding.severity for finding in found), key=SEVERITIES.index, default=None),
        figures=figures,
        findings=findings,
        name=expression_name(address, lang),
        note="" if cell is not None and cell.kind == "number" else cell_text(cell, lang),
        repair=str(plain(repairs[0].value)) if repairs else None,
        remark=_remark(cell, page_words(lang)),
    )


def _remark(cell: Cell | None, words: dict[str, str]) -> str:
    """What stands in small print in a cell that holds no number of its own."""
    if cell is None:
        return words["none_printed"]
    if cell.kind == "derived":
        return words["derived_short"].format(value=plain(cell.derived))
    return words["cell_unread"] if cell.kind == "unread" else ""
