"""The equations of table 三 and what their gaps come from (handbook 2.1: T3-BAL, T3-SUM, T3-ROW).

The whole table is judged once for a case; the rules T300 to T306 and T311 each give out their share.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from auditor.addresses import COLUMNS
from auditor.checks.registry import Case, Violation, once_per_case
from auditor.checks.tables.diagnosis import Cause, Diagnosis, Equation, System
from auditor.checks.tables.printed import WIDTH, PrintedNumbers, request_numbers, request_row_keys
from auditor.checks.tables.wording import Told, violation_of
from auditor.model import Value

TOTAL = WIDTH - 1
KINDS = {"balance": "T301", "sum": "T302", "row": "T303"}


@cache
def request_system(rows: tuple[str, ...]) -> System:
    """Per column the balance and the sum of the results, per row the sum of the applicants."""
    handled, carried_out = len(rows) - 2, len(rows) - 1
    results = range(2, handled)

    def cell(row: int, column: int) -> int:
        return row * WIDTH + column

    equations = [
        Equation("balance", name, (cell(0, c), cell(1, c)), (cell(handled, c), cell(carried_out, c)), cell(handled, c))
        for c, name in enumerate(COLUMNS)
    ]
    equations += [
        Equation("sum", name, (cell(handled, c),), tuple(cell(row, c) for row in results), cell(handled, c))
        for c, name in enumerate(COLUMNS)
    ]
    equations += [
        Equation("row", name, (cell(r, TOTAL),), tuple(cell(r, c) for c in range(TOTAL)), cell(r, TOTAL))
        for r, name in enumerate(rows)
    ]
    return System(tuple(equations), len(rows) * WIDTH)


def request_gaps(values: Sequence[Value], rows: int) -> dict[int, Value]:
    """The equations of :func:`request_system` that fail, each with left minus right.

    Written out over slices: this runs on every report, sound ones too.
    """
    handled, carried_out = (rows - 2) * WIDTH, (rows - 1) * WIDTH
    gaps: dict[int, Value] = {}
    for c in range(WIDTH):
        total = values[handled + c]
        gap = values[c] + values[WIDTH + c] - total - values[carried_out + c]
        if gap:
            gaps[c] = gap
        gap = total - sum(values[2 * WIDTH + c : handled : WIDTH])
        if gap:
            gaps[WIDTH + c] = gap
    for row in range(rows):
        start = row * WIDTH
        gap = values[start + TOTAL] - sum(values[start : start + TOTAL])
        if gap:
            gaps[2 * WIDTH + row] = gap
    return gaps


class RequestFaults(NamedTuple):
    """What is wrong with the sums of table 三: violations by rule code, and the cells as repairs mend them."""

    violations: Mapping[str, tuple[Violation, ...]]
    mended: Mapping[str, Value]


_SOUND = RequestFaults({}, {})


@once_per_case
def request_faults(case: Case) -> RequestFaults:
    """The faults of table 三's sums, each cause once."""
    numbers = request_numbers(case)
    if numbers is None:
        return _SOUND
    rows = request_row_keys(numbers)
    gaps = request_gaps(numbers.values, len(rows))
    if not gaps:
        return _SOUND
    return _diagnose(case, numbers, request_system(rows), gaps)


def _diagnose(case: Case, numbers: PrintedNumbers, system: System, gaps: dict[int, Value]) -> RequestFaults:
    judged = _judged(system, numbers)
    gaps = {index: gap for index, gap in gaps.items() if index in judged}
    told = Told(case, numbers, system, gaps)
    found: list[tuple[str, Violation]] = []
    # With two or more blanks in an equation nobody can say which of them is missing what.
    torn = [index for index in gaps if len(_blanks(system.equations[index], numbers)) > 1]
    for kind, code in KINDS.items():
        together = [index for index in torn if system.equations[index].kind == kind]
        if together:
            found.append((code, told.plainly(together, _variant_of_blanks(case, together, told))))
    clear = {index: gap for index, gap in gaps.items() if index not in torn}
    if clear:
        found += _causes(told, Diagnosis(system, numbers.values, judged.difference(torn), numbers.unknown), clear)
    by_code: dict[str, tuple[Violation, ...]] = {}
    for code, violation in found:
        by_code[code] = (*by_code.get(code, ()), violation)
    return RequestFaults(by_code, dict(change for _, violation in found for change in _mended(violation)))


def _variant_of_blanks(case: Case, together: Sequence[int], told: Told) -> str:
    """What is plain to see of blanks: only totals filled, or totals blank that their rows' sums make even."""
    equations, values = [told.system.equations[index] for index in together], told.numbers.values
    if equations[0].kind == "row" and not any(values[cell] for equation in equations for cell in equation.right):
        return "total_only"
    if equations[0].kind != "sum" or len(equations) > 1:
        return ""
    filled = [case.report.cells[told.numbers.addresses[cell]].derived for cell in told.blank_cells(together)]
    return "blank_totals" if sum(value for value in filled if value is not None) == told.gaps[together[0]] else ""


def _judged(system: System, numbers: PrintedNumbers) -> frozenset[int]:
    """The relations that can be judged: all of them where every cell holds a number."""
    if not numbers.blank and not numbers.unknown:
        return frozenset(range(len(system.equations)))
    return frozenset(index for index, equation in enumerate(system.equations) if _is_judged(equation, numbers))


def _is_judged(equation: Equation, numbers: PrintedNumbers) -> bool:
    """A relation is judged only if its total is printed and every other cell was read (handbook 1.3)."""
    if equation.total in numbers.blank:
        return False
    return not numbers.unknown or numbers.unknown.isdisjoint((*equation.left, *equation.right))


def _blanks(equation: Equation, numbers: PrintedNumbers) -> frozenset[int]:
    return numbers.blank.intersection((*equation.left, *equation.right)) if numbers.blank else numbers.blank


def _mended(violation: Violation) -> Iterator[tuple[str, Value]]:
    if violation.repair is not None:
        yield violation.repair.address, violation.repair.value
    for change in violation.values.get("changes", ()):
        yield change["address"], change["value"]


def _causes(told: Told, diagnosis: Diagnosis, gaps: dict[int, Value]) -> Iterator[tuple[str, Violation]]:
    if not any(diagnosis.single(gaps)):
        pattern = _pattern(told, gaps)
        if pattern is not None:
            yield pattern
            return
    explanation = diagnosis.explain(gaps)
    for cause in explanation.causes:
        for part in _blanks_apart(told, cause):
            yield _code_of(told, part), violation_of(told, part)
    beyond = _balances_beyond_measure(told, explanation.unexplained)
    if beyond:
        yield "T305", told.plainly(beyond)
    for index in explanation.unexplained:
        if index not in beyond:
            yield KINDS[told.system.equations[index].kind], told.equation(index)


def _blanks_apart(told: Told, cause: Cause) -> Iterator[Cause]:
    """A blank and a misprint that hide each other are two faults, though only together they repair the sums."""
    changes = cause.solutions[0]
    if len(cause.solutions) > 1 or told.numbers.blank.isdisjoint(change.cell for change in changes):
        yield cause
        return
    for change in changes:
        places = {index for index, _ in told.system.by_cell[change.cell]}
        yield Cause(((change,),), tuple(index for index in cause.equations if index in places))


def _code_of(told: Told, cause: Cause) -> str:
    """One certain repair is T300, a misplaced value T306; what stays open goes under the relation that fails."""
    if told.exchange(cause) is not None or all(map(told.is_shift, cause.solutions)):
        return "T306"
    kinds = {told.system.equations[index].kind for index in cause.equations}
    if len(cause.solutions) == 1 or len(kinds) > 1:
        return "T300"
    if len(_balances_beyond_measure(told, cause.equations)) == len(cause.equations):
        return "T305"
    return KINDS[kinds.pop()]


def _pattern(told: Told, gaps: dict[int, Value]) -> tuple[str, Violation] | None:
    """Faults that touch many cells by one slip of the pen."""
    equations, values = told.system.equations, told.numbers.values
    kinds = {equations[index].kind for index in gaps}
    if kinds == {"row"} and len(gaps) > 1:
        parts = [sum(values[cell] for cell in equations[index].right) for index in gaps]
        totals = [values[equations[index].total] for index in gaps]
        if not any(parts):
            return "T303", told.plainly(tuple(gaps), "total_only")
        if not any(totals):
            return "T303", told.plainly(tuple(gaps), "total_missing")
    if kinds == {"sum"}:
        partial = request_row_keys(told.numbers).index("partial") * WIDTH
        if all(-gap == values[partial + index - WIDTH] for index, gap in gaps.items()):
            return "T311", told.plainly(tuple(gaps))
    return None


def _balances_beyond_measure(told: Told, unexplained: Sequence[int]) -> list[int]:
    """Balances in which more was handled or carried out than there was (T3-LE): that says it better."""
    values = told.numbers.values
    beyond = []
    for index in unexplained:
        equation = told.system.equations[index]
        if equation.kind == "balance":
            there = sum(values[cell] for cell in equation.left)
            if any(values[cell] > there for cell in equation.right):
                beyond.append(index)
    return beyond
