"""End to end: one figure or cell of a sound report changed at a time, the report audited, its new findings judged.

A finding is right where it points at the changed figure, names the changed cell,
or names what the changed place is compared with.  Only errors and warnings are flags; notes are none.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from random import Random

from auditor.checks.registry import Case
from auditor.checks.run import run
from auditor.checks.verdicts import judge
from auditor.claims import figures_of
from auditor.evaluation.claims_on_cells import claims, expressions, plain_cells
from auditor.evaluation.faults import Fault, planted
from auditor.evaluation.labels import Mark, Passage
from auditor.evaluation.measures import Measure
from auditor.evaluation.misses import Miss, marked_sentence
from auditor.evaluation.outcomes import Outcome
from auditor.evaluation.places import Place, compared_with, named_cells, places_of
from auditor.evaluation.sound_reports import OVERVIEW, SoundReport, sound_report
from auditor.model import Audit, Figure, Finding, Relation, Span
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
        fault = planted(sound, place, named, draw)
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
