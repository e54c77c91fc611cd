"""Markdown, as converters of web pages and office files write it."""

from __future__ import annotations

import re
from random import Random

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.prose import Chapter
from tests.factory.tables import Table
from tests.factory.text.cells import some_blanks
from tests.factory.text.pages import Style, Writer, grid_texts, own_texts, repeated, text_report

_SPECIAL = re.compile(r"([\\`*_\[\]()#+\-!>~])")
_ORDINAL = re.compile(r"^(\d+)\.")


def markdown_style(rng: Random) -> Style:
    """Headings with number signs, in bold letters, or as they are; empty lines between paragraphs."""
    level = rng.choice(("# {}", "## {}", "**{}**", "### {} ###", "{}"))
    return Style(rng.choice(("", "", "　　")), 1, 0, 0, "", level, rng.choice(("# {}", "# {}", "**{}**", "{}")))


def _rule(width: int, rng: Random) -> str:
    dash = rng.choice(("---", ":---:", "-----", ":--", "---:"))
    between = rng.choice((" | ", "|"))
    return f"|{' ' if between != '|' else ''}{between.join([dash] * width)}{' ' if between != '|' else ''}|"


def _row(texts: list[str], tight: bool) -> str:
    return f"|{'|'.join(texts)}|" if tight else f"| {' | '.join(texts)} |"


def pipe_table(rng: Random) -> Writer:
    """Writes a pipe table; as Markdown has no merged cells, covered positions are empty or repeat the text."""
    tight = rng.random() < 0.3
    repeats = rng.random() < 0.4
    # Converters without a head to put above the rule leave it empty or take the first row.
    empty_head = rng.random() < 0.3

    def write(part: str, table: Table) -> list[str]:
        rows = repeated(part, table) if repeats else grid_texts(part, table)
        lines = [_row(row, tight) for row in rows]
        rule = _rule(len(rows[0]), rng)
        if empty_head:
            return ["", _row([""] * len(rows[0]), tight), rule, *lines, ""]
        return ["", lines[0], rule, *lines[1:], ""]

    return write


@layout("text/md-pipes")
def pipes(facts: Facts, rng: Random) -> Rendered:
    """One pipe table for each part."""
    facts = some_blanks(facts, rng) if rng.random() < 0.5 else blanked(facts, rng, "", rng.random())
    return text_report(facts, rng, pipe_table(rng), style=markdown_style(rng), suffix=".md")


@layout("text/md-pipes-ragged")
def ragged(facts: Facts, rng: Random) -> Rendered:
    """A pipe table whose rows hold only their own cells, as converters that know no spans write it."""
    tight = rng.random() < 0.3

    def write(part: str, table: Table) -> list[str]:
        rows = own_texts(table)
        return ["", _row(rows[0], tight), _rule(len(rows[0]), rng), *(_row(row, tight) for row in rows[1:]), ""]

    return text_report(some_blanks(facts, rng), rng, write, style=markdown_style(rng), suffix=".md")


@layout("text/md-table-per-row")
def table_per_row(facts: Facts, rng: Random) -> Rendered:
    """Each row a pipe table of its own, with its own rule below it."""
    tight = rng.random() < 0.3
    full = rng.random() < 0.5

    def write(part: str, table: Table) -> list[str]:
        rows = grid_texts(part, table) if full else own_texts(table)
        return [line for row in rows for line in (_row(row, tight), _rule(len(row), rng), "")]

    return text_report(some_blanks(facts, rng), rng, write, style=markdown_style(rng), suffix=".md")


def escaped(text: str) -> str:
    """A text as careful converters write it, every sign that Markdown knows behind a backslash."""
    return _ORDINAL.sub(r"\1\\.", _SPECIAL.sub(r"\\\1", text))


@layout("text/md-escaped")
def escapes(facts: Facts, rng: Random) -> Rendered:
    """Labels and paragraphs with escaped signs (``1\\.属于国家秘密``), line breaks in heads as escaped bars."""
    drawn = pipe_table(rng)
    breaks = rng.random() < 0.5

    def write(part: str, table: Table) -> list[str]:
        def text(words: str) -> str:
            said = escaped(words)
            return f"{said[:2]}\\|{said[2:]}" if breaks and len(said) == 4 and said.endswith(("企业", "机构")) else said

        return drawn(part, [[box._replace(text=text(box.text)) for box in row] for row in table])

    chapters = tuple(_escaped_chapter(chapter) for chapter in facts.chapters)
    shown = facts._replace(chapters=chapters)
    made = text_report(shown, rng, write, style=markdown_style(rng), suffix=".md")
    return made._replace(chapters=facts.chapters)


def _escaped_chapter(chapter: Chapter) -> Chapter:
    return chapter._replace(heading=escaped(chapter.heading), paragraphs=tuple(map(escaped, chapter.paragraphs)))


@layout("text/md-escaped-bars")
def escaped_bars(facts: Facts, rng: Random) -> Rendered:
    """Rows of text with bars that went through a converter: every bar has a backslash before it."""
    bar = rng.choice((" \\| ", "\\|"))
    last = rng.choice(("", " \\|"))

    def write(_: str, table: Table) -> list[str]:
        return [line for row in own_texts(table) for line in (bar.join(row) + last, "")]

    return text_report(some_blanks(facts, rng), rng, write, style=markdown_style(rng), suffix=".md")
