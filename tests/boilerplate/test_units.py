"""The units of part 五, and the labels of a whole section."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.boilerplate import label_text
from auditor.boilerplate.units import units

EXAMPLE = Path(__file__).resolve().parents[3] / "shared" / "example" / "zhenba-2024.txt"


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in units(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公开内容不够。下一步加强培训。", ["公开内容不够。", "下一步加强培训。"]),
        ("修订公开指南和目录；每季度通报更新情况。", ["修订公开指南和目录；", "每季度通报更新情况。"]),
        # A limb without a predicate, or a very short one, stays with its neighbour.
        ("公布各科室电话；地址；邮箱，方便群众咨询。", ["公布各科室电话；地址；邮箱，方便群众咨询。"]),
        ("修订指南；加强培训，每季度组织一次。", ["修订指南；加强培训，每季度组织一次。"]),
        ("（一）存在的主要问题\n解读材料偏少。\n（二）改进措施\n每月核对栏目。", ["解读材料偏少。", "每月核对栏目。"]),
        ("", []),
    ],
)
def test_units_are_sentences_or_limbs_that_stand_alone(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet="公开加强培训不够。；，一是（）\n", max_size=60))
def test_units_are_in_order_and_never_overlap(text: str) -> None:
    spans = units(text)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    assert all(text[start:end].strip() == text[start:end] != "" for start, end in spans)


def test_a_unit_without_a_role_of_its_own_goes_on_with_the_one_before() -> None:
    text = "下一步，将做好两项工作。一是信息员例会；二是栏目台账。"
    assert {labelled.label.role for labelled in label_text(text, "五")} <= {"measure", "intro"}


def test_part_five_of_the_example_is_boilerplate() -> None:
    if not EXAMPLE.exists():
        pytest.skip(f"{EXAMPLE.name} is not beside this checkout")
    from auditor.boilerplate import label_report
    from auditor.reading import read

    labelled = label_report(read(EXAMPLE))
    assert len(labelled) == 5
    assert {sentence.label.label for sentence in labelled} == {"boilerplate"}
    assert [sentence.label.role for sentence in labelled] == ["problem"] + ["measure"] * 4
    phrases = [reason for sentence in labelled for reason in sentence.label.reasons if reason.startswith("套话")]
    assert len(phrases) >= 15
