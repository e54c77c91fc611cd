"""Numbers in lines with nothing but spaces between: copied from a printed page, or set in columns."""

from __future__ import annotations

from itertools import groupby
from random import Random
from unicodedata import east_asian_width

from tests.factory.facts import Facts, blanked
from tests.factory.layouts import Rendered, layout
from tests.factory.tables import WIDTH, Box, Table, full_grid
from tests.factory.text.cells import some_blanks
from tests.factory.text.pages import Writer, is_head, parted, text_report, unseen_row


def spaced_rows(rng: Random, separator: str | None = None) -> Writer:
    """Writes ``规章 0 0 3``; labels of groups stand before the first row of the group or on their own line."""
    between = separator or rng.choice((" ", " ", "  ", "   ", "\u3000", "    "))
    own_line = rng.random() < 0.4

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in table:
            labels, values = parted(row)
            if values and own_line and len(labels) > 1:
                lines += labels[:-1]
                labels = labels[-1:]
            lines.append(between.join((*labels, *values)))
        return lines

    return write


@layout("text/row-spaces")
def spaces(facts: Facts, rng: Random) -> Rendered:
    """``规章 0 0 3`` with one space or more, as copied from a printed page."""
    return text_report(some_blanks(facts, rng), rng, spaced_rows(rng))


def columns_of(text: str) -> int:
    """The columns that a text takes on a screen with letters of one width."""
    return sum(2 if east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int, side: str) -> str:
    spare = max(width - columns_of(text), 0)
    left = {"left": 0, "right": spare, "middle": spare // 2}[side]
    return " " * left + text + " " * (spare - left)


def aligned_rows(rng: Random) -> Writer:
    """Writes every cell at the column of its head, the labels of a row in front."""
    side = rng.choice(("left", "right", "middle"))
    spare = rng.randint(2, 4)
    between = rng.choice(("", " ", "  "))

    def write(part: str, table: Table) -> list[str]:
        grid = full_grid(table, WIDTH[part])
        front = {"active": 1, "requests": 3, "disputes": 0}[part]
        widths = [_width_of([row[at] for row in grid]) + spare for at in range(front, WIDTH[part])]
        labels = [between.join(box.text for box in row[:front] if box) for row in grid]
        wide = max(map(columns_of, labels)) + spare if front else 0
        lines = []
        for label, row in zip(labels, grid, strict=True):
            line = _padded(label, wide, "left")
            at = front
            # A head over several columns takes the room of all of them.
            while at < len(row):
                box = row[at]
                span = box.colspan if box else 1
                room = sum(widths[at - front : at - front + span])
                line += _padded(box.text if box else "", room, side)
                at += span
            lines.append(line.rstrip())
        return lines

    return write


def _width_of(boxes: list[Box | None]) -> int:
    return max((columns_of(box.text) for box in boxes if box and box.colspan == 1), default=2)


@layout("text/aligned")
def aligned(facts: Facts, rng: Random) -> Rendered:
    """Columns set with spaces, as a preformatted page or a text export of a printed page has them."""
    return text_report(some_blanks(facts, rng), rng, aligned_rows(rng))


@layout("text/aligned-blank")
def aligned_blank(facts: Facts, rng: Random) -> Rendered:
    """Columns set with spaces in which empty cells are gaps: the column of a value tells where it belongs."""
    facts = blanked(facts, rng, "", rng.choice((0.3, 0.7)))
    return text_report(facts, rng, aligned_rows(rng), lost=unseen_row(facts))


@layout("text/torn-label-values")
def label_then_values(facts: Facts, rng: Random) -> Rendered:
    """The label on one line, the numbers of the row on the next."""
    between = rng.choice((" ", "  ", "\u3000", "\t", " | ", "|"))
    gap = [""] * rng.choice((0, 0, 1))

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in table:
            labels, values = parted(row)
            if is_head(row):
                lines.append(between.join(labels))
            else:
                lines += [*labels, between.join(values), *gap]
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


def _pieces(label: str, rng: Random) -> list[str]:
    """A long label on two lines or three."""
    if len(label) < 9:
        return [label]
    count = 3 if len(label) > 20 and rng.random() < 0.6 else 2
    size = -(-len(label) // count)
    return [label[start : start + size] for start in range(0, len(label), size)]


@layout("text/torn-label")
def label_torn(facts: Facts, rng: Random) -> Rendered:
    """A long label broken over two or three lines, the numbers behind its first, middle or last line."""
    bar = rng.choice((" ", "  ", " | ", "\t"))
    place = rng.choice(("last", "last", "first", "middle"))

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in table:
            labels, values = parted(row)
            if is_head(row) or not labels:
                lines.append(bar.join((*labels, *values)))
                continue
            *groups, label = labels
            pieces = _pieces(label, rng)
            at = {"first": 0, "middle": (len(pieces) - 1) // 2, "last": len(pieces) - 1}[place]
            pieces[at] = bar.join((pieces[at], *values))
            lines += [*groups, *pieces]
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


@layout("text/torn-values")
def values_torn(facts: Facts, rng: Random) -> Rendered:
    """The numbers of a row over two lines, as where a narrow window broke them."""
    bar = rng.choice((" ", "  ", " | ", "\t"))
    cut = rng.randint(2, 5)
    all_rows = rng.random() < 0.5

    def write(part: str, table: Table) -> list[str]:
        lines: list[str] = []
        for row in table:
            labels, values = parted(row)
            if len(values) > cut and (all_rows or rng.random() < 0.4):
                lines.append(bar.join((*labels, *values[:cut])))
                lines.append(bar.join(values[cut:]))
            else:
                lines.append(bar.join((*labels, *values)))
        return lines

    return text_report(some_blanks(facts, rng), rng, write)


def collapsed(lines: list[str]) -> list[str]:
    """The lines without those that equal the one before them."""
    return [line for line, _ in groupby(lines)]
