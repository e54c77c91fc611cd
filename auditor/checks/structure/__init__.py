"""Family S: structure and completeness of the report (handbook 1.1 to 1.5, numbered errors of section 3)."""

from auditor.checks.structure import damage, outline, parts, placeholders, publication, statements, tables

__all__ = ["damage", "outline", "parts", "placeholders", "publication", "statements", "tables"]
