"""A fault of a lexicon in words, from ``lexicons/messages/lexicons.toml``."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping

from auditor.errors import LexiconError
from auditor.resources import lexicon_bytes

_CATALOGUE = "messages/lexicons.toml"
_LANGUAGES = ("zh", "en")


def lexicon_error(file: str, line: int | None, code: str, details: Mapping[str, object]) -> LexiconError:
    """The error of a lexicon: its file, the line (None where the fault has none), what is wrong, what to do."""
    if file == _CATALOGUE:
        # The texts themselves are what is broken.
        text = f"lexicons/{file}:{line}: {code} {dict(details)}"
        return LexiconError(text, text)
    texts = tomllib.loads(lexicon_bytes(_CATALOGUE).decode("utf-8-sig"))
    zh, en = (_told(texts, language, file, line, code, details) for language in _LANGUAGES)
    return LexiconError(zh, en)


def _told(
    texts: Mapping[str, Mapping[str, str]],
    language: str,
    file: str,
    line: int | None,
    code: str,
    details: Mapping[str, object],
) -> str:
    between = texts["between"][language]
    words: dict[str, object] = {
        key: between.join(f"“{word}”" for word in value) if isinstance(value, tuple) else value
        for key, value in details.items()
    }
    if "what" in details:
        words["what"] = texts[str(details["what"])][language]
    fault = texts[code][language].format(**words)
    place = texts["place" if line is not None else "place_unknown"][language]
    return place.format(file=f"lexicons/{file}", line=line, fault=fault)
