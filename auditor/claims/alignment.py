"""Numbers that answer to a list before them: 公开、不予公开分别为5件、3件, 维持、纠正各1件."""

from __future__ import annotations

import re

from auditor.claims.sentence import Sentence
from auditor.claims.vocabulary import Term, terms_in

_LIST_START = re.compile(r"[，；：。(\n]")
_ITEM = re.compile(r"[、]|和|及|与|以及")
_BETWEEN = re.compile(r"\s*(?:[、，和及与]|以及|\([^()]*\))*\s*")


def aligned(sentence: Sentence) -> dict[int, tuple[tuple[Term, ...], tuple[Term, ...]]]:
    """What each number after 分别为 answers to, by index of the quantity.

    The words of its own item, and those before the whole list (规范性文件方面，制发、废止分别为7件、2件).
    """
    found: dict[int, tuple[tuple[Term, ...], tuple[Term, ...]]] = {}
    for term in sentence.terms:
        if "list:align" not in term.concepts:
            continue
        run = _run_after(sentence, term.end)
        if len(run) < 2:
            continue
        items = _items(sentence, term.start)
        if len(items) == len(run):
            before = sentence.quantities[run[0] - 1].end if run[0] else sentence.start
            earlier = sentence.between(before, items[0][0].start) if items[0] else ()
            found.update((place, (own, earlier)) for place, own in zip(run, items, strict=True))
    return found


def each_of(sentence: Sentence, index: int) -> list[tuple[Term, ...]]:
    """The list items that one number stands for each (各1件, 均为0件); empty where it stands for one."""
    quantity = sentence.quantities[index]
    marks = [term for term in sentence.terms if "each" in term.concepts and term.end <= quantity.start]
    if not marks or sentence.text[marks[-1].end : quantity.start].strip(" 为是有"):
        return []
    items = _items(sentence, marks[-1].start)
    return items if len(items) > 1 else []


def _run_after(sentence: Sentence, position: int) -> list[int]:
    run: list[int] = []
    for index, quantity in enumerate(sentence.quantities):
        if quantity.start < position:
            continue
        if quantity.kind == "rate" and run:
            continue
        gap = sentence.text[position : quantity.start]
        if run and not _BETWEEN.fullmatch(gap):
            break
        if not run and len(gap) > 2:
            break
        run.append(index)
        position = quantity.end
    return run


def _items(sentence: Sentence, end: int) -> list[tuple[Term, ...]]:
    """The terms of each item of the list that ends at ``end``, item by item."""
    before = max((quantity.end for quantity in sentence.quantities if quantity.end <= end), default=sentence.start)
    starts = [mark.end() for mark in _LIST_START.finditer(sentence.text, before, end)]
    start = starts[-1] if starts else before
    if start >= end - 1 and len(starts) > 1:
        start = starts[-2]
    items: list[tuple[Term, ...]] = []
    position = start
    for separator in [*_ITEM.finditer(sentence.text, start, end), None]:
        stop = separator.start() if separator else end
        if stop > position:
            items.append(tuple(terms_in(sentence.text, position, stop)))
        position = separator.end() if separator else end
    return items


_YEAR = re.compile(r"\s*((?:19|20)\d\d)\s*年?度?\s*")


def aligned_years(sentence: Sentence) -> dict[int, int]:
    """The year that each number answers to (2023年、2024年分别收到申请5件、4件), by index of the quantity."""
    found: dict[int, int] = {}
    for term in sentence.terms:
        if "list:align" not in term.concepts:
            continue
        starts = [mark.end() for mark in _LIST_START.finditer(sentence.text, sentence.start, term.start)]
        pieces = _ITEM.split(sentence.text[starts[-1] if starts else sentence.start : term.start])
        years = [match for piece in pieces if (match := _YEAR.fullmatch(piece))]
        if len(years) < 2 or len(years) != len(pieces):
            continue
        following = [index for index, quantity in enumerate(sentence.quantities) if quantity.start >= term.end]
        if len(following) >= len(years):
            found.update(zip(following, (int(year[1]) for year in years), strict=False))
    return found
