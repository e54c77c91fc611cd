"""The words that say how a cell was placed: ``Cell.placed``.

``grid``
    The cell stands in a row of a table with rows and columns, its label in the same row.
``run``
    Flattened text: the label is followed by exactly as many cells as the row has (7, 15, or the columns of table 二).
``bars``
    A row with blank cells: the rows that are complete show how many bars or filler cells stand before and behind
    the values, and this row has exactly as many.
``kinds``
    Table 四 as three tables or rows of five, each placed by the kind of dispute that it is headed by.
``sums``
    Cells of the row had vanished; the sums of rows and columns leave one place only for this one (``placement.py``).
``""``
    Not placed: the cell is unread.
"""

from __future__ import annotations

from typing import Final, Literal, get_args

Placed = Literal["grid", "run", "bars", "kinds", "sums", ""]

PLACED: Final[frozenset[str]] = frozenset(get_args(Placed))
"""Every word that ``Cell.placed`` may hold."""
