"""What the text is speaking of: the subject that figures inherit from the words before them.

A figure takes its subject from its own phrase; where that names none, from what was counted before, as
long as only known words lie between.  An unknown noun, or one of ``lookalikes.toml``, ends inheritance.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass, field

from auditor.claims.linking.link import NO_LINK, Link
from auditor.model import Value

Subject = str  # "requests", "disputes", a row of table 二, or "foreign"


@dataclass(slots=True)
class Discourse:
    """The state of a paragraph while its figures are linked one after the other.

    ``subject`` is what was counted last, ``default`` what the heading says, ``kinds`` the disputes
    counted since the last outcome, ``of_requests`` whether the text has words of requests at all,
    ``last`` the link of the figure before.
    """

    default: Subject | None = None
    subject: Subject | None = None
    kinds: tuple[str, ...] = ()
    last: Link = NO_LINK
    last_total: Link = NO_LINK
    outcome_seen: bool = False
    disclosure: bool = False
    of_requests: bool = False
    received: Value | None = None
    trail: deque[Link] = field(default_factory=lambda: deque(maxlen=30))

    @property
    def is_at_tables(self) -> bool:
        """Whether a figure without words of its own may inherit something that the tables count."""
        return self.default is not None or self.subject not in (None, "foreign")

    def leave_tables(self) -> Link:
        """Move on to something that no table counts: it has no cell, and what follows inherits that."""
        self.subject = "foreign"
        return NO_LINK
