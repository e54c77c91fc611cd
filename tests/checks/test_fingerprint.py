"""The name of a finding without cells comes from its sentence, digits and punctuation out."""

from __future__ import annotations

from auditor.checks.examples import report_of
from auditor.checks.fingerprint import fingerprint, identity, masked_sentence
from auditor.model import Span

TEXT = "全年培训3次，参加120人次。共收到申请11件，办结率100%。"


def test_the_sentence_around_a_span_is_masked() -> None:
    report = report_of({"sections": {"一": TEXT}})
    start = TEXT.index("11件")
    assert masked_sentence(report, Span("一", start, start + 3)) == "共收到申请件办结率"


def test_numbers_and_earlier_text_may_change() -> None:
    before = report_of({"sections": {"一": TEXT}})
    after = report_of({"sections": {"一": "新的一句。" + TEXT.replace("11件", "12 件")}})
    names = []
    for report, surface in ((before, "11件"), (after, "12 件")):
        start = report.sections[0].text.index(surface)
        names.append(identity("I201", (), (Span("一", start, start + len(surface)),), "", report))
    assert names[0] == names[1]


def test_equals_are_told_apart_by_their_ordinal_and_the_missing_by_their_subject() -> None:
    report = report_of({})
    assert fingerprint("T300|a", 0) != fingerprint("T300|a", 1)
    assert identity("S101", (), (), "四", report) != identity("S101", (), (), "六", report)
