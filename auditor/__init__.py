"""auditor: audits the narrative of Chinese 政府信息公开工作年度报告 against their tables.

    import auditor
    audit = auditor.audit("report.html", previous="last-year.html")
    report = auditor.read("report.docx")
    reading = auditor.narrative("共收到政府信息公开申请11件。", year=2024, agency="安平县人民政府办公室")
    labels = auditor.classify(["公开意识有待进一步提高。"])
    numbers = auditor.language.numbers("约３万5千")

Everything is imported when it is first used, so that importing the package costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["__version__", "audit", "classify", "figures", "language", "narrative", "read"]

if TYPE_CHECKING:
    from auditor import language
    from auditor.boilerplate import classify
    from auditor.stages import audit, figures, narrative, read

_HOMES = {
    "audit": "auditor.stages",
    "figures": "auditor.stages",
    "narrative": "auditor.stages",
    "read": "auditor.stages",
    "classify": "auditor.boilerplate",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(importlib.import_module(_HOMES[name]), name)
    if name == "language":
        return importlib.import_module("auditor.language")
    raise AttributeError(f"module 'auditor' has no attribute {name!r}")
