"""What stands on a page without being of its writing, and pages that are turned, scaled or torn."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.reading.blocks import Grid, Paragraph
from auditor.reading.pdf.document import blocks
from auditor.reading.pdf.fonts import box_font
from tests.reading.pdf.kit import HEIGHT, WIDTH, Pdf, Span, rows

PATH = Path("清渠县水利局年报.pdf")
_TABLE = [["新收申请", "9", "2", "11"], ["上年结转", "1", "0", "1"]]
_XS, _YS = [72.0, 260.0, 330.0, 400.0, 470.0], [100.0, 125.0, 150.0]
_HEADING = "三、收到和处理政府信息公开申请情况"


def _grids(pdf: Pdf) -> list[list[list[str]]]:
    found = []
    for block in blocks(pdf.data(), PATH).blocks:
        if isinstance(block, Grid):
            lines: list[list[str]] = [[] for _ in range(block.rows)]
            for slot in block.slots:
                lines[slot.row].append(slot.text)
            found.append(lines)
    return found


def _texts(pdf: Pdf) -> list[str]:
    return [block.text for block in blocks(pdf.data(), PATH).blocks if isinstance(block, Paragraph)]


def _page() -> Pdf:
    return Pdf().text(72, 80, _HEADING).table(_XS, _YS, rows(*_TABLE))


def test_a_slanted_watermark_is_not_of_the_writing() -> None:
    pdf = _page()
    pdf.canvas.saveState()
    pdf.canvas.translate(100, HEIGHT - 260)
    pdf.canvas.rotate(40)
    pdf.canvas.setFont("STSong-Light", 48)
    pdf.canvas.drawString(0, 0, "公示2024年公示")
    pdf.canvas.restoreState()
    assert (_texts(pdf), _grids(pdf)) == ([_HEADING], [_TABLE])


def test_text_that_paints_nothing_is_left_out_beside_text_that_is_seen() -> None:
    pdf = _page()
    run = pdf.canvas.beginText(300, HEIGHT - 118)
    run.setFont("STSong-Light", 10)
    run.setTextRenderMode(3)
    run.textOut("77")
    pdf.canvas.drawText(run)
    assert _grids(pdf) == [_TABLE]


@pytest.mark.parametrize("quarters", [1, 3])
def test_a_head_that_runs_up_or_down_is_read(quarters: int) -> None:
    pdf = Pdf().text(72, 80, _HEADING).table(_XS, _YS, rows(["", "9", "2", "11"], _TABLE[1]))
    pdf.canvas.saveState()
    pdf.canvas.translate(120, HEIGHT - (122 if quarters == 1 else 102))
    pdf.canvas.rotate(90 * quarters)
    pdf.canvas.setFont("STSong-Light", 4)
    pdf.canvas.drawString(0, 0, "新收申请")
    pdf.canvas.restoreState()
    assert _grids(pdf)[0][0] == ["新收申请", "9", "2", "11"]


def test_a_page_whose_text_all_runs_upwards_is_read_from_its_side() -> None:
    pdf = Pdf()
    pdf.canvas.translate(WIDTH, 0)
    pdf.canvas.rotate(90)
    pdf.canvas.translate(0, WIDTH - HEIGHT)
    pdf.text(72, 80, _HEADING).table(_XS, _YS, rows(*_TABLE))
    assert (_texts(pdf), _grids(pdf)) == ([_HEADING], [_TABLE])


@pytest.mark.parametrize("scale", [0.2, 0.5, 3.0])
def test_a_page_of_any_size_reads_the_same(scale: float) -> None:
    pdf = Pdf()
    pdf.canvas.setPageSize((scale * WIDTH, scale * HEIGHT))
    pdf.canvas.scale(scale, scale)
    pdf.text(72, 80, _HEADING).table(_XS, _YS, rows(*_TABLE))
    assert (_texts(pdf), _grids(pdf)) == ([_HEADING], [_TABLE])


def test_a_row_torn_by_the_page_s_end_is_one_row() -> None:
    label = ["1.申请人无正当理由逾期不补正、行政机", "关不再处理其申请"]
    pdf = Pdf().text(72, 600, _HEADING).table(_XS, [760.0, 785.0], rows([label[0], "3", "0", "3"])).next_page()
    pdf.table(_XS, [80.0, 105.0, 130.0], rows([label[1], "", "", ""], ["2.其他", "1", "0", "1"]))
    assert _grids(pdf) == [[["".join(label), "3", "0", "3"]], [["2.其他", "1", "0", "1"]]]


def test_blank_cells_beside_what_may_be_the_rest_of_a_label_are_unknown() -> None:
    pdf = Pdf().text(72, 600, _HEADING).table(_XS, [760.0, 785.0], rows(["1.短", "3", "0", "3"])).next_page()
    pdf.table(_XS, [80.0, 105.0, 130.0], rows(["重复申请", "", "", ""], ["2.其他", "1", "0", "1"]))
    assert _grids(pdf)[1][0] == ["重复申请", "\ufffd", "\ufffd", "\ufffd"]


def test_painted_labels_alone_are_no_table() -> None:
    pdf = Pdf().text(72, 80, _HEADING)
    for top, bottom in ((100, 125), (125, 150)):
        pdf.box(72, top, 160, bottom, fill=0.9).box(161, top, 260, bottom, fill=0.9)
    pdf.table(_XS, _YS, rows(*_TABLE), ruled=False)
    assert _grids(pdf) == [_TABLE]


def test_a_border_just_outside_of_a_table_is_not_its_side() -> None:
    cells = [Span(0, 0, 1, 1, "新收"), Span(0, 1, 1, 1, "9"), Span(1, 0, 1, 1, "结转"), Span(1, 1, 1, 1, "1")]
    pdf = Pdf().box(70, 40, 402, HEIGHT - 40).text(80, 80, _HEADING).table([72, 260, 400], _YS, cells)
    assert (_texts(pdf), _grids(pdf)) == ([_HEADING], [[["新收", "9"], ["结转", "1"]]])


def test_the_box_font_is_a_small_font_that_is_always_the_same() -> None:
    assert box_font()[:4] == b"\x00\x01\x00\x00"
    assert len(box_font()) < 1_000
    assert box_font() == box_font.__wrapped__()


def test_rules_that_a_window_cuts_off_at_the_page_s_end_are_not_there() -> None:
    pdf = _page()
    canvas = pdf.canvas
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(40, 60, WIDTH - 80, HEIGHT - 100)
    canvas.clipPath(window, stroke=0, fill=0)
    for y in (HEIGHT - 50, HEIGHT - 30, HEIGHT - 10):
        pdf.rule(72, y, 470, y)
    for x in _XS:
        pdf.rule(x, HEIGHT - 50, x, HEIGHT)
    canvas.restoreState()
    pdf.text(72, HEIGHT - 20, "http://qingqu.example/art_12.html", 8)
    assert _grids(pdf) == [_TABLE]
    assert _texts(pdf) == [_HEADING, "http://qingqu.example/art_12.html"]


def test_rules_in_a_window_are_cut_to_it() -> None:
    pdf = Pdf().text(72, 80, _HEADING)
    canvas = pdf.canvas
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(_XS[0], HEIGHT - _YS[-1], _XS[-1] - _XS[0], _YS[-1] - _YS[0])
    canvas.clipPath(window, stroke=0, fill=0)
    for y in (*_YS, _YS[-1] + 40):
        pdf.rule(20, y, 580, y)
    for x in _XS:
        pdf.rule(x, 20, x, 300)
    canvas.restoreState()
    pdf.table(_XS, _YS, rows(*_TABLE), ruled=False)
    assert _grids(pdf) == [_TABLE]


def test_rules_in_a_window_of_a_scaled_page_are_cut_to_it() -> None:
    pdf = Pdf()
    canvas = pdf.canvas
    canvas.scale(0.5, 0.5)
    canvas.translate(0, HEIGHT)
    pdf.text(72, 80, _HEADING)
    canvas.saveState()
    window = canvas.beginPath()
    window.rect(_XS[0], HEIGHT - _YS[-1], _XS[-1] - _XS[0], _YS[-1] - _YS[0])
    canvas.clipPath(window, stroke=0, fill=0)
    for y in (*_YS, _YS[-1] + 40):
        pdf.rule(20, y, 580, y)
    for x in _XS:
        pdf.rule(x, 20, x, 300)
    canvas.restoreState()
    pdf.table(_XS, _YS, rows(*_TABLE), ruled=False)
    assert _grids(pdf) == [_TABLE]


def test_a_form_scaled_and_moved_keeps_its_rules() -> None:
    pdf = Pdf()
    canvas = pdf.canvas
    canvas.beginForm("page", 0, 0, 2 * WIDTH, 2 * HEIGHT)
    canvas.scale(2, 2)
    pdf.text(72, 80, _HEADING).table(_XS, _YS, rows(*_TABLE))
    canvas.endForm()
    canvas.translate(20, -30)
    canvas.scale(0.5, 0.5)
    canvas.doForm("page")
    assert _grids(pdf) == [_TABLE]
