"""From the paths of a call to the report files that they mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from auditor.errors import ReadingError

OWN_PAGES = ".audit.html"


class Missing(NamedTuple):
    """A folder that holds no report files, with its fault."""

    path: Path
    fault: ReadingError


def report_paths(paths: Iterable[str]) -> list[Path | Missing]:
    """The files to read, each once, in the order given; a folder stands for its report files.

    The pages that this program writes beside the reports are no reports.
    """
    found: dict[Path, Path | Missing] = {}
    for text in paths:
        path = Path(text)
        if "://" not in text and path.is_dir():
            for file in _files_in(path):
                found.setdefault(file if isinstance(file, Path) else file.path, file)
        else:
            found.setdefault(path, path)
    return list(found.values())


def _files_in(folder: Path) -> list[Path] | list[Missing]:
    from auditor.reading import report_files

    try:
        files = [file for file in report_files(folder) if not file.name.endswith(OWN_PAGES)]
    except ReadingError as fault:
        return [Missing(folder, fault)]
    return files or [Missing(folder, ReadingError("no_reports", path=folder))]
