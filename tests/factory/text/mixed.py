"""Several things at once: a site that splits an article over pages, and reports in which nothing is uniform."""

from __future__ import annotations

from random import Random

from tests.factory.facts import Facts, remarked
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import Table, tables_of
from tests.factory.text.cells import barred_lines, some_blanks
from tests.factory.text.furniture import wrapped_style
from tests.factory.text.heads import any_writer
from tests.factory.text.pages import Style, Writer, own_texts, page_lines, style_of, text_report
from tests.factory.text.rows import joined_rows
from tests.factory.text.spaced import spaced_rows

_BETWEEN = (
    ("上一页  下一页",),
    ("上一页", "1", "2", "3", "下一页"),
    ("返回顶部",),
    ("首页 > 政务公开 > 政府信息公开年报",),
    ("【打印本页】【关闭窗口】",),
    ("扫一扫在手机打开当前页",),
)


@layout("text/website-between")
def website_between(facts: Facts, rng: Random) -> Rendered:
    """Words of the website between the rows of a table that a site showed on two pages."""
    facts = some_blanks(facts, rng)
    write: Writer = rng.choice((spaced_rows(rng), joined_rows(rng), joined_rows(rng, leading=True, trailing=True)))
    words = list(rng.choice(_BETWEEN))
    tables = {part: write(part, table) for part, table in tables_of(facts).items()}
    rows = tables["requests"]
    at = rng.randint(8, len(rows) - 2)
    tables["requests"] = [*rows[:at], *words, *rows[at:]]
    return rendered(facts, "\n".join(page_lines(facts, style_of(rng), tables)), ".txt")


def _any_style(rng: Random, title: str) -> Style:
    style = rng.choice((style_of(rng), wrapped_style(rng)))
    return style._replace(title_at=rng.choice((0, 0, title.index("政府信息公开"))))


@layout("text/mixed")
def mixed(facts: Facts, rng: Random) -> Rendered:
    """Every table written in its own way, with signs for nothing or remarks, in lines wrapped or not."""
    facts = rng.choice((some_blanks, remarked))(facts, rng)
    writers = {part: any_writer(rng) for part in ("active", "requests", "disputes")}
    return text_report(facts, rng, lambda part, table: writers[part](part, table), style=_any_style(rng, facts.title))


@layout("text/row-cells-torn")
def row_in_pieces(facts: Facts, rng: Random) -> Rendered:
    """Now and then a row of cells with bars is broken before a bar, elsewhere each row is whole."""
    bar = rng.choice((" | ", "|"))

    def write(_: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in own_texts(table):
            cut = rng.randint(1, len(row) - 1) if len(row) > 2 and rng.random() < 0.3 else 0
            if cut:
                lines += [bar.join(row[:cut]), bar.lstrip() + bar.join(row[cut:])]
            else:
                lines.append(bar.join(row))
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/cell-bar-broken")
def cells_over_lines(facts: Facts, rng: Random) -> Rendered:
    """One cell a line with a bar behind it; any longer label goes on in the next line, bar behind its end."""
    drawn = barred_lines(rng, leftovers=rng.choice(("end", "place", "gone")), breaks=False)
    width = rng.randint(8, 16)

    def pieces(text: str) -> str:
        return "\n".join(text[start : start + width] for start in range(0, len(text), width))

    def write(part: str, table: Table) -> list[str]:
        return drawn(
            part, [[box if box.address else box._replace(text=pieces(box.text)) for box in row] for row in table]
        )

    return text_report(some_blanks(facts, rng), rng, write)
