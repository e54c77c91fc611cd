"""A row that the page's end tears in two: the rest of its label stands on the next page beside empty cells."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from auditor.reading.pdf.cells import Owner, is_full, of_number
from auditor.reading.pdf.glyphs import UNKNOWN
from auditor.reading.pdf.lines import first_token_width, lines_of
from auditor.reading.pdf.rulings import SNAP, Area
from auditor.reading.tables.forms import both_forms, plain_key

_MARK = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,2}[)）.．、]")
"""A text that begins so is a label of its own."""
_WHOLE_MARK = re.compile(r"[（(][一二三四五六七八九十\d]{1,2}[)）]|[一二三四五六七八九十\d]{1,2}[.．、]")
"""The same, with no bracket closed that stands open above."""
_BRACKETS = str.maketrans("（）", "()")
_LABELS = 2
"""Labels of a row at most, its group's included."""
_FREE = 1.6
"""Ems that a full line of a cell leaves free at most, padding included."""


def join_torn(
    upper: Owner, above: dict[Area, str], lower: Owner, below: dict[Area, str]
) -> tuple[Owner, dict[Area, str]]:
    """The table on the next page without the rest of a torn row, which ``above`` receives.

    A row is torn where both pages have the same columns and each text that stands on both sides fills its
    last line above: a label, or numbers.  What only may be such a rest leaves its cells unknown.
    """
    xs, others = upper.lattice.xs, lower.lattice.xs
    if len(xs) != len(others) or any(abs(x - other) > SNAP for x, other in zip(xs, others, strict=True)):
        return lower, below
    joined = _joined(upper, above, lower, below)
    if joined is not None:
        return joined
    _doubt_numbers(upper, above, lower, below)
    return lower, _doubted(upper, above, lower, below)


def _joined(
    upper: Owner, above: dict[Area, str], lower: Owner, below: dict[Area, str]
) -> tuple[Owner, dict[Area, str]] | None:
    head = _repeated(upper, above, lower, below)
    last = {
        (cell.column, cell.colspan): cell
        for cell in upper.cells
        if cell.row + cell.rowspan == len(upper.lattice.ys) - 1
    }
    first = _row(lower, head)
    if not first or any((cell.column, cell.colspan) not in last for cell in first):
        return None
    # A group's label, which spans rows on either page, goes on by itself.
    found = [(last[cell.column, cell.colspan], cell) for cell in first]
    pairs = [(old, new) for old, new in found if old.rowspan == 1]
    both = [(old, new) for old, new in pairs if above[old] and below[new]]
    old_only = any(above[old] and not below[new] for old, new in pairs)
    new_only = any(below[new] and not above[old] for old, new in pairs)
    unsure = [(old, new) for old, new in both if not _is_one(above[old], below[new])]
    labels = [new for old, new in unsure if not (_numeric(above[old]) and _numeric(below[new]))]
    if (
        not both
        or len(labels) > 1
        or (old_only and new_only)
        or any(not _numeric(above[old]) and below[new].isdigit() for old, new in unsure)  # heads above numbers
        or not all(_goes_on(upper, lower, old, new, below) for old, new in unsure)
    ):
        return None
    for old, new in pairs:
        above[old] += below[new]
    return without_row(lower, below, head)


def _doubted(upper: Owner, above: Mapping[Area, str], lower: Owner, below: dict[Area, str]) -> dict[Area, str]:
    """The texts with the empty cells of rows unknown that stand above all numbers and may be rests of a label."""
    rows = len(upper.lattice.ys) - 1
    last = [cell for cell in upper.cells if cell.row + cell.rowspan == rows]
    ends = {(cell.column, cell.colspan) for cell in last}
    # Numbers without a label stand beside the first lines of one that the page's end sent on as a whole.
    told = [above[cell] for cell in last if cell.rowspan == 1 and above[cell]]
    unnamed = bool(told) and all(map(_numeric, told))
    for row in range(len(lower.lattice.ys) - 1):
        cells = _row(lower, row)
        if not all((cell.column, cell.colspan) in ends for cell in cells if below[cell]):
            continue
        texts = [below[cell] for cell in cells if below[cell]]
        if any(text[0].isdigit() and not _MARK.match(text) for text in texts):
            break
        may_be_rests = unnamed or not any(map(_WHOLE_MARK.match, texts))
        if 1 <= len(texts) <= _LABELS and len(cells) > len(texts) + 1 and below[cells[-1]] == "" and may_be_rests:
            below |= {cell: UNKNOWN for cell in cells if not below[cell]}
    return below


def _doubt_numbers(upper: Owner, above: dict[Area, str], lower: Owner, below: dict[Area, str]) -> None:
    """Leave two rows of numbers unknown, one at either page's edge, where the second has no label of its own.

    Every row has one but table 四's, and that table has one row of numbers.
    """
    head = _repeated(upper, above, lower, below)
    first = [cell for cell in lower.cells if cell.row == head]
    last = [cell for cell in upper.cells if cell.row + cell.rowspan == len(upper.lattice.ys) - 1]
    if all(_numeric(below[cell]) for cell in first) and any(below[cell] for cell in first):
        columns = {cell.column for cell in first if below[cell]}
        if any(cell.column in columns and above[cell] and _numeric(above[cell]) for cell in last):
            above |= {cell: UNKNOWN for cell in last if _numeric(above[cell])}
            below |= dict.fromkeys(first, UNKNOWN)


def _numeric(text: str) -> bool:
    return not any(character.isalpha() for character in text)


def _row(owner: Owner, row: int) -> list[Area]:
    """The cells that hold one row only, from the left."""
    return [cell for cell in owner.cells if cell.row == row and cell.rowspan == 1]


def _repeated(upper: Owner, above: Mapping[Area, str], lower: Owner, below: Mapping[Area, str]) -> int:
    """How many rows at the top of the next page repeat the table's heads."""
    head = 0
    rows = min(len(upper.lattice.ys), len(lower.lattice.ys)) - 1
    while head < rows:
        old = [(cell, above[cell]) for cell in upper.cells if cell.row == head]
        new = [(cell, below[cell]) for cell in lower.cells if cell.row == head]
        if old != new or not any(text for _, text in old):
            break
        head += 1
    return head


def _is_one(above: str, below: str) -> bool:
    """Whether two texts are the halves of one by what they say: a bracket open above, or a label that they make up.

    How full the last line is doesn't tell where a label is broken early, or runs down its cell.
    """
    plain = above.translate(_BRACKETS)
    if plain.count("(") > plain.count(")"):
        return True
    return plain_key(above) not in _labels() and plain_key(above + below) in _labels()


@cache
def _labels() -> frozenset[str]:
    """The keys of all rows and heads."""
    return frozenset(key for form in both_forms() for keys in (form.rows, form.heads) for key in keys)


def _goes_on(upper: Owner, lower: Owner, old: Area, new: Area, below: Mapping[Area, str]) -> bool:
    if _MARK.match(below[new]):
        return False
    if old not in upper.held or new not in lower.held:
        return False
    last, rest = lines_of(upper.held[old])[-1], lines_of(lower.held[new])[0]
    xs = upper.lattice.xs
    width = xs[old.column + old.colspan] - xs[old.column]
    if of_number(last.glyphs[-1].text) and of_number(rest.glyphs[0].text):
        return is_full(last, rest, width, max(_widest(upper, old), _widest(lower, new)))
    free = width - (last.x1 - last.x0)
    return free < first_token_width(rest) + _FREE * last.em


def _widest(owner: Owner, like: Area) -> float:
    """The longest line of the cells above and below one."""
    return max(
        line.x1 - line.x0
        for cell, glyphs in owner.held.items()
        if (cell.column, cell.colspan) == (like.column, like.colspan)
        for line in lines_of(glyphs)
    )


def without_row(owner: Owner, texts: Mapping[Area, str], row: int) -> tuple[Owner, dict[Area, str]]:
    """A table and its texts without one of its rows; cells that span others stay, a row lower."""
    moved: dict[Area, Area] = {}
    for cell in owner.cells:
        if cell.row > row:
            moved[cell] = cell._replace(row=cell.row - 1)
        elif cell.row + cell.rowspan > row and cell.rowspan > 1:
            moved[cell] = cell._replace(rowspan=cell.rowspan - 1)
        elif cell.row < row:
            moved[cell] = cell
    ys = owner.lattice.ys
    lattice = owner.lattice._replace(ys=(*ys[:row], *ys[row + 1 :]))
    held = {new: owner.held[old] for old, new in moved.items() if old in owner.held}
    left = owner._replace(lattice=lattice, cells=list(moved.values()), held=held)
    return left, {new: texts[old] for old, new in moved.items()}
