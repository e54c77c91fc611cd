"""Tables merged in other ways than the form: pieces apart, heads merged differently or not at all, ragged rows.

Every office redraws the form in its own editor, so that spans differ where the picture is the same.
"""

from __future__ import annotations

from html import escape
from random import Random

from tests.factory.facts import Facts
from tests.factory.html.markup import PLAIN, Cell, article, one_character_a_line, page, plain_cell, spans, table_of
from tests.factory.html.places import contained, pens_of
from tests.factory.layouts import Rendered, layout, rendered
from tests.factory.tables import WIDTH, Box, Table, active_blocks, full_grid, tables_of


def _page(facts: Facts, rng: Random, tables: dict[str, list[Table]], cell: Cell = plain_cell) -> Rendered:
    opening = rng.choice(("<table>", "<table border='1' cellspacing='0'>", "<table class='tb' style='width:100%'>"))
    pens = pens_of(rng)._replace(table=lambda boxes: table_of(boxes, cell, opening))
    return rendered(facts, page(contained(rng, article(facts, pens, tables))), ".html")


def _whole(facts: Facts) -> dict[str, list[Table]]:
    return {part: [table] for part, table in tables_of(facts).items()}


@layout("html/active_apart")
def active_apart(facts: Facts, rng: Random) -> Rendered:
    """Table 二 as one table a block, or in two, each block's last head wide or not."""
    blocks = active_blocks(facts.cells, facts.table_format)
    if rng.random() < 0.3:
        blocks = [blocks[0], [row for block in blocks[1:] for row in block]]
    if rng.random() < 0.5:
        blocks = [
            [[box._replace(colspan=1) if len(row) > 1 else box for box in row] for row in block] for block in blocks
        ]
    return _page(facts, rng, _whole(facts) | {"active": blocks})


@layout("html/head_cells")
def head_cells(facts: Facts, rng: Random) -> Rendered:
    """Heads as ``<th>`` in a ``<thead>``, with needless spans of 1, or too tall for their rows."""
    kind = rng.choice(("th", "th-all", "ones"))

    def cell(box: Box) -> str:
        if kind == "ones":
            return f'<td colspan="{box.colspan}" rowspan="{box.rowspan}">{escape(box.text)}</td>'
        head = box.address is None if kind == "th-all" else not box.text.isdecimal()
        tag = "th" if head else "td"
        return f"<{tag}{spans(box)} scope='col'>{escape(box.text)}</{tag}>"

    def table(boxes: Table) -> str:
        drawn = [f"<tr>{''.join(map(cell, row))}</tr>" for row in boxes]
        heads = next(at for at, row in enumerate(boxes) if any(box.address for box in row))
        if rng.random() < 0.5:
            return f"<table>{''.join(drawn)}</table>"
        return f"<table><thead>{''.join(drawn[:heads])}</thead><tbody>{''.join(drawn[heads:])}</tbody></table>"

    return rendered(facts, page(article(facts, pens_of(rng)._replace(table=table))), ".html")


@layout("html/merged_otherwise")
def merged_otherwise(facts: Facts, rng: Random) -> Rendered:
    """Spans lost by a converter or a paste: of all cells, of the labels or the heads only, rows or columns."""
    lost = rng.choice(("rowspan", "colspan", "both", "labels", "heads"))

    def changed(box: Box) -> Box:
        match lost:
            case "rowspan":
                return box._replace(rowspan=1)
            case "colspan":
                return box._replace(colspan=1)
            case "both":
                return box._replace(rowspan=1, colspan=1)
            case "labels":
                return box._replace(colspan=1) if box.address is None and box.rowspan == 1 else box
            case _:
                return (
                    box._replace(rowspan=1, colspan=1)
                    if box.address is None and box.text.startswith(("（", "申请人"))
                    else box
                )

    tables = {part: [[[changed(box) for box in row] for row in table]] for part, table in tables_of(facts).items()}
    return _page(facts, rng, tables)


@layout("html/fillers")
def fillers(facts: Facts, rng: Random) -> Rendered:
    """No cell is merged: what a span would cover is an empty cell, in all rows, in the heads or in the labels only."""
    where = rng.choice(("all", "heads", "labels"))
    blank = rng.choice(("", "&nbsp;", "<br>", "　"))

    def filled(part: str, table: Table) -> Table:
        grid = full_grid(table, WIDTH[part])
        heads = next(at for at, row in enumerate(table) if any(box.address for box in row))
        if where == "all":
            return [[box._replace(rowspan=1, colspan=1) if box else Box("") for box in row] for row in grid]
        if where == "heads":
            top: Table = [
                [box._replace(rowspan=1, colspan=1) if box else Box("") for box in row] for row in grid[:heads]
            ]
            return top + table[heads:]
        return [
            row
            if at < heads
            else [one for box in row for one in ([box._replace(colspan=1)] + [Box("")] * (box.colspan - 1))]
            for at, row in enumerate(table)
        ]

    def cell(box: Box) -> str:
        return f"<td{spans(box)}>{escape(box.text) or (blank if box.address is None else '')}</td>"

    tables = {part: [filled(part, table)] for part, table in tables_of(facts).items()}
    return _page(facts, rng, tables, cell)


@layout("html/ragged")
def ragged(facts: Facts, rng: Random) -> Rendered:
    """Rows with cells too many at their end, and empty rows between the others."""

    def torn(row: list[Box]) -> list[Box]:
        return row + [Box("")] * rng.choice((0, 0, 0, 1, 2)) if any(box.address for box in row) else row

    tables: dict[str, list[Table]] = {}
    for part, table in tables_of(facts).items():
        rows: Table = []
        for row in table:
            rows.append(torn(row))
            tall = any(box.rowspan > 1 for box in row)
            if rng.random() < 0.05 and not tall and part == "active":
                rows.append([Box("", 1, 4)])
        tables[part] = [rows]
    return _page(facts, rng, tables)


@layout("html/vertical")
def vertical(facts: Facts, rng: Random) -> Rendered:
    """Tall labels written one character a line, by ``<br>``, by paragraphs or by line ends in the source."""
    between = rng.choice(("<br>", "<br/>", "\n", "</p><p>", "<br>\n", "</div><div>"))

    def cell(box: Box) -> str:
        tall = box.address is None and (box.rowspan > 2 or (rng.random() < 0.3 and len(box.text) < 8))
        return f"<td{spans(box)}><p>{one_character_a_line(box.text, between) if tall else escape(box.text)}</p></td>"

    return _page(facts, rng, _whole(facts), cell)


@layout("html/requests_in_two")
def requests_in_two(facts: Facts, rng: Random) -> Rendered:
    """Table 三 in two or three tables, as pages of a Word file, the heads repeated or not."""
    tables = _whole(facts)
    (table,) = tables["requests"]
    heads, body = table[:3], table[3:]
    repeated = rng.random() < 0.5
    # A row of labels ends where another tall label begins: cut there, and close what was tall.
    cuts = sorted(rng.sample(range(3, len(body) - 2), rng.choice((1, 1, 2))))
    pieces: list[Table] = []
    for start, end in zip([0, *cuts], [*cuts, len(body)], strict=True):
        rows = [
            [box._replace(rowspan=min(box.rowspan, end - start - at)) for box in row]
            for at, row in enumerate(body[start:end])
        ]
        open_tall = _covering(body, start)
        rows[0] = [box._replace(rowspan=min(box.rowspan, end - start)) for box in open_tall] + rows[0]
        pieces.append([*(heads if repeated or not start else []), *rows])
    tables["requests"] = pieces
    return _page(facts, rng, tables)


def _covering(body: Table, start: int) -> list[Box]:
    """The blank remainders of tall labels that reach over a cut."""
    found = []
    for at, row in enumerate(body[:start]):
        found += [Box("", at + box.rowspan - start) for box in row if box.rowspan > 1 and at + box.rowspan > start]
    return found


@layout("html/captions")
def captions(facts: Facts, rng: Random) -> Rendered:
    """Captions, unit lines and notes above, below and inside the tables, summaries and column groups."""
    names = {"active": "表1 主动公开统计表", "requests": "表2 申请统计表", "disputes": "表3 复议诉讼统计表"}

    def table(boxes: Table) -> str:
        part = next(box.address or "" for row in boxes for box in row if box.address).partition(".")[0]
        caption = rng.choice(("", f"<caption>{names[part]}</caption>", "<caption>单位：件</caption>"))
        columns = rng.choice(("", "<colgroup><col width='20%'><col></colgroup>"))
        rows = "".join(f"<tr>{''.join(map(plain_cell, row))}</tr>" for row in boxes)
        return f"<table summary='{names[part]}'>{caption}{columns}{rows}</table>"

    return rendered(facts, page(article(facts, PLAIN._replace(table=table))), ".html")
