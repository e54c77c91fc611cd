"""From prose to claims: figures with the cells that they speak of, and the relations among them."""

from __future__ import annotations

from auditor.claims.passages import figures_in
from auditor.claims.relations import relations_in
from auditor.claims.setting import Setting, format_of_year
from auditor.language.normalise import normalise
from auditor.model import Figure, Reading, Relation, Report, TableFormat, Topic

__all__ = ["figures_of", "read_text"]


def read_text(
    text: str,
    *,
    section: str = "",
    year: int | None = None,
    body: str | None = None,
    agency: str | None = None,
    table_format: TableFormat | None = None,
    topics: tuple[Topic, ...] = (),
) -> Reading:
    """The figures and relations of a text.

    Args:
        text: prose of a report; offsets of figures count its code points.
        section: the number of the part that it stands in, copied into every figure.
        year: the report's year; without it every time counts as the report's own.
        body: the kind of body that reports (县政府办 …); without it every scope counts as its own.
        agency: the name of the body, where known.
        table_format: the format of the report's tables; without it that of the year.
        topics: the sub-topics of the text, where reading has found them.
    """
    setting = Setting(
        year=year,
        body=body,
        table_format=table_format or format_of_year(year),
        one_other_row=(table_format or format_of_year(year)) == "2019",
        agency=agency,
    )
    normal = normalise(text)
    figures = figures_in(text, normal, setting, section, topics)
    return Reading(figures, relations_in(normal, figures))


def figures_of(report: Report) -> tuple[list[Figure], list[Relation]]:
    """The figures of all parts of a report in printed order, and the relations inside each part."""
    figures: list[Figure] = []
    relations: list[Relation] = []
    has_tables = bool(report.cells)
    for section in report.sections:
        setting = Setting(
            year=report.year,
            body=report.body,
            part=section.part,
            table_format=(report.table_format if has_tables else None) or format_of_year(report.year),
            one_other_row="requests.other.all.total" in report.cells,
            agency=report.agency,
        )
        normal = normalise(section.text)
        found = figures_in(section.text, normal, setting, section.number, section.topics)
        offset = len(figures)
        figures += found
        for relation in relations_in(normal, found):
            relations.append(_moved(relation, offset))
    return figures, relations


def _moved(relation: Relation, offset: int) -> Relation:
    if not offset:
        return relation
    roles = {role: tuple(index + offset for index in indices) for role, indices in relation.roles.items()}
    return Relation(
        relation.kind, roles, relation.holds, relation.formula, relation.direction, relation.closed, relation.gap,
        relation.section,
    )  # fmt: skip
