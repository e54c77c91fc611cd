"""Relations among the figures of one text, found by their wording and recomputed."""

from __future__ import annotations

from auditor.claims.relations.lists import list_relations
from auditor.claims.relations.markers import markers_of
from auditor.claims.relations.rates import rate_relations
from auditor.claims.relations.repeats import repeat_relations
from auditor.model import Figure, Relation


def relations_in(normal: str, figures: list[Figure]) -> list[Relation]:
    """The relations that a normalised text claims among its figures, in the order in which they are stated.

    Indices in ``roles`` point into ``figures``; where several figures stand on one span, at the first.
    """
    if not figures:
        return []
    markers = markers_of(normal, figures)
    lists = list_relations(markers)
    rates = rate_relations(markers, lists)
    # A part that has its share stated is not listed again as a part (figures.md 7.2).
    shared = {(relation.roles["whole"], relation.roles["part"]) for relation in rates if relation.kind == "ratio"}
    lists = [
        relation
        for relation in lists
        if relation.kind != "part" or (relation.roles["total"], relation.roles["part"]) not in shared
    ]
    listed = {
        index for relation in lists for role, indices in relation.roles.items() if role != "total" for index in indices
    }
    repeats = [
        relation
        for relation in repeat_relations(markers, listed)
        if relation.kind != "part" or (relation.roles["total"], relation.roles["part"]) not in shared
    ]
    found = [*lists, *rates, *repeats]
    return sorted(found, key=lambda relation: (max(max(v) for v in relation.roles.values()), relation.kind))
