"""Upright strokes other than the plain bar that part the cells of tables drawn with characters."""

from __future__ import annotations

_OTHER_BARS = "｜│┃¦"
FEWEST_BARS = 20
"""So many upright strokes of one kind draw a table."""


def with_plain_bars(text: str) -> str:
    """A text whose tables are drawn with other upright strokes (｜ │) with plain bars; in prose they may stay."""
    found = [bar for bar in _OTHER_BARS if text.count(bar) >= FEWEST_BARS]
    return text.translate(dict.fromkeys(map(ord, found), "|")) if found else text
