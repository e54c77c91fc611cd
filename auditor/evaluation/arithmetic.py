"""Whether a labelled relation fails beyond doubt: by more than any rounding or rough word explains.

Written from docs/figures.md section 7 and handbook 2.9, apart from the code that is evaluated.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from auditor.evaluation.labels import Mark, Passage, Relation
from auditor.model import Value
from auditor.resources import load_lexicon

_ROUGH = 3  # a rough total lies within this factor of what it stands for, whatever the approximator


def clearly_fails(
    relation: Relation, marks: Sequence[Mark], *, closed: bool = True, carried_in: Value | None = None
) -> bool:
    """Whether a relation among marks is off by more than a unit of the last printed digit.

    Args:
        relation: the relation as labelled.
        marks: the figures of the passage, one of them changed.
        closed: whether the text closes the list (:func:`is_closed`); parts of an open one may be less than the total.
        carried_in: the table's 上年结转; a sum 收到 = 办结 + 结转 that is off by just this is no error (9.2).
    """
    one = {role: marks[positions[0]] for role, positions in relation.roles.items()}
    if relation.kind == "sum":
        return _sum_fails(one["total"], [marks[position] for position in relation.roles["parts"]], closed, carried_in)
    if relation.kind == "part":
        return _part_fails(one["total"], one["part"])
    if any(marks[position].approximate for positions in relation.roles.values() for position in positions):
        return False
    if relation.kind == "ratio":
        return _rate_fails(_number(one["part"]), _number(one["whole"]), one["rate"])
    sign = -1 if relation.direction == "down" else 1
    if relation.kind == "growth":
        change = sign * (_number(one["current"]) - _number(one["previous"]))
        return _rate_fails(change, _number(one["previous"]), one["rate"])
    if relation.kind == "difference":
        change = sign * (_number(one["current"]) - _number(one["previous"]))
        return abs(change - _number(one["delta"])) > 2 * sum(_slack(mark) for mark in one.values())
    numbers = [_number(marks[position]) for position in relation.roles["figures"]]
    return max(numbers) != min(numbers)


def is_closed(relation: Relation, passage: Passage) -> bool:
    """Whether the text presents the parts of a sum as the whole (7.6): a total behind them, a closing word, two kinds.

    Without that, parts below their total contradict nothing.
    """
    total = passage.figures[relation.one("total")]
    parts = sorted((passage.figures[position] for position in relation.roles["parts"]), key=lambda part: part.start)
    if total.start > parts[-1].start:
        return True
    before = [total, *parts]
    leads = [passage.text[left.end : right.start] for left, right in pairwise(before)]
    words = load_lexicon("claims/lists")
    if any(word in lead for lead in (leads[0], leads[-1]) for word in words["closed"]):
        return True
    joined = "".join(leads)
    kinds = (pair for pair in words["complementary"] if len(parts) == len(pair))
    if any(all(word in joined for word in pair) for pair in kinds):
        return True
    return all(word in joined for word in words["triple"])


def _sum_fails(total: Mark, parts: Sequence[Mark], closed: bool, carried_in: Value | None) -> bool:
    if any(mark.approximate for mark in (total, *parts)):
        return False
    over = sum(_number(part) * _times(part) for part in parts) - _number(total)
    slack = _slack(total) + sum((_slack(part) for part in parts), Fraction(0))
    return (abs(over) if closed else over) > 2 * slack and abs(over) != carried_in


def _part_fails(total: Mark, part: Mark) -> bool:
    if total.unit != part.unit:
        # 3份 of 55条: what counts in another unit may well be more.
        return False
    most = (_number(total) + 2 * _slack(total)) * (_ROUGH if total.approximate or part.approximate else 1)
    return _number(part) - 2 * _slack(part) > most


def _rate_fails(part: Fraction, whole: Fraction, rate: Mark) -> bool:
    if not whole:
        return True
    scale = 1 if rate.unit == "倍" else 100
    unit = Fraction(1, 10**rate.decimals)
    # 增长n倍 is also said of what is n times as much.
    others = (part / whole + 1,) if rate.unit == "倍" else ()
    return all(abs(one - _number(rate)) > unit for one in (part * scale / whole, *others))


def _times(mark: Mark) -> int:
    """How often a figure counts in a sum: 各n件 once for each of its addresses."""
    return max(1, *(len(reading) for reading in mark.readings))


def _number(mark: Mark) -> Fraction:
    return Fraction(mark.number)


def _slack(mark: Mark) -> Fraction:
    return Fraction(mark.slack)
