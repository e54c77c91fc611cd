"""Labelled passages of annual reports: the values they hold and a strict reader of their files.

The format is described in passages/README.md. A reader that guesses would hide a slip in a
label, so everything that is not exactly in the format raises :class:`LabelError` with file and line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from auditor.addresses import addresses_in, all_addresses, members
from auditor.model import TableFormat

FOLDER = Path(__file__).resolve().parent / "passages"

BODIES = (
    "省政府", "省政府办", "市政府", "市政府办", "区政府", "区政府办", "县政府", "县政府办", "镇政府", "街道", "部门",
)  # fmt: skip
TRAPS = {
    "lookalike": "a figure that resembles a cell: 留言, 工单, 建议提案, 公示信息, general lawsuits",
    "period": "another period: last year, 历年累计, half a year, a plan",
    "body": "another body: towns, the whole county in an office's report, reviews of others",
    "channel": "a part by channel, topic or person",
    "nested": "其中 within 其中",
    "subjects": "several subjects in one sentence or list",
    "denial": "a denial over a list, or one that denies no cell",
    "script": "Chinese numerals, full-width or broken digits, ranges, approximations, 万",
    "universal": "均, 全部, 各",
    "format": "the format of 2019, or an older report without tables",
    "rate": "rates, shares and growth",
    "broken": "a relation that does not hold",
}

HARD = ("body", "period", "subjects", "universal", "broken", "format")

RelationKind = Literal["sum", "part", "ratio", "growth", "difference", "same"]
Direction = Literal["up", "down"]
Part = Literal["develop", "final", "all"]

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
_SCALED = re.compile(r"[万亿]")
_PRINTED = re.compile(r"\d+(?:\.(\d+))?")


class LabelError(ValueError):
    """A passage file that is not in the format; the message names the file and the line."""


@dataclass(frozen=True, slots=True)
class Mark:
    """One labelled figure of a passage.

    ``start`` and ``end`` are offsets into the plain text. ``readings`` are the right addresses: each a
    tuple of expressions, more than one where a figure stands for several cells each; the empty tuple is
    the reading "no address".
    """

    surface: str
    value: str
    unit: str
    address: str
    start: int
    end: int

    @property
    def readings(self) -> tuple[tuple[str, ...], ...]:
        """The right readings: the cells that the figure states each, none of them for "no cell"."""
        return tuple(() if one == "-" else tuple(one.split(" & ")) for one in self.address.split(" or "))

    @property
    def approximate(self) -> bool:
        """Whether the text prints the value as rough, or as a range."""
        return self.value.startswith("~") or "-" in self.value[1:]

    @property
    def denies(self) -> bool:
        """Whether the mark is a denial."""
        return self.unit == "neg"

    @property
    def number(self) -> Decimal:
        """The value as a number: of a rate the per cent, of a range its lower end."""
        return Decimal(self.value.lstrip("~").rstrip("%").split("-")[0])

    @property
    def slack(self) -> Decimal:
        """How far the number may lie from what was counted: half the last digit of a figure printed in 万 or 亿."""
        if not _SCALED.search(self.surface) or self.unit in ("万元", "亿元"):
            return Decimal(0)
        printed = _PRINTED.search(self.surface)
        if printed is None:
            return Decimal(0)
        digits = len(printed.group(1) or "")
        scale = Decimal(10_000) if "万" in self.surface else Decimal(100_000_000)
        return scale / Decimal(10) ** digits / 2

    @property
    def decimals(self) -> int:
        """How many digits stand behind the point: what a rate is rounded to."""
        return len(self.value.partition(".")[2].rstrip("%"))


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation that the passage claims among its figures.

    ``roles`` maps each role to the positions of its figures in the order of the marks.
    """

    kind: RelationKind
    roles: Mapping[str, tuple[int, ...]]
    direction: Direction | None
    holds: bool

    def one(self, role: str) -> int:
        """The figure of a role that has just one."""
        return self.roles[role][0]


@dataclass(frozen=True, slots=True)
class Passage:
    """A labelled passage: the plain text, its figures in order, and the relations it claims."""

    id: str
    year: int
    agency: str
    body: str
    traps: tuple[str, ...]
    text: str
    figures: tuple[Mark, ...]
    relations: tuple[Relation, ...]
    file: str
    line: int

    @property
    def hard(self) -> bool:
        """Whether two traps meet in the passage, or one that words near the figure do not give away."""
        return len(self.traps) > 1 or any(trap in HARD for trap in self.traps)

    @property
    def table_format(self) -> TableFormat | None:
        """The format of the report's tables; None for reports for 2018 and earlier, which have none."""
        return table_format(self.year)


def table_format(year: int) -> TableFormat | None:
    """The table format of a report for a year, as figures are linked: 2019 and 2020 have the earlier one."""
    if year <= 2018:
        return None
    return "2019" if year <= 2020 else "2021"


@cache
def known_addresses(report_format: TableFormat) -> frozenset[str]:
    """Every address of a format: cells, groups, 法人或其他组织 of a row, both kinds of lawsuits together."""
    cells = all_addresses(report_format)
    groups = {
        f"requests.{group}.*.{column}"
        for group in ("denied", "unavailable", "unprocessed", "other")
        for column in ("natural", "business", "research", "nonprofit", "legal", "other", "total", "organisations")
    }
    rows = {address.rsplit(".", 1)[0] for address in cells if address.startswith("requests.")}
    organisations = {f"{row}.organisations" for row in rows}
    litigation = {f"disputes.litigation.{outcome}" for outcome in ("upheld", "corrected", "other", "pending", "total")}
    unknown = [name for name in organisations | litigation if members(name) is None]
    assert not unknown, unknown
    return frozenset(cells) | groups | organisations | litigation


def read_passages(path: Path) -> list[Passage]:
    """The passages of one file.

    Raises:
        LabelError: anything that is not exactly in the format.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as fault:
        raise LabelError(f"{path.name}:1: not text in UTF-8") from fault
    except OSError as fault:
        raise LabelError(f"{path.name}:1: {fault.strerror}") from fault
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
        raise LabelError(f"{folder}: no file of labelled passages ({'final_*.md' if part == 'final' else '*.md'})")
    found = [passage for path in paths for passage in read_passages(path)]
    seen: dict[str, Passage] = {}
    for passage in found:
        if passage.id in seen:
            raise LabelError(f"{passage.file}:{passage.line}: {passage.id} stands in {seen[passage.id].file} already")
        seen[passage.id] = passage
    return found


def _is_in(path: Path, part: Part) -> bool:
    return part == "all" or path.name.startswith("final") is (part == "final")


def _passages(name: str, text: str) -> Iterator[Passage]:
    lines = text.split("\n")
    starts = [number for number, line in enumerate(lines) if line.startswith("## ")]
    if not starts:
        raise LabelError(f"{name}:1: no passage")
    for number, line in enumerate(lines[: starts[0]]):
        if line and not line.startswith("# "):
            raise LabelError(f"{name}:{number + 1}: text before the first passage")
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield _passage(name, start + 1, lines[start:end])


def _passage(name: str, line: int, lines: list[str]) -> Passage:
    header = _HEADER.fullmatch(lines[0])
    if header is None:
        raise LabelError(f"{name}:{line}: not a header: {lines[0]!r}")
    if header["body"] not in BODIES:
        raise LabelError(f"{name}:{line}: unknown body {header['body']!r}")
    traps = tuple(header["traps"].split(",")) if header["traps"] else ()
    unknown = [trap for trap in traps if trap not in TRAPS]
    if unknown:
        raise LabelError(f"{name}:{line}: unknown traps {unknown}")
    body = [(line + number, text) for number, text in enumerate(lines) if number and text.strip()]
    marked = [(number, text) for number, text in body if not text.startswith(">")]
    claims = [(number, text) for number, text in body if text.startswith(">")]
    if not marked:
        raise LabelError(f"{name}:{line}: a passage without text")
    if claims and marked[-1][0] > claims[0][0]:
        raise LabelError(f"{name}:{marked[-1][0]}: text behind a relation")
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
        raise LabelError(f"{name}:{line}: broken mark near {text[:30]!r}")
    return text


def _check_mark(where: str, value: str, unit: str, address: str, report_format: TableFormat | None) -> None:
    if not _VALUE.fullmatch(value):
        raise LabelError(f"{where}: not a value: {value!r}")
    if unit == "neg" and value != "0":
        raise LabelError(f"{where}: a denial has the value 0")
    if (unit in ("%", "成")) != value.endswith("%"):
        raise LabelError(f"{where}: % belongs in the value and % or 成 in the unit")
    if unit != unit.strip() or address != address.strip():
        raise LabelError(f"{where}: stray space")
    for reading in address.split(" or "):
        if reading == "-":
            continue
        if report_format is None:
            raise LabelError(f"{where}: a report of that year has no tables to link to")
        for expression in reading.split(" & "):
            try:
                names = list(addresses_in(expression))
            except (ValueError, IndexError) as error:
                raise LabelError(f"{where}: not an address: {expression!r}") from error
            unknown = [one for one in names if one not in known_addresses(report_format)]
            if unknown:
                raise LabelError(f"{where}: no such address in the format of {report_format}: {unknown}")


def _relation(name: str, line: int, text: str, figures: tuple[Mark, ...]) -> Relation:
    where = f"{name}:{line}"
    match = _RELATION.fullmatch(text)
    if match is None or match["kind"] not in get_args(RelationKind):
        raise LabelError(f"{where}: not a relation: {text!r}")
    kind: RelationKind = match["kind"]  # type: ignore[assignment]
    fields: dict[str, str] = {}
    for field in match["fields"].split():
        key, _, content = field.partition("=")
        if key in fields:
            raise LabelError(f"{where}: {key} stands twice")
        fields[key] = content
    holds = fields.pop("holds", "")
    direction = fields.pop("direction", None)
    if holds not in ("true", "false"):
        raise LabelError(f"{where}: holds must be true or false")
    if (kind in _DIRECTED) != (direction is not None) or direction not in (None, *get_args(Direction)):
        raise LabelError(f"{where}: {kind} with direction {direction}")
    if tuple(fields) != _ROLES[kind]:
        raise LabelError(f"{where}: {kind} needs {', '.join(_ROLES[kind])}")
    roles = {key: _positions(where, key, content, len(figures)) for key, content in fields.items()}
    used = [position for positions in roles.values() for position in positions]
    if len(set(used)) != len(used):
        raise LabelError(f"{where}: a figure in two roles")
    return Relation(kind, roles, direction, holds == "true")  # type: ignore[arg-type]


def _positions(where: str, key: str, content: str, count: int) -> tuple[int, ...]:
    if not re.fullmatch(r"\d+(?:,\d+)*", content):
        raise LabelError(f"{where}: {key}={content} is no list of figures")
    positions = tuple(int(one) for one in content.split(","))
    if key not in ("parts", "figures") and len(positions) != 1:
        raise LabelError(f"{where}: {key} takes one figure")
    if key == "figures" and len(positions) < 2:
        raise LabelError(f"{where}: same needs two figures")
    beyond = [position for position in positions if position >= count]
    if beyond:
        raise LabelError(f"{where}: there are only {count} figures, no {beyond}")
    return positions
