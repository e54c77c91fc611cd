"""The parts of a layout that both its text and its page show."""

from __future__ import annotations

from collections import Counter
from functools import cache

from auditor.output.words import Lang
from auditor.reading.layout import Layout, Role
from auditor.resources import load_lexicon

ROLES: tuple[Role, ...] = (
    *("title", "heading", "prose", "cells", "unread"),
    *("label", "head", "picture", "unused", "left_out"),
)


@cache
def layout_words(lang: Lang) -> dict[str, str]:
    """All words of the layout in one language by key."""
    return {key: text[lang] for key, text in load_lexicon("messages/layout").items()}


def counted(layout: Layout, lang: Lang) -> str:
    """How many cells were read, in one line."""
    kinds = Counter(cell.kind for cell in layout.report.cells.values())
    read, unread = kinds["number"], kinds["unread"]
    return layout_words(lang)["cells_read"].format(read=read, blank=kinds.total() - read - unread, unread=unread)


def ways(layout: Layout, lang: Lang) -> str:
    """How the cells were placed, with how many each."""
    found = Counter(cell.placed for cell in layout.report.cells.values() if cell.placed)
    listed = ", ".join(f"{way} {count}" for way, count in sorted(found.items()))
    return layout_words(lang)["placed"].format(ways=listed or "—")


def identity(layout: Layout, lang: Lang) -> str:
    """Title, agency and year in one line."""
    report, words = layout.report, layout_words(lang)
    year = words["year"].format(year=report.year) if report.year else words["nothing"]
    return " · ".join((report.title or words["nothing"], report.agency or words["nothing"], year))


def note_lines(layout: Layout) -> list[str]:
    """What reading had to say: the note's code with its details."""
    return [
        f"{note.code}: " + ", ".join(f"{name}={value}" for name, value in note.details.items() if value)
        for note in layout.notes
    ]


def row_name(addresses: tuple[str, ...]) -> str:
    """The addresses of one row, shortened: ``requests.new.* (7)``, or the one address."""
    if len(addresses) < 2:
        return "".join(addresses)
    stems = {address.rpartition(".")[0] for address in addresses}
    stem = stems.pop() if len(stems) == 1 else addresses[0].partition(".")[0]
    return f"{stem}.* ({len(addresses)})"
