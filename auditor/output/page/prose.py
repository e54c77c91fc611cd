"""The prose cut into the smallest pieces that are marked alike.

A piece belongs to at most one mark (figures whose spans overlap share one), to any number of findings
and to at most one labelled sentence; cuts fall at every border of these and at the line breaks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
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
    labelled = [sentence for sentence in audit.sentences if sentence.section == section.number]
    cuts = {0, len(text)}
    for start, end, *_ in (*marks, *places):
        cuts |= {start, end}
    for sentence in labelled:
        cuts |= {min(sentence.start, len(text)), min(sentence.end, len(text))}
    begun: set[int] = set()
    offset = 0
    for line in text.split("\n"):
        end = offset + len(line)
        borders = sorted({offset, end, *(cut for cut in cuts if offset < cut < end)})
        pieces = [
            (_sentence_at(start, labelled), piece)
            for start, stop in _stretches(borders, places, offset, end)
            for piece in (_piece(text, start, stop, marks, places, audit, links, begun),)
            if piece.text or piece.anchors
        ]
        if pieces:
            yield tuple(_runs(pieces))
        offset = end + 1


def _stretches(borders: Sequence[int], places: Sequence[_Place], start: int, end: int) -> list[tuple[int, int]]:
    """The stretches between the borders, and the places without length (something is missing there)."""
    points = {(place.start, place.end) for place in places if place.start == place.end and start <= place.start <= end}
    return sorted({*pairwise(borders), *points})


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


def _sentence_at(position: int, labelled: Iterable[LabelledSentence]) -> LabelledSentence | None:
    return next((sentence for sentence in labelled if sentence.start <= position < sentence.end), None)


def _piece(
    text: str,
    start: int,
    end: int,
    marks: Sequence[_Mark],
    places: Sequence[_Place],
    audit: Audit,
    links: Links,
    begun: set[int],
) -> Piece:
    mark = next((mark for mark in marks if mark.start <= start and end <= mark.end and start < end), None)
    here = [
        place for place in places if place.start <= start and end <= place.end and (start < end or place.end == end)
    ]
    findings = tuple(dict.fromkeys(place.finding for place in here))
    anchors = tuple(index for index in findings if index not in begun)
    begun.update(anchors)
    severity = min((audit.findings[index].severity for index in findings), key=SEVERITIES.index, default=None)
    if mark is None:
        return Piece(text[start:end], findings=findings, severity=severity, anchors=anchors)
    own = [audit.figures[index] for index in mark.figures]
    return Piece(
        text[start:end],
        figures=mark.figures,
        cells=tuple(dict.fromkeys(cell for index in mark.figures for cell in links.cells_of_figure[index])),
        state=min(map(state_of, own), key=_WORST.index),
        absence=any(figure.kind == "absence" for figure in own),
        first=start == mark.start,
        findings=findings,
        severity=severity,
        anchors=anchors,
    )


def _runs(pieces: Iterable[tuple[LabelledSentence | None, Piece]]) -> Iterator[Run]:
    for sentence, group in groupby(pieces, key=lambda entry: entry[0]):
        yield Run(sentence, tuple(piece for _, piece in group))
