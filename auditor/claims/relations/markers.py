"""Figures as relations see them: one marker for each span, with the text that leads to the next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from auditor.language.sentences import sentences
from auditor.model import Figure, Value

REACH = 60
"""How many figures away a relation may reach; it keeps the cost in proportion to the text."""


@dataclass(frozen=True, slots=True)
class Marker:
    """All figures of one span.

    ``index`` is the position of the first in the list of figures; ``times`` how many cells the number
    stands for (各1件: 2).  ``sentence`` numbers the sentences, ``paragraph`` the paragraphs of the text.
    ``is_amount``: it is a count or an amount of money, exact, and no change against another year.
    """

    index: int
    figure: Figure
    addresses: tuple[str, ...]
    times: int
    sentence: int
    paragraph: int
    sentence_end: int
    is_amount: bool

    @property
    def value(self) -> Value:
        """What the number is worth in a sum: counted once for each cell that it stands for."""
        return self.figure.value * self.times

    @property
    def is_change(self) -> bool:
        """Whether it is a number of things more or fewer than before (减少14个), which a list may divide."""
        return self.figure.kind == "growth" and self.figure.unit not in ("%", "倍", "个百分点", "百分点")

    @property
    def bar(self) -> tuple[str | None, str]:
        """What keeps figures apart although their words name one cell: the reason of no link, and the time."""
        return self.figure.barred, self.figure.period


@dataclass(frozen=True, slots=True)
class Markers:
    """The markers of a text in order, with the normalised text itself."""

    text: str
    items: tuple[Marker, ...]
    leads: tuple[str, ...]

    def before(self, place: int) -> range:
        """The places before a marker that are near enough to belong with it, first to last."""
        return range(max(0, place - REACH), place)

    def back_from(self, place: int) -> range:
        """The same places, the nearest first."""
        return range(place - 1, max(-1, place - 1 - REACH), -1)

    def from_on(self, place: int) -> range:
        """The places from a marker on that are near enough to belong with it."""
        return range(place, min(len(self.items), place + REACH))

    def behind(self, place: int) -> range:
        """The places behind a marker that are near enough to belong with it."""
        return self.from_on(place + 1)

    def lead(self, place: int) -> str:
        """The text before a marker, back to the marker before or the head of its sentence's paragraph."""
        return self.leads[place]

    def tail(self, place: int) -> str:
        """The text after a marker, up to the next one or the end of its sentence."""
        item = self.items[place]
        end = item.sentence_end
        if place + 1 < len(self.items):
            end = min(end, self.items[place + 1].figure.start)
        return self.text[item.figure.end : end]


_STILL_NAMED = ("scope", "period", "format")


def named_cell(figure: Figure) -> str | None:
    """The cell that a figure's words name, be it its own or that of another year or body."""
    return figure.address or (figure.named if figure.barred in _STILL_NAMED else None)


def markers_of(text: str, figures: list[Figure]) -> Markers:
    """The markers of a normalised text."""
    spans = sentences(text)
    items: list[Marker] = []
    at = 0
    paragraph = 0
    for index, figure in enumerate(figures):
        if items and items[-1].figure.start == figure.start and items[-1].figure.end == figure.end:
            last = items[-1]
            named = named_cell(figure)
            addresses = (*last.addresses, *((named,) if named else ()))
            items[-1] = replace(last, addresses=addresses, times=last.times + 1)
            continue
        while at + 1 < len(spans) and spans[at][1] <= figure.start:
            if "\n" in text[spans[at][1] : spans[at + 1][0]]:
                paragraph += 1
            at += 1
        named = named_cell(figure)
        addresses = (named,) if named else ()
        end = spans[at][1] if spans else len(text)
        is_amount = figure.kind in _AMOUNTS and figure.value_high is None
        items.append(Marker(index, figure, addresses, 1, at, paragraph, end, is_amount))
    ends = (0, *(item.figure.end for item in items))
    leads = tuple(text[end : item.figure.start] for end, item in zip(ends, items, strict=False))
    return Markers(text, tuple(items), leads)


_AMOUNTS = frozenset({"count", "money"})


def decimals_of(value: Value) -> int:
    """How many digits a value prints behind the point."""
    if isinstance(value, Decimal):
        exponent = value.as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0
    return 0
