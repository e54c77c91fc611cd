"""What a page draws besides text: rulings, painted areas, pictures, those inside forms included."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError
from auditor.reading.pdf.clipping import Sight, sight_of
from auditor.reading.pdf.objects import IDENTITY, Drawn, Matrix, applied, matrix_of, times
from auditor.reading.pdf.placing import Placing
from auditor.reading.pdf.values import Box, Edge, Page

_THIN = 3.2
"""Points: a drawn box thinner than this is a ruling, not an area."""
_PICTURE_WIDTH, _PICTURE_HEIGHT = 120.0, 50.0
"""Points: a smaller image is a mark or a seal and can't stand for text or a table."""


def collect_drawing(objects: Sequence[Drawn], placing: Placing, page: Page, path: Path, most: int) -> None:
    """Put the rulings, areas and pictures of an open page into ``page``.

    Raises:
        ReadingError: more than ``most`` path segments.
    """
    left, bottom, right, up = (ctypes.c_float() for _ in range(4))
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    segments = 0
    for item, kind, outer in objects:
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, up):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, up.value
        if outer is not IDENTITY:
            (x0, y0), (x1, y1) = applied(outer, x0, y0), applied(outer, x1, y1)
        sight = sight_of(item, outer, placing)
        box = sight.box(x0, y0, x1, y1)
        if box is None:
            continue
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if box.x1 - box.x0 >= _PICTURE_WIDTH and box.bottom - box.top >= _PICTURE_HEIGHT:
                page.pictures.append(box)
            continue
        pdfium.FPDFPath_GetDrawMode(item, filled, stroked)
        if not (filled.value or stroked.value):
            continue  # a clipping path paints nothing
        if _add_thin(box, page):
            continue
        segments += (count := pdfium.FPDFPath_CountSegments(item))
        if segments > most:
            raise ReadingError("pdf_too_big", path=path)
        _add_path(item, count, times(matrix_of(item), outer), bool(stroked.value), sight, page)


def _add_thin(box: Box, page: Page) -> bool:
    """Take a box that is a ruling by its shape; say whether it was one."""
    wide, high = box.x1 - box.x0, box.bottom - box.top
    if wide <= _THIN and high <= _THIN:
        # A dot of a dotted ruling goes either way; a lone one is dropped when edges are joined.
        page.horizontal.append(Edge((box.top + box.bottom) / 2, box.x0, box.x1))
        page.vertical.append(Edge((box.x0 + box.x1) / 2, box.top, box.bottom))
    elif high <= _THIN and wide > high:
        page.horizontal.append(Edge((box.top + box.bottom) / 2, box.x0, box.x1))
    elif wide <= _THIN and high > wide:
        page.vertical.append(Edge((box.x0 + box.x1) / 2, box.top, box.bottom))
    else:
        return False
    return True


def _add_path(item: Any, count: int, matrix: Matrix, stroked: bool, sight: Sight, page: Page) -> None:
    """Take the straight upright parts of a path: rulings where it is stroked, else thin boxes and areas."""
    for points in _subpaths(item, count, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = sight.box(min(xs), min(ys), max(xs), max(ys))
        if box is None or _add_thin(box, page):
            continue
        if not stroked:
            page.fills.append(box)
            continue
        for (xa, ya), (xb, yb) in pairwise(points):
            side = sight.box(xa, ya, xb, yb)
            if side is not None:
                _add_thin(side, page)


def _subpaths(item: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for i in range(count):
        segment = pdfium.FPDFPath_GetPathSegment(item, i)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            if len(points) > 1:
                yield points
            points = []
        points.append(applied(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
