"""A text of several sentences and paragraphs: what goes on from one figure to the next, and what ends it."""

from __future__ import annotations

from auditor.checks.examples import report_of
from auditor.claims import figures_of, read_text
from auditor.model import Topic
from tests.claims.told import NEW, figures, links


def test_an_empty_text_has_nothing() -> None:
    reading = read_text("")
    assert (reading.figures, reading.relations) == ([], [])


def test_the_section_is_written_into_every_figure() -> None:
    reading = read_text("收到政府信息公开申请11件，未发生行政复议。", section="一")
    assert {figure.section for figure in reading.figures} == {"一"}


def test_without_year_and_body_everything_counts_as_the_reports_own() -> None:
    (figure,) = read_text("2019年，全市收到政府信息公开申请11件。").figures
    assert figure.address == NEW


class TestInheritance:
    def test_parts_inherit_from_their_total(self) -> None:
        text = "全年收到政府信息公开申请11件，其中自然人9件、企业2件。"
        assert [where for _, where in links(text)[1:]] == ["requests.new.natural", "requests.new.business"]

    def test_the_next_sentence_goes_on(self) -> None:
        text = "全年收到政府信息公开申请11件。办结10件，结转下年1件。"
        assert [where for _, where in links(text)[1:]] == ["requests.handled.total", "requests.carried_out.total"]

    def test_an_unknown_thing_ends_it(self) -> None:
        assert links("全年收到政府信息公开申请11件，编发简报6件。")[1] == ("6件", "-")

    def test_a_review_before_requests_is_not_mixed_up(self) -> None:
        text = "因政府信息公开引发行政复议3件，收到政府信息公开申请11件。"
        assert [figure.address for figure in figures(text)] == ["disputes.review.total", NEW]

    def test_outcomes_follow_the_review_that_they_divide(self) -> None:
        text = "因政府信息公开引发行政复议3件，维持2件，其他1件。"
        assert [where for _, where in links(text)[1:]] == ["disputes.review.upheld", "disputes.review.other"]


class TestHeadings:
    def test_a_heading_says_what_is_counted(self) -> None:
        text = "（二）依申请公开情况\n全年收到11件，均按时答复。"
        assert figures(text)[0].address == NEW

    def test_a_new_heading_ends_it(self) -> None:
        text = "（二）依申请公开情况\n全年收到政府信息公开申请11件。\n（三）平台建设\n全年收到62件，办结60件。"
        assert [figure.address for figure in figures(text)][1:] == [None, None]

    def test_topics_found_by_reading_come_first(self) -> None:
        text = "（二）申请办理\n全年收到11件，均按时答复。"
        topics = (Topic("requests", "申请办理", 0, len(text)),)
        assert read_text(text, year=2024, topics=topics).figures[0].address == NEW


class TestReports:
    def test_offsets_count_inside_each_section(self) -> None:
        report = report_of(
            {"sections": {"一": "收到政府信息公开申请11件。", "六": "组织培训7场，包括业务培训4场、法规培训3场。"}}
        )
        found, relations = figures_of(report)
        texts = {section.number: section.text for section in report.sections}
        assert [texts[figure.section][figure.start : figure.end] for figure in found] == ["11件", "7场", "4场", "3场"]
        (relation,) = relations
        assert (relation.section, relation.roles) == ("六", {"total": (1,), "parts": (2, 3)})

    def test_no_relation_joins_two_sections(self) -> None:
        report = report_of({"sections": {"一": "办理留言62条。", "六": "其中咨询类40条、其他21条。"}})
        assert figures_of(report)[1] == []

    def test_a_report_before_2019_links_nothing(self) -> None:
        found, _ = figures_of(report_of({"year": 2017, "sections": {"一": "收到政府信息公开申请11件。"}}))
        assert [figure.address for figure in found] == [None]

    def test_an_office_reports_its_own_requests_only(self) -> None:
        found, _ = figures_of(
            report_of({"sections": {"一": "全县收到政府信息公开申请186件；我办收到政府信息公开申请11件。"}})
        )
        assert [figure.address for figure in found] == [None, NEW]


def test_reasons_name_the_words_and_the_rule() -> None:
    (figure,) = figures("全年收到政府信息公开申请11件。")
    assert "收到" in figure.reasons
    assert any(reason.startswith("依据：") for reason in figure.reasons)


def test_what_bars_a_link_is_said() -> None:
    (figure,) = figures("全县收到政府信息公开申请186件。")
    assert any(reason.startswith("未对应：") for reason in figure.reasons)
