"""The prose against the tables: which rule speaks, how loudly, of which span and cells (handbook 2.7)."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from auditor.model import Audit
from tests.acceptance.passage import (
    assert_sound,
    audited,
    disputes_table,
    faults,
    requests_table,
    span_texts,
    the_finding,
)

SOUND = requests_table(
    new=12,
    carried_in=2,
    carried_out=1,
    results={"granted": 6, "partial": 3, "denied.third_party": 1, "unavailable.not_held": 2, "unprocessed.petition": 1},
    organisations={"new": {"business": 3}, "granted": {"business": 3}},
)
DISPUTES = disputes_table(review={"upheld": 5, "pending": 2}, litigation_direct={"upheld": 1, "corrected": 1})
DOCUMENTS = {"active.normative.made": 4, "active.normative.repealed": 1, "active.normative.in_force": 32}
DECISIONS = {"active.licensing": 423, "active.penalty": 86, "active.coercion": 5, "active.fees": "12.6"}
ALL: Mapping[str, object] = {**SOUND, **DISPUTES, **DOCUMENTS, **DECISIONS}


def prose(text: str) -> Audit:
    return audited(text, ALL)


def told(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Code, severity and words of what family N says at warning or above."""
    audit = prose(text)
    return [(found.rule, found.severity, span_texts(audit, found)) for found in faults(audit, "N")]


@pytest.mark.parametrize(
    ("text", "rule", "severity", "words"),
    [
        ("全年收到政府信息公开申请13件。", "N101", "error", "13件"),
        ("全年收到政府信息公开申请14件。", "N101", "warning", "14件"),
        ("上年结转政府信息公开申请3件。", "N102", "error", "3件"),
        ("政府信息公开申请结转下年度继续办理2件。", "N102", "error", "2件"),
        ("全年办结政府信息公开申请11件。", "N103", "error", "11件"),
        ("全年办结政府信息公开申请13件，其中予以公开7件。", "N104", "error", "7件"),
        ("全年办结政府信息公开申请13件，其中无法提供4件。", "N104", "error", "4件"),
        ("全年未收到政府信息公开申请。", "N105", "error", "未收到政府信息公开申请"),
        ("全年收到政府信息公开申请12件，其中自然人10件。", "N106", "error", "10件"),
        ("全年收到政府信息公开申请12件，其中法人或其他组织2件。", "N106", "error", "2件"),
        ("因政府信息公开引发行政复议6件。", "N107", "error", "6件"),
        ("因政府信息公开引发行政诉讼2件，其中败诉2件。", "N107", "error", "2件"),
        ("未发生因政府信息公开引发的行政复议。", "N108", "error", "未发生因政府信息公开引发的行政复议"),
        ("全年制发行政规范性文件5件。", "N109", "error", "5件"),
        ("全年现行有效行政规范性文件31件。", "N109", "error", "31件"),
        ("全年作出行政许可决定420件。", "N110", "warning", "420件"),
        ("全年作出行政处罚80件。", "N110", "warning", "80件"),
        ("全年行政事业性收费13.6万元。", "N111", "error", "13.6万元"),
        ("政府信息公开申请办结率100%。", "N112", "warning", "100%"),
    ],
)
def test_a_contradiction_is_told_at_its_span(text: str, rule: str, severity: str, words: str) -> None:
    assert told(text) == [(rule, severity, (words,))]


@pytest.mark.parametrize(
    "text",
    [
        "全年收到政府信息公开申请12件。",
        "全年办理政府信息公开申请14件（含上年结转2件），办结13件，结转下年度继续办理1件。",
        "全年收到政府信息公开申请12件，其中自然人9件、法人或其他组织3件。",
        "全年办结政府信息公开申请13件，其中予以公开6件、部分公开3件、不予公开1件、无法提供2件、不予处理1件。",
        "政府信息公开申请办结率92.9%。",
        "按时办结率100%。",
        "因政府信息公开引发行政复议7件，其中维持5件、尚未审结2件。",
        "全年制发行政规范性文件4件，废止1件，现行有效32件。",
        "全年行政事业性收费126000元。",
        "公示行政许可信息55条。",
        "全年制发公文120件，其中主动公开80件、依申请公开30件、不予公开10件。",
        "全年办结政府信息公开申请13件，其中12件按期答复，1件延期答复。",
        "2023年收到政府信息公开申请30件。",
        "全县收到政府信息公开申请300件。",
        "通过信函收到政府信息公开申请5件。",
    ],
)
def test_what_agrees_or_is_not_comparable_is_not_told(text: str) -> None:
    assert_sound(prose(text))


def test_the_finding_names_the_stated_value_and_the_cell() -> None:
    found = the_finding(prose("全年收到政府信息公开申请13件。"), "N101", "error")
    assert found.addresses == ("requests.new.total",)
    assert found.values["stated"] == "13"
    assert found.values["cells"]["requests.new.total"] == 12
    assert "13件" in found.message
    assert "12" in found.message


def test_only_the_column_of_persons_was_taken() -> None:
    audit = prose("全年收到政府信息公开申请9件。")
    assert [found.rule for found in faults(audit, "N")] == ["N101"]


def test_answers_that_leave_out_what_was_not_processed_are_noted() -> None:
    found = the_finding(prose("全年答复政府信息公开申请12件。"), "N103", "info")
    assert found.severity == "info"


def test_published_documents_are_at_most_noted() -> None:
    audit = prose("全年公开行政规范性文件7件。")
    assert [(found.rule, found.severity) for found in audit.findings if found.rule == "N109"] == [("N109", "info")]


class TestAllOfThem:
    def test_all_upheld_with_a_pending_case_is_false(self) -> None:
        found = the_finding(prose("因政府信息公开引发行政复议7件，均获维持。"), "N114", "error")
        assert found.values["cells"] == {"disputes.review.upheld": 5}

    def test_all_from_persons_although_some_came_from_firms(self) -> None:
        the_finding(prose("全年收到政府信息公开申请12件，均为自然人提出。"), "N114", "error")

    def test_all_finished_with_one_carried_out_is_noted(self) -> None:
        the_finding(prose("全年收到政府信息公开申请12件，均已办结。"), "N114", "info")

    def test_what_is_true_of_all_is_not_told(self) -> None:
        cells = disputes_table(review={"upheld": 7})
        assert_sound(audited("因政府信息公开引发行政复议7件，均获维持。", cells))


class TestScope:
    def test_the_regions_figure_in_an_offices_report_is_noted_with_both_values(self) -> None:
        found = the_finding(prose("全县收到政府信息公开申请186件。"), "N115", "info")
        assert found.values["stated"] == "186"
        assert found.values["cells"] == {"requests.new.total": 12}

    def test_equal_values_leave_nothing_to_ask(self) -> None:
        assert not [found for found in prose("全县收到政府信息公开申请12件。").findings if found.rule == "N115"]

    def test_what_the_tables_do_not_count_is_not_noted(self) -> None:
        assert not [found for found in prose("全县培训工作人员186人次。").findings if found.rule == "N115"]


class TestSilence:
    def test_requests_and_disputes_of_which_nothing_is_said(self) -> None:
        found = [found for found in prose("全年推进政务公开。").findings if found.rule == "N113"]
        assert {found.severity for found in found} == {"info"}
        assert {address for one in found for address in one.addresses} >= {"requests.new.total"}

    def test_a_word_on_each_is_enough(self) -> None:
        text = "收到政府信息公开申请12件。因政府信息公开引发行政复议7件、行政诉讼2件。"
        assert not [found for found in prose(text).findings if found.rule == "N113"]

    def test_empty_tables_need_no_word(self) -> None:
        assert not [found for found in audited("全年推进政务公开。", {}).findings if found.rule == "N113"]


class TestRoughFigures:
    def cells(self, new: int) -> dict[str, object]:
        return requests_table(new=new, results={"granted": new})

    def test_a_hundred_odd_above_150_is_noted(self) -> None:
        found = the_finding(audited("全年收到政府信息公开申请100余件。", self.cells(199)), "N116", "info")
        assert found.addresses == ("requests.new.total",)

    def test_a_hundred_odd_up_to_150_is_right(self) -> None:
        audit = audited("全年收到政府信息公开申请100余件。", self.cells(150))
        assert not [found for found in audit.findings if found.rule in ("N101", "N116")]

    def test_more_than_a_number_that_is_half_as_much_again_is_a_warning(self) -> None:
        audit = audited("全年收到政府信息公开申请超过100件。", self.cells(160))
        assert [found.severity for found in faults(audit, "N")] == ["warning"]

    def test_more_than_a_number_that_is_greater_is_an_error(self) -> None:
        audit = audited("全年收到政府信息公开申请超过100件。", self.cells(90))
        assert [(found.rule, found.severity) for found in faults(audit, "N")] == [("N101", "error")]


def test_without_tables_nothing_is_compared() -> None:
    audit = audited("全年收到政府信息公开申请13件。", None)
    assert faults(audit, "N", least="info") == []
