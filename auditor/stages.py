"""The way through: a file becomes a report, its prose figures and relations, all of it findings.

Each stage takes the value of the one before and returns its own; none reaches back.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.model import Audit, Figure, Reading, Report
    from auditor.reading.limits import Limits
    from auditor.settings import Settings


def read(path: str | Path, *, limits: Limits | None = None) -> Report:
    """The report in a file (HTML, DOCX, PDF, text, Markdown).

    Args:
        path: the report's file.
        limits: what the file may ask for at most (``auditor.reading.limits``); the defaults without it.

    Raises:
        ReadingError: the file can't be read as a report; the message says what to do.
    """
    from auditor.reading import read as read_report
    from auditor.reading.limits import DEFAULT

    return read_report(path, limits or DEFAULT)


def audit(
    path: str | Path,
    previous: str | Path | None = None,
    *,
    published: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    settings: Settings | None = None,
) -> Audit:
    """The audit of a report: its figures with the cells that they speak of, and what contradicts what.

    Args:
        path: the report's file.
        previous: last year's report of the same body, for the rules between years.
        published: the day of publication, where the page does not state it.
        select: codes or families of the rules to run (``T``, ``N101``); all without it.
        ignore: codes or families to leave out.
        settings: what the office has set: local dates and its own names for the rules, limits for the readers.

    Raises:
        ReadingError: a file can't be read as a report.
    """
    limits = settings.limits if settings is not None else None
    return audit_report(
        read(path, limits=limits),
        read(previous, limits=limits) if previous is not None else None,
        published=published,
        select=select,
        ignore=ignore,
        settings=settings,
    )


def audit_report(
    report: Report,
    previous: Report | None = None,
    *,
    published: date | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    settings: Settings | None = None,
) -> Audit:
    """The audit of a report that has been read."""
    from auditor.boilerplate import label_report
    from auditor.checks.registry import Case
    from auditor.checks.run import run
    from auditor.checks.verdicts import judge
    from auditor.claims import figures_of
    from auditor.model import Audit

    figures, relations = figures_of(report)
    figures = judge(figures, report)
    sentences = label_report(report)
    case = Case(report, figures, relations, sentences, previous, published, settings)
    return Audit(report, figures, relations, run(case, select=select, ignore=ignore), sentences)


def narrative(text: str, *, year: int | None = None, agency: str | None = None) -> Reading:
    """The figures and relations of a text without tables.

    Args:
        text: prose of a report.
        year: the year that the report is for.
        agency: the name of the reporting body, or a kind of body (县政府办, 市教育局, 街道); it decides whose
            figures 全县 or 我办 are.  Without it both count as the body's own.
    """
    from auditor.claims import read_text
    from auditor.reading.bodies import body_of

    return read_text(text, year=year, agency=agency, body=body_of(agency) if agency else None)


def figures(text: str, *, year: int | None = None, agency: str | None = None) -> list[Figure]:
    """The figures of a text, in order; see :func:`narrative`."""
    return narrative(text, year=year, agency=agency).figures
