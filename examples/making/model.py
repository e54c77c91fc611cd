"""One report as facts: the printed cells and the prose filled with their numbers.

Totals, results, what is carried over and what is in force are computed from the facts, so that a
clean report is consistent by construction, and consistent with the year before.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

SOURCE = Path(__file__).resolve().parents[1] / "source"
YEARS = (2023, 2024)

_COLUMNS = ("natural", "business", "research", "nonprofit", "legal", "other")
_OUTCOMES = ("upheld", "corrected", "other", "pending")
_NOT_RESULTS = ("new", "carried_in", "handled", "carried_out")
_SUMS_OF_COUNTS = {"site": "site_", "explained": "explained_", "proposals": "proposals_"}
_PLACEHOLDER = re.compile(r"\{(?:(last|growth) )?([a-z_.*]+)\}")
_PART = re.compile(r"^## (?P<number>[一二三四五六])、(?P<title>.+)$", re.MULTILINE)


class Part(NamedTuple):
    """A part of the report: its paragraphs, and the table that follows them (二, 三, 四 or none)."""

    number: str
    title: str
    paragraphs: tuple[str, ...]
    table: str | None


@dataclass(frozen=True)
class ExampleReport:
    """A report before it takes the form of a file; ``prose`` is Markdown with ``[表二]`` marks."""

    year: int
    agency: str
    published: str
    prose: str
    cells: Mapping[str, str] = field(default_factory=dict)

    @property
    def title(self) -> str:
        """The report's title line."""
        return self.prose.split("\n", 1)[0].removeprefix("# ")

    @property
    def preamble(self) -> tuple[str, ...]:
        """The paragraphs between the title and part 一."""
        return _paragraphs(_PART.split(self.prose)[0].split("\n", 1)[1])

    @property
    def parts(self) -> tuple[Part, ...]:
        """The parts in printed order."""
        pieces = _PART.split(self.prose)[1:]
        parts = []
        for number, title, body in zip(pieces[::3], pieces[1::3], pieces[2::3], strict=True):
            paragraphs = _paragraphs(body)
            tables = [text[2] for text in paragraphs if re.fullmatch(r"\[表[二三四]\]", text)]
            prose = tuple(text for text in paragraphs if not text.startswith("[表"))
            parts.append(Part(number, title, prose, tables[0] if tables else None))
        return tuple(parts)


def _paragraphs(text: str) -> tuple[str, ...]:
    return tuple(piece.strip() for piece in text.split("\n\n") if piece.strip())


@cache
def facts() -> Mapping[str, Any]:
    """``examples/source/facts.toml``."""
    return tomllib.loads((SOURCE / "facts.toml").read_text(encoding="utf-8"))


@cache
def clean(year: int) -> ExampleReport:
    """The consistent report of ``year``."""
    prose = (SOURCE / f"{year}.md").read_text(encoding="utf-8").rstrip("\n")
    report = ExampleReport(year, facts()["agency"], facts()[str(year)]["published"], prose, _cells(year))
    return replace(report, prose=_PLACEHOLDER.sub(lambda match: _filled(match, report), prose))


def _requests(year: int) -> Mapping[str, list[int]]:
    """The rows of table 三 without the total column; rows that the facts leave out are absent."""
    rows = {key: list(numbers) for key, numbers in facts()[str(year)]["requests"].items()}
    if "carried_in" not in rows:
        rows["carried_in"] = _requests(year - 1)["carried_out"]
    results = [numbers for key, numbers in rows.items() if key not in _NOT_RESULTS]
    rows["handled"] = [sum(column) for column in zip(*results, strict=True)]
    rows["carried_out"] = [
        new + carried - handled
        for new, carried, handled in zip(rows["new"], rows["carried_in"], rows["handled"], strict=True)
    ]
    return rows


def _cells(year: int) -> dict[str, str]:
    """The printed text of every cell that is not 0."""
    cells: dict[str, str] = {}
    for key, numbers in _requests(year).items():
        cells |= {f"requests.{key}.{column}": str(number) for column, number in zip(_COLUMNS, numbers, strict=True)}
        cells[f"requests.{key}.total"] = str(sum(numbers))
    for kind, outcomes in facts()[str(year)]["disputes"].items():
        cells |= {f"disputes.{kind}.{outcome}": str(outcomes.get(outcome, 0)) for outcome in _OUTCOMES}
        cells[f"disputes.{kind}.total"] = str(sum(outcomes.values()))
    active = facts()[str(year)]["active"]
    cells |= {f"active.{key}": str(active[key]) for key in ("licensing", "penalty", "coercion", "fees")}
    cells |= {f"active.normative.{key}": str(number) for key, number in active["normative"].items()}
    cells["active.normative.in_force"] = str(_in_force(year))
    return cells


def _in_force(year: int) -> int:
    stated = facts()[str(year)].get("in_force")
    if stated is not None:
        return int(stated)
    change = facts()[str(year)]["active"]["normative"]
    return _in_force(year - 1) + int(change["made"]) - int(change["repealed"])


def _filled(match: re.Match[str], report: ExampleReport) -> str:
    how, name = match.groups()
    if name == "agency":
        return report.agency
    if name in ("year", "next_year"):
        return str(report.year + (name == "next_year"))
    if how is None:
        return _quantity(report.year, name)
    last = Decimal(_quantity(report.year - 1, name))
    if how == "last":
        return str(last)
    growth = abs(Decimal(_quantity(report.year, name)) - last) / last * 100
    return str(growth.quantize(Decimal("0.1"), ROUND_HALF_UP))


def _quantity(year: int, name: str) -> str:
    """A cell, a sum over cells (``denied.*``, organisations, litigation) or a count of the prose."""
    if year not in YEARS:
        own = facts()[str(year)]
        return str(own["requests"]["new"] if name == "requests.new.total" else own[name.removeprefix("active.")])
    cells = _cells(year)
    if name in cells:
        return cells[name]
    if ".*." in name:
        head, tail = name.split("*")
        return str(sum(int(text) for key, text in cells.items() if key.startswith(head) and key.endswith(tail)))
    if name.endswith(".organisations"):
        return str(sum(int(cells[name.replace("organisations", column)]) for column in _COLUMNS[1:]))
    if name.startswith("disputes.litigation."):
        kinds = (name.replace("litigation", f"litigation_{way}") for way in ("direct", "after_review"))
        return str(sum(int(cells.get(key, "0")) for key in kinds))
    counts = facts()[str(year)]["counts"]
    if name in _SUMS_OF_COUNTS:
        return str(sum(number for key, number in counts.items() if key.startswith(_SUMS_OF_COUNTS[name])))
    return str(counts[name])
