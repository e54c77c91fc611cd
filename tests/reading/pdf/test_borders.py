"""Page borders told from the sides of tables."""

from __future__ import annotations

from auditor.reading.pdf.borders import without_border
from auditor.reading.pdf.values import Edge

_PAGE = 842.0


def test_a_border_around_the_page_is_left_out() -> None:
    border, table = (
        [Edge(50, 40, 800), Edge(545, 40, 800)],
        [Edge(55, 100, 300), Edge(300, 100, 300), Edge(541, 100, 300)],
    )
    assert without_border([*border, *table], _PAGE) == table


def test_a_long_double_line_at_one_side_of_a_table_is_no_border() -> None:
    double, inner = [Edge(91.2, 70, 658), Edge(94.2, 73, 655)], [Edge(91.4, 707, 738), Edge(300, 73, 130)]
    assert without_border([*double, *inner], _PAGE) == [*double, *inner]
