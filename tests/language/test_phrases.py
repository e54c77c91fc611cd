"""Many phrases in one scan."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from auditor.language.phrases import overlapping, trie_pattern

WORDS = st.lists(st.text(alphabet="公开不予以+(", min_size=1, max_size=4), min_size=1, max_size=8)


@given(WORDS, st.text(alphabet="公开不予以+(。", max_size=12))
def test_a_trie_finds_what_an_alternation_finds_longest_first(words: list[str], text: str) -> None:
    longest_first = "|".join(re.escape(word) for word in sorted(set(words), key=len, reverse=True))
    assert re.findall(trie_pattern(words), text) == re.findall(longest_first, text)


@given(WORDS, st.text(alphabet="公开不予以+(。", max_size=12))
def test_overlapping_gives_the_longest_phrase_at_each_place(words: list[str], text: str) -> None:
    found = {match.start(): match.group(1) for match in overlapping(words).finditer(text)}
    expected = {
        start: max((word for word in words if text.startswith(word, start)), key=len)
        for start in range(len(text))
        if any(text.startswith(word, start) for word in words)
    }
    assert found == expected
