"""Which file is being audited, for a person who waits."""

from __future__ import annotations

import sys

from auditor.output.width import pad, shorten

_COLUMNS = 78


class Progress:
    """One line on standard error that each file overwrites.

    It is shown for several files and on a terminal only: a log wants results, and a single report is
    done before the line could be read.
    """

    def __init__(self, total: int) -> None:
        self.shown = total > 1 and sys.stderr.isatty()

    def show(self, text: str) -> None:
        """Put ``text`` in place of the last one."""
        if self.shown:
            print("\r" + pad(shorten(text, _COLUMNS), _COLUMNS), end="\r", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Leave an empty line for what is printed next."""
        self.show("")
