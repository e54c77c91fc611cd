"""What every page repeats around its text: page numbers, and running heads of a browser's print."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from auditor.reading.pdf.lines import Line
from auditor.resources import load_lexicon

_MARGIN = 0.07
"""Share of the page's height, above and below, that a text itself leaves free."""
_NUMBER_BAND = 0.12
"""Share of the page's height, above and below, in which a bare number can be the page's."""
_DIGITS = re.compile(r"[0-9]+")


class Sheet(NamedTuple):
    """A page's height and its lines outside tables, from the top."""

    height: float
    lines: Sequence[Line]


@cache
def _page_number() -> re.Pattern[str]:
    forms = {re.sub(r"\s", "", form) for form in load_lexicon("reading/pages")["page_numbers"]}
    patterns = [re.sub(r"\\\{pages?\\\}", r"\\d{1,4}", re.escape(form)) for form in sorted(forms)]
    return re.compile("|".join(patterns), re.IGNORECASE)


def without_furniture(sheets: Sequence[Sheet]) -> list[list[Line]]:
    """The lines of each page without page numbers and running heads.

    Only the two outermost lines above and below are looked at.  A bare number is a page number only where
    it counts along with the pages; elsewhere it may be a cell.
    """
    offset = _bare_offset(sheets)
    running = _running_heads(sheets)
    kept = []
    for index, sheet in enumerate(sheets):
        outer = {id(line) for line in (*sheet.lines[:2], *sheet.lines[-2:])}

        def is_furniture(line: Line, index: int = index, height: float = sheet.height) -> bool:
            text = line.text.replace(" ", "")
            return (
                _page_number().fullmatch(text) is not None
                or (_near_edge(line, height, _NUMBER_BAND) and offset is not None and text == str(index + offset))
                or (_near_edge(line, height, _MARGIN) and _masked(text) in running)
            )

        kept.append([line for line in sheet.lines if id(line) not in outer or not is_furniture(line)])
    return kept


def _near_edge(line: Line, height: float, share: float) -> bool:
    return line.bottom < share * height or line.top > (1 - share) * height


def _masked(text: str) -> str:
    return _DIGITS.sub("0", text)


def _bare_offset(sheets: Sequence[Sheet]) -> int | None:
    """What to add to a page's index to get the bare number at its edge; none where no two pages agree."""
    offsets: Counter[int] = Counter()
    for index, sheet in enumerate(sheets):
        found = {
            int(line.text) - index
            for line in (*sheet.lines[:1], *sheet.lines[-1:])
            if line.text.isascii()
            and line.text.isdigit()
            and len(line.text) <= 4
            and _near_edge(line, sheet.height, _NUMBER_BAND)
        }
        offsets.update(found)
    best = max(offsets.items(), key=lambda entry: (entry[1], -abs(entry[0] - 1)), default=None)
    if best is None or (best[1] < 2 and not (best[0] == 1 and len(sheets) < 3)):
        return None
    return best[0]


def _running_heads(sheets: Sequence[Sheet]) -> set[str]:
    """Texts, digits masked, that stand in the margin of at least half of the pages and of two.

    Numbers alone are no head: they may be rows of a table whose label stands in two lines.
    """
    counts: Counter[str] = Counter()
    for sheet in sheets:
        counts.update(
            {_masked(line.text.replace(" ", "")) for line in sheet.lines if _near_edge(line, sheet.height, _MARGIN)}
        )
    least = max(2, len(sheets) / 2)
    return {text for text, count in counts.items() if count >= least and any(map(str.isalpha, text))}
