"""The labelled passages are in their format, and every ``holds`` agrees with the arithmetic of the marks."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from auditor.evaluation.label_files import LabelError, all_passages, read_passages
from auditor.evaluation.labels import Mark, Passage, Relation

PASSAGES = all_passages()


def times(figure: Mark) -> int:
    """How often a figure counts in a sum: 各n件 once for each of its addresses."""
    return max(1, *(len(reading) for reading in figure.readings))


def rounded(exact: Decimal, figure: Mark) -> Decimal:
    return exact.quantize(Decimal(1).scaleb(-figure.decimals), rounding=ROUND_HALF_UP)


def quotient(part: Mark, whole: Mark, rate: Mark) -> bool:
    if not whole.number:
        return False
    scale = 1 if rate.unit == "倍" else 100
    return rounded(part.number * scale / whole.number, rate) == rate.number


def growth(current: Mark, previous: Mark, rate: Mark, direction: str) -> bool:
    change = current.number - previous.number
    signed = change if direction == "up" else -change
    if not previous.number or signed < 0:
        return False
    scale = 1 if rate.unit == "倍" else 100
    return rounded(signed * scale / previous.number, rate) == rate.number


def arithmetic(relation: Relation, figures: tuple[Mark, ...]) -> bool:
    """Whether a relation holds among the marked values, by the rules of section 7."""
    if relation.kind == "sum":
        total = figures[relation.one("total")]
        parts = [figures[position] for position in relation.roles["parts"]]
        gap = abs(total.number - sum(part.number * times(part) for part in parts))
        return gap <= total.slack + sum((part.slack for part in parts), Decimal(0))
    if relation.kind == "part":
        total, part = figures[relation.one("total")], figures[relation.one("part")]
        return part.number - part.slack <= total.number + total.slack
    if relation.kind == "ratio":
        return quotient(*(figures[relation.one(role)] for role in ("part", "whole", "rate")))
    if relation.kind == "growth":
        current, previous, rate = (figures[relation.one(role)] for role in ("current", "previous", "rate"))
        return growth(current, previous, rate, relation.direction or "up")
    if relation.kind == "difference":
        current, previous, delta = (figures[relation.one(role)] for role in ("current", "previous", "delta"))
        change = current.number - previous.number
        return (change if relation.direction == "up" else -change) == delta.number
    values = {figures[position].number for position in relation.roles["figures"]}
    return len(values) == 1


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_relations_hold_as_labelled(passage: Passage) -> None:
    for relation in passage.relations:
        assert arithmetic(relation, passage.figures) is relation.holds, relation


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_rough_figures_are_only_parts(passage: Passage) -> None:
    for relation in passage.relations:
        members = [passage.figures[position] for positions in relation.roles.values() for position in positions]
        assert relation.kind == "part" or not any(member.approximate for member in members), relation


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_parts_of_a_sum_or_ratio_are_not_claimed_again(passage: Passage) -> None:
    listed = {(relation.one("total"), part) for relation in passage.relations if relation.kind == "sum"
              for part in relation.roles["parts"]}  # fmt: skip
    ratios = [relation for relation in passage.relations if relation.kind == "ratio"]
    listed |= {(relation.one("whole"), relation.one("part")) for relation in ratios}
    again = {(relation.one("total"), relation.one("part")) for relation in passage.relations if relation.kind == "part"}
    assert not listed & again


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.id)
def test_a_broken_relation_is_among_the_traps(passage: Passage) -> None:
    broken = any(not relation.holds for relation in passage.relations)
    assert broken is ("broken" in passage.traps)


def test_a_third_of_the_set_is_hard() -> None:
    assert 3 * sum(passage.hard for passage in PASSAGES) >= len(PASSAGES)


HEAD = "## dev-1 year=2023 agency=甲县教育局 body=部门\n"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (HEAD + "收到⟦3件|3|件⟧。", "broken mark"),
        (HEAD + "收到⟦3件|三|件|-⟧。", "not a value"),
        (HEAD + "收到⟦3件|3|件|requests.neu.total⟧。", "no such address"),
        (HEAD.replace("2023", "2018") + "收到⟦3件|3|件|requests.new.total⟧。", "no tables"),
        (HEAD.replace("部门", "科室") + "收到⟦3件|3|件|-⟧。", "unknown body"),
        (HEAD + "占⟦3%|3|%|-⟧。", "% belongs"),
        (HEAD + "共⟦3件|3|件|-⟧。\n> part total=0 part=1 holds=true", "only 1"),
        (HEAD + "共⟦3件|3|件|-⟧。\n> whole total=0 holds=true", "not a relation"),
    ],
)
def test_a_slip_is_named_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "dev_x.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(LabelError, match=rf"dev_x\.md:\d+: .*{message}"):
        read_passages(path)


def test_offsets_point_at_the_surface() -> None:
    for passage in PASSAGES:
        for figure in passage.figures:
            assert passage.text[figure.start : figure.end] == figure.surface
