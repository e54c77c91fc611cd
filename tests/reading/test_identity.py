"""Title, agency and year."""

from __future__ import annotations

import pytest

from auditor.reading.identity import in_sentences, title_end, title_of, year_of


@pytest.mark.parametrize(
    ("title", "agency", "year"),
    [
        ("清渠县水利局2024年政府信息公开工作年度报告", "清渠县水利局", 2024),
        ("2024年清渠县水利局政府信息公开工作年度报告", "清渠县水利局", 2024),
        ("清渠县水利局2024年度政府信息公开年度报告", "清渠县水利局", 2024),
        ("清渠县水利局二〇二三年政府信息公开工作报告", "清渠县水利局", 2023),
        ("关于清渠县水利局 2024 年 政府信息公开工作年度报告", "清渠县水利局", 2024),
    ],
)
def test_a_title_tells_agency_and_year(title: str, agency: str, year: int) -> None:
    found = title_of([title])
    assert (found.agency, found.year, found.other_document) == (agency, year, False)


def test_a_title_may_stand_on_two_lines() -> None:
    found = title_of(["索引号：0042", "清渠县水利局", "2024年政府信息公开工作年度报告"])
    assert (found.title, found.agency) == ("清渠县水利局2024年政府信息公开工作年度报告", "清渠县水利局")


@pytest.mark.parametrize(
    "lines",
    [
        ("云岭镇人", "民政府2021年政府信息公开年度报告"),
        ("登录", "云岭镇", "人民政府2021年", "政府信息公开年度报告"),
        ("云岭镇人民政府", "2021年政府信息公开年度报告"),
    ],
)
def test_a_title_may_be_broken_inside_the_name(lines: tuple[str, ...]) -> None:
    found = title_of(lines)
    assert (found.agency, found.year) == ("云岭镇人民政府", 2021)


def test_another_document_is_told_by_its_title() -> None:
    assert title_of(["清渠县水利局2024年政务公开工作总结"]).other_document


def test_prose_that_names_the_report_is_no_title() -> None:
    assert title_of(["现公布清渠县水利局2024年政府信息公开工作年度报告，请予监督。"]).title is None


def test_without_a_title_the_first_sentence_with_both_tells() -> None:
    texts = ["我局认真履职。2024年，我局平稳运行。2024年，清渠县水利局办结申请3件。2023年，白马县教育局另报。"]
    found = in_sentences(texts)
    assert (found.title, found.agency, found.year) == (None, "清渠县水利局", 2024)


@pytest.mark.parametrize(
    ("sentence", "agency"),
    [
        ("2024年，在县委、县政府的坚强领导下，清渠县教育局认真落实公开制度。", "清渠县教育局"),
        ("2024年以来，全省各级政府认真执行，清渠县水利局办结申请3件。", "清渠县水利局"),
        ("2024年，按照青山省人民政府办公厅要求，清渠县水利局修订指南。", "清渠县水利局"),
        ("2024年度，清渠县青石镇人民政府调整专栏2个。", "清渠县青石镇人民政府"),
        ("2024年，市教育局新设专栏。", "市教育局"),
        ("2024年，禾汀街道办事处认真落实公开制度。", "禾汀街道办事处"),
        ("2024年，我局平稳运行。", None),
    ],
)
def test_the_agency_of_a_sentence_is_who_acts(sentence: str, agency: str | None) -> None:
    assert in_sentences([sentence]).agency == agency


def test_a_year_may_be_written_in_chinese() -> None:
    assert year_of("二○二四年") == 2024
    assert year_of("２０２４年度") == 2024
    assert year_of("4年") is None


@pytest.mark.parametrize(
    "lines",
    [
        ("梧川市水利局2024年政府信", "息公开工作年度报告"),
        ("梧川市水利局", "2024年政府信息公开工作", "年度报告"),
        ("政务公开", "政府信息公开年报", "梧川市水利局2024年政府信息公开工作年度报告"),
        (
            "梧川市水利局2024年政府信息公开工作年度报告_梧川市门户网站",
            "政府信息公开年报",
            "梧川市水利局2024年政府信息公开工作年度报告",
        ),
    ],
)
def test_a_title_is_found_over_lines_and_behind_a_menu(lines: tuple[str, ...]) -> None:
    found = title_of(lines)
    assert (found.title, found.agency, found.year) == (
        "梧川市水利局2024年政府信息公开工作年度报告",
        "梧川市水利局",
        2024,
    )


@pytest.mark.parametrize(
    ("lines", "agency", "year"),
    [
        (
            [
                "首页>政务公开>年报",
                "索引号：0012",
                "发布机构：禾岭县财政局",
                "禾岭县财政局2023年政府信息公开工作年度报告",
            ],
            "禾岭县财政局",
            2023,
        ),
        (["禾岭县", "财政局2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局", "2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局", "2023年", "政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局20", "23年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年政府信息公", "开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年政府信息公开年", "度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年政府信息公开年度报", "告"], "禾岭县财政局", 2023),
        (["禾岭县卫生健", "康局2023年政府信息公开工作年度报告"], "禾岭县卫生健康局", 2023),
        (["禾岭县市场监督", "管理局2023年政府信息公开工作年度报告"], "禾岭县市场监督管理局", 2023),
        (["禾岭县人力资源和社会", "保障局2022年政府信息公开工作年度报告"], "禾岭县人力资源和社会保障局", 2022),
        (["禾岭县人民政府办公室", "关于2023年度政府信息公开工作的报告"], "禾岭县人民政府办公室", 2023),
        (["禾岭县财政局关于2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["关于禾岭县财政局2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["2023年度禾岭县财政局政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["2023年禾岭县财政局", "政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["二〇二三年禾岭县财政局政府信息公开年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局政府信息公开工作年度报告（2023年）"], "禾岭县财政局", 2023),
        (["禾岭县财政局政府信息公开工作年度报告", "（2023年度）"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年度政府信息公开工作报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年度政府信息公开工作情况报告"], "禾岭县财政局", 2023),
        (["《禾岭县财政局2023年政府信息公开工作年度报告》"], "禾岭县财政局", 2023),
        (["禾岭县财政局 2023 年 政府信息公开 工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年政府信息公开工作年度报告_禾岭县人民政府门户网站"], "禾岭县财政局", 2023),
        (["禾岭县财政局2023年政府信息公开工作年度报告 - 政府信息公开年报"], "禾岭县财政局", 2023),
        (["标题：禾岭县财政局2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["附件1", "禾岭县财政局2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["附件：禾岭县财政局2023年政府信息公开工作年度报告"], "禾岭县财政局", 2023),
        (["禾岭县财政局", "政府信息公开", "2023年度报告"], "禾岭县财政局", 2023),
        (["禾岭县白石镇人", "民政府2023年政府信息公开工作年度报告"], "禾岭县白石镇人民政府", 2023),
        (["信息公开年报", "政府信息公开年报", "禾岭县白石镇2023年政府信息公开工作年度报告"], "禾岭县白石镇", 2023),
        (["中共禾岭县委宣传部2023年政府信息公开工作年度报告"], "中共禾岭县委宣传部", 2023),
        (["禾岭县财政局2023年政府信息公开工作年度报告（公开版）"], "禾岭县财政局", 2023),
    ],
)
def test_pages_print_titles_in_many_shapes(lines: list[str], agency: str, year: int) -> None:
    found = title_of(lines)
    assert (found.agency, found.year) == (agency, year)


@pytest.mark.parametrize(
    "line",
    [
        "禾岭县财政局2022年政府信息公开工作年度报告 - 2023-01-19",
        "首页 | 公开指南 | 公开制度 | 公开目录 | 公开年报 | 禾岭县财政局2022年政府信息公开工作年度报告",
    ],
)
def test_a_link_in_a_list_is_no_title(line: str) -> None:
    assert title_of([line]).title is None


@pytest.mark.parametrize(
    ("lines", "end"),
    [
        (["禾岭县财政局2023年政府信息公开年", "度报告", "本报告由禾岭县财政局编制。"], 2),
        (["首页", "禾岭县财政局2023年政府信息公开年度报告_禾岭县门户网站", "本报告由禾岭县财政局编制。"], 2),
        (["本报告由禾岭县财政局编制。"], 0),
    ],
)
def test_the_preamble_begins_below_the_last_line_of_the_title(lines: list[str], end: int) -> None:
    assert title_end(lines, "禾岭县财政局2023年政府信息公开年度报告") == end
