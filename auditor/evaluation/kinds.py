"""The kinds by which links are told apart: which table and row an address is of, or that it is a sum or a share."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.addresses import Operation, parse


def link_kind(reading: Sequence[str]) -> str:
    """The kind of one reading: a row group of table 三, a kind of table 四, a row of table 二, or how cells combine.

    ``none`` is the reading "no address", ``several`` one figure for several cells each.
    """
    if not reading:
        return "none"
    if len(reading) > 1:
        return "several"
    node = parse(reading[0])
    if isinstance(node, Operation):
        return "share" if node.sign == "/" else "total"
    return _cell_kind(node)


def _cell_kind(address: str) -> str:
    table, row, *_ = address.split(".")
    if table == "requests" and not address.endswith(".total"):
        return "requests.applicants"
    if table == "disputes" and row.startswith("litigation"):
        return "disputes.litigation"
    return f"{table}.{row}"
