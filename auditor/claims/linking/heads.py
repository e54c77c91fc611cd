"""The word that names what a figure counts, and what kind of word it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.claims.linking import requests
from auditor.claims.linking.discourse import Discourse
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.vocabulary import Term, names_a_thing


def head_of(mention: Mention) -> Term | None:
    """The word that names what is counted: the last thing before the figure, or the first behind it."""
    things = things_of(mention.own)
    if not things:
        return None
    behind = [term for term in things if term.start >= mention.quantity.end]
    before = [term for term in things if term.end <= mention.quantity.start]
    return before[-1] if before else behind[0]


def things_of(terms: Iterable[Term]) -> list[Term]:
    """The words that name things, without the 信息 or 材料 that a result is said of (属于行政执法案卷信息)."""
    found: list[Term] = []
    result_end = -1
    for term in terms:
        follows = term.start == result_end and term.concepts & {"foreign", "filler"}
        if follows or requests.concepts_of((term,), "result:"):
            result_end = term.end
        if not follows and names_a_thing(term.concepts):
            found.append(term)
    return found


def rows_named(mention: Mention) -> set[str]:
    """The rows of table 二 that the words of a figure name."""
    return {row for _, row in requests.concepts_of(mention.own, "active:")}


def row_counted(mention: Mention) -> str:
    """The row of table 二 that a figure counts: the one named nearest to it."""
    rows = [row for _, row in requests.concepts_of(mention.own, "active:")]
    return rows[0] if mention.after else rows[-1]


def head_follows_row(mention: Mention, head: Term | None) -> bool:
    """Whether the head is a look-alike that stands after the row's own word (行政许可信息55项)."""
    rows = requests.concepts_of(mention.own, "active:")
    return head is not None and bool(rows) and head.start > rows[-1][0].start


def names_concept(mention: Mention, concept: str) -> bool:
    """Whether the words of a figure carry a concept."""
    return any(concept in term.concepts for term in mention.own)


def is_request_word(concepts: frozenset[str]) -> bool:
    """Whether a word speaks of requests, their results, their applicants."""
    return any(concept.startswith(("result:", "applicant:", "carry:", "requests")) for concept in concepts)


def is_request_result(concepts: frozenset[str]) -> bool:
    """Whether a word is a result of requests and of nothing else."""
    return any(concept.startswith("result:") for concept in concepts) and not any(
        concept.startswith(("outcome:", "dispute:")) for concept in concepts
    )


def is_bare_publication(terms: tuple[Term, ...]) -> bool:
    """Whether an item says no more than 公开, which among results of requests means that all was given."""
    return bool(terms) and all("act:publish" in term.concepts for term in terms)


# Words that are said of requests only, so that they need no subject before them.
_DISTINCT = (
    "result:denied",
    "result:unavailable",
    "result:unprocessed",
    "result:other.*",
    "result:other.no",
    "result:granted",
    "result:partial",
    "applicant:natural",
    "applicant:organisations",
    "carry:",
)
# Grounds that the regulations give for requests alone.
_UNMISTAKABLE = ("result:other.no", "result:unavailable.needs", "result:unavailable.unclear")
_VAGUE = frozenset({"other.* | other.other"})


def is_distinctive(head: Term | None, discourse: Discourse) -> bool:
    """Whether a word is said of requests only, so that it needs no subject before it."""
    if head is None or "foreign" in head.concepts or discourse.subject not in (None, "requests", "foreign"):
        return False
    concepts = [concept for concept in head.concepts if concept.startswith(_DISTINCT)]
    vague = any(concept[7:] in _VAGUE for concept in concepts)
    if any(concept.startswith(_UNMISTAKABLE) for concept in concepts):
        return True
    return bool(concepts) and not vague and (discourse.subject != "foreign" or discourse.disclosure)


_BARE = re.compile(r"申请(?:件|书|表|事项|数量?|量|总[数量])?")
_HAN_PAIR = re.compile(r"[\u4e00-\u9fff]{2}")


def asks_for_else(sentence: Sentence, mention: Mention, head: Term | None) -> bool:
    """Whether a bare 申请 has a word right before it that says for what else (城市道路申请件77件)."""
    if head is None or "requests" not in head.concepts or head.start >= mention.quantity.start:
        return False
    if not _BARE.fullmatch(sentence.text, head.start, head.end) or requests.concepts_of(mention.own, "result:"):
        return False
    before = [term.end for term in mention.own if term.end <= head.start]
    start = max(before, default=mention.left_start)
    return start < head.start and _HAN_PAIR.search(sentence.text[start : head.start]) is not None


CLASSES = frozenset(f"requests.new.{column}" for column in ("business", "research", "nonprofit", "legal"))
"""The classes of organisations that apply, besides the other ones."""


def is_else_of_others(mention: Mention, discourse: Discourse) -> bool:
    """其他n件 closes a list of results only if results were listed: after parts by topic it is one more of them."""
    rows = [row for _, row in requests.concepts_of(mention.own, "result:")]
    if not rows or any(row not in _VAGUE for row in rows) or discourse.subject == "disputes":
        return False
    if discourse.last.address in CLASSES:
        return False
    listed = [found.address or "" for found in list(discourse.trail)[-3:]]
    return not any(
        address.startswith("requests.") and not address.startswith(("requests.new", "requests.carried"))
        for address in listed
    )


# 21件由县政府办公室承办: who handled a part.
_BY_WHOM = re.compile(r"由[^，。；\d]{2,16}(?:承办|办理|受理|处理|答复)")


_FURTHER = re.compile(r"\s*[、(：]|[，；]?\s*(?:其中|来源为|分别|包括|从|按)")


def goes_on_with_parts(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """Whether a figure is an item of a breakdown that divides what was counted.

    涉及…2件、登记档案的3件; 平台提交29件、邮寄15件: the words tell a topic or a channel, no other thing.
    """
    if discourse.subject not in ("requests", "disputes") or not mention.place:
        return False
    before = sentence.quantities[mention.place - 1]
    if before.unit != mention.quantity.unit:
        return False
    if discourse.last.address is None and sentence.text[before.end :].lstrip().startswith("、"):
        return True
    if requests.verbs_of(mention.own):
        return False
    if any("channel" in term.concepts for term in mention.own):
        return True
    between = sentence.text[before.end : mention.quantity.start]
    return _FURTHER.match(between) is not None and "。" not in between


def _is_of_else(mention: Mention) -> bool:
    """Whether the words since the figure before turn to something else (建议提案：主办14件)."""
    things = [term for term in mention.earlier if names_a_thing(term.concepts)]
    return bool(things) and things[-1].concepts == {"foreign"}


def is_aside(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """Whether an unknown item divides what was just counted (其中各乡镇11件), so that its subject goes on."""
    if discourse.subject not in ("requests", "disputes") or mention.quantity.unit not in requests.UNITS:
        return False
    if _is_of_else(mention):
        return False
    phrase = sentence.text[mention.left_start : mention.right_end]
    said_of_part = not requests.verbs_of(mention.own) or _BY_WHOM.search(phrase) is not None
    return said_of_part and "。" not in sentence.text[mention.left_start : mention.quantity.start]
