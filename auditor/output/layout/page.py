"""The layout as a page: every block in its role's colour, every table as laid out with its addresses."""

from __future__ import annotations

from pathlib import Path

from markupsafe import Markup

from auditor.output.layout.view import ROLES, counted, identity, layout_words, note_lines, row_name, ways
from auditor.output.templates import template
from auditor.output.words import Lang
from auditor.reading.layout import Layout

_FOLDER = Path(__file__).resolve().parent


def layout_page(layout: Layout, lang: Lang = "zh") -> str:
    """The page of a layout, complete in itself; the same layout gives the same page."""
    return template(_FOLDER / "layout.html").render(
        layout=layout,
        words=layout_words(lang),
        roles=ROLES,
        identity=identity(layout, lang),
        counted=counted(layout, lang),
        ways=ways(layout, lang),
        notes=note_lines(layout),
        row_name=row_name,
        points=_points,
        lang="zh-CN" if lang == "zh" else "en",
        style=Markup((_FOLDER / "layout.css").read_text(encoding="utf-8")),  # our own file, no text of a report
    )


def _points(length: float) -> str:
    """A length on a page with one decimal, as it stands in the picture."""
    return f"{length:.1f}"
