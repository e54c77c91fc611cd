"""Rules against last year's report (Y)."""

from __future__ import annotations

from auditor.checks.years import alike, carried, comparing, documents, growth, plausible

__all__ = ["alike", "carried", "comparing", "documents", "growth", "plausible"]
