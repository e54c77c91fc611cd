"""Labelled passages of annual reports: figures with value, unit and address, and the relations among them.

The format of the files is described in passages/README.md; :mod:`auditor.evaluation.label_files` reads them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Literal

from auditor.addresses import all_addresses, members
from auditor.model import TableFormat

BODIES = (
    "省政府", "省政府办", "省部门", "市政府", "市政府办", "市部门", "区政府", "区政府办", "区部门",
    "县政府", "县政府办", "县部门", "镇政府", "镇", "乡政府", "乡", "街道", "开发区", "部门", "其他",
)  # fmt: skip
TRAPS = {
    "lookalike": "a figure that resembles a cell: 留言, 工单, 建议提案, 公示信息, general lawsuits",
    "period": "another period: last year, 历年累计, half a year, a plan",
    "body": "another body: towns, the whole county in an office's report, reviews of others",
    "channel": "a part by channel, topic or person",
    "nested": "其中 within 其中",
    "subjects": "several subjects in one sentence or list",
    "denial": "a denial over a list, or one that denies no cell",
    "script": "Chinese numerals, full-width or broken digits, ranges, approximations, 万",
    "universal": "均, 全部, 各",
    "format": "the format of 2019, or an older report without tables",
    "rate": "rates, shares and growth",
    "broken": "a relation that does not hold",
}

HARD = ("body", "period", "subjects", "universal", "broken", "format")

RelationKind = Literal["sum", "part", "ratio", "growth", "difference", "same"]
Direction = Literal["up", "down"]

_SCALED = re.compile(r"[万亿]")
_PRINTED = re.compile(r"\d+(?:\.(\d+))?")


@dataclass(frozen=True, slots=True)
class Mark:
    """One labelled figure of a passage.

    ``start`` and ``end`` are offsets into the plain text. ``readings`` are the right addresses: each a
    tuple of expressions, more than one where a figure stands for several cells each; the empty tuple is
    the reading "no address".
    """

    surface: str
    value: str
    unit: str
    address: str
    start: int
    end: int

    @property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """The right readings: the cells that the figure states each, none of them for "no cell"."""
        return tuple(() if one == "-" else tuple(one.split(" & ")) for one in self.address.split(" or "))

    @property
    def approximate(self) -> bool:
        """Whether the text prints the value as rough, or as a range."""
        return self.value.startswith("~") or "-" in self.value[1:]

    @property
    def denies(self) -> bool:
        """Whether the mark is a denial."""
        return self.unit == "neg"

    @property
    def number(self) -> Decimal:
        """The value as a number: of a rate the per cent, of a range its lower end."""
        return Decimal(self.value.lstrip("~").rstrip("%").split("-")[0])

    @property
    def slack(self) -> Decimal:
        """How far the number may lie from what was counted: half the last digit of a figure printed in 万 or 亿."""
        if not _SCALED.search(self.surface) or self.unit in ("万元", "亿元"):
            return Decimal(0)
        printed = _PRINTED.search(self.surface)
        if printed is None:
            return Decimal(0)
        digits = len(printed.group(1) or "")
        scale = Decimal(10_000) if "万" in self.surface else Decimal(100_000_000)
        return scale / Decimal(10) ** digits / 2

    @property
    def decimals(self) -> int:
        """How many digits stand behind the point: what a rate is rounded to."""
        return len(self.value.partition(".")[2].rstrip("%"))


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that the passage claims among its figures.

    ``roles`` maps each role to the positions of its figures in the order of the marks.
    """

    kind: RelationKind
    roles: Mapping[str, tuple[int, ...]]
    direction: Direction | None
    holds: bool

    def one(self, role: str) -> int:
        """The figure of a role that has just one."""
        return self.roles[role][0]


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage: the plain text, its figures in order, and the relations it claims."""

    id: str
    year: int
    agency: str
    body: str
    traps: tuple[str, ...]
    text: str
    figures: tuple[Mark, ...]
    relations: tuple[Relation, ...]
    file: str
    line: int

    @property
    def hard(self) -> bool:
        """Whether two traps meet in the passage, or one that words near the figure do not give away."""
        return len(self.traps) > 1 or any(trap in HARD for trap in self.traps)

    @property
    def table_format(self) -> TableFormat | None:
        """The format of the report's tables; None for reports for 2018 and earlier, which have none."""
        return table_format(self.year)


def table_format(year: int) -> TableFormat | None:
    """The table format of a report for a year, as figures are linked: 2019 and 2020 have the earlier one."""
    if year <= 2018:
        return None
    return "2019" if year <= 2020 else "2021"


@cache
def known_addresses(report_format: TableFormat) -> frozenset[str]:
    """Every address of a format: cells, groups, 法人或其他组织 of a row, both kinds of lawsuits together."""
    cells = all_addresses(report_format)
    groups = {
        f"requests.{group}.*.{column}"
        for group in ("denied", "unavailable", "unprocessed", "other")
        for column in ("natural", "business", "research", "nonprofit", "legal", "other", "total", "organisations")
    }
    rows = {address.rsplit(".", 1)[0] for address in cells if address.startswith("requests.")}
    organisations = {f"{row}.organisations" for row in rows}
    litigation = {f"disputes.litigation.{outcome}" for outcome in ("upheld", "corrected", "other", "pending", "total")}
    unknown = [name for name in organisations | litigation if members(name) is None]
    assert not unknown, unknown
    return frozenset(cells) | groups | organisations | litigation
