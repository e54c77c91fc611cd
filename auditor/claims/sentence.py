"""A sentence with its known words and quantities, and the window of words around each quantity."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import NamedTuple

from auditor.claims.quantities import Quantity
from auditor.claims.vocabulary import Term, names_a_thing, tells

_DELIMITER = re.compile(r"[，；：。、()\n]")
_TIGHT = re.compile(r"[\s的]?")


class Mention(NamedTuple):
    """A quantity and the words that may say what it counts.

    ``place`` is its position among the quantities of the sentence.  ``own`` are the known words of its
    own phrase: those before it, or, where none of them means anything, those after it (``after`` is then
    true).  ``earlier`` are the words between the figure before and its phrase, ``following`` those up to
    the next figure.  ``left_start`` is where the phrase begins; ``unknown`` tells that words which no
    lexicon knows stand between the last known word and the quantity.
    """

    place: int
    quantity: Quantity
    own: tuple[Term, ...]
    after: bool
    earlier: tuple[Term, ...]
    following: tuple[Term, ...]
    left_start: int
    right_end: int
    unknown: bool


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a normalised text: its span, its known words, its quantities, its delimiters."""

    text: str
    start: int
    end: int
    terms: tuple[Term, ...]
    quantities: tuple[Quantity, ...]
    delimiters: tuple[int, ...]

    def between(self, start: int, end: int) -> tuple[Term, ...]:
        """The known words that lie inside ``text[start:end]``."""
        first = bisect_left(self.terms, (start,))
        last = bisect_left(self.terms, (end,), first)
        found = self.terms[first:last]
        return found[:-1] if found and found[-1].end > end else found

    def phrase_start(self, position: int) -> int:
        """Where the phrase of ``position`` begins: behind the last delimiter before it."""
        place = bisect_left(self.delimiters, position)
        return self.delimiters[place - 1] + 1 if place else self.start

    def phrase_end(self, position: int) -> int:
        """Where the phrase of ``position`` ends: at the next delimiter."""
        place = bisect_left(self.delimiters, position)
        return self.delimiters[place] if place < len(self.delimiters) else self.end


def sentence_of(text: str, start: int, end: int, quantities: tuple[Quantity, ...], terms: tuple[Term, ...]) -> Sentence:
    """The sentence ``text[start:end]`` with its known words and its quantities."""
    delimiters = [match.start() for match in _DELIMITER.finditer(text, start, end)]
    # A comma inside a number or a word (公民、法人或其他组织) parts nothing.
    spans = [(quantity.start, quantity.end) for quantity in quantities]
    spans += [(term.start, term.end) for term in terms if term.end - term.start > _SHORTEST_LIST]
    for first, last in spans:
        del delimiters[bisect_left(delimiters, first) : bisect_left(delimiters, last)]
    return Sentence(text, start, end, terms, quantities, tuple(delimiters))


_SHORTEST_LIST = 4
"""Words that hold a delimiter are longer than this (复议、诉讼)."""


def means_something(term: Term) -> bool:
    """Whether a word can tell what is counted (连接词 and the like can't)."""
    return tells(term.concepts)


_MEANINGLESS = re.compile(r"[\s的了在其有为是共约达近\"'/%\d，、：；。()]+")


def has_unknown(sentence: Sentence, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` has two or more characters in a row that no lexicon knows."""
    position = start
    for term in sentence.terms[max(0, bisect_left(sentence.terms, (start,)) - 1) :]:
        if term.end <= start:
            continue
        if term.start >= end:
            break
        if term.start > position and _unknown(sentence.text[position : term.start]):
            return True
        position = max(position, term.end)
    return position < end and _unknown(sentence.text[position:end])


def _unknown(piece: str) -> bool:
    return len(_MEANINGLESS.sub("", piece)) >= 2


def mentions(sentence: Sentence) -> list[Mention]:
    """The quantities of a sentence, each with the words that may say what it counts."""
    found: list[Mention] = []
    taken = sentence.start
    for index, quantity in enumerate(sentence.quantities):
        before = sentence.quantities[index - 1].end if index else sentence.start
        left_edge = sentence.phrase_start(quantity.start)
        left_start = max(left_edge, before, taken)
        following_start = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
        right_edge = sentence.phrase_end(quantity.end)
        right_end = min(right_edge, following_start)
        left = sentence.between(left_start, quantity.start)
        right = sentence.between(quantity.end, right_end)
        own, after = left, False
        right = _before_universal(sentence.text, right)
        telling = [term for term in left if means_something(term)]
        if right and telling and _OUT_OF.search(sentence.text, left_start, quantity.start):
            # 收到的申请中3件进入行政复议: what stands behind is what the number counts.
            left, telling = (), []
        tight = right and means_something(right[0]) and _tight(sentence.text, quantity.end, right[0].start)
        if not telling and (tight or any(map(means_something, right))):
            own, after = (*left, *right), True
        elif tight and names_a_thing(right[0].concepts) and not _names_counted(telling):
            # 受理 36 件政府信息公开申请: the verb stands before the number, the thing behind it.
            own, after = (*left, *right), True
        unknown = False
        if after:
            first = next((term for term in right if means_something(term)), None)
            if first is not None and following_start < right_edge:
                # Another figure follows in the phrase: only the first word behind this one is its own.
                own = tuple(term for term in own if term.end <= first.end)
            unknown = first is not None and has_unknown(sentence, quantity.end, first.start)
            if first is not None and following_start < right_edge:
                taken = first.end
        else:
            last = max((term.end for term in telling), default=left_start)
            unknown = has_unknown(sentence, last, quantity.start)
        limb = max(sentence.text.rfind("；", sentence.start, left_start) + 1, sentence.start)
        earlier = sentence.between(max(before, limb, taken if not after else before), left_start)
        found.append(
            Mention(
                index, quantity, own, after, earlier, sentence.between(quantity.end, following_start), left_start,
                right_end, unknown,
            )
        )  # fmt: skip
    return found


_OUT_OF = re.compile(r"(?<!其)中\s*(?:有|共有|另有)?\s*$")
_DENIES = re.compile(r"\s*(?:未|没|无)")


def _before_universal(text: str, terms: tuple[Term, ...]) -> tuple[Term, ...]:
    """The words before 均 or 全部: what is said of all of n is no part of what n counts.

    Where they begin with it, the verb still tells (43件已全部办结), but not a denial (4件均未引发复议).
    """
    for place, term in enumerate(terms):
        if (place or _DENIES.match(text, term.end)) and "universal" in term.concepts:
            return terms[:place]
    return terms


def _tight(text: str, end: int, start: int) -> bool:
    return _TIGHT.fullmatch(text, end, start) is not None


def _names_counted(terms: list[Term]) -> bool:
    """Whether words name what is counted; who applied (收到公民提交的11件申请) is not what is counted."""
    return any(names_a_thing(term.concepts) and not all(map(_is_applicant, term.concepts)) for term in terms)


def _is_applicant(concept: str) -> bool:
    return concept.startswith("applicant:")
