"""Names in the XML of a Word document (ECMA-376), and its small look-ups."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_VALUE = _W + "val"
_COMPATIBILITY = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
ALTERNATE = f"{_COMPATIBILITY}AlternateContent"
CHOICE = f"{_COMPATIBILITY}Choice"
FALLBACK = f"{_COMPATIBILITY}Fallback"
BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EXTENT = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}extent"
IMAGE_DATA = "{urn:schemas-microsoft-com:vml}imagedata"
TEXT_PATH = "{urn:schemas-microsoft-com:vml}textpath"
MATH_TEXT = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"


@cache
def w(name: str) -> str:
    """The full name of a WordprocessingML element or attribute."""
    return _W + name


def child_of(element: Any | None, name: str) -> Any | None:
    """The first child of that name; ``iterchildren`` makes no object of those passed over, as ``find`` does."""
    return None if element is None else next(element.iterchildren(w(name)), None)


def value_of(element: Any | None, name: str) -> str | None:
    """The ``w:val`` of the child ``name``, None where there is no such child or value."""
    child = child_of(element, name)
    return None if child is None else child.get(_VALUE)


def is_on(element: Any | None, name: str) -> bool:
    """Whether the on/off child ``name`` is there and not switched off."""
    child = child_of(element, name)
    return child is not None and child.get(_VALUE, "1") not in ("0", "false", "off")


def whole(text: str | None, default: int = 0, most: int = 32_767) -> int:
    """A whole number as the format writes it, at most ``most``; ``default`` where it is missing or broken."""
    if text is None or len(text) > 9 or not (text.isascii() and text.isdigit()):
        return default
    return min(int(text), most)


def occurring(body: Any, tags: Iterable[str]) -> tuple[str, ...]:
    """Those of ``tags`` that occur in a document: a filter's cost grows with its names, and most never occur."""
    return tuple(tag for tag in tags if next(body.iter(tag), None) is not None)
