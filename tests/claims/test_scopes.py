"""Whose figures a sentence tells (figures.md 3.1)."""

from __future__ import annotations

import pytest

from tests.claims.told import NEW, figures


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("县政府", "全县"),
        ("县政府办", "我办"),
        ("县政府办", "县政府办公室"),
        ("县政府", ""),
        ("县部门", "我局"),
        ("县部门", "全局"),
        ("镇", "我镇"),
        ("镇", "全镇"),
        ("乡", "全乡"),
        ("街道", "我街道"),
        ("市政府", "全市"),
        ("省政府", "全省"),
    ],
)
def test_the_bodys_own_figures_are_linked(body: str, whose: str) -> None:
    (figure,) = figures(f"2024年，{whose}共收到政府信息公开申请11件。", body=body)
    assert (figure.address, figure.barred) == (NEW, None)


@pytest.mark.parametrize(
    ("body", "whose"),
    [
        ("县政府", "县政府办公室"),
        ("县政府", "各乡镇"),
        ("县政府", "县直部门"),
        ("县政府办", "全县"),
        ("县政府办", "各乡镇"),
        ("县部门", "全县"),
        ("市部门", "全市"),
        ("县部门", "局属单位"),
        ("镇", "全县"),
    ],
)
def test_another_scope_is_not_linked_but_its_name_is_kept(body: str, whose: str) -> None:
    (figure,) = figures(f"2024年，{whose}共收到政府信息公开申请186件。", body=body)
    assert (figure.address, figure.named, figure.barred) == (None, NEW, "scope")


@pytest.mark.parametrize("whose", ["全县", "我办", "县政府办公室", "我局"])
def test_without_a_body_every_scope_is_its_own(whose: str) -> None:
    (figure,) = figures(f"2024年，{whose}共收到政府信息公开申请11件。", body=None)
    assert figure.address == NEW


def test_each_limb_has_its_own_scope() -> None:
    wide, own = figures("2024年，全县收到政府信息公开申请186件；我办收到政府信息公开申请11件。")
    assert (wide.barred, own.address) == ("scope", NEW)


def test_the_last_word_of_scope_decides() -> None:
    wide, own = figures("全县收到政府信息公开申请186件，其中我办收到11件。")
    assert (wide.address, own.address) == (None, NEW)


def test_a_total_over_several_bodies_is_not_one_bodys_own() -> None:
    text = "县级各部门和镇街共收到政府信息公开申请133件，县政府办公室收到23件，合计156件。"
    assert [figure.address for figure in figures(text)] == [None, NEW, None]


@pytest.mark.parametrize("whose", ["全县", "全县各级各部门", "全县各级行政机关", "全县政府系统"])
def test_all_bodies_of_a_county_are_the_countys_report(whose: str) -> None:
    (figure,) = figures(f"{whose}共收到政府信息公开申请156件。", body="县政府")
    assert figure.address == NEW


def test_the_offices_own_figure_in_the_sentence_after() -> None:
    wide, own = figures("全县共收到政府信息公开申请156件。县政府办公室受理23件。")
    assert (wide.barred, own.address) == ("scope", NEW)
