"""Lists in messages, in Chinese and in English: a few items, then how many there are."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.resources import load_lexicon

Pair = tuple[str, str]

_LISTED = 5


def phrase(name: str, **fields: object) -> Pair:
    """A phrase of ``lexicons/structure.toml`` in both languages; a field may itself be a pair."""
    words = load_lexicon("structure")["phrases"][name]
    zh = {key: value[0] if isinstance(value, tuple) else value for key, value in fields.items()}
    en = {key: value[1] if isinstance(value, tuple) else value for key, value in fields.items()}
    return words["zh"].format(**zh), words["en"].format(**en)


def listed(items: Sequence[Pair]) -> Pair:
    """The first items joined; where there are more, their number."""
    few = "、".join(item[0] for item in items[:_LISTED]), "; ".join(item[1] for item in items[:_LISTED])
    return few if len(items) <= _LISTED else phrase("many", few=few, count=len(items))
