"""The blind set of general Chinese numbers: its halves and how much of them is read right."""

import pytest

from auditor.language import numbers
from tests.language.number_set import HALVES, is_right, misses, sentences


def test_the_set_is_large_and_parted_in_two() -> None:
    sizes = [len(sentences(half)) for half in HALVES]
    assert sum(sizes) >= 400
    assert abs(sizes[0] - sizes[1]) <= 1


def test_a_quarter_of_the_sentences_hold_no_number() -> None:
    every = [sentence for half in HALVES for sentence in sentences(half)]
    assert 4 * sum(not sentence.numbers for sentence in every) >= len(every)


def test_a_number_too_many_or_too_few_makes_a_sentence_wrong() -> None:
    sentence = next(sentence for sentence in sentences("develop") if len(sentence.numbers) == 1)
    found = numbers(sentence.text)
    assert is_right(sentence, found)
    assert not is_right(sentence, [])
    assert not is_right(sentence, [*found, *found])


@pytest.mark.parametrize("half", HALVES)
def test_at_least_95_of_100_sentences_are_right(half: str) -> None:
    assert 1 - len(misses(half)) / len(sentences(half)) >= 0.95
