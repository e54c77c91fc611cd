"""Planted faults: only where something must fail, judged by where the finding points."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from auditor.evaluation import planting
from auditor.evaluation.faults import planted
from auditor.evaluation.label_files import all_passages
from auditor.evaluation.labels import Passage
from auditor.evaluation.outcomes import WHOLE, Outcome
from auditor.evaluation.places import places_of
from auditor.evaluation.planting import plant
from auditor.evaluation.sound_reports import sound_report
from auditor.model import Finding
from tests.evaluation.conftest import Labelled

TEXT = (
    "全年收到政府信息公开申请⟦11件|11|件|requests.new.total⟧，其中自然人⟦9件|9|件|requests.new.natural⟧、"
    "法人⟦2件|2|件|requests.new.organisations⟧；公开信息⟦62条|62|条|-⟧，其中动态⟦30条|30|条|-⟧、其他⟦32条|32|条|-⟧。"
    "举办培训⟦3期|3|期|-⟧。⟦未发生行政复议|0|neg|disputes.review.total⟧。"
)
SUMS = ("sum total=0 parts=1,2 holds=true", "sum total=3 parts=4,5 holds=true")
ENOUGH = 1000


@pytest.fixture
def passage(labelled: Labelled) -> Passage:
    return labelled(TEXT, *SUMS)


def total(outcomes: list[Outcome]) -> Counter[str]:
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts.update({name: count for (name, kind), count in outcome.counts.items() if kind == WHOLE})
    return counts


def test_what_rests_on_something(passage: Passage) -> None:
    sound = sound_report(passage)
    assert sound is not None
    places, counts = places_of(sound)
    of_figures = [(place.kind, place.mark) for place in places if place.mark is not None]
    assert of_figures == [
        ("figure.count", 0), ("figure.count", 1), ("figure.count", 2),
        ("sum.total", 3), ("sum.parts", 4), ("sum.parts", 5),
    ]  # fmt: skip
    assert counts["figures"] == 7, "the denial has no number to change"
    assert counts["figures on which nothing rests"] == 1, "3期"
    assert counts["cells"] == 200
    # No rule speaks of the numbers of decisions and of the fees.
    assert counts["cells on which nothing rests"] == 4
    named = {place.cell for place in places if place.kind == "cell.named"}
    assert {"requests.new.total", "requests.new.natural", "requests.new.legal", "disputes.review.total"} <= named


def test_a_figure_of_either_of_two_cells_is_no_witness_of_one(labelled: Labelled) -> None:
    sound = sound_report(labelled("收到并办结申请⟦11件|11|件|requests.new.total or requests.handled.total⟧。"))
    assert sound is not None
    kinds = {place.cell: place.kind for place in places_of(sound).places}
    assert kinds["requests.new.total"] == "cell.balance"
    assert kinds["requests.handled.total"] == "cell.results"


def test_all_faults_of_a_plain_passage_are_found(passage: Passage) -> None:
    outcomes = plant([passage], ENOUGH)
    counts = total(outcomes)
    assert counts["sound reports"] == 1
    assert counts["errors in sound reports"] == 0
    assert counts["faults found"] == counts["faults planted"] > 20
    assert counts["flags right"] == counts["flags"] >= counts["faults found"]
    assert [miss for outcome in outcomes for miss in outcome.misses] == []


def test_an_audit_that_finds_nothing_is_seen(passage: Passage, monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(*_: object, **__: object) -> list[Finding]:
        return []

    monkeypatch.setattr(planting, "run", silent)
    outcomes = plant([passage], ENOUGH)
    assert total(outcomes)["faults found"] == 0
    missed = [miss for miss in outcomes[0].misses if miss.what == "planted.found"]
    assert len(missed) == total(outcomes)["faults planted"]
    assert any("→" in miss.expected and "⟦" in miss.sentence for miss in missed)


def test_a_finding_in_another_place_is_not_right(passage: Passage, monkeypatch: pytest.MonkeyPatch) -> None:
    def elsewhere(*_: object, **__: object) -> list[Finding]:
        return [Finding("T401", "error", "别处", "elsewhere", ("active.licensing",), {}, None, (), "0")]

    monkeypatch.setattr(planting, "run", elsewhere)
    counts = total(plant([passage], ENOUGH))
    assert counts["faults found"] == 0
    assert counts["flags"] == counts["faults planted"]
    assert counts["flags right"] == 0


def test_an_open_list_is_not_broken_by_fewer_items(labelled: Labelled) -> None:
    text = "公开信息⟦62条|62|条|-⟧，其中动态⟦30条|30|条|-⟧、公告⟦32条|32|条|-⟧。"
    sound = sound_report(labelled(text, "sum total=0 parts=1,2 holds=true"))
    assert sound is not None
    wrong = [
        fault.told.partition(" → ")[2]
        for seed in range(30)
        if (fault := planted(sound, places_of(sound).places[1], {}, Random(seed))) is not None
    ]
    assert wrong
    assert all(int(told.removesuffix("条")) > 30 for told in wrong)


def test_every_kind_of_place(passage: Passage) -> None:
    (outcome,) = plant([passage], ENOUGH)
    assert {kind for name, kind in outcome.counts if name == "faults planted"} == {
        WHOLE, "figure.count", "sum.total", "sum.parts",
        "cell.named", "cell.balance", "cell.results", "cell.row_total", "cell.row_part",
        "cell.disputes_total", "cell.disputes_part", "cell.stock", "last_year.carried", "last_year.stock",
    }  # fmt: skip


def test_no_more_than_asked_for(passage: Passage) -> None:
    counts = total(plant([passage], 12))
    assert counts["faults planted"] == 12 == counts["figure faults planted"] + counts["cell faults planted"]


def test_the_same_faults_each_time() -> None:
    passages = all_passages(part="develop")[:30]
    first, second = plant(passages, 60), plant(passages, 60)
    assert [outcome.counts for outcome in first] == [outcome.counts for outcome in second]
    assert [outcome.misses for outcome in first] == [outcome.misses for outcome in second]
