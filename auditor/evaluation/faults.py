"""One fault in a sound report: a figure or cell written wrongly, where something must then fail.

A slip is taken only where the labels, or what the tables state of themselves, say that it contradicts something
whatever allowed reading is taken.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import NamedTuple

from auditor.evaluation.arithmetic import clearly_fails, is_closed
from auditor.evaluation.claims_on_cells import claims, some_reading_fits
from auditor.evaluation.labels import Mark, Passage, Relation
from auditor.evaluation.places import CARRIED, Place
from auditor.evaluation.slips import slipped, slips
from auditor.evaluation.sound_reports import OVERVIEW, SoundReport, printed
from auditor.model import Cell, Report, Section


class Fault(NamedTuple):
    """A planted fault: the report as changed, where, and how spans of the changed text are found in the sound one."""

    place: Place
    report: Report
    previous: Report | None
    told: str
    text: tuple[int, int] | None = None
    longer: int = 0


def planted(sound: SoundReport, place: Place, named: Mapping[str, Sequence[int]], draw: Random) -> Fault | None:
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


def _is_closed(relation: Relation, passage: Passage) -> bool:
    return relation.kind == "sum" and is_closed(relation, passage)
