"""Lines of text that are whole rows: their cells, and how the rows of a text are written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from csv import reader
from typing import NamedTuple

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.tables.forms import outcome_keys, plain_key
from auditor.reading.tables.labels import is_known
from auditor.reading.tables.lines import is_value
from auditor.reading.tables.values import is_blank_word

_BAR = re.compile(r"(?<!\\)\|")

FEWEST_ROWS, LONGEST_CELL = 4, 60
"""So many lines with commas are a table, and so long its cells may be."""
FEWEST_MARKS = 3
"""With fewer bars or tabs a line that begins with blank cells is no row."""
_BLANK_BEGINNINGS = frozenset("nN&")


def _cell(piece: str) -> str:
    """A cell's text; words that programs print for nothing are nothing."""
    piece = piece.strip()
    return "" if piece[:1] in _BLANK_BEGINNINGS and is_blank_word(piece) else piece


def comma_rows(lines: Sequence[str]) -> list[list[str] | None]:
    """The cells of lines whose cells are parted by commas (CSV), None for the others; nothing where such rows are few.

    Most such rows begin with a label or with blank cells; a sentence does not.
    """
    rows: list[list[str] | None] = []
    for line in lines:
        cells = [_cell(cell) for cell in next(reader([line.strip("\ufeff\r\n ")]), [])] if line.count(",") > 2 else []
        sound = len(cells) > FEWEST_MARKS and not any("。" in cell or len(cell) > LONGEST_CELL for cell in cells)
        rows.append(cells if sound and all(is_known(cell) or is_value(cell) for cell in cells if cell) else None)
    return rows if sum(row is not None for row in rows) >= FEWEST_ROWS else [None] * len(rows)


def row_cells(line: str) -> list[str] | None:
    """The cells of a line that is a whole row, None for any other line.

    One cell with a bar behind it is flattened text and no row.  A bar at either end leaves an empty
    cell there; whether that is a cell is for the whole table to tell.
    """
    if "|" in line:
        pieces = [_cell(piece.replace("\\|", "|")) for piece in _BAR.split(line)]
    elif "\t" in line.strip():
        pieces = [_cell(piece) for piece in line.strip("\r\n").split("\t")]
    else:
        return None
    return pieces if sum(1 for piece in pieces if piece) > 1 else None


def blank_row(line: str, fewest: int) -> list[str] | None:
    """The cells of a row that prints nothing but its labels, ``fewest`` marks or more; None for any other line."""
    mark = "|" if line.count("|") >= fewest else "\t" if line.count("\t") >= fewest else ""
    if not mark:
        return None
    pieces = [_cell(piece) for piece in line.strip("\r\n").split(mark)]
    if len(pieces) <= FEWEST_MARKS and not any(pieces[:2]):
        return None
    return pieces if all(is_known(piece) for piece in pieces if piece) else None


def mended(blocks: list[Block]) -> list[Block]:
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


class Style(NamedTuple):
    """How the rows of a document are written."""

    first: int
    """1 where every row begins with a bar."""
    last: int
    """1 where every row ends with one."""
    step: int
    """2 where two bars part every cell from the next."""


def style_of(rows: Sequence[Sequence[str]]) -> Style:
    """How rows are written, as all of them together show."""
    doubled = len(rows) > 2 and all(not any(row[1::2]) for row in rows if len(row) > 2)
    # A row that ends in no bar shows that a bar at the end closes a blank cell.
    return Style(
        1 if rows and all(not row[0] for row in rows) else 0,
        1 if rows and all(not row[-1] for row in rows) else 0,
        2 if doubled else 1,
    )


def cells_of(row: Sequence[str], style: Style) -> list[str]:
    """The cells of a row, without what bars at its edges leave."""
    if len(row) == 1:
        return list(row)
    cut = row[:: style.step] if style.step > 1 else row[style.first : len(row) - style.last]
    if style.step > 1:
        return list(cut[style.first : len(cut) - (1 if style.last and not cut[-1] else 0)])
    return list(cut)


def is_dashes(cell: str) -> bool:
    """Whether a cell is a piece of a rule."""
    return "---" in cell and not cell.strip("-: ")


def is_short_rule(row: Sequence[str], before: Sequence[str] | None, after: Sequence[str] | None) -> bool:
    """Whether a row of dashes is a rule that lost some, or one of single dashes under a head (|-|-|).

    Under the last heads of table 四 it is a rule only if values follow; else it is the row of values itself.
    """
    if any("---" in cell for cell in row) and not any(cell.strip("-: ") for cell in row):
        return True
    if before is None or len(before) != len(row) or any(cell.strip("-:") for cell in row):
        return False
    if any(cell and is_value(cell) for cell in before):
        return False
    last = next((cell for cell in reversed(before) if cell), "")
    if plain_key(last) not in outcome_keys():
        return True
    return after is not None and len(after) == len(row) and any(cell and is_value(cell) for cell in after)
