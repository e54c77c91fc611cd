"""Figures that count a part only: what came through one channel, what concerns one topic.

Rules: docs/figures.md 3.1; words in ``lexicons/claims/channels.toml``.
"""

from __future__ import annotations

import re
from functools import cache

from auditor.claims.sentence import Mention, Sentence
from auditor.claims.vocabulary import words_pattern


@cache
def _channels() -> re.Pattern[str]:
    return words_pattern("channels", "names")


@cache
def _whole_channels() -> re.Pattern[str]:
    return words_pattern("channels", "whole")


_JOINT = re.compile(r"[、，和及与或]|以及")


def _named_apart(text: str) -> int:
    """How many channels a phrase names: words of one name (“互联网+监管”平台) are one."""
    return sum(_channels().search(piece) is not None for piece in _JOINT.split(_OTHER_TURNS.sub("", text)))


# 结转办理, 2023年转来: not 转办 and 转来 from another office.
_OTHER_TURNS = re.compile(r"结转办理|年度?转来|年末转来")


def is_channel_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure counts what came through one channel only (网络申请5件)."""
    quantity = mention.quantity
    before = sentence.quantities[mention.place - 1].end if mention.place else sentence.start
    own = sentence.text[mention.left_start : quantity.start]
    names = _named_apart(own)
    if names:
        return names < 2 and not _whole_channels().search(own)
    if mention.after:
        right = sentence.text[quantity.end : mention.right_end]
        lead = sentence.text[before : quantity.start]
        if _channels().search(right) and "通过" in right + lead:
            return True
    lead = sentence.text[before : mention.left_start]
    last = lead.rfind("通过")
    if last < 0:
        return False
    led = lead[last:]
    return _named_apart(led) == 1 and not _whole_channels().search(led)


_OWN_DISCLOSURE = re.compile(
    r"(?:我|本)?(?:办|局|机关|单位|厅|委|镇|县|市|区)?的?(?:政府信息|依申请|信息|申请)公开|(?:我|本)(?:办|局|机关|单位|厅|委|镇)"
)


def _about_disclosure(text: str, position: int) -> bool:
    """Whether 涉及 leads to the disclosure of information itself, which is no topic of its own."""
    return _OWN_DISCLOSURE.match(text, position) is not None


def is_topic_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure counts what concerns one topic only (涉及征地的5件); a result is no topic."""
    topics = [term for term in mention.own if "by_topic" in term.concepts]
    if not topics or all(_about_disclosure(sentence.text, term.end) for term in topics):
        return False
    return not any(concept.startswith(("result:", "outcome:")) for term in mention.own for concept in term.concepts)
