"""Pages with clean tables: the plainest layout, against which the others are seen."""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table, tables_of


def html_table(table: Table) -> str:
    """A table with rowspan and colspan."""
    rows = []
    for row in table:
        tags = []
        for box in row:
            spans = "".join(
                f' {name}="{span}"' for name, span in (("rowspan", box.rowspan), ("colspan", box.colspan)) if span > 1
            )
            tags.append(f"<td{spans}>{escape(box.text)}</td>")
        rows.append(f"<tr>{''.join(tags)}</tr>")
    return f"<table>{''.join(rows)}</table>"


@layout("html/clean")
def clean(facts: Facts, rng: Random) -> Rendered:
    """One page, one paragraph a ``<p>``, three tables."""
    tables = tables_of(facts)
    parts = [f"<h1>{escape(facts.title)}</h1>"]
    for chapter in facts.chapters:
        if chapter.heading:
            parts.append(f"<h2>{escape(chapter.heading)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in chapter.paragraphs]
        if chapter.part in tables:
            parts.append(html_table(tables[chapter.part]))
    head = "<head><meta charset='utf-8'><title>年报</title></head>"
    return rendered(facts, f"<!DOCTYPE html><html>{head}<body>{''.join(parts)}</body></html>", ".html")
