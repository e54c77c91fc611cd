"""Figures of requests and the cells of table 三 (figures.md 4)."""

from __future__ import annotations

import pytest

from tests.claims.told import CARRIED_IN, CARRIED_OUT, DUE, HANDLED, NEW, address, figures, links


def readings(text: str, place: int = 0) -> set[str]:
    return set(address(figures(text)[place]).split(" or "))


class TestReceivedAndHandled:
    @pytest.mark.parametrize(
        ("text", "preferred", "others"),
        [
            ("全年收到政府信息公开申请11件。", NEW, {DUE}),
            ("全年新收政府信息公开申请11件。", NEW, {DUE}),
            ("全年接收政府信息公开申请11件。", NEW, {DUE}),
            ("全年受理政府信息公开申请11件。", NEW, {DUE}),
            ("全年政府信息公开申请收件11件。", NEW, {DUE}),
            ("全年办理政府信息公开申请11件。", DUE, {HANDLED}),
            ("全年处理政府信息公开申请11件。", DUE, {HANDLED}),
            ("全年收到并办理政府信息公开申请11件。", NEW, {DUE}),
            ("全年收到和处理政府信息公开申请11件。", NEW, {DUE}),
            ("全年收到并办结政府信息公开申请11件。", NEW, {HANDLED}),
            ("全年受理并答复政府信息公开申请11件。", NEW, {HANDLED}),
            ("全年办理并答复政府信息公开申请11件。", HANDLED, {DUE}),
            ("全年办结政府信息公开申请11件。", HANDLED, set()),
            ("全年办理完毕政府信息公开申请11件。", HANDLED, set()),
            ("全年答复政府信息公开申请11件。", HANDLED, set()),
            ("全年回复政府信息公开申请11件。", HANDLED, set()),
        ],
    )
    def test_the_verb_decides(self, text: str, preferred: str, others: set[str]) -> None:
        (figure,) = figures(text)
        assert figure.address == preferred
        assert set(figure.alternatives) == others

    @pytest.mark.parametrize("measure", ["件", "宗", "条", "次", "起", "个", "项", "份", "封"])
    def test_every_measure_word_in_which_requests_are_counted(self, measure: str) -> None:
        (figure,) = figures(f"全年收到政府信息公开申请11{measure}。")
        assert (figure.address, figure.unit) == (NEW, measure)

    @pytest.mark.parametrize("text", ["全年收到11件政府信息公开申请。", "政府信息公开申请全年共收到11件。"])
    def test_the_thing_may_stand_on_either_side(self, text: str) -> None:
        assert NEW in readings(text)

    def test_who_asked_may_stand_before_the_number(self) -> None:
        assert readings("收到公民提交的11件政府信息公开申请。") & {NEW, "requests.new.natural"}

    @pytest.mark.parametrize(
        "ending",
        [
            "均已办结",
            "均已答复",
            "均按时办结",
            "全部办结",
            "均已按时答复",
            "已全部办结",
            "全部妥善解决",
            "均得到妥善解决",
        ],
    )
    def test_received_and_all_finished_may_be_either(self, ending: str) -> None:
        assert {NEW, HANDLED} <= readings(f"全年收到政府信息公开申请11件，{ending}。")

    def test_the_thing_may_stand_in_a_phrase_of_its_own(self) -> None:
        assert readings("依申请公开方面，全年办理回复28件。") == {HANDLED, DUE}

    def test_the_level_after_a_change_is_the_figure(self) -> None:
        assert NEW in readings("政府信息公开申请数量较2023年的15件下降26.7%，为11件。", 2)

    def test_a_total_behind_its_channels(self) -> None:
        assert NEW in readings("全年收到网络申请5件、信函申请4件、当面申请2件，共计11件。", 3)

    def test_answers_in_time_are_part_of_what_was_finished(self) -> None:
        text = "收到政府信息公开申请11件，办结11件，其中10件按期答复，1件延期答复。"
        assert [where for _, where in links(text)][2:] == ["-", "-"]

    def test_repeated_in_the_passage_is_linked_each_time(self) -> None:
        found = figures("全年收到政府信息公开申请11件，11件申请中予以公开6件。")
        assert [figure.address for figure in found] == [NEW, NEW, "requests.granted.total"]


class TestCarriedOver:
    @pytest.mark.parametrize(
        ("text", "cell"),
        [
            ("上年结转政府信息公开申请2件。", CARRIED_IN),
            ("上年度结转申请2件。", CARRIED_IN),
            ("2023年结转政府信息公开申请2件。", CARRIED_IN),
            ("结转上年度政府信息公开申请2件。", CARRIED_IN),
            ("政府信息公开申请结转下年度继续办理2件。", CARRIED_OUT),
            ("政府信息公开申请结转2025年办理2件。", CARRIED_OUT),
            ("2件政府信息公开申请转入下年度办理。", CARRIED_OUT),
            ("政府信息公开申请正在办理2件。", CARRIED_OUT),
            ("政府信息公开申请尚在办理期限内2件。", CARRIED_OUT),
        ],
    )
    def test_in_and_out(self, text: str, cell: str) -> None:
        (figure,) = figures(text)
        assert figure.address == cell

    @pytest.mark.parametrize(
        "text",
        [
            "全年办理政府信息公开申请13件（含上年结转2件）。",
            "全年收到政府信息公开申请13件，其中上年结转2件。",
            "全年收到政府信息公开申请13件，含上年结转2件。",
            "全年收到政府信息公开申请13件，其中2件为上年结转。",
            "全年收到政府信息公开申请13件，其中2件由上年结转。",
        ],
    )
    def test_a_total_that_takes_in_what_was_carried_in(self, text: str) -> None:
        assert [figure.address for figure in figures(text)] == [DUE, CARRIED_IN]

    def test_a_total_divided_into_new_and_carried_in(self) -> None:
        text = "当年政府信息公开申请总量为31件，其中27件为新收，4件为上年结转。"
        assert figures(text)[0].address == DUE

    def test_the_four_figures_of_the_balance(self) -> None:
        text = "全年新收政府信息公开申请11件，上年结转2件，办结12件，结转下年1件。"
        assert [figure.address for figure in figures(text)] == [NEW, CARRIED_IN, HANDLED, CARRIED_OUT]

    def test_what_is_left_goes_on(self) -> None:
        text = "全年收到政府信息公开申请11件，办结10件，其余1件结转下年办理。"
        assert figures(text)[2].address == CARRIED_OUT


class TestResults:
    @pytest.mark.parametrize(
        ("wording", "readings_of"),
        [
            ("予以公开4件", {"requests.granted.total"}),
            ("全部公开4件", {"requests.granted.total"}),
            ("同意公开4件", {"requests.granted.total"}),
            ("部分公开4件", {"requests.partial.total"}),
            ("区分处理4件", {"requests.partial.total"}),
            ("不予公开4件", {"requests.denied.*.total"}),
            ("属于国家秘密4件", {"requests.denied.state_secret.total"}),
            ("其他法律行政法规禁止公开4件", {"requests.denied.law.total"}),
            ("危及“三安全一稳定”4件", {"requests.denied.security.total"}),
            ("保护第三方合法权益4件", {"requests.denied.third_party.total"}),
            ("属于三类内部事务信息4件", {"requests.denied.internal.total"}),
            ("属于四类过程性信息4件", {"requests.denied.process.total"}),
            ("属于行政执法案卷4件", {"requests.denied.enforcement_file.total"}),
            ("属于行政查询事项4件", {"requests.denied.inquiry.total"}),
            ("无法提供4件", {"requests.unavailable.*.total"}),
            ("本机关不掌握相关政府信息4件", {"requests.unavailable.not_held.total"}),
            ("非本机关公开4件", {"requests.unavailable.not_held.total"}),
            ("不属于本机关职责4件", {"requests.unavailable.not_held.total"}),
            ("信息不存在4件", {"requests.unavailable.not_held.total", "requests.unavailable.*.total"}),
            ("未检索到4件", {"requests.unavailable.not_held.total", "requests.unavailable.*.total"}),
            ("没有现成信息需要另行制作4件", {"requests.unavailable.needs_creation.total"}),
            ("补正后申请内容仍不明确4件", {"requests.unavailable.unclear.total"}),
            ("不予处理4件", {"requests.unprocessed.*.total"}),
            ("信访举报投诉类申请4件", {"requests.unprocessed.petition.total"}),
            ("重复申请4件", {"requests.unprocessed.repeat.total"}),
            ("要求提供公开出版物4件", {"requests.unprocessed.publication.total"}),
            ("无正当理由大量反复申请4件", {"requests.unprocessed.excessive.total"}),
            ("要求行政机关确认或重新出具已获取信息4件", {"requests.unprocessed.reconfirm.total"}),
            ("其他处理4件", {"requests.other.*.total"}),
            ("申请人无正当理由逾期不补正4件", {"requests.other.no_correction.total"}),
            ("申请人逾期未按收费通知要求缴纳费用4件", {"requests.other.no_payment.total"}),
            ("撤回申请4件", {"requests.other.other.total", "-"}),
            ("非政府信息4件", {"requests.other.other.total", "-"}),
            ("告知其他途径4件", {"requests.other.other.total", "-"}),
        ],
    )
    def test_each_wording(self, wording: str, readings_of: set[str]) -> None:
        text = f"全年办结政府信息公开申请9件，其中{wording}。"
        found = readings(text, 1)
        assert found == readings_of or found == readings_of & {"-"}

    def test_else_closes_a_list_of_results(self) -> None:
        text = "全年办结政府信息公开申请9件，其中予以公开4件，部分公开2件，不予公开1件，其他2件。"
        assert readings(text, 4) == {"requests.other.*.total", "requests.other.other.total"}

    def test_a_figure_over_several_results_is_none_of_them(self) -> None:
        text = "全年答复政府信息公开申请40件，其中全部公开22件，部分公开4件，不予公开等其他情形14件。"
        assert readings(text, 3) == {"-"}

    def test_granted_or_partial_is_a_sum(self) -> None:
        text = "全年办结政府信息公开申请9件，其中予以公开或部分公开6件。"
        assert readings(text, 1) == {"requests.granted.total + requests.partial.total"}

    def test_two_listed_figures_may_each_be_part_of_one_cell(self) -> None:
        text = "全年办结政府信息公开申请30件，其中信息不存在14件、非本机关公开9件。"
        cell = "requests.unavailable.not_held.total"
        assert all(cell in readings(text, place) for place in (1, 2))

    def test_other_processing_in_one_row(self) -> None:
        text = "全年办结政府信息公开申请9件，其中其他处理2件，逾期不补正1件。"
        found = links(text, year=2020)
        assert found[1:] == [("2件", "requests.other.*.total"), ("1件", "-")]


class TestApplicants:
    @pytest.mark.parametrize(
        ("wording", "column"),
        [
            ("自然人9件", "natural"),
            ("公民9件", "natural"),
            ("个人9件", "natural"),
            ("企业9件", "business"),
            ("公司9件", "business"),
            ("法人或其他组织9件", "organisations"),
            ("律所9件", "legal"),
            ("科研机构9件", "research"),
            ("社会公益组织9件", "nonprofit"),
        ],
    )
    def test_each_class(self, wording: str, column: str) -> None:
        found = figures(f"全年收到政府信息公开申请20件，其中{wording}。")
        assert found[1].address == f"requests.new.{column}"

    def test_persons_are_no_requests(self) -> None:
        assert links("全年收到政府信息公开申请20件，涉及申请人17人。")[1] == ("17人", "-")


class TestLookAlikes:
    @pytest.mark.parametrize(
        "text",
        [
            "全年收到群众留言62条。",
            "全年答复咨询40件。",
            "办理热线工单215件。",
            "办理人大代表建议12件。",
            "受理信访件30件。",
            "收到来信25封。",
            "主动公开政府信息3702条。",
            "发出补正通知3份。",
            "出具答复书11份。",
            "延期答复2件。",
            "接待查阅40人次。",
            "平均办理9天。",
        ],
    )
    def test_have_no_cell(self, text: str) -> None:
        assert {where for _, where in links(text)} == {"-"}

    def test_a_figure_that_mixes_requests_with_inquiries_has_no_cell(self) -> None:
        assert links("全年受理政府信息公开申请和咨询共25件。") == [("25件", "-")]

    @pytest.mark.parametrize("verb", ["制发", "拟制", "起草"])
    def test_the_disclosure_classes_of_papers_are_no_requests(self, verb: str) -> None:
        text = f"全年{verb}公文120件，其中主动公开类80件、依申请公开类30件、不予公开类10件。"
        assert [where for _, where in links(text)] == ["-"] * 4

    def test_what_follows_a_look_alike_does_not_inherit_requests(self) -> None:
        found = links("全年收到政府信息公开申请11件。办理群众留言62条，办结60条。")
        assert [where for _, where in found[1:]] == ["-", "-"]

    def test_requests_after_a_look_alike_are_requests(self) -> None:
        found = figures("办理群众留言62条，收到政府信息公开申请11件。")
        assert [figure.address for figure in found] == [None, NEW]

    @pytest.mark.parametrize("year", [2018, 2015])
    def test_before_2019_there_is_nothing_to_link(self, year: int) -> None:
        assert links("全年收到政府信息公开申请11件，办结11件。", year=year) == [("11件", "-"), ("11件", "-")]

    @pytest.mark.parametrize("text", ["全年收到政府信息公开申请约1200件。", "全年收到政府信息公开申请1.2万件。"])
    def test_rough_figures_and_figures_in_ten_thousands_are_linked(self, text: str) -> None:
        assert figures(text)[0].address == NEW
