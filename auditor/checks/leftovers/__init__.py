"""Family L: left over from elsewhere: another year or body, an outdated notice (errors 3, 4, 15, 17, 36)."""

from auditor.checks.leftovers import bodies, citations, outdated, years

__all__ = ["bodies", "citations", "outdated", "years"]
