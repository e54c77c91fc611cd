"""From the paths of a call to the report files that they mean."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from auditor.errors import ReadingError

OWN_PAGES = (".audit.html", ".layout.html")


class Input(NamedTuple):
    """One file to audit as the call names it, or a folder without reports with its fault."""

    text: str
    fault: ReadingError | None = None

    @property
    def path(self) -> Path:
        """The file's path; of a web address, which is refused later, what looks like one."""
        return Path(self.text)


def inputs_of(paths: Iterable[str]) -> list[Input]:
    """The files to read, each once, in the order given; a folder stands for its report files.

    The pages that this program writes beside the reports are no reports.
    """
    found: dict[str, Input] = {}
    for text in paths:
        for entry in _files_in(Path(text)) if _is_folder(Path(text)) else [Input(text)]:
            found.setdefault(entry.text, entry)
    return list(found.values())


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        # A name that can't even be asked about (too long, a NUL in it): reading it will say so.
        return False


def _files_in(folder: Path) -> list[Input]:
    from auditor.reading import report_files

    try:
        files = [file for file in report_files(folder) if not file.name.endswith(OWN_PAGES)]
    except ReadingError as fault:
        return [Input(str(folder), fault)]
    if not files:
        return [Input(str(folder), ReadingError("no_reports", path=folder))]
    return [Input(str(file)) for file in files]
