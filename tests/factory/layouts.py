"""The register of layouts: each draws a report's facts as a file and says what that file determines."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from random import Random
from types import MappingProxyType
from typing import NamedTuple

from tests.factory.facts import Facts
from tests.factory.prose import Chapter

FAMILIES = ("html", "docx", "pdf", "text")


class Rendered(NamedTuple):
    """A report as a file, with what a person could read from it.

    ``cells`` is what each cell shows that the file determines; ``lost`` are the cells that it does not (a
    table as a picture, values that vanished): those may be read right or be said to be unread.  A cell
    that the file does not print at all is in neither.  ``title``, ``agency``, ``year`` and ``chapters``
    are those that the file shows; None and empty where it shows none.
    """

    data: bytes
    suffix: str
    cells: dict[str, str]
    lost: frozenset[str]
    title: str | None
    agency: str | None
    year: int | None
    chapters: tuple[Chapter, ...]
    lost_values: Mapping[str, str] = MappingProxyType({})
    """What the lost cells show in the facts: where one is read all the same, it must be read so."""


Drawing = Callable[[Facts, Random], Rendered]


class Layout(NamedTuple):
    """A way in which reports are published; ``needs`` names a program that draws it (``soffice``), if any."""

    name: str
    draw: Drawing
    needs: str | None = None

    @property
    def drawable(self) -> bool:
        """Whether the program that draws it, if any, is installed here."""
        return self.needs is None or shutil.which(self.needs) is not None


_LAYOUTS: dict[str, Layout] = {}


def layout(name: str, *, needs: str | None = None) -> Callable[[Drawing], Drawing]:
    """Register a drawing under ``family/name``."""

    def register(draw: Drawing) -> Drawing:
        if name in _LAYOUTS or name.partition("/")[0] not in FAMILIES:
            raise ValueError(f"no new layout of a known family: {name}")
        _LAYOUTS[name] = Layout(name, draw, needs)
        return draw

    return register


def rendered(facts: Facts, data: bytes | str, suffix: str, lost: Iterable[str] = ()) -> Rendered:
    """A drawing that shows all the facts but the ``lost`` cells; text is encoded as UTF-8."""
    gone = frozenset(lost)
    cells = {address: text for address, text in facts.cells.items() if address not in gone}
    raw = data.encode() if isinstance(data, str) else data
    behind = {address: text for address, text in facts.cells.items() if address in gone}
    return Rendered(raw, suffix, cells, gone, facts.title or None, facts.agency, facts.year, facts.chapters, behind)


def all_layouts() -> dict[str, Layout]:
    """Every layout by name, in order."""
    here = Path(__file__).parent
    for family in FAMILIES:
        for module in sorted((here / family).glob("*.py")):
            import_module(f"tests.factory.{family}.{module.stem}")
    return dict(sorted(_LAYOUTS.items()))
