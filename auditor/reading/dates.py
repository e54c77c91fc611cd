"""The date of publication that a line states: 发布日期：2025-01-20.

The words before it are in ``lexicons/outline.toml``; the date of writing (成文日期) is another one.
"""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from auditor.resources import load_lexicon

_DATE = r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})"
_PLAIN = re.compile(_DATE)
_ALONE = re.compile(rf"[\s(（\[【]*{_DATE}\s*日?(?:\s*\d{{1,2}}[:：]\d{{2}}(?:[:：]\d{{2}})?)?[\s)）\]】]*")


@cache
def _stated() -> re.Pattern[str]:
    page = load_lexicon("outline")["page"]
    words = "|".join(map(re.escape, page["dates"]))
    others = "".join(f"(?<!{re.escape(word)})" for word in page["other_dates"])
    return re.compile(rf"{others}(?:{words})\s*[:：]?\s*{_DATE}")


def stated_date(text: str) -> date | None:
    """The date that follows 发布日期 or a like word."""
    return _date_of(_stated().search(text))


def plain_date(text: str) -> date | None:
    """The first date in a text."""
    return _date_of(_PLAIN.search(text))


def is_date_line(text: str) -> bool:
    """Whether a line holds a date, maybe with the time of day, and nothing else; whose date it is, it doesn't say."""
    return _ALONE.fullmatch(text) is not None


def _date_of(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    try:
        return date(year, month, day)
    except ValueError:
        # 2025-02-30 on a page is no date that a rule could rest on.
        return None
