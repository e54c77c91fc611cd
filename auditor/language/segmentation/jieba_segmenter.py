"""jieba with the domain dictionary, on a tokenizer of its own: the shared one stays as others set it."""

from __future__ import annotations

import logging
import warnings

with warnings.catch_warnings():
    # Some installations answer jieba's import of pkg_resources with a warning that is not ours to show.
    warnings.simplefilter("ignore")
    import jieba

from auditor.language.segmentation.dictionary import dictionary
from auditor.language.segmentation.whole_numbers import cut_around


def plain_tokenizer() -> jieba.Tokenizer:
    """A tokenizer with jieba's own dictionary only."""
    # jieba tells on stderr that it loads its dictionary; nobody asked.
    jieba.default_logger.setLevel(logging.WARNING)
    tokenizer = jieba.Tokenizer()
    tokenizer.initialize()
    return tokenizer


class JiebaSegmenter:
    """jieba's precise mode; its cache file lies in the system's folder for temporary files."""

    name = "jieba"

    def __init__(self) -> None:
        self._tokenizer = plain_tokenizer()
        for entry in dictionary():
            self._tokenizer.add_word(entry.word, entry.frequency, entry.tag)

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; joined they are ``text``."""
        return cut_around(text, self._tokenizer.lcut)
