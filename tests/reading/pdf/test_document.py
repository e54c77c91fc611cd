"""What the PDF reader hands on, from files drawn here and from the real ones beside the repository."""

from __future__ import annotations

import json
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.utils import ImageReader

from auditor.errors import ReadingError
from auditor.reading.blocks import Grid, Paragraph, Picture
from auditor.reading.pdf.document import blocks
from tests.reading.pdf.kit import HEIGHT, WIDTH, Pdf, Span, rows

PATH = Path("清渠县公安局年报.pdf")
REAL = Path(__file__).resolve().parents[4] / "shared" / "real"


def _texts(pdf: Pdf) -> list[str]:
    return [block.text for block in blocks(pdf.data(), PATH).blocks if isinstance(block, Paragraph)]


def _grids(pdf: Pdf) -> list[Grid]:
    return [block for block in blocks(pdf.data(), PATH).blocks if isinstance(block, Grid)]


def _cells(grid: Grid) -> list[list[str]]:
    lines: list[list[str]] = [[] for _ in range(grid.rows)]
    for slot in grid.slots:
        lines[slot.row].append(slot.text)
    return lines


# Prose.


_LONG = (
    "二〇二四年，清渠县公安局坚持以公开为常态、不公开为例外，围绕户政出入境、交通管理等群众关心的事项主动公开"
    "信息八十六条，其中户政类三十条、交通类五十六条。"
)


def test_the_lines_of_a_paragraph_are_joined_and_an_indent_begins_the_next() -> None:
    pdf = Pdf().paragraph(100, "一、总体情况").paragraph(120, _LONG).paragraph(180, "全年收到申请十二件。")
    assert _texts(pdf) == ["一、总体情况", _LONG, "全年收到申请十二件。"]


def test_without_indents_a_short_line_and_a_wider_distance_end_a_paragraph() -> None:
    full = _LONG[:74]
    pdf = Pdf().paragraph(100, _LONG, indent=0).paragraph(160, full, indent=0).paragraph(220, _LONG, indent=0)
    assert _texts(pdf) == [_LONG, full, _LONG]


def test_a_number_broken_at_the_line_s_end_is_whole() -> None:
    pdf = Pdf().lines(72, 100, ["\u3000\u3000" + "公" * 33 + "37", "02条信息。"])
    assert _texts(pdf) == ["公" * 33 + "3702条信息。"]


_FULL = "全年通过县政府网站公开政府信息四百余条，内容覆盖户政管理与道路交通等各"


def test_a_paragraph_goes_on_over_the_page_s_end_and_its_page_number() -> None:
    pdf = Pdf().lines(72, 740, ["\u3000\u3000" + _FULL[:-2]]).text(280, 800, "- 1 -", 10)
    pdf.next_page().lines(72, 80, ["个方面。", "\u3000\u3000另有说明。"]).text(280, 800, "- 2 -", 10)
    assert _texts(pdf) == [_FULL[:-2] + "个方面。", "另有说明。"]


@pytest.mark.parametrize("form", ["- {} -", "— {} —", "第 {} 页", "第{}页 共3页", "{}/3", "{}"])
def test_page_numbers_are_dropped_in_every_form(form: str) -> None:
    pdf = Pdf()
    for page in (1, 2, 3):
        pdf.text(72, 100, f"第{'一二三'[page - 1]}部分说明。").text(290, 810, form.format(page), 10)
        if page < 3:
            pdf.next_page()
    assert _texts(pdf) == ["第一部分说明。", "第二部分说明。", "第三部分说明。"]


def test_a_bare_number_that_does_not_count_the_pages_stays() -> None:
    pdf = Pdf().text(72, 100, "各项数据如下。").text(290, 790, "35").next_page().text(72, 100, "以上。")
    assert "35" in _texts(pdf)


def test_running_heads_of_a_browser_s_print_are_dropped() -> None:
    pdf = Pdf()
    for page in (1, 2, 3):
        pdf.text(30, 25, "2025/1/17 09:30", 8).text(400, 25, "年度报告_清渠县人民政府", 8)
        pdf.text(30, 830, "http://qingqu.example/art_12.html", 8).text(560, 830, f"{page}/3", 8)
        pdf.text(72, 100, f"第{'一二三'[page - 1]}部分说明。")
        if page < 3:
            pdf.next_page()
    assert _texts(pdf) == ["第一部分说明。", "第二部分说明。", "第三部分说明。"]


def test_a_full_line_s_title_and_the_first_heading_in_the_same_type_are_two_paragraphs() -> None:
    heading = "一、总体情况"
    title = "清渠县水务局二〇二四年政府信息公开工作年度报告清渠县水务局"
    pdf = Pdf().lines(105, 80, [title], 14).text(72, 105, heading, 14)
    pdf.lines(72, 130, ["\u3000\u3000" + _FULL[:28] + "。"] * 4, 14, 25)
    assert _texts(pdf)[:2] == [title, heading]


def test_rows_of_numbers_in_the_margins_of_two_pages_are_no_running_heads() -> None:
    pdf = Pdf().text(72, 45, "0").text(172, 45, "3").text(272, 45, "3").text(72, 100, "以上为上半年。").next_page()
    pdf.text(72, 45, "1").text(172, 45, "0").text(272, 45, "1").text(72, 100, "以上为下半年。")
    assert not blocks(pdf.data(), PATH).left_out


def test_a_title_on_two_lines_is_one_paragraph_and_the_hint() -> None:
    pdf = Pdf().text(225, 100, "清渠县公安局", 24).text(120, 140, "2024年政府信息公开工作年度报告", 24)
    pdf.lines(72, 200, ["\u3000\u3000" + _FULL[:30] + "。"] * 3)
    document = blocks(pdf.data(), PATH)
    assert document.title_hint == "清渠县公安局2024年政府信息公开工作年度报告"
    assert document.blocks[0] == Paragraph(document.title_hint, "第1页")


def test_layout_blanks_between_chinese_characters_and_numbers_are_no_blanks() -> None:
    pdf = Pdf().text(72, 100, "共收到申请 1204 件，办结 1,198 件。").text(72, 140, "公开意识有待提高", gap=4)
    assert _texts(pdf) == ["共收到申请1204件，办结1,198件。", "公开意识有待提高"]


def test_two_numbers_with_a_gap_stay_two_numbers() -> None:
    assert _texts(Pdf().text(72, 100, "分别为户政类 12").text(167, 100, "35 件")) == ["分别为户政类12 35件"]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    heading = "一、政府信息公开工作总体情况"
    assert _texts(Pdf().text(72, 100, heading).text(72.4, 100, heading)) == [heading]


# Ruled tables.

_HEAD = [
    Span(0, 0, 3, 1, "项目说明"),
    Span(0, 1, 1, 4, "申请人情况"),
    Span(1, 1, 2, 1, "自然人"),
    Span(1, 2, 1, 2, "法人或其他组织"),
    Span(1, 4, 2, 1, "总计"),
    Span(2, 2, 1, 1, "商业\n企业"),
    Span(2, 3, 1, 1, "其他"),
    Span(3, 0, 1, 1, "新收申请"),
    Span(3, 1, 1, 1, "9"),
    Span(3, 2, 1, 1, "2"),
    Span(3, 3, 1, 1, "1"),
    Span(3, 4, 1, 1, "12"),
]
_XS = [72.0, 200.0, 260.0, 320.0, 380.0, 440.0]
_YS = [100.0, 130.0, 160.0, 200.0, 230.0]


def test_merged_cells_keep_their_spans() -> None:
    (grid,) = _grids(Pdf().text(72, 80, "三、收到和处理政府信息公开申请情况").table(_XS, _YS, _HEAD))
    expected = [(*cell[:4], cell.text.replace("\n", "")) for cell in _HEAD]
    assert [tuple(slot) for slot in grid.slots] == expected
    assert (grid.rows, grid.columns, grid.where) == (4, 5, "第1页")


def test_tables_and_paragraphs_come_in_the_order_of_the_page() -> None:
    pdf = Pdf().text(72, 80, "二、主动公开政府信息情况")
    pdf.table([72, 200, 300], [100, 130, 160], rows(["行政许可", "35"], ["行政处罚", "4"]))
    pdf.text(72, 200, "三、收到和处理政府信息公开申请情况")
    kinds = [type(block).__name__ for block in blocks(pdf.data(), PATH).blocks]
    assert kinds == ["Paragraph", "Grid", "Paragraph"]


def _thin_fills(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        pdf.box(xs[0], y - 0.3, xs[-1], y + 0.3, fill=0)
    for x in xs:
        pdf.box(x - 0.3, ys[0], x + 0.3, ys[-1], fill=0)


def _one_path(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    path = pdf.canvas.beginPath()
    for y in ys:
        path.moveTo(xs[0], HEIGHT - y)
        path.lineTo(xs[-1], HEIGHT - y)
    for x in xs:
        path.moveTo(x, HEIGHT - ys[0])
        path.lineTo(x, HEIGHT - ys[-1])
    pdf.canvas.drawPath(path, stroke=1, fill=0)


def _cells_on_black(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    pdf.box(xs[0], ys[0], xs[-1], ys[-1], fill=0)
    for x0, x1 in pairwise(xs):
        for y0, y1 in pairwise(ys):
            pdf.box(x0 + 0.5, y0 + 0.5, x1 - 0.5, y1 - 0.5, fill=1)


def _dots(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    for y in ys:
        for i in range(int((xs[-1] - xs[0]) / 2) + 1):
            pdf.box(xs[0] + 2 * i, y - 0.4, xs[0] + 2 * i + 0.8, y + 0.4, fill=0)
    for x in xs:
        for i in range(int((ys[-1] - ys[0]) / 2) + 1):
            pdf.box(x - 0.4, ys[0] + 2 * i, x + 0.4, ys[0] + 2 * i + 0.8, fill=0)


def _in_a_form(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    pdf.canvas.beginForm("rules")
    for y in ys:
        pdf.canvas.line(xs[0] / 2, (HEIGHT - y) / 2, xs[-1] / 2, (HEIGHT - y) / 2)
    for x in xs:
        pdf.canvas.line(x / 2, (HEIGHT - ys[0]) / 2, x / 2, (HEIGHT - ys[-1]) / 2)
    pdf.canvas.endForm()
    pdf.canvas.saveState()
    pdf.canvas.scale(2, 2)
    pdf.canvas.doForm("rules")
    pdf.canvas.restoreState()


def _open_below(pdf: Pdf, xs: list[float], ys: list[float]) -> None:
    for y in ys[:-1]:
        pdf.rule(xs[0], y, xs[-1], y)
    for x in xs:
        pdf.rule(x, ys[0], x, ys[-1])


@pytest.mark.parametrize("draw", [_thin_fills, _one_path, _cells_on_black, _dots, _in_a_form, _open_below])
def test_rulings_are_found_however_they_are_drawn(draw: object) -> None:
    pdf = Pdf()
    xs, ys = [72.0, 200.0, 300.0], [100.0, 130.0, 160.0, 190.0]
    draw(pdf, xs, ys)  # type: ignore[operator]
    pdf.table(xs, ys, table := rows(["信息内容", "决定数量"], ["行政许可", "35"], ["行政处罚", "4"]), ruled=False)
    (grid,) = _grids(pdf)
    assert [slot.text for slot in grid.slots] == [cell.text for cell in table]


def test_a_turned_page_reads_like_any_other() -> None:
    upright = Pdf().table(_XS, _YS, _HEAD)
    turned = Pdf()
    turned.canvas.setPageRotation(90)
    turned.canvas.translate(WIDTH, 0)
    turned.canvas.rotate(90)
    turned.canvas.translate(0, WIDTH - HEIGHT)
    turned.table(_XS, _YS, _HEAD)
    (first,), (second,) = _grids(upright), _grids(turned)
    assert first.slots == second.slots


def test_a_page_border_is_no_table() -> None:
    pdf = Pdf().box(40, 40, WIDTH - 40, HEIGHT - 40).box(44, 44, WIDTH - 44, HEIGHT - 44)
    pdf.text(72, 100, "二、主动公开政府信息情况")
    pdf.table([72, 200, 300], [120, 150, 180], rows(["行政许可", "35"], ["行政处罚", "4"]))
    document = blocks(pdf.data(), PATH)
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid"]


def test_a_page_border_that_the_tables_touch_is_cut_away() -> None:
    pdf = Pdf().box(72, 40, 300, HEIGHT - 40).text(80, 100, "二、主动公开政府信息情况")
    pdf.table([72, 200, 300], [120, 150, 180], rows(["行政许可", "35"], ["行政处罚", "4"]))
    pdf.text(80, 300, "三、收到和处理申请情况")
    pdf.table([72, 150, 250, 300], [320, 350, 380], rows(["新收", "自然人", "9"], ["结转", "自然人", "1"]))
    document = blocks(pdf.data(), PATH)
    assert [type(block).__name__ for block in document.blocks] == ["Paragraph", "Grid", "Paragraph", "Grid"]
    assert [_cells(grid) for grid in _grids(pdf)] == [
        [["行政许可", "35"], ["行政处罚", "4"]],
        [["新收", "自然人", "9"], ["结转", "自然人", "1"]],
    ]


def test_a_box_around_words_is_no_table_and_a_box_inside_a_cell_no_cell() -> None:
    pdf = Pdf().box(70, 84, 220, 104).text(72, 100, "二、主动公开政府信息情况")
    pdf.table([72, 200, 300], [120, 150, 180], rows(["行政许可", "35"], ["行政处罚", "4"])).box(230, 128, 270, 142)
    assert _texts(pdf) == ["二、主动公开政府信息情况"]
    (grid,) = _grids(pdf)
    assert _cells(grid) == [["行政许可", "35"], ["行政处罚", "4"]]


def test_digits_and_words_spread_out_inside_a_cell_are_whole() -> None:
    pdf = Pdf().table([72, 200, 300], [100, 130], rows(["", ""])).text(72, 90, "一件申请的办理结果如下")
    pdf.text(76, 120, "总 计", 10).text(230, 120, "1", 10).text(239, 120, "36", 10)
    (grid,) = _grids(pdf)
    assert _cells(grid) == [["总计", "136"]]


def test_two_numbers_in_one_cell_are_not_made_one() -> None:
    heading = "一件申请的办理结果如下"
    pdf = Pdf().text(72, 90, heading).table([72, 200, 400], [100, 140], rows(["申请", ""]))
    pdf.text(230, 120, "13", 10).text(280, 120, "6", 10)
    (grid,) = _grids(pdf)
    assert _cells(grid) == [["申请", "13 6"]]
    (grid,) = _grids(Pdf().text(72, 90, heading).table([72, 200, 400], [100, 140], rows(["申请", "3\n5"])))
    assert _cells(grid) == [["申请", "3\n5"]]


def test_a_number_broken_by_its_narrow_cell_is_one() -> None:
    pdf = Pdf().table([72, 200, 224], [100, 140], rows(["收费金额", "7730\n.28"]))
    (grid,) = _grids(pdf)
    assert _cells(grid) == [["收费金额", "7730.28"]]


def test_text_one_character_a_line_reads_downwards() -> None:
    cells = [Span(0, 0, 2, 1, "三\n、\n办\n理\n结\n果"), Span(0, 1, 1, 1, "予以公开"), Span(0, 2, 1, 1, "5")]
    cells += [Span(1, 1, 1, 1, "部分公开"), Span(1, 2, 1, 1, "2")]
    (grid,) = _grids(Pdf().table([72, 100, 200, 250], [100, 150, 200], cells))
    assert [slot.text for slot in grid.slots] == ["三、办理结果", "予以公开", "5", "部分公开", "2"]


def test_a_table_broken_over_pages_is_a_grid_a_page_with_the_same_columns() -> None:
    first = [Span(0, 0, 2, 1, "办理结果"), Span(0, 1, 1, 1, "予以公开"), Span(0, 2, 1, 1, "5")]
    first += [Span(1, 1, 1, 1, "部分公开"), Span(1, 2, 1, 1, "2")]
    xs: list[float] = [72, 160, 300, 360]
    pdf = Pdf().table(xs, [700, 730, 760], first).text(280, 810, "- 1 -", 10).next_page()
    pdf.table(xs, [80, 110], [Span(0, 0, 1, 2, "结转下年度继续办理"), Span(0, 2, 1, 1, "1")])
    grids = _grids(pdf)
    assert [(grid.columns, grid.where) for grid in grids] == [(3, "第1页"), (3, "第2页")]
    assert grids[1].slots[0][:4] == (0, 0, 1, 2)
    assert grids[1].slots[1][:4] == (0, 2, 1, 1)


def test_a_large_picture_is_named_where_it_stands() -> None:
    pdf = Pdf().text(72, 80, "三、收到和处理政府信息公开申请情况").text(72, 400, "四、行政复议、行政诉讼情况")
    picture = BytesIO()
    Image.new("RGB", (40, 20), "white").save(picture, "PNG")
    pdf.canvas.drawImage(ImageReader(picture), 72, HEIGHT - 300, width=400, height=200)
    pdf.canvas.drawImage(ImageReader(picture), 72, HEIGHT - 500, width=40, height=40)
    assert [type(block).__name__ for block in blocks(pdf.data(), PATH).blocks] == ["Paragraph", "Picture", "Paragraph"]
    assert blocks(pdf.data(), PATH).blocks[1] == Picture("第1页")


# Tables without rulings.


def test_numbers_below_each_other_make_a_table_without_rulings() -> None:
    table = [
        ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
        ["规章", "0", "0", "0"],
        ["行政规范性文件", "2", "1", "9"],
    ]
    pdf = Pdf().text(72, 80, "第二十条第（一）项")
    pdf.table([72, 200, 300, 400, 500], [100, 125, 150, 175], rows(*table), ruled=False)
    (grid,) = _grids(pdf)
    assert [[text for text in row if text] for row in _cells(grid)] == [["第二十条第（一）项"], *table]


def test_a_blank_cell_of_an_unruled_table_stays_blank() -> None:
    table = [["新收", "27", "6", "33"], ["结转", "2", "", "3"], ["办结", "29", "6", "35"]]
    (grid,) = _grids(Pdf().table([72, 200, 300, 400, 500], [100, 125, 150, 175], rows(*table), ruled=False))
    assert _cells(grid) == table


def test_a_broken_label_of_an_unruled_table_is_one_label() -> None:
    table = [
        ["（一）予以公开", "5", "1", "6"],
        ["（二）部分公开（区分处理的，\n只计这一情形）", "2", "0", "2"],
        ["（三）申请人逾期不补正、\n行政机关不再处理\n其申请", "1", "0", "1"],
        ["（四）总计", "8", "1", "9"],
    ]
    ys = [100.0, 125.0, 165.0, 215.0, 240.0]
    (grid,) = _grids(Pdf().table([72, 260, 330, 400, 470], ys, rows(*table), ruled=False))
    assert _cells(grid) == [[cell.replace("\n", "") for cell in row] for row in table]


def test_a_row_of_fifteen_numbers_stands_by_itself() -> None:
    numbers = [str(n) for n in (2, 1, 0, 0, 3, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1)]
    xs = [50 + 33.0 * i for i in range(16)]
    (grid,) = _grids(Pdf().text(72, 80, "四、行政复议、行政诉讼情况").table(xs, [100, 125], rows(numbers), ruled=False))
    assert [slot.text for slot in grid.slots if slot.text] == numbers


def test_heads_torn_into_lines_stay_with_their_table_and_a_heading_does_not() -> None:
    pdf = Pdf().text(72, 80, "三、收到和处理政府信息公开申请情况")
    pdf.text(330, 100, "申请人情况", 10).text(72, 112, "勾稽关系为第一项加", 10).text(270, 112, "自", 10)
    pdf.text(340, 112, "法人或其他组织", 10).text(72, 124, "第二项之和", 10).text(270, 124, "然人", 10)
    body = [["新收申请", "9", "2", "1", "12"], ["上年结转", "1", "0", "0", "1"]]
    pdf.table([72, 250, 310, 370, 430, 490], [135, 160, 185], rows(*body), ruled=False)
    assert _texts(pdf) == ["三、收到和处理政府信息公开申请情况"]
    (grid,) = _grids(pdf)
    assert _cells(grid)[-2:] == body


def test_numbers_in_prose_are_no_table() -> None:
    pdf = Pdf().lines(72, 100, ["\u3000\u3000全年收到申请12件，其中自然人9件，", "\u3000\u3000共计办结12件，结转0件。"])
    assert not _grids(pdf)


def test_numbers_in_columns_of_their_own_leave_the_others_blank() -> None:
    pdf = Pdf().text(72, 100, "行政许可").text(300, 100, "35").text(72, 130, "行政处罚").text(440, 130, "4")
    assert [_cells(grid) for grid in _grids(pdf)] == [[["行政许可", "35", ""], ["行政处罚", "", "4"]]]


# Files that can't be read.


def _code(data: bytes) -> str:
    with pytest.raises(ReadingError) as fault:
        blocks(data, PATH)
    assert str(PATH) in fault.value.message
    return fault.value.code


def test_a_scan_without_text_is_named_so() -> None:
    pdf = Pdf()
    picture = BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")
    pdf.canvas.drawImage(ImageReader(picture), 0, 0, width=WIDTH, height=HEIGHT)
    assert _code(pdf.data()) == "scan"


def test_a_file_that_needs_a_password_is_named_so() -> None:
    assert _code(Pdf(password="qingqu").text(72, 100, "全年收到申请12件。").data()) == "encrypted"


def test_a_truncated_file_is_read_or_damaged_but_never_an_accident() -> None:
    data = Pdf().text(72, 100, "全年收到申请12件，办结12件。").data()
    assert _code(data[:200]) == "damaged"
    assert _code(b"%PDF-1.7\n") == "damaged"


def test_too_many_pages_are_refused() -> None:
    pdf = Pdf()
    for _ in range(401):
        pdf.text(72, 100, "页").next_page()
    assert _code(pdf.data()) == "pdf_too_big"


def test_too_much_drawing_is_refused() -> None:
    pdf = Pdf().text(72, 100, "全年收到申请12件，办结12件。")
    path = pdf.canvas.beginPath()
    for i in range(110_000):
        path.moveTo(i % 500, i % 700)
        path.lineTo((i * 7) % 500, (i * 3) % 700)
    pdf.canvas.drawPath(path)
    assert _code(pdf.data()) == "pdf_too_big"


_SAMPLE = Pdf().text(72, 80, "二、主动公开政府信息情况").table(_XS, _YS, _HEAD).text(72, 300, "以上数据属实。").data()


@settings(max_examples=200, deadline=None)
@given(st.integers(0, 100_000), st.binary(min_size=1, max_size=6))
def test_a_damaged_file_is_read_or_refused_but_never_crashes(at: int, junk: bytes) -> None:
    data = bytearray(_SAMPLE)
    at %= len(data)
    data[at : at + len(junk)] = junk
    try:
        blocks(bytes(data), PATH)
    except ReadingError as fault:
        code = fault.code
    else:
        code = "read"
    assert code in {"read", "damaged", "scan", "encrypted", "pdf_garbled", "pdf_too_big"}


def test_the_same_file_gives_the_same_blocks() -> None:
    assert blocks(_SAMPLE, PATH) == blocks(_SAMPLE, PATH)


# The real reports.


@pytest.mark.skipif(not REAL.is_dir(), reason="the real reports lie beside the repository and aren't here")
@pytest.mark.parametrize("name", ["hongze-2023.pdf", "hongze-2024.pdf"])
def test_real_reports_cell_by_cell(name: str) -> None:
    from auditor.reading import read

    expected = json.loads((REAL / "expected-cells.json").read_text(encoding="utf-8"))[name]
    cells = read(REAL / name).cells
    printed = {
        address: str(cell.number) if isinstance(expected.get(address), str) else cell.number
        for address, cell in cells.items()
    }
    assert printed == expected


def test_a_number_of_which_a_ruling_cuts_off_a_digit_is_unknown_beside_the_cell_with_two() -> None:
    xs, ys = [72.0, 200.0, 240.0, 280.0], [100.0, 125.0, 150.0]
    pdf = Pdf().table(xs, ys, rows(["项目", "未结", "总计"], ["复议", "", ""]))
    pdf.text(205, 140, "0", 10).text(236, 140, "15", 10)
    (grid,) = _grids(pdf)
    assert [slot.text for slot in grid.slots if slot.row == 1][2] == "\ufffd"
