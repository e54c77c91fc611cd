"""Lines that a cell lets run over the last ruling of its page, glyph by glyph."""

from __future__ import annotations

from auditor.reading.pdf.cells import Owner, owner_of
from auditor.reading.pdf.page_ends import without_overflow
from auditor.reading.pdf.rulings import areas, edges_of, lattices
from auditor.reading.pdf.values import Box, Glyph, Page

_PAGE = Page(1, 595.0, 842.0, [], [], [], [], [], [], 0)


def _owner(top: float) -> Owner:
    (lattice,) = lattices(*edges_of([Box(72, top, 172, top + 15), Box(172, top, 272, top + 15)]))
    return owner_of(lattice, areas(lattice))


def test_a_font_that_gives_each_character_its_own_height_is_one_type() -> None:
    upper, lower = _owner(700), _owner(60)
    cell = upper.cells[0]
    upper.held[cell] = [Glyph("第", 80, 703, 88, 712), Glyph("二", 88, 705, 96, 711.5)]
    rest = Glyph("项", 80, 715.5, 88, 724)
    foot = Glyph("页", 80, 800, 88, 808)
    assert without_overflow(_PAGE, upper, lower, [rest, foot]) == [foot]
    assert rest in upper.held[cell]


def test_a_line_of_larger_type_below_the_table_is_prose() -> None:
    upper, lower = _owner(700), _owner(60)
    upper.held[upper.cells[0]] = [Glyph("第", 80, 703, 88, 711)]
    prose = Glyph("四", 80, 716, 96, 732)
    assert without_overflow(_PAGE, upper, lower, [prose]) == [prose]
