"""What ``doc._`` and ``span._`` know of figures, claims and sentences.

All but ``doc._.year`` and ``doc._.agency`` are computed from what the components stored and can't be set.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from spacy.tokens import Doc, Span

from auditor.pipeline.storage import figure_of, figures_in, relations_in, sentence_of, sentences_in

# Fields of a figure that a span shows under their own names; see auditor.model.Figure.
FIGURE_FIELDS: Final = (
    "value",
    "value_high",
    "unit",
    "kind",
    "approximate",
    "period",
    "address",
    "alternatives",
    "confidence",
    "expected",
    "verdict",
)
LABEL_FIELDS: Final = ("role", "probabilities")


def _figure_field(name: str) -> Callable[[Span], Any]:
    def field(span: Span) -> Any:
        figure = figure_of(span)
        return None if figure is None else getattr(figure, name)

    return field


def _label_field(name: str) -> Callable[[Span], Any]:
    def field(span: Span) -> Any:
        sentence = sentence_of(span)
        return None if sentence is None else getattr(sentence.label, name)

    return field


def _reasons(span: Span) -> tuple[str, ...]:
    figure, sentence = figure_of(span), sentence_of(span)
    if figure is not None:
        return figure.reasons
    return () if sentence is None else sentence.label.reasons


SPAN_GETTERS: Final[dict[str, Callable[[Span], Any]]] = {
    "figure": figure_of,
    "sentence": sentence_of,
    "reasons": _reasons,
    **{name: _figure_field(name) for name in FIGURE_FIELDS},
    **{name: _label_field(name) for name in LABEL_FIELDS},
}
DOC_GETTERS: Final[dict[str, Callable[[Doc], Any]]] = {
    "figures": figures_in,
    "relations": relations_in,
    "sentences": sentences_in,
}
DOC_SETTINGS: Final = ("year", "agency")


def register() -> None:
    """Declare the extensions to spaCy, once a process.

    Raises:
        ValueError: another package has declared one of the names (spaCy's error E090 names it).
    """
    for name, of_span in SPAN_GETTERS.items():
        if not (Span.has_extension(name) and Span.get_extension(name)[2] is of_span):
            Span.set_extension(name, getter=of_span)
    for name, of_doc in DOC_GETTERS.items():
        if not (Doc.has_extension(name) and Doc.get_extension(name)[2] is of_doc):
            Doc.set_extension(name, getter=of_doc)
    for name in DOC_SETTINGS:
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
