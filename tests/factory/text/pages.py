"""What the text layouts share: a report's tables as rows of texts, and the page of prose around them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from random import Random
from typing import NamedTuple

from tests.factory.facts import Facts
from tests.factory.layouts import Rendered, rendered
from tests.factory.tables import WIDTH, Box, Table, full_grid, tables_of

Writer = Callable[[str, Table], list[str]]
"""Lines of the table of a part (``active``, ``requests``, ``disputes``)."""

_DATES = ("发布时间：{}-01-{:02d}", "发布日期：{}年1月{}日", "{}-01-{:02d}")


class Style(NamedTuple):
    """How the prose of a page is set.

    ``width`` is the number of characters at which lines break, 0 for none; ``gap`` the empty lines after
    a paragraph; ``title_at`` where the title breaks in two, 0 where it doesn't.
    """

    indent: str
    gap: int
    width: int
    title_at: int
    heading_indent: str
    heading: str
    title: str


def style_of(rng: Random) -> Style:
    """A page as most crawlers leave it: one paragraph a line."""
    indent = rng.choice(("", "", "　　", "    ", "\u3000\u3000", "\u00a0\u00a0"))
    return Style(indent, rng.choice((0, 0, 0, 1)), 0, 0, rng.choice(("", indent)), "{}", "{}")


def wide(part: str, table: Table) -> int:
    """The grid columns of the table of a part; of any other table those of its longest row."""
    return WIDTH.get(part) or max(sum(box.colspan for box in row) for row in table)


def filled(table: Table, blank: str) -> Table:
    """The table with a word or a sign in its empty value cells."""
    return [[box._replace(text=blank) if box.address and not box.text else box for box in row] for row in table]


def grid_texts(part: str, table: Table, fill: str = "") -> list[list[str]]:
    """All positions of a table's grid; what a box spans holds ``fill``."""
    return [[box.text if box else fill for box in row] for row in full_grid(table, wide(part, table))]


def repeated(part: str, table: Table) -> list[list[str]]:
    """All positions of a table's grid; what a label spans repeats it, as converters of tables do it."""
    rows = [["" for _ in range(wide(part, table))] for _ in table]
    for at, row in enumerate(full_grid(table, wide(part, table))):
        for column, box in enumerate(row):
            if box is None:
                continue
            for down in range(box.rowspan):
                for right in range(box.colspan):
                    if not box.address or (down, right) == (0, 0):
                        rows[at + down][column + right] = box.text
    return rows


def own_texts(table: Table) -> list[list[str]]:
    """The boxes that begin in each row; what spans it from elsewhere has left nothing."""
    return [[box.text for box in row] for row in table]


def is_head(row: Iterable[Box]) -> bool:
    """Whether a row of a table has no value cell."""
    return not any(box.address for box in row)


def parted(row: Iterable[Box]) -> tuple[list[str], list[str]]:
    """The labels and the values of a row."""
    boxes = list(row)
    return [box.text for box in boxes if not box.address], [box.text for box in boxes if box.address]


def cut_lines(line: str, style: Style) -> list[str]:
    """A line as the page breaks it."""
    if not style.width:
        return [line]
    return [line[start : start + style.width] for start in range(0, len(line), style.width)]


def title_lines(facts: Facts, style: Style) -> list[str]:
    """The title on one line or more, none where the report has none."""
    if not facts.title:
        return []
    cut = style.title_at
    parts = [part for part in (facts.title[:cut], facts.title[cut:]) if part]
    return [line for part in parts for line in cut_lines(style.title.format(part), style)]


def page_lines(facts: Facts, style: Style, tables: Mapping[str, list[str]]) -> list[str]:
    """The whole report as lines, each table below the prose of its part."""
    lines = [*title_lines(facts, style), *[""] * style.gap]
    for chapter in facts.chapters:
        if chapter.heading:
            heading = style.heading_indent + style.heading.format(chapter.heading)
            lines += [*cut_lines(heading, style), *[""] * style.gap]
        for text in chapter.paragraphs:
            lines += [*cut_lines(style.indent + text, style), *[""] * style.gap]
        if chapter.part in tables:
            lines += [*tables[chapter.part], *[""] * style.gap]
    return lines


def lines_of(facts: Facts, style: Style, write: Writer, blank: str = "") -> list[str]:
    """The report's lines with its tables as ``write`` draws them; ``blank`` stands in empty value cells."""
    tables = {part: write(part, filled(table, blank)) for part, table in tables_of(facts).items()}
    return page_lines(facts, style, tables)


def text_report(
    facts: Facts,
    rng: Random,
    write: Writer,
    *,
    style: Style | None = None,
    blank: str = "",
    lost: Iterable[str] = (),
    suffix: str = ".txt",
) -> Rendered:
    """The report as a text file, whose last line may lack its end."""
    lines = lines_of(facts, style or style_of(rng), write, blank)
    return rendered(facts, "\n".join(lines) + rng.choice(("\n", "\n", "")), suffix, lost)


def date_line(facts: Facts, rng: Random) -> str:
    """The line of the date that many pages have below the title."""
    return rng.choice(_DATES).format(facts.year + 1, rng.randint(1, 28))


def unseen_row(facts: Facts) -> list[str]:
    """The cells of table 四 where all are empty: a row without a label and without a sign is not to be seen."""
    names = [address for address in facts.cells if address.startswith("disputes.")]
    return [] if any(facts.cells[name] for name in names) else names
