"""Rows that go on in a line with a bar before it are one row; what may be half of a row is never taken for a blank."""

from __future__ import annotations

import random
from pathlib import Path

from auditor.addresses import OUTCOMES
from auditor.model import Report
from auditor.reading import read
from auditor.reading.blocks import Paragraph
from auditor.reading.text.continuations import continued
from tests.reading.rendered import Table
from tests.reading.text.shapes import boxes, facts, report


def _read(folder: Path, text: str) -> Report:
    path = folder / "年报.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def _lines(*texts: str) -> list[str]:
    blocks = continued([Paragraph(text, f"第{at}行") for at, text in enumerate(texts, start=1)])
    return [block.text for block in blocks if isinstance(block, Paragraph)]


def test_a_row_broken_before_a_bar_is_put_together() -> None:
    assert _lines("规章|0", "|2|5", "行政许可|3") == ["规章|0|2|5", "行政许可|3"]


def test_a_label_alone_takes_the_row_that_begins_with_a_bar() -> None:
    assert _lines("信息内容|本年制发件数", "2.重复申请", "|0|0|1|0|0|0|1")[1:] == ["2.重复申请|0|0|1|0|0|0|1"]


def test_the_row_of_table_four_broken_behind_its_first_value_is_put_together() -> None:
    assert _lines("结果维持|结果纠正", "/", "|/" * 14)[1:] == ["/" + "|/" * 14]


def test_lines_that_give_no_whole_row_stay_apart() -> None:
    lines = ["规章|0", "|2", "行政许可|3|4|5|6", "|7"]
    assert _lines(*lines) == lines


def test_a_row_below_a_whole_one_whose_label_cell_is_blank_stays_a_row() -> None:
    lines = ["（三）不予公开|1.属于国家秘密" + "|0" * 7, "|2.其他法律行政法规禁止公开" + "|0" * 7]
    assert _lines(*lines) == lines


def test_every_cell_of_a_report_with_broken_rows_is_read(tmp_path: Path) -> None:
    rng = random.Random(8)
    cells = facts(rng)

    def shape(table: Table, _: int) -> str:
        lines = []
        for texts in boxes(table):
            cut = rng.randint(1, len(texts) - 1) if len(texts) > 2 and rng.random() < 0.4 else 0
            lines += ["|".join(texts[:cut]), "|" + "|".join(texts[cut:])] if cut else ["|".join(texts)]
        return "\n".join(lines)

    found = _read(tmp_path, report(cells, shape))
    assert {address: str(cell.number) for address, cell in found.cells.items()} == cells


def test_a_lone_number_above_the_row_of_table_four_is_its_first_value_only_where_the_sums_say_so(
    tmp_path: Path,
) -> None:
    cells = facts(random.Random(9)) | {"disputes.review.upheld": "3", "disputes.review.total": "8"}
    cells |= {f"disputes.review.{name}": text for name, text in zip(OUTCOMES[1:], "410", strict=True)}
    text = report(cells, lambda table, _: "\n".join("|".join(row) for row in boxes(table)))
    found = _read(tmp_path, text.replace("3|4|1|0|8|", "3\n|4|1|0|8|"))
    assert found.cells["disputes.review.upheld"].number == 3
    # A page's number above a blank cell would look just so.
    found = _read(tmp_path, text.replace("3|4|1|0|8|", "3\n|4|1|0|5|"))
    assert found.cells["disputes.review.upheld"].kind == "unread"
