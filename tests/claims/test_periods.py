"""The time that a figure belongs to, and changes against another time (figures.md 3.1, 8.2 and 8.3)."""

from __future__ import annotations

import pytest

from auditor.model import Period
from tests.claims.told import NEW, figures

CASES: list[tuple[str, list[tuple[str, Period]]]] = [
    ("2024年，全年收到政府信息公开申请11件。", [("11件", "current")]),
    ("报告期内收到政府信息公开申请11件。", [("11件", "current")]),
    ("一年来，收到政府信息公开申请11件。", [("11件", "current")]),
    ("年内收到政府信息公开申请11件。", [("11件", "current")]),
    ("今年累计收到政府信息公开申请11件。", [("11件", "current")]),
    ("2023年收到政府信息公开申请8件。", [("8件", "previous")]),
    ("去年收到政府信息公开申请8件，今年收到11件。", [("8件", "previous"), ("11件", "current")]),
    ("收到政府信息公开申请11件，上年同期为8件。", [("11件", "current"), ("8件", "previous")]),
    ("收到政府信息公开申请11件，较上年的8件有所增加。", [("11件", "current"), ("8件", "previous")]),
    ("历年累计收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("近三年共收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("2008年以来共收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("自2019年起共收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("截至2024年12月31日，累计收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("截至目前，累计收到政府信息公开申请64件。", [("64件", "cumulative")]),
    ("全年拟制公文230件。", [("230件", "current")]),
    ("上半年收到政府信息公开申请6件。", [("6件", "part")]),
    ("第三季度收到政府信息公开申请6件。", [("6件", "part")]),
    ("5月份收到政府信息公开申请6件。", [("6件", "part")]),
    ("1-6月收到政府信息公开申请6件。", [("6件", "part")]),
    ("1-12月收到政府信息公开申请11件。", [("11件", "current")]),
    ("明年计划举办培训4场。", [("4场", "future")]),
    ("下一步，将新增公开专栏3个。", [("3个", "future")]),
    ("上年结转政府信息公开申请2件。", [("2件", "current")]),
    ("结转下年度继续办理政府信息公开申请2件。", [("2件", "current")]),
    ("2023年结转政府信息公开申请2件。", [("2件", "current")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_period(text: str, expected: list[tuple[str, Period]]) -> None:
    assert [(figure.text, figure.period) for figure in figures(text)] == expected


@pytest.mark.parametrize("text", [text for text, expected in CASES if expected == [("64件", "cumulative")]])
def test_several_years_have_no_cell(text: str) -> None:
    (figure,) = figures(text)
    assert figure.address is None


@pytest.mark.parametrize(
    "text", ["2023年收到政府信息公开申请8件。", "上半年收到政府信息公开申请8件。", "预计收到政府信息公开申请8件。"]
)
def test_another_time_has_no_cell_but_its_name_is_kept(text: str) -> None:
    (figure,) = figures(text)
    assert (figure.address, figure.named, figure.barred) == (None, NEW, "period")


def test_without_the_year_every_year_counts_as_the_reports_own() -> None:
    (figure,) = figures("2023年收到政府信息公开申请8件。", year=None)
    assert (figure.period, figure.address) == ("current", NEW)


def test_half_a_year_ends_with_its_figure() -> None:
    half, year = figures("上半年收到政府信息公开申请6件，全年收到11件。")
    assert (half.period, year.period, year.address) == ("part", "current", NEW)


class TestGrowth:
    @pytest.mark.parametrize(
        ("text", "surface"),
        [
            ("收到政府信息公开申请11件，同比增长37.5%。", "37.5%"),
            ("收到政府信息公开申请11件，较上年增加3件。", "3件"),
            ("收到政府信息公开申请11件，比上年减少3件。", "3件"),
            ("群众满意率98%，较去年提高1.2个百分点。", "1.2个百分点"),
            ("网站访问量同比增长2倍。", "2倍"),
        ],
    )
    def test_a_change_is_said_of_this_year_and_has_no_cell(self, text: str, surface: str) -> None:
        figure = figures(text)[-1]
        assert (figure.text, figure.kind, figure.period, figure.address) == (surface, "growth", "current", None)

    def test_a_multiple_of_last_year_is_a_rate(self) -> None:
        figure = figures("收到政府信息公开申请16件，是上年8件的2倍。")[-1]
        assert (figure.text, figure.kind, figure.unit) == ("2倍", "rate", "倍")

    def test_the_level_reached_is_no_change(self) -> None:
        figure = figures("公开专栏由9个增加到12个。")[-1]
        assert (figure.text, figure.kind) == ("12个", "count")
