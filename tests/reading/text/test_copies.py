"""A table that stands twice in a part is taken apart copy by copy, for each may be written in its own way."""

from __future__ import annotations

import random
from itertools import permutations
from pathlib import Path

import pytest

from auditor.reading import read
from auditor.reading.blocks import Paragraph
from auditor.reading.text.copies import copies
from tests.reading.rendered import Table
from tests.reading.text.shapes import SHAPES, facts, report

WAYS = ("cell bar", "dense cell bar", "cell a line", "row bars", "spaces", "tabs")


def _parted(*texts: str) -> list[int]:
    return [len(part) for part in copies([Paragraph(text, "") for text in texts])]


def test_a_table_that_begins_again_behind_values_is_another_copy() -> None:
    assert _parted("第二十条第（一）项", "规章 | 0 | 0 | 3", "第二十条第（一）项", "规章", "0", "0", "3") == [2, 5]


def test_a_head_that_comes_again_before_any_value_is_no_copy() -> None:
    assert _parted("行政复议", "行政复议", "结果维持", "0") == [4]


def test_a_sentence_that_begins_with_a_first_label_is_no_table() -> None:
    assert _parted("行政复议", "3", "行政复议 3 件，均已办结。", "行政复议3件") == [4]


@pytest.mark.parametrize(("one", "other"), tuple(permutations(WAYS, 2)))
def test_tables_that_stand_twice_are_read_in_full_whatever_way_each_is_written(
    tmp_path: Path, one: str, other: str
) -> None:
    cells = facts(random.Random(f"{one}{other}"))

    def shape(table: Table, width: int) -> str:
        return f"{SHAPES[one](table, width)}\n\n{SHAPES[other](table, width)}"

    path = tmp_path / "年报.txt"
    path.write_text(report(cells, shape), encoding="utf-8")
    found = read(path)
    assert {address: str(cell.number) for address, cell in found.cells.items()} == cells
    assert not any("0" in section.text for section in found.sections if section.part == "disputes")


def test_each_table_may_be_written_in_its_own_way(tmp_path: Path) -> None:
    cells = {address: "/" if text == "0" else text for address, text in facts(random.Random(3)).items()}
    ways = iter(("spaces", "cell a line", "spaces"))
    path = tmp_path / "年报.txt"
    path.write_text(report(cells, lambda table, width: SHAPES[next(ways)](table, width)), encoding="utf-8")
    assert not [address for address, cell in read(path).cells.items() if cell.kind == "unread"]
