"""The three tables as rows of cells: as the report printed them, or in the standard layout."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from auditor.addresses import COLUMNS, active_addresses, dispute_addresses, request_addresses
from auditor.model import Cell, GridCell, Report, TableFormat
from auditor.resources import load_lexicon

TablePart = Literal["active", "requests", "disputes"]
TABLE_PARTS: tuple[TablePart, ...] = ("active", "requests", "disputes")

Row = tuple[GridCell, ...]


class Table(NamedTuple):
    """A table to be shown; ``standard`` where the layout is the form's and not the report's."""

    part: TablePart
    rows: tuple[Row, ...]
    standard: bool
    rest: bool = False


def tables_of(report: Report) -> list[Table]:
    """Every table of the report; each address of ``report.cells`` stands in exactly one of them."""
    shown: list[Table] = []
    for part in TABLE_PARTS:
        printed = [_printed(table.rows, part) for table in report.tables if table.part == part]
        inside = {cell.address for table in printed for row in table.rows for cell in row if cell.address}
        own = [address for address in report.cells if address.startswith(f"{part}.")]
        missing = [address for address in own if address not in inside]
        if inside:
            shown += printed
            if missing:
                shown.append(Table(part, tuple(_list(missing, report.cells)), standard=True, rest=True))
        elif own:
            shown.append(_standard(part, report, own))
    return shown


def _printed(rows: Sequence[Row], part: TablePart) -> Table:
    return Table(part, tuple(row for row in rows if row), standard=False)


def _standard(part: TablePart, report: Report, own: Sequence[str]) -> Table:
    table_format = report.table_format or _likely_format(report.cells)
    rows = tuple(_STANDARD[part](load_lexicon(f"tables/{table_format}"), report.cells))
    outside = [address for address in own if address not in _ADDRESSES[part](table_format)]
    return Table(part, (*rows, *_list(outside, report.cells)), standard=True)


def _likely_format(cells: Mapping[str, Cell]) -> TableFormat:
    old = ("active.licensing.decisions", "requests.other.all.total", "active.normative.created")
    return "2019" if any(address in cells for address in old) else "2021"


def _list(addresses: Iterable[str], cells: Mapping[str, Cell]) -> Iterator[Row]:
    for address in addresses:
        yield GridCell(address), GridCell(cells[address].text, address=address)


def _cell(address: str, cells: Mapping[str, Cell], colspan: int = 1) -> GridCell:
    cell = cells.get(address)
    return GridCell("" if cell is None else cell.text, colspan=colspan, address=address)


def _active(lexicon: Mapping[str, Any], cells: Mapping[str, Cell]) -> Iterator[Row]:
    head = load_lexicon("messages/page")["content_head"]["zh"]
    for block in lexicon["active"]:
        columns = block["columns"]
        spans = [1] * (len(columns) - 1) + [4 - len(columns)]
        yield (GridCell(block["heading"], colspan=4),)
        heads = (GridCell(column["label"], colspan=span) for column, span in zip(columns, spans, strict=True))
        yield GridCell(head), *heads
        for row in block["rows"]:
            keys = [".".join(filter(None, ("active", row["key"], column["key"]))) for column in columns]
            numbers = (_cell(key, cells, span) for key, span in zip(keys, spans, strict=True))
            yield GridCell(row["label"]), *numbers


def _requests(lexicon: Mapping[str, Any], cells: Mapping[str, Cell]) -> Iterator[Row]:
    form = lexicon["requests"]
    labels = [column["label"] for column in form["columns"]]
    yield GridCell(form["note"], rowspan=3, colspan=3), GridCell(form["applicants"], colspan=7)
    yield GridCell(labels[0], rowspan=2), GridCell(form["organisations"], colspan=5), GridCell(labels[-1], rowspan=2)
    yield tuple(GridCell(label) for label in labels[1:-1])
    results = sum(row["key"] not in {"new", "carried_in", "carried_out"} for row in form["rows"])
    groups = {group["key"]: group["label"] for group in form["groups"]}
    seen: set[str] = set()
    for row in form["rows"]:
        key, label = row["key"], row["label"]
        heads: list[GridCell] = []
        if key == "granted":
            heads.append(GridCell(form["results"], rowspan=results))
        group = key.partition(".")[0]
        if "." in key and group in groups:
            if group not in seen:
                seen.add(group)
                size = sum(other["key"].startswith(f"{group}.") for other in form["rows"])
                heads.append(GridCell(groups[group], rowspan=size))
            heads.append(GridCell(label))
        else:
            heads.append(GridCell(label, colspan=3 if key in {"new", "carried_in", "carried_out"} else 2))
        yield *heads, *(_cell(f"requests.{key}.{column}", cells) for column in COLUMNS)


def _disputes(lexicon: Mapping[str, Any], cells: Mapping[str, Cell]) -> Iterator[Row]:
    kinds, outcomes = lexicon["disputes"]["kinds"], lexicon["disputes"]["outcomes"]
    size = len(outcomes)
    lawsuits = [kind for kind in kinds if kind.get("under")]
    alone = (GridCell(kind["label"], rowspan=2, colspan=size) for kind in kinds if not kind.get("under"))
    yield *alone, GridCell(lawsuits[0]["under"], colspan=size * len(lawsuits))
    yield tuple(GridCell(kind["label"], colspan=size) for kind in lawsuits)
    yield tuple(GridCell(outcome["label"]) for _ in kinds for outcome in outcomes)
    yield tuple(_cell(f"disputes.{kind['key']}.{outcome['key']}", cells) for kind in kinds for outcome in outcomes)


_STANDARD = {"active": _active, "requests": _requests, "disputes": _disputes}
_ADDRESSES: Mapping[TablePart, Callable[[TableFormat], tuple[str, ...]]] = {
    "active": active_addresses,
    "requests": request_addresses,
    "disputes": lambda _table_format: dispute_addresses(),
}
