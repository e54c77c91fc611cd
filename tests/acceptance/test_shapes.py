"""Twelve shapes on which simple checkers fail, each in sentences of our own."""

from __future__ import annotations

from decimal import Decimal

import pytest

import auditor
from auditor.model import Figure
from tests.acceptance.passage import (
    OFFICE,
    assert_sound,
    audited,
    covered,
    disputes_table,
    faults,
    requests_table,
    span_texts,
    the_figure,
    the_finding,
)

NEW = "requests.new.total"
CARRIED_IN = "requests.carried_in.total"
HANDLED = "requests.handled.total"
RATE = f"{HANDLED} / ({NEW} + {CARRIED_IN})"


def read(text: str, year: int = 2024, agency: str = OFFICE) -> list[Figure]:
    """The figures of a text; their offsets give their surfaces."""
    found = auditor.narrative(text, year=year, agency=agency).figures
    assert [text[figure.start : figure.end] for figure in found] == [figure.text for figure in found]
    return found


class TestChineseNumerals:
    @pytest.mark.parametrize(
        "text",
        [
            "全年共收到政府信息公开申请三十二件。",
            "(二)依申请公开。我办本年度受理各方提交的信息公开申请三十二件，均依法登记。",
            "政府信息公开申请三十二件已全部登记，这些申请由我办于2024年收到。",
        ],
    )
    def test_they_count(self, text: str) -> None:
        (figure,) = read(text)
        assert (figure.text, figure.value, figure.unit, figure.kind) == ("三十二件", 32, "件", "count")
        assert figure.address == NEW

    def test_they_are_held_against_the_table(self) -> None:
        audit = audited("全年新收政府信息公开申请三十二件。", requests_table(new=31, results={"granted": 31}))
        assert span_texts(audit, the_finding(audit, "N101", "error")) == ("三十二件",)


class TestFullWidthDigits:
    @pytest.mark.parametrize(
        ("text", "address"),
        [
            ("２０２４年，我局收到政府信息公开申请１２件。", NEW),
            ("全年答复政府信息公开申请１２件，答复书均以挂号信寄出。", HANDLED),
        ],
    )
    def test_they_are_digits(self, text: str, address: str) -> None:
        (figure,) = read(text, agency="云溪县教育局")
        assert (figure.text, figure.value, figure.unit, figure.address) == ("１２件", 12, "件", address)

    def test_they_match_the_cell(self) -> None:
        audit = audited("全年收到政府信息公开申请１２件。", requests_table(new=12, results={"granted": 12}))
        assert_sound(audit)
        assert the_figure(audit, "１２件").verdict == "match"


class TestOtherMeasureWords:
    @pytest.mark.parametrize(
        ("text", "address"),
        [
            ("2024年共受理政府信息公开申请12宗。", NEW),
            ("全年作出行政处罚12宗，均在官网公示。", "active.penalty"),
            ("本年度因政府信息公开被申请行政复议12宗。", "disputes.review.total"),
        ],
    )
    def test_cases_by_the_zong(self, text: str, address: str) -> None:
        (figure,) = read(text, agency="临江市交通运输局")
        assert (figure.text, figure.value, figure.unit, figure.address) == ("12宗", 12, "宗", address)


class TestAWordBetweenNameAndNumber:
    @pytest.mark.parametrize(
        "text",
        [
            "因政府信息公开引发的行政诉讼共5件。",
            "复议诉讼方面，本机关涉政府信息公开的行政诉讼共5件，未发生败诉。",
        ],
    )
    def test_litigation_in_all(self, text: str) -> None:
        figure = next(figure for figure in read(text) if figure.kind == "count")
        assert (figure.text, figure.value, figure.address) == ("5件", 5, "disputes.litigation.total")

    def test_both_kinds_of_lawsuits_make_it(self) -> None:
        table = disputes_table(litigation_direct={"upheld": 3}, litigation_after_review={"upheld": 2})
        audit = audited("全年政府信息公开类行政诉讼共5件，法院均判决维持。", table)
        assert_sound(audit)
        assert the_figure(audit, "5件").verdict == "match"


class TestCompletionRate:
    def test_of_requests(self) -> None:
        audit = audited("全年收到政府信息公开申请9件，办结率100%。", requests_table(new=9, results={"granted": 9}))
        assert_sound(audit)
        rate = the_figure(audit, "100%")
        assert (rate.value, rate.unit, rate.kind, rate.address, rate.verdict) == (
            Decimal(100),
            "%",
            "rate",
            RATE,
            "match",
        )

    @pytest.mark.parametrize(
        "text",
        [
            "全年收到政府信息公开申请9件。县长信箱来信214封，办结率100%。",
            "全年承办热线平台转来工单640件，办结率100%，群众满意率98%。",
        ],
    )
    def test_of_something_else(self, text: str) -> None:
        rate = next(figure for figure in read(text) if figure.text == "100%")
        assert rate.address is None

    def test_of_requests_of_which_one_was_carried_out(self) -> None:
        audit = audited(
            "全年收到政府信息公开申请9件，办结率100%。",
            requests_table(new=9, carried_out=1, results={"granted": 8}),
        )
        assert span_texts(audit, the_finding(audit, "N112", "warning")) == ("100%",)


class TestGrowth:
    @pytest.mark.parametrize(
        "text",
        [
            "全年收到政府信息公开申请36件，同比增长12.5%。",
            "本年度政府信息公开申请量同比增长12.5%，办理压力有所加大。",
            "门户网站全年访问量达41万次，同比增长12.5%。",
        ],
    )
    def test_it_is_no_level(self, text: str) -> None:
        growth = next(figure for figure in read(text) if "%" in figure.text)
        assert (growth.text, growth.value, growth.kind, growth.address) == ("12.5%", Decimal("12.5"), "growth", None)

    def test_it_may_have_a_whole_base(self) -> None:
        text = "全年收到政府信息公开申请36件，同比增长12.5%。"
        assert_sound(audited(text, requests_table(new=36, results={"granted": 36})))


class TestLongNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "全年主动公开信息3702条。",
            "2024年我办在门户网站发布3702条政府信息，公开专栏更新及时。",
        ],
    )
    def test_they_are_read_whole_and_have_no_cell(self, text: str) -> None:
        (figure,) = read(text)
        assert (figure.text, figure.value, figure.unit, figure.address) == ("3702条", 3702, "条", None)


class TestDenial:
    @pytest.mark.parametrize(
        "text",
        [
            "2024年，我镇未收到政府信息公开申请。",
            "依申请公开方面，本年度没有收到公民、法人或其他组织提出的政府信息公开申请。",
            "全年无政府信息公开申请，无结转事项。",
        ],
    )
    def test_a_denial_contradicted_by_the_table(self, text: str) -> None:
        audit = audited(text, requests_table(new=4, results={"granted": 4}), agency="云溪县柳河镇人民政府")
        denial = audit.figures[0]
        assert (denial.kind, denial.value, denial.unit, denial.address) == ("absence", 0, None, NEW)
        found = the_finding(audit, "N105", "error")
        (section, start, end) = found.spans[0]
        assert section == "一"
        assert start <= denial.start < denial.end <= end or span_texts(audit, found) == (denial.text,)

    def test_a_denial_borne_out_by_the_table(self) -> None:
        assert_sound(audited("2024年，我镇未收到政府信息公开申请。", {}, agency="云溪县柳河镇人民政府"))


class TestThousandsSeparators:
    @pytest.mark.parametrize(
        "text",
        [
            "全市共收到政府信息公开申请1,204件。",
            "全市新收政府信息公开申请1，204件，均已登记。",
        ],
    )
    def test_a_comma_inside_a_number(self, text: str) -> None:
        (figure,) = read(text, agency="临江市人民政府")
        assert (figure.value, figure.unit, figure.address) == (1204, "件", NEW)
        assert figure.text == text[figure.start : figure.end]
        assert figure.text.startswith("1")

    def test_it_matches_the_cell(self) -> None:
        table = requests_table(new=1204, results={"granted": 1000, "other.other": 204})
        audit = audited("2024年，全市收到政府信息公开申请1,204件。", table, agency="临江市人民政府")
        assert_sound(audit)
        assert the_figure(audit, "1,204件").verdict == "match"


class TestReviewBeforeRequests:
    @pytest.mark.parametrize(
        ("text", "review"),
        [
            # Whether these reviews are over disclosure at all is not said.
            ("全年办理行政复议申请3件、政府信息公开申请11件。", {None, "disputes.review.total"}),
            (
                "2024年，因信息公开产生的行政复议申请3件，收到的政府信息公开申请11件，均依法处理。",
                {"disputes.review.total"},
            ),
        ],
    )
    def test_they_are_not_mixed_up(self, text: str, review: set[str | None]) -> None:
        reviews, requests = read(text)
        assert (reviews.value, requests.value) == (3, 11)
        assert reviews.address in review
        assert NEW in (requests.address or "")

    def test_each_matches_its_own_cell(self) -> None:
        table = requests_table(new=11, results={"granted": 11}) | disputes_table(review={"upheld": 3})
        audit = audited("全年收到因政府信息公开提起的行政复议申请3件，收到政府信息公开申请11件。", table)
        assert_sound(audit)
        assert (the_figure(audit, "3件").address, the_figure(audit, "3件").verdict) == (
            "disputes.review.total",
            "match",
        )
        assert (the_figure(audit, "11件").address, the_figure(audit, "11件").verdict) == (NEW, "match")


class TestCarriedInWithoutItsNumber:
    @pytest.mark.parametrize(
        "text",
        [
            "上年结转的申请转入本年，2023年共办理政府信息公开申请7件。",
            "加上上年结转转入本年的申请，2023年我局共办理依申请公开7件。",
        ],
    )
    def test_what_was_carried_in_is_not_seven(self, text: str) -> None:
        (figure,) = read(text, year=2023, agency="云溪县林业局")
        assert figure.value == 7
        assert figure.address != CARRIED_IN
        assert CARRIED_IN not in figure.alternatives

    def test_the_table_bears_it_out(self) -> None:
        audit = audited(
            "上年结转的1件转入本年，2023年共办理政府信息公开申请7件，办结率100%。",
            requests_table(new=6, carried_in=1, results={"granted": 7}),
            year=2023,
            agency="云溪县林业局",
        )
        assert_sound(audit)
        assert the_figure(audit, "7件").verdict == "match"
        assert the_figure(audit, "1件").address == CARRIED_IN


class TestASecondMention:
    @pytest.mark.parametrize(
        "text",
        [
            "(二)依申请公开。全年收到政府信息公开申请11件，均按期答复。(五)监督保障。全年收到的政府信息公开申请12件均经法制审核。",
            "我办2024年共收到政府信息公开申请11件。上述12件申请中，涉及征地补偿的4件。",
        ],
    )
    def test_it_contradicts_the_first(self, text: str) -> None:
        audit = audited(text, requests_table(new=11, results={"granted": 11}))
        found = faults(audit, least="error")
        assert found
        assert "12件" in covered(audit, found)
        assert the_figure(audit, "11件").verdict == "match"

    def test_of_things_without_a_cell(self) -> None:
        audit = audited(
            "全年主动公开政府信息1860条，重点领域信息占比较高。平台建设方面，门户网站运行平稳。"
            "综上，2024年我办主动公开政府信息1680条。",
            {},
        )
        found = the_finding(audit, "I107", "error")
        assert {"1860条", "1680条"} <= set(span_texts(audit, found))
