"""Family B: part 五 says nothing, names no problem, plans nothing (errors 22, 25)."""

from auditor.checks.boilerplate import substance

__all__ = ["substance"]
