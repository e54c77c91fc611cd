"""One line on standard error for what a person must know."""

from __future__ import annotations

import sys

from auditor.cli.words import word
from auditor.output.width import visible

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Told(Protocol):
        """A fault with its message in both languages."""

        @property
        def message(self) -> str:
            """In Chinese."""

        @property
        def message_en(self) -> str:
            """In English."""


def tell(key: str, lang: str, **details: object) -> None:
    """Print a text of the command line; what comes from a file can't command the terminal."""
    print(visible(word(key, lang, **details)), file=sys.stderr)


def message_of(fault: Told, lang: str) -> str:
    """The fault's message in a language."""
    return fault.message if lang == "zh" else fault.message_en
