"""Tables missing, altered, of another year, with blanks (errors 3, 7, 8, 9, 37)."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.addresses import dispute_addresses
from auditor.checks.examples import case_of
from auditor.checks.run import run
from auditor.model import Finding

SIX = {"一": "全年公开信息36条。", "二": "", "三": "", "四": "", "五": "栏目更新滞后。", "六": "未收取信息处理费。"}


def found(code: str, **example: Any) -> list[Finding]:
    return run(case_of({"sections": SIX, **example}), select=(code,))


def test_a_table_that_is_missing_or_a_picture_cannot_be_audited() -> None:
    notes = [
        {"code": "table_missing", "details": {"part": "active"}},
        {"code": "table_picture", "details": {"part": "requests", "where": "第2页"}},
    ]
    first, second = found("S201", notes=notes)
    assert "无法审核" in first.message
    assert "图片" in second.message


def test_a_missing_part_is_not_reported_again_for_its_table() -> None:
    notes = [{"code": "table_missing", "details": {"part": "disputes"}}]
    sections = {key: text for key, text in SIX.items() if key != "四"}
    assert found("S201", sections=sections, notes=notes) == []


def test_a_table_without_a_number_is_empty_and_its_blanks_are_not_listed_again() -> None:
    cells = dict.fromkeys(dispute_addresses(), "")
    (finding,) = found("S201", fill=0, cells=cells)
    assert "空表" in finding.message
    assert found("S221", fill=0, cells=cells) == []


def test_all_blanks_are_one_warning() -> None:
    cells = {"active.licensing": "", "active.penalty": "/", "disputes.review.other": "无", "requests.new.legal": ""}
    (finding,) = found("S221", fill=0, cells=cells)
    assert finding.severity == "warning"
    assert set(finding.addresses) == set(cells)
    assert finding.values == {"cells": {"blank": 2, "na": 1, "text": 1}}


def test_a_blank_total_is_a_blank_even_if_its_row_has_a_sum() -> None:
    (finding,) = found("S221", fill=0, cells={"requests.new.natural": 3, "requests.new.total": ""})
    assert finding.addresses == ("requests.new.total",)


def test_an_unread_cell_is_no_blank() -> None:
    assert found("S221", fill=0, cells={"active.licensing": "?"}) == []


@pytest.mark.parametrize(
    ("table_format", "year", "expected"),
    [
        ("2021", 2021, []),
        ("2021", 2024, []),
        ("2019", 2019, []),
        ("2019", 2020, []),
        ("2019", 2021, ["error"]),
        ("2019", 2023, ["error"]),
        ("2021", 2020, ["warning"]),
    ],
)
def test_the_format_goes_with_the_year(table_format: str, year: int, expected: list[str]) -> None:
    findings = found("S211", year=year, table_format=table_format, fill=0)
    assert [finding.severity for finding in findings] == expected


def test_mixed_heads_are_a_warning_and_not_the_old_format() -> None:
    details = {"part": "active", "chosen": "2019", "words_2021": "本年制发件数", "words_2019": "对外公开总数量"}
    example = {
        "year": 2023,
        "table_format": "2019",
        "fill": 0,
        "notes": [{"code": "formats_mixed", "details": details}],
    }
    assert found("S211", **example) == []
    assert [finding.severity for finding in found("S212", **example)] == ["warning"]


def test_one_row_under_the_new_heads_is_a_warning() -> None:
    (finding,) = found("S214", notes=[{"code": "other_one_row", "details": {"part": "requests", "where": "第9行"}}])
    assert finding.severity == "warning"
    assert found("S211", fill=0) == []


def test_units_and_remarks_are_one_warning_and_separators_one_info() -> None:
    notes = [
        {"code": "cell_unit", "details": {"text": "12件", "unit": "件"}, "addresses": ["active.licensing"]},
        {"code": "cell_remark", "details": {"text": "3（其中修订1件）", "remark": "其中修订1件"},
         "addresses": ["active.normative.made"]},
        {"code": "cell_separator", "details": {"text": "1,204"}, "addresses": ["active.penalty"]},
    ]  # fmt: skip
    first, second = found("S215", notes=notes)
    assert (first.severity, first.addresses) == ("warning", ("active.licensing", "active.normative.made"))
    assert (second.severity, second.addresses) == ("info", ("active.penalty",))


def test_a_second_table_names_the_cells_that_differ() -> None:
    details = {"part": "requests", "where": "第90行", "differing": "requests.new.total=11|12"}
    note = {"code": "table_again", "details": details, "addresses": ["requests.new.total"]}
    (finding,) = found("S203", notes=[note])
    assert finding.severity == "warning"
    same = {"code": "table_again", "details": {"part": "requests", "where": "第90行", "differing": ""}}
    assert [finding.severity for finding in found("S203", notes=[same])] == ["info"]
