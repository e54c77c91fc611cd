"""What every output shows of an audit: how much was read, where a finding stands, what its cells hold."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any, Literal, NamedTuple

from auditor.addresses import addresses_in, members
from auditor.exchange import plain
from auditor.language.sentences import sentences
from auditor.model import Cell, Figure, Finding, Report, Severity, Span
from auditor.naming import name_of
from auditor.output.words import Lang, say

PARTS = ("一", "二", "三", "四", "五", "六")
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")

State = Literal["match", "mismatch", "unread", "unlinked"]
STATES: tuple[State, ...] = ("match", "mismatch", "unread", "unlinked")


class Tally(NamedTuple):
    """How many figures were read and what became of them; ``linked`` is ``match + mismatch + unread``."""

    figures: int
    linked: int
    match: int
    mismatch: int
    unread: int
    unlinked: int


class Quote(NamedTuple):
    """A sentence, or neighbouring ones, with the places of a finding in it: ``(text, marked)`` in order."""

    section: str
    pieces: tuple[tuple[str, bool], ...]

    @property
    def whole(self) -> bool:
        """Whether the places are all of it, so that marking them would tell nothing."""
        return all(marked for _, marked in self.pieces)


def state_of(figure: Figure) -> State:
    """What became of a figure: ``unlinked`` has no cell, ``unread`` has one that could not be compared."""
    if figure.address is None:
        return "unlinked"
    return "unread" if figure.verdict == "unchecked" else figure.verdict


def tally(figures: Iterable[Figure]) -> Tally:
    """The figures counted by state."""
    states = Counter(map(state_of, figures))
    linked = states["match"] + states["mismatch"] + states["unread"]
    return Tally(
        linked + states["unlinked"], linked, states["match"], states["mismatch"], states["unread"], states["unlinked"]
    )


def severities(findings: Iterable[Finding]) -> dict[str, int]:
    """How many findings there are of each severity."""
    counts = Counter(finding.severity for finding in findings)
    return {severity: counts[severity] for severity in SEVERITIES}


def missing_parts(report: Report) -> list[str]:
    """The numbers of the standard parts that the report lacks."""
    present = {section.number for section in report.sections}
    return [number for number in PARTS if number not in present]


def cell_kinds(report: Report) -> dict[str, int]:
    """How many cells there are of each kind, numbers first."""
    counts = Counter(cell.kind for cell in report.cells.values())
    return {kind: counts[kind] for kind in ("number", "derived", "blank", "na", "text", "unread") if counts[kind]}


def part_name(section: str, lang: Lang) -> str:
    """第一部分; the preamble has its own name."""
    return say("section_mark", lang, number=section) if section else say("preamble_mark", lang)


def quotes(report: Report, spans: Iterable[Span]) -> list[Quote]:
    """The sentences around some spans; spans of one sentence stand in one quotation.

    A span in a section that the report lacks is passed over.
    """
    texts = {section.number: section.text for section in report.sections}
    groups: dict[tuple[str, int, int], list[Span]] = {}
    for span in spans:
        if span.section in texts:
            around = _around(texts[span.section], span)
            groups.setdefault((span.section, *around), []).append(span)
    return [
        Quote(section, tuple(_pieces(texts[section], start, end, inside)))
        for (section, start, end), inside in groups.items()
    ]


@lru_cache(maxsize=16)
def _bounds(text: str) -> tuple[tuple[int, int], ...]:
    """Where the sentences of a part stand; kept, as every finding of the part asks."""
    return tuple(sentences(text))


def _around(text: str, span: Span) -> tuple[int, int]:
    """Where the sentences that a span touches begin and end."""
    bounds = _bounds(text)
    start, end = span.start, max(span.start, min(span.end, len(text)))
    first = bisect_right(bounds, span.start, key=lambda bound: bound[1])
    for at in range(first, len(bounds)):
        left, right = bounds[at]
        if left >= max(span.end, span.start + 1):
            break
        start, end = min(start, left), max(end, right)
    return start, end


def _pieces(text: str, start: int, end: int, spans: Iterable[Span]) -> Iterator[tuple[str, bool]]:
    position = start
    for span in sorted(spans, key=lambda span: span.start):
        left, right = max(span.start, position), min(span.end, end)
        if left > position:
            yield text[position:left], False
        if right > left:
            yield text[left:right], True
            position = right
        else:
            position = max(position, left)
    if position < end:
        yield text[position:end], False


def plain_cells(expression: str, cells: Mapping[str, Cell]) -> Iterator[str]:
    """The printed cells that an address, a group or an expression rests on, in order."""
    for address in addresses_in(expression):
        yield from _unfold(address, cells)


def _unfold(address: str, cells: Mapping[str, Cell]) -> Iterator[str]:
    parts = address.split(".")
    if address not in cells and parts[:3] == ["requests", "other", "*"]:
        one_row = f"requests.other.all.{parts[-1]}"
        if one_row in cells:
            yield one_row
            return
    inside = None if address in cells else members(address)
    if inside is None:
        yield address
    else:
        for member in inside:
            yield from _unfold(member, cells)


def cells_of(finding: Finding, cells: Mapping[str, Cell]) -> list[str]:
    """The printed cells that a finding rests on, each once."""
    return list(dict.fromkeys(cell for address in finding.addresses for cell in plain_cells(address, cells)))


def cell_text(cell: Cell | None, lang: Lang) -> str:
    """What a cell holds, in words where it is no number."""
    if cell is None:
        return say("cell_absent", lang)
    if cell.kind == "number":
        return str(plain(cell.number))
    if cell.kind == "derived":
        return say("cell_derived", lang, value=plain(cell.derived))
    word = say(f"cell_{cell.kind}", lang)
    if cell.kind == "blank" or not cell.text:
        return word
    return f"{word} “{cell.text}”" if lang == "zh" else f'{word} "{cell.text}"'


def expression_name(expression: str, lang: Lang) -> str:
    """The name of a cell or an expression; the address itself where the vocabulary does not know it."""
    try:
        return name_of(expression, lang)
    except (KeyError, ValueError):
        return expression


def stated(finding: Finding) -> str | None:
    """The value that the prose states, where the rule gives one and no span shows it."""
    value: Any = None if finding.spans else finding.values.get("stated")
    return None if value is None or isinstance(value, Mapping | list) else str(value)


class FigurePlaces:
    """Where the figures stand, to be asked for those that a span touches."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        """Take the figures by part and in order; their indices are those of ``figures``."""
        places: defaultdict[str, list[tuple[int, int, int]]] = defaultdict(list)
        for index, figure in enumerate(figures):
            places[figure.section].append((figure.start, figure.end, index))
        self._places = {section: sorted(inside) for section, inside in places.items()}
        self._longest = {section: max(end - start for start, end, _ in inside) for section, inside in places.items()}

    def touched(self, span: Span) -> Iterator[int]:
        """The indices of the figures that a span touches, in printed order."""
        places = self._places.get(span.section, [])
        first = bisect_left(places, (span.start - self._longest.get(span.section, 0),))
        for at in range(first, len(places)):
            start, end, index = places[at]
            if start >= span.end:
                break
            if span.start < end:
                yield index


def message_of(finding: Finding, lang: Lang) -> str:
    """The finding's sentence in a language."""
    return finding.message if lang == "zh" else finding.message_en
