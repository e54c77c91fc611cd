"""One line on standard error for what a person must know."""

from __future__ import annotations

import os
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


def describe(fault: Exception) -> str:
    """An unexpected fault in a few words; its traceback goes to standard error where AUDITOR_DEBUG is set."""
    if os.environ.get("AUDITOR_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    text = " ".join(str(fault).split())[:200]
    return f"{type(fault).__name__}: {text}" if text else type(fault).__name__
