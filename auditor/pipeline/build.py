"""Puts the components together; importing this module registers them with spaCy."""

from __future__ import annotations

import spacy
from spacy.language import Language

from auditor.pipeline import components as components
from auditor.pipeline.tokenizer import TOKENIZER


def pipeline(*, segmenter: str, year: int | None, agency: str | None) -> Language:
    """A blank Chinese pipeline with our tokenizer and all our components."""
    nlp = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": TOKENIZER, "segmenter": segmenter}}})
    nlp.add_pipe("auditor_boundaries")
    nlp.add_pipe("auditor_figures", config={"year": year, "agency": agency})
    nlp.add_pipe("auditor_relations")
    nlp.add_pipe("auditor_sentences")
    return nlp
