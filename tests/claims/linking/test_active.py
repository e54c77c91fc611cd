"""Documents, decisions and charges and the cells of table 二 (figures.md 6)."""

from __future__ import annotations

import pytest

from tests.claims.told import figures, links


def where(text: str, **setting: object) -> list[str]:
    return [place for _, place in links(text, **setting)]  # type: ignore[arg-type]


class TestDocuments:
    @pytest.mark.parametrize("verb", ["制发", "制定", "出台", "印发"])
    def test_made(self, verb: str) -> None:
        assert where(f"全年{verb}行政规范性文件7件。") == ["active.normative.made"]

    @pytest.mark.parametrize("text", ["废止行政规范性文件2件。", "废止失效行政规范性文件2件。"])
    def test_repealed(self, text: str) -> None:
        assert where(text) == ["active.normative.repealed"]

    @pytest.mark.parametrize(
        "text",
        [
            "现行有效行政规范性文件36件。",
            "继续有效的行政规范性文件36件。",
            "保留行政规范性文件36件。",
            "集中公开现行有效行政规范性文件36件。",
        ],
    )
    def test_in_force(self, text: str) -> None:
        assert where(text) == ["active.normative.in_force"]

    @pytest.mark.parametrize("text", ["公开行政规范性文件7件。", "发布规范性文件7件。", "行政规范性文件7件。"])
    def test_published_or_bare_may_stay_without_a_link(self, text: str) -> None:
        assert where(text) == ["active.normative.made or -"]

    @pytest.mark.parametrize("body", ["县政府", "县政府办"])
    @pytest.mark.parametrize("names", ["县政府和县政府办公室", "县政府及县政府办公室", "县人民政府和县人民政府办公室"])
    def test_made_in_the_name_of_government_and_office_may_stay_without_a_link(self, names: str, body: str) -> None:
        (found,) = where(f"以{names}名义制发行政规范性文件7件。", body=body)
        assert found in ("active.normative.made or -", "-")

    def test_a_total_of_new_amended_and_repealed_has_no_cell(self) -> None:
        assert where("全年制定、修改、废止规范性文件共12件。") == ["-"]

    @pytest.mark.parametrize("verb", ["修改", "修订", "清理", "审查", "备案", "解读"])
    def test_other_actions_have_no_cell(self, verb: str) -> None:
        assert where(f"{verb}规范性文件7件。") == ["-"]

    @pytest.mark.parametrize("thing", ["政策文件", "公文", "各类文件"])
    def test_other_papers_have_no_cell(self, thing: str) -> None:
        assert where(f"全年印发{thing}7件。") == ["-"]

    def test_regulations_likewise(self) -> None:
        text = "全年制定政府规章3件，废止规章1件，现行有效规章20件。"
        assert where(text, body="市政府") == [
            f"active.regulations.{column}" for column in ("made", "repealed", "in_force")
        ]

    def test_one_noun_serves_several_verbs(self) -> None:
        text = "全年制发行政规范性文件7件，废止2件，现行有效36件。"
        assert where(text) == [f"active.normative.{column}" for column in ("made", "repealed", "in_force")]

    def test_in_the_format_of_2019_documents_are_not_linked(self) -> None:
        assert where("全年制发行政规范性文件7件。", year=2020) == ["-"]

    def test_of_another_body_has_no_cell(self) -> None:
        assert where("全年审查全县规范性文件30件。", body="县部门", agency="安平县司法局") == ["-"]


class TestDecisions:
    @pytest.mark.parametrize(
        ("text", "row"),
        [
            ("全年作出行政许可1284件。", "licensing"),
            ("全年办理行政许可1284件。", "licensing"),
            ("全年办结行政许可1284件。", "licensing"),
            ("全年审批行政许可1284件。", "licensing"),
            ("全年作出行政处罚86件。", "penalty"),
            ("全年下达行政处罚决定86宗。", "penalty"),
            ("全年实施行政处罚86起。", "penalty"),
            ("全年实施行政强制5件。", "coercion"),
            ("全年采取行政强制措施5件。", "coercion"),
        ],
    )
    def test_decided(self, text: str, row: str) -> None:
        assert where(text) == [f"active.{row}"]

    @pytest.mark.parametrize(
        "text",
        [
            "全年受理行政许可申请120件。",
            "梳理行政许可事项45项。",
            "公示行政许可信息310条。",
            "全年行政处罚立案40件。",
            "公示行政处罚信息86条。",
            "不予行政处罚6件。",
        ],
    )
    def test_no_decisions(self, text: str) -> None:
        assert where(text) == ["-"]

    def test_kinds_of_items_are_no_decisions(self) -> None:
        assert where("对外管理服务事项共126项，其中行政许可45项、行政确认12项、其他69项。") == ["-"] * 4

    def test_the_amount_of_fines_has_no_cell(self) -> None:
        assert where("全年作出行政处罚86件，罚款42.5万元。") == ["active.penalty", "-"]

    @pytest.mark.parametrize("row", ["licensing", "penalty", "coercion"])
    def test_in_the_format_of_2019_decisions_have_their_own_column(self, row: str) -> None:
        noun = {"licensing": "行政许可", "penalty": "行政处罚", "coercion": "行政强制"}[row]
        assert where(f"全年作出{noun}12件。", year=2020) == [f"active.{row}.decisions"]


class TestFees:
    def test_charges_are_in_ten_thousand_yuan(self) -> None:
        (figure,) = figures("全年行政事业性收费7730.28万元。")
        assert (figure.address, figure.unit) == ("active.fees", "万元")

    def test_yuan_are_linked_too(self) -> None:
        assert where("全年收取行政事业性收费3500元。") == ["active.fees"]

    @pytest.mark.parametrize(
        "text",
        ["罚没收入12.6万元。", "收取信息处理费300元。", "减免费用2万元。", "非税收入38万元。", "投入经费20万元。"],
    )
    def test_other_money_has_no_cell(self, text: str) -> None:
        assert where(text) == ["-"]
