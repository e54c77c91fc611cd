"""What the template shows, computed from the audit: every text in its final words, every link resolved."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import NamedTuple

from auditor.model import Audit, Report
from auditor.output.evidence import STATES, State, Tally, cell_kinds, missing_parts, severities, tally
from auditor.output.page.cells import TableView, table_views
from auditor.output.page.links import links_of
from auditor.output.page.lists import FigureView, FindingView, RelationView, figure_view, finding_view, relation_view
from auditor.output.page.prose import Passage, Piece, passages
from auditor.output.words import Lang, page_words, say


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
    tables = table_views(audit, links, lang)
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
        findings=tuple(
            finding_view(at, finding, audit, links, shown, lang) for at, finding in enumerate(audit.findings)
        ),
        passages=shown_prose,
        tables=tables,
        figures=tuple(figure_view(at, figure, links, lang) for at, figure in enumerate(audit.figures)),
        relations=tuple(relation_view(relation, lang) for relation in audit.relations),
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


def _pieces(prose: Sequence[Passage]) -> Iterator[Piece]:
    for passage in prose:
        for paragraph in passage.paragraphs:
            for run in paragraph:
                yield from run.pieces
