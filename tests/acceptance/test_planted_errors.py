"""Wrong paragraphs: the fault is found at the words that are wrong.

The first part plants faults by hand, one a paragraph; the second changes, in the sound paragraphs of
``test_no_false_alarms`` and ``test_whole_overviews``, one figure that matches its cell at a time.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest

from auditor.model import Figure
from tests.acceptance.passage import Cells, audited, covered, disputes_table, faults, requests_table, told
from tests.acceptance.test_no_false_alarms import PARAGRAPHS, Paragraph
from tests.acceptance.test_whole_overviews import OVERVIEWS

SOUND_TABLE = requests_table(
    new=40,
    carried_in=3,
    carried_out=2,
    results={"granted": 20, "partial": 6, "denied.process": 4, "unavailable.not_held": 11},
    organisations={"new": {"business": 8}, "granted": {"business": 8}},
)


@dataclass(frozen=True)
class Planted:
    """A paragraph with one fault: the rules any of which may speak of it, their severity, the words at fault."""

    name: str
    text: str
    rules: set[str]
    severity: str
    words: set[str]
    cells: Cells | None = field(default_factory=dict)
    agency: str = "云溪县教育局"


PLANTED = [
    Planted(
        "not all applicants were natural persons",
        "全年收到政府信息公开申请40件，均为自然人申请。",
        {"N114"},
        "error",
        {"40件"},
        SOUND_TABLE,
    ),
    Planted(
        "not all were finished",
        "新收政府信息公开申请40件，上年结转3件，43件已全部办结。",
        {"N114", "N103"},
        "error",
        {"43件"},
        SOUND_TABLE,
    ),
    Planted(
        "natural persons and organisations exchanged",
        "全年收到政府信息公开申请40件，其中自然人8件、法人或其他组织32件。",
        {"N106"},
        "error",
        {"8件", "32件"},
        SOUND_TABLE,
    ),
    Planted(
        "carried out is not what the table has",
        "全年新收政府信息公开申请40件，结转下年度3件。",
        {"N102"},
        "error",
        {"3件"},
        SOUND_TABLE,
    ),
    Planted("nothing carried out", "全年收到申请40件，无结转下年度办理的申请。", {"N105"}, "error", set(), SOUND_TABLE),
    Planted(
        "a result of another row",
        "办结的申请中，予以公开20件，部分公开6件，不予公开11件，无法提供4件。",
        {"N104"},
        "error",
        {"11件", "4件"},
        SOUND_TABLE,
    ),
    Planted(
        "a rough figure below the cell",
        "全年收到政府信息公开申请30余件。",
        {"N101"},
        "error",
        {"30余件"},
        requests_table(new=43, results={"granted": 43}),
    ),
    Planted(
        "nearly a hundred that were more",
        "全年收到政府信息公开申请近100件。",
        {"N101"},
        "error",
        {"近100件"},
        requests_table(new=112, results={"granted": 112}),
    ),
    Planted(
        "no review although there was one",
        "全年未发生因政府信息公开引起的行政复议和行政诉讼。",
        {"N108"},
        "error",
        set(),
        SOUND_TABLE | disputes_table(review={"upheld": 1}),
    ),
    Planted(
        "none lost although one was corrected",
        "因政府信息公开被申请行政复议3件，未发生被纠错情形。",
        {"N105", "N108"},
        "error",
        set(),
        SOUND_TABLE | disputes_table(review={"upheld": 2, "corrected": 1}),
    ),
    Planted(
        "outcomes of another column",
        "因政府信息公开被申请行政复议3件，其中维持1件、纠正2件。",
        {"N107"},
        "error",
        {"1件", "2件"},
        SOUND_TABLE | disputes_table(review={"upheld": 2, "corrected": 1}),
    ),
    Planted(
        "no document although two were made",
        "2024年，我局未制发行政规范性文件。",
        {"N105"},
        "error",
        set(),
        {"active.normative.made": 2, "active.normative.in_force": 2},
    ),
    Planted(
        "documents in force",
        "全年制发行政规范性文件2件，现行有效9件。",
        {"N109"},
        "error",
        {"9件"},
        {"active.normative.made": 2, "active.normative.in_force": 6},
    ),
    Planted(
        "a fee in 元 that is another in 万元",
        "全年收取行政事业性收费1268000元。",
        {"N111"},
        "error",
        {"1268000元"},
        {"active.fees": "12.68"},
    ),
    Planted(
        "licences decided",
        "全年作出行政许可决定87件。",
        {"N110"},
        "warning",
        {"87件"},
        {"active.licensing": 78},
    ),
    Planted(
        "no penalty although there were three",
        "全年未作出行政处罚。",
        {"N105"},
        "error",
        set(),
        {"active.penalty": 3},
    ),
    Planted(
        "a list summed up wrongly",
        "全年收到县长信箱来信216封、局长信箱来信108封，共计334封。",
        {"I101"},
        "error",
        {"334封"},
    ),
    Planted(
        "boxes in order summed up wrongly",
        "通过“县长信箱”“局长信箱”分别收到来信216封、108封，共334封，均已回复。",
        {"I101"},
        "error",
        {"334封"},
    ),
    Planted(
        "the rest is not the rest",
        "承办建议提案104件，其中主办41件，其余65件为会办。",
        {"I101"},
        "error",
        {"104件", "65件"},
    ),
    Planted(
        "two closed kinds of staff",
        "全县政务公开工作人员共98人，其中专职12人、兼职88人。",
        {"I101"},
        "error",
        {"98人"},
    ),
    Planted(
        "a closing 其他",
        "全年公开信息412条，其中工作动态210条、公告96条、其他116条。",
        {"I101"},
        "error",
        {"412条"},
    ),
    Planted(
        "a child that exceeds its parent",
        "全年开设专题专栏12个，其中新增15个。",
        {"I108"},
        "error",
        {"15个"},
    ),
    Planted(
        "more orders finished than received",
        "全年收到热线工单3186件，办结3268件。",
        {"I108", "I114"},
        "error",
        {"3268件"},
    ),
    Planted(
        "more faults mended than found",
        "全年抽查发现问题37个，整改40个。",
        {"I108", "I114"},
        "error",
        {"40个"},
    ),
    Planted(
        "a rate of adoption",
        "征集意见建议190条，采纳38条，采纳率25%。",
        {"I105", "I103"},
        "warning",
        {"25%"},
    ),
    Planted(
        "a share of the whole",
        "门户网站发布信息8642条，其中原创信息6800条，占87.8%。",
        {"I103"},
        "warning",
        {"87.8%"},
    ),
    Planted(
        "the difference to the year before",
        "门户网站发布信息8642条，较上年的8120条增加622条。",
        {"I111"},
        "warning",
        {"622条"},
    ),
    Planted(
        "growth with both years",
        "门户网站发布信息8642条，较上年的8120条增长7.4%。",
        {"I106"},
        "warning",
        {"7.4%"},
    ),
    Planted(
        "growth that no whole number gives",
        "全年收到政府信息公开申请37件，同比增长12.5%。",
        {"I106"},
        "warning",
        {"12.5%"},
        requests_table(new=37, results={"granted": 37}),
    ),
    Planted(
        "growth in the wrong direction",
        "门户网站发布信息8120条，较上年的8642条增长6.0%。",
        {"I106"},
        "warning",
        {"6.0%"},
    ),
    Planted(
        "shares that miss 100 by far",
        "办结的申请中，予以公开占58.5%，部分公开占7.3%，不予公开占10.2%，无法提供占20.1%，不予处理占0.4%，其他处理占1.5%。",
        {"I104"},
        "warning",
        set(),
        None,
    ),
    Planted(
        "more finished than there were",
        "全年新收政府信息公开申请40件，上年结转3件，共办结47件。",
        {"I114", "N103"},
        "error",
        {"47件"},
        SOUND_TABLE,
    ),
    Planted(
        "four figures that don't balance",
        "新收政府信息公开申请40件，上年结转3件，办结41件，结转下年度5件。",
        {"I110"},
        "error",
        {"5件"},
        None,
    ),
    Planted(
        "the same total twice",
        "全年主动公开政府信息5120条。全年主动公开的5210条政府信息中，财政类366条。",
        {"I107"},
        "error",
        {"5120条", "5210条"},
    ),
    Planted(
        "a rate of requests finished",
        "全年新收政府信息公开申请40件，上年结转3件，办结率98.6%。",
        {"N112", "I105"},
        "warning",
        {"98.6%"},
        SOUND_TABLE,
    ),
]


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.name)
def test_a_planted_fault_is_found_where_it_stands(planted: Planted) -> None:
    audit = audited(planted.text, planted.cells, agency=planted.agency)
    found = [finding for finding in faults(audit) if finding.rule in planted.rules]
    described = [told(audit, finding) for finding in faults(audit, "NI", least="info")]
    assert planted.severity in {finding.severity for finding in found}, described
    assert planted.words <= covered(audit, found), described
    assert all(finding.spans for finding in found), described


def matched(paragraph: Paragraph) -> list[Figure]:
    """The exact counts of a paragraph that match a cell, and must."""
    audit = audited(paragraph.text, paragraph.cells, year=paragraph.year, agency=paragraph.agency)
    return [
        figure
        for figure in audit.figures
        if figure.verdict == "match"
        and not figure.optional
        and not figure.approximate
        and figure.kind == "count"
        and re.match(r"\d+(?![\d,.万])", figure.text)
    ]


@pytest.mark.parametrize("paragraph", [*PARAGRAPHS, *OVERVIEWS], ids=lambda paragraph: paragraph.name)
def test_each_figure_that_speaks_of_a_cell_is_found_when_it_is_wrong(paragraph: Paragraph) -> None:
    silent = []
    for figure in matched(paragraph):
        digits = re.match(r"\d+", figure.text)
        assert digits is not None
        wrong = str(int(digits.group()) + 11)
        text = paragraph.text[: figure.start] + wrong + paragraph.text[figure.start + digits.end() :]
        end = figure.end - digits.end() + len(wrong)
        audit = audited(text, paragraph.cells, year=paragraph.year, agency=paragraph.agency)
        if not any(span.start < end and figure.start < span.end for f in faults(audit) for span in f.spans):
            silent.append((figure.text, wrong))
    assert silent == []
