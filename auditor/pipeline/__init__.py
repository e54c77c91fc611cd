"""The language, the claims and the boilerplate as a spaCy pipeline.

    import auditor.pipeline
    nlp = auditor.pipeline.load(year=2024, agency="安平县人民政府办公室")
    doc = nlp("共收到政府信息公开申请11件，其中自然人申请10件。")
    doc.spans["figures"][0]._.address     # requests.new.total
    doc._.relations                       # what the text claims among its figures

The components are registered factories (``auditor_boundaries``, ``auditor_figures``, ``auditor_relations``,
``auditor_sentences``), so that they fit into any spaCy pipeline.  spaCy is imported when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

    from auditor.model import Audit

__all__ = ["documents", "load"]


def load(*, segmenter: str = "rjieba", year: int | None = None, agency: str | None = None) -> Language:
    """A Chinese spaCy pipeline whose components read the prose of an annual report.

    Args:
        segmenter: what cuts the text into tokens: rjieba, jieba or pkuseg.
        year: the report's year; without it every time counts as the report's own.
        agency: the body that reports, a full name or a kind (县政府办); without it every scope is its own.

    A text of another report can say so itself: set ``doc._.year`` and ``doc._.agency`` before the
    components run.

    Raises:
        UsageError: there is no such segmenter, or its package is missing.
    """
    from auditor.language.segmentation import segmenter as checked
    from auditor.pipeline.build import pipeline

    checked(segmenter)
    return pipeline(segmenter=segmenter, year=year, agency=agency)


def documents(audit: Audit, *, nlp: Language | None = None) -> list[Doc]:
    """The sections of an audited report as spaCy documents, with figures, verdicts, relations and labels.

    ``nlp`` only cuts the text into tokens; what the audit found is taken over, nothing is read again.
    """
    from auditor.pipeline.audited import documents_of

    return documents_of(audit, nlp or load())
