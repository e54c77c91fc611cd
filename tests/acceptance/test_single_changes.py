"""The report of ../shared/example changed in one place at a time: what is found, where, and nothing else.

Findings are compared before and after the change by rule, severity, words pointed at and cells.  A finding of the
unchanged report may change its numbers with the cell that it names; everything else that is new must be the
finding of the change or follow from it, and every test says which.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

import auditor
from auditor.model import Audit, Finding
from tests.acceptance.passage import EXAMPLE, NOT_BESIDE, section_text, span_texts, told

pytestmark = pytest.mark.skipif(not EXAMPLE.exists(), reason=NOT_BESIDE)

Key = tuple[str, str, tuple[str, ...], tuple[str, ...]]


@cache
def before() -> Audit:
    return auditor.audit(EXAMPLE)


def key(audit: Audit, finding: Finding) -> Key:
    return finding.rule, finding.severity, span_texts(audit, finding), finding.addresses


@dataclass(frozen=True)
class Changed:
    """The audit of the changed file, and its findings that the unchanged file does not have."""

    audit: Audit
    new: list[Finding]

    def rules(self) -> list[str]:
        return sorted(finding.rule for finding in self.new)

    def one(self, rule: str) -> Finding:
        found = [finding for finding in self.new if finding.rule == rule]
        assert len(found) == 1, self.described()
        return found[0]

    def described(self) -> list[str]:
        return [told(self.audit, finding) for finding in self.new]

    def errors_and_warnings(self) -> list[Finding]:
        return [finding for finding in self.new if finding.severity != "info"]

    def words(self, finding: Finding) -> tuple[str, ...]:
        return span_texts(self.audit, finding)


Change = Callable[..., Changed]


@pytest.fixture
def change(tmp_path: Path) -> Change:
    """The example with ``old`` replaced by ``new`` at its first place, audited."""

    def make(old: str, new: str, *, after: str = "") -> Changed:
        text = EXAMPLE.read_text(encoding="utf-8")
        start = text.index(after) + len(after)
        assert old in text[start:], f"{old} does not stand in the example"
        place = text.index(old, start)
        path = tmp_path / EXAMPLE.name
        path.write_text(text[:place] + new + text[place + len(old) :], encoding="utf-8")
        audit = auditor.audit(path)
        known = {key(before(), finding) for finding in before().findings}
        return Changed(audit, [finding for finding in audit.findings if key(audit, finding) not in known])

    return make


def at(changed: Changed, finding: Finding, words: str, *, section: str = "一") -> bool:
    """Whether a finding points at a place that overlaps ``words``."""
    start = section_text(changed.audit, section).index(words)
    return any(
        span.section == section and span.start < start + len(words) and start < span.end for span in finding.spans
    )


def test_nothing_changed(change: Change) -> None:
    assert change("2024", "2024").new == []


def test_twelve_requests_instead_of_eleven(change: Change) -> None:
    changed = change("政府信息公开申请11件", "政府信息公开申请12件")
    found = changed.one("N101")
    assert (found.severity, changed.words(found), found.addresses) == ("error", ("12件",), ("requests.new.total",))
    # The later 11件申请中 counts the same requests: the contradiction is one more finding or named in the first.
    others = [finding for finding in changed.new if finding is not found]
    assert [finding.rule for finding in others] in (["I107"], []), changed.described()
    assert all({"12件", "11件"} == set(changed.words(finding)) for finding in others)


def test_three_reviews_instead_of_two(change: Change) -> None:
    changed = change("行政复议案件2件", "行政复议案件3件")
    found = changed.one("N107")
    assert (found.severity, changed.words(found), found.addresses) == ("error", ("3件",), ("disputes.review.total",))
    # 3 is no longer the sum of the two outcomes listed after it.
    others = [finding for finding in changed.new if finding is not found]
    assert all(finding.rule == "I101" and "3件" in changed.words(finding) for finding in others), changed.described()
    assert len(others) <= 1
    assert others or "1 + 1" in found.message


def test_an_item_of_the_sum_is_wrong(change: Change) -> None:
    changed = change("1901条", "1991条")
    (found,) = changed.new
    assert (found.rule, found.severity) == ("I101", "error")
    assert {"3702条", "152条", "1991条", "1649条"} == set(changed.words(found))


def test_fewer_messages_answered_than_received(change: Change) -> None:
    changed = change("共收到并办结群众留言62条", "共收到群众留言62条，办结60条")
    (found,) = changed.new
    assert (found.rule, found.severity) == ("I105", "warning")
    assert {"62条", "60条", "100%"} == set(changed.words(found))
    assert at(changed, found, "办结率达100%")


@pytest.mark.parametrize(
    "sentence",
    ["2024年,镇巴县人民政府办公室严格", "2024年,我办通过", "2024年,我办在政务公开"],
    ids=["the first sentence", "a sentence of part one", "a sentence of part five"],
)
def test_the_year_of_one_sentence_is_another(change: Change, sentence: str) -> None:
    other = sentence.replace("2024", "2022")
    changed = change(sentence, other)
    section = "五" if "政务公开工作" in sentence or sentence.endswith("政务公开") else "一"
    found = changed.one("L201")
    assert (found.severity, changed.words(found)) == ("error", ("2022年",))
    assert at(changed, found, other, section=section)
    # Without a title the report's year is the one of its first sentence.
    assert changed.audit.report.year == (2022 if "镇巴县" in sentence else 2024)
    # The sentences of part five are listed by the finding on its emptiness, which so changes its words.
    assert set(changed.rules()) <= ({"L201", "B101"} if section == "五" else {"L201"}), changed.described()


@pytest.mark.parametrize("number", list("一二三四五六"))
def test_a_part_is_missing(tmp_path: Path, number: str) -> None:
    text = EXAMPLE.read_text(encoding="utf-8")
    heads = {
        "一": "一、总体情况",
        "二": "二、主动公开政府信息情况",
        "三": "三、收到和处理",
        "四": "四、政府信息公开行政复议",
        "五": "五、存在的主要问题",
        "六": "六、其他需要报告",
    }
    start = text.index(heads[number])
    following = dict(zip("一二三四五", "二三四五六", strict=True)).get(number)
    end = text.index(heads[following]) if following else len(text)
    path = tmp_path / EXAMPLE.name
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    audit = auditor.audit(path)
    known = {key(before(), finding) for finding in before().findings}
    changed = Changed(audit, [finding for finding in audit.findings if key(audit, finding) not in known])
    missing = changed.one("S111")
    assert missing.severity == "error"
    assert f"第{number}部分" in missing.message
    # What the part held is gone with it; nothing else may be complained of.
    follows = {
        "一": {"S121", "N113"},
        "二": {"S201"},
        "三": {"S201", "T501"},
        "四": {"S201"},
        "五": {"B102", "B103", "B104"},
        "六": {"S301", "S302"},
    }[number]
    others = [finding for finding in changed.errors_and_warnings() if finding is not missing]
    assert {finding.rule for finding in others} <= follows, changed.described()


@pytest.mark.parametrize(
    ("after", "old", "new", "address"),
    [
        ("行政许可 |\n", "0 |", " |", "active.licensing"),
        ("1.属于国家秘密 |\n", "0 |", " |", "requests.denied.state_secret.natural"),
        ("一、本年新收政府信息公开申请数量 |\n11 |\n", "0 |", " |", "requests.new.business"),
        ("四、结转下年度继续办理 |\n0 |\n0 |\n0 |\n0 |\n0 |\n", "0 |", " |", "requests.carried_out.other"),
    ],
)
def test_a_cell_that_printed_0_is_blank(change: Change, after: str, old: str, new: str, address: str) -> None:
    changed = change(old, new, after=after)
    cell = changed.audit.report.cells[address]
    assert (cell.number, cell.kind) == (None, "blank")
    (found,) = changed.new
    assert (found.rule, found.severity, found.addresses) == ("S221", "warning", (address,)), changed.described()


def test_a_cell_that_printed_11_is_blank(change: Change) -> None:
    changed = change("11 |", " |", after="一、本年新收政府信息公开申请数量 |\n")
    assert changed.audit.report.cells["requests.new.natural"].kind == "blank"
    assert changed.audit.report.cells["requests.new.natural"].number is None
    blank = changed.one("S221")
    assert (blank.severity, blank.addresses) == ("warning", ("requests.new.natural",))
    # The balance and the row of the table now fail for the blank: a warning that names it, and no error of its own.
    others = [finding for finding in changed.new if finding is not blank]
    assert {finding.rule[0] for finding in others} <= {"T"}, changed.described()
    assert all("requests.new.natural" in finding.addresses or finding.rule == "T300" for finding in others)
    assert not [finding for finding in changed.new if finding.rule[0] in "NI"]


def test_a_denial_is_put_in(change: Change) -> None:
    changed = change("(三)政府信息管理。", "全年未收到政府信息公开申请。\n(三)政府信息管理。")
    found = changed.one("N105")
    assert found.severity == "error"
    assert "requests.new.total" in found.addresses
    assert at(changed, found, "未收到政府信息公开申请")
    # That the text itself counts 11 before is a contradiction of its own.
    others = [finding for finding in changed.new if finding is not found]
    assert {finding.rule for finding in others} <= {"I107"}, changed.described()
    assert all(at(changed, finding, "未收到政府信息公开申请") for finding in others)
