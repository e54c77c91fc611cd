"""The command ``auditor``."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return the exit status: 0, 1 findings, 2 a bad file or a wrong call."""
    from auditor.cli.entry import run

    return run(sys.argv[1:] if arguments is None else list(arguments))
