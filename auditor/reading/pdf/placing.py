"""From PDFium's coordinates, which count from the unturned page's lower left, to the page as it is seen."""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from auditor.reading.pdf.values import Box


class Placing:
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
