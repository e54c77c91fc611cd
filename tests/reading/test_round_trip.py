"""The law of reading: cells that a layout shows are read back as they were, whatever they hold."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.addresses import all_addresses
from auditor.model import TableFormat
from auditor.reading import read
from tests.reading.rendered import as_html, as_markdown, as_text, blank_cells

TEXTS = st.sampled_from(["0", "1", "12", "305", "", "/", "—", "1,204", "７"])
SLOW = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@st.composite
def _cells(draw: st.DrawFn, table_format: TableFormat, texts: st.SearchStrategy[str]) -> dict[str, str]:
    cells = blank_cells(table_format)
    chosen = draw(st.dictionaries(st.sampled_from(all_addresses(table_format)), texts, max_size=40))
    return {**cells, **chosen}


def _expected(address: str, text: str) -> tuple[int | Decimal | None, str]:
    if text in ("/", "—"):
        return None, "na"
    if not text:
        return None, "blank"
    plain = text.replace(",", "")
    money = address in ("active.fees", "active.procurement.amount")
    return (Decimal(int(plain)) if money else int(plain)), "number"


def _assert_read(path: Path, content: str, cells: dict[str, str]) -> None:
    path.write_text(content, encoding="utf-8")
    report = read(path)
    assert set(report.cells) == set(cells)
    for address, text in cells.items():
        cell = report.cells[address]
        kind = "blank" if cell.kind == "derived" else cell.kind
        assert (cell.number, kind) == _expected(address, text), address


@pytest.mark.parametrize("table_format", ["2021", "2019"])
@given(data=st.data())
@SLOW
def test_a_page_reads_back(tmp_path: Path, table_format: TableFormat, data: st.DataObject) -> None:
    cells = data.draw(_cells(table_format, TEXTS))
    _assert_read(tmp_path / "年报.html", as_html(cells, table_format), cells)


@pytest.mark.parametrize("table_format", ["2021", "2019"])
@given(data=st.data())
@SLOW
def test_flattened_text_reads_back(tmp_path: Path, table_format: TableFormat, data: st.DataObject) -> None:
    cells = data.draw(_cells(table_format, st.sampled_from(["0", "3", "17", "/", "2,310"])))
    _assert_read(tmp_path / "年报.txt", as_text(cells, table_format), cells)


@pytest.mark.parametrize("table_format", ["2021", "2019"])
@given(data=st.data())
@SLOW
def test_markdown_reads_back(tmp_path: Path, table_format: TableFormat, data: st.DataObject) -> None:
    cells = data.draw(_cells(table_format, st.sampled_from(["0", "3", "17", "/", "2,310"])))
    _assert_read(tmp_path / "年报.md", as_markdown(cells, table_format), cells)


@given(data=st.data())
@SLOW
def test_a_blank_in_flattened_text_is_placed_or_unread_never_wrong(tmp_path: Path, data: st.DataObject) -> None:
    cells = data.draw(_cells("2021", st.sampled_from(["", "5", "28"])))
    path = tmp_path / "年报.txt"
    path.write_text(as_text(cells), encoding="utf-8")
    for address, cell in read(path).cells.items():
        if cell.kind != "unread":
            assert (cell.number, cell.text) == (_expected(address, cells[address])[0], cells[address]), address
