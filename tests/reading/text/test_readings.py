"""Ways to keep a table in a text that the lines alone do not show: commas, one long line, broken rows, set columns."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from auditor.model import Report
from auditor.reading import read
from tests.reading.text.shapes import SHAPES, Cells, dense, facts, report


def _read(folder: Path, text: str) -> Report:
    path = folder / "年报.txt"
    path.write_text(text, encoding="utf-8")
    return read(path)


def _unread(cells: Cells, found: Report) -> set[str]:
    """The addresses that are unread; fails where one is read wrong."""
    unread = set()
    for address, text in cells.items():
        cell = found.cells.get(address)
        if cell is None or cell.kind == "unread":
            unread.add(address)
        else:
            assert cell.number == int(text), address
    return unread


def test_rows_with_commas_between_the_cells(tmp_path: Path) -> None:
    cells = facts(random.Random(1))
    text = report(cells, lambda table, width: "\n".join(",".join(row) for row in dense(table, width)))
    assert not _unread(cells, _read(tmp_path, text))


@pytest.mark.parametrize("mark", ["|", "\t", " "])
def test_a_report_joined_into_one_line(tmp_path: Path, mark: str) -> None:
    cells = facts(random.Random(2))
    text = mark.join(line for line in report(cells, SHAPES["cell a line"]).split("\n") if line)
    assert not _unread(cells, _read(tmp_path, text))


def _break_after(line: str, bars: int) -> str:
    cells = line.split(" | ")
    return " | ".join(cells[:bars]) + "\n" + " | ".join(cells[bars:]) if len(cells) > 7 else line


def test_rows_broken_over_two_lines_are_read_where_they_add_up(tmp_path: Path) -> None:
    cells = facts(random.Random(3))
    lines = report(cells, SHAPES["row bars"]).split("\n")
    unread = _unread(cells, _read(tmp_path, "\n".join(_break_after(line, 4) for line in lines)))
    assert {address.partition(".")[0] for address in unread} <= {"disputes"}


def test_a_page_number_does_not_stand_in_for_a_cell_that_vanished(tmp_path: Path) -> None:
    cells = facts(random.Random(4))
    cells |= {f"requests.carried_in.{name}": "0" for name in ("natural", "business", "research", "nonprofit", "other")}
    cells |= {"requests.carried_in.legal": "1", "requests.carried_in.total": "1"}
    lines = report(cells, SHAPES["row bars"]).replace(" | ", " ").split("\n")
    at = next(at for at, line in enumerate(lines) if line.startswith("二、上年结转"))
    lines[at : at + 1] = [lines[at].replace(" 0", "", 1), "2"]
    found = _read(tmp_path, "\n".join(lines))
    assert all(found.cells[f"requests.carried_in.{name}"].kind == "unread" for name in ("natural", "legal", "total"))
