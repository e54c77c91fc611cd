"""A finished audit as spaCy documents: nothing is read again, verdicts come along."""

from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from auditor.model import Audit, Relation
from auditor.pipeline.components import Boundaries
from auditor.pipeline.storage import put_figures, put_relations, put_sentences


def documents_of(audit: Audit, nlp: Language) -> list[Doc]:
    """One document for each section, in printed order; ``doc.user_data["section"]`` is its number."""
    found: list[Doc] = []
    for section in audit.report.sections:
        doc = Boundaries()(nlp.make_doc(section.text))
        doc.user_data["section"] = section.number
        doc._.year, doc._.agency = audit.report.year, audit.report.agency
        own = {
            index: place
            for place, index in enumerate(
                index for index, figure in enumerate(audit.figures) if figure.section == section.number
            )
        }
        put_figures(doc, [audit.figures[index] for index in own])
        relations = (_moved(relation, own) for relation in audit.relations)
        put_relations(doc, [relation for relation in relations if relation is not None])
        put_sentences(doc, [labelled for labelled in audit.sentences if labelled.section == section.number])
        found.append(doc)
    return found


def _moved(relation: Relation, own: dict[int, int]) -> Relation | None:
    """The relation with indices into the section's own figures; None where it speaks of others."""
    if any(index not in own for indices in relation.roles.values() for index in indices):
        return None
    roles = {role: tuple(own[index] for index in indices) for role, indices in relation.roles.items()}
    return replace(relation, roles=roles)
