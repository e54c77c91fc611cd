"""Several figures that together say what one cell says.

Two listed results may each be part of one cell (信息不存在14件、非本机关公开9件; docs/figures.md 3.4), and what
was finished may be told in several figures of one paragraph (办结11件；办结上年结转4件; handbook NT-DONE).
Where the sum is the cell's value each of them is right.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import takewhile

from auditor.addresses import evaluate
from auditor.language.sentences import LONGEST
from auditor.model import Figure, Report, Value

HANDLED = "requests.handled.total"
CARRIED_IN = "requests.carried_in.total"
DUE = f"requests.new.total + {CARRIED_IN}"


def with_sums(figures: list[Figure], report: Report) -> list[Figure]:
    """The judged figures, those that only together fit their cell turned into matches of their own value."""
    texts = {section.number: section.text for section in report.sections}
    result = list(figures)
    for index, figure in enumerate(figures):
        if figure.address is None or figure.verdict == "match" or figure.kind != "count" or figure.approximate:
            continue
        text = texts.get(figure.section, "")
        near = list(_around(index, figures))
        fits = _listed_parts_fit(figure, near, report, text) or _told_in_parts(figure, near, report, text)
        if fits:
            result[index] = replace(figure, expected=figure.value, verdict="match")
    return result


def _around(index: int, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures of a section that stand no farther from one of them than a sentence can be long, in order."""
    middle = figures[index]

    def is_near(other: Figure) -> bool:
        return other.section == middle.section and abs(other.start - middle.start) <= LONGEST

    before = list(takewhile(is_near, (figures[at] for at in range(index - 1, -1, -1))))
    yield from reversed(before)
    yield from takewhile(is_near, (figures[at] for at in range(index, len(figures))))


def _listed_parts_fit(figure: Figure, figures: list[Figure], report: Report, text: str) -> bool:
    """Whether the figures of one sentence that name one row or outcome add up to its cell."""
    if figure.address in (HANDLED, DUE, "requests.new.total", CARRIED_IN):
        return False
    for reading in (figure.address or "", *figure.alternatives):
        worth = evaluate(reading, report.cells)
        same = [
            other
            for other in figures
            if other.section == figure.section
            and other.kind == "count"
            and reading in (other.address, *other.alternatives)
            and "。" not in text[min(other.start, figure.start) : max(other.end, figure.end)]
        ]
        if worth is not None and len(same) > 1 and sum(other.value for other in same) == worth:
            return True
    return False


def _told_in_parts(figure: Figure, figures: list[Figure], report: Report, text: str) -> bool:
    """Whether other figures of the paragraph and this one add up to all that was finished, or was due."""
    if figure.address not in (HANDLED, DUE):
        return False
    worths = [evaluate(reading, report.cells) for reading in (figure.address, *figure.alternatives)]
    wanted: set[Value] = {worth - figure.value for worth in worths if isinstance(worth, int | Decimal)}
    values: set[Value] = set()
    for other in summands(figure, figures, text):
        # One other figure, or two of them.
        if other.value in wanted or any(left - other.value in values for left in wanted):
            return True
        values.add(other.value)
    return False


def summands(figure: Figure, figures: list[Figure], text: str) -> Iterator[Figure]:
    """The figures of a paragraph that tell of other requests finished beside those of ``figure``."""
    for other in figures:
        if other is figure or other.section != figure.section or other.kind != "count" or other.approximate:
            continue
        if other.unit != figure.unit or "\n" in text[min(other.start, figure.start) : max(other.end, figure.end)]:
            continue
        told = other.address in (HANDLED, DUE)
        if told or (other.address in (None, CARRIED_IN) and _is_handled(text, other)):
            yield other


def _is_handled(text: str, figure: Figure) -> bool:
    phrase = text[max(0, figure.start - 14) : figure.start].rsplit("，", 1)[-1].rsplit("；", 1)[-1]
    return "办" in phrase
