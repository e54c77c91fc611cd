"""From the lines of a flattened table to its cells, in reading order.

A bar or a tab ends a cell wherever it stands; a line's end does so where label and value meet, and where
two values do in text that keeps several cells in a line.  A line of several values parted by spaces is
several cells; a single value with a space inside is not, for its digits may be one number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat, takewhile
from typing import NamedTuple

from auditor.reading.blocks import Paragraph
from auditor.reading.tables.labels import is_piece
from auditor.reading.tables.spaced import with_gaps
from auditor.reading.tables.values import looks_like_value, read_value


class FlatCells(NamedTuple):
    """Cells in reading order: their texts and, at the same index, their places (第12行).

    Two lists and no pairs: a report has hundreds of cells, and whole rows are cut out of both at once.
    ``lines`` says whether each stands on a line of its own.
    """

    texts: Sequence[str]
    wheres: Sequence[str]
    lines: bool = True


_SPACED = re.compile(r"\S[ \t\u00a0\u2002\u2003\u3000]+\S")
_WIDE = re.compile(r"\S {2,}\S+ {2,}\S")
_RULE = re.compile(r"[|+\s]*:?(?:-{3,}|[—=]{3,}|:-+|-+:):?\s*(?:[|+]\s*:?[-—=]+:?\s*)+[|+]?")
_BARRED_RULE = re.compile(r"[|+]\s*:?-{3,}:?\s*[|+]")
_DOUBLED = re.compile(r"\|[ \u3000]*\|")
_REMARK = frozenset("（([【")
FEWEST_LEADING = 3
FEWEST_IN_LINE = 5
"""So many values in a line are cells of their own, whatever the other lines look like."""


def is_rule(line: str) -> bool:
    """Whether a line is the rule under a Markdown head (|---|---|) or between rows (+----+----+)."""
    return (
        "-" in line
        and ("|" in line or "+" in line)
        and any(pattern.fullmatch(line.strip()) for pattern in (_RULE, _BARRED_RULE))
    )


def is_value(text: str) -> bool:
    """Whether a text that is not blank can be a cell and no label."""
    return bool(text) and (text.isdecimal() or looks_like_value(text))


def cells_of_lines(lines: Sequence[Paragraph], barred: bool) -> FlatCells:
    """The cells of table lines; ``barred`` says that the text keeps bars between cells."""
    if not lines:
        return FlatCells((), ())
    texts, places = zip(*lines, strict=True)
    return _barred(texts, places) if barred else _bare(texts, places)


def keeps_rows(texts: Sequence[str], barred: bool) -> bool | None:
    """Whether table lines hold several cells each; None where they do not tell."""
    if barred:
        inner = [text for text in texts if "|" in text.strip(" |\u3000")]
        several = len(inner)
        single = sum(1 for text in texts if text.count("|") == 1) - sum(1 for text in inner if text.count("|") == 1)
        return None if several == single else several > single
    if not _SPACED.search("\n".join(map(str.strip, texts))):
        return False
    several, single = _several_and_single([_parts_of(text.strip(), 2) for text in texts])
    return None if several == single else several > single


def _several_and_single(split: Sequence[Sequence[str]]) -> tuple[int, int]:
    """How many lines hold more than a label and a value, and how many a value alone."""
    several = sum(1 for parts in split if len(parts) > 2)
    return several, sum(1 for parts in split if len(parts) == 1 and " " not in parts[0] and is_value(parts[0]))


def _barred(texts: Sequence[str], places: Sequence[str]) -> FlatCells:
    whole = "\n".join(map(str.strip, texts))
    if "--" in whole and any(map(is_rule, texts)):
        kept = [at for at, text in enumerate(texts) if not is_rule(text)]
        texts, places = [texts[at] for at in kept], [places[at] for at in kept]
        whole = "\n".join(map(str.strip, texts))
        if not texts:
            return FlatCells([], [])
    if "||" in whole and _doubled(texts):
        texts = [_DOUBLED.sub("|", text) for text in texts]
        whole = "\n".join(map(str.strip, texts))
    counts = list(map(str.count, texts, repeat("|")))
    if max(counts) > FEWEST_IN_LINE and _edges_are_cells(texts, counts):
        return _line_by_line(texts, places)
    cells = list(map(str.strip, whole.split("|")))
    wheres: list[str] = []
    for place, bars in zip(places, counts, strict=True):
        if bars == 1:
            wheres.append(place)
        else:
            wheres += [place] * bars
    # A bar before each cell: the cell stands on the line of the bar before it.
    if whole[:1] == "|" and cells[-1]:
        wheres.insert(0, places[0])
    elif cells[-1]:
        wheres.append(places[-1])
    else:
        cells.pop()
    several = sum(1 for bars, text in zip(counts, texts, strict=True) if bars > 1 and text.strip(" |\u3000"))
    rows = several > counts.count(1)
    if any("\n" in cell for cell in cells):
        return _broken(cells, wheres, rows)
    return FlatCells(cells, wheres, not rows)


def _edges_are_cells(texts: Sequence[str], counts: Sequence[int]) -> bool:
    """Whether bars stand between the cells of a line only, so that one at its edge shows a blank cell.

    Then most lines that are rows have no bar at either edge, and all have equally many cells besides labels.
    """
    rows = [text.strip() for text, bars in zip(texts, counts, strict=True) if bars > FEWEST_IN_LINE]
    inner = sum(1 for text in rows if text[0] != "|" and text[-1] != "|")
    sizes = {sum(1 for part in text.split("|") if not part.strip() or is_value(part.strip())) for text in rows}
    return inner * 2 > len(rows) and len({size for size in sizes if 0 < size < 2 * FEWEST_IN_LINE}) == 1


def _line_by_line(texts: Sequence[str], places: Sequence[str]) -> FlatCells:
    """The cells of lines that are rows, or labels alone: no cell goes on in the next line."""
    cells: list[str] = []
    wheres: list[str] = []
    for text, place in zip(texts, places, strict=True):
        parts = list(map(str.strip, text.split("|"))) if "|" in text else _parts_of(text.strip(), FEWEST_IN_LINE)
        cells += parts
        wheres += [place] * len(parts)
    return FlatCells(cells, wheres, lines=False)


def _doubled(texts: Sequence[str]) -> bool:
    """Whether every cell is parted from the next by two bars."""
    filled = [text for text in texts if text.strip(" |\u3000")]
    return bool(filled) and all(len(_DOUBLED.findall(text)) * 2 == text.count("|") > 0 for text in filled)


def _broken(cells: Sequence[str], wheres: Sequence[str], rows: bool) -> FlatCells:
    """Cells with a line's end inside, taken apart where it ends a cell."""
    texts: list[str] = []
    places: list[str] = []
    for cell, where in zip(cells, wheres, strict=True):
        pieces = _pieces(cell, rows) if "\n" in cell else [cell]
        texts += pieces
        places += [where] * len(pieces)
    return FlatCells(texts, places, not rows)


def _pieces(cell: str, rows: bool) -> list[str]:
    pieces: list[str] = []
    for line in filter(None, map(str.strip, cell.split("\n"))):
        if pieces and _is_open(pieces[-1]):
            pieces[-1] += line
            continue
        parts = _parts_of(line, FEWEST_IN_LINE)
        if pieces and len(parts) == 1 and is_value(pieces[-1]):
            if _is_remark(pieces[-1], line):
                pieces[-1] += line
                continue
            if is_value(line) and not rows:
                # One number broken over lines, or two cells that lost their bar: the gap keeps it unread.
                pieces[-1] += " " + line
                continue
        pieces += parts
    return pieces


def _is_open(text: str) -> bool:
    """Whether a value's remark is not closed yet (22（其中修)."""
    return text[0].isdecimal() and sum(map(text.count, "（([")) > sum(map(text.count, "）)]"))


def _is_remark(value: str, text: str) -> bool:
    """Whether a text that is no value itself goes on with a value: its remark or its unit."""
    if is_value(text) or not (text[0] in _REMARK or len(text) < 3) or is_piece(text):
        return False
    return read_value(value + text).kind == "number"


def _bare(texts: Sequence[str], places: Sequence[str]) -> FlatCells:
    stripped = list(map(str.strip, texts))
    whole = "\n".join(stripped)
    if not _SPACED.search(whole):
        return _with_remarks(stripped, places, True)
    if "\t" in whole:
        # In a row a tab at the edge shows a blank cell.
        stripped = [text.strip(" \r\n") if text.count("\t") > FEWEST_IN_LINE else text.strip() for text in texts]
    split = [_parts_of(text, 2) for text in stripped]
    several, single = _several_and_single(split)
    if several <= single:
        # One cell a line: a line with few values is a number whose digits came apart.
        split = [_parts_of(text, FEWEST_IN_LINE) for text in stripped]
    elif _WIDE.search(whole):
        split = with_gaps(texts, split)
    cells = [part for parts in split for part in parts]
    wheres = [place for place, parts in zip(places, split, strict=True) for _ in parts]
    return _with_remarks(cells, wheres, several <= single)


def _with_remarks(texts: Sequence[str], wheres: Sequence[str], lines: bool) -> FlatCells:
    """Cells whose remark stands on the line below joined with it."""
    if not any(text[:1] in _REMARK for text in texts):
        return FlatCells(texts, wheres, lines)
    cells: list[str] = []
    places: list[str] = []
    for text, where in zip(texts, wheres, strict=True):
        if cells and text[:1] in _REMARK and is_value(cells[-1]) and _is_remark(cells[-1], text):
            cells[-1] += text
        else:
            cells.append(text)
            places.append(where)
    return FlatCells(cells, places, lines)


def _parts_of(line: str, fewest: int) -> list[str]:
    """The cells of a line: at tabs, and at spaces where it ends in ``fewest`` values or more.

    A label before one value counts, too: it can't be a part of the number.
    """
    if "\t" in line:
        return [part.strip() for part in line.split("\t")]
    tokens = line.split()
    if len(tokens) < 2:
        return [line]
    values = list(_trailing_values(tokens))
    labels = tokens[: len(tokens) - sum(map(len, values))]
    if len(values) >= fewest or (labels and values and fewest < FEWEST_IN_LINE):
        return [*labels, *("".join(value) for value in reversed(values))]
    if sum(1 for _ in takewhile(is_value, tokens)) >= FEWEST_LEADING:
        # A row whose line goes on with the next row's label.
        return tokens
    if values or any(map(is_value, tokens)):
        return [line]
    return tokens if fewest < FEWEST_IN_LINE else [line]


def _trailing_values(tokens: Sequence[str]) -> Iterator[list[str]]:
    """The values at the end of a line, the last one first, each with the remark behind it."""
    remark: list[str] = []
    for token in reversed(tokens):
        if is_value(token):
            yield [token, *remark]
            remark = []
        elif not remark and token[0] in _REMARK:
            remark = [token]
        else:
            return


def joined(texts: Iterable[str]) -> str:
    """Cells as one text with bars, for a row that can't be read."""
    return " | ".join(texts).strip(" |")
