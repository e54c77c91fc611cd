"""Chinese text for the other stages: normal forms, numbers, sentences, segmentation.

The names below are loaded when they are first used, so that ``import auditor.language`` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from auditor.language.number_reading import Number, numbers
    from auditor.language.segmentation import Segmenter, segmenter

__all__ = ["Number", "Segmenter", "numbers", "segmenter"]

_HOME = {
    "Number": "auditor.language.number_reading",
    "numbers": "auditor.language.number_reading",
    "Segmenter": "auditor.language.segmentation",
    "segmenter": "auditor.language.segmentation",
}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *_HOME})
