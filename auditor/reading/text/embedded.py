"""Tags inside Markdown: whole tables as converters leave them, line breaks, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

from auditor.reading.blocks import Block

_TABLE = re.compile(r"<table\b.*?</table\s*>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_PICTURE = re.compile(r"<img\b[^<>]{0,2000}>", re.IGNORECASE)
_TAG = re.compile(r"</?[a-z][a-z0-9]{0,11}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)


def parted(text: str) -> Iterator[str | list[Block]]:
    """The text between tables that are written in tags, and the blocks of those tables, in order."""
    start = 0
    # Behind the last end no table can be whole: looking for one from every beginning would take for ever.
    last = text.lower().rfind("</table")
    for found in _TABLE.finditer(text, 0, text.find(">", last) + 1) if last >= 0 else ():
        yield text[start : found.start()]
        line = text.count("\n", 0, found.start()) + 1
        yield _blocks_of(found.group(), f"第{line}行起的表")
        # The lines after it keep their numbers.
        start = found.end()
    yield text[start:]


def _blocks_of(markup: str, where: str) -> list[Block]:
    from lxml import html

    from auditor.reading.html.tables import table_blocks

    table = html.fragment_fromstring(markup)
    return table_blocks(table, where) or []


def without_tags(line: str) -> str:
    """A line of Markdown without tags; a break inside a row's cell joins, elsewhere it parts lines."""
    if "<" not in line:
        return line
    line = _BREAK.sub("" if "|" in line else "\n", line)
    line = _PICTURE.sub("![]()", line)
    return _TAG.sub("", line)
