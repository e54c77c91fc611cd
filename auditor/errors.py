"""Faults that a user can act on: each has a code and a text in ``lexicons/messages/errors.toml``."""

from __future__ import annotations

import os

from auditor.paths import printable
from auditor.resources import load_lexicon


class AuditorError(Exception):
    """A fault with one clear line for the user, in Chinese and in English.

    ``code`` is a key of ``lexicons/messages/errors.toml``; ``details`` fill its text.
    """

    def __init__(self, code: str, /, **details: object) -> None:
        if "path" in details:
            details["path"] = printable(str(details["path"]))
        text = load_lexicon("messages/errors")[code]
        self.code = code
        self.message: str = text["zh"].format(**details)
        self.message_en: str = text["en"].format(**details)
        super().__init__(self.message)


class ReadingError(AuditorError):
    """A file that can't be read as a report."""


class UsageError(AuditorError):
    """A call that makes no sense."""


class LexiconError(AuditorError):
    """A lexicon that was edited wrongly; the message names file and line and says what to do."""

    def __init__(self, message: str, message_en: str) -> None:
        # The texts are given, not looked up: the lexicon that holds them may be the broken one.
        Exception.__init__(self, message)
        self.code = "lexicon"
        self.message = message
        self.message_en = message_en


def describe(fault: Exception) -> str:
    """An unexpected fault in a few words; its traceback goes to standard error where AUDITOR_DEBUG is set."""
    if os.environ.get("AUDITOR_DEBUG"):
        import traceback

        traceback.print_exception(fault)
    text = " ".join(str(fault).split())[:200]
    return f"{type(fault).__name__}: {text}" if text else type(fault).__name__
