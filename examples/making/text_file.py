"""A report as flattened text: what is left of a web page once its markup is gone.

Each cell stands on its own line, bars remain of the merged ones, and full-width punctuation has
become half-width on the way, as text extractors do it.
"""

from __future__ import annotations

from examples.making.model import ExampleReport
from examples.making.tables import Rows, table

_HALF_WIDTH = str.maketrans("，；：（）", ",;:()")


def flattened(report: ExampleReport) -> bytes:
    """The report as UTF-8 text."""
    lines = [report.title, *report.preamble]
    for part in report.parts:
        lines += [f"{part.number}、{part.title}", *part.paragraphs]
        if part.table:
            lines += _cells(table(part.table, report.cells))
    return ("\n".join(lines) + "\n").translate(_HALF_WIDTH).encode("utf-8")


def _cells(rows: Rows) -> list[str]:
    lines = []
    for row in rows:
        lines += [f"{box.text} |" for box in row]
        merged = sum(box.colspan - 1 for box in row)
        if merged:
            lines.append("|" * merged)
    return lines
