"""Family I: the prose against itself."""

from auditor.checks.within import growth, orders, plausibility, relations

__all__ = ["growth", "orders", "plausibility", "relations"]
