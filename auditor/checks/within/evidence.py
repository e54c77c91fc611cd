"""How a relation is shown in a finding: its formula, the spans of its figures, their values."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.checks.narrative.evidence import shown, span_of
from auditor.checks.registry import Case, Violation
from auditor.model import Figure, Relation, Severity, Span


def figures_of(relation: Relation, case: Case) -> list[Figure]:
    """The figures of a relation, role by role."""
    return [case.figures[index] for indices in relation.roles.values() for index in indices]


def spans_of(relation: Relation, case: Case) -> tuple[Span, ...]:
    """Where the figures of a relation stand, in the order of the text."""
    return tuple(sorted({span_of(figure) for figure in figures_of(relation, case)}))


def quotes(relation: Relation, case: Case, *roles: str) -> dict[str, object]:
    """The figures of each role as the text prints them."""
    return {role: "、".join(case.figures[index].text for index in relation.roles[role]) for role in roles}


def broken(
    relation: Relation,
    case: Case,
    fields: Mapping[str, object],
    *,
    severity: Severity | None = None,
    variant: str = "",
) -> Violation:
    """The violation of a relation that does not hold; ``fields`` fill the message beside its formula and gap."""
    stated = {role: [shown(case.figures[index].value) for index in indices] for role, indices in relation.roles.items()}
    return Violation(
        {"formula": relation.formula, "gap": shown(relation.gap), **fields},
        (),
        spans_of(relation, case),
        {"stated": stated, "formula": relation.formula},
        severity=severity,
        variant=variant,
    )
