"""rjieba: jieba's method and dictionary in Rust, some thirty times as fast; the default."""

from __future__ import annotations

import rjieba

from auditor.language.segmentation.dictionary import dictionary
from auditor.language.segmentation.whole_numbers import cut_around


class RjiebaSegmenter:
    """rjieba with the domain dictionary, on an instance of its own."""

    name = "rjieba"

    def __init__(self) -> None:
        self._jieba = rjieba.Jieba()
        for entry in dictionary():
            self._jieba.add_word(entry.word, entry.frequency, entry.tag)

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; joined they are ``text``."""
        return cut_around(text, self._jieba.cut)
