"""The lists of the page in words: figures, findings with their evidence, relations."""

from __future__ import annotations

from typing import NamedTuple

from auditor.exchange import plain
from auditor.model import Audit, Figure, Finding, Relation, Severity
from auditor.output.evidence import (
    Quote,
    State,
    cell_text,
    expression_name,
    message_of,
    part_name,
    quotes,
    state_of,
    stated,
)
from auditor.output.page.links import Links
from auditor.output.words import Lang, page_words, say

_MOST_QUOTES = 8
_RELATION_NAMES = {"part": "part_of", "growth": "growth_relation"}


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


def figure_view(index: int, figure: Figure, links: Links, lang: Lang) -> FigureView:
    """A figure of the list ``all figures``, and what its mark says of it."""
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


def finding_view(
    index: int, finding: Finding, audit: Audit, links: Links, shown: set[str | None], lang: Lang
) -> FindingView:
    """A finding with its quotations and cells; ``shown`` are the addresses that stand in a table of the page."""
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


def relation_view(relation: Relation, lang: Lang) -> RelationView:
    """A relation with the figures that it joins."""
    figures = tuple(dict.fromkeys(index for indices in relation.roles.values() for index in indices))
    name = say(_RELATION_NAMES.get(relation.kind, relation.kind), lang)
    return RelationView(name, relation.formula, relation.holds, figures)
