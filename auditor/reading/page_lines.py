"""Lines that belong to a website's page, not to the report on it: buttons, neighbours, fields, the imprint.

The words are in ``lexicons/outline.toml`` under ``page``.  In a web page the tree helps to tell
(``html/article``); in text that a crawler took from a page nothing but the lines is left.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from auditor.reading.blocks import Paragraph
from auditor.reading.dates import is_date_line
from auditor.reading.tables.forms import PARTS
from auditor.resources import load_lexicon

LONGEST_PAGE_LINE = 160
LONGEST_IN_TEXT = 60
"""In text without a tree only a short line is taken for the page's."""
_PATH = re.compile(r"[^。；]{1,20}(?:\s*[>＞»›]\s*[^。；>＞»›]{1,30})+")


class _PageLines(NamedTuple):
    starts: tuple[str, ...]
    holds: re.Pattern[str]
    fields: re.Pattern[str]


@cache
def _page_lines() -> _PageLines:
    page = load_lexicon("outline")["page"]
    holds = "|".join(map(re.escape, page["holds"]))
    fields = "|".join(map(re.escape, page["fields"]))
    alone = "|".join(map(re.escape, page["alone"]))
    return _PageLines(
        tuple(page["starts"]), re.compile(holds), re.compile(rf"[【\[(（]?(?:{fields})\s*[：:】\])）]|(?:{alone})$")
    )


def is_page_line(text: str) -> bool:
    """Whether a line is the page's own, wherever it stands: buttons, neighbours, the site's imprint."""
    lines = _page_lines()
    if len(text) > LONGEST_PAGE_LINE:
        return False
    return text.startswith(lines.starts) or lines.holds.search(text) is not None


def is_page_field(text: str) -> bool:
    """Whether a line above the report is a field of the page: date, source, index number, size of the letters."""
    return len(text) <= LONGEST_PAGE_LINE and _page_lines().fields.match(text) is not None


def _is_short_page_line(text: str) -> bool:
    plain = text.strip()
    if not plain or len(plain) > LONGEST_IN_TEXT or plain.endswith(("。", "；")):
        return False
    return is_page_line(plain) or _PATH.fullmatch(plain) is not None


def without_page_lines(lines: Sequence[Paragraph], part: str | None, *, last: bool) -> list[Paragraph]:
    """The prose lines of a part of a text without those of the page that the text was taken from.

    Among the tables whatever is the page's goes; from the last part all goes from the first such line on.
    The prose of the other parts is left as it is.
    """
    if part in PARTS:
        return [line for line in lines if not _is_short_page_line(line.text)]
    if last:
        for index, line in enumerate(lines):
            if index and _is_short_page_line(line.text):
                return list(lines[:index])
    return list(lines)


def is_above_report(text: str) -> bool:
    """Whether a line between the title and the first part is the page's: a button, a field, a date by itself."""
    plain = text.strip()
    if len(plain) > LONGEST_IN_TEXT or plain.endswith("。"):
        return False
    return is_page_field(plain) or is_date_line(plain) or _is_short_page_line(plain)
