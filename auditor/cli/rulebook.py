"""``auditor rules`` and ``auditor explain``."""

from __future__ import annotations

import sys
from argparse import Namespace
from pathlib import Path

from auditor.output.width import width, wrap
from auditor.output.words import Lang
from auditor.settings import find_settings

_COLUMNS = 80


def rules(options: Namespace) -> int:
    """List all rules: code, severity, name."""
    from auditor.checks.pages import listing

    sys.stdout.write(listing(chosen_language(options)))
    return 0


def explain(options: Namespace) -> int:
    """Print one rule's page.

    Raises:
        UsageError: there is no such rule.
    """
    from auditor.checks.pages import page

    for line in page(options.code.upper(), chosen_language(options)).splitlines():
        text = line.lstrip()
        indent = line[: len(line) - len(text)]
        lines = [line] if width(line) <= _COLUMNS else wrap(text, _COLUMNS, indent)
        sys.stdout.write("\n".join(lines) + "\n")
    return 0


def chosen_language(options: Namespace) -> Lang:
    """The language of the call, or that of the settings, or Chinese."""
    return getattr(options, "lang", None) or find_settings(Path.cwd()).lang or "zh"
