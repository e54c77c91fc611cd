"""The report as a whole: sections, topics, sources, notes, and cells that can't be placed."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from auditor.addresses import request_addresses
from auditor.model import ReadingNote, Report
from auditor.reading import read
from auditor.reading.notes import CODES
from tests.reading.rendered import PROSE, as_html, as_text, blank_cells


def _text(tmp_path: Path, content: str) -> Report:
    path = tmp_path / "年报.txt"
    path.write_text(content, encoding="utf-8")
    return read(path)


def _html(tmp_path: Path, content: str) -> Report:
    path = tmp_path / "年报.html"
    path.write_text(content, encoding="utf-8")
    return read(path)


def _note(report: Report, code: str) -> ReadingNote:
    assert {note.code for note in report.notes} <= CODES
    return next(note for note in report.notes if note.code == code)


def test_six_parts_with_their_prose(tmp_path: Path) -> None:
    report = _text(tmp_path, as_text(blank_cells()))
    assert [(section.number, section.part) for section in report.sections] == [
        ("一", "overview"),
        ("二", "active"),
        ("三", "requests"),
        ("四", "disputes"),
        ("五", "problems"),
        ("六", "other"),
    ]
    assert report.sections[0].text == "\n".join(PROSE["overview"])
    assert report.sections[1].text == ""
    assert not report.notes


def test_sub_topics_lie_in_the_text(tmp_path: Path) -> None:
    section = _text(tmp_path, as_text(blank_cells())).sections[0]
    assert [topic.key for topic in section.topics] == ["active", "requests", "management", "platform", "supervision"]
    for topic in section.topics:
        assert section.text[topic.start : topic.end].startswith(topic.heading)
    assert section.topics[1].heading == "（二）依申请公开"
    assert section.topics[-1].end == len(section.text)


@pytest.mark.parametrize(
    "heading",
    [
        "（一）主动公开方面。",
        "（一）主动公开情况：",
        "（一）主动公开，",
        "（一） 主动公开 ",
        "一是主动公开。",
        "1.主动公开：",
    ],
)
def test_sub_topics_in_other_forms(tmp_path: Path, heading: str) -> None:
    ordinal = {"（": "（二）", "一": "二是", "1": "2."}[heading[0]]
    prose = f"{heading}全年发布水情信息36条，其中雨情12条。\n{ordinal}依申请公开。收到申请4件，其中网络3件。"
    start, end = PROSE["overview"][1], PROSE["overview"][-1]
    content = as_text(blank_cells())
    content = content[: content.index(start)] + prose + content[content.index(end) + len(end) :]
    topics = _text(tmp_path, content).sections[0].topics
    assert [topic.key for topic in topics] == ["active", "requests"]


def test_every_piece_of_prose_leads_back_to_its_line(tmp_path: Path) -> None:
    content = as_text(blank_cells())
    report = _text(tmp_path, content)
    lines = content.split("\n")
    for section in report.sections:
        for span in section.sources:
            number = int(span.where.strip("第行"))
            assert lines[number - 1] == section.text[span.start : span.end]


def test_lines_wrapped_inside_a_sentence_are_joined(tmp_path: Path) -> None:
    wrapped = _text(tmp_path, as_text(blank_cells(), width=18))
    whole = _text(tmp_path, as_text(blank_cells()))
    assert [section.text for section in wrapped.sections] == [section.text for section in whole.sections]


def test_a_preamble_is_a_section_without_number(tmp_path: Path) -> None:
    content = as_text(blank_cells()).replace("\n一、", "\n发布日期：2025年1月18日\n本报告由六个部分组成。\n一、", 1)
    report = _text(tmp_path, content)
    assert (report.sections[0].number, report.sections[0].part) == ("", "preamble")
    assert report.sections[0].text == "本报告由六个部分组成。"
    assert str(report.published) == "2025-01-18"


@pytest.mark.parametrize("year", ["2019", "2021"])
def test_the_format_is_told_by_the_tables_not_by_the_year(tmp_path: Path, year: str) -> None:
    assert year in ("2019", "2021")
    table_format = "2019" if year == "2019" else "2021"
    report = _html(tmp_path, as_html(blank_cells(table_format), table_format))
    assert (report.table_format, report.year) == (table_format, 2024)


def test_the_2019_format_has_signed_changes_and_money(tmp_path: Path) -> None:
    cells = {**blank_cells("2019"), "active.licensing.change": "减4", "active.procurement.amount": "251000元"}
    report = _html(tmp_path, as_html(cells, "2019"))
    assert report.cells["active.licensing.change"].number == -4
    assert report.cells["active.procurement.amount"].number == Decimal(251000)
    assert not report.notes


def test_a_blank_total_stands_for_its_rows_sum_and_stays_blank(tmp_path: Path) -> None:
    cells = {
        **blank_cells(text=""),
        "requests.granted.natural": "4",
        "requests.granted.legal": "1",
        "disputes.review.upheld": "2",
    }
    report = _html(tmp_path, as_html(cells))
    total = report.cells["requests.granted.total"]
    assert (total.number, total.kind, total.derived) == (None, "derived", 5)
    assert report.cells["disputes.review.total"].derived == 2
    assert report.cells["requests.partial.total"].kind == "blank"


def test_a_row_that_lost_a_cell_is_unread_and_the_others_are_read(tmp_path: Path) -> None:
    cells = {**blank_cells(), "requests.partial.natural": "7", "requests.partial.total": "7"}
    content = as_text(cells)
    at = content.index("（二）部分公开")
    cut = content.index("0 |\n", at)
    report = _text(tmp_path, content[:cut] + content[cut + 4 :])
    row = [cell for address, cell in report.cells.items() if address.startswith("requests.partial.")]
    assert [cell.kind for cell in row] == ["unread"] * 7
    assert {cell.number for cell in row} == {None}
    assert row[0].text.startswith("7 | 0")
    note = _note(report, "table_partial")
    assert (note.details["read"], note.details["expected"]) == ("168", "175")
    assert note.addresses == tuple(address for address in request_addresses("2021") if ".partial." in address)


def test_a_missing_table_is_noted_with_its_addresses(tmp_path: Path) -> None:
    content = as_text(blank_cells())
    start = content.index("行政复议 |")
    end = content.index("五、")
    report = _text(tmp_path, content[:start] + content[end:])
    note = _note(report, "table_missing")
    assert note.details["part"] == "disputes"
    assert len(note.addresses) == 15


def test_a_missing_row_is_noted(tmp_path: Path) -> None:
    html = as_html(blank_cells())
    start = html.index("<tr><td><p>2.重复申请")
    report = _html(tmp_path, html[:start] + html[html.index("</tr>", start) + 5 :])
    assert _note(report, "row_missing").details["label"] == "2.重复申请"


def test_a_row_too_many_is_noted(tmp_path: Path) -> None:
    html = as_html(blank_cells()).replace(
        "<tr><td><p>2.重复申请", f"<tr><td><p>9.水费减免事项</p></td>{'<td>1</td>' * 7}</tr><tr><td><p>2.重复申请"
    )
    assert _note(_html(tmp_path, html), "row_extra").details["printed"] == "9.水费减免事项"


def test_an_altered_label_is_read_and_noted(tmp_path: Path) -> None:
    html = as_html({**blank_cells(), "requests.denied.internal.natural": "3"}).replace(
        "5.属于三类内部事务信息", "5.属于三类内部事务的信息"
    )
    report = _html(tmp_path, html)
    assert report.cells["requests.denied.internal.natural"].number == 3
    assert _note(report, "label_altered").details["standard"] == "5.属于三类内部事务信息"


def test_an_altered_head_is_noted(tmp_path: Path) -> None:
    html = as_html(blank_cells()).replace("现行有效件数", "现行有效件数（历史累计）")
    note = _note(_html(tmp_path, html), "header_altered")
    assert (note.details["printed"], note.details["standard"]) == ("现行有效件数（历史累计）", "现行有效件数")


def test_numbers_with_unit_remark_or_separator_are_read_and_noted(tmp_path: Path) -> None:
    cells = {
        **blank_cells(),
        "requests.new.natural": "12件",
        "active.normative.in_force": "22（其中修订16件）",
        "active.licensing": "1,204",
    }
    report = _html(tmp_path, as_html(cells))
    assert report.cells["requests.new.natural"].number == 12
    assert report.cells["active.normative.in_force"].number == 22
    assert report.cells["active.licensing"].number == 1204
    assert _note(report, "cell_unit").addresses == ("requests.new.natural",)
    assert _note(report, "cell_remark").details["remark"] == "(其中修订16件)"
    assert _note(report, "cell_separator").addresses == ("active.licensing",)


def test_a_second_table_is_compared_and_never_merged(tmp_path: Path) -> None:
    html = as_html({**blank_cells(), "requests.new.total": "4"})
    start = html.index("<table", html.index("三、收到"))
    end = html.index("</table>", start) + 8
    second = html[start:end].replace("<p>4</p>", "<p>5</p>")
    report = _html(tmp_path, html[:end] + "<p>另附</p>" + second + html[end:])
    assert report.cells["requests.new.total"].number == 4
    note = _note(report, "table_again")
    assert note.addresses == ("requests.new.total",)
    assert note.details["differing"] == "requests.new.total=4|5"


def test_heads_of_both_formats_are_noted(tmp_path: Path) -> None:
    html = as_html(blank_cells()).replace("本年制发件数", "本年新制作数量")
    note = _note(_html(tmp_path, html), "formats_mixed")
    assert (note.details["chosen"], note.details["words_2019"]) == ("2021", "本年新制作数量")


def test_six_as_one_row_under_the_heads_of_2021(tmp_path: Path) -> None:
    cells = {**blank_cells("2019"), "requests.other.all.natural": "2"}
    old, new = as_html(cells, "2019"), as_html(blank_cells())
    start, end = new.index("<table"), new.index("</table>")
    html = old[: old.index("<table")] + new[start:end] + old[old.index("</table>") :]
    report = _html(tmp_path, html)
    assert report.table_format == "2021"
    assert report.cells["requests.other.all.natural"].number == 2
    assert not any(".no_correction." in address for address in report.cells)
    assert [note.code for note in report.notes] == ["other_one_row"]


def test_table_three_broken_in_two_without_a_repeated_head(tmp_path: Path) -> None:
    cells = {**blank_cells(), "requests.unprocessed.repeat.legal": "3"}
    broken = as_html(cells).replace('<tr><td rowspan="5"><p>（五）', "</table><table><tr><td></td><td><p>（五）", 1)
    report = _html(tmp_path, broken)
    assert len(report.cells) == 200
    assert report.cells["requests.unprocessed.repeat.legal"].number == 3


def test_the_same_file_reads_the_same(tmp_path: Path) -> None:
    content = as_text(blank_cells())
    assert _text(tmp_path, content) == _text(tmp_path, content)
