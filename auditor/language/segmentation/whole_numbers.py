"""Numbers stay whole: what a segmenter would tear apart (１２, 1,204, 9８.5％) is cut out before it sees the text.

Plain numbers (3702, 98.5%) survive every dictionary segmenter, so a text without torn forms is handed
on as it is; one search decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Final

_DIGIT = "[0-9０-９]"
NUMBER: Final = re.compile(
    f"{_DIGIT}{{1,3}}(?:[,，]{_DIGIT}{{3}})+(?!{_DIGIT})(?:[.．]{_DIGIT}+)?[%％]?|{_DIGIT}+(?:[.．]{_DIGIT}+)?[%％]?"
)
TORN: Final = re.compile(f"[０-９]|[0-9][,，．％]{_DIGIT}|[0-9]％")

Cut = Callable[[str], list[str]]


def cut_around(text: str, cut: Cut, *, always: bool = False) -> list[str]:
    """The words of ``text`` with every number whole; ``cut`` cuts what lies between.

    ``always`` protects plain numbers too, for a segmenter that learnt its cuts.
    """
    if not always and TORN.search(text) is None:
        return cut(text)
    words: list[str] = []
    position = 0
    for number in NUMBER.finditer(text):
        if number.start() > position:
            words += cut(text[position : number.start()])
        words.append(number[0])
        position = number.end()
    if position < len(text):
        words += cut(text[position:])
    return words
