"""The 32 golden cases of the handbook (8.2): passages of our own that carry their numbers, and the verdict.

OK means: no error and no warning of the families N and I, no figure that contradicts its cell, every relation
holds.  Each test carries the number of its case.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from auditor.model import Relation
from tests.acceptance.passage import (
    assert_sound,
    audited,
    covered,
    disputes_table,
    faults,
    readings,
    requests_table,
    span_texts,
    the_figure,
    the_finding,
    told,
)

NEW = "requests.new.total"
CARRIED_IN = "requests.carried_in.total"
HANDLED = "requests.handled.total"
CARRIED_OUT = "requests.carried_out.total"


def held(relations: list[Relation], kind: str) -> list[str]:
    """The formulas of one kind; all of them hold."""
    found = [relation for relation in relations if relation.kind == kind]
    assert all(relation.holds for relation in found), [relation.formula for relation in found]
    return [relation.formula for relation in found]


def test_01_four_figures_balance() -> None:
    audit = audited(
        "(二)依申请公开。今年以来，我办新收到政府信息公开申请30件，另有上年度结转1件；"
        "截至年底共办结24件，尚在办理期限内、结转到2025年的7件。",
        requests_table(new=30, carried_in=1, carried_out=7, results={"granted": 15, "partial": 9}),
    )
    assert_sound(audit)
    assert [(figure.text, figure.address) for figure in audit.figures] == [
        ("30件", NEW),
        ("1件", CARRIED_IN),
        ("24件", HANDLED),
        ("7件", CARRIED_OUT),
    ]


def test_02_the_rest_was_answered() -> None:
    audit = audited(
        "2023年，我局共收到政府信息公开申请59件，办理上年度结转2件，其中7件结转2024年度办理，其余54件全部按时答复申请人。",
        requests_table(new=59, carried_in=2, carried_out=7, results={"granted": 40, "unavailable.not_held": 14}),
        year=2023,
        agency="云溪县自然资源局",
    )
    assert_sound(audit)
    assert the_figure(audit, "54件").address == HANDLED
    assert the_figure(audit, "7件").address == CARRIED_OUT
    assert the_figure(audit, "2件").address == CARRIED_IN


def test_03_what_was_new_is_derived_and_not_stated() -> None:
    audit = audited(
        "报告期内，全市行政机关共处理政府信息公开申请1261件（含上年度结转74件），到年底作出答复1181件，转入下年度80件。",
        requests_table(new=1187, carried_in=74, carried_out=80, results={"granted": 900, "other.other": 281}),
        agency="临江市人民政府",
    )
    assert_sound(audit)
    assert the_figure(audit, "1261件").address == f"{NEW} + {CARRIED_IN}"
    assert the_figure(audit, "1261件").verdict == "match"
    assert the_figure(audit, "74件").address == CARRIED_IN


def test_04_nothing_was_carried_in() -> None:
    audit = audited(
        "依申请公开方面，新收政府信息公开申请354件，结转上年0件，全年办理完成353件，余1件结转下年继续办理。",
        requests_table(new=354, carried_out=1, results={"granted": 200, "partial": 153}),
        agency="临江市住房和城乡建设局",
    )
    assert_sound(audit)
    assert the_figure(audit, "0件").address == CARRIED_IN
    assert the_figure(audit, "353件").address == HANDLED


def test_05_channels_add_up_to_new_and_carried_in() -> None:
    audit = audited(
        "我办全年收到申请公开政府信息的来件9件，上年结转1件，其中通过网络提交5件，以信函寄来5件。",
        requests_table(new=9, carried_in=1, results={"granted": 10}),
    )
    assert_sound(audit)
    assert [figure.address for figure in audit.figures if figure.text == "5件"] == [None, None]


def test_06_growth_down_and_results_add_up_and_the_measure_word_is_noted() -> None:
    audit = audited(
        "2023年，我局收到政府信息公开申请22起，比2022年（31起）下降29%。全年答复22起，包括：予以公开1起，"
        "不属于政府信息4起，告知其他途径3起，信息不存在9起，属于行政执法案卷5起。",
        requests_table(
            new=22,
            results={
                "granted": 1,
                "denied.enforcement_file": 5,
                "unavailable.not_held": 9,
                "other.other": 7,
            },
        ),
        year=2023,
        agency="临江市公安局",
    )
    assert_sound(audit)
    assert held(audit.relations, "growth")
    assert any(formula.startswith("22 = ") for formula in held(audit.relations, "sum"))
    assert the_finding(audit, "S304", "info")


def test_07_a_whole_number_of_last_year_exists() -> None:
    audit = audited(
        "全年受理政府信息公开申请36件（均为自然人），同比上升16.13%，办结率100%，无结转。",
        requests_table(new=36, results={"granted": 30, "denied.third_party": 6}),
        agency="临江市船埠区人民政府办公室",
    )
    assert_sound(audit)
    assert the_figure(audit, "16.13%").kind == "growth"
    assert the_figure(audit, "16.13%").address is None
    assert the_figure(audit, "100%").address == f"{HANDLED} / ({NEW} + {CARRIED_IN})"
    assert the_figure(audit, "100%").verdict == "match"


def test_08_a_share_bent_to_reach_100_is_noted() -> None:
    audit = audited(
        "全年收到政府信息公开申请1046件。从来源看，网络申请862件，占82.4%；信函申请171件，占16.3%；当面申请13件，占1.3%。"
        "从主体看，自然人1030件，占98.5%；法人或其他组织16件，占1.5%。",
        requests_table(
            new=1046,
            results={"granted": 1046},
            organisations={"new": {"business": 16}, "granted": {"business": 16}},
        ),
        agency="江北省卫生健康委员会",
    )
    assert [told(audit, finding) for finding in faults(audit)] == []
    assert "1.3%" in span_texts(audit, the_finding(audit, "I103", "info"))
    assert len([relation for relation in audit.relations if relation.kind == "ratio"]) == 5
    assert "1046 = 1030 + 16" in held(audit.relations, "sum")


def test_09_channels_with_shares_and_the_answers_add_up() -> None:
    audit = audited(
        "全省各级行政机关新收政府信息公开申请1499件，其中网络申请1303件、信函申请172件、当面申请24件，分别占86.92%、11.47%、1.60%。"
        "全年答复1453件（含上年结转30件），其中予以公开966件，部分公开67件，不予公开81件，无法提供182件，不予处理61件，其他处理96件。",
        requests_table(
            new=1499,
            carried_in=30,
            carried_out=76,
            results={
                "granted": 966,
                "partial": 67,
                "denied.internal": 81,
                "unavailable.not_held": 182,
                "unprocessed.petition": 61,
                "other.other": 96,
            },
        ),
        agency="江北省人民政府",
    )
    assert_sound(audit)
    sums = held(audit.relations, "sum")
    assert "1499 = 1303 + 172 + 24" in sums
    assert "1453 = 966 + 67 + 81 + 182 + 61 + 96" in sums
    assert len(held(audit.relations, "ratio")) == 3
    assert the_figure(audit, "182件").address == "requests.unavailable.*.total"


def test_10_shares_of_a_list_may_miss_100_by_their_rounding() -> None:
    audit = audited(
        "我局共办理政府信息公开申请1527件，其中予以公开占58.5%，部分公开占7.3%，无法提供占28.9%，其他处理占5.2%。",
        requests_table(
            new=1527,
            results={"granted": 894, "partial": 112, "unavailable.not_held": 441, "other.other": 80},
        ),
        agency="临江市规划和自然资源局",
    )
    assert_sound(audit)


def test_11_parts_may_include_what_was_carried_out() -> None:
    audit = audited(
        "2024年，我县收到政府信息公开申请133件，其中予以公开46件，部分公开22件，不予公开15件，信息不存在27件，"
        "没有现成信息需要另行制作0件，补正后申请内容仍不明确2件，其他处理5件，结转下年度16件。",
        requests_table(
            new=133,
            carried_out=16,
            results={
                "granted": 46,
                "partial": 22,
                "denied.process": 15,
                "unavailable.not_held": 27,
                "unavailable.unclear": 2,
                "other.other": 5,
            },
        ),
        agency="云溪县人民政府",
    )
    assert_sound(audit)
    assert held(audit.relations, "sum") == ["133 = 46 + 22 + 15 + 27 + 0 + 2 + 5 + 16"]


def test_12_two_results_and_what_was_carried_out() -> None:
    audit = audited(
        "全年共收到政府信息公开申请9件，其中部分公开2件，政府信息不存在5件，结转下年度继续办理2件。",
        requests_table(new=9, carried_out=2, results={"partial": 2, "unavailable.not_held": 5}),
    )
    assert_sound(audit)
    assert held(audit.relations, "sum") == ["9 = 2 + 5 + 2"]


def test_13_received_differs_from_the_table() -> None:
    audit = audited(
        "2023年度，本机关受理政府信息公开申请2件，均按规定程序办理。",
        requests_table(new=3, results={"granted": 3}),
        year=2023,
        agency="临江市退役军人事务局",
    )
    found = the_finding(audit, "N101", "error")
    assert span_texts(audit, found) == ("2件",)
    assert found.addresses == (NEW,)


def test_14a_documents_differ_from_the_table() -> None:
    audit = audited(
        "全年制定行政规范性文件0件，废止0件，现行有效0件。",
        {"active.normative.made": 4, "active.normative.repealed": 0, "active.normative.in_force": 32},
        year=2023,
        agency="西岭镇人民政府",
    )
    found = [finding for finding in audit.findings if finding.rule == "N109"]
    assert {finding.severity for finding in found} == {"error"}
    assert {address for finding in found for address in finding.addresses} == {
        "active.normative.made",
        "active.normative.in_force",
    }


def test_14b_the_year_before_as_subject_of_a_sentence() -> None:
    audit = audited(
        "2022年，我镇主动公开各类政府信息317条，收到政府信息公开申请6件。",
        requests_table(new=4, results={"granted": 4}),
        year=2023,
        agency="西岭镇人民政府",
    )
    found = the_finding(audit, "L201", "error")
    assert covered(audit, [found]) == {"2022年"}
    assert {(figure.period, figure.address) for figure in audit.figures} == {("previous", None)}
    assert faults(audit) == []


def test_15_listed_parts_miss_the_total_by_seven() -> None:
    audit = audited(
        "一年来，我镇主动公开政府信息21条，分别为规章文件4条、规划计划5条、其他文件4条、政务动态0条、年度报告1条。",
        {},
        agency="河坪县合塘镇人民政府",
    )
    found = the_finding(audit, "I101", "error")
    assert "21条" in span_texts(audit, found)
    (relation,) = [relation for relation in audit.relations if relation.kind == "sum"]
    assert (relation.holds, abs(relation.gap or 0)) == (False, 7)


def test_15_a_town_speaks_of_regulations() -> None:
    audit = audited(
        "一年来，我镇主动公开规章文件4条。",
        {"active.regulations.in_force": 4},
        agency="河坪县合塘镇人民政府",
    )
    assert the_finding(audit, "T203", "warning")


def test_16_parts_exceed_the_total() -> None:
    audit = audited(
        "我市门户网站全年更新信息3437条，包括政务动态1827条、通知公告1104条、政策文件983条。",
        {},
        agency="子安市人民政府",
    )
    (found,) = faults(audit, least="error")
    assert found.rule in {"I101", "I108"}
    assert "3437条" in span_texts(audit, found)


def test_17_another_action_is_no_part() -> None:
    audit = audited(
        "全年累计发布信息276条，网站、微信公众号分别为216条、50条，另向上级报送信息100余条。",
        {},
        agency="子安市船帆区统计局",
    )
    found = the_finding(audit, "I101", "error")
    assert "276条" in span_texts(audit, found)
    (relation,) = [relation for relation in audit.relations if relation.kind == "sum"]
    assert sorted(audit.figures[index].value for index in relation.roles["parts"]) == [50, 216]


def test_18_without_a_cue_a_list_claims_nothing() -> None:
    audit = audited(
        "2024年门户网站信息发布总数21813条，概况类信息更新量47条，政务动态信息更新量10078条，信息公开目录信息更新量696条。",
        {},
        agency="南粤省东湾市人民政府",
    )
    assert [told(audit, finding) for finding in faults(audit)] == []


def test_19_a_child_exceeds_its_parent() -> None:
    audit = audited(
        "政务新媒体全年发布信息2808条。其中，微信公众号发布1120条，微博发布12984条。",
        {},
        agency="临夏川公安局",
    )
    found = faults(audit, least="error")
    assert found
    assert {"2808条", "12984条"} <= covered(audit, found)


def test_20_a_share_fits_neither_count() -> None:
    audit = audited(
        "全年答复政府信息公开申请805件，其中予以公开及部分公开258件，占33.9%。",
        None,
        agency="东海市人民政府办公厅",
    )
    found = the_finding(audit, "I103", "warning")
    assert "33.9%" in span_texts(audit, found)
    assert [finding.rule for finding in faults(audit)] == ["I103"]


def test_21_not_all_were_upheld() -> None:
    audit = audited(
        "因政府信息公开引发的行政复议7件、行政诉讼9件，均获维持。",
        disputes_table(
            review={"upheld": 5, "pending": 2},
            litigation_direct={"upheld": 8, "pending": 1},
        ),
        agency="东海市人民政府办公厅",
    )
    found = faults(audit)
    assert {(finding.rule, finding.severity) for finding in found} == {("N114", "error")}
    assert {"7件", "9件"} <= covered(audit, found)
    assert the_figure(audit, "7件").verdict == "match"
    assert the_figure(audit, "9件").verdict == "match"


def test_22_a_number_was_not_filled_in() -> None:
    text = "本年度，全园区全年主动公开条，其中机构信息12条。"
    audit = audited(text, {}, agency="滨湖高新技术产业开发区管理委员会")
    found = the_finding(audit, "S401", "error")
    ((section, start, end),) = found.spans
    place = text.index("公开条")
    assert section == "一"
    assert start <= place + 2 < end
    assert end <= place + 3


def test_23_disputes_over_last_years_requests() -> None:
    audit = audited(
        "2024年，我局未收到政府信息公开申请；因2023年度申请引发行政复议1件、行政诉讼2件，均已办理。",
        disputes_table(review={"upheld": 1}, litigation_direct={"upheld": 2}),
        agency="云溪县审计局",
    )
    assert_sound(audit)
    assert the_finding(audit, "T501", "info")
    assert not [finding for finding in audit.findings if finding.rule == "L201"]
    absence = audit.figures[0]
    assert (absence.kind, absence.value, absence.address, absence.verdict) == ("absence", 0, NEW, "match")
    assert the_figure(audit, "1件").address == "disputes.review.total"
    assert the_figure(audit, "2件").address == "disputes.litigation.total"


def test_24_published_entries_are_not_decisions() -> None:
    audit = audited(
        "全年公开行政许可信息55项，作出行政处罚3项。",
        {"active.licensing": 423, "active.penalty": 3},
        agency="滨湖高新区教育文体局",
    )
    assert_sound(audit)
    assert the_figure(audit, "55项").address is None
    assert the_figure(audit, "3项").address == "active.penalty"
    assert the_figure(audit, "3项").verdict == "match"


def test_25_licences_in_two_parts() -> None:
    audit = audited(
        "2024年，我局作出行政许可694宗，其中3宗为不予许可决定，其余691宗为准予许可决定。",
        {"active.licensing": 694},
        agency="临江市水务局",
    )
    assert_sound(audit)
    assert the_figure(audit, "694宗").address == "active.licensing"
    assert held(audit.relations, "sum") == ["694 = 3 + 691"]


def test_26_a_town_cannot_have_regulations_in_force() -> None:
    audit = audited(
        "2023年，我镇依法公开政府信息，及时更新公开目录。",
        {"active.regulations.in_force": 6},
        year=2023,
        agency="尼河县桥头镇人民政府",
    )
    found = the_finding(audit, "T203", "warning")
    assert "active.regulations.in_force" in found.addresses


@pytest.mark.parametrize(
    ("note", "levels"),
    [
        ("", ["warning"]),
        ("因开展规范性文件集中清理，部分文件的统计口径有所调整，现行有效件数以本年度报告为准。", []),
    ],
    ids=["without a note", "with a note"],
)
def test_27_a_note_explains_the_number_in_force(note: str, levels: list[str]) -> None:
    table = {"active.normative.made": 3, "active.normative.repealed": 1, "active.normative.in_force": 35}
    audit = audited(
        f"2024年，我市制发行政规范性文件3件，废止1件，现行有效35件。{note}",
        table,
        agency="常湖市人民政府",
        previous={"cells": {"active.normative.in_force": 48}},
    )
    found = [finding for finding in audit.findings if finding.rule == "Y102"]
    assert [finding.severity for finding in found if finding.severity != "info"] == levels


SEVERAL = "2022年，我局收到政府信息公开申请11件，办理完毕11件；办理2021年结转件4件；办理市府转办件1件。"


def test_28_several_answers_are_compared_together() -> None:
    audit = audited(
        SEVERAL,
        requests_table(new=11, carried_in=4, results={"granted": 15}),
        year=2022,
        agency="临江市财政局",
    )
    assert_sound(audit)
    assert the_figure(audit, "4件").address == CARRIED_IN


def test_28_the_transferred_request_may_be_counted() -> None:
    audit = audited(
        SEVERAL,
        requests_table(new=12, carried_in=4, results={"granted": 16}),
        year=2022,
        agency="临江市财政局",
    )
    assert not [finding for finding in faults(audit) if finding.rule == "N103"]


def test_28_where_no_sum_fits_it_is_a_warning() -> None:
    audit = audited(
        SEVERAL,
        requests_table(new=11, carried_in=4, carried_out=2, results={"granted": 13}),
        year=2022,
        agency="临江市财政局",
    )
    assert [(finding.rule, finding.severity) for finding in faults(audit)] == [("N103", "warning")]
    assert "11件" in covered(audit, faults(audit))


def test_29_a_withdrawn_review_has_another_result() -> None:
    text = "全年因政府信息公开被申请行政复议1件（申请人撤回结案）。"
    assert_sound(audited(text, disputes_table(review={"other": 1})))
    upheld = audited(text, disputes_table(review={"upheld": 1}))
    assert [told(upheld, finding) for finding in faults(upheld)] == []
    noted = [f for f in faults(upheld, least="info") if "disputes.review.other" in f.addresses]
    assert [finding.severity for finding in noted] == ["info"], [told(upheld, f) for f in upheld.findings]


def test_30_a_topic_is_no_result() -> None:
    audit = audited(
        "全年受理政府信息公开申请25件，其中20件为招生录取相关内容，2件结转下年度办理。",
        requests_table(new=25, carried_out=2, results={"granted": 18, "denied.internal": 5}),
        agency="江北省教育厅",
    )
    assert_sound(audit)
    assert the_figure(audit, "20件").address is None
    assert the_figure(audit, "2件").address == CARRIED_OUT


@pytest.mark.parametrize("rate", ["", "，办结率为0%"], ids=["without a rate", "with a rate"])
def test_31_the_only_request_was_carried_out(rate: str) -> None:
    audit = audited(
        f"全年收到政府信息公开申请1件，结转至下一年度办理{rate}。",
        requests_table(new=1, carried_out=1, results={}),
        agency="云溪县民政局",
    )
    assert_sound(audit)
    assert {NEW, CARRIED_OUT} & readings(the_figure(audit, "1件"))
    if rate:
        assert the_figure(audit, "0%").value == Decimal(0)
        assert the_figure(audit, "0%").verdict == "match"


def test_32_outcomes_of_both_kinds() -> None:
    audit = audited(
        "2024年，因政府信息公开引起行政复议6件和行政诉讼3件，其中复议维持5件、尚未审结1件，诉讼维持3件。",
        disputes_table(
            review={"upheld": 5, "pending": 1}, litigation_direct={"upheld": 2}, litigation_after_review={"upheld": 1}
        ),
        agency="临江市人力资源和社会保障局",
    )
    assert_sound(audit)
    assert [(figure.text, figure.address) for figure in audit.figures] == [
        ("6件", "disputes.review.total"),
        ("3件", "disputes.litigation.total"),
        ("5件", "disputes.review.upheld"),
        ("1件", "disputes.review.pending"),
        ("3件", "disputes.litigation.upheld"),
    ]
