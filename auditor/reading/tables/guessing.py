"""Which row an altered, clipped or joined label can only mean."""

from __future__ import annotations

from difflib import SequenceMatcher

from auditor.reading.tables.forms import ORDINAL, Form, RowForm, TablePart, key_of, plain_key, without_ordinal

ALIKE = 0.72
"""How alike (``difflib`` ratio) an altered label must be to the standard one."""


def guess_row(form: Form, text: str, part: TablePart, after: int) -> RowForm | None:
    """The one row below index ``after`` that an altered, clipped or joined label can only mean.

    A label that carries an ordinal keeps it; a label that fits two rows equally well means neither.
    """
    key = plain_key(text)
    if len(key) < 3:
        # 总计 and 其他 without their ordinal: columns, too, so only right below the row before them.
        return next((row for row in form.expected[part] if row.order == after + 1 and _closes(row, key)), None)
    found = ORDINAL.match(key)
    ordinal = found.group() if found else ""
    ranked: list[tuple[float, RowForm]] = []
    for row in form.ordered:
        if row.part != part or row.order <= after:
            continue
        standard = key_of(row.label)
        if ordinal and not standard.startswith(ordinal) and not key.endswith(standard):
            continue
        ranked.append((_likeness(without_ordinal(key), without_ordinal(standard)), row))
        if ranked[-1][0] < 1.0 and len(standard) >= 4 and without_ordinal(standard) in key:
            # Two labels run together (行政处罚行政强制): whose values these are, nobody can tell.
            ranked[-1] = (1.0, row)
    ranked.sort(key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < ALIKE:
        return None
    if len(ranked) > 1 and ranked[1][0] > ranked[0][0] - 0.08:
        return None
    return ranked[0][1]


def _closes(row: RowForm, key: str) -> bool:
    return bool(key) and without_ordinal(key_of(row.label)) == key


def _likeness(printed: str, standard: str) -> float:
    if len(standard) >= 4 and printed.endswith(standard):
        return 1.0
    if len(printed) >= 4 and (standard.startswith(printed) or (len(standard) >= 4 and printed.startswith(standard))):
        return 0.95
    if len(printed) >= 4 and standard.endswith(printed):
        return 0.9
    return SequenceMatcher(None, printed, standard, autojunk=False).ratio()
