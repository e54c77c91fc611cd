"""The phrases that messages on tables are put together from, in Chinese and in English."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache

from auditor.naming import Language
from auditor.resources import load_lexicon

Both = tuple[str, str]


@cache
def phrase(name: str, lang: Language) -> str:
    """A phrase of ``lexicons/messages/tables.toml``, to be filled by ``str.format``."""
    return str(load_lexicon("messages/tables")[name][lang])


def both(tell: Callable[[Language], str]) -> Both:
    """A text in Chinese and in English."""
    return tell("zh"), tell("en")


def listed(items: Iterable[str], lang: Language, joint: str = "between") -> str:
    """Items of one kind in a row; ``clauses`` as joint keeps clauses apart."""
    return phrase(joint, lang).join(items)
