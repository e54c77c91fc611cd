"""Where LibreOffice is installed: what the office says, the search path, the usual places."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

VARIABLE = "AUDITOR_SOFFICE"
"""The environment variable that may name the program ``soffice``."""

_USUAL = {
    "darwin": ("/Applications/LibreOffice.app/Contents/MacOS/soffice",),
    "win32": (
        r"%ProgramFiles%\LibreOffice\program\soffice.exe",
        r"%ProgramFiles(x86)%\LibreOffice\program\soffice.exe",
    ),
    "linux": ("/usr/bin/soffice", "/usr/lib/libreoffice/program/soffice", "/opt/libreoffice/program/soffice"),
}


def soffice() -> Path | None:
    """The program, None where there is none."""
    told = os.environ.get(VARIABLE)
    if told:
        return Path(told) if Path(told).is_file() else None
    for name in ("soffice", "libreoffice"):
        found = shutil.which(name)
        if found is not None:
            return Path(found)
    places = (Path(os.path.expandvars(place)) for place in _USUAL.get(sys.platform, ()))
    return next((place for place in places if place.is_file()), None)
