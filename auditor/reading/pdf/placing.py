"""From PDFium's coordinates, which count from the unturned page's lower left, to the page as it is seen.

Pages as small as a stamp or as large as a wall, as a printer's matrix makes them, are brought to the size
of paper, so that every measure further on is in points of a page that a person would hold.
"""

from __future__ import annotations

from typing import Any

import pypdfium2.raw as pdfium

from auditor.reading.pdf.values import Box

_NARROWEST, _WIDEST, _PAPER = 350.0, 1_000.0, 595.0
"""Points: the shorter side of a page that needs no scaling, and what any other is brought to."""


class Placing:
    """From PDFium's coordinates to the page as it is seen; ``turn`` counts quarters clockwise.

    ``more`` are quarters that the content itself asks for: a page whose text all runs upwards is read
    from its side.
    """

    def __init__(self, page: Any, more: int = 0) -> None:
        box = pdfium.FS_RECTF()
        pdfium.FPDF_GetPageBoundingBox(page, box)
        self.left, self.bottom, self.right, self.up = box.left, box.bottom, box.right, box.top
        self.printed_turn = pdfium.FPDFPage_GetRotation(page)
        self.turn = (self.printed_turn + more) % 4
        across, down = self.right - self.left, self.up - self.bottom
        shorter = min(across, down)
        self.scale = 1.0 if _NARROWEST <= shorter <= _WIDEST or shorter <= 0 else _PAPER / shorter
        upright = self.turn % 2 == 0
        self.width = self.scale * (across if upright else down)
        self.height = self.scale * (down if upright else across)

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
        scale = self.scale
        if scale != 1.0:
            xa, ya, xb, yb = scale * xa, scale * ya, scale * xb, scale * yb
        return Box(xa if xa < xb else xb, ya if ya < yb else yb, xb if xa < xb else xa, yb if ya < yb else ya)
