"""Table rules: the arithmetic of each printed table and between them (T)."""

from __future__ import annotations

from auditor.checks.tables import active, between, disputes, requests_arithmetic, requests_cells

__all__ = ["active", "between", "disputes", "requests_arithmetic", "requests_cells"]
