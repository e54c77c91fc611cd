"""Print the entries of ``requirements.lock`` for the packages named on the command line.

pip takes hashes from a requirements file only, and a package published as source needs its build
backend before anything else can be installed.  So the set-up installs the backends first, from the
same lock: ``python tools/lock_entries.py setuptools > .venv/backends.txt``.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

_LOCK = Path(__file__).resolve().parents[1] / "requirements.lock"
_ENTRY = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?:.*\\\n)*.*\n", re.MULTILINE)


def entries(lock: str, names: list[str]) -> str:
    """The lock's entries for ``names``, hashes included, in the lock's order.

    Raises:
        KeyError: a name has no entry.
    """
    found = [match for match in _ENTRY.finditer(lock) if match["name"] in names]
    missing = set(names) - {match["name"] for match in found}
    if missing:
        raise KeyError(f"not in the lock: {', '.join(sorted(missing))}")
    return "".join(match[0] for match in found)


if __name__ == "__main__":
    sys.stdout.write(entries(_LOCK.read_text(encoding="utf-8"), sys.argv[1:]))
