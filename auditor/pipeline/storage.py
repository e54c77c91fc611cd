"""Figures, relations and labels inside a ``Doc``: as plain values, so that ``to_bytes`` and ``DocBin`` keep them.

They lie in ``doc.user_data``; a span of one of our groups names its item by its id (``figure:3``).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any, Final, TypeVar

from spacy.tokens import Doc, Span, SpanGroup

from auditor.exchange import exact, plain
from auditor.model import Figure, Label, LabelledSentence, Relation

FIGURES: Final = "auditor_figures"
RELATIONS: Final = "auditor_relations"
SENTENCES: Final = "auditor_sentences"
_VALUES: Final = frozenset({"value", "value_high", "expected", "gap"})
_Item = TypeVar("_Item", Figure, Relation)


def _packed(item: Figure | Relation) -> dict[str, Any]:
    data: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if isinstance(value, Decimal):
            value = plain(value)
        elif isinstance(value, tuple):
            value = list(value)
        elif isinstance(value, Mapping):
            value = {role: list(indices) for role, indices in value.items()}
        data[field.name] = value
    return data


def _unpacked(kind: type[_Item], data: Mapping[str, Any]) -> _Item:
    values: dict[str, Any] = {}
    for name, value in data.items():
        if name in _VALUES:
            values[name] = exact(value)
        elif isinstance(value, list | tuple):
            values[name] = tuple(value)
        elif isinstance(value, Mapping):
            values[name] = {role: tuple(indices) for role, indices in value.items()}
        else:
            values[name] = value
    return kind(**values)


def _spans(doc: Doc, group: str, places: Sequence[tuple[int, int, str]]) -> SpanGroup:
    """A group of one span for each place (start, end, label), widened to whole tokens, in the order given."""
    found: list[Span] = []
    for index, (start, end, label) in enumerate(places):
        span = doc.char_span(start, end, label=label, alignment_mode="expand", span_id=f"{group}:{index}")
        if span is None:
            raise ValueError(f"{group} {index}: no token at {start}–{end} of a text of {len(doc.text)} characters")
        found.append(span)
    return SpanGroup(doc, name=group, spans=found)


def put_figures(doc: Doc, figures: Sequence[Figure]) -> None:
    """Store the figures and mark their spans in ``doc.spans["figures"]``, labelled by kind."""
    doc.user_data[FIGURES] = [_packed(figure) for figure in figures]
    doc.spans["figures"] = _spans(doc, "figures", [(item.start, item.end, item.kind) for item in figures])


def put_relations(doc: Doc, relations: Sequence[Relation]) -> None:
    """Store the relations; their indices point into the figures."""
    doc.user_data[RELATIONS] = [_packed(relation) for relation in relations]


def put_sentences(doc: Doc, labelled: Sequence[LabelledSentence]) -> None:
    """Store the labels and mark the judged sentences in ``doc.spans["sentences"]``."""
    doc.user_data[SENTENCES] = [
        {
            "section": item.section,
            "start": item.start,
            "end": item.end,
            "text": item.text,
            "label": item.label.label,
            "role": item.label.role,
            "probabilities": None if item.label.probabilities is None else dict(item.label.probabilities),
            "reasons": list(item.label.reasons),
        }
        for item in labelled
    ]
    doc.spans["sentences"] = _spans(doc, "sentences", [(item.start, item.end, item.label.label) for item in labelled])


def figures_in(doc: Doc) -> list[Figure]:
    """The figures of the document, in order; empty where no component has read any."""
    return [_unpacked(Figure, data) for data in doc.user_data.get(FIGURES, [])]


def relations_in(doc: Doc) -> list[Relation]:
    """The relations of the document."""
    return [_unpacked(Relation, data) for data in doc.user_data.get(RELATIONS, [])]


def sentences_in(doc: Doc) -> list[LabelledSentence]:
    """The labelled sentences of the document."""
    return [_sentence(data) for data in doc.user_data.get(SENTENCES, [])]


def _sentence(data: Mapping[str, Any]) -> LabelledSentence:
    label = Label(data["label"], data["role"], data["probabilities"], tuple(data["reasons"]))
    return LabelledSentence(data["section"], data["start"], data["end"], data["text"], label)


def _index(span: Span, group: str) -> int | None:
    name, _, number = span.id_.partition(":")
    return int(number) if name == group and number.isdecimal() else None


def figure_of(span: Span) -> Figure | None:
    """The figure that a span of ``doc.spans["figures"]`` marks; None for any other span."""
    index = _index(span, "figures")
    return None if index is None else _unpacked(Figure, span.doc.user_data[FIGURES][index])


def sentence_of(span: Span) -> LabelledSentence | None:
    """The labelled sentence that a span of ``doc.spans["sentences"]`` marks; None for any other span."""
    index = _index(span, "sentences")
    return None if index is None else _sentence(span.doc.user_data[SENTENCES][index])
