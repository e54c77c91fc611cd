"""Plain text as crawlers leave it: the same report in every shape that keeps its cells apart."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.addresses import all_addresses
from auditor.reading import read
from tests.reading.rendered import (
    PROSE,
    TITLE,
    Table,
    active_table,
    as_text,
    disputes_table,
    flat,
    headings,
    pipe_table,
    requests_table,
)

Layout = Callable[[Table, int], str]
CELLS = {address: str((index * 37) % 19) for index, address in enumerate(all_addresses("2021"))}


def _dense(table: Table, width: int) -> list[list[str]]:
    """The rows of a table with an empty string for what a cell spans."""
    lines = [line for line in pipe_table(table, width).split("\n") if "---" not in line]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


LAYOUTS: dict[str, Layout] = {
    "a cell a line, ended by a bar": flat,
    "a bar on a line of its own": lambda table, _: "\n".join(f"{box.text}\n|" for row in table for box in row),
    "a bar before each cell": lambda table, _: "\n".join(f"| {box.text}" for row in table for box in row),
    "a cell a line without bars": lambda table, _: "\n".join(box.text for row in table for box in row),
    "with blank lines between": lambda table, _: "\n\n".join(box.text for row in table for box in row),
    "a row a line": lambda table, _: "\n".join(" | ".join(box.text for box in row) for row in table),
    "with bars around": lambda table, _: "\n".join(f"| {' | '.join(box.text for box in row)} |" for row in table),
    "with empty cells": lambda table, width: "\n".join("|".join(row) for row in _dense(table, width)),
    "padded at the end": lambda table, width: "\n".join(
        "|".join(box.text for box in row) + "|" * (width - len(row)) for row in table
    ),
    "tabs": lambda table, _: "\n".join("\t".join(box.text for box in row) for row in table),
    "tabs with empty cells": lambda table, width: "\n".join("\t".join(row) for row in _dense(table, width)),
}


def _report(layout: Layout) -> str:
    tables = {
        "active": (active_table(CELLS), 4),
        "requests": (requests_table(CELLS), 10),
        "disputes": (disputes_table(CELLS), 15),
    }
    lines = [TITLE]
    for key, heading in headings():
        lines += [heading, *PROSE[key]]
        if key in tables:
            lines.append(layout(*tables[key]))
    return "\n".join(lines)


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_reads_back_with_its_prose(tmp_path: Path, name: str) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(_report(LAYOUTS[name]), encoding="utf-8")
    report = read(path)
    assert {address: cell.text for address, cell in report.cells.items()} == CELLS
    assert [section.text for section in report.sections] == ["\n".join(PROSE[key]) for key, _ in headings()]
    assert not report.notes


def test_rows_of_text_on_a_page_are_read_as_a_table(tmp_path: Path) -> None:
    path = tmp_path / "年报.html"
    lines = _report(LAYOUTS["a row a line"]).split("\n")
    path.write_text(f"<html><body>{''.join(f'<p>{line}</p>' for line in lines)}</body></html>", encoding="utf-8")
    assert {address: cell.text for address, cell in read(path).cells.items()} == CELLS


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_every_encoding_and_line_end_of_text(tmp_path: Path, encoding: str, newline: str) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(as_text(CELLS).replace("\n", newline).encode(encoding))
    report = read(path)
    assert {address: cell.text for address, cell in report.cells.items()} == CELLS
    assert report.title == TITLE


def test_a_label_that_lost_its_ordinal_is_known_by_its_place(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(as_text(CELLS).replace("（七）总计", "总计").replace("3.其他 |", "其他 |"), encoding="utf-8")
    assert {address: cell.text for address, cell in read(path).cells.items()} == CELLS


def test_the_heads_of_table_four_may_be_torn(tmp_path: Path) -> None:
    torn = as_text(CELLS).replace("结果纠正 |", "结果 |").replace("尚未审结 |", "尚未 |")
    path = tmp_path / "年报.txt"
    path.write_text(torn, encoding="utf-8")
    assert {address: cell.text for address, cell in read(path).cells.items()} == CELLS


def test_a_label_whose_values_vanished_is_unread(tmp_path: Path) -> None:
    content = as_text(CELLS)
    start = content.index("行政事业性收费 |") + len("行政事业性收费 |\n")
    path = tmp_path / "年报.txt"
    path.write_text(content[:start] + content[content.index("三、收到") :], encoding="utf-8")
    assert read(path).cells["active.fees"].kind == "unread"


def test_a_stray_control_character_is_dropped(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text(as_text(CELLS).replace("全年工作", "全年\x07工作"), encoding="utf-8")
    assert "全年工作平稳" in read(path).sections[0].text


def test_lost_characters_are_noted_where_they_are(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_bytes(as_text(CELLS).encode().replace("全年工作".encode(), "全年工作".encode()[:-1]))
    note = next(note for note in read(path).notes if note.code == "text_damaged")
    assert (note.details["count"], note.details["where"]) == ("1", "第3行")
