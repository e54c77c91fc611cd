"""What a text says, in a form that tests can state in one line."""

from __future__ import annotations

from auditor.claims import read_text
from auditor.model import Figure, Reading, TableFormat

YEAR = 2024
OFFICE = "县政府办"

NEW = "requests.new.total"
CARRIED_IN = "requests.carried_in.total"
CARRIED_OUT = "requests.carried_out.total"
HANDLED = "requests.handled.total"
DUE = f"{NEW} + {CARRIED_IN}"
RECEIVED = f"{NEW} or {DUE}"


def read(
    text: str,
    *,
    year: int | None = YEAR,
    body: str | None = OFFICE,
    agency: str | None = None,
    table_format: TableFormat | None = None,
) -> Reading:
    """A text of the office of a county's government for 2024, where nothing else is said."""
    return read_text(text, year=year, body=body, agency=agency, table_format=table_format)


def figures(
    text: str, *, year: int | None = YEAR, body: str | None = OFFICE, agency: str | None = None
) -> list[Figure]:
    return read(text, year=year, body=body, agency=agency).figures


def surfaces(text: str) -> list[str]:
    return [figure.text for figure in figures(text)]


def address(figure: Figure) -> str:
    """The readings of a figure joined by `` or ``, ``-`` where it has no cell."""
    readings = [*([figure.address] if figure.address else []), *figure.alternatives]
    return " or ".join([*readings, *(["-"] if figure.optional and readings else [])]) or "-"


def links(
    text: str,
    *,
    year: int | None = YEAR,
    body: str | None = OFFICE,
    agency: str | None = None,
    table_format: TableFormat | None = None,
) -> list[tuple[str, str]]:
    """Each figure's surface and its readings."""
    found = read(text, year=year, body=body, agency=agency, table_format=table_format).figures
    return [(figure.text, address(figure)) for figure in found]


def relations(text: str, *, body: str | None = OFFICE, year: int | None = YEAR) -> list[str]:
    """Each relation as ``kind: role surface、surface; role … holds``, with the direction where it has one."""
    reading = read(text, body=body, year=year)
    lines = []
    for relation in reading.relations:
        roles = "; ".join(
            f"{role} {'、'.join(reading.figures[index].text for index in indices)}"
            for role, indices in relation.roles.items()
        )
        direction = f" ({relation.direction})" if relation.direction else ""
        lines.append(f"{relation.kind}{direction}: {roles}{'' if relation.holds else ' ✗'}")
    return lines
