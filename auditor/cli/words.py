"""The words of the command line, from ``lexicons/messages/cli.json``.

This one catalogue is JSON because ``auditor --help`` needs it, and reading TOML would take as long as
all the rest of it.
"""

from __future__ import annotations

import json
from functools import cache

from auditor.resources import lexicon_bytes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Literal

    Lang = Literal["zh", "en"]


@cache
def _catalogue() -> dict[str, Any]:
    data: dict[str, Any] = json.loads(lexicon_bytes("messages/cli.json"))
    return data


def word(key: str, lang: str, /, **details: object) -> str:
    """The text ``key`` in a language, its braces filled."""
    text: str = _catalogue()["texts"][key][lang]
    return text.format(**details) if details else text


def argparse_words() -> dict[str, str]:
    """The English sentences of ``argparse`` and their Chinese."""
    words: dict[str, str] = _catalogue()["argparse"]
    return words


def language_of(arguments: list[str]) -> Lang | None:
    """The language asked for on the command line, known before the line is parsed (for its help and faults)."""
    for position, argument in enumerate(arguments):
        if argument == "--lang" and position + 1 < len(arguments):
            argument += "=" + arguments[position + 1]
        if argument == "--lang=en":
            return "en"
        if argument == "--lang=zh":
            return "zh"
    return None
