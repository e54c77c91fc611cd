"""One labelled passage read by the product and held against its labels: what was hit, and every miss."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from auditor.claims import read_text
from auditor.evaluation.kinds import link_kind
from auditor.evaluation.labels import Mark, Passage, Relation
from auditor.evaluation.misses import Miss, marked_sentence, told_relation
from auditor.model import Figure, Reading
from auditor.model import Relation as Claim
from auditor.reading.bodies import body_of

WHOLE = ""
"""The kind under which everything is counted once."""

PLAIN = "plain"
"""The kind of passages without a trap."""

DENIALS = "denials"
"""The kind of the links of denials, which stand under the kinds of their addresses, too."""

_SAME = Decimal("1e-9")  # 三分之一 is printed with 28 digits in one place and rounded in another

RelationKey = tuple[str, tuple[tuple[str, tuple[int, ...]], ...]]


@dataclass(slots=True)
class Outcome:
    """What one passage, or one report, gave: counts by name and kind, and the misses."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    misses: list[Miss] = field(default_factory=list)

    def count(self, name: str, kinds: Iterable[str] = (), times: int = 1) -> None:
        """Count a thing in total and under each of its kinds."""
        for kind in (WHOLE, *kinds):
            self.counts[name, kind] += times


def read(passage: Passage) -> Reading:
    """What the product reads in a passage."""
    body = body_of(passage.agency) or passage.body
    return read_text(passage.text, year=passage.year, agency=passage.agency, body=body)


def outcome_of(passage: Passage, reading: Reading | None = None) -> Outcome:
    """A passage's reading (the product's own if none is given) held against its labels."""
    return _Comparison(passage, read(passage) if reading is None else reading).outcome


class _Comparison:
    """The steps of one comparison, which share the passage, its reading and which mark was found where."""

    def __init__(self, passage: Passage, reading: Reading) -> None:
        self.passage = passage
        self.figures = reading.figures
        self.traps = passage.traps or (PLAIN,)
        self.outcome = Outcome()
        self.groups = _by_span(reading.figures)
        self.found = _matches(passage.figures, self.groups)
        self._count_found()
        for place, mark in enumerate(passage.figures):
            self._count_mark(place, mark)
        self._count_relations(reading.relations)

    def _count_found(self) -> None:
        """Every span that was read, labelled or not."""
        labelled = set(self.found.values())
        for group, figures in enumerate(self.groups):
            first = figures[0]
            name = "absences" if first.kind == "absence" else "figures"
            self.outcome.count(f"{name} found", self.traps)
            if group not in labelled:
                self._miss(f"{name}.precision", [first], "-", _as_read(figures), first.reasons)
                if address := _linked(figures):
                    # No label stands there, so no link can be right.
                    self.outcome.count("links found", self._kinds(address, first.kind == "absence"))
                    self._miss("links.precision", [first], "-", " & ".join(address), first.reasons)

    def _count_mark(self, place: int, mark: Mark) -> None:
        name = "absences" if mark.denies else "figures"
        self.outcome.count(f"{name} labelled", self.traps)
        readings = [tuple(sorted(reading)) for reading in mark.readings]
        required = () not in readings
        if required:
            self.outcome.count("links labelled", self._kinds(mark.readings[0], mark.denies))
        if place not in self.found:
            self._miss(f"{name}.recall", [mark], _as_labelled(mark), "-")
            if required:
                self._miss("links.recall", [mark], mark.address, "-")
            return
        self.outcome.count(f"{name} hit", self.traps)
        figures = self.groups[self.found[place]]
        if not mark.denies:
            self._count_value(mark, figures[0])
        self._count_link(mark, figures, readings, required)

    def _count_value(self, mark: Mark, figure: Figure) -> None:
        if abs(Decimal(figure.value) - mark.number) < _SAME:
            self.outcome.count("values right", self.traps)
        else:
            self._miss("values", [mark], mark.value, str(figure.value), figure.reasons)

    def _count_link(
        self, mark: Mark, figures: Sequence[Figure], readings: Sequence[tuple[str, ...]], required: bool
    ) -> None:
        address = _linked(figures)
        right = address in readings
        if address:
            kinds = self._kinds(address, mark.denies)
            self.outcome.count("links found", kinds)
            if right:
                self.outcome.count("links right", kinds)
            else:
                self._miss("links.precision", [mark], mark.address, " & ".join(address), figures[0].reasons)
        if required and right:
            self.outcome.count("labelled links right", self._kinds(mark.readings[0], mark.denies))
        elif required:
            self._miss("links.recall", [mark], mark.address, " & ".join(address) or "-", figures[0].reasons)

    def _count_relations(self, claims: Sequence[Claim]) -> None:
        at = {mark: self._index(group) for mark, group in self.found.items()}
        labelled: dict[RelationKey, Relation] = {}
        for relation in self.passage.relations:
            roles = {role: tuple(at.get(mark, -1 - mark) for mark in marks) for role, marks in relation.roles.items()}
            labelled[_key(relation.kind, roles)] = relation
        claimed = {_key(claim.kind, claim.roles): claim for claim in claims}
        for key, relation in labelled.items():
            self.outcome.count("relations labelled", [relation.kind])
            if key in claimed:
                self.outcome.count("relations hit", [relation.kind])
            else:
                self._miss("relations.recall", self._marks(relation), told_relation(self.passage, relation), "-")
            if not relation.holds:
                self.outcome.count("broken labelled", [relation.kind])
                if key in claimed and not claimed[key].holds:
                    self.outcome.count("broken hit", [relation.kind])
                else:
                    got = claimed[key].formula if key in claimed else "-"
                    self._miss("broken", self._marks(relation), told_relation(self.passage, relation), got)
        for key, claim in claimed.items():
            self.outcome.count("relations found", [claim.kind])
            if key not in labelled:
                members = [self.figures[index] for indices in claim.roles.values() for index in indices]
                self._miss("relations.precision", members, "-", f"{claim.kind}: {claim.formula}")
        self._count_alarms(claims)

    def _count_alarms(self, claims: Sequence[Claim]) -> None:
        if any(not relation.holds for relation in self.passage.relations):
            return
        self.outcome.count("clean passages")
        failed = [claim for claim in claims if not claim.holds]
        if failed:
            self.outcome.count("clean passages alarmed")
        for claim in failed:
            members = [self.figures[index] for indices in claim.roles.values() for index in indices]
            self._miss("alarms", members, "-", f"{claim.kind}: {claim.formula}")

    @staticmethod
    def _kinds(reading: Sequence[str], denies: bool) -> list[str]:
        """The kinds of a link: that of its address, and whether it is a denial's."""
        return [link_kind(reading), *([DENIALS] if denies else [])]

    def _index(self, group: int) -> int:
        """The index of a span's first figure, by which relations name it."""
        return next(index for index, figure in enumerate(self.figures) if figure is self.groups[group][0])

    def _marks(self, relation: Relation) -> list[Mark]:
        return [self.passage.figures[position] for positions in relation.roles.values() for position in positions]

    def _miss(
        self, what: str, at: Sequence[Mark | Figure], expected: str, got: str, reasons: tuple[str, ...] = ()
    ) -> None:
        passage = self.passage
        sentence = marked_sentence(passage.text, [(one.start, one.end) for one in at])
        place = f"{passage.file}:{passage.line}"
        self.outcome.misses.append(Miss(what, passage.id, place, sentence, expected, got, reasons))


def _by_span(figures: Sequence[Figure]) -> list[list[Figure]]:
    """The figures of each span: one that stands for several cells is read as several figures."""
    spans: dict[tuple[int, int], list[Figure]] = {}
    for figure in figures:
        spans.setdefault((figure.start, figure.end), []).append(figure)
    return list(spans.values())


def _matches(marks: Sequence[Mark], groups: Sequence[Sequence[Figure]]) -> dict[int, int]:
    """The span found for each mark: the same one, for a denial one that overlaps (its borders are of little weight)."""
    found: dict[int, int] = {}
    for place, mark in enumerate(marks):
        for group, (figure, *_) in enumerate(groups):
            overlaps = figure.start < mark.end and mark.start < figure.end
            fits = overlaps if mark.denies else (figure.start, figure.end) == (mark.start, mark.end)
            if fits and (figure.kind == "absence") is mark.denies and group not in found.values():
                found[place] = group
                break
    return found


def _linked(figures: Sequence[Figure]) -> tuple[str, ...]:
    """The addresses of a span's figures, sorted."""
    return tuple(sorted(figure.address for figure in figures if figure.address))


def _key(kind: str, roles: Mapping[str, tuple[int, ...]]) -> RelationKey:
    return kind, tuple(sorted((role, tuple(sorted(indices))) for role, indices in roles.items()))


def _as_labelled(mark: Mark) -> str:
    return f"{mark.surface} = {mark.value}"


def _as_read(figures: Sequence[Figure]) -> str:
    return f"{figures[0].text} = {figures[0].value}"
