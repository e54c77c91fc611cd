"""The prose against itself: which rule speaks and how loudly (handbook 2.8 and 2.9)."""

from __future__ import annotations

import pytest

from auditor.model import Audit
from tests.acceptance.passage import audited, covered, faults, requests_table, span_texts, the_finding


def prose(text: str) -> Audit:
    return audited(text, None)


def told(text: str, least: str = "warning") -> list[tuple[str, str]]:
    return [(found.rule, found.severity) for found in faults(prose(text), "I", least=least)]


@pytest.mark.parametrize(
    ("text", "rule", "severity"),
    [
        ("主动公开信息21条，分别为概况4条、动态5条、公告4条、其他1条。", "I101", "error"),
        ("公开信息276条，其中网站216条、其他50条。", "I101", "error"),
        ("收到政府信息公开申请9件，其中网络申请5件、信函申请2件、其他方式1件。", "I102", "warning"),
        ("收到留言40条，其中咨询类10条，占35%。", "I103", "warning"),
        ("收到留言62条，办结60条，办结率100%。", "I105", "warning"),
        ("收到政府信息公开申请22件，比2023年（31件）下降19%。", "I106", "warning"),
        ("收到政府信息公开申请11件，同比增长3%。", "I106", "warning"),
        ("共收到政府信息公开申请11件。上述12件申请中，予以公开5件。", "I107", "error"),
        ("政务新媒体发布信息2808条，其中微博发布12984条。", "I108", "error"),
        ("新收政府信息公开申请30件，上年结转1件，全年办结24件，结转下年度继续办理5件。", "I110", "error"),
        ("收到政府信息公开申请38件，较2023年42件减少6件。", "I111", "warning"),
        ("政府信息公开申请平均办理时限为25个工作日。", "I112", "info"),
    ],
)
def test_a_contradiction(text: str, rule: str, severity: str) -> None:
    assert told(text, "info") == [(rule, severity)]


@pytest.mark.parametrize(
    "text",
    [
        "公开信息14条，分别为概况4条、动态5条、公告4条、其他1条。",
        "公开信息90条，包括政策解读6条、通知公告16条等。",
        "收到政府信息公开申请9件，上年结转1件，其中网络申请5件、信函申请5件。",
        "收到留言40条，其中咨询类10条，占25%。",
        "收到留言62条，办结60条，办结率96.8%。",
        "收到政府信息公开申请22件，比2023年（31件）下降29%。",
        "收到政府信息公开申请36件，同比增长16.13%。",
        "共收到政府信息公开申请11件。上述11件申请中，予以公开5件。",
        "新收政府信息公开申请927件，上年结转34件，全年办结930件，结转下年度继续办理31件。",
        "收到政府信息公开申请38件，较2023年42件减少4件。",
        "政府信息公开申请平均办理时限为12个工作日。",
        "群众留言平均办理时限为25天。",
        "推送微信120条、微博96条。",
        "办理人大代表建议12件、政协提案15件，共27件，公开25件，办复率100%。",
        "全年政策解读28篇，其中图文解读20篇、视频解读5篇、负责人解读3篇，解读率达100%。",
        "收到政府信息公开申请20件，办结18件，其中予以公开9件，占收到申请总数的45%。",
        "依申请公开方面，全年办理回复28件，同比减少3件，其中当面申请4件、网上申请24件。",
        "发布信息100条，包括多形式解读60条、多渠道发布70条。",
    ],
)
def test_what_agrees_is_not_told(text: str) -> None:
    assert told(text, "info") == []


def test_the_sum_names_all_its_figures_and_the_formula() -> None:
    audit = prose("公开信息276条，其中网站216条、其他50条。")
    found = the_finding(audit, "I101", "error")
    assert span_texts(audit, found) == ("276条", "216条", "50条")
    assert found.values["formula"] == "276 ≠ 216 + 50"


def test_each_fault_is_told_at_its_own_span() -> None:
    audit = prose("公开信息276条，其中网站216条、其他50条。\n收到留言62条，办结60条，办结率100%。")
    assert covered(audit, faults(audit, "I")) == {"276条", "216条", "50条", "62条", "60条", "100%"}


class TestTolerances:
    @pytest.mark.parametrize(("rate", "expected"), [("4.35", []), ("4.34", ["info"]), ("4.30", ["warning"])])
    def test_a_truncated_share_is_noted_and_a_wrong_one_warned_of(self, rate: str, expected: list[str]) -> None:
        text = f"收到留言805条，其中咨询类35条，占{rate}%。"
        assert [severity for _, severity in told(text, "info")] == expected

    def test_a_sum_is_exact(self) -> None:
        assert told("公开信息1000000条，分别为图文600000条、视频399999条。") == [("I101", "error")]

    def test_a_truncated_growth_is_noted(self) -> None:
        assert told("收到政府信息公开申请11件，比2023年（9件）增长22.3%。", "info") == [("I106", "info")]

    def test_growth_by_times_is_at_most_noted(self) -> None:
        assert told("收到政府信息公开申请24件，比2023年（8件）增长3倍。", "info") == [("I106", "info")]


class TestShares:
    def test_of_a_list_that_miss_100(self) -> None:
        text = "收到留言40条，其中咨询类10条，占25%；建议类10条，占25%；其他20条，占30%。"
        assert ("I104", "warning") in told(text)

    def test_of_a_list_may_miss_100_by_their_roundings(self) -> None:
        text = "收到留言3条，其中咨询类1条，占33.3%；建议类1条，占33.3%；其他1条，占33.3%。"
        assert told(text, "info") == []


class TestCarriedIn:
    CELLS = requests_table(new=11, carried_in=2, carried_out=1, results={"granted": 12})

    def test_a_gap_that_the_table_explains_is_noted(self) -> None:
        audit = audited("全年收到政府信息公开申请11件，办结12件，结转下年1件。", self.CELLS)
        assert [(found.rule, found.severity) for found in faults(audit, "I", least="info")] == [("I101", "info")]

    def test_more_finished_than_received_is_right_where_requests_were_carried_in(self) -> None:
        audit = audited("全年新收政府信息公开申请11件，共办结12件。", self.CELLS)
        assert faults(audit, "I") == []

    def test_more_finished_than_received_and_carried_in_is_not(self) -> None:
        audit = audited("全年新收政府信息公开申请11件，共办结15件。", self.CELLS)
        assert [(found.rule, found.severity) for found in faults(audit, "I")] == [("I114", "error")]


class TestNumberOfParts:
    SIX = dict.fromkeys("二三四五六", "无。")

    @pytest.mark.parametrize(("stated", "expected"), [("六", []), ("七", ["I109"]), ("五", ["I109"])])
    def test_the_number_stated_is_that_of_the_parts(self, stated: str, expected: list[str]) -> None:
        audit = audited(
            "推进公开。", None, sections={"": f"本报告由{stated}个部分组成。", "一": "推进公开。", **self.SIX}
        )
        assert [found.rule for found in faults(audit, "I")] == expected


class TestRoundFigures:
    def test_nearly_all_round(self) -> None:
        items = "、".join(
            f"栏目{name}{number}条" for name, number in zip("甲乙丙丁戊己庚辛壬癸", range(20, 220, 20), strict=True)
        )
        assert told(f"更新{items}。", "info") == [("I113", "info")]

    def test_a_few_round_ones_are_chance(self) -> None:
        assert told("组织培训20场，推送信息300条。", "info") == []
