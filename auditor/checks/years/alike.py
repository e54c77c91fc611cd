"""Tables that are last year's again: Y103 (Y-SAME)."""

from __future__ import annotations

from collections.abc import Iterator

from auditor.addresses import APPLICANTS, active_addresses, request_addresses
from auditor.checks.previous import last_year
from auditor.checks.registry import Case, Violation, rule
from auditor.checks.tables.printed import for_json, rows_printed
from auditor.model import Report, Value
from auditor.naming import table_name

LEAST_FLOWS = 3
_STOCKS = (".in_force", ".open_total", ".last_items")
_SUMS = (".handled.",)


def _numbers(report: Report, addresses: tuple[str, ...]) -> list[Value] | None:
    """The numbers of a whole table; None where a cell has none."""
    cells = [report.cells.get(address) for address in addresses]
    numbers = [cell.number for cell in cells if cell is not None and cell.number is not None]
    return numbers if len(numbers) == len(addresses) else None


def _is_flow(address: str) -> bool:
    """Whether a cell counts something of the year by itself: neither a stock nor a sum of others."""
    if address.startswith("active."):
        return not address.endswith(_STOCKS)
    return address.rsplit(".", 1)[1] in APPLICANTS and not any(part in address for part in _SUMS)


@rule("Y103", "warning", "Y-SAME")
def table_as_last_year(case: Case) -> Iterator[Violation]:
    """Table 二 or 三 is equal to last year's in every cell."""
    previous = last_year(case)
    if previous is None or previous.table_format != case.report.table_format:
        return
    tables = (active_addresses(case.report.table_format or "2021"), request_addresses(rows_printed(case.report)))
    for addresses in tables:
        now = _numbers(case.report, addresses)
        if now is None or now != _numbers(previous, addresses):
            continue
        flows = {name: value for name, value in zip(addresses, now, strict=True) if value and _is_flow(name)}
        if len(flows) >= LEAST_FLOWS:
            table = addresses[0]
            yield Violation(
                fields={"table": (table_name(table), table_name(table, "en")), "count": len(flows)},
                addresses=(table,),
                values={"cells": {name: for_json(value) for name, value in flows.items()}},
            )
