"""Rows written in one line with bars or tabs between the cells, as Markdown does, become a grid."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from auditor.reading.blocks import Block, Grid, Paragraph, Slot
from auditor.reading.tables.labels import is_known, is_piece
from auditor.reading.tables.lines import is_rule, is_value

_BAR = re.compile(r"(?<!\\)\|")
_LONGEST_LABEL = 60
LOST = "\ufffd"
"""Stands for what was lost: a cell that holds it is unread."""


def row_cells(line: str) -> list[str] | None:
    """The cells of a line that is a whole row, None for any other line.

    One cell with a bar behind it is flattened text and no row.  A bar at either end leaves an empty
    cell there; whether that is a cell is for the whole table to tell.
    """
    if "|" in line:
        pieces = [piece.strip().replace("\\|", "|") for piece in _BAR.split(line)]
    elif "\t" in line.strip():
        pieces = [piece.strip() for piece in line.strip("\r\n").split("\t")]
    else:
        return None
    return pieces if sum(1 for piece in pieces if piece) > 1 else None


def _blank_row(line: str) -> list[str] | None:
    """The cells of a row that prints nothing but its labels, None for any other line."""
    mark = "|" if line.count("|") > 2 else "\t" if line.count("\t") > 2 else ""
    if not mark:
        return None
    pieces = [piece.strip() for piece in line.strip("\r\n").split(mark)]
    return pieces if all(is_known(piece) for piece in pieces if piece) else None


def _mended(blocks: list[Block]) -> list[Block]:
    """The blocks with rows put together that a line's end broke, where every row ends with a bar."""
    at = [index for index, block in enumerate(blocks) if isinstance(block, Paragraph) and block.text.count("|") > 2]
    texts = {index: blocks[index].text.strip() for index in at}  # type: ignore[union-attr]
    open_rows = [index for index in at if texts[index][-1] != "|"]
    if not open_rows or len(open_rows) * 5 > len(at):
        return blocks
    starts = sum(1 for text in texts.values() if text[0] == "|") * 2 > len(at)
    gone: set[int] = set()
    for index in open_rows:
        after = blocks[index + 1] if index + 1 < len(blocks) else None
        block = blocks[index]
        if not isinstance(after, Paragraph) or not isinstance(block, Paragraph) or index in gone:
            continue
        rest = after.text.strip()
        # The row put together must be like one beside it.
        bars = texts[index].count("|") + rest.count("|")
        beside = [texts[near].count("|") for near in (index - 1, index + 2) if near in texts]
        if rest[-1:] == "|" and bars in beside and not (starts and rest[0] == "|"):
            gap = " " if texts[index][-1].isdecimal() or not starts else ""
            blocks[index] = Paragraph(texts[index] + gap + rest, block.where)
            gone.add(index + 1)
    return [block for index, block in enumerate(blocks) if index not in gone]


class _Style(NamedTuple):
    """How the rows of a document are written."""

    first: int
    """1 where every row begins with a bar."""
    last: int
    """1 where every row ends with one."""
    step: int
    """2 where two bars part every cell from the next."""


def _style(rows: Sequence[Sequence[str]]) -> _Style:
    doubled = len(rows) > 2 and all(not any(row[1::2]) for row in rows if len(row) > 2)
    # A row that ends in no bar shows that a bar at the end closes a blank cell.
    return _Style(
        1 if rows and all(not row[0] for row in rows) else 0,
        1 if rows and all(not row[-1] for row in rows) else 0,
        2 if doubled else 1,
    )


def _cells(row: Sequence[str], style: _Style) -> list[str]:
    if len(row) == 1:
        return list(row)
    cut = row[:: style.step] if style.step > 1 else row[style.first : len(row) - style.last]
    if style.step > 1:
        return list(cut[style.first : len(cut) - (1 if style.last and not cut[-1] else 0)])
    return list(cut)


def grid_of(rows: Sequence[Sequence[str]], where: str) -> Grid:
    """A grid of rows of cells, each one slot wide; shorter rows end early."""
    slots = [Slot(i, j, 1, 1, text) for i, row in enumerate(rows) for j, text in enumerate(row)]
    return Grid(tuple(slots), len(rows), max(map(len, rows)), where)


def _is_lone_label(text: str) -> bool:
    """Whether a line within a table is a label alone (第二十条第（一）项)."""
    return len(text) < _LONGEST_LABEL and is_known(text)


def _is_torn(lines: Sequence[str], rows: Sequence[list[str] | None]) -> bool:
    """Whether labels and values lie on different lines: then no line is a whole row.

    That is so where a row begins with values although fewer than fifteen, or with the rest of a label.
    """
    torn = 0
    for at, row in enumerate(rows):
        if row is None:
            continue
        filled = [cell for cell in row if cell]
        values = sum(map(is_value, filled))
        if not values or values >= 15:
            continue
        label = next((cell for cell in filled if not is_value(cell)), None)
        if label is None:
            before = next((line for line in reversed(lines[:at]) if line.strip(" |\u3000")), "").strip(" |\u3000")
            torn += not is_rule(before) and is_piece(before) and (is_known(before) or not is_value(before))
        elif not is_known(label) and is_piece(label) and is_value(filled[-1]):
            torn += 1
    return torn > 2


def with_grids(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with every run of lines that are whole rows turned into one grid."""
    blocks = _mended(list(blocks))
    lines = [block.text if isinstance(block, Paragraph) else "" for block in blocks]
    rows = [row_cells(line) if "|" in line or "\t" in line else None for line in lines]
    rules = [
        is_rule(line) or (row is not None and _is_short_rule(row, rows[at - 1] if at else None))
        for at, (line, row) in enumerate(zip(lines, rows, strict=True))
    ]
    printed = [row for row, rule in zip(rows, rules, strict=True) if row is not None and not rule]
    if printed and sum(1 for line in lines if line.count("|") == 1) < len(printed):
        # Among rows a label with blank cells only, or blank cells alone, is a row, too.
        rows = [_blank_row(line) if row is None else row for line, row in zip(lines, rows, strict=True)]
    cells = sum(1 for line in lines if line.count("|") == 1 and line.strip(" |\u3000"))
    # Among cells that stand on lines of their own, two on one line are no row.
    if not printed or cells > 2 * len(printed) or _is_torn(lines, rows):
        return iter(blocks)
    if any(rules):
        # A piece of a rule in a row that lines were joined to: no cell, and nothing that can be read.
        rows = [row and [LOST if _is_dashes(cell) else cell for cell in row] for row in rows]
    return _runs(blocks, rows, rules, _style(printed))


def _is_dashes(cell: str) -> bool:
    return "---" in cell and not cell.strip("-: ")


def _is_short_rule(row: Sequence[str], before: Sequence[str] | None) -> bool:
    """Whether a row of dashes is a rule that lost some, or one of single dashes under a head (|-|-|)."""
    if any("---" in cell for cell in row) and not any(cell.strip("-: ") for cell in row):
        return True
    if before is None or len(before) != len(row) or any(cell.strip("-:") for cell in row):
        return False
    return not any(cell and is_value(cell) for cell in before)


def _runs(
    blocks: Sequence[Block], rows: Sequence[list[str] | None], rules: Sequence[bool], style: _Style
) -> Iterator[Block]:
    taken: list[list[str]] = []
    where = ""
    count = 0
    held: Paragraph | None = None
    for block, row, rule in zip(blocks, rows, rules, strict=True):
        text = block.text if isinstance(block, Paragraph) else ""
        if rule or (taken and text.strip() == "|"):
            continue
        cells = _cells(row, style) if row is not None else None
        lone = (
            cells is None
            and "|" not in text.strip(" |\u3000")
            and bool(text)
            and _is_lone_label(text.strip(" |\u3000"))
        )
        if lone and taken:
            cells = [text.strip(" |\u3000")]
        if cells is not None:
            if not taken:
                first = held if held is not None else block
                where, taken = first.where, [[held.text.strip(" |\u3000")]] if held is not None else []
                held = None
            taken.append(cells)
            continue
        stray = text.strip(" |\u3000")
        if taken and is_value(stray) and not _is_dashes(stray) and len(taken[-1]) > 1:
            # Half of a number whose row was broken, or a page's: nobody can tell, so the cell is made unreadable.
            last = taken[-1][-1]
            taken[-1][-1] = f"{last}{' ' if last.isdecimal() else LOST}{stray}"
            continue
        if taken:
            count += 1
            yield grid_of(taken, f"表{count}（{where}起）")
            taken = []
        if held is not None:
            yield held
        # A label right above the first row belongs to the table.
        held = block if lone and isinstance(block, Paragraph) else None
        if held is None:
            yield block
    if held is not None:
        yield held
    if taken:
        yield grid_of(taken, f"表{count + 1}（{where}起）")
