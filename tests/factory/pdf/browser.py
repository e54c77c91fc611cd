"""Web pages printed from a browser: its own heads and feet, its own way to draw lines and to break tables."""

from __future__ import annotations

import os
import subprocess
import tempfile
from html import escape
from pathlib import Path
from random import Random

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.pdf.ruled import filled
from tests.factory.tables import Table, active_blocks, tables_of

_FAMILIES = ("serif", "sans-serif", "Noto Serif CJK SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei")
_BORDERS = (
    "1px solid #000",
    "1px solid #999",
    "0.5pt solid black",
    "2px double #000",
    "1px dotted #333",
    "1px dashed #555",
)


def printed(page: str, *, heads: bool) -> bytes:
    """The page as the browser prints it; ``heads``: with date, title, address and page number."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as name:
        source, target = Path(name) / "art_12.html", Path(name) / "out.pdf"
        source.write_text(page, encoding="utf-8")
        command = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"]
        command += [f"--user-data-dir={name}/profile", f"--print-to-pdf={target}"]
        command += [] if heads else ["--no-pdf-header-footer"]
        command.append(source.as_uri())
        subprocess.run(command, check=True, capture_output=True, timeout=120, env={**os.environ, "HOME": name})
        return target.read_bytes()


def _table(table: Table, rng: Random, heads: int) -> str:
    rows: list[str] = []
    marked = rng.random() < 0.5
    for at, row in enumerate(table):
        cells = []
        for box in row:
            spans = f' rowspan="{box.rowspan}"' * (box.rowspan > 1) + f' colspan="{box.colspan}"' * (box.colspan > 1)
            kind = "v" if box.address else "h"
            upright = ' style="writing-mode:vertical-rl"' if kind == "h" and box.rowspan > 6 and marked else ""
            cells.append(f'<td class="{kind}"{spans}{upright}>{escape(box.text)}</td>')
        # A row without any text would be no higher than the lines around it, and nobody could tell it from one.
        high = "" if any(box.text for box in row) else ' style="height:1.5em"'
        rows.append(f"<tr{high}>{''.join(cells)}</tr>")
        if heads and at + 1 == heads:
            rows = [f"<thead>{''.join(rows)}</thead>"]
    return f"<table>{''.join(rows)}</table>"


def _style(rng: Random, *, ruled: bool) -> str:
    size = rng.choice((14, 16, 18, 20))
    cell = rng.choice((9, 11, 12, 13))
    border = rng.choice(_BORDERS) if ruled else "none"
    pick = rng.choice
    collapse, spacing, padding = pick(("collapse", "collapse", "separate")), pick((0, 0, 1)), pick((1, 3, 5))
    rules = [
        f"body{{font-family:'{pick(_FAMILIES)}';font-size:{size}px;line-height:{pick((1.5, 1.8, 2.2))}}}",
        f"p{{text-indent:{pick((0, 2, 2))}em;text-align:{pick(('left', 'justify'))};margin:{pick((0, 4, 12))}px 0}}",
        f"h1{{font-size:{pick((22, 26, 32))}px;text-align:center;font-weight:{pick((400, 700))}}}",
        f"h2{{font-size:{pick((size, size + 2))}px;font-weight:{pick((400, 700))};margin:8px 0}}",
        f"table{{border-collapse:{collapse};width:100%;margin:10px 0;border-spacing:{spacing}px;border:{border}}}",
        f"table{{font-size:{cell}px;line-height:{pick((1.2, 1.5))}}}",
        f"td{{border:{border};padding:{padding if ruled else 5}px;text-align:{pick(('center', 'center', 'left'))}}}",
    ]
    if rng.random() < 0.3:
        rules.append("td.v{text-align:right}")
    if rng.random() < 0.2:
        rules.append(f"body{{letter-spacing:{rng.choice((0.5, 1, 2))}px}}")
    if rng.random() < 0.3:
        rules.append(f"td.h{{background:{rng.choice(('#eee', '#dbe5f1', '#fafafa'))}}}")
    if rng.random() < 0.2:
        rules.append("h2{text-shadow:0.5px 0 0 #000}")
    if rng.random() < 0.3:
        rules.append(
            f"@page{{size:{rng.choice(('A4', 'letter', 'A4 landscape'))};margin:{rng.choice((10, 15, 25))}mm}}"
        )
    if rng.random() < 0.3:
        rules.append("tr{page-break-inside:avoid}")
    return "".join(rules)


def _page(facts: Facts, rng: Random, *, ruled: bool = True) -> str:
    tables = tables_of(facts)
    parts = [f"<h1>{escape(facts.title)}</h1>"]
    heads = {"requests": 3, "disputes": 3, "active": 0} if rng.random() < 0.5 else {}
    apart = rng.random() < 0.3
    for chapter in facts.chapters:
        if chapter.heading:
            parts.append(f"<h2>{escape(chapter.heading)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in chapter.paragraphs]
        if chapter.part == "active" and apart:
            parts += [_table(block, rng, 0) for block in active_blocks(facts.cells, facts.table_format)]
        elif chapter.part in tables:
            parts.append(_table(tables[chapter.part], rng, heads.get(chapter.part, 0)))
    head = f"<meta charset='utf-8'><title>{escape(facts.title)}_{escape(facts.agency)}</title>"
    head += f"<style>{_style(rng, ruled=ruled)}</style>"
    return f"<!DOCTYPE html><html><head>{head}</head><body>{''.join(parts)}</body></html>"


@layout("pdf/browser", needs="chromium")
def browser(facts: Facts, rng: Random) -> Rendered:
    """A page with ruled tables as Chromium prints it."""
    facts = filled(facts, rng)
    return rendered(facts, printed(_page(facts, rng), heads=rng.random() < 0.6), ".pdf")


@layout("pdf/browser-unruled", needs="chromium")
def browser_unruled(facts: Facts, rng: Random) -> Rendered:
    """A page whose style sheet was lost or never drew lines."""
    return rendered(facts, printed(_page(facts, rng, ruled=False), heads=rng.random() < 0.6), ".pdf")
