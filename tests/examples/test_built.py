"""The example reports are what their sources say, and their facts fit together."""

from __future__ import annotations

import pytest

from examples.build import main
from examples.making.faults import Fault, faults, faulty, planted
from examples.making.model import YEARS, clean
from examples.making.pdf_file import pdf_file
from examples.making.tables import columns, placed, table
from examples.making.word_file import word_file

ROWS = {"二": 14, "三": 28, "四": 4}


def number(year: int, address: str) -> int:
    return int(clean(year).cells.get(address, "0"))


def test_the_shipped_files_are_in_step_with_their_sources() -> None:
    assert main(["--check"]) == 0, "run `make examples`"


def test_building_twice_gives_the_same_bytes() -> None:
    report = clean(2024)
    assert word_file(report) == word_file(report)
    assert pdf_file(report) == pdf_file(report)


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("column", ["natural", "business", "research", "nonprofit", "legal", "other", "total"])
def test_every_column_of_table_three_balances(year: int, column: str) -> None:
    received = number(year, f"requests.new.{column}") + number(year, f"requests.carried_in.{column}")
    assert received == number(year, f"requests.handled.{column}") + number(year, f"requests.carried_out.{column}")
    assert number(year, f"requests.carried_out.{column}") >= 0


def test_what_one_year_carries_out_the_next_carries_in() -> None:
    for column in ("natural", "business", "legal", "total"):
        carried_out = number(2023, f"requests.carried_out.{column}")
        assert carried_out == number(2024, f"requests.carried_in.{column}")


def test_normative_documents_in_force_follow_from_last_year() -> None:
    made, repealed = (number(2024, f"active.normative.{key}") for key in ("made", "repealed"))
    assert number(2024, "active.normative.in_force") == number(2023, "active.normative.in_force") + made - repealed


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("part", ROWS)
def test_a_table_fills_its_grid_without_gaps_or_overlaps(year: int, part: str) -> None:
    rows = table(part, clean(year).cells)
    squares = [
        (row + down, column + right)
        for row, column, box in placed(rows)
        for down in range(box.rowspan)
        for right in range(box.colspan)
    ]
    assert len(rows) == ROWS[part]
    assert sorted(squares) == [(row, column) for row in range(len(rows)) for column in range(columns(rows))]


def test_every_family_has_a_planted_fault() -> None:
    assert {fault.family for fault in faults(2024)} == set("NITYSLB")


@pytest.mark.parametrize("fault", [fault for year in YEARS for fault in faults(year)], ids=lambda fault: fault.name)
def test_a_planted_fault_changes_the_report(fault: Fault) -> None:
    assert planted(clean(fault.year), fault) != clean(fault.year) or fault.only_html


def test_every_planted_fault_stands_in_the_faulty_report() -> None:
    for year in YEARS:
        assert len(faulty(year).prose) > 1000
