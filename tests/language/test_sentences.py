"""Sentences and limbs: where they begin and end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.sentences import LONGEST, limbs, sentences


def pieces(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("全年收到申请3件。均已答复！", ["全年收到申请3件。", "均已答复！"]),
        ("（一）主动公开\n全年公开信息12条。", ["（一）主动公开", "全年公开信息12条。"]),
        ("  全年公开12条。 \n\n 另有3条。", ["全年公开12条。", "另有3条。"]),
        ("收到申请5件（网络3件。信函2件），均已办结。", ["收到申请5件（网络3件。信函2件），均已办结。"]),
        ("他提出：“公开要及时。”会后作了部署。", ["他提出：“公开要及时。”", "会后作了部署。"]),
        ("开设“问得清。答得明”专栏1个。", ["开设“问得清。答得明”专栏1个。"]),
        ('办结率100%。"三率"排名靠前。', ["办结率100%。", '"三率"排名靠前。']),
        ("网址www.example.gov.cn/list?id=3可下载。", ["网址www.example.gov.cn/list?id=3可下载。"]),
        ("公开了吗？公开了。", ["公开了吗？", "公开了。"]),
        ("（本栏未写完。", ["（本栏未写完。"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_sentences_end_where_a_reader_would_end_them(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


@given(st.text(alphabet="公开3件。！？?!，；（）()“”\"a \n", max_size=60))
def test_sentences_are_in_order_apart_and_lose_nothing_but_space(text: str) -> None:
    spans = sentences(text)
    assert all(start < end for start, end in spans)
    assert all(left[1] <= right[0] for left, right in pairwise(spans))
    covered = "".join(text[start:end] for start, end in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)


@pytest.mark.parametrize("unit", ["其中1，284件，", "公开1284件", "，", "7", "　", "（1件"])
def test_a_line_without_end_is_cut_behind_a_mark_and_never_inside_a_number(unit: str) -> None:
    text = unit * (9_000 // len(unit)) + "。"
    found = pieces(text)
    assert max(map(len, found)) <= LONGEST
    assert "".join(found) == text.strip()
    if unit != "7":
        assert all(not before[-1].isdigit() for before in found)
        assert all(not before.endswith("1，") for before in found)


def test_limbs_keep_their_mark_and_stay_inside_the_sentence() -> None:
    text = "前文。修订办事指南；公布咨询电话（上午；下午）；每季通报。后文"
    found = [text[start:end] for start, end in limbs(text, 3, len(text) - 2)]
    assert found == ["修订办事指南；", "公布咨询电话（上午；下午）；", "每季通报。"]
