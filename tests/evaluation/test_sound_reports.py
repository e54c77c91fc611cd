"""Reports made of labelled passages: every claim fits its cells, every relation of the tables holds."""

from __future__ import annotations

import pytest

from auditor.evaluation.claims_on_cells import claims, some_reading_fits
from auditor.evaluation.label_files import all_passages
from auditor.evaluation.labels import Passage
from auditor.evaluation.sound_reports import sound_report
from auditor.evaluation.sound_tables import sound_cells, table_rows
from auditor.stages import audit_report
from tests.evaluation.conftest import Labelled

SOME = [passage for passage in all_passages(part="develop") if passage.table_format][::12]


@pytest.mark.parametrize("passage", SOME, ids=lambda passage: passage.id)
def test_tables_agree_with_the_passage_and_with_themselves(passage: Passage) -> None:
    sound = sound_report(passage)
    if sound is None:
        assert sound_cells(passage) is None or any(not relation.holds for relation in passage.relations)
        return
    cells = sound.report.cells
    assert passage.table_format is not None
    numbers = {address: int(cell.number or 0) for address, cell in cells.items()}
    assert all(row.holds(numbers) for row in table_rows(passage.table_format))
    together = {mark.address for mark in passage.figures if "not_held" in mark.address}
    for mark in passage.figures:
        if claims(mark) and mark.address not in together:
            assert some_reading_fits(mark, cells), mark


@pytest.mark.parametrize("passage", SOME[::3], ids=lambda passage: passage.id)
def test_the_tables_of_a_sound_report_have_no_error(passage: Passage) -> None:
    sound = sound_report(passage)
    if sound is not None:
        audit = audit_report(sound.report, sound.previous)
        assert [one.message for one in audit.findings if one.rule[0] in "TY" and one.severity == "error"] == []


def test_as_many_readings_as_can_be_are_made_to_fit(labelled: Labelled) -> None:
    cells = sound_cells(labelled("收到并办结申请⟦11件|11|件|requests.new.total or requests.handled.total⟧。"))
    assert cells is not None
    assert [cells[f"requests.{row}.total"] for row in ("new", "handled", "carried_out")] == [11, 11, 0]


def test_the_other_reading_where_only_it_fits(labelled: Labelled) -> None:
    cells = sound_cells(
        labelled(
            "收到申请⟦11件|11|件|requests.new.total or requests.new.total + requests.carried_in.total⟧，"
            "含上年结转⟦2件|2|件|requests.carried_in.total⟧。"
        )
    )
    assert cells is not None
    assert cells["requests.carried_in.total"] == 2
    assert 11 in (cells["requests.new.total"], int(cells["requests.new.total"]) + 2)


def test_shares_and_fees(labelled: Labelled) -> None:
    cells = sound_cells(
        labelled(
            "办结率⟦90.9%|90.9%|%|requests.handled.total / (requests.new.total + requests.carried_in.total)⟧，"
            "收费⟦1.5亿元|1.5|亿元|active.fees⟧。"
        )
    )
    assert cells is not None
    assert cells["active.fees"] == 15_000
    share = 1000 * int(cells["requests.handled.total"]) / int(cells["requests.new.total"])
    assert round(share) == 909


def test_what_contradicts_itself_has_no_tables(labelled: Labelled) -> None:
    two = "收到申请⟦11件|11|件|requests.new.total⟧，新收申请⟦12件|12|件|requests.new.total⟧。"
    assert sound_cells(labelled(two)) is None
    assert sound_report(labelled(two)) is None
    broken = "共⟦9条|9|条|-⟧，分别为⟦4条|4|条|-⟧、⟦6条|6|条|-⟧。"
    assert sound_report(labelled(broken, "sum total=0 parts=1,2 holds=false")) is None
    assert sound_report(labelled("收到申请⟦11件|11|件|-⟧。", year=2017)) is None


def test_last_years_tables_are_left_out_where_the_prose_speaks_of_last_year(labelled: Labelled) -> None:
    plain = sound_report(labelled("收到申请⟦11件|11|件|requests.new.total⟧。"))
    comparing = sound_report(labelled("收到申请⟦11件|11|件|requests.new.total⟧，比上年多⟦2件|2|件|-⟧。"))
    assert plain is not None
    assert plain.previous is not None
    assert comparing is not None
    assert comparing.previous is None
