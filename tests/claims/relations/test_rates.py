"""Shares, completion rates, growth and differences recomputed (figures.md 7)."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.claims.told import read, relations


class TestRatio:
    @pytest.mark.parametrize(
        ("text", "roles"),
        [
            ("全年收到政府信息公开申请20件，其中自然人15件，占75%。", "part 15件; whole 20件; rate 75%"),
            ("全年收到政府信息公开申请38件，办结38件，办结率100%。", "part 38件; whole 38件; rate 100%"),
            ("收到群众留言62条，办结60条，办结率96.8%。", "part 60条; whole 62条; rate 96.8%"),
            ("排查问题8个，整改7个，整改率87.5%。", "part 7个; whole 8个; rate 87.5%"),
        ],
    )
    def test_both_base_figures_are_in_the_text(self, text: str, roles: str) -> None:
        assert relations(text) == [f"ratio: {roles}"]

    @pytest.mark.parametrize(
        ("rate", "holds"),
        [("66.7", True), ("66.67", True), ("67", True), ("66.6", False), ("66.66", False), ("66", False)],
    )
    def test_a_rate_is_rounded_half_up_to_its_printed_digits(self, rate: str, holds: bool) -> None:
        (relation,) = read(f"收到群众留言3条，办结2条，办结率{rate}%。").relations
        assert (relation.kind, relation.holds) == ("ratio", holds)

    def test_one_figure_has_no_second_base(self) -> None:
        assert relations("全年收到并办结政府信息公开申请11件，办结率100%。") == []

    @pytest.mark.parametrize("name", ["满意率", "按时办结率"])
    def test_rates_that_no_two_counts_give(self, name: str) -> None:
        assert relations(f"收到群众留言62条，办结60条，{name}100%。") == []

    def test_a_multiple_of_last_year_is_a_quotient(self) -> None:
        text = "收到政府信息公开申请16件，上年为8件，是上年的2倍。"
        assert relations(text) == ["ratio: part 16件; whole 8件; rate 2倍"]

    def test_the_nearest_whole_of_its_kind(self) -> None:
        text = "全年收到政府信息公开申请20件，办结18件，其中予以公开9件，占50%。"
        assert "ratio: part 9件; whole 18件; rate 50%" in relations(text)

    @pytest.mark.parametrize("base", ["总数", "收到申请总数", "全部20件申请"])
    def test_the_base_is_what_the_text_names(self, base: str) -> None:
        text = f"全年收到政府信息公开申请20件，办结18件，其中予以公开9件，占{base}的45%。"
        found = [line for line in relations(text) if line.startswith("ratio")]
        assert found == ["ratio: part 9件; whole 20件; rate 45%"]

    def test_a_rate_over_a_list_is_not_that_of_its_last_item(self) -> None:
        text = "全年政策解读28篇，其中图文解读20篇、视频解读5篇、负责人解读3篇，解读率达100%。"
        assert relations(text) == ["sum: total 28篇; parts 20篇、5篇、3篇"]

    def test_a_rate_is_not_that_of_another_action(self) -> None:
        text = "办理人大代表建议12件、政协提案15件，共27件，公开25件，办复率100%。"
        assert relations(text) == ["sum: total 27件; parts 12件、15件"]

    def test_a_share_may_be_a_fraction(self) -> None:
        assert relations("收到来信30封，其中网上20封，占三分之二。") == ["ratio: part 20封; whole 30封; rate 三分之二"]

    def test_fractions_in_a_row_answer_to_the_counts_in_a_row(self) -> None:
        text = "收到来信30封，其中网上20封、书面10封，分别占三分之二、三分之一。"
        assert sorted(relations(text)) == [
            "ratio: part 10封; whole 30封; rate 三分之一",
            "ratio: part 20封; whole 30封; rate 三分之二",
            "sum: total 30封; parts 20封、10封",
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "收到来信30封，其中网上20封、书面40封，分别占三分之二、三分之四。",
            "收到来信3封，其中网上3封、书面1封，分别占三分之二、三分之一。",
            "收到留言3条，办结2条，办结率66.6666666666666666666666666667%。",
        ],
    )
    def test_a_rate_of_many_digits_is_recomputed_too(self, text: str) -> None:
        assert read(text).figures

    def test_a_rough_member_claims_no_rate(self) -> None:
        assert not [line for line in relations("收到留言约60条，办结58条，办结率96.7%。") if line.startswith("ratio")]

    def test_each_share_of_a_list_gets_its_own_ratio(self) -> None:
        text = "全年收到政府信息公开申请20件，其中自然人15件，占75%；法人或其他组织5件，占25%。"
        assert sorted(relations(text)) == [
            "ratio: part 15件; whole 20件; rate 75%",
            "ratio: part 5件; whole 20件; rate 25%",
            "sum: total 20件; parts 15件、5件",
        ]


class TestGrowth:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "全年收到政府信息公开申请11件，上年为8件，同比增长37.5%。",
                "growth (up): current 11件; previous 8件; rate 37.5%",
            ),
            (
                "全年收到政府信息公开申请22件，上年为31件，同比下降29%。",
                "growth (down): current 22件; previous 31件; rate 29%",
            ),
            ("全年收到政府信息公开申请24件，较上年的8件增长2倍。", "growth (up): current 24件; previous 8件; rate 2倍"),
        ],
    )
    def test_both_years_are_in_the_text(self, text: str, expected: str) -> None:
        assert relations(text) == [expected]

    def test_the_level_may_stand_behind_its_change(self) -> None:
        text = "政府信息公开申请数量较2023年的15件下降26.7%，为11件。"
        assert relations(text) == ["growth (down): current 11件; previous 15件; rate 26.7%"]

    def test_the_wrong_direction_does_not_hold(self) -> None:
        (relation,) = read("全年收到政府信息公开申请22件，上年为31件，同比增长29%。").relations
        assert (relation.kind, relation.direction, relation.holds) == ("growth", "up", False)

    def test_the_wrong_rate_does_not_hold(self) -> None:
        (relation,) = read("全年收到政府信息公开申请11件，上年为8件，同比增长38.5%。").relations
        assert not relation.holds

    def test_without_last_years_figure_nothing_is_claimed(self) -> None:
        assert relations("全年收到政府信息公开申请11件，同比增长37.5%。") == []


class TestDifference:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            (
                "全年收到政府信息公开申请11件，上年为8件，增加3件。",
                "difference (up): current 11件; previous 8件; delta 3件",
            ),
            (
                "全年收到政府信息公开申请8件，较上年的11件减少3件。",
                "difference (down): current 8件; previous 11件; delta 3件",
            ),
            (
                "满意率由96.5%提高到98%，提高1.5个百分点。",
                "difference (up): current 98%; previous 96.5%; delta 1.5个百分点",
            ),
        ],
    )
    def test_both_are_in_the_text(self, text: str, expected: str) -> None:
        assert relations(text) == [expected]

    def test_a_wrong_difference_does_not_hold(self) -> None:
        (relation,) = read("全年收到政府信息公开申请11件，上年为8件，较上年增加4件。").relations
        assert (relation.kind, relation.holds, relation.gap) == ("difference", False, -1)

    def test_without_last_years_figure_nothing_is_claimed(self) -> None:
        assert relations("全年收到政府信息公开申请11件，较上年增加3件。") == []


@given(st.integers(1, 10**6), st.integers(0, 3), st.data())
def test_a_share_holds_exactly_when_it_is_the_quotient_rounded_half_up(
    whole: int, decimals: int, data: st.DataObject
) -> None:
    part = data.draw(st.integers(1, whole))
    offset = data.draw(st.sampled_from([0, 1, -1]))
    scale = 10**decimals
    exact = (Fraction(100 * part * scale, whole) + Fraction(1, 2)).__floor__()
    printed = exact + offset
    if printed < 0:
        return
    digits = format(Decimal(printed).scaleb(-decimals), "f")
    (relation,) = read(f"收到群众留言{whole}条，办结{part}条，办结率{digits}%。").relations
    assert relation.kind == "ratio"
    assert relation.holds is (offset == 0)


@given(st.lists(st.integers(0, 10**9), min_size=2, max_size=9), st.integers(-3, 3))
def test_sums_are_exact(parts: list[int], fault: int) -> None:
    total = sum(parts) + fault
    if total < 0:
        return
    items = "、".join(f"类别{name}有{part}条" for name, part in zip("甲乙丙丁戊己庚辛壬", parts, strict=False))
    found = read(f"公开信息{total}条，分别为{items}。").relations
    if fault == 0:
        assert [(relation.kind, relation.holds) for relation in found] == [("sum", True)]
        assert found[0].gap == 0
    else:
        assert not any(
            relation.kind == "sum" and relation.holds and len(relation.roles["parts"]) == len(parts)
            for relation in found
        )


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("甲类5件、乙类15件，共20件，依次占25%、75%。", 2),
        ("抽查单位200家，合格190家，合格率95%。", 1),
        ("全市收到申请4.8万件；自然人申请占93.6%。", 0),
        ("收到申请48件，予以公开20件，占答复总数的40.9%。", 0),
        ("抽检样品100批次，其中不合格7批次，不合格处置率100%。", 0),
    ],
)
def test_how_many_shares_are_claimed(text: str, stated: int) -> None:
    assert sum(one.startswith("ratio") for one in relations(text)) == stated
