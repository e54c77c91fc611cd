"""The planted faults of ``examples/source/faults.toml``: what they change, and what should find them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache

from examples.making.model import SOURCE, ExampleReport, clean

_PROBLEMS = re.compile(r"(?<=## 五、存在的主要问题及改进情况\n\n).*?(?=\n\n## 六、|\Z)", re.DOTALL)


@dataclass(frozen=True)
class Fault:
    """One planted fault; any of ``rules`` counts as finding it."""

    name: str
    year: int
    family: str
    rules: tuple[str, ...]
    place: str
    what: str
    what_en: str
    text: tuple[tuple[str, str], ...] = ()
    cells: Mapping[str, str] = field(default_factory=dict)
    problems: str | None = None
    html_published: str | None = None

    @property
    def only_html(self) -> bool:
        """Whether the fault stands in the web page alone."""
        return self.html_published is not None


@cache
def faults(year: int) -> tuple[Fault, ...]:
    """The faults planted in the report of ``year``, in the file's order."""
    entries = tomllib.loads((SOURCE / "faults.toml").read_text(encoding="utf-8"))["fault"]
    planted = []
    for entry in entries:
        text = tuple((old, new) for old, new in entry.pop("text", ()))
        planted.append(Fault(text=text, **{**entry, "rules": tuple(entry["rules"])}))
    return tuple(fault for fault in planted if fault.year == year)


def planted(report: ExampleReport, fault: Fault) -> ExampleReport:
    """``report`` with one fault in it; the date of the web page is left to the page.

    Raises:
        ValueError: a text to be changed does not stand in the report exactly once.
    """
    prose = report.prose
    for old, new in fault.text:
        if prose.count(old) != 1:
            raise ValueError(f"{fault.name}: found {prose.count(old)} times: {old}")
        prose = prose.replace(old, new)
    if fault.problems is not None:
        prose = _PROBLEMS.sub(fault.problems.strip(), prose, count=1)
    return replace(report, prose=prose, cells={**report.cells, **fault.cells})


@cache
def faulty(year: int) -> ExampleReport:
    """The report of ``year`` with all of its faults."""
    report = clean(year)
    for fault in faults(year):
        report = planted(report, fault)
    return report


def page_date(year: int) -> str:
    """The date that the faulty report's web page states."""
    return next((fault.html_published for fault in faults(year) if fault.html_published), clean(year).published)
