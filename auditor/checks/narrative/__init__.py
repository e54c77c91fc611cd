"""Family N: the prose against the tables."""

from auditor.checks.narrative import absences, figures_and_cells, scope, silence, universals

__all__ = ["absences", "figures_and_cells", "scope", "silence", "universals"]
