"""The words of the outputs, from ``lexicons/messages/output.toml`` and ``page.toml``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from auditor.resources import load_lexicon

Lang = Literal["zh", "en"]


def say(key: str, lang: Lang, **details: object) -> str:
    """The text ``key`` of the terminal's and the page's common words, its braces filled."""
    text: str = load_lexicon("messages/output")[key][lang]
    return text.format(**details) if details else text


@cache
def page_words(lang: Lang) -> dict[str, str]:
    """All words of the page in one language by key, the common ones included."""
    both = load_lexicon("messages/output") | load_lexicon("messages/page")
    return {key: text[lang] for key, text in both.items()}
