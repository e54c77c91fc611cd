"""Segmentation: Chinese text into words, by three segmenters behind one interface.

``segmenter(name).cut(text)`` gives the words in order; joined they are the text, character by
character.  All three know the words of ``lexicons/language/dictionary.txt``.  Numbers stay whole tokens
(１２件, 1,204, 98.5%, 2024年), whichever segmenter cuts the rest: see :mod:`.whole_numbers`.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import Final, Protocol, runtime_checkable

from auditor.errors import UsageError

DEFAULT: Final = "rjieba"
NAMES: Final = ("rjieba", "jieba", "pkuseg")
_HOME: Final = {
    "rjieba": ("auditor.language.segmentation.rjieba_segmenter", "RjiebaSegmenter"),
    "jieba": ("auditor.language.segmentation.jieba_segmenter", "JiebaSegmenter"),
    "pkuseg": ("auditor.language.segmentation.pkuseg_segmenter", "PkusegSegmenter"),
}


@runtime_checkable
class Segmenter(Protocol):
    """What cuts text into words."""

    name: str

    def cut(self, text: str) -> list[str]:
        """The words of ``text`` in order; ``"".join(words) == text``."""
        ...


def segmenter(name: str = DEFAULT) -> Segmenter:
    """The segmenter called ``name`` (rjieba, jieba, pkuseg), with our dictionary; made once a process.

    Raises:
        UsageError: the name is none of the three, or its package is not installed.
    """
    if name not in _HOME:
        raise UsageError("segmenter_unknown", name=name, names=", ".join(NAMES))
    return _made(name)


@cache
def _made(name: str) -> Segmenter:
    module, cls = _HOME[name]
    try:
        made: Segmenter = getattr(import_module(module), cls)()
    except ModuleNotFoundError as missing:
        if missing.name is None or missing.name.startswith("auditor"):
            raise
        package = missing.name.replace("_", "-")
        raise UsageError("segmenter_missing", name=name, package=package) from missing
    return made
