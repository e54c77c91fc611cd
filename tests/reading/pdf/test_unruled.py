"""Tables without rulings whose cells break over lines, stay blank or stand between painted stripes."""

from __future__ import annotations

import itertools
from pathlib import Path

from auditor.reading.blocks import Grid
from auditor.reading.pdf.document import blocks
from tests.reading.pdf.kit import Pdf, rows

PATH = Path("清渠县公安局年报.pdf")
_XS: list[float] = [72, 220, 260, 300, 340, 380]
_HEADS = ["项目", "自然", "企业", "其他", "总计"]


def _texts(pdf: Pdf) -> list[list[str]]:
    grids = [block for block in blocks(pdf.data(), PATH).blocks if isinstance(block, Grid)]
    return [[slot.text for slot in grid.slots if slot.row == row] for grid in grids for row in range(grid.rows)]


def test_a_number_broken_by_its_column_is_whole() -> None:
    table = rows(_HEADS, ["一、本年新收", "0", "1", "20\n9", "210"], ["二、上年结转", "2", "0", "0", "2"])
    pdf = Pdf().table(_XS, [100, 130, 160, 190], table, ruled=False)
    assert ["一、本年新收", "0", "1", "209", "210"] in _texts(pdf)


def test_a_blank_in_the_first_row_hides_no_column() -> None:
    table = rows(_HEADS, ["一、本年新收", "4", "", "", "4"], ["二、上年结转", "2", "1", "—", "3"])
    pdf = Pdf().table(_XS, [100, 130, 160, 190], table, ruled=False)
    assert _texts(pdf)[1:] == [["一、本年新收", "4", "", "", "4"], ["二、上年结转", "2", "1", "—", "3"]]


def test_a_column_with_a_head_and_no_number_is_blank() -> None:
    table = rows(_HEADS, ["一、本年新收", "4", "", "0", "4"], ["二、上年结转", "2", "", "1", "3"])
    pdf = Pdf().table(_XS, [100, 130, 160, 190], table, ruled=False)
    assert _texts(pdf)[1] == ["一、本年新收", "4", "", "0", "4"]


def test_wide_digits_of_neighbouring_columns_stay_apart() -> None:
    table = rows(_HEADS, ["一、本年新收", "４", "０", "０", "４"], ["二、上年结转", "２", "０", "１", "３"])
    pdf = Pdf().table(_XS, [100, 130, 160, 190], table, ruled=False)
    assert _texts(pdf)[1] == ["一、本年新收", "４", "０", "０", "４"]


def test_a_number_below_a_row_that_may_be_its_rest_leaves_the_cell_unknown() -> None:
    pdf = Pdf().table(
        _XS,
        [100, 130, 160],
        rows(["一、本年新收", "0", "1", "20", "21"], ["二、结转", "2", "0", "0", "2"]),
        ruled=False,
    )
    pdf.text(312, 137, "9", 10)
    first = _texts(pdf)[0]
    assert first[3] in ("209", "\ufffd")


def test_rows_between_painted_stripes_belong_to_the_same_table() -> None:
    names = ["一、本年新收", "二、上年结转", "三、予以公开", "四、结转下年"]
    pdf = Pdf()
    for at in (0, 2):
        for x0, x1 in itertools.pairwise(_XS):
            pdf.box(x0, 100 + 30 * at, x1, 130 + 30 * at, fill=0.9)
    table = rows(*([name, "1", "0", "0", "1"] for name in names))
    pdf.table(_XS, [100, 130, 160, 190, 220], table, ruled=False)
    assert _texts(pdf) == [[name, "1", "0", "0", "1"] for name in names]


def test_the_columns_of_a_table_go_on_over_the_page_s_end() -> None:
    table = rows(_HEADS, ["一、本年新收", "4", "1", "1", "6"])
    pdf = Pdf().table(_XS, [740, 765, 790], table, ruled=False).next_page()
    pdf.table(_XS, [80, 110], rows(["二、上年结转", "", "2", "", "2"]), ruled=False)
    assert _texts(pdf)[-1] == ["二、上年结转", "", "2", "", "2"]


def test_numbers_with_measure_words_are_numbers_beside_each_other() -> None:
    table = rows(
        ["信息内容", "新制作", "新公开", "公开总数"], ["规章", "1件", "0", "3件"], ["规范性文件", "4件", "1", "8"]
    )
    pdf = Pdf().table([72, 220, 280, 340, 400], [100, 130, 160, 190], table, ruled=False)
    assert _texts(pdf)[1:] == [["规章", "1件", "0", "3件"], ["规范性文件", "4件", "1", "8"]]


def test_numbers_below_those_of_a_table_without_labels_leave_both_unknown() -> None:
    pdf = Pdf().text(72, 60, "四、行政复议和行政诉讼", 10)
    table = rows(["0", "18", "0", "7", "18"], ["", "4", "", "", "4"])
    found = _texts(pdf.table(_XS, [100, 115, 130], table, ruled=False))
    assert found[0] == ["0", "\ufffd", "0", "7", "\ufffd"]


def test_a_sentence_that_leads_to_a_table_is_no_head() -> None:
    pdf = Pdf().text(72, 90, "2023年，共收到申请6件，具体情况如下：", 10)
    pdf.table(_XS, [100, 130, 160], rows(_HEADS, ["一、本年新收", "4", "1", "1", "6"]), ruled=False)
    assert all("具体情况" not in text for row in _texts(pdf) for text in row)


def test_squeezed_upright_type_beside_broken_labels_does_not_part_them() -> None:
    xs: list[float] = [110, 300, 340, 380, 420]
    labels = [
        "（一）予以公开",
        "（二）部分公开（区分处理的，只计\n这一情形，不计其他情形）",
        "（三）要求行政机关确认或\n重新出具已获取信息",
        "（四）总计",
    ]
    table = rows(*([label, "1", "0", "1"] for label in labels))
    pdf = Pdf().table(xs, [100, 125, 165, 205, 230], table, ruled=False)
    for at, text in enumerate("三、本年度办理结果情况"):
        pdf.text(72, 120 + 4 * at, text, 10)
    found = _texts(pdf)
    assert [row[-4:] for row in found if row[-1] == "1"] == [
        [label.replace("\n", ""), "1", "0", "1"] for label in labels
    ]
