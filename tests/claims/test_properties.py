"""Laws that hold for any text: offsets, order, determinism, valid indices."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.claims import read_text
from auditor.language.normalise import normalise
from auditor.model import Reading
from tests.claims.told import OFFICE, YEAR, figures

# Words of such reports and digits in every spelling, thrown together without sense.
WORDS = st.sampled_from(
    [
        "2024年，", "去年", "上半年", "全县", "我办", "共收到", "办结", "政府信息公开申请", "行政复议", "行政诉讼",
        "规范性文件", "制发", "予以公开", "不予公开", "维持", "其中", "分别为", "各", "均为", "均", "合计", "占",
        "办结率", "同比增长", "减少", "结转下年", "上年结转", "自然人", "网络", "未收到", "无", "均为零", "11件",
        "3 件", "１２件", "三十二件", "1,204件", "1.2万条", "100%", "98.5％", "百分之九十", "三分之一", "3至5个",
        "三分之四", "近百件", "10余件", "12.6万元", "8个工作日", "0", "5", "十", "第三期", "12345热线",
        "、", "，", "；", "。", "：", "（", "）", "(", ")", "《", "》", "“", "”", "\n", " ",
        "的", "和", "等", "年", "万", "亿",
    ]
)  # fmt: skip
CHARACTERS = st.one_of(
    st.sampled_from("0123456789０１９.,，。；：、（）()《》“”%％‰—-～~至 \n\t　"),
    st.sampled_from("零一二两三四五六七八九十百千万亿廿余多近约成分之件份宗条次个年月日无未均各占"),
    st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF),
    st.characters(exclude_categories=["Cs"]),
)
SENTENCES = st.one_of(
    st.lists(WORDS, max_size=12).map("".join),
    st.lists(WORDS, min_size=12, max_size=60).map("".join),
)
TEXTS = st.one_of(
    SENTENCES,
    st.text(CHARACTERS, max_size=40),
    st.text(CHARACTERS, min_size=60, max_size=400),
)
BODIES = st.sampled_from(
    [None, "省政府", "市政府", "县政府", "县政府办", "县部门", "镇", "乡", "街道", "开发区", "其他"]
)
YEARS = st.sampled_from([None, 2018, 2020, 2024])


def read(text: str) -> Reading:
    return read_text(text, year=YEAR, body=OFFICE)


@settings(max_examples=150, deadline=None)
@given(TEXTS, BODIES, YEARS)
def test_any_text_is_read(text: str, body: str | None, year: int | None) -> None:
    reading = read_text(text, year=year, body=body)
    for figure in reading.figures:
        assert isinstance(figure.value, (int, Decimal))
        assert figure.value_high is None or isinstance(figure.value_high, (int, Decimal))
        assert 0 <= figure.confidence <= 1


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_offsets_give_the_surface_back(text: str) -> None:
    for figure in read(text).figures:
        assert 0 <= figure.start < figure.end <= len(text)
        assert text[figure.start : figure.end] == figure.text


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_figures_are_in_order_and_overlap_only_on_equal_spans(text: str) -> None:
    for first, second in pairwise(read(text).figures):
        same = (first.start, first.end) == (second.start, second.end)
        assert same or first.end <= second.start


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_every_index_of_a_relation_is_valid(text: str) -> None:
    reading = read(text)
    for relation in reading.relations:
        for indices in relation.roles.values():
            assert indices
            for index in indices:
                assert 0 <= index < len(reading.figures)
                # The index names the first figure of its span.
                first = next(
                    place
                    for place, figure in enumerate(reading.figures)
                    if (figure.start, figure.end) == (reading.figures[index].start, reading.figures[index].end)
                )
                assert index == first


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_the_same_text_gives_the_same_reading(text: str) -> None:
    assert read(text) == read(text)


@settings(max_examples=100, deadline=None)
@given(SENTENCES)
def test_a_blank_paragraph_before_moves_figures_and_changes_nothing_else(text: str) -> None:
    plain, moved = read(text).figures, read("\n\n" + text).figures
    assert [(f.text, f.value, f.start + 2) for f in plain] == [(f.text, f.value, f.start) for f in moved]


@given(st.text(max_size=200))
def test_normalising_keeps_the_length(text: str) -> None:
    assert len(normalise(text)) == len(text)


@given(st.text(max_size=200))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalise(normalise(text)) == normalise(text)


@settings(deadline=None)
@given(st.integers(0, 10**9), st.sampled_from(["{}", "{:,}"]), st.sampled_from(["件", "条", "人次", "份", "场"]))
def test_every_count_is_read_whole(number: int, form: str, measure: str) -> None:
    written = form.format(number) + measure
    (figure,) = figures(f"全年共有{written}，均已登记。")
    assert (figure.text, figure.value, figure.unit) == (written, number, measure)


@settings(deadline=None)
@given(st.decimals(min_value=0, max_value=10**6, places=2))
def test_every_amount_keeps_its_printed_digits(amount: Decimal) -> None:
    (figure,) = figures(f"全年行政事业性收费{amount}万元。")
    assert (str(figure.value), figure.unit, figure.address) == (str(amount), "万元", "active.fees")


@settings(deadline=None)
@given(st.integers(1, 9999))
def test_full_width_digits_are_the_same_number(number: int) -> None:
    wide = str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９"))
    (figure,) = figures(f"全年收到政府信息公开申请{wide}件。")
    assert (figure.text, figure.value, figure.address) == (f"{wide}件", number, "requests.new.total")


@pytest.mark.parametrize(
    "unit",
    [
        "1",
        "收到1件，",
        "1,",
        "（",
        "《",
        "其中1件",
        "无",
        "未收到申请、",
        "一",
        "百",
        "占1%，",
        "分别为1件、",
        "1-",
        "\n",
        "。",
    ],
)
def test_texts_that_no_office_writes_are_read_too(unit: str) -> None:
    text = (unit * 400)[:400]
    reading = read(text)
    assert all(text[figure.start : figure.end] == figure.text for figure in reading.figures)
