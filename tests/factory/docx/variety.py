"""What varies in a report's cells whatever program wrote the file: blanks, marks, remarks, wide digits."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, blanked, remarked

_WIDE = {ord("0") + digit: chr(0xFF10 + digit) for digit in range(10)}


def varied(facts: Facts, rng: Random) -> Facts:
    """The same report as another office would fill it in."""
    if rng.random() < 0.45:
        facts = blanked(facts, rng, rng.choice(("", "", "/", "—", "-")), rng.choice((0.2, 0.6, 1.0)))
    if rng.random() < 0.15:
        facts = remarked(facts, rng)
    if rng.random() < 0.2:
        share = rng.choice((0.1, 1.0))
        facts = facts._replace(
            cells={
                address: text.translate(_WIDE) if rng.random() < share else text
                for address, text in facts.cells.items()
            }
        )
    if rng.random() < 0.1:
        facts = facts._replace(cells={address: _separated(text) for address, text in facts.cells.items()})
    return facts


def _separated(text: str) -> str:
    return f"{int(text):,}" if text.isascii() and text.isdecimal() else text
