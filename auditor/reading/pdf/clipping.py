"""Where an object of a page shows: a browser draws a table's lines beyond the page's end, too, and lets them be cut."""

from __future__ import annotations

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from auditor.reading.pdf.objects import IDENTITY, Matrix
from auditor.reading.pdf.placing import Placing
from auditor.reading.pdf.values import Box

_HAIR = 0.5
"""Points by which a line may stand beside the window that cuts it."""


class Sight(NamedTuple):
    """How the page shows an object: where, and within which window; None where all of it shows."""

    placing: Placing
    window: Box | None

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box | None:
        """What shows of the rectangle between two opposite corners; None where nothing does."""
        box = self.placing.box(x0, y0, x1, y1)
        if self.window is None:
            return box
        part = _shared(box, self.window)
        if part.x1 - part.x0 < -_HAIR or part.bottom - part.top < -_HAIR:
            return None
        return Box(part.x0, part.top, max(part.x0, part.x1), max(part.top, part.bottom))


def sight_of(item: Any, outer: Matrix, placing: Placing) -> Sight:
    """How the page shows an object that stands in forms with this matrix.

    Of a window that is no upright rectangle the box around it is taken.  Inside forms no window is known: PDFium
    gives the form's own in other coordinates than the page's.
    """
    if outer is not IDENTITY:
        return Sight(placing, None)
    clip = pdfium.FPDFPageObj_GetClipPath(item)
    count = pdfium.FPDFClipPath_CountPaths(clip) if clip else 0
    window: Box | None = None
    for at in range(count):
        box = _around(clip, at, placing)
        if box is not None:
            window = box if window is None else _shared(window, box)
    return Sight(placing, window)


def _shared(one: Box, other: Box) -> Box:
    return Box(max(one.x0, other.x0), max(one.top, other.top), min(one.x1, other.x1), min(one.bottom, other.bottom))


def _around(clip: Any, at: int, placing: Placing) -> Box | None:
    x, y = ctypes.c_float(), ctypes.c_float()
    xs: list[float] = []
    ys: list[float] = []
    for index in range(pdfium.FPDFClipPath_CountPathSegments(clip, at)):
        segment = pdfium.FPDFClipPath_GetPathSegment(clip, at, index)
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return None
        xs.append(x.value)
        ys.append(y.value)
    return placing.box(min(xs), min(ys), max(xs), max(ys)) if xs else None
