"""What the template shows, computed from the audit: every text in its final words, every link resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from auditor.exchange import plain
from auditor.model import Audit, Cell, Figure, Finding, GridCell, Relation, Report, Severity
from auditor.output.evidence import (
    SEVERITIES,
    STATES,
    Quote,
    State,
    Tally,
    cell_kinds,
    cell_text,
    expression_name,
    message_of,
    missing_parts,
    part_name,
    quotes,
    severities,
    state_of,
    stated,
    tally,
)
from auditor.output.page.layout import Table, TablePart, tables_of
from auditor.output.page.links import Links, links_of
from auditor.output.page.prose import Passage, Piece, passages
from auditor.output.words import Lang, page_words, say

_MOST_QUOTES = 8
_RELATION_NAMES = {"part": "part_of", "growth": "growth_relation"}


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


class FigureView(NamedTuple):
    """One figure in words."""

    number: int
    text: str
    section: str
    value: str
    unit: str
    kind: str
    state: State
    verdict: str
    address: str
    name: str
    alternatives: str
    expected: str
    confidence: str
    reasons: str
    cells: tuple[str, ...]
    summary: str


class CellLine(NamedTuple):
    """A cell that a finding rests on: its name and what it holds."""

    address: str
    name: str
    value: str
    shown: bool


class FindingView(NamedTuple):
    """One finding with its evidence."""

    number: int
    rule: str
    severity: Severity
    message: str
    quotes: tuple[tuple[str, Quote], ...]
    stated: str | None
    cells: tuple[CellLine, ...]
    repair: str | None
    repair_cell: str
    repairs: tuple[str, ...]
    figures: tuple[int, ...]
    placed: bool


class RelationView(NamedTuple):
    """One relation in words."""

    kind: str
    formula: str
    holds: bool
    figures: tuple[int, ...]


class View(NamedTuple):
    """The whole page."""

    heading: str
    facts: tuple[tuple[str, str], ...]
    severities: dict[str, int]
    verdict: str
    tally: Tally
    shares: tuple[tuple[State, int, str], ...]
    cells: tuple[tuple[str, int], ...]
    cells_total: int
    sentences: tuple[tuple[str, int], ...]
    findings: tuple[FindingView, ...]
    passages: tuple[Passage, ...]
    tables: tuple[TableView, ...]
    figures: tuple[FigureView, ...]
    relations: tuple[RelationView, ...]
    marks: dict[int, int]
    score: str | None
    scored: tuple[tuple[str, str, str], ...]


def view_of(audit: Audit, lang: Lang) -> View:
    """Everything that the page shows."""
    report = audit.report
    words = page_words(lang)
    links = links_of(audit)
    counts = tally(audit.figures)
    by_severity = severities(audit.findings)
    tables = _tables(audit, links, lang)
    shown_prose = tuple(passages(audit, links))
    shown = {cell.address for table in tables for row in table.rows for cell in row if cell.own}
    errors = by_severity["error"]
    labels = Counter(sentence.label.label for sentence in audit.sentences)
    return View(
        heading=_heading(report, lang),
        facts=tuple(_facts(report, lang)),
        severities=by_severity,
        verdict=words["faulty"].format(count=errors) if errors else words["clean"],
        tally=counts,
        shares=tuple((state, getattr(counts, state), words[f"legend_{state}"]) for state in STATES),
        cells=tuple((_kind_name(kind, words), count) for kind, count in cell_kinds(report).items()),
        cells_total=len(report.cells),
        sentences=tuple((words[label], labels[label]) for label in ("boilerplate", "mixed", "substantive")),
        findings=tuple(_finding(at, finding, audit, links, shown, lang) for at, finding in enumerate(audit.findings)),
        passages=shown_prose,
        tables=tables,
        figures=tuple(_figure(at, figure, links, lang) for at, figure in enumerate(audit.figures)),
        relations=tuple(_relation(relation, lang) for relation in audit.relations),
        marks={index: piece.figures[0] for piece in _pieces(shown_prose) for index in piece.figures},
        score=None if audit.score is None else f"{audit.score.total:.1f}",
        scored=()
        if audit.score is None
        else tuple(
            (part.name, f"{part.points:g} / {part.of:g}", words["semicolon"].join(part.reasons))
            for part in audit.score.dimensions
        ),
    )


def _heading(report: Report, lang: Lang) -> str:
    if report.title:
        return report.title
    name = report.agency or PurePath(report.path).name
    return f"{name}　{say('year', lang, year=report.year)}" if report.year else name


def _kind_name(kind: str, words: dict[str, str]) -> str:
    return words["cell_kind_derived"] if kind == "derived" else words[f"cell_{kind}"]


def _facts(report: Report, lang: Lang) -> Iterator[tuple[str, str]]:
    words = page_words(lang)
    missing = missing_parts(report)
    joint = words["parts_joint"]
    parts = words["parts_some"].format(count=6 - len(missing), missing=joint.join(missing))
    yield words["agency"], report.agency or words["unknown"]
    yield words["report_year"], str(report.year) if report.year else words["unknown"]
    if report.body:
        yield words["body"], report.body
    if report.published:
        yield words["published"], report.published.isoformat()
    yield words["parts"], parts if missing else words["parts_all"]
    yield words["file"], PurePath(report.path).name
    yield words["checksum"], report.sha256[:16]


def _tables(audit: Audit, links: Links, lang: Lang) -> tuple[TableView, ...]:
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


def _figure(index: int, figure: Figure, links: Links, lang: Lang) -> FigureView:
    words = page_words(lang)
    value = str(plain(figure.value)) + ("" if figure.value_high is None else f"–{plain(figure.value_high)}")
    if figure.approximate:
        value = f"≈ {value}"
    state = state_of(figure)
    kind = words[figure.kind] if figure.period == "current" else f"{words[figure.kind]}·{words[figure.period]}"
    name = "" if figure.address is None else expression_name(figure.address, lang)
    expected = "" if figure.expected is None else str(plain(figure.expected))
    joint = words["semicolon"]
    reasons = joint.join(figure.reasons)
    told = [words[state], name and (f"{name} = {expected}" if expected else name), reasons]
    return FigureView(
        number=index,
        text=figure.text,
        section=part_name(figure.section, lang),
        value=value,
        unit=figure.unit or "",
        kind=kind,
        state=state,
        verdict=words[state],
        address=figure.address or "",
        name=name,
        alternatives=joint.join(expression_name(other, lang) for other in figure.alternatives),
        expected=expected,
        confidence=f"{figure.confidence:.0%}" if figure.address else "",
        reasons=reasons,
        cells=links.cells_of_figure[index],
        summary="\n".join(filter(None, told)),
    )


def _finding(
    index: int, finding: Finding, audit: Audit, links: Links, shown: set[str | None], lang: Lang
) -> FindingView:
    report = audit.report
    words = page_words(lang)
    repair = finding.repair
    return FindingView(
        number=index,
        rule=finding.rule,
        severity=finding.severity,
        message=message_of(finding, lang),
        quotes=tuple((part_name(found.section, lang), found) for found in quotes(report, finding.spans)[:_MOST_QUOTES]),
        stated=stated(finding),
        cells=tuple(
            CellLine(
                address, expression_name(address, lang), cell_text(report.cells.get(address), lang), address in shown
            )
            for address in links.cells_of_finding[index]
        ),
        repair=None
        if repair is None
        else words["repair_text"].format(name=expression_name(repair.address, lang), value=plain(repair.value)),
        repair_cell="" if repair is None else repair.address,
        repairs=() if repair is None else repair.relations,
        figures=links.figures_of_finding[index],
        placed=bool(finding.spans),
    )


def _relation(relation: Relation, lang: Lang) -> RelationView:
    figures = tuple(dict.fromkeys(index for indices in relation.roles.values() for index in indices))
    name = say(_RELATION_NAMES.get(relation.kind, relation.kind), lang)
    return RelationView(name, relation.formula, relation.holds, figures)


def _pieces(prose: Sequence[Passage]) -> Iterator[Piece]:
    for passage in prose:
        for paragraph in passage.paragraphs:
            for run in paragraph:
                yield from run.pieces
