"""A strict reader of label files (passages/README.md).

A reader that guesses would hide a slip in a label, so everything that is not exactly in the format raises
:class:`LabelError` with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, get_args

from auditor.addresses import addresses_in
from auditor.errors import AuditorError
from auditor.evaluation.labels import (
    BODIES,
    TRAPS,
    Direction,
    Mark,
    Passage,
    Relation,
    RelationKind,
    known_addresses,
    table_format,
)
from auditor.model import TableFormat
from auditor.resources import load_lexicon

Part = Literal["develop", "final", "all"]

FOLDER = Path(__file__).resolve().parent / "passages"


_ROLES: dict[RelationKind, tuple[str, ...]] = {
    "sum": ("total", "parts"),
    "part": ("total", "part"),
    "ratio": ("part", "whole", "rate"),
    "growth": ("current", "previous", "rate"),
    "difference": ("current", "previous", "delta"),
    "same": ("figures",),
}
_DIRECTED = ("growth", "difference")

_HEADER = re.compile(r"## (?P<id>[a-z]+-\d+) year=(?P<year>\d{4}) agency=(?P<agency>\S+) body=(?P<body>\S+)"
                     r"(?: traps=(?P<traps>[a-z,]+))?")  # fmt: skip
_MARK = re.compile(r"⟦([^⟦⟧|]+)\|([^⟦⟧|]+)\|([^⟦⟧|]+)\|([^⟦⟧|]+)⟧")
_VALUE = re.compile(r"~?-?\d+(?:\.\d+)?%?|\d+(?:\.\d+)?-\d+(?:\.\d+)?%?")
_RELATION = re.compile(r"> (?P<kind>[a-z]+)(?P<fields>(?: [a-z]+=[^ ]+)+)")


class LabelError(AuditorError):
    """A label file that is not in the format; the message names the file, the line and what is wrong.

    Its text is in ``lexicons/messages/labels.toml``.
    """

    def __init__(self, where: str, fault: str, /, **details: object) -> None:
        text = load_lexicon("messages/labels")[fault]
        self.code = "labels"
        self.message = f"{where}：{text['zh'].format(**details)}"
        self.message_en = f"{where}: {text['en'].format(**details)}"
        Exception.__init__(self, self.message_en)


def read_passages(path: Path) -> list[Passage]:
    """The passages of one file.

    Raises:
        LabelError: anything that is not exactly in the format.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LabelError(f"{path.name}:1", "not_text") from fault
    except OSError as fault:
        raise LabelError(f"{path.name}:1", "unreadable", fault=fault.strerror) from fault
    return list(_passages(path.name, text))


def all_passages(folder: Path = FOLDER, part: Part = "all") -> list[Passage]:
    """The passages of every ``.md`` file of a folder but ``README.md``, by file name and position.

    Args:
        folder: where the files stand; the set that the project ships without it.
        part: ``final`` are the files whose name begins so, ``develop`` all others.

    Raises:
        LabelError: there is no such file, one is not in the format, or an id stands twice.
    """
    paths = [path for path in sorted(folder.glob("*.md")) if path.stem.upper() != "README" and _is_in(path, part)]
    if not paths:
        raise LabelError(str(folder), "no_files", pattern="final*.md" if part == "final" else "*.md")
    found = [passage for path in paths for passage in read_passages(path)]
    seen: dict[str, Passage] = {}
    for passage in found:
        if passage.id in seen:
            raise LabelError(f"{passage.file}:{passage.line}", "twice", id=passage.id, file=seen[passage.id].file)
        seen[passage.id] = passage
    return found


def _is_in(path: Path, part: Part) -> bool:
    return part == "all" or path.name.startswith("final") is (part == "final")


def _passages(name: str, text: str) -> Iterator[Passage]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    if not starts:
        raise LabelError(f"{name}:1", "no_passage")
    for number, line in enumerate(lines[: starts[0]]):
        if line and not line.startswith("# "):
            raise LabelError(f"{name}:{number + 1}", "before_first")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _passage(name, start + 1, lines[start:end])


def _passage(name: str, line: int, lines: list[str]) -> Passage:
    where = f"{name}:{line}"
    header = _HEADER.fullmatch(lines[0])
    if header is None:
        raise LabelError(where, "header", text=lines[0])
    if header["body"] not in BODIES:
        raise LabelError(where, "body", body=header["body"], bodies="、".join(BODIES))
    traps = tuple(header["traps"].split(",")) if header["traps"] else ()
    unknown = [trap for trap in traps if trap not in TRAPS]
    if unknown:
        raise LabelError(where, "traps", traps=", ".join(unknown))
    body = [(line + number, text) for number, text in enumerate(lines) if number and text.strip()]
    marked = [(number, text) for number, text in body if not text.startswith(">")]
    claims = [(number, text) for number, text in body if text.startswith(">")]
    if not marked:
        raise LabelError(where, "no_text")
    if claims and marked[-1][0] > claims[0][0]:
        raise LabelError(f"{name}:{marked[-1][0]}", "text_behind")
    plain, figures = _figures(name, marked, table_format(int(header["year"])))
    relations = tuple(_relation(name, number, text, figures) for number, text in claims)
    year = int(header["year"])
    return Passage(
        header["id"], year, header["agency"], header["body"], traps, plain, figures, relations, name, line
    )  # fmt: skip


def _figures(
    name: str, marked: list[tuple[int, str]], report_format: TableFormat | None
) -> tuple[str, tuple[Mark, ...]]:
    """The plain text of the marked lines, and the figures with their offsets into it."""
    plain = ""
    figures: list[Mark] = []
    for number, text in marked:
        plain += "\n" if plain else ""
        position = 0
        for match in _MARK.finditer(text):
            plain += _unmarked(name, number, text[position : match.start()])
            surface, value, unit, address = match.groups()
            where = f"{name}:{number}: ⟦{surface}|…⟧"
            _check_mark(where, value, unit, address, report_format)
            figures.append(Mark(surface, value, unit, address, len(plain), len(plain) + len(surface)))
            plain += surface
            position = match.end()
        plain += _unmarked(name, number, text[position:])
    return plain, tuple(figures)


def _unmarked(name: str, line: int, text: str) -> str:
    if any(sign in text for sign in "⟦⟧|"):
        raise LabelError(f"{name}:{line}", "broken_mark", text=text[:30])
    return text


def _check_mark(where: str, value: str, unit: str, address: str, report_format: TableFormat | None) -> None:
    if not _VALUE.fullmatch(value):
        raise LabelError(where, "value", value=value)
    if unit == "neg" and value != "0":
        raise LabelError(where, "denial")
    if (unit in ("%", "成")) != value.endswith("%"):
        raise LabelError(where, "per_cent")
    if unit != unit.strip() or address != address.strip():
        raise LabelError(where, "space")
    for reading in address.split(" or "):
        if reading == "-":
            continue
        if report_format is None:
            raise LabelError(where, "no_tables")
        for expression in reading.split(" & "):
            try:
                names = list(addresses_in(expression))
            except (ValueError, IndexError) as error:
                raise LabelError(where, "address", address=expression) from error
            unknown = [one for one in names if one not in known_addresses(report_format)]
            if unknown:
                raise LabelError(where, "unknown_address", address=", ".join(unknown), format=report_format)


def _relation(name: str, line: int, text: str, figures: tuple[Mark, ...]) -> Relation:
    where = f"{name}:{line}"
    match = _RELATION.fullmatch(text)
    if match is None or match["kind"] not in get_args(RelationKind):
        raise LabelError(where, "relation", text=text)
    kind: RelationKind = match["kind"]  # type: ignore[assignment]
    fields: dict[str, str] = {}
    for field in match["fields"].split():
        key, _, content = field.partition("=")
        if key in fields:
            raise LabelError(where, "key_twice", key=key)
        fields[key] = content
    holds = fields.pop("holds", "")
    direction = fields.pop("direction", None)
    if holds not in ("true", "false"):
        raise LabelError(where, "holds")
    if (kind in _DIRECTED) != (direction is not None) or direction not in (None, *get_args(Direction)):
        raise LabelError(where, "direction", kind=kind)
    if tuple(fields) != _ROLES[kind]:
        raise LabelError(where, "roles", kind=kind, roles=", ".join(_ROLES[kind]))
    roles = {key: _positions(where, key, content, len(figures)) for key, content in fields.items()}
    used = [position for positions in roles.values() for position in positions]
    if len(set(used)) != len(used):
        raise LabelError(where, "two_roles")
    return Relation(kind, roles, direction, holds == "true")  # type: ignore[arg-type]


def _positions(where: str, key: str, content: str, count: int) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(?:,\d+)*", content):
        raise LabelError(where, "positions", key=key, text=content)
    positions = tuple(int(one) for one in content.split(","))
    if key not in ("parts", "figures") and len(positions) != 1:
        raise LabelError(where, "one_figure", key=key)
    if key == "figures" and len(positions) < 2:
        raise LabelError(where, "two_figures")
    beyond = [position for position in positions if position >= count]
    if beyond:
        raise LabelError(where, "beyond", count=count, positions=", ".join(map(str, beyond)))
    return positions
