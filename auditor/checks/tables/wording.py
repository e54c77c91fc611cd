"""What a cause in a table's sums is told as: cells, values, relations, and how sure it is."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from auditor.checks.registry import Case, Violation
from auditor.checks.tables.diagnosis import Cause, Change, Gaps, Solution, System
from auditor.checks.tables.formulas import formula, place
from auditor.checks.tables.phrases import Both, both, listed, phrase
from auditor.checks.tables.printed import PrintedNumbers, for_json, plain
from auditor.checks.tables.support import best_supported
from auditor.model import Repair, Severity, Value
from auditor.naming import Language, cell_name, name_of

MOST_ALTERNATIVES_TOLD = 4
MOST_RELATIONS_TOLD = 6


@dataclass(frozen=True, slots=True)
class Told:
    """The gaps of one table and the words for them."""

    case: Case
    numbers: PrintedNumbers
    system: System
    gaps: Gaps
    spelled: dict[tuple[int, Language], str] = field(default_factory=dict)

    def name(self, cell: int, lang: Language) -> str:
        """The name of a cell with its table."""
        return name_of(self.numbers.addresses[cell], lang)

    def short_name(self, cell: int, lang: Language) -> str:
        """The name of a cell where the table is already named."""
        return cell_name(self.numbers.addresses[cell], lang)

    def printed(self, cell: int) -> Both:
        """What a cell prints."""
        if cell in self.numbers.blank:
            return both(lambda lang: phrase("blank", lang))
        text = plain(self.numbers.values[cell])
        return text, text

    def relations(self, equations: Sequence[int], lang: Language) -> tuple[str, ...]:
        """The relations as formulas, each spelled once."""
        for index in equations:
            if (index, lang) not in self.spelled:
                self.spelled[index, lang] = formula(self.system.equations[index], self.numbers, lang)
        return tuple(self.spelled[index, lang] for index in equations)

    def fields(self, equations: Sequence[int]) -> dict[str, object]:
        """What every message on sums may use: the formulas, their number, the gap and the blanks."""
        gaps: set[Value] = {max(self.gaps[index], -self.gaps[index]) for index in equations if index in self.gaps}
        return {
            "relations": both(lambda lang: self._relations_told(equations, lang)),
            "count": len(equations),
            "gap": both(lambda lang: listed(map(plain, sorted(gaps)), lang)),
            "blanks": self.blanks_told(equations),
            "places": both(lambda lang: self.places(equations, lang)),
        }

    def _relations_told(self, equations: Sequence[int], lang: Language) -> str:
        """The formulas in a row; where they are many, the first of them and how many there are."""
        few = equations if len(equations) <= MOST_RELATIONS_TOLD else equations[:MOST_ALTERNATIVES_TOLD]
        text = listed(self.relations(few, lang), lang, "clauses")
        if len(few) == len(equations):
            return text
        return phrase("more_places", lang).format(shown=text, count=len(equations))

    def blanks_told(self, equations: Iterable[int]) -> Both:
        """The blank cells of these relations, in brackets; empty where there is none."""
        cells = sorted(self.blank_cells(equations))
        if not cells:
            return "", ""

        def told(lang: Language) -> str:
            names = listed((self.short_name(cell, lang) for cell in cells[:MOST_ALTERNATIVES_TOLD]), lang)
            if len(cells) > MOST_ALTERNATIVES_TOLD:
                names = phrase("more_cells", lang).format(shown=names, count=len(cells))
            return phrase("blanks", lang).format(names=names)

        return both(told)

    def blank_cells(self, equations: Iterable[int]) -> frozenset[int]:
        """The blank cells of these relations."""
        members = (self.system.equations[index] for index in equations)
        return self.numbers.blank.intersection(cell for each in members for cell in (*each.left, *each.right))

    def severity(self, equations: Sequence[int]) -> Severity | None:
        """A warning where every relation rests on a blank, else the rule's own."""
        return "warning" if all(self.blank_cells((index,)) for index in equations) else None

    def values(self, equations: Sequence[int], **more: Any) -> dict[str, Any]:
        """The printed numbers that the relations rest on: their totals and what is not 0."""
        cells: dict[str, Any] = {}
        for index in equations:
            equation = self.system.equations[index]
            for cell in (*equation.left, *equation.right):
                if cell == equation.total or self.numbers.values[cell] or cell in self.numbers.blank:
                    printed = None if cell in self.numbers.blank else for_json(self.numbers.values[cell])
                    cells[self.numbers.addresses[cell]] = printed
        return {"cells": cells, "relations": list(self.relations(equations, "zh")), **more}

    def totals(self, equations: Iterable[int]) -> tuple[str, ...]:
        """The addresses of the relations' totals, in the order of the table."""
        cells = sorted({self.system.equations[index].total for index in equations})
        return tuple(self.numbers.addresses[cell] for cell in cells)

    def changes(self, solution: Solution, lang: Language) -> str:
        """What to change, cell by cell."""
        joint = 0 if lang == "zh" else 1
        return listed(
            (
                phrase("change", lang).format(
                    name=self.short_name(change.cell, lang),
                    printed=self.printed(change.cell)[joint],
                    value=change.value,
                )
                for change in solution
            ),
            lang,
        )

    def changed(self, solution: Solution) -> list[dict[str, Any]]:
        """The same for ``Finding.values``."""
        return [
            {"address": self.numbers.addresses[change.cell], "value": for_json(change.value)} for change in solution
        ]

    def exchange(self, cause: Cause) -> Solution | None:
        """The one solution that puts a misplaced value where it belongs: two cells swapped, or one moved."""
        fitting = [solution for solution in cause.solutions if self._is_exchange(solution)]
        return fitting[0] if len(fitting) == 1 else None

    def is_shift(self, solution: Solution) -> bool:
        """Whether one cell gets what another gives."""
        if len(solution) != 2:
            return False
        (first, second), values = solution, self.numbers.values
        return first.value + second.value == values[first.cell] + values[second.cell]

    def _is_exchange(self, solution: Solution) -> bool:
        if not self.is_shift(solution):
            return False
        (first, second), values = solution, self.numbers.values
        return first.value == values[second.cell] or 0 in (first.value, second.value)

    def repair(self, change: Change, equations: Sequence[int]) -> Repair:
        """The repair of one cell."""
        return Repair(self.numbers.addresses[change.cell], change.value, self.relations(equations, "zh"))

    def equation(self, index: int) -> Violation:
        """A relation that fails for a reason that can't be told."""
        return self.plainly((index,))

    def plainly(self, equations: Sequence[int], variant: str = "") -> Violation:
        """Relations that fail, without a cause."""
        return Violation(
            fields=self.fields(equations),
            addresses=self.totals(equations),
            values=self.values(equations),
            severity=self.severity(equations),
            variant=variant,
        )

    def places(self, equations: Iterable[int], lang: Language) -> str:
        """Where the relations stand."""
        return listed((place(self.system.equations[index], self.numbers, lang) for index in equations), lang)


def violation_of(told: Told, cause: Cause) -> Violation:
    """A cause as a violation: certain, exchanged, or open between several repairs."""
    exchange = told.exchange(cause)
    if exchange is not None:
        return _joint(told, cause, exchange, "")
    if len(cause.solutions) > 1:
        return open_between(told, cause)
    if len(cause.solutions[0]) > 1:
        return _joint(told, cause, cause.solutions[0], "together")
    return certain(told, cause.solutions[0][0], cause.equations)


def certain(told: Told, change: Change, equations: Sequence[int], variant: str = "") -> Violation:
    """One cell whose change repairs all these relations."""
    address = told.numbers.addresses[change.cell]
    return Violation(
        fields=told.fields(equations)
        | {"cell": both(lambda lang: told.name(change.cell, lang)), "value": change.value}
        | {"printed": told.printed(change.cell)},
        addresses=(address,),
        values=told.values(equations),
        repair=told.repair(change, equations),
        severity="warning" if change.cell in told.numbers.blank else told.severity(equations),
        variant=variant,
    )


def _joint(told: Told, cause: Cause, solution: Solution, variant: str) -> Violation:
    others = [told.changed(each) for each in cause.solutions if each is not solution]
    more = {"alternatives": others} if others else {}
    return Violation(
        fields=told.fields(cause.equations) | {"changes": both(lambda lang: told.changes(solution, lang))},
        addresses=tuple(told.numbers.addresses[change.cell] for change in solution),
        values=told.values(cause.equations, changes=told.changed(solution), **more),
        severity=told.severity(cause.equations),
        variant=variant,
    )


def open_between(told: Told, cause: Cause) -> Violation:
    """Several repairs are as good: all are named; the one that the prose bears out is said to be so."""
    best = best_supported(told.case.figures, told.numbers, cause.solutions)
    few = cause.solutions if len(cause.solutions) <= MOST_ALTERNATIVES_TOLD else ()
    fields = told.fields(cause.equations) | {
        "alternatives": both(lambda lang: listed((told.changes(solution, lang) for solution in few), lang, "clauses")),
        "ways": len(cause.solutions),
    }
    values = told.values(cause.equations, alternatives=[told.changed(each) for each in cause.solutions])
    if best is None:
        variant, repair = ("ambiguous" if few else "many"), None
    else:
        variant = "supported"
        fields["best"] = both(lambda lang: told.changes(best, lang))
        values["best"] = told.changed(best)
        repair = told.repair(best[0], cause.equations) if len(best) == 1 else None
    return Violation(
        fields=fields,
        addresses=told.totals(cause.equations),
        values=values,
        repair=repair,
        severity=told.severity(cause.equations),
        variant=variant,
    )
