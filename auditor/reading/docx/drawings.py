"""What a drawing in a paragraph holds: text boxes, lettering, pictures."""

from __future__ import annotations

import re
from typing import Any

from auditor.reading.docx.names import BLIP, EXTENT, FALLBACK, IMAGE_DATA, TEXT_PATH, w, whole

_EMU = 12_700
"""English Metric Units in a point."""
_PICTURE_WIDTH, _PICTURE_HEIGHT = 120, 50
"""Points: a smaller image is a mark or a seal and can't stand for text or a table."""
_BOX = w("txbxContent")
_SIDE = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d{1,6})[.\d]*(pt|in|cm|mm|px)?")
_POINTS = {"pt": 1, "in": 72, "cm": 28, "mm": 3, "px": 1}

Box = Any
"""The element of a text box, or the lettering of an old WordArt as ``str``."""


def drawn(element: Any) -> tuple[list[Box], int]:
    """The text boxes of a drawing, and 1 where it shows a picture of a size that could hold text or a table."""
    boxes: list[Box] = []
    picture = 0
    for child in element.iter(BLIP, IMAGE_DATA, TEXT_PATH, _BOX):
        if _is_inside(child, element):
            continue
        if child.tag == _BOX:
            boxes.append(child)
        elif child.tag == TEXT_PATH:
            boxes.append(child.get("string") or "")
        else:
            picture |= _is_large(child, element)
    return boxes, picture


def _is_inside(child: Any, top: Any) -> bool:
    """Whether something stands in a box, which is read by itself, or in the older form of what stands twice."""
    for ancestor in child.iterancestors():
        if ancestor is top:
            return False
        if ancestor.tag in (_BOX, FALLBACK):
            return True
    return False


def _is_large(picture: Any, drawing: Any) -> bool:
    extent = next(drawing.iter(EXTENT), None)
    if extent is not None:
        wide, high = (whole(extent.get(side), most=999_999_999) for side in ("cx", "cy"))
        return wide >= _PICTURE_WIDTH * _EMU and high >= _PICTURE_HEIGHT * _EMU
    shape = picture.getparent()
    sides = {side: int(size) * _POINTS[unit or "pt"] for side, size, unit in _SIDE.findall(_styled(shape))}
    wide, high = sides.get("width", _PICTURE_WIDTH), sides.get("height", _PICTURE_HEIGHT)
    return wide >= _PICTURE_WIDTH and high >= _PICTURE_HEIGHT


def _styled(shape: Any | None) -> str:
    return "" if shape is None else shape.get("style") or ""
