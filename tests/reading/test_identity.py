"""Agency, year and kind of body."""

from __future__ import annotations

import pytest

from auditor.reading.identity import body_of, in_sentences, title_of, year_of


@pytest.mark.parametrize(
    ("agency", "body"),
    [
        ("安平县人民政府办公室", "县政府办"),
        ("镇巴县人民政府办公室", "县政府办"),
        ("淮安市洪泽区人民政府", "县政府"),
        ("洪泽区人民政府", "县政府"),
        ("上海市人民政府办公厅", "省政府办"),
        ("四川省人民政府办公厅", "省政府办"),
        ("广西壮族自治区人民政府", "省政府"),
        ("汉中市人民政府", "市政府"),
        ("苏州市人民政府办公室", "市政府办"),
        ("大理白族自治州人民政府", "市政府"),
        ("桐乡市人民政府", "县政府"),
        ("嘉兴市桐乡市人民政府", "县政府"),
        ("清渠县", "县政府"),
        ("清渠县教育局", "县部门"),
        ("清渠县市场监督管理局", "县部门"),
        ("苏州市教育局", "市部门"),
        ("杭州市余杭区教育局", "县部门"),
        ("平度市公安局", "县部门"),
        ("江苏省公安厅", "省部门"),
        ("上海市教育委员会", "省部门"),
        ("阳泉市城市管理局", "市部门"),
        ("清渠县青石镇人民政府", "镇"),
        ("青石镇", "镇"),
        ("白马乡人民政府", "乡"),
        ("苏州市虎丘区枫桥街道办事处", "街道"),
        ("清渠经济开发区管理委员会", "开发区"),
        ("国家卫生健康委员会", "其他"),
        ("街道", "街道"),
        ("县政府办", "县政府办"),
        ("市教育局", "市部门"),
        ("县政府", "县政府"),
        ("区政府办公室", "县政府办"),
        ("省政府", "省政府"),
        ("清渠县人民政府办公室（清渠县外事办公室）", "县政府办"),
        ("XX市教育局", "市部门"),
        ("省教育厅", "省部门"),
        ("区卫健局", "县部门"),
        ("水管家", None),
        ("教育局", None),
        ("", None),
    ],
)
def test_the_kind_of_body_is_told_by_the_name(agency: str, body: str | None) -> None:
    assert body_of(agency) == body


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
