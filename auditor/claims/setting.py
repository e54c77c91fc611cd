"""Whose report a text belongs to, and of which year: what decides which cells its figures may speak of."""

from __future__ import annotations

from typing import NamedTuple

from auditor.model import Part, TableFormat


class Setting(NamedTuple):
    """The report around a text.

    ``body`` is a kind of body (县政府, 县政府办, 市部门, 镇 …) or None, in which case every scope counts as
    the body's own.  ``table_format`` is that of the report's tables, or what its year would use.
    ``one_other_row`` is true where 三（六） is printed as one row.
    """

    year: int | None = None
    body: str | None = None
    part: Part | None = None
    table_format: TableFormat | None = "2021"
    one_other_row: bool = False
    agency: str | None = None

    @property
    def speaks_for_region(self) -> bool:
        """Whether the report is that of a whole government, so that 全县 is its own scope."""
        return self.body is not None and self.body.endswith("政府")


def format_of_year(year: int | None) -> TableFormat | None:
    """The table format that a report of ``year`` uses; None before 2019, when there were no such tables."""
    if year is None or year >= 2021:
        return "2021"
    return "2019" if year >= 2019 else None
