"""Which of several possible repairs the report's own prose bears out."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.checks.tables.diagnosis import Solution
from auditor.checks.tables.printed import PrintedNumbers
from auditor.model import Figure, Value


def best_supported(
    figures: Sequence[Figure], numbers: PrintedNumbers, solutions: Sequence[Solution]
) -> Solution | None:
    """The solution after which more figures of the prose agree with their cells than after any other.

    None where no figure speaks of the cells, or where two solutions agree as well.
    """
    cells = {numbers.addresses[change.cell] for solution in solutions for change in solution}
    stated = [
        (figure.address, figure.value) for figure in figures if figure.address in cells and not figure.approximate
    ]
    if not stated:
        return None
    scored = sorted(
        ((_agreeing(numbers, solution, stated), -index) for index, solution in enumerate(solutions)), reverse=True
    )
    (best, index), (second, _) = scored[0], scored[1]
    return solutions[-index] if best > second else None


def _agreeing(numbers: PrintedNumbers, solution: Solution, stated: Sequence[tuple[str | None, Value]]) -> int:
    after = dict(zip(numbers.addresses, numbers.values, strict=True))
    after.update((numbers.addresses[change.cell], change.value) for change in solution)
    return sum(after[address] == value for address, value in stated if address is not None)
