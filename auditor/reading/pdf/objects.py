"""The objects that a page draws, those inside forms included, and how its texts stand."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from auditor.errors import ReadingError

_MAX_DEPTH = 8
_SKEW = 5.0
"""Degrees by which a scan or a sloppy print may lean; what leans more is a watermark."""

_FLAT = 0.02
"""Points: PDFium skips a text that is narrower."""

Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
SLANTED, UNSEEN = -1, -2
"""How a text stands that is no part of the page's writing: askew, or painted with nothing."""


class Drawn(NamedTuple):
    """An object, its type, and the matrix of the forms around it."""

    item: Any
    kind: int
    outer: Matrix


def objects_of(handle: Any, path: Path, most: int) -> list[Drawn]:
    """Each object of an open page.

    Raises:
        ReadingError: more objects than ``most``.
    """
    count = pdfium.FPDFPage_CountObjects(handle)
    if count > most:
        raise ReadingError("pdf_too_big", path=path)
    get, type_of, form = pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType, pdfium.FPDF_PAGEOBJ_FORM
    found: list[Drawn] = []
    pending: list[tuple[Any, Matrix, int]] = []
    for i in range(count):
        item = get(handle, i)
        kind = type_of(item)
        if kind == form:
            pending.append((item, IDENTITY, 0))
        else:
            found.append(Drawn(item, kind, IDENTITY))
    seen = count
    while pending:
        item, outer, depth = pending.pop()
        if depth >= _MAX_DEPTH:
            continue
        inner = times(matrix_of(item), outer)
        held = pdfium.FPDFFormObj_CountObjects(item)
        seen += max(held, 0)
        if seen > most:
            raise ReadingError("pdf_too_big", path=path)
        for i in range(held):
            part = pdfium.FPDFFormObj_GetObject(item, i)
            kind = type_of(part)
            if kind == form:
                pending.append((part, inner, depth + 1))
            else:
                found.append(Drawn(part, kind, inner))
    return found


def matrix_of(item: Any) -> Matrix:
    """An object's own matrix."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(item, matrix)
    return (matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)


def times(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that applies one and then the other."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = then
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def applied(m: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a matrix puts a point."""
    return m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]


def stands_of(objects: Sequence[Drawn]) -> dict[int, int]:
    """How each text object stands, by its address: quarters counter-clockwise, ``SLANTED`` or ``UNSEEN``."""
    stands: dict[int, int] = {}
    text, mode_of = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDFTextObj_GetTextRenderMode
    unseen = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
    matrix, get_matrix = pdfium.FS_MATRIX(), pdfium.FPDFPageObj_GetMatrix
    reference = ctypes.byref(matrix)
    for item, kind, outer in objects:
        if kind != text:
            continue
        address = ctypes.addressof(item.contents)
        if mode_of(item) in unseen:
            stands[address] = UNSEEN
            continue
        get_matrix(item, reference)
        a, b = matrix.a, matrix.b
        if outer is not IDENTITY:
            a, b = a * outer[0] + b * outer[2], a * outer[1] + b * outer[3]
        stands[address] = 0 if b == 0.0 and a > 0.0 else _quarters(a, b)
    return stands


def has_flat_text(objects: Sequence[Drawn]) -> bool:
    """Whether a text has no extent: its font lies neither in the file nor at hand, and PDFium would skip it."""
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    text, bounds = pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDFPageObj_GetBounds
    return any(
        kind == text
        and bounds(item, left, bottom, right, top)
        and (right.value - left.value < _FLAT or top.value - bottom.value < _FLAT)
        for item, kind, _ in objects
    )


def _quarters(a: float, b: float) -> int:
    if not (math.isfinite(a) and math.isfinite(b)):
        return SLANTED
    degrees = math.degrees(math.atan2(b, a))
    quarters = round(degrees / 90)
    return quarters % 4 if abs(degrees - 90 * quarters) <= _SKEW else SLANTED


def main_stand(stands: dict[int, int]) -> int:
    """How most of a page's texts stand; 0 where there is none."""
    counts = Counter(stand for stand in stands.values() if stand >= 0)
    return max(counts.items(), key=lambda entry: (entry[1], -entry[0]))[0] if counts else 0
