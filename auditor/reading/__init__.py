"""A published file becomes a ``Report``: sections, paragraphs, cells by address."""

from __future__ import annotations

from auditor.reading.report import read
from auditor.reading.source import report_files

__all__ = ["read", "report_files"]
