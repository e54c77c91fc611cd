"""What a reviewer reads on the terminal."""

from __future__ import annotations

from dataclasses import replace

from auditor.model import Audit
from auditor.output.terminal import Terminal
from auditor.output.width import width
from tests.output.sample_audit import sample


def test_the_head_says_whose_report_it_is_and_how_much_was_read() -> None:
    text = Terminal().audit(sample())
    assert "安平县人民政府办公室 2024年年报" in text
    assert "六部分齐全" in text
    assert "200 格（196 个数字、空白 2、不适用 1、未读出 1）" in text
    assert "15 个数字：8 个有对应格（相符 6，不符 1，未能核对 1），7 个无对应格" in text
    assert "错误 2 警告 1 提示 1" in text


def test_findings_stand_by_severity_with_their_evidence_and_repair() -> None:
    text = Terminal().audit(sample())
    assert text.index("错误（2）") < text.index("N101") < text.index("警告（1）") < text.index("提示（1）")
    assert "共收到政府信息公开申请【12件】" in text
    assert "表三“一、本年新收”·总计 = 11" in text
    assert "表三“（七）总计”·自然人 改为 9" in text
    assert "9 + 2 = 11" in text


def test_no_line_is_wider_than_80_columns() -> None:
    for lang in ("zh", "en"):
        assert max(map(width, Terminal(lang).audit(sample()).splitlines())) <= 80  # type: ignore[arg-type]


def test_colours_are_used_only_where_allowed() -> None:
    assert "\x1b[" not in Terminal().audit(sample())
    assert "\x1b[31;1m" in Terminal(colours=True).audit(sample())


def test_a_report_of_which_little_was_read_says_so() -> None:
    audit = sample()
    bare = replace(audit.report, title=None, agency=None, year=None, sections=audit.report.sections[:2], cells={})
    text = Terminal().audit(Audit(bare, [], [], []))
    for words in ("未读出机关", "年份不明", "未读出标题", "2/6，缺 三、四、五、六", "没有读到表格", "没有发现问题"):
        assert words in text


def test_the_list_of_figures_names_the_cell_of_each() -> None:
    lines = Terminal().figures(sample().figures).splitlines()
    assert len(lines) == 16
    assert lines[6].split() == ["12件", "12", "件", "数量", "不符", "requests.new.total"]
    assert max(map(width, lines)) <= 100


def test_a_reports_text_cannot_command_the_terminal() -> None:
    audit = sample()
    report = replace(audit.report, title="年报\x1b[2J\x07\u202e\x9b31m", agency="甲\x1b]0;x\x07")
    findings = [replace(finding, message="\x1b[31m" + finding.message) for finding in audit.findings]
    text = Terminal().audit(replace(audit, report=report, findings=findings))
    assert not set(text) & set("\x1b\x07\u202e\x9b")


def test_english_has_no_chinese_words_of_ours() -> None:
    text = Terminal("en").audit(sample())
    for words in ("错误", "部分齐全", "有对应格", "第一部分"):
        assert words not in text
