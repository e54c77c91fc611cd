"""What one page of a PDF draws: glyphs, ruling edges, pictures, in points from its upper left corner.

This is the only module that calls PDFium.  PDFium counts from the lower left corner of the unturned page;
``_Placing`` turns that into what a reader of the page sees, so that a landscape table reads like any other.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError

MAX_GLYPHS = 200_000
"""Glyphs of one page; a dense page of a report has under 3,000."""
MAX_OBJECTS = 100_000
"""Drawn objects of one page, those inside forms included."""
MAX_SEGMENTS = 200_000
"""Path segments of one page."""
_MAX_DEPTH = 8
_THIN = 3.2
"""Points: a drawn box thinner than this is a ruling, not an area."""
_SMALLEST_TYPE, _LARGEST_TYPE = 2.0, 60.0
"""Points of line height between which a box that PDFium tells for a glyph can be right."""
_PICTURE_WIDTH, _PICTURE_HEIGHT = 120.0, 50.0
"""Points: a smaller image is a mark or a seal and can't stand for text or a table."""


class Glyph(NamedTuple):
    """One character and the box it takes up in its line, advance width included."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float


class Edge(NamedTuple):
    """A straight ruling: ``at`` is its y where it is horizontal and its x where it is vertical."""

    at: float
    start: float
    end: float


class Box(NamedTuple):
    """An upright rectangle."""

    x0: float
    top: float
    x1: float
    bottom: float


class Page(NamedTuple):
    """Everything of a page that reading needs; ``fills`` are areas painted without a border."""

    number: int
    width: float
    height: float
    glyphs: list[Glyph]
    horizontal: list[Edge]
    vertical: list[Edge]
    fills: list[Box]
    pictures: list[Box]
    unmapped: int
    """Glyphs whose font doesn't tell which character they stand for."""


class _Placing:
    """From PDFium's coordinates to the page as it is seen."""

    def __init__(self, page: Any) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom, self.right, self.up = box.left, box.bottom, box.right, box.top
        self.turn = pdfium.FPDFPage_GetRotation(page)
        upright = self.turn % 2 == 0
        self.width = (self.right - self.left) if upright else (self.up - self.bottom)
        self.height = (self.up - self.bottom) if upright else (self.right - self.left)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        """The rectangle between two opposite corners, as seen."""
        if self.turn == 0:
            corners = (x0 - self.left, self.up - y0, x1 - self.left, self.up - y1)
        elif self.turn == 1:
            corners = (y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left)
        elif self.turn == 2:
            corners = (self.right - x0, y0 - self.bottom, self.right - x1, y1 - self.bottom)
        else:
            corners = (self.up - y0, self.right - x0, self.up - y1, self.right - x1)
        xa, ya, xb, yb = corners
        return Box(min(xa, xb), min(ya, yb), max(xa, xb), max(ya, yb))


def look(document: Any, index: int, path: Path) -> Page:
    """Page ``index`` (from 0) of an open PDFium document.

    Raises:
        ReadingError: the page is broken, or draws more than the limits above allow.
    """
    handle = pdfium.FPDF_LoadPage(document, index)
    if not handle:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        placing = _Placing(handle)
        page = Page(index + 1, placing.width, placing.height, [], [], [], [], [], 0)
        _collect_drawing(handle, placing, page, path)
        return page._replace(unmapped=_collect_glyphs(handle, placing, page.glyphs, path))
    finally:
        pdfium.FPDF_ClosePage(handle)


def _collect_glyphs(handle: Any, placing: _Placing, glyphs: list[Glyph], path: Path) -> int:
    text = pdfium.FPDFText_LoadPage(handle)
    if not text:
        raise ReadingError("damaged", path=path, format="PDF")
    try:
        count = pdfium.FPDFText_CountChars(text)
        if count > MAX_GLYPHS:
            raise ReadingError("pdf_too_big", path=path)
        rect = pdfium.FS_RECTF()
        reference = ctypes.byref(rect)
        unicode_of, box_of = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
        upright, left, up = placing.turn == 0, placing.left, placing.up
        unmapped = 0
        for i in range(count):
            code = unicode_of(text, i)
            # White space is known from the gaps: printed and generated blanks are equally unreliable.
            if code <= 32 or code in (0xA0, 0x3000, 0xFEFF) or not box_of(text, i, reference):
                continue
            if code in (0xFFFD, 0xFFFE, 0xFFFF) or 0xD800 <= code <= 0xDFFF or 0xE000 <= code <= 0xF8FF:
                unmapped += 1
                code = 0xFFFD
            if not _SMALLEST_TYPE <= rect.top - rect.bottom <= _LARGEST_TYPE:
                _use_ink_box(text, i, rect)
            if upright:
                glyphs.append(Glyph(chr(code), rect.left - left, up - rect.top, rect.right - left, up - rect.bottom))
            else:
                glyphs.append(Glyph(chr(code), *placing.box(rect.left, rect.bottom, rect.right, rect.top)))
        return unmapped
    finally:
        pdfium.FPDFText_ClosePage(text)


def _use_ink_box(text: Any, index: int, rect: Any) -> None:
    """Put the box of the glyph's ink in ``rect``: PDFium leaves scaling out of the line box of vertical fonts."""
    left, right, bottom, up = (ctypes.c_double() for _ in range(4))
    if pdfium.FPDFText_GetCharBox(text, index, left, right, bottom, up):
        rect.left, rect.bottom, rect.right, rect.top = left.value, bottom.value, right.value, up.value


_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def _objects(handle: Any, path: Path) -> Iterator[tuple[Any, int, _Matrix]]:
    """Each drawn object with its type and the matrix of the forms around it."""
    pending = [
        (pdfium.FPDFPage_GetObject(handle, i), _IDENTITY, 0) for i in range(pdfium.FPDFPage_CountObjects(handle))
    ]
    seen = 0
    while pending:
        item, outer, depth = pending.pop()
        seen += 1
        if seen + len(pending) > MAX_OBJECTS:
            raise ReadingError("pdf_too_big", path=path)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_FORM:
            if depth < _MAX_DEPTH:
                inner = _times(_matrix(item), outer)
                for i in range(pdfium.FPDFFormObj_CountObjects(item)):
                    pending.append((pdfium.FPDFFormObj_GetObject(item, i), inner, depth + 1))
        else:
            yield item, kind, outer


def _matrix(item: Any) -> _Matrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def _times(first: _Matrix, then: _Matrix) -> _Matrix:
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _apply(m: _Matrix, x: float, y: float) -> tuple[float, float]:
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def _collect_drawing(handle: Any, placing: _Placing, page: Page, path: Path) -> None:
    left, bottom, right, up = (ctypes.c_float() for _ in range(4))
    filled, stroked = ctypes.c_int(), ctypes.c_int()
    segments = 0
    for item, kind, outer in _objects(handle, path):
        if kind not in (pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_IMAGE):
            continue
        if not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, up):
            continue
        x0, y0, x1, y1 = left.value, bottom.value, right.value, up.value
        if outer is not _IDENTITY:
            (x0, y0), (x1, y1) = _apply(outer, x0, y0), _apply(outer, x1, y1)
        box = placing.box(x0, y0, x1, y1)
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
        if segments > MAX_SEGMENTS:
            raise ReadingError("pdf_too_big", path=path)
        _add_path(item, count, _times(_matrix(item), outer), bool(stroked.value), placing, page)


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


def _add_path(item: Any, count: int, matrix: _Matrix, stroked: bool, placing: _Placing, page: Page) -> None:
    """Take the straight upright parts of a path: rulings where it is stroked, else thin boxes and areas."""
    for points in _subpaths(item, count, matrix):
        xs, ys = [x for x, _ in points], [y for _, y in points]
        box = placing.box(min(xs), min(ys), max(xs), max(ys))
        if _add_thin(box, page):
            continue
        if not stroked:
            page.fills.append(box)
            continue
        for (xa, ya), (xb, yb) in pairwise(points):
            _add_thin(placing.box(xa, ya, xb, yb), page)


def _subpaths(item: Any, count: int, matrix: _Matrix) -> Iterator[list[tuple[float, float]]]:
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
        points.append(_apply(matrix, x.value, y.value))
        if pdfium.FPDFPathSegment_GetClose(segment):
            points.append(points[0])
    if len(points) > 1:
        yield points
