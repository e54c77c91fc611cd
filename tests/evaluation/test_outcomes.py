"""What is counted of one passage: a flawless reading, and each way of being wrong."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from auditor.evaluation.labels import Passage
from auditor.evaluation.misses import Miss, marked_sentence
from auditor.evaluation.outcomes import WHOLE, Outcome, outcome_of, read
from auditor.model import Figure, Reading
from tests.evaluation.conftest import Labelled

TEXT = (
    "全年收到政府信息公开申请⟦11件|11|件|requests.new.total⟧，其中自然人"
    "⟦9件|9|件|requests.new.natural⟧、法人⟦2件|2|件|requests.new.organisations⟧；"
    "回复留言⟦62条|62|条|-⟧。⟦未发生行政复议|0|neg|disputes.review.total⟧。"
)
SUM = "sum total=0 parts=1,2 holds=true"


@pytest.fixture
def passage(labelled: Labelled) -> Passage:
    return labelled(TEXT, SUM)


def totals(outcome: Outcome) -> Counter[str]:
    return Counter({name: count for (name, kind), count in outcome.counts.items() if kind == WHOLE})


def changed(passage: Passage, text: str, **fields: object) -> Outcome:
    """The outcome when the figure ``text`` is read otherwise."""
    reading = read(passage)
    figures = [replace(one, **fields) if one.text == text else one for one in reading.figures]  # type: ignore[arg-type]
    return outcome_of(passage, Reading(figures, reading.relations))


def test_a_flawless_reading(passage: Passage) -> None:
    outcome = outcome_of(passage)
    assert outcome.misses == []
    assert totals(outcome) == {
        "figures found": 4,
        "figures labelled": 4,
        "figures hit": 4,
        "values right": 4,
        "absences found": 1,
        "absences labelled": 1,
        "absences hit": 1,
        "links found": 4,
        "links right": 4,
        "links labelled": 4,
        "labelled links right": 4,
        "relations found": 1,
        "relations labelled": 1,
        "relations hit": 1,
        "clean passages": 1,
    }


def test_kinds_stand_beside_the_total(passage: Passage) -> None:
    counts = outcome_of(passage).counts
    assert counts["links right", "requests.new"] == 1
    assert counts["links right", "requests.applicants"] == 2
    assert counts["links right", "disputes.review"] == 1
    assert counts["links right", "denials"] == 1
    assert counts["relations hit", "sum"] == 1
    assert counts["figures hit", "plain"] == 4


def test_a_figure_that_is_not_read_is_missed(passage: Passage) -> None:
    reading = read(passage)
    kept = [figure for figure in reading.figures if figure.text != "62条"]
    outcome = outcome_of(passage, Reading(kept, reading.relations))
    assert totals(outcome)["figures hit"] == 3
    assert [(miss.what, miss.expected, miss.got) for miss in outcome.misses] == [("figures.recall", "62条 = 62", "-")]


def test_a_figure_too_many_lowers_the_precision(passage: Passage) -> None:
    reading = read(passage)
    extra = replace(reading.figures[0], text="全年", start=0, end=2, address=None)
    outcome = outcome_of(passage, Reading([*reading.figures, extra], reading.relations))
    assert totals(outcome)["figures found"] == 5
    assert [miss.what for miss in outcome.misses] == ["figures.precision"]


def test_a_wrong_value(passage: Passage) -> None:
    outcome = changed(passage, "62条", value=26)
    assert totals(outcome)["values right"] == 3
    (miss,) = outcome.misses
    assert (miss.what, miss.expected, miss.got) == ("values", "62", "26")
    assert "⟦62条⟧" in miss.sentence


def test_a_wrong_link_lowers_precision_and_recall_and_is_told_with_its_reasons(passage: Passage) -> None:
    outcome = changed(passage, "9件", address="requests.granted.total", reasons=("句中有“公开”",))
    assert [miss.what for miss in outcome.misses] == ["links.precision", "links.recall"]
    miss = outcome.misses[0]
    assert miss == Miss(
        "links.precision", "dev-1", "dev_x.md:1", miss.sentence, "requests.new.natural", "requests.granted.total",
        ("句中有“公开”",),
    )  # fmt: skip
    assert miss.sentence.startswith("全年收到政府信息公开申请11件，其中自然人⟦9件⟧、")
    assert outcome.counts["links found", "requests.granted"] == 1
    assert outcome.counts["links right", "requests.granted"] == 0


def test_a_link_where_there_is_none_lowers_only_the_precision(passage: Passage) -> None:
    assert [miss.what for miss in changed(passage, "62条", address="requests.granted.total").misses] == [
        "links.precision"
    ]


def test_a_missing_link_lowers_only_the_recall(passage: Passage) -> None:
    assert [miss.what for miss in changed(passage, "9件", address=None).misses] == ["links.recall"]


@pytest.mark.parametrize(
    ("label", "address", "missed"),
    [
        ("requests.new.total or requests.handled.total", "requests.handled.total", []),
        ("requests.new.total or requests.handled.total", None, ["links.recall"]),
        ("requests.new.total or -", None, []),
        ("requests.new.total or -", "requests.new.total", []),
        ("requests.new.total or -", "requests.granted.total", ["links.precision"]),
    ],
)
def test_every_labelled_reading_is_right(
    labelled: Labelled, label: str, address: str | None, missed: list[str]
) -> None:
    passage = labelled(f"收到并办结申请⟦11件|11|件|{label}⟧。")
    assert [miss.what for miss in changed(passage, "11件", address=address).misses] == missed


def test_a_figure_of_several_cells_needs_all_of_them(labelled: Labelled) -> None:
    passage = labelled("行政许可、行政处罚均为⟦0件|0|件|active.licensing & active.penalty⟧。")
    both = read(passage).figures
    assert {figure.address for figure in both} == {"active.licensing", "active.penalty"}
    assert outcome_of(passage).counts["links right", "several"] == 1
    assert outcome_of(passage, Reading(both[:1], [])).counts["links right", WHOLE] == 0


def test_the_borders_of_a_denial_are_of_little_weight(passage: Passage) -> None:
    reading = read(passage)
    (denial,) = [figure for figure in reading.figures if figure.kind == "absence"]
    shorter = replace(denial, text=denial.text[:4], end=denial.start + 4)
    figures: list[Figure] = [shorter if figure is denial else figure for figure in reading.figures]
    assert totals(outcome_of(passage, Reading(figures, reading.relations)))["absences hit"] == 1


def test_a_relation_missed_or_too_many(passage: Passage, labelled: Labelled) -> None:
    reading = read(passage)
    without = outcome_of(passage, Reading(reading.figures, []))
    (missed,) = without.misses
    assert (missed.what, missed.expected) == ("relations.recall", "sum: total 11件, parts 9件 + 2件")
    unlabelled = outcome_of(labelled(TEXT), reading)
    assert [(miss.what, miss.got) for miss in unlabelled.misses] == [("relations.precision", "sum: 11 = 9 + 2")]


def test_a_broken_relation_is_caught_only_where_it_is_said_to_fail(labelled: Labelled) -> None:
    passage = labelled(TEXT.replace("⟦2件|2", "⟦3件|3"), SUM.replace("true", "false"))
    reading = read(passage)
    assert totals(outcome_of(passage))["broken hit"] == 1
    believed = [replace(claim, holds=True) for claim in reading.relations]
    outcome = outcome_of(passage, Reading(reading.figures, believed))
    assert totals(outcome)["broken hit"] == 0
    assert [miss.what for miss in outcome.misses] == ["broken"]


def test_an_alarm_in_a_clean_passage(passage: Passage) -> None:
    reading = read(passage)
    failed = [replace(claim, holds=False) for claim in reading.relations]
    outcome = outcome_of(passage, Reading(reading.figures, failed))
    assert totals(outcome)["clean passages alarmed"] == 1
    assert [miss.what for miss in outcome.misses] == ["alarms"]


def test_the_sentence_of_a_miss() -> None:
    text = "甲。收到3件，办结2件。乙。"
    assert marked_sentence(text, [(4, 6)]) == "收到⟦3件⟧，办结2件。"
    assert marked_sentence(text, [(9, 11), (4, 6)]) == "收到⟦3件⟧，办结⟦2件⟧。"
