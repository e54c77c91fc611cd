"""The standard tables as forms to look labels up in, made once of ``lexicons/tables``.

A label is compared by its key: its letters and digits, without spaces, punctuation and brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, Literal, NamedTuple

from auditor.addresses import COLUMNS, DISPUTE_KINDS, dispute_addresses
from auditor.language.normalise import normalise
from auditor.model import TableFormat
from auditor.resources import load_lexicon

TablePart = Literal["active", "requests", "disputes"]
_FORMATS: tuple[TableFormat, ...] = ("2021", "2019")
PARTS: tuple[TablePart, ...] = ("active", "requests", "disputes")
_NO_LETTER = re.compile(r"[\W_]+")
ORDINALS = frozenset("一二三四五六七八九十0123456789０１２３４５６７８９")
"""The characters with which an ordinal begins."""
ORDINAL = re.compile(r"[一二三四五六七八九十]|\d{1,2}")


class RowForm(NamedTuple):
    """A row of a standard table: its place in the form, its standard label and its cells' addresses."""

    part: TablePart
    order: int
    label: str
    addresses: tuple[str, ...]


class Form(NamedTuple):
    """Both tables with labelled rows in one format.

    ``rows`` finds a row by the key of a label; ``heads`` are the keys of all other texts of the form,
    with the standard wording, ``groups`` those that stand before a row's own label; ``columns`` the keys
    of table 三's column heads with their index.
    """

    table_format: TableFormat
    ordered: tuple[RowForm, ...]
    rows: dict[str, RowForm]
    heads: dict[str, str]
    groups: frozenset[str]
    columns: dict[str, int]
    active_heads: dict[str, str]
    expected: dict[str, tuple[RowForm, ...]]


def key_of(text: str) -> str:
    """The letters and digits of a text."""
    # Half of all labels hold nothing else.
    return text if text.isalnum() else _NO_LETTER.sub("", text)


def plain_key(text: str) -> str:
    """``key_of`` with full-width and radical forms made plain."""
    known = standard_keys().get(text)
    return known if known is not None else key_of(normalise(text))


def without_ordinal(key: str) -> str:
    """A key without its leading ordinal (一, 1)."""
    found = ORDINAL.match(key)
    return key[found.end() :] if found else key


def _wordings(entry: dict[str, Any]) -> Iterator[str]:
    yield entry["label"]
    yield from entry.get("also", ())


def _active_rows(lexicon: dict[str, Any]) -> Iterator[tuple[RowForm, dict[str, Any]]]:
    index = 0
    for block in lexicon["active"]:
        for row in block["rows"]:
            names = (".".join(filter(None, ("active", row["key"], column["key"]))) for column in block["columns"])
            yield RowForm("active", index, row["label"], tuple(names)), row
            index += 1


def _request_row(key: str, index: int, label: str) -> RowForm:
    return RowForm("requests", index, label, tuple(f"requests.{key}.{column}" for column in COLUMNS))


def _request_rows(lexicon: dict[str, Any]) -> Iterator[tuple[RowForm, dict[str, Any]]]:
    for index, row in enumerate(lexicon["requests"]["rows"]):
        yield _request_row(row["key"], index, row["label"]), row


def _row_keys(pairs: Iterable[tuple[RowForm, dict[str, Any]]]) -> dict[str, RowForm]:
    """Keys with the ordinal, and without it where that names one row only and no column (其他, 总计)."""
    full: dict[str, RowForm] = {}
    bare: dict[str, RowForm | None] = {"其他": None, "总计": None}
    for row, entry in pairs:
        for wording in _wordings(entry):
            key = key_of(wording)
            full[key] = row
            short = without_ordinal(key)
            bare[short] = None if short in bare and bare[short] is not row else row
    return {**{key: row for key, row in bare.items() if row is not None}, **full}


def _after_groups(
    lexicon: dict[str, Any], requests: Iterable[tuple[RowForm, dict[str, Any]]]
) -> Iterator[tuple[str, RowForm]]:
    """Keys of the results' labels with their groups' before them in one cell: 三（一）予以公开, （三）不予公开1.…"""
    results = key_of(lexicon["requests"]["results"])
    groups = {group["key"]: key_of(group["label"]) for group in lexicon["requests"]["groups"]}
    for row, entry in requests:
        group = groups.get(row.addresses[0].split(".")[1])
        for wording in _wordings(entry):
            key = key_of(wording)
            if group is None or row.addresses[0].split(".")[2] == "all":
                if row.addresses[0].split(".")[1] in ("granted", "partial", "handled", "other"):
                    yield from ((prefix + key, row) for prefix in (results[0], results))
            else:
                before = (group, group[0], results[0] + group, results[0] + group[0], results + group)
                yield from ((prefix + key, row) for prefix in before)


def _heads(lexicon: dict[str, Any]) -> dict[str, str]:
    requests, disputes = lexicon["requests"], lexicon["disputes"]
    texts = [requests[name] for name in ("note", "applicants", "organisations", "results")]
    texts += [group["label"] for group in requests["groups"]]
    texts += [wording for column in requests["columns"] for wording in _wordings(column)]
    texts += [kind["label"] for kind in disputes["kinds"]] + ["行政诉讼", "信息内容"]
    texts += [f"{kind['under']}（{kind['label']}）" for kind in disputes["kinds"] if "under" in kind]
    texts += [outcome["label"] for outcome in disputes["outcomes"]]
    texts += [block["heading"] for block in lexicon["active"]]
    return {key_of(text): text for text in texts}


@cache
def form_of(table_format: TableFormat) -> Form:
    """The form of a format, made once."""
    lexicon = load_lexicon(f"tables/{table_format}")
    active, requests = list(_active_rows(lexicon)), list(_request_rows(lexicon))
    rows = _row_keys(active) | _row_keys(requests)
    if table_format == "2021":
        # Many later reports still print 三（六） as one row (addresses.md).
        one_row = max(i for i, (row, _) in enumerate(requests) if row.addresses[0].startswith("requests.other."))
        label = next(group["label"] for group in lexicon["requests"]["groups"] if group["key"] == "other")
        for key in (key_of(label), without_ordinal(key_of(label))):
            rows.setdefault(key, _request_row("other.all", one_row, label))
    for key, row in _after_groups(lexicon, requests):
        rows.setdefault(key, row)
    columns = lexicon["requests"]["columns"]
    active_heads = {
        key_of(wording): column["label"]
        for block in lexicon["active"]
        for column in block["columns"]
        for wording in _wordings(column)
    }
    disputes = RowForm("disputes", 0, "", dispute_addresses())
    return Form(
        table_format=table_format,
        ordered=tuple(row for row, _ in (*active, *requests)),
        rows=rows,
        heads=_heads(lexicon),
        groups=frozenset(
            key_of(label)
            for label in (lexicon["requests"]["results"], *(group["label"] for group in lexicon["requests"]["groups"]))
        ),
        columns={key_of(wording): i for i, column in enumerate(columns) for wording in _wordings(column)},
        active_heads=active_heads,
        expected={
            "active": tuple(row for row, _ in active),
            "requests": tuple(row for row, _ in requests),
            "disputes": (disputes,),
        },
    )


@cache
def column_keys() -> frozenset[str]:
    """Keys of the heads of table 三's columns."""
    return frozenset(key for form in both_forms() for key in form.columns)


def both_forms() -> tuple[Form, ...]:
    """The forms of all formats, the one in force first."""
    return tuple(map(form_of, _FORMATS))


@cache
def standard_keys() -> dict[str, str]:
    """The keys of the forms' own wordings, in full and in half width, which most labels have."""
    wordings = {text for name in _FORMATS for text in _all_wordings(load_lexicon(f"tables/{name}"))}
    return {text: key_of(text) for text in wordings | set(map(normalise, wordings))}


def _all_wordings(lexicon: dict[str, Any]) -> Iterator[str]:
    yield from _heads(lexicon).values()
    for _, entry in (*_active_rows(lexicon), *_request_rows(lexicon)):
        yield from _wordings(entry)
    for block in lexicon["active"]:
        for column in block["columns"]:
            yield from _wordings(column)


def dispute_row() -> RowForm:
    """Table 四: one row of 15."""
    return form_of("2021").expected["disputes"][0]


@cache
def dispute_keys() -> frozenset[str]:
    """Keys of the kinds of dispute: heads that announce table 四."""
    kinds = load_lexicon("tables/2021")["disputes"]["kinds"]
    assert len(kinds) == len(DISPUTE_KINDS)
    return frozenset({key_of(kind["label"]) for kind in kinds} | {"行政诉讼"})


@cache
def outcome_keys() -> frozenset[str]:
    """Keys of the outcomes: 结果维持 … 总计."""
    return frozenset(key_of(outcome["label"]) for outcome in load_lexicon("tables/2021")["disputes"]["outcomes"])


@cache
def _telling() -> tuple[frozenset[str], frozenset[str]]:
    """Keys that stand in one format only: of 2021, of 2019."""

    def keys(table_format: TableFormat) -> frozenset[str]:
        form = form_of(table_format)
        rows = (key for key, row in form.rows.items() if row.part == "active")
        return frozenset(form.active_heads) | frozenset(rows)

    new, old = keys("2021"), keys("2019")
    return new - old, old - new


class FormatChoice(NamedTuple):
    """The format that the tables' own words tell, and the telling words of each format that occur."""

    table_format: TableFormat
    words_2021: tuple[str, ...]
    words_2019: tuple[str, ...]


def choose_format(keys: set[str]) -> FormatChoice:
    """The format whose words prevail; without any telling word the one in force."""
    new_words, old_words = _telling()
    new, old = tuple(sorted(keys & new_words)), tuple(sorted(keys & old_words))
    return FormatChoice("2019" if len(old) > len(new) else "2021", new, old)


def find_row(form: Form, text: str) -> RowForm | None:
    """The row that a label names exactly, up to spaces, punctuation and width."""
    return form.rows.get(plain_key(text))
