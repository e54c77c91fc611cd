"""Names of files as a person reads them, whatever bytes they are made of."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path


def printable(path: str | Path) -> str:
    """A path as text that every output can hold.

    A name that is not UTF-8 reaches Python as lone surrogates.  On disks that came from Windows such names
    are GBK; one that is not even that keeps a ``�`` for each byte that is no character.
    """
    text = str(path)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raw = os.fsencode(text) if os.name == "posix" else text.encode("utf-8", "replace")
        return raw.decode("gb18030" if os.name == "posix" else "utf-8", "replace")
    return text
