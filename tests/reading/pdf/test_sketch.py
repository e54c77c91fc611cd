"""The picture of a page shows its rulings, the cells that they make, and the lines outside them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from auditor.reading.layout import layout
from auditor.reading.pdf.sketch import sketches

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "clean" / "2024.pdf"


def test_every_page_is_sketched_with_its_cells_and_lines() -> None:
    found = sketches(EXAMPLE.read_bytes(), EXAMPLE)
    assert [sketch.where for sketch in found] == ["第1页", "第2页", "第3页", "第4页"]
    marks = Counter(mark.what for sketch in found for mark in sketch.marks)
    assert marks["cell"] > 200
    assert marks["ruling"] > 50
    texts = {mark.text.replace(" ", "") for sketch in found for mark in sketch.marks if mark.what == "line"}
    assert "三、收到和处理政府信息公开申请情况" in texts


def test_marks_lie_on_their_page() -> None:
    for sketch in sketches(EXAMPLE.read_bytes(), EXAMPLE):
        for mark in sketch.marks:
            assert -1 <= mark.box.x0 <= mark.box.x1 <= sketch.width + 1
            assert -1 <= mark.box.top <= mark.box.bottom <= sketch.height + 1


def test_pictures_are_made_only_where_asked_for() -> None:
    assert layout(EXAMPLE).sketches == ()
    assert len(layout(EXAMPLE, pictures=True).sketches) == 4
