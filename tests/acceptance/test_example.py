"""The report of ../shared/example, end to end: what the task says must be shown of it.

What the cells print is derived here from the file itself: under each row's label stand its numbers, each on a line
of its own.
"""

from __future__ import annotations

import re
from functools import cache

import pytest

import auditor
from auditor.model import Audit, Figure
from tests.acceptance.passage import EXAMPLE, NOT_BESIDE, faults, section_text, span_texts, the_figure, told

pytestmark = pytest.mark.skipif(not EXAMPLE.exists(), reason=NOT_BESIDE)

APPLICANTS = ("natural", "business", "research", "nonprofit", "legal", "other", "total")
OUTCOMES = ("upheld", "corrected", "other", "pending", "total")

# The first words of each row's label, in the printed order, and the row's name.
ROWS = {
    "一、本年新收": "new",
    "二、上年结转": "carried_in",
    "(一)予以公开": "granted",
    "(二)部分公开": "partial",
    "1.属于国家秘密": "denied.state_secret",
    "2.其他法律行政法规": "denied.law",
    "3.危及": "denied.security",
    "4.保护第三方": "denied.third_party",
    "5.属于三类": "denied.internal",
    "6.属于四类": "denied.process",
    "7.属于行政执法案卷": "denied.enforcement_file",
    "8.属于行政查询": "denied.inquiry",
    "1.本机关不掌握": "unavailable.not_held",
    "2.没有现成": "unavailable.needs_creation",
    "3.补正后": "unavailable.unclear",
    "1.信访": "unprocessed.petition",
    "2.重复申请": "unprocessed.repeat",
    "3.要求提供公开出版物": "unprocessed.publication",
    "4.无正当理由": "unprocessed.excessive",
    "5.要求行政机关": "unprocessed.reconfirm",
    "1.申请人无正当理由": "other.no_correction",
    "2.申请人逾期": "other.no_payment",
    "3.其他": "other.other",
    "(七)总计": "handled",
    "四、结转下年度": "carried_out",
}
ACTIVE = {
    "规章": ("regulations.made", "regulations.repealed", "regulations.in_force"),
    "行政规范性文件": ("normative.made", "normative.repealed", "normative.in_force"),
    "行政许可": ("licensing",),
    "行政处罚": ("penalty",),
    "行政强制": ("coercion",),
    "行政事业性收费": ("fees",),
}


def lines_between(start: str, end: str) -> list[str]:
    text = EXAMPLE.read_text(encoding="utf-8")
    part = text[text.index(f"\n{start}") + 1 : text.index(f"\n{end}")]
    return [line.strip(" |") for line in part.splitlines()][1:]


def numbers_after(lines: list[str], place: int) -> list[int]:
    """The numbers on the lines that follow a label, up to the next line with words."""
    found = []
    for line in lines[place + 1 :]:
        if line and not re.fullmatch(r"\d+", line):
            break
        if line:
            found.append(int(line))
    return found


def printed_cells() -> dict[str, int]:
    cells: dict[str, int] = {}
    active = lines_between("二、主动公开政府信息情况", "三、收到和处理")
    for label, names in ACTIVE.items():
        numbers = numbers_after(active, active.index(label))
        assert len(numbers) == len(names), label
        cells |= {f"active.{name}": number for name, number in zip(names, numbers, strict=True)}
    requests = lines_between("三、收到和处理", "四、政府信息公开行政复议")
    place = 0
    for label, row in ROWS.items():
        place = next(at for at in range(place, len(requests)) if requests[at].startswith(label))
        numbers = numbers_after(requests, place)
        assert len(numbers) == 7, label
        cells |= {f"requests.{row}.{column}": number for column, number in zip(APPLICANTS, numbers, strict=True)}
    disputes = [int(line) for line in lines_between("四、政府信息公开行政复议", "五、") if line.isdigit()]
    assert len(disputes) == 15
    kinds = ("review", "litigation_direct", "litigation_after_review")
    names_of = [f"disputes.{kind}.{outcome}" for kind in kinds for outcome in OUTCOMES]
    return cells | dict(zip(names_of, disputes, strict=True))


@cache
def audit() -> Audit:
    return auditor.audit(EXAMPLE)


def after(words: str) -> Figure:
    """The first figure after some words of part 一."""
    place = section_text(audit(), "一").index(words) + len(words)
    return next(figure for figure in audit().figures if figure.section == "一" and figure.start >= place)


def test_agency_year_and_parts_are_read() -> None:
    report = audit().report
    assert (report.agency, report.body, report.year) == ("镇巴县人民政府办公室", "县政府办", 2024)
    assert [section.number for section in report.sections] == ["一", "二", "三", "四", "五", "六"]
    assert [topic.heading[:3] for topic in report.sections[0].topics] == ["(一)", "(二)", "(三)", "(四)", "(五)"]


def test_all_200_cells_are_what_is_printed() -> None:
    expected = printed_cells()
    assert len(expected) == 10 + 175 + 15
    assert {address: cell.number for address, cell in audit().report.cells.items()} == expected
    assert {cell.kind for cell in audit().report.cells.values()} == {"number"}


def test_the_items_published_add_up() -> None:
    sums = {relation.formula: relation for relation in audit().relations if relation.kind == "sum"}
    assert set(sums) == {"3702 = 152 + 1901 + 1649", "2 = 1 + 1"}
    relation = sums["3702 = 152 + 1901 + 1649"]
    assert relation.holds
    assert [audit().figures[index].text for index in relation.roles["total"]] == ["3702条"]
    assert [audit().figures[index].text for index in relation.roles["parts"]] == ["152条", "1901条", "1649条"]


def test_the_smaller_relations_hold() -> None:
    assert all(relation.holds for relation in audit().relations)
    assert [relation.formula for relation in audit().relations if relation.kind == "same"] == ["11 = 11"]
    described = {relation.formula for relation in audit().relations if relation.kind == "part"}
    assert "17 ≤ 62" in described
    assert "1 ≤ 12" in described, "the new column is one of the columns that there are now"


def test_both_elevens_are_the_requests_received() -> None:
    elevens = [figure for figure in audit().figures if figure.text == "11件"]
    assert len(elevens) == 2
    assert {(figure.address, figure.expected, figure.verdict) for figure in elevens} == {
        ("requests.new.total", 11, "match")
    }


@pytest.mark.parametrize(
    ("words", "value", "address"),
    [
        ("产生行政复议案件", 2, "disputes.review.total"),
        ("其中结果维持", 1, "disputes.review.upheld"),
        ("1件,其他结果", 1, "disputes.review.other"),
    ],
)
def test_the_reviews_are_linked(words: str, value: int, address: str) -> None:
    figure = after(words)
    assert (figure.value, figure.address, figure.verdict) == (value, address, "match")


def test_the_two_completion_rates_speak_of_no_cell() -> None:
    rates = [figure for figure in audit().figures if figure.text == "100%"]
    assert [(figure.address, figure.alternatives, figure.verdict) for figure in rates] == [(None, (), "unchecked")] * 2


def test_every_linked_figure_matches() -> None:
    assert [(figure.text, figure.verdict) for figure in audit().figures if figure.address] == [
        (text, "match") for text in ("11件", "11件", "2件", "1件", "1件")
    ]


@pytest.mark.parametrize(
    "name", ["12345", "三率", "(一)", "(二)", "《中华人民共和国政府信息公开条例》", "2024", "第一方阵"]
)
def test_names_marks_and_years_are_no_figures(name: str) -> None:
    for section in audit().report.sections:
        for hit in re.finditer(re.escape(name), section.text):
            inside = [
                figure.text
                for figure in audit().figures
                if figure.section == section.number and figure.start < hit.end() and hit.start() < figure.end
            ]
            assert inside == []


def test_exactly_the_figures_that_a_reader_marks() -> None:
    part_one = [figure.text for figure in audit().figures if figure.section == "一"]
    assert part_one == [
        *("3702条", "152条", "1901条", "1649条", "1个", "12个", "10期", "8次", "8期", "62条", "17条", "5天", "100%"),
        *("3920件", "100%", "11件", "11件", "2件", "1件", "1件", "4期", "17个", "2期", "120人次"),
    ]
    assert [(f.value, f.kind, f.address) for f in audit().figures if f.section == "六"] == [(0, "absence", None)]


def test_there_is_exactly_one_error_and_it_names_the_cell_and_its_repair() -> None:
    errors = [finding for finding in audit().findings if finding.severity == "error"]
    assert [finding.rule for finding in errors] == ["T300"], [told(audit(), finding) for finding in errors]
    (error,) = errors
    assert "requests.handled.natural" in error.addresses
    assert error.repair is not None
    assert (error.repair.address, error.repair.value) == ("requests.handled.natural", 11)
    assert len(error.repair.relations) == 3


def test_no_other_error_or_warning_is_about_figures() -> None:
    others = [finding for finding in faults(audit(), families="NITYSL") if finding.rule != "T300"]
    assert [told(audit(), finding) for finding in others] == []


def test_part_five_is_boilerplate_sentence_by_sentence() -> None:
    part_five = [sentence for sentence in audit().sentences if sentence.section == "五"]
    assert {sentence.label.label for sentence in part_five} == {"boilerplate"}
    problem = next(sentence for sentence in part_five if "公开渠道相对单一" in sentence.text)
    assert problem.label.role == "problem"
    measures = [sentence for sentence in part_five if sentence.start > problem.start]
    assert measures
    assert {sentence.label.role for sentence in measures} <= {"measure", "other"}


def test_the_statement_on_fees_is_recognised() -> None:
    assert [told(audit(), f) for f in audit().findings if f.rule == "S301"] == []
    about_fees = [f for f in audit().findings if any("信息处理费" in text for text in span_texts(audit(), f))]
    assert about_fees == []
    assert the_figure(audit(), section_text(audit(), "六")[3:].rstrip("。")).verdict == "unchecked"
