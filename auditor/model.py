"""The values that travel from one stage to the next.

``Report`` is what reading makes of a file, ``Figure`` and ``Relation`` what the claims stage reads
in its prose, ``Finding`` what a rule says of them, ``Audit`` all of it together.  Nothing here
computes: a value knows its parts and no more.  Numbers are exact (``int`` or ``Decimal``); a blank
cell has no number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Literal, NamedTuple

Value = int | Decimal

CellKind = Literal["number", "blank", "na", "text", "unread", "derived"]
FigureKind = Literal["count", "rate", "money", "duration", "growth", "absence"]
Period = Literal["current", "previous", "cumulative", "part", "future"]
Verdict = Literal["match", "mismatch", "unchecked"]
Severity = Literal["error", "warning", "info"]
RelationKind = Literal["sum", "part", "ratio", "growth", "difference", "same"]
SentenceLabel = Literal["boilerplate", "mixed", "substantive"]
SentenceRole = Literal["intro", "problem", "measure", "result", "other"]
TableFormat = Literal["2021", "2019"]
Part = Literal["preamble", "overview", "active", "requests", "disputes", "problems", "other"]


class Cell(NamedTuple):
    """One printed cell of the standard tables.

    ``number`` is what the cell prints, None unless ``kind`` is ``number``.  ``kind`` keeps apart what
    handbook 1.3 keeps apart: a number, a blank, a sign for "does not apply" (``/``, ``—``), other
    text, a cell that could not be placed or read with certainty (``unread``), and a blank total that
    stands for the sum of its row (``derived``; the sum is in ``derived``, never in ``number``).
    ``placed`` names the step that placed it, ``where`` its position in the source for a person.
    """

    number: Value | None
    text: str
    kind: CellKind
    placed: str
    where: str
    derived: Value | None = None


class GridCell(NamedTuple):
    """A cell of a table as the report lays it out; ``address`` is None for heads and labels."""

    text: str
    rowspan: int = 1
    colspan: int = 1
    address: str | None = None


class PrintedTable(NamedTuple):
    """One table as printed, in reading order; ``part`` is the part that it belongs to."""

    part: Part
    rows: Sequence[tuple[GridCell, ...]]


class Topic(NamedTuple):
    """A sub-topic of a section's text: ``key`` as in ``lexicons/outline.toml`` or None for an extra one."""

    key: str | None
    heading: str
    start: int
    end: int


class SourceSpan(NamedTuple):
    """``text[start:end]`` of a section comes from ``where`` in the file (line, page or paragraph)."""

    start: int
    end: int
    where: str


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report: its prose without heading and tables.

    ``number`` is the standard number of the part (一 … 六), ``""`` for the preamble, and the printed
    number where the title is not one of the six; ``printed_number`` is always what the heading says.
    Paragraphs are joined by a newline; offsets count code points.
    """

    number: str
    title: str
    text: str
    part: Part | None
    printed_number: str = ""
    topics: tuple[Topic, ...] = ()
    sources: tuple[SourceSpan, ...] = ()


class ReadingNote(NamedTuple):
    """Something that reading saw and a rule may speak of, e.g. a table that is a picture.

    ``code`` is one of the codes listed in ``auditor/reading/notes.py``; ``details`` are its facts.
    """

    code: str
    details: Mapping[str, str]
    addresses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """A published report as read from one file."""

    path: str
    sha256: str
    format: str
    title: str | None
    agency: str | None
    body: str | None
    year: int | None
    published: date | None
    sections: tuple[Section, ...]
    cells: Mapping[str, Cell]
    table_format: TableFormat | None = None
    tables: tuple[PrintedTable, ...] = ()
    notes: tuple[ReadingNote, ...] = ()


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the prose and the cell that it speaks of (``shared rules``: docs/figures).

    ``address`` is the preferred reading, ``alternatives`` the other allowed ones.  Three fields serve
    the rules and stay out of the exchange format: ``optional`` (not linking is also right, so it never
    contradicts), ``also`` (further expressions that the text says equal this figure: 均为自然人), and
    ``named``/``barred`` (the address that the wording names, and why the figure is not linked to it:
    ``scope``, ``period``, ``channel``, ``doubt``, …), and ``cues`` (the circumstances that ``confidence`` was
    weighed from).
    """

    text: str
    start: int
    end: int
    section: str
    value: Value
    value_high: Value | None
    unit: str | None
    kind: FigureKind
    approximate: bool
    period: Period
    address: str | None = None
    alternatives: tuple[str, ...] = ()
    confidence: float = 0.0
    reasons: tuple[str, ...] = ()
    expected: Value | None = None
    verdict: Verdict = "unchecked"
    optional: bool = False
    also: tuple[str, ...] = ()
    named: str | None = None
    barred: str | None = None
    cues: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Relation:
    """A claim among figures of one text, recomputed.

    ``roles`` maps a role to indices into the list of figures.  ``closed`` says whether the text
    presents its parts as the whole; ``gap`` is what recomputing gave minus what is stated, None where
    a difference has no meaning.
    """

    kind: RelationKind
    roles: Mapping[str, tuple[int, ...]]
    holds: bool
    formula: str
    direction: Literal["up", "down"] | None = None
    closed: bool = True
    gap: Value | None = None
    section: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What the claims stage reads in a text: figures in order, and the relations among them."""

    figures: list[Figure]
    relations: list[Relation]


@dataclass(frozen=True, slots=True)
class Label:
    """How one sentence of part 五 is judged; ``probabilities`` is None where no classifier ran."""

    label: SentenceLabel
    role: SentenceRole
    probabilities: Mapping[SentenceLabel, float] | None
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence of a section with its label."""

    section: str
    start: int
    end: int
    text: str
    label: Label


class Span(NamedTuple):
    """A place in a section's text, in code points."""

    section: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Repair:
    """The one change of a cell that repairs ``relations`` (formulas in words and numbers)."""

    address: str
    value: Value
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule says of one fault, with the evidence that it rests on."""

    rule: str
    severity: Severity
    message: str
    message_en: str
    addresses: tuple[str, ...]
    values: Mapping[str, Any]
    repair: Repair | None
    spans: tuple[Span, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Dimension:
    """One dimension of the score with its deductions in words."""

    name: str
    points: float
    of: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a report by the open rubric."""

    total: float
    dimensions: tuple[Dimension, ...]


@dataclass(frozen=True, slots=True)
class Audit:
    """A report with all that was read and found in it."""

    report: Report
    figures: list[Figure]
    relations: list[Relation]
    findings: list[Finding]
    sentences: list[LabelledSentence] = field(default_factory=list)
    score: Score | None = None

    def to_dict(self) -> dict[str, Any]:
        """The audit in the exchange format: plain JSON values, see ``auditor/exchange.py``."""
        from auditor.exchange import audit_to_dict

        return audit_to_dict(self)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Audit:
        """The audit that ``to_dict`` was made of, as far as the exchange format holds it."""
        from auditor.exchange import audit_from_dict

        return audit_from_dict(data)
