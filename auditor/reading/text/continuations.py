"""Rows of cells with bars between them that go on in the next line, which then begins with a bar.

Only where the lines together hold a row's labels and exactly as many values as the form gives it, or the
fifteen of table 四: then nothing else can be meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import OUTCOMES, dispute_addresses
from auditor.reading.blocks import Block, Paragraph
from auditor.reading.tables.forms import both_forms, plain_key
from auditor.reading.tables.lines import is_value
from auditor.reading.tables.values import adds_up

MOST_LINES = 3
"""A row is not broken into more lines that begin with a bar."""
_EDGES = " \t\u3000"


def _text(block: Block) -> str:
    return block.text.strip(_EDGES) if isinstance(block, Paragraph) else ""


def _goes_on(text: str) -> bool:
    """Whether a line begins with a bar and ends in a cell."""
    return text[:1] == "|" and text[-1] != "|"


def _is_row(text: str) -> bool:
    """Whether a line holds labels, or none, and then all the values of the row."""
    cells = [cell.strip(_EDGES) for cell in text.split("|")]
    first = next((at for at, cell in enumerate(cells) if is_value(cell)), len(cells))
    values = cells[first:]
    if not all(map(is_value, values)):
        return False
    if not first:
        return len(values) == len(dispute_addresses()) and not _may_be_page(values)
    key = plain_key(cells[first - 1])
    return any(key in form.rows and len(form.rows[key].addresses) == len(values) for form in both_forms())


def _may_be_page(values: list[str]) -> bool:
    """Whether the first value may be a page's number above a row whose first cell is blank."""
    if values[0] == "0" or not values[0].isdecimal():
        return False
    step = len(OUTCOMES) + 1
    return not all(adds_up(values[at : at + step]) for at in range(0, len(values), step))


def continued(blocks: list[Block]) -> list[Block]:
    """The blocks with broken rows made whole."""
    texts = list(map(_text, blocks))
    going_on = [_goes_on(text) for text in texts]
    if not any(going_on) or all(on for on, text in zip(going_on, texts, strict=True) if "|" in text):
        return blocks
    return list(_continued(blocks, texts, going_on))


def _continued(blocks: list[Block], texts: list[str], going_on: list[bool]) -> Iterator[Block]:
    at = 0
    while at < len(blocks):
        block, taken = blocks[at], 1
        if isinstance(block, Paragraph) and texts[at] and not going_on[at] and texts[at][-1] != "|":
            whole = texts[at]
            for more in range(at + 1, min(at + 1 + MOST_LINES, len(blocks))):
                if not going_on[more]:
                    break
                whole += texts[more]
                if _is_row(whole):
                    block, taken = Paragraph(whole, block.where), more - at + 1
        yield block
        at += taken
