"""A spaCy tokenizer over our segmenters: ``doc.text`` is the text, every token stands at its offset."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final

from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

from auditor.language.segmentation import DEFAULT, segmenter

TOKENIZER: Final = "auditor.Tokenizer.v1"


def words_and_spaces(pieces: Iterable[str]) -> tuple[list[str], list[bool]]:
    """spaCy's form of a cut text: one blank after a word is a flag of the word, other white space is a token."""
    words: list[str] = []
    spaces: list[bool] = []
    for piece in pieces:
        rest = piece
        if rest.startswith(" ") and words and not spaces[-1]:
            spaces[-1] = True
            rest = rest[1:]
        if rest:
            words.append(rest)
            spaces.append(False)
    return words, spaces


class WordTokenizer:
    """Cuts text with one of our segmenters; its only setting is the segmenter's name, kept in ``nlp.config``."""

    def __init__(self, vocab: Vocab, name: str) -> None:
        self.vocab = vocab
        self.segmenter = name
        self._cut = segmenter(name).cut

    def __call__(self, text: str) -> Doc:
        """The tokens of ``text``."""
        words, spaces = words_and_spaces(self._cut(text))
        return Doc(self.vocab, words=words, spaces=spaces)

    def __reduce__(self) -> tuple[type[WordTokenizer], tuple[Vocab, str]]:
        return WordTokenizer, (self.vocab, self.segmenter)

    def to_bytes(self, **_: Any) -> bytes:
        """Nothing: the segmenter's name stands in the pipeline's config."""
        return b""

    def from_bytes(self, _data: bytes, **_: Any) -> WordTokenizer:
        """The tokenizer itself, as the config made it."""
        return self

    def to_disk(self, _path: str | Path, **_: Any) -> None:
        """Nothing: the segmenter's name stands in the pipeline's config."""

    def from_disk(self, _path: str | Path, **_: Any) -> WordTokenizer:
        """The tokenizer itself, as the config made it."""
        return self


def make_tokenizer(segmenter: str = DEFAULT) -> Callable[[Language], WordTokenizer]:
    """The registered constructor (``[nlp.tokenizer]`` in a config): a tokenizer over the segmenter of that name."""

    def tokenizer(nlp: Language) -> WordTokenizer:
        return WordTokenizer(nlp.vocab, segmenter)

    return tokenizer


registry.tokenizers.register(TOKENIZER, func=make_tokenizer)
