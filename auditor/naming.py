"""What a cell is called in a message: the words of the printed table, found from the address.

``requests.handled.natural`` is 表三“（七）总计”·自然人.  The words are in ``lexicons/tables/names.toml``;
an expression is named by its parts, the name of a table being said once.
"""

from __future__ import annotations

from functools import cache
from typing import Any, Literal

from auditor.addresses import GROUPS, Operation, parse
from auditor.resources import load_lexicon

Language = Literal["zh", "en"]

_SIGNS: dict[Language, dict[str, str]] = {
    "zh": {"+": " + ", "-": " − ", "/": " ÷ "},
    "en": {"+": " + ", "-": " − ", "/": " ÷ "},
}


def _words() -> dict[str, Any]:
    return load_lexicon("tables/names")


@cache
def row_name(row: str, lang: Language = "zh") -> str:
    """The label of a row of table 三 with its group: （三）不予公开 1.属于国家秘密; ``denied.*`` is the group's sum."""
    words = _words()
    group = row.partition(".")[0]
    if row.endswith(".*"):
        return str(words["groups"][group][lang])
    label = str(words["rows"][row][lang])
    if "." in row and group in GROUPS and row != "other.all":
        return f"{words['groups'][group][lang]} {label}"
    return label


@cache
def short_row_name(row: str, lang: Language = "zh") -> str:
    """The row in a formula: 本年新收, 予以公开."""
    words = _words()["rows"][row]
    return str(words["short" if lang == "zh" else "short_en"])


@cache
def column_name(column: str, lang: Language = "zh") -> str:
    """A column of table 三; ``organisations`` is the five columns of organisations together."""
    words = _words()
    return str(words["sums"]["organisations"][lang] if column == "organisations" else words["columns"][column][lang])


@cache
def kind_name(kind: str, lang: Language = "zh") -> str:
    """A kind of dispute; ``litigation`` is both kinds of lawsuit together."""
    words = _words()
    return str(words["sums"]["litigation"][lang] if kind == "litigation" else words["kinds"][kind][lang])


@cache
def outcome_name(outcome: str, lang: Language = "zh") -> str:
    """An outcome of table 四: 结果维持."""
    return str(_words()["outcomes"][outcome][lang])


@cache
def table_name(address: str, lang: Language = "zh") -> str:
    """The table that an address belongs to: 表二, 表三 or 表四."""
    return str(_words()["tables"][address.partition(".")[0]][lang])


def _request_cell(address: str, lang: Language) -> str:
    _, rest = address.split(".", 1)
    row, column = rest.rsplit(".", 1)
    together = row.endswith(".*")
    all_items = str(_words()["sums"]["group"][lang])
    if lang == "zh":
        return f"“{row_name(row)}”{all_items if together else ''}·{column_name(column)}"
    items = f" ({all_items})" if together else ""
    return f'"{row_name(row, lang)}"{items}, {column_name(column, lang)}'


def _dispute_cell(address: str, lang: Language) -> str:
    _, kind, outcome = address.split(".")
    joint = "" if lang == "zh" else ", "
    return f"{kind_name(kind, lang)}{joint}{outcome_name(outcome, lang)}"


def _active_cell(address: str, lang: Language) -> str:
    words = _words()
    _, row, *column = address.split(".")
    head = words["active_columns"][column[0]] if column else words["alone"][row]
    joint = "·" if lang == "zh" else ", "
    return f"{words['active'][row][lang]}{joint}{head[lang]}"


@cache
def cell_name(address: str, lang: Language = "zh") -> str:
    """The name of one cell or group without its table: “（七）总计”·自然人.

    Raises:
        KeyError: the address is none of the vocabulary.
    """
    table = address.partition(".")[0]
    if table == "requests":
        return _request_cell(address, lang)
    if table == "disputes":
        return _dispute_cell(address, lang)
    if table == "active":
        return _active_cell(address, lang)
    raise KeyError(address)


@cache
def name_of(expression: str, lang: Language = "zh") -> str:
    """The name of a cell, a group or an expression, in Chinese or English, with its table.

    Raises:
        KeyError: an address is none of the vocabulary.
        ValueError: the text is no expression over addresses.
    """
    said = ""

    def spell(node: Operation | str, within: str = "") -> str:
        nonlocal said
        if isinstance(node, str):
            table = table_name(node, lang)
            before = "" if table == said else table + (" " if lang == "en" else "")
            said = table
            return before + cell_name(node, lang)
        text = f"{spell(node.left, node.sign)}{_SIGNS[lang][node.sign]}{spell(node.right, node.sign)}"
        if within == "/" and node.sign != "/":
            return f"（{text}）" if lang == "zh" else f"({text})"
        return text

    return spell(parse(expression))
