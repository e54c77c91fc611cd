"""What in a text is a figure at all, its surface, value and unit (figures.md 1 and 2)."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.claims.told import figures, surfaces


def only(text: str) -> tuple[str, object, str | None, str]:
    """Surface, value, unit and kind of the one figure of a text."""
    (figure,) = figures(text)
    return figure.text, figure.value, figure.unit, figure.kind


class TestSurfaceIsTheNumberWithItsMeasureWord:
    @pytest.mark.parametrize(
        ("text", "surface", "value", "unit"),
        [
            ("全年收到来信17封。", "17封", 17, "封"),
            ("全年收到来信17 封。", "17 封", 17, "封"),
            ("发布信息1,284条。", "1,284条", 1284, "条"),
            ("发布信息1，284条。", "1，284条", 1284, "条"),
            ("发布信息12,345,678条。", "12,345,678条", 12345678, "条"),
            ("组织培训１２场。", "１２场", 12, "场"),
            ("组织培训两次。", "两次", 2, "次"),
            ("组织培训十二次。", "十二次", 12, "次"),
            ("设立查阅点二十三处。", "二十三处", 23, "处"),
            ("接待群众一百零五人。", "一百零五人", 105, "人"),
            ("网站访问量达1.2万次。", "1.2万次", 12000, "次"),
            ("网站访问量达3万次。", "3万次", 30000, "次"),
            ("微博阅读量1.5亿次。", "1.5亿次", 150000000, "次"),
            ("培训工作人员86人次。", "86人次", 86, "人次"),
        ],
    )
    def test_of_a_count(self, text: str, surface: str, value: int, unit: str) -> None:
        assert only(text) == (surface, value, unit, "count")

    @pytest.mark.parametrize(
        "text", ["今年工单比去年增长6%。", "满意率下降6%。", "其中涉及教育的占6%。", "投诉量减少6%。"]
    )
    def test_verbs_stay_outside(self, text: str) -> None:
        assert surfaces(text) == ["6%"]

    def test_at_least_stays_outside(self) -> None:
        (figure,) = figures("每季度至少开展3次检查。")
        assert (figure.text, figure.approximate) == ("3次", False)

    def test_a_number_of_chinese_digits_before_a_remote_measure_word_is_one_figure(self) -> None:
        assert surfaces("依托网站、公众号、公报三个渠道发布信息。") == ["三个"]


class TestRoughFigures:
    @pytest.mark.parametrize(
        ("text", "surface", "value"),
        [
            ("回复咨询10余件。", "10余件", 10),
            ("回复咨询近百件。", "近百件", 100),
            ("推送信息3万余条。", "3万余条", 30000),
            ("推送信息1200多条。", "1200多条", 1200),
            ("推送信息约500条。", "约500条", 500),
            ("推送信息500条左右。", "500条左右", 500),
            ("推送信息500条以上。", "500条以上", 500),
            ("推送信息超过500条。", "超过500条", 500),
            ("推送信息逾500条。", "逾500条", 500),
            ("推送信息百余条。", "百余条", 100),
        ],
    )
    def test_the_approximator_belongs_to_the_surface(self, text: str, surface: str, value: int) -> None:
        (figure,) = figures(text)
        assert (figure.text, figure.value, figure.approximate) == (surface, value, True)

    def test_an_exact_figure_is_not_approximate(self) -> None:
        assert not figures("推送信息500条。")[0].approximate

    @pytest.mark.parametrize(
        "text", ["发布信息数十条。", "发布信息若干条。", "发布信息上百条。", "过半数申请当日答复。"]
    )
    def test_words_of_no_number_are_no_figures(self, text: str) -> None:
        assert surfaces(text) == []


class TestRanges:
    @pytest.mark.parametrize("text", ["每年开展3至5个专题活动。", "每年开展3-5个专题活动。", "每年开展3—5个专题活动。"])
    def test_both_ends_make_one_figure(self, text: str) -> None:
        (figure,) = figures(text)
        assert (figure.value, figure.value_high, figure.unit) == (3, 5, "个")


class TestRates:
    @pytest.mark.parametrize(
        ("text", "surface", "value", "unit"),
        [
            ("满意率98.5%。", "98.5%", Decimal("98.5"), "%"),
            ("满意率９８．５％。", "９８．５％", Decimal("98.5"), "%"),
            ("满意率百分之九十八点五。", "百分之九十八点五", Decimal("98.5"), "%"),
            ("满意率达百分之百。", "百分之百", 100, "%"),
            ("线上来信占三成。", "三成", 30, "成"),
            ("线上来信占三分之一。", "三分之一", Decimal("0.3333333333333333333333333333"), None),
        ],
    )
    def test_value_and_unit(self, text: str, surface: str, value: object, unit: str | None) -> None:
        assert only(text) == (surface, value, unit, "rate")

    def test_a_rough_rate_of_tenths(self) -> None:
        (figure,) = figures("线上来信占近三成。")
        assert (figure.text, figure.value, figure.unit, figure.approximate) == ("近三成", 30, "成", True)

    def test_trailing_zeros_are_kept_as_printed(self) -> None:
        assert str(figures("满意率98.50%。")[0].value) == "98.50"


class TestMoneyAndDuration:
    @pytest.mark.parametrize(
        ("text", "surface", "value", "unit"),
        [
            ("行政事业性收费12.6万元。", "12.6万元", Decimal("12.6"), "万元"),
            ("行政事业性收费7730.28万元。", "7730.28万元", Decimal("7730.28"), "万元"),
            ("专项经费1.2亿元。", "1.2亿元", Decimal("1.2"), "亿元"),
            ("收取复制费350元。", "350元", 350, "元"),
        ],
    )
    def test_money_keeps_its_unit_and_value(self, text: str, surface: str, value: object, unit: str) -> None:
        assert only(text) == (surface, value, unit, "money")

    @pytest.mark.parametrize(
        ("text", "surface", "value"),
        [
            ("平均办理用时8个工作日。", "8个工作日", 8),
            ("公示期为七日。", "七日", 7),
            ("答复时限由20天缩短。", "20天", 20),
        ],
    )
    def test_durations_are_figures_without_cell(self, text: str, surface: str, value: int) -> None:
        (figure,) = figures(text)
        assert (figure.text, figure.value, figure.kind, figure.address) == (surface, value, "duration", None)


class TestBareNumbers:
    def test_counts_what_the_paragraph_names(self) -> None:
        found = figures("因政府信息公开引发行政复议6件，维持5、尚未审结1。")
        assert [(figure.text, figure.value, figure.unit) for figure in found] == [
            ("6件", 6, "件"),
            ("5", 5, None),
            ("1", 1, None),
        ]

    def test_all_are_nought(self) -> None:
        found = figures("行政复议、行政诉讼案件数量均为0。")
        assert {(figure.text, figure.value, figure.unit) for figure in found} == {("0", 0, None)}


class TestWhatIsNoFigure:
    @pytest.mark.parametrize(
        "text",
        [
            "2024年，我办扎实推进政务公开。",
            "2024年1月1日至2024年12月31日。",
            "统计时段为1—12月。",
            "报告于3月15日公布。",
            "截至2024年12月31日。",
            "编印政府公报第三期。",
            "落实“十四五”规划要求。",
            "依据国办公开办函〔2021〕30号编制。",
            "根据《条例》第五十条规定编制。",
            "联系电话：0916-6712345。",
            "地址为滨河路18号。",
            "一、总体情况",
            "（二）依申请公开",
            "用好12345热线。",
            "做好G205国道沿线信息公开。",
            "落实五公开要求。",
            "严格三审三校制度。",
            "坚持一事一申请。",
            "管好两微一端。",
            "推进双随机监管。",
            "深化一网通办。",
            "实现服务零距离。",
            "开展一系列活动。",
            "梳理一批事项。",
            "推行一窗受理。",
            "提供7×24小时服务入口。",
            "围绕“一件事”改革。",
            "印发《关于做好2024年18件民生实事的通知》。",
            "近三年工作平稳。",
            "一年来，各项工作有序开展。",
            "下半年将继续推进。",
            "四个季度均按时报送。",
            "实现零逾期、零投诉。",
        ],
    )
    def test_names_dates_and_set_phrases(self, text: str) -> None:
        assert surfaces(text) == []

    def test_a_planned_figure_is_one_all_the_same(self) -> None:
        (figure,) = figures("下一步，计划培训200人。")
        assert (figure.value, figure.period, figure.address) == (200, "future", None)

    def test_the_parts_of_the_report_are_counted(self) -> None:
        assert surfaces("本报告由六个部分组成。") in (["六个"], ["六个部分"])

    def test_a_legal_limit_is_a_figure(self) -> None:
        assert surfaces("自收到申请之日起20个工作日内答复。") == ["20个工作日"]

    def test_a_title_hides_its_numbers_but_not_what_follows(self) -> None:
        assert surfaces("印发《2024年要点》等文件7份。") == ["7份"]
