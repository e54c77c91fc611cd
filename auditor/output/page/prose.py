"""The prose cut into the smallest pieces that are marked alike.

A piece belongs to at most one mark (figures whose spans overlap share one), to any number of findings
and to at most one labelled sentence; cuts fall at every border of these and at the line breaks.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from operator import attrgetter
from typing import NamedTuple

from auditor.model import Audit, Figure, LabelledSentence, Section, Severity
from auditor.output.evidence import SEVERITIES, State, state_of
from auditor.output.page.links import Links

_WORST: tuple[State, ...] = ("mismatch", "unread", "match", "unlinked")


class Piece(NamedTuple):
    """A run of text that is marked alike; ``anchors`` are the findings whose place begins here."""

    text: str
    figures: tuple[int, ...] = ()
    cells: tuple[str, ...] = ()
    state: State | None = None
    absence: bool = False
    first: bool = False
    findings: tuple[int, ...] = ()
    severity: Severity | None = None
    anchors: tuple[int, ...] = ()


class Run(NamedTuple):
    """The pieces of one labelled sentence, or of text between such sentences."""

    sentence: LabelledSentence | None
    pieces: tuple[Piece, ...]


class Passage(NamedTuple):
    """A section of the report, ready to be shown."""

    section: Section
    paragraphs: tuple[tuple[Run, ...], ...]


class _Mark(NamedTuple):
    start: int
    end: int
    figures: tuple[int, ...]


class _Place(NamedTuple):
    start: int
    end: int
    finding: int


def passages(audit: Audit, links: Links) -> list[Passage]:
    """Every section that has prose or a title, in printed order."""
    return [Passage(section, tuple(_paragraphs(section, audit, links))) for section in audit.report.sections]


def _paragraphs(section: Section, audit: Audit, links: Links) -> Iterator[tuple[Run, ...]]:
    text = section.text
    marks = _marks(section, audit.figures)
    places = _places(section, audit)
    labelled = sorted(
        (sentence for sentence in audit.sentences if sentence.section == section.number), key=attrgetter("start")
    )
    cuts = {0, len(text)}
    for start, end, *_ in (*marks, *places):
        cuts |= {start, end}
    for sentence in labelled:
        cuts |= {min(sentence.start, len(text)), min(sentence.end, len(text))}
    borders = sorted(cuts)
    gaps = sorted({place.start for place in places if place.start == place.end})
    writer = _Writer(text, marks, places, audit, links)
    offset = 0
    for line in text.split("\n"):
        end = offset + len(line)
        pieces = [
            (_sentence_at(start, labelled), piece)
            for start, stop in _stretches(borders, gaps, offset, end)
            for piece in (writer.piece(start, stop),)
            if piece.text or piece.anchors
        ]
        if pieces:
            yield tuple(_runs(pieces))
        offset = end + 1


def _stretches(borders: Sequence[int], gaps: Sequence[int], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches of a line between the borders, and the places without length (something is missing there)."""
    inside = borders[bisect_right(borders, start) : bisect_left(borders, end)]
    points = gaps[bisect_left(gaps, start) : bisect_right(gaps, end)]
    return sorted(
        {*pairwise((start, *inside, end) if start < end else (start,)), *((point, point) for point in points)}
    )


def _marks(section: Section, figures: Sequence[Figure]) -> list[_Mark]:
    """The spans of the section's figures, overlapping ones joined."""
    marks: list[_Mark] = []
    spans = sorted(
        (figure.start, figure.end, index) for index, figure in enumerate(figures) if figure.section == section.number
    )
    for start, end, index in spans:
        end = min(end, len(section.text))
        if start >= end:
            continue
        if marks and start < marks[-1].end:
            last = marks.pop()
            marks.append(_Mark(last.start, max(last.end, end), (*last.figures, index)))
        else:
            marks.append(_Mark(start, end, (index,)))
    return marks


def _places(section: Section, audit: Audit) -> list[_Place]:
    size = len(section.text)
    return [
        _Place(span.start, min(span.end, size), index)
        for index, finding in enumerate(audit.findings)
        for span in finding.spans
        if span.section == section.number and 0 <= span.start <= min(span.end, size)
    ]


def _sentence_at(position: int, labelled: Sequence[LabelledSentence]) -> LabelledSentence | None:
    """The labelled sentence around a position; they stand in order and apart."""
    at = bisect_right(labelled, position, key=attrgetter("start")) - 1
    return labelled[at] if at >= 0 and position < labelled[at].end else None


class _Writer:
    """Makes the pieces of a section, which are asked for in printed order."""

    def __init__(self, text: str, marks: Sequence[_Mark], places: Sequence[_Place], audit: Audit, links: Links) -> None:
        self._text, self._marks, self._audit, self._links = text, marks, audit, links
        self._coming = sorted(places, reverse=True)
        self._open: list[_Place] = []
        self._begun: set[int] = set()

    def piece(self, start: int, end: int) -> Piece:
        """The piece of a stretch that no border cuts."""
        findings = self._findings(start, end)
        anchors = tuple(index for index in findings if index not in self._begun)
        self._begun.update(anchors)
        severity = min((self._audit.findings[index].severity for index in findings), key=SEVERITIES.index, default=None)
        at = bisect_right(self._marks, start, key=attrgetter("start")) - 1
        mark = self._marks[at] if at >= 0 and start < end <= self._marks[at].end else None
        if mark is None:
            return Piece(self._text[start:end], findings=findings, severity=severity, anchors=anchors)
        own = [self._audit.figures[index] for index in mark.figures]
        cells = (cell for index in mark.figures for cell in self._links.cells_of_figure[index])
        return Piece(
            self._text[start:end],
            figures=mark.figures,
            cells=tuple(dict.fromkeys(cells)),
            state=min(map(state_of, own), key=_WORST.index),
            absence=any(figure.kind == "absence" for figure in own),
            first=start == mark.start,
            findings=findings,
            severity=severity,
            anchors=anchors,
        )

    def _findings(self, start: int, end: int) -> tuple[int, ...]:
        """The findings whose place holds the stretch; a place without length holds the empty stretch there."""
        while self._coming and self._coming[-1].start <= start:
            self._open.append(self._coming.pop())
        self._open = [place for place in self._open if place.end >= start]
        return tuple(
            sorted({place.finding for place in self._open if end <= place.end and (start < end or place.end == end)})
        )


def _runs(pieces: Iterable[tuple[LabelledSentence | None, Piece]]) -> Iterator[Run]:
    for sentence, group in groupby(pieces, key=lambda entry: entry[0]):
        yield Run(sentence, tuple(piece for _, piece in group))
