"""Where a fault can be planted in a sound report: the figures and cells on which something rests, by kind of place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from auditor.addresses import OUTCOMES
from auditor.evaluation.claims_on_cells import FEES, claims, plain_cells
from auditor.evaluation.labels import Mark, Relation
from auditor.evaluation.sound_reports import SoundReport
from auditor.resources import load_lexicon

CARRIED = "last_year.carried"
"""The kind of place where last year's whole 结转下年 is changed, its own table kept sound."""


class Place(NamedTuple):
    """A figure (its position among the marks) or a cell; ``last_year`` says that the cell is last year's."""

    kind: str
    mark: int | None = None
    cell: str | None = None
    last_year: bool = False


class Resting(NamedTuple):
    """The places of a report, and how many figures and cells it has with and without anything that rests on them."""

    places: tuple[Place, ...]
    counts: Counter[str]


def places_of(sound: SoundReport) -> Resting:
    """Every place of a report in which a change contradicts something that is labelled or that the tables state."""
    counts: Counter[str] = Counter()
    places: list[Place] = []
    for position, mark in enumerate(sound.marks):
        if mark.denies:
            # It has no number to change; the cells that it denies are changed below.
            continue
        counts["figures"] += 1
        kind = _figure_kind(mark, position, sound.passage.relations)
        if kind is None:
            counts["figures on which nothing rests"] += 1
        else:
            places.append(Place(kind, mark=position))
    named = named_cells(sound)
    follows = sound.previous is not None and not _stock_is_explained(sound)
    for cell in sound.report.cells:
        counts["cells"] += 1
        kind = "cell.named" if cell in named else _cell_kind(cell, follows)
        if kind is None:
            counts["cells on which nothing rests"] += 1
        else:
            places.append(Place(kind, cell=cell))
    places += _last_year(sound)
    return Resting(tuple(places), counts)


def _figure_kind(mark: Mark, position: int, relations: tuple[Relation, ...]) -> str | None:
    if claims(mark):
        if mark.approximate:
            return "figure.rough"
        if mark.value.endswith("%") or mark.unit == "倍":
            return "figure.share"
        return "figure.fees" if mark.address == FEES else "figure.count"
    for relation in relations:
        for role, positions in relation.roles.items():
            if position in positions:
                return f"{relation.kind}.{role}"
    return None


def named_cells(sound: SoundReport) -> dict[str, list[int]]:
    """The cells that figures and denials state in every reading, with the positions of the marks.

    A figure that may be either of two cells is no witness of one of them: the other still fits when it changes.
    """
    printed = frozenset(sound.report.cells)
    named: dict[str, list[int]] = {}
    for position, mark in enumerate(sound.marks):
        if claims(mark):
            readings = [[cell for one in reading for cell in plain_cells(one, printed)] for reading in mark.readings]
            for cell in dict.fromkeys(readings[0]):
                if all(cell in reading for reading in readings):
                    named.setdefault(cell, []).append(position)
    return named


@cache
def _cell_kind(cell: str, stock_follows: bool) -> str | None:
    """What of the tables themselves rests on a cell that the prose doesn't name."""
    table, row, *_ = cell.split(".")
    total = cell.endswith(".total")
    if table == "disputes":
        return "cell.disputes_total" if total else "cell.disputes_part"
    if table == "requests":
        if row in ("new", "carried_in", "carried_out"):
            return "cell.balance"
        if row == "handled":
            return "cell.results"
        return "cell.row_total" if total else "cell.row_part"
    stock = row in ("normative", "regulations") and cell.endswith((".made", ".repealed", ".in_force"))
    return "cell.stock" if stock and stock_follows else None


def _stock_is_explained(sound: SoundReport) -> bool:
    """Whether the prose says why the documents in force don't follow from last year's, which then is no error."""
    notes = load_lexicon("tables/years")["notes"]
    return any(word in sound.passage.text for word in (*notes["force_final"], *notes["force_cause"]))


def _last_year(sound: SoundReport) -> Iterator[Place]:
    """What this year's tables follow from.

    A single cell of last year's table 三 is left alone: its own table gives its right value away, and no fault of
    this year's report would be left.  So what was carried over is changed with all that follows from it last year.
    """
    if sound.previous is not None:
        yield Place(CARRIED, cell="requests.carried_out.total", last_year=True)
    if sound.previous is not None and not _stock_is_explained(sound):
        for cell in sound.previous.cells:
            if cell.startswith(("active.normative", "active.regulations")) and cell.endswith(".in_force"):
                yield Place("last_year.stock", cell=cell, last_year=True)


@cache
def compared_with(cell: str) -> frozenset[str]:
    """A cell itself and where a fault in it shows: the row of table 四, the stock of documents, what is carried in."""
    row, _, column = cell.rpartition(".")
    if row == "requests.carried_out":
        # Last year's 结转下年 is this year's 上年结转.
        return frozenset({cell, f"requests.carried_in.{column}"})
    if cell.startswith("disputes."):
        return frozenset(f"{row}.{one}" for one in (*OUTCOMES, "total"))
    if row in ("active.normative", "active.regulations"):
        return frozenset({cell, f"{row}.in_force"})
    return frozenset({cell})
