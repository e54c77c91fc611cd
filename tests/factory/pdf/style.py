"""How a drawn PDF looks: every choice that a layout makes, with the plainest one as the default."""

from __future__ import annotations

from collections.abc import Mapping
from random import Random
from typing import Literal, NamedTuple

from tests.factory.pdf.faces import STANDARD, faces, latin_faces

Rules = Literal[
    "lines", "boxes", "fills", "double", "dots", "pieces", "gaps", "painted", "open", "none", "rows", "dashes"
]
"""How a table's rulings are drawn; ``painted``: cells lie on a dark area; ``open``: no lines at the sides."""
Order = Literal["natural", "columns", "labels", "shuffled", "bottom"]
"""The order in which a page's texts stand in the file."""


class Style(NamedTuple):
    """All measures in points; ``turn`` is the page's /Rotate."""

    page: tuple[float, float] = (595.0, 842.0)
    margin: float = 72.0
    turn: int = 0
    scale: float = 1.0
    form: bool = False
    crop: float = 0.0
    wide_tables: bool = False

    face: str = STANDARD
    heading_face: str = STANDARD
    latin: str | None = None
    size: float = 12.0
    leading: float = 1.7
    title_size: float = 18.0
    title_lines: int = 1
    heading_centred: bool = False
    indent: float = 2.0
    space_after: float = 0.0
    justify: bool = False
    break_words: bool = False
    tracking: float = 0.0
    number_gap: float = 0.0

    cell_size: float = 8.5
    cell_leading: float = 1.25
    padding: float = 2.5
    rules: Rules = "lines"
    align: Literal["centre", "right", "left"] = "centre"
    raise_text: Literal["middle", "top"] = "middle"
    label_align: Literal["left", "centre"] = "centre"
    cell_tracking: float = 0.0
    request_labels: tuple[float, float, float] = (0.11, 0.13, 0.27)
    active_apart: bool = False
    turned_heads: bool = False
    repeat_heads: bool = False
    split_rows: bool = False
    keep_tables: bool = False
    banded: bool = False

    page_number: str = "- {page} -"
    number_in_text: bool = False
    running_head: str = ""
    border: float = 0.0
    mark: str = ""
    mark_angle: float = 45.0
    hidden: str = ""
    bold_twice: bool = False
    order: Order = "natural"
    glyph_by_glyph: bool = False
    swapped: Mapping[str, str] = {}


_PAGES = ((595.0, 842.0), (595.0, 842.0), (612.0, 792.0), (521.6, 737.0))
_NUMBERS = (
    *("- {page} -", "— {page} —", "{page}", "第 {page} 页", "第{page}页 共{pages}页", "{page}/{pages}"),
    *("-{page}-", "第 {page} 页，共 {pages} 页", "－ {page} －", "· {page} ·", ""),
)


def varied(rng: Random) -> Style:
    """A style as offices use it: sizes, margins, faces and page numbers differ, nothing is odd."""
    face = rng.choice(faces())
    size = rng.choice((10.5, 12.0, 12.0, 14.0, 15.75, 16.0))
    cell_size = rng.choice((7.0, 7.5, 8.0, 9.0))
    return Style(
        page=rng.choice(_PAGES),
        margin=rng.choice((50.0, 57.0, 72.0, 79.0)),
        face=face,
        heading_face=rng.choice(faces()),
        latin=rng.choice((None, None, *latin_faces())),
        size=size,
        leading=rng.choice((1.45, 1.6, 1.8, 2.0)),
        title_size=rng.choice((1.3, 1.5, 1.8)) * size,
        title_lines=rng.choice((1, 1, 2)),
        heading_centred=rng.random() < 0.15,
        indent=rng.choice((2.0, 2.0, 2.0, 0.0)),
        space_after=rng.choice((0.0, 0.0, 6.0)),
        justify=rng.random() < 0.5,
        break_words=rng.random() < 0.3,
        cell_size=cell_size,
        cell_leading=rng.choice((1.15, 1.25, 1.4)),
        padding=rng.choice((1.5, 2.5, 4.0)),
        align=rng.choice(("centre", "centre", "right", "left")),
        label_align=rng.choice(("left", "centre")),
        raise_text=rng.choice(("middle", "middle", "top")),
        request_labels=rng.choice(((0.11, 0.13, 0.27), (0.05, 0.1, 0.3), (0.05, 0.05, 0.35), (0.14, 0.14, 0.24))),
        active_apart=rng.random() < 0.3,
        page_number=rng.choice(_NUMBERS),
    )
