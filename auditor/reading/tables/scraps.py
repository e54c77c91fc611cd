"""Lines among the tables that hold nothing but the tables' own words and values: scraps, and no prose.

Heads that stood apart from their table, rows whose cells ran together, labels at the foot of a page.
"""

from __future__ import annotations

import re
from functools import cache

from auditor.reading.tables.forms import plain_key, standard_keys
from auditor.reading.tables.labels import known_labels
from auditor.resources import load_lexicon

LONGEST = 2000
"""A table that ran together into one line is not longer."""
FEWEST_OF_LABEL = 4
"""So many letters are a piece of a label."""
_STOPS = ("。", "；", "！", "？")


@cache
def _scrap() -> re.Pattern[str]:
    cells = load_lexicon("tables/cells")
    values = [*cells["units"], *cells["not_applicable"], *cells["zero"], *cells["increase"], *cells["decrease"]]
    words = {plain_key(word) for word in values} - {""}
    labels = "|".join(sorted(map(re.escape, set(standard_keys().values()) - {""}), key=len, reverse=True))
    fills = "|".join(sorted(map(re.escape, words), key=len, reverse=True))
    units = "|".join(sorted(map(re.escape, cells["units"]), key=len, reverse=True))
    return re.compile(rf"(?:(?:{fills}|\d)*(?:{labels}))+(?:{fills}|\d)*|\d+(?:{units})?")


def is_scrap(text: str) -> bool:
    """Whether a line is made of labels and heads of the standard tables, with or without values, or is a bare value."""
    if len(text) > LONGEST or any(stop in text for stop in _STOPS):
        return False
    key = plain_key(text)
    if not key:
        # Strokes for “does not apply” in cells of their own.
        return bool(text.strip())
    return _scrap().fullmatch(key) is not None or _is_half(key)


def _is_half(key: str) -> bool:
    """Whether a text is the beginning or the end of a label that was broken over lines."""
    within = known_labels().within
    return len(key) >= FEWEST_OF_LABEL and (f"\n{key}" in within or f"{key}\n" in within)
