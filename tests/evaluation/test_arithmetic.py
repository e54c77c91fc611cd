"""When a relation fails beyond doubt, so that a fault planted in it must be found."""

from __future__ import annotations

import pytest

from auditor.evaluation.arithmetic import clearly_fails, is_closed
from tests.evaluation.conftest import Labelled

SUM = "sum total=0 parts=1,2 holds=true"
RATIO = "ratio part=1 whole=0 rate=2 holds=true"
GROWTH = "growth current=0 previous=1 rate=2 direction=up holds=true"


@pytest.mark.parametrize(
    ("text", "relation", "fails"),
    [
        ("共⟦9条|9|条|-⟧，分别为⟦4条|4|条|-⟧、⟦5条|5|条|-⟧。", "sum total=0 parts=1,2 holds=true", False),
        ("共⟦9条|9|条|-⟧，分别为⟦4条|4|条|-⟧、⟦6条|6|条|-⟧。", "sum total=0 parts=1,2 holds=false", True),
        ("共⟦1.2万条|12000|条|-⟧，分别为⟦7041条|7041|条|-⟧、⟦5000条|5000|条|-⟧。", SUM, False),
        ("共⟦9条|9|条|-⟧，其中⟦12条|12|条|-⟧。", "part total=0 part=1 holds=false", True),
        ("共⟦9余条|~9|条|-⟧，其中⟦12条|12|条|-⟧。", "part total=0 part=1 holds=false", False),
        ("收⟦9件|9|件|-⟧，结⟦8件|8|件|-⟧，率⟦88.9%|88.9%|%|-⟧。", RATIO, False),
        ("收⟦9件|9|件|-⟧，结⟦8件|8|件|-⟧，率⟦88.8%|88.8%|%|-⟧。", RATIO, False),
        ("收⟦9件|9|件|-⟧，结⟦8件|8|件|-⟧，率⟦88.0%|88.0%|%|-⟧。", RATIO, True),
        ("收⟦30件|30|件|-⟧，上年⟦20件|20|件|-⟧，增⟦50%|50%|%|-⟧。", GROWTH, False),
        ("收⟦30件|30|件|-⟧，上年⟦20件|20|件|-⟧，增⟦60%|60%|%|-⟧。", GROWTH, True),
        ("收⟦30件|30|件|-⟧，上年⟦10件|10|件|-⟧，增⟦3倍|3|倍|-⟧。", GROWTH, False),
        ("收⟦9件|9|件|-⟧，这⟦8件|8|件|-⟧。", "same figures=0,1 holds=false", True),
    ],
)
def test_beyond_doubt(labelled: Labelled, text: str, relation: str, fails: bool) -> None:
    passage = labelled(text, relation)
    assert clearly_fails(passage.relations[0], passage.figures) is fails


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("公开⟦9条|9|条|-⟧，其中动态⟦4条|4|条|-⟧、公告⟦5条|5|条|-⟧。", False),
        ("公开⟦9条|9|条|-⟧，其中动态⟦4条|4|条|-⟧、其他⟦5条|5|条|-⟧。", True),
        ("公开⟦9条|9|条|-⟧，其中线上⟦4条|4|条|-⟧、线下⟦5条|5|条|-⟧。", True),
    ],
)
def test_only_a_closed_list_must_add_up_to_its_total(labelled: Labelled, text: str, closed: bool) -> None:
    passage = labelled(text, "sum total=0 parts=1,2 holds=true")
    (relation,) = passage.relations
    assert is_closed(relation, passage) is closed
    fewer = labelled(text.replace("⟦5条|5", "⟦3条|3"), "sum total=0 parts=1,2 holds=false")
    assert clearly_fails(relation, fewer.figures, closed=closed) is closed
    more = labelled(text.replace("⟦5条|5", "⟦7条|7"), "sum total=0 parts=1,2 holds=false")
    assert clearly_fails(relation, more.figures, closed=closed)


def test_what_the_carried_in_requests_explain_is_no_fault(labelled: Labelled) -> None:
    text = "收到⟦9件|9|件|-⟧，办结⟦10件|10|件|-⟧，结转⟦1件|1|件|-⟧。"
    passage = labelled(text, "sum total=0 parts=1,2 holds=false")
    assert not clearly_fails(passage.relations[0], passage.figures, carried_in=2)
    assert clearly_fails(passage.relations[0], passage.figures, carried_in=3)


def test_a_total_behind_its_parts_closes_them(labelled: Labelled) -> None:
    passage = labelled("动态⟦4条|4|条|-⟧、公告⟦5条|5|条|-⟧，共⟦9条|9|条|-⟧。", "sum total=2 parts=0,1 holds=true")
    assert is_closed(passage.relations[0], passage)
