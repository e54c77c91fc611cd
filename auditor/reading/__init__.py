"""A published file becomes a ``Report``: sections, paragraphs, cells by address.

The steps are imported when a file is read: who only asks for the kind of a body
(``auditor.reading.identity``) does not load them.
"""

from __future__ import annotations

from pathlib import Path

from auditor.model import Report
from auditor.reading.limits import DEFAULT, Limits

__all__ = ["read", "report_files"]


def read(path: str | Path, limits: Limits = DEFAULT) -> Report:
    """The report in a file.

    Raises:
        ReadingError: the file can't be read as a report; its message says what to do.
    """
    from auditor.reading import report

    return report.read(path, limits)


def report_files(folder: str | Path) -> list[Path]:
    """The report files in a folder and the folders below it, sorted by path.

    Raises:
        ReadingError: there is no such folder, or no report file in it.
    """
    from auditor.reading import source

    return source.report_files(folder)
