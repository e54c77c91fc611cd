"""Tables that a page builds without ``table``: boxes in boxes, lists, lists of terms.

An element is such a table where its rows are elements of their own, or where the labels of the forms part its
cells, and where nearly every row holds nothing but labels, heads and values of the forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from lxml.html import HtmlElement

from auditor.reading.blocks import Slot
from auditor.reading.html.tables import LONGEST_CELL, text_of
from auditor.reading.tables.disputes import ALL
from auditor.reading.tables.forms import standard_keys
from auditor.reading.tables.labels import is_known
from auditor.reading.tables.values import looks_like_value

BOXES = frozenset({"div", "ul", "ol", "dl", "section", "article"})
_CELLS = frozenset({"div", "span", "li", "dd", "dt"})
_ROWS = frozenset({"div", "ul", "ol", "dl", "li", "section"})
MOST_WITHIN = 60
"""No cell is built of so many elements."""
FEWEST_CELLS = 10
FEWEST_ROWS = 2
_MOST_GROUPS = 3
"""A head, a body and a foot."""

Row = Sequence[HtmlElement]


def box_rows(box: HtmlElement) -> list[list[Slot]] | None:
    """The rows of a table made of boxes; None where the element is none."""
    if len(box) < FEWEST_ROWS:
        return None
    for rows in (_of_terms(box) if box.tag == "dl" else _nested(box), _flat(box)):
        if not rows or any(_is_more(cell) for row in rows for cell in row):
            continue
        texts = [[text_of(cell) for cell in row] for row in rows]
        if _is_table(texts):
            return [[Slot(at, column, 1, 1, text) for column, text in enumerate(row)] for at, row in enumerate(texts)]
    return None


def _is_more(element: HtmlElement) -> bool:
    """Whether an element holds more than a cell does."""
    within = list(islice(element.iter(), MOST_WITHIN + 1))
    return len(within) > MOST_WITHIN or any(each.tag == "table" for each in within)


def _is_table(rows: Sequence[Sequence[str]]) -> bool:
    filled = [[text for text in row if text] for row in rows if any(row)]
    if not filled or any(len(text) > LONGEST_CELL for row in filled for text in row):
        return False
    of_forms = [row for row in filled if len(row) > 1 and all(is_known(text) or looks_like_value(text) for text in row)]
    labelled = any(is_known(row[0]) for row in of_forms)
    enough = len(of_forms) >= FEWEST_ROWS or any(len(row) > ALL for row in of_forms)
    return labelled and enough and len(of_forms) * 2 >= len(filled)


def _nested(box: HtmlElement) -> list[Row]:
    """Rows that are elements, each with its cells in it; groups of rows (a head, a body) are looked into."""
    # Most boxes hold paragraphs: one look shows that they are no rows.
    if next(islice(box.iterchildren(*_ROWS), FEWEST_ROWS - 1, None), None) is None and len(box) > _MOST_GROUPS:
        return []
    children: list[HtmlElement] = list(box)
    if len(children) <= _MOST_GROUPS and all(len(child) and _is_row(child[0]) for child in children):
        children = [row for child in children for row in child]
    rows: list[Row] = [list(child) if _is_row(child) else [child] for child in children]
    return rows if sum(1 for row in rows if len(row) > 1) >= FEWEST_ROWS else []


def _is_row(element: HtmlElement) -> bool:
    """Whether an element holds nothing but elements, and several."""
    return (
        element.tag in _ROWS
        and len(element) > 1
        and not _has_text(element.text)
        and not any(_has_text(child.tail) for child in element)
    )


def _has_text(text: str | None) -> bool:
    return text is not None and not text.isspace() and text != ""


def _of_terms(box: HtmlElement) -> list[Row]:
    """The rows of a list of terms: each begins with its terms."""
    rows: list[list[HtmlElement]] = []
    before = "dd"
    for child in box:
        if child.tag == "dt" and before != "dt":
            rows.append([])
        if child.tag in ("dt", "dd") and rows:
            rows[-1].append(child)
            before = child.tag
    return list(rows)


def _flat(box: HtmlElement) -> list[Row]:
    """Rows of cells that stand one after the other; a label after a value begins a row."""
    if len(box) < FEWEST_CELLS or any(cell.tag not in _CELLS for cell in box):
        return []
    cells: list[HtmlElement] = list(box)
    standard = standard_keys()
    labels = sum(1 for cell in cells if cell.text and cell.text.strip() in standard)
    return list(_begun_by_labels(cells)) if labels >= FEWEST_ROWS else []


def _begun_by_labels(cells: Sequence[HtmlElement]) -> Iterator[Row]:
    row: list[HtmlElement] = []
    values = False
    for cell in cells:
        text = text_of(cell)
        label = bool(text) and not looks_like_value(text)
        if label and values:
            yield row
            row, values = [], False
        values = values or not label
        row.append(cell)
    if row:
        yield row
