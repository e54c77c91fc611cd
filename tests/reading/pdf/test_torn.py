"""Rows that the page's end tears in two, in files drawn here."""

from __future__ import annotations

from pathlib import Path

from auditor.reading.blocks import Grid
from auditor.reading.pdf.document import blocks
from tests.reading.pdf.kit import Pdf, Span, rows

PATH = Path("清渠县公安局年报.pdf")
_NARROW: list[float] = [72, 88, 104, 120, 136, 152]
_HEADS = ["维\n持", "纠\n正", "其\n他", "未\n结", "总\n计"]


def _texts(pdf: Pdf) -> list[list[str]]:
    grids = [block for block in blocks(pdf.data(), PATH).blocks if isinstance(block, Grid)]
    return [[slot.text for slot in grid.slots if slot.row == row] for grid in grids for row in range(grid.rows)]


def test_numbers_that_the_page_s_end_cuts_in_two_are_whole() -> None:
    pdf = Pdf().table(_NARROW, [700, 730, 760], rows(_HEADS, ["0", "0", "24", "97", "99"])).next_page()
    pdf.table(_NARROW, [80, 110], rows(["", "", "", "2", "6"]))
    assert _texts(pdf) == [["维持", "纠正", "其他", "未结", "总计"], ["0", "0", "24", "972", "996"]]


def test_a_second_row_of_numbers_alone_whose_first_isn_t_full_leaves_both_unknown() -> None:
    pdf = Pdf().table(_NARROW, [700, 730, 760], rows(_HEADS, ["0", "0", "2", "9", "11"]))
    pdf.next_page().table(_NARROW, [80, 110], rows(["", "", "", "2", "6"]))
    assert _texts(pdf)[1:] == [["\ufffd"] * 5, ["\ufffd"] * 5]


def test_rows_on_both_sides_of_the_page_s_end_stay_apart() -> None:
    xs: list[float] = [72, 200, 230, 260]
    pdf = Pdf().table(xs, [700, 730, 760], rows(["一、新收", "1", "1"], ["二、结转", "123", "123"])).next_page()
    pdf.table(xs, [80, 110, 140], rows(["（一）公开", "1", "1"], ["（二）部分公开", "0", "0"]))
    assert [row[0] for row in _texts(pdf)] == ["一、新收", "二、结转", "（一）公开", "（二）部分公开"]


def test_numbers_below_heads_at_the_page_s_end_are_a_row_of_their_own() -> None:
    heads = ["结果维", "结果纠", "其他结", "尚未审", "总计数"]
    xs: list[float] = [72, 106, 140, 174, 208, 242]
    pdf = Pdf().table(xs, [730, 760], rows(heads)).next_page().table(xs, [80, 110], rows(["0", "0", "24", "2", "26"]))
    assert _texts(pdf) == [heads, ["0", "0", "24", "2", "26"]]


def test_wide_digits_broken_inside_a_cell_are_one_number() -> None:
    table = rows(["总计", "维持", "纠正"], ["２０\n９", "０", "１\n２"])
    pdf = Pdf().text(72, 80, "行政复议案件办理结果").table([72, 96, 120, 144], [100, 130, 160], table)
    assert _texts(pdf)[1] == ["２０９", "０", "１\n２"]


def test_a_block_s_heading_alone_at_the_page_s_end_is_a_row_of_its_table() -> None:
    xs: list[float] = [72, 200, 330, 460]
    pdf = (
        Pdf()
        .text(72, 700, "二、主动公开政府信息情况")
        .table([72, 460], [730, 755], rows(["第二十条第（一）项"]))
        .next_page()
    )
    pdf.table(xs, [80, 110, 140], rows(["信息内容", "本年制发件数", "现行有效件数"], ["规章", "", "3"]))
    assert _texts(pdf) == [["第二十条第（一）项"], ["信息内容", "本年制发件数", "现行有效件数"], ["规章", "", "3"]]


def test_text_that_runs_over_the_table_s_end_on_a_page_stays_in_its_cell() -> None:
    xs: list[float] = [72, 130, 260, 330]
    pdf = Pdf().table(xs, [730, 755], rows(["三、办理结", "（一）予以公开", "5"])).text(90, 762, "果", 10).next_page()
    pdf.table(xs, [80, 110], rows(["", "（二）部分公开", "2"]))
    assert _texts(pdf) == [["三、办理结果", "（一）予以公开", "5"], ["", "（二）部分公开", "2"]]


def test_a_number_that_left_its_cell_leaves_the_blank_beside_unknown() -> None:
    pdf = (
        Pdf()
        .text(72, 80, "行政复议案件办理结果")
        .table([72, 96, 120, 144], [100, 130, 160], rows(["总计", "维持", "纠正"], ["1", "", ""]))
    )
    pdf.text(121, 148, "5", 10).text(138, 148, "7", 10)
    assert _texts(pdf)[1] == ["1", "\ufffd", "5 7"]


def test_a_label_broken_early_at_the_page_s_end_goes_on_below_where_both_halves_make_a_label() -> None:
    xs: list[float] = [72, 200, 260, 330]
    pdf = Pdf().table(xs, [700, 730, 760], rows(["（七）总计", "7", "7"], ["四、结转", "1", "0"])).next_page()
    pdf.table(xs, [80, 110], rows(["下年度继续办理", "", ""]))
    assert _texts(pdf) == [["（七）总计", "7", "7"], ["四、结转下年度继续办理", "1", "0"]]


def test_a_label_that_runs_down_its_cell_goes_on_over_the_page_s_end() -> None:
    xs: list[float] = [72, 100, 200, 260, 330]
    pdf = Pdf().table(xs, [700, 730, 760], rows(["二", "上年结转", "7", "7"], ["三", "（", "1", "1"])).next_page()
    pdf.table(xs, [80, 180, 210], rows(["", "一\n）\n予\n以\n公\n开", "", ""], ["", "（二）部分公开", "0", "0"]))
    assert _texts(pdf)[1:] == [["三", "（一）予以公开", "1", "1"], ["", "（二）部分公开", "0", "0"]]


def test_a_whole_label_below_numbers_without_one_leaves_its_blanks_unknown() -> None:
    xs: list[float] = [72, 200, 260, 330]
    pdf = Pdf().table(xs, [700, 730, 760], rows(["（七）总计", "7", "7"], ["", "1", "0"])).next_page()
    pdf.table(xs, [80, 110], rows(["四、结转下年度继续办理", "", ""]))
    assert _texts(pdf)[2] == ["四、结转下年度继续办理", "\ufffd", "\ufffd"]


def test_numbers_below_long_heads_at_the_page_s_end_are_no_rest_of_the_heads() -> None:
    xs: list[float] = [72, 200, 230, 260]
    pdf = Pdf().table(xs, [730, 760], rows(["申请人情况", "商业企业", "其他"])).next_page()
    pdf.table(xs, [80, 110], rows(["", "224", "5"]))
    assert _texts(pdf)[1][1:] == ["224", "5"]


def test_a_head_s_last_line_below_the_page_s_last_ruling_is_no_prose() -> None:
    xs: list[float] = [72, 200, 240, 280]
    pdf = Pdf().table(xs, [750, 770, 784], rows(["各项的关系", "自然", "总计"], ["", "", ""]), ruled=False)
    for x in xs:
        pdf.rule(x, 750, x, 776)
    pdf.rule(72, 750, 280, 750).rule(72, 776, 280, 776)
    pdf.text(215, 779, "人", 10).text(250, 779, "数", 10).text(72, 805, "http://qingqu.example/art_12.html", 8)
    pdf.next_page().table(xs, [30, 60, 90], rows(["各项的关系", "自然人", "总计数"], ["一、新收", "3", "3"]))
    pdf.text(72, 805, "http://qingqu.example/art_12.html", 8)
    assert not [block for block in blocks(pdf.data(), PATH).blocks if not isinstance(block, Grid)]


def test_a_head_s_last_line_that_runs_into_the_cell_below_is_not_of_its_label() -> None:
    xs: list[float] = [72, 200, 240, 280]
    pdf = Pdf().table(xs, [730, 760], rows(["（各项的关系为：第一项加", "其他", "总计"])).next_page()
    pdf.table(xs, [80, 93, 123, 153], rows(["", "", ""], ["", "3", "3"], ["二、上年结转", "1", "1"]))
    pdf.text(80, 98, "第二项之和）", 8).text(80, 104, "一、本年新收", 8).text(80, 115, "申请数量", 8)
    found = _texts(pdf)
    assert ["一、本年新收申请数量", "3", "3"] in found
    assert not any("之和）一" in text for row in found for text in row)


def test_an_upright_label_s_last_character_over_the_ruling_below_is_its_own() -> None:
    xs, ys = [72.0, 92.0, 200.0, 240.0], [80.0, 110.0, 140.0, 170.0]
    cells = [Span(0, 0, 2, 1, ""), *rows(["", "2.逾期未缴费", "5"], ["", "3.其他", "0"])[1:3]]
    cells += [Span(1, 1, 1, 1, "3.其他"), Span(1, 2, 1, 1, "0"), Span(2, 0, 1, 2, ""), Span(2, 2, 1, 1, "5")]
    pdf = Pdf().table(xs, ys, cells).text(110, 158, "（七）总计", 10)
    for at, text in enumerate("）其他处理"):
        pdf.text(76, 92 + 13 * at, text, 10)
    assert _texts(pdf) == [["）其他处理", "2.逾期未缴费", "5"], ["3.其他", "0"], ["（七）总计", "5"]]
