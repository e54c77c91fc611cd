"""The spaCy components, as registered factories; each does one job and keeps its settings in the config.

spaCy gives every factory ``nlp`` and ``name``, whether it needs them or not.
"""

from __future__ import annotations

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from auditor.pipeline.extensions import register
from auditor.pipeline.storage import figures_in, put_figures, put_relations, put_sentences

register()


class Boundaries:
    """Sentence boundaries by ``auditor.language.sentences``: 。！？ and line ends, not inside brackets or quotes."""

    def __call__(self, doc: Doc) -> Doc:
        """Set ``token.is_sent_start`` for every token."""
        import numpy as np

        from auditor.language.normalise import normalise
        from auditor.language.sentences import sentences

        starts = iter([start for start, _ in sentences(normalise(doc.text))])
        next_start = next(starts, None)
        marks: list[int] = []
        for token in doc:
            begins = not marks
            while next_start is not None and next_start < token.idx + len(token):
                begins, next_start = True, next(starts, None)
            marks.append(1 if begins else -1)
        # One array at once: setting token by token asks spaCy each time whether a parser ran.
        column: Any = np.array(marks, dtype=np.int64).astype(np.uint64)
        return doc.from_array(["SENT_START"], column) if marks else doc


class Figures:
    """The figures of the text with their addresses, in ``doc.spans["figures"]`` and ``doc._.figures``.

    ``year`` and ``agency`` say whose report the text belongs to, ``section`` which part it is;
    ``doc._.year`` and ``doc._.agency`` take precedence.
    """

    def __init__(self, *, year: int | None, agency: str | None, section: str) -> None:
        self.year = year
        self.agency = agency
        self.section = section

    def __call__(self, doc: Doc) -> Doc:
        """Read the figures of the text and store them."""
        from auditor.claims import read_text
        from auditor.reading.bodies import body_of

        year = self.year if doc._.year is None else doc._.year
        agency = self.agency if doc._.agency is None else doc._.agency
        body = body_of(agency) if agency else None
        put_figures(doc, read_text(doc.text, section=self.section, year=year, agency=agency, body=body).figures)
        return doc


class Relations:
    """What the text claims among its figures, recomputed: ``doc._.relations``; needs the figures."""

    def __call__(self, doc: Doc) -> Doc:
        """Recompute the relations among the stored figures and store them."""
        from auditor.claims.relations import relations_in
        from auditor.language.normalise import normalise

        put_relations(doc, relations_in(normalise(doc.text), figures_in(doc)))
        return doc


class Sentences:
    """The sentences that part 五 is judged by, with label and role, in ``doc.spans["sentences"]``."""

    def __init__(self, *, section: str) -> None:
        self.section = section

    def __call__(self, doc: Doc) -> Doc:
        """Label the sentences of the text and store them."""
        from auditor.boilerplate import label_text

        put_sentences(doc, label_text(doc.text, self.section))
        return doc


@Language.factory("auditor_boundaries", assigns=["token.is_sent_start", "doc.sents"])
def make_boundaries(nlp: Language, name: str) -> Boundaries:  # noqa: ARG001
    """The factory ``auditor_boundaries``."""
    return Boundaries()


@Language.factory(
    "auditor_figures",
    assigns=["doc.spans", "doc._.figures"],
    default_config={"year": None, "agency": None, "section": ""},
)
def make_figures(nlp: Language, name: str, year: int | None, agency: str | None, section: str) -> Figures:  # noqa: ARG001
    """The factory ``auditor_figures``; settings: year, agency, section."""
    return Figures(year=year, agency=agency, section=section)


@Language.factory("auditor_relations", requires=["doc._.figures"], assigns=["doc._.relations"])
def make_relations(nlp: Language, name: str) -> Relations:  # noqa: ARG001
    """The factory ``auditor_relations``."""
    return Relations()


@Language.factory("auditor_sentences", assigns=["doc.spans", "doc._.sentences"], default_config={"section": "五"})
def make_sentences(nlp: Language, name: str, section: str) -> Sentences:  # noqa: ARG001
    """The factory ``auditor_sentences``; setting: section."""
    return Sentences(section=section)
