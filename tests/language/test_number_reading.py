"""Numbers of a general Chinese text: every form, the places, and what is left alone."""

import re
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language import Number, numbers
from auditor.language.numerals import Value

MARK = re.compile("⟦([^=⟧]+)=([^⟧]+)⟧")
Expected = tuple[int, int, Value, bool]


def marked_sentences(part: str) -> list[str]:
    """The marked sentences of one part (develop, final) of our own set of general numbers."""
    lines = (Path(__file__).parent / "general_numbers.txt").read_text(encoding="utf-8").splitlines()
    begin = lines.index(f"== {part}") + 1
    ends = [index for index, line in enumerate(lines) if line.startswith("==") and index > begin]
    return [line for line in lines[begin : ends[0] if ends else None] if line and not line.startswith("#")]


def expected_value(written: str) -> tuple[Value, bool]:
    bare = written.removesuffix("%")
    if "/" in bare:
        return Fraction(bare), False
    return (Decimal(bare) if "." in bare else int(bare)), written.endswith("%")


def unmark(sentence: str) -> tuple[str, list[Expected]]:
    """The plain sentence and (start, end, value, is it a per cent) of its marks."""
    text, expected, position = "", [], 0
    for mark in MARK.finditer(sentence):
        text += sentence[position : mark.start()]
        value, percent = expected_value(mark[2])
        expected.append((len(text), len(text) + len(mark[1]), value, percent))
        text += mark[1]
        position = mark.end()
    return text + sentence[position:], expected


def read(text: str) -> list[Expected]:
    return [(number.start, number.end, number.value, number.kind == "percent") for number in numbers(text)]


def accuracy(part: str) -> tuple[int, int, list[str]]:
    """Right and all decisions: a number read at its place with its value, or a sentence rightly left alone."""
    right = total = 0
    misses = []
    for sentence in marked_sentences(part):
        text, expected = unmark(sentence)
        found = read(text)
        wanted, got = {item[2:] + item[:1] for item in expected}, {item[2:] + item[:1] for item in found}
        total += max(len(wanted | got), 1)
        right += len(wanted & got) if wanted | got else 1
        if wanted != got:
            misses.append(f"{sentence}  read: {[(number.text, str(number.value)) for number in numbers(text)]}")
    return right, total, misses


@pytest.mark.parametrize("part", ["develop", "final", "unseen", "fresh", "last"])
def test_general_set(part: str) -> None:
    right, total, misses = accuracy(part)
    print(f"{part}: {right}/{total} = {right / total:.3f}", *misses, sep="\n")
    assert right / total >= 0.95, misses


KINDS: list[tuple[str, str, Value, str]] = [
    ("共三十二件。", "三十二", 32, "integer"),
    ("约３万5千人", "３万5千", 35000, "integer"),
    ("达百分之九十八点五", "百分之九十八点五", Decimal("98.5"), "percent"),
    ("占三分之一", "三分之一", Fraction(1, 3), "fraction"),
    ("共1.2亿元", "1.2亿", 120_000_000, "integer"),
    ("占５０％", "５０％", 50, "percent"),
    ("二十余次", "二十余", 20, "integer"),
    ("气温为负三度", "负三", -3, "integer"),
    ("两千零四十八又二分之一", "两千零四十八又二分之一", Fraction(4097, 2), "fraction"),
    ("打3折", "3折", 30, "percent"),
    ("八五折优惠", "八五折", 85, "percent"),
    ("占三成", "三成", 30, "percent"),
    ("三成五以上", "三成五", 35, "percent"),
    ("提高30个百分点", "30个百分点", 30, "percent"),
    ("提高三十个百分点", "三十个百分点", 30, "percent"),
    ("壹佰元", "壹佰", 100, "integer"),
    ("共3 702条", "3 702", 3702, "integer"),
    ("共 1 件", "1", 1, "integer"),
    ("两个半小时", "两个半", Decimal("2.5"), "decimal"),
    ("长3.50米", "3.50", Decimal("3.50"), "decimal"),
    ("等了半小时", "半", Fraction(1, 2), "fraction"),
    ("身高一米八。", "一米八", Decimal("1.8"), "decimal"),
    ("三斤半猪肉", "三斤半", Decimal("3.5"), "decimal"),
    ("还剩½", "½", Fraction(1, 2), "fraction"),
    ("用1 1/2杯面粉", "1 1/2", Fraction(3, 2), "fraction"),
    ("为千分之六点七", "千分之六点七", Fraction(67, 10000), "fraction"),
    ("百 分 之 五", "百 分 之 五", 5, "percent"),
    ("市值二十兆元", "二十兆", 20 * 10**12, "integer"),
    ("带宽一百兆", "一百", 100, "integer"),
    ("走了廿三里", "廿三", 23, "integer"),
    ("买俩西瓜", "俩", 2, "integer"),
    ("募集百万元", "百万", 1_000_000, "integer"),
    ("逾百家企业", "百", 100, "integer"),
    ("他二十号出差", "二十", 20, "integer"),
    ("3亿零5百人", "3亿零5百", 300_000_500, "integer"),
]


@pytest.mark.parametrize(("text", "written", "value", "kind"), KINDS)
def test_kinds(text: str, written: str, value: Value, kind: str) -> None:
    start = text.index(written)
    assert numbers(text) == [Number(written, start, start + len(written), value, kind)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "text",
    [
        "第三名",
        "第 12 条",
        "一是抓落实，二是抓整改",
        "首先，其次",
        "三心二意",
        "一系列举措",
        "进一步统一思想",
        "几十个",
        "三四个",
        "上百件",
        "12345热线",
        "5G网络",
        "国办公开办函〔2021〕30号",
        "（一）主动公开",
        "1.主动公开",
        "电话0792-8251406",
        "《百件实事2024》",
        "拨打119",
        "验证码482913",
        "手机138 0013 8000",
        "在301会议室",
        "沿107国道",
        "住5栋3单元1202室",
        "6号楼1单元502",
        "传真：021-5555 6666",
        "百十来个",
        "Windows 11系统",
        "GB/T 19001-2016",
        "图2和表3",
        "90后",
        "他们俩",
        "下半年",
        "百分之三十几",
        "等边三角形",
        "",
    ],
)
def test_left_alone(text: str) -> None:
    assert numbers(text) == []


def test_the_parts_of_a_written_date_are_numbers() -> None:
    for date in ("2024-03-05", "2024/3/5", "2024年03月05日"):
        assert [number.value for number in numbers(date)] == [2024, 3, 5]


@given(st.text("第三三五十百千万亿点分之又半成折%0123456789，,.-/½ 余多个件年米块兆俩二零〇壹佰负", max_size=24))
def test_any_text_is_read_in_order_and_in_place(text: str) -> None:
    found = numbers(text)
    assert all(text[number.start : number.end] == number.text for number in found)
    assert all(left.end <= right.start for left, right in pairwise(found))


def test_every_set_phrase_of_the_lexicon_is_left_alone() -> None:
    from auditor.language.number_words import number_words

    assert [phrase for phrase in sorted(number_words().phrases) if numbers(f"，{phrase}，")] == []


@pytest.mark.parametrize("measure", ["个", "人次", "公里", "期", "欧元", "分钟", "張"])
def test_a_measure_word_makes_one_digit_a_number(measure: str) -> None:
    assert [number.value for number in numbers(f"共三{measure}。")] == [3]


@pytest.mark.parametrize(("text", "value"), [("网上十一件", 11), ("线上十件", 10), ("当面两件、网上十五件", 15)])
def test_a_place_before_a_number_makes_it_no_vague_one(text: str, value: int) -> None:
    assert numbers(text)[-1].value == value
