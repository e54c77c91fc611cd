"""pkuseg with the model in ``models/segmenter``, trained by us on our own sentences; nothing is downloaded."""

from __future__ import annotations

import re
from pathlib import Path

import spacy_pkuseg
from spacy_pkuseg.config import config

from auditor.language.segmentation.dictionary import dictionary
from auditor.language.segmentation.whole_numbers import cut_around
from auditor.resources import model_path

_BLANK_OR_NOT = re.compile(r"\s+|\S+")


class PkusegSegmenter:
    """A conditional random field over characters; words of our dictionary are cut out first.

    ``words`` False leaves the dictionary out.
    """

    name = "pkuseg"

    def __init__(self, model: Path | None = None, *, words: bool = True) -> None:
        previous = config.modelDir
        try:
            # Without a word list pkuseg loads no dictionary of its own; ours is put in its place.
            self._pkuseg = spacy_pkuseg.pkuseg(str(model or model_path("segmenter")), user_dict=None, postag=False)
        finally:
            config.modelDir = previous
        if words:
            self._pkuseg.preprocesser = spacy_pkuseg.Preprocesser([entry.word for entry in dictionary()])

    def cut(self, text: str) -> list[str]:
        """The words of ``text``; joined they are ``text``."""
        return cut_around(text, self._cut_with_blanks, always=True)

    def _cut_with_blanks(self, text: str) -> list[str]:
        """pkuseg drops white space; here it stays, each run one piece."""
        words: list[str] = []
        for piece in _BLANK_OR_NOT.findall(text):
            words += [piece] if piece.isspace() else self._pkuseg.cut(piece)
        return words
