"""End to end: one figure or cell of a sound report changed at a time, the report audited, its new findings judged.

A change is only made where the labels, or what the tables state of themselves, say that it must contradict something
whatever allowed reading is taken.  A finding is right where it points at the changed figure, names the changed cell,
or names what the changed place is compared with.  Only errors and warnings are flags; notes are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.checks.verdicts import judge
from auditor.claims import figures_of
from auditor.evaluation.arithmetic import clearly_fails, is_closed
from auditor.evaluation.claims_on_cells import claims, expressions, plain_cells, some_reading_fits
from auditor.evaluation.labels import Mark, Passage
from auditor.evaluation.labels import Relation as Labelled
from auditor.evaluation.measures import Measure
from auditor.evaluation.outcomes import Miss, Outcome, marked_sentence
from auditor.evaluation.places import CARRIED, Place, compared_with, named_cells, places_of
from auditor.evaluation.slips import slipped, slips
from auditor.evaluation.sound_reports import OVERVIEW, SoundReport, printed, sound_report
from auditor.model import Audit, Cell, Figure, Finding, Relation, Report, Section, Span
from auditor.stages import audit_report

PLANTING: tuple[Measure, ...] = (
    Measure("planted.found", "faults found", "faults planted"),
    Measure("planted.found.figures", "figure faults found", "figure faults planted"),
    Measure("planted.found.cells", "cell faults found", "cell faults planted"),
    Measure("planted.flags", "flags right", "flags"),
    Measure("planted.alarms", "errors in sound reports", "sound reports"),
    Measure("planted.figures", "figures on which nothing rests", "figures"),
    Measure("planted.cells", "cells on which nothing rests", "cells"),
)
"""What is measured on planted faults; ``planted.alarms`` may exceed one."""

_NUMBERS = ("I", "N", "T", "Y")  # the families that speak of numbers
_CELLS_OF_A_KIND = 1  # that are changed in one report: there are hundreds of them, all alike
_SEED = 20240131


class Fault(NamedTuple):
    """A planted fault: the report as changed, where, and how spans of the changed text are found in the sound one."""

    place: Place
    report: Report
    previous: Report | None
    told: str
    text: tuple[int, int] | None = None
    longer: int = 0


def plant(passages: Sequence[Passage], most: int) -> list[Outcome]:
    """What is found of at most so many faults in the reports of some passages; one outcome a report."""
    reports = [sound for passage in passages if (sound := sound_report(passage)) is not None]
    chosen = _chosen(reports, most)
    return [_audited(sound, places) for sound, places in zip(reports, chosen, strict=True)]


def _chosen(reports: Sequence[SoundReport], most: int) -> list[list[Place]]:
    """The places to change in each report: all of them, or as many as asked for, drawn with equal chances."""
    draw = Random(_SEED)
    places = [(index, place) for index, sound in enumerate(reports) for place in _population(sound, draw)]
    if len(places) > most:
        places = draw.sample(places, most)
    chosen: list[list[Place]] = [[] for _ in reports]
    for index, place in places:
        chosen[index].append(place)
    return chosen


def _population(sound: SoundReport, draw: Random) -> Iterator[Place]:
    """A report's places: its figures, the cells that its prose names, and one of the other cells of each kind."""
    others: dict[str, list[Place]] = {}
    for place in places_of(sound).places:
        if place.mark is not None or place.kind == "cell.named":
            yield place
        else:
            others.setdefault(place.kind, []).append(place)
    for alike in others.values():
        yield from draw.sample(alike, min(_CELLS_OF_A_KIND, len(alike)))


def _audited(sound: SoundReport, places: Sequence[Place]) -> Outcome:
    outcome = Outcome()
    outcome.counts.update({(name, ""): count for name, count in places_of(sound).counts.items()})
    audit = audit_report(sound.report, sound.previous)
    outcome.count("sound reports")
    for finding in audit.findings:
        if finding.severity == "error":
            outcome.count("errors in sound reports")
            outcome.misses.append(_told(sound, "planted.alarms", "-", finding))
    before = {_key(finding, None) for finding in _flags(audit.findings)}
    named = named_cells(sound)
    draw = Random(f"faults of {sound.passage.id} {sound.passage.text}")
    for place in sorted(places, key=lambda place: (place.kind, place.mark or 0, place.cell or "")):
        fault = _planted(sound, place, named, draw)
        if fault is None:
            outcome.count("places without a slip that must fail", [place.kind])
            continue
        findings = _findings(fault, audit)
        flags = [finding for finding in _flags(findings) if _key(finding, fault) not in before]
        _judge(sound, fault, flags, outcome)
    return outcome


def _judge(sound: SoundReport, fault: Fault, flags: Sequence[Finding], outcome: Outcome) -> None:
    kind = [fault.place.kind]
    right = [finding for finding in flags if _is_right(sound, fault, finding)]
    group = "figure" if fault.place.mark is not None else "cell"
    outcome.count("faults planted", kind)
    outcome.count(f"{group} faults planted")
    outcome.count("flags", kind, len(flags))
    outcome.count("flags right", kind, len(right))
    if right:
        outcome.count("faults found", kind)
        outcome.count(f"{group} faults found")
    else:
        outcome.misses.append(_told(sound, "planted.found", fault.told, None, fault))
    for finding in flags:
        if finding not in right:
            outcome.misses.append(_told(sound, "planted.flags", fault.told, finding, fault))


def _planted(sound: SoundReport, place: Place, named: Mapping[str, Sequence[int]], draw: Random) -> Fault | None:
    """A slip at a place after which something must fail; None where no slip does that."""
    if place.mark is not None:
        return _figure_fault(sound, place, place.mark, draw)
    assert place.cell is not None
    source = sound.previous if place.last_year else sound.report
    assert source is not None
    number = source.cells[place.cell].number
    if number is None:
        return None
    for wrong in slips(int(number), draw):
        if place.kind == CARRIED and wrong < number:
            continue
        cells = _carried(source, wrong - int(number)) if place.kind == CARRIED else {
            **source.cells, place.cell: printed(wrong)
        }  # fmt: skip
        if place.kind == "cell.named" and not _some_claim_fails(sound, named[place.cell], cells):
            continue
        changed = replace(source, cells=cells)
        told = f"{place.cell}: {number} → {wrong}"
        if place.last_year:
            return Fault(place, sound.report, changed, told)
        return Fault(place, changed, sound.previous, told)
    return None


def _carried(last_year: Report, more: int) -> dict[str, Cell]:
    """Last year's cells with so many more requests by natural persons received and carried over."""
    cells = dict(last_year.cells)
    for address in (f"requests.{row}.{column}" for row in ("new", "carried_out") for column in ("natural", "total")):
        cells[address] = printed((cells[address].number or 0) + more)
    return cells


def _some_claim_fails(sound: SoundReport, positions: Sequence[int], cells: Mapping[str, Cell]) -> bool:
    return any(not some_reading_fits(sound.marks[position], cells, tolerant=True) for position in positions)


def _figure_fault(sound: SoundReport, place: Place, position: int, draw: Random) -> Fault | None:
    mark = sound.marks[position]
    for wrong in slipped(mark, draw):
        if not _must_fail(sound, position, wrong):
            continue
        text = sound.passage.text
        changed = text[: mark.start] + wrong.surface + text[mark.end :]
        sections = tuple(_with_text(section, changed) for section in sound.report.sections)
        told = f"{mark.surface} → {wrong.surface}"
        longer = len(wrong.surface) - len(mark.surface)
        return Fault(
            place, replace(sound.report, sections=sections), sound.previous, told, (mark.start, wrong.end), longer
        )  # fmt: skip
    return None


def _with_text(section: Section, text: str) -> Section:
    return replace(section, text=text) if section.number == OVERVIEW else section


def _must_fail(sound: SoundReport, position: int, wrong: Mark) -> bool:
    """Whether the figure, so written, contradicts its cells or a relation beyond doubt."""
    cells = sound.report.cells
    if claims(wrong):
        return not some_reading_fits(wrong, cells, tolerant=True)
    marks = [wrong if index == position else mark for index, mark in enumerate(sound.marks)]
    carried_in = cells["requests.carried_in.total"].number
    return any(
        clearly_fails(relation, marks, closed=_is_closed(relation, sound.passage), carried_in=carried_in)
        for relation in sound.passage.relations
        if any(position in positions for positions in relation.roles.values())
    )


def _is_closed(relation: Labelled, passage: Passage) -> bool:
    return relation.kind == "sum" and is_closed(relation, passage)


def _findings(fault: Fault, sound: Audit) -> list[Finding]:
    """The findings on numbers in the changed report; what was read in an unchanged text is not read again."""
    figures: list[Figure]
    relations: Sequence[Relation]
    figures, relations = figures_of(fault.report) if fault.text else (sound.figures, sound.relations)
    case = Case(fault.report, judge(figures, fault.report), relations, sound.sentences, fault.previous)
    return run(case, select=_NUMBERS)


def _flags(findings: Sequence[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.severity != "info" and finding.rule.startswith(_NUMBERS))


def _key(finding: Finding, fault: Fault | None) -> tuple[object, ...]:
    """What makes two findings of the sound and the changed report one: the rule, the words, the place."""
    return finding.rule, finding.message, tuple(_before(span, fault) for span in finding.spans)


def _before(span: Span, fault: Fault | None) -> Span:
    """Where a span of the changed text stood in the sound one."""
    if fault is None or fault.text is None or span.section != OVERVIEW:
        return span
    _, end = fault.text
    start_moved = fault.longer if span.start >= end else 0
    end_moved = fault.longer if span.end >= end else 0
    return Span(span.section, span.start - start_moved, span.end - end_moved)


def _is_right(sound: SoundReport, fault: Fault, finding: Finding) -> bool:
    """Whether a finding points at the changed figure or cell, or at what it is compared with."""
    places = [(span.start, span.end) for span in finding.spans if span.section == OVERVIEW]
    names = frozenset(fault.report.cells)
    cells = {cell for address in finding.addresses for cell in plain_cells(address, names)}
    if fault.place.mark is not None:
        mark = sound.marks[fault.place.mark]
        assert fault.text is not None
        if _touches(places, fault.text):
            return True
        return claims(mark) and not cells.isdisjoint(_cells_of(mark, names))
    assert fault.place.cell is not None
    if not cells.isdisjoint(compared_with(fault.place.cell)):
        return True
    naming = (mark for mark in sound.marks if fault.place.cell in _cells_of(mark, names))
    return any(_touches(places, (mark.start, mark.end)) for mark in naming)


def _touches(places: Sequence[tuple[int, int]], other: tuple[int, int]) -> bool:
    return any(start < other[1] and other[0] < end for start, end in places)


def _cells_of(mark: Mark, names: frozenset[str]) -> set[str]:
    return {cell for expression in expressions(mark) for cell in plain_cells(expression, names)}


def _told(sound: SoundReport, what: str, expected: str, finding: Finding | None, fault: Fault | None = None) -> Miss:
    passage = sound.passage
    report = fault.report if fault else sound.report
    text = next(section.text for section in report.sections if section.number == OVERVIEW)
    spans = [(span.start, span.end) for span in finding.spans if span.section == OVERVIEW] if finding else []
    if fault is not None and fault.text is not None:
        spans = [fault.text]
    elif fault is not None and not spans and not fault.place.last_year:
        naming = named_cells(sound).get(fault.place.cell or "", ())
        spans = [(passage.figures[position].start, passage.figures[position].end) for position in naming]
    sentence = marked_sentence(text, spans) if spans else ""
    got = "-" if finding is None else f"{finding.rule} {finding.message}"
    return Miss(what, passage.id, f"{passage.file}:{passage.line}", sentence, expected, got)
