"""The value that linking returns: the cell that a figure speaks of, and why."""

from __future__ import annotations

from typing import NamedTuple


class Link(NamedTuple):
    """What a figure speaks of.

    ``address`` is the preferred reading (None: no cell), ``alternatives`` the other allowed ones;
    ``optional`` means that not linking is also right; ``also`` are expressions that the text says equal
    the figure too; ``each`` are further addresses that the same number stands for (各1件).
    ``certainty`` is how sure the reading is, 0 to 1, weighed from the ``cues``.
    """

    address: str | None
    alternatives: tuple[str, ...] = ()
    optional: bool = False
    also: tuple[str, ...] = ()
    each: tuple[str, ...] = ()
    certainty: float = 0.95
    rule: str = ""
    cues: tuple[str, ...] = ()


NO_LINK = Link(None, certainty=0.9, rule="none")
