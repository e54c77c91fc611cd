"""The lines of a paragraph that line breaks part."""

from __future__ import annotations

import re

# What ends or parts a sentence; a heading broken by hand into two lines has none of it.
_SENTENCE = re.compile("[，。；：！？,;:|\t]")
_BEGINS = re.compile(r"\s*[(（\d一二三四五六七八九十第①-⑩]")
_LONGEST_HEADING = 48


def lines_of(text: str) -> list[str]:
    """The lines of a paragraph: a break inside one is how web text and hurried typing part paragraphs.

    A heading that was broken by hand to look well on the page is one line.
    """
    if "\n" not in text:
        line = text.strip()
        return [line] if line else []
    lines = [line for line in map(str.strip, text.split("\n")) if line]
    short = len(lines) > 1 and sum(map(len, lines)) <= _LONGEST_HEADING
    if short and not any(_SENTENCE.search(line) for line in lines) and not any(map(_BEGINS.match, lines[1:])):
        return ["".join(lines)]
    return lines
