"""Figures of documents, decisions and charges (table 二).

Rules: docs/figures.md 6; wordings in ``lexicons/claims/active.toml``.
"""

from __future__ import annotations

import re

from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.linking.requests import concepts_of
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term

DOCUMENTS = ("normative", "regulations")
DECISIONS = ("licensing", "penalty", "coercion")
_DOCUMENT_UNITS = frozenset({None, "件", "份", "个", "部", "项", "条", "篇"})
_DECISION_UNITS = frozenset(
    {None, "件", "宗", "起", "项", "次", "个", "例", "笔", "条", "份", "张", "本", "案", "件次", "件(次)"}
)
_IN_NAME_OF = re.compile(r"以[^，。；]{0,18}名义")


def link(sentence: Sentence, mention: Mention, subject: str, setting: Setting, last: Link) -> Link:
    """The link of a figure whose words name ``subject``, a row of table 二; ``last`` is that of the figure before."""
    if subject == "fees":
        return _fees(mention, setting)
    if subject in DOCUMENTS:
        return _document(sentence, mention, subject, setting, last)
    return _decision(sentence, mention, subject, setting)


def _fees(mention: Mention, setting: Setting) -> Link:
    if mention.quantity.kind != "money" or setting.table_format == "2019":
        return NO_LINK
    return Link("active.fees", rule="fees")


# 行政处罚316件，其中简易处罚289件、一般处罚27件: kinds of the row just counted.
_INSIDE_ROW = re.compile(
    r"(?P<row>许可|处罚|强制|规章|规范性文件)[^，。；\d]{0,10}\d[\d，.]*万?[^\d，。；、]{1,2}\s*[，(]?\s*(?:其中|包括|含)[^；。\n)]*?(?P=row)[^，。；、]*$"
)


def _document(sentence: Sentence, mention: Mention, subject: str, setting: Setting, last: Link) -> Link:
    if setting.table_format == "2019" or mention.quantity.unit not in _DOCUMENT_UNITS:
        return NO_LINK
    acts = {act for _, act in concepts_of(mention.own, "act:")} or _act_going_on(sentence, mention, last)
    stem = f"active.{subject}"
    if _INSIDE_ROW.search(sentence.text, sentence.start, mention.quantity.start):
        return NO_LINK
    if "amend" in acts or _divides_by_act(sentence, mention):
        return NO_LINK
    if "in_force" in acts:
        return Link(f"{stem}.in_force", rule="in force")
    if "make" in acts and "repeal" in acts:
        return NO_LINK
    if "repeal" in acts:
        return Link(f"{stem}.repealed", rule="repealed")
    if "make" in acts:
        named = _IN_NAME_OF.search(sentence.text, sentence.start, mention.quantity.start) is not None
        return Link(f"{stem}.made", optional=named and setting.body is not None, rule="made")
    if mention.quantity.unit == "条":
        return NO_LINK
    return Link(f"{stem}.made", optional=True, certainty=0.6, rule="published or bare")


_ACTS = {"made": "make", "repealed": "repeal", "in_force": "in_force"}


def _act_going_on(sentence: Sentence, mention: Mention, last: Link) -> set[str]:
    """现行有效规章11件、行政规范性文件203件: what is said of the first item is said of the next."""
    joined = sentence.text[mention.left_start - 1 : mention.left_start] == "、" or sentence.text.startswith(
        "、", mention.left_start
    )
    address = last.address or ""
    act = _ACTS.get(address.rpartition(".")[2]) if address.startswith("active.") and joined else None
    return {act} if act else set()


_DIVIDED = re.compile(r"\s*[(，]?(?:其中|含|包括)[^。；]*?(?:修改|修订|废止)")


def _divides_by_act(sentence: Sentence, mention: Mention) -> bool:
    """规章9件（含新制定3件、修改4件、废止2件）: a total of what was made, amended and repealed has no cell."""
    return _DIVIDED.match(sentence.text, mention.quantity.end, sentence.end) is not None


def _behind_examples(sentence: Sentence, mention: Mention) -> tuple[Term, ...]:
    """The words of a figure without the examples before 等 (劳务派遣、人力资源服务等行政许可24件)."""
    text = sentence.text
    rows = (term for term, _ in concepts_of(mention.own, "active:"))
    named = next((term for term in rows if "等" in (text[term.start], text[term.start - 1])), None)
    if named is None or named.start >= mention.quantity.start:
        return mention.own
    acts = [term for term, _ in concepts_of(mention.own, "act:decide")]
    return (*acts, *(term for term in mention.own if term.start >= named.start))


def _is_one_kind(sentence: Sentence, mention: Mention, setting: Setting) -> bool:
    """Whether a figure counts one kind of a row only (交通行政处罚).

    The body's own field (环境行政处罚 of 生态环境局) is none, nor is an example (查封扣押等行政强制).
    """
    kinds = [term for term in mention.own if "one_kind" in term.concepts]
    ends = {term.end for term, _ in concepts_of(mention.own, "act:")}
    return any(
        not (sentence.text[term.start : term.end] in (setting.agency or "") and term.start in ends)
        and not sentence.text.startswith("等", term.end)
        for term in kinds
    )


_PART_OF_TOTAL = re.compile(r"其中|其余|剩余|另(?:有|外)?\s*$")


def _is_part(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure divides the total before it in its sentence (694宗，其中3宗…，其余691宗…)."""
    if not mention.place:
        return False
    before = sentence.quantities[mention.place - 1].end
    return _PART_OF_TOTAL.search(sentence.text, before, mention.quantity.start) is not None


def row_total(row: str, setting: Setting) -> Link:
    """The decisions of a row of table 二 altogether."""
    address = f"active.{row}.decisions" if setting.table_format == "2019" else f"active.{row}"
    return Link(address, certainty=0.75, rule=f"decision:{row}")


def _decision(sentence: Sentence, mention: Mention, subject: str, setting: Setting) -> Link:
    if mention.quantity.unit not in _DECISION_UNITS or (mention.after and _is_part(sentence, mention)):
        return NO_LINK
    if _INSIDE_ROW.search(sentence.text, sentence.start, mention.quantity.start):
        return NO_LINK
    if mention.quantity.unit == "项" and "事项" in sentence.text[sentence.start : mention.quantity.start]:
        return NO_LINK
    own = _behind_examples(sentence, mention)
    concepts = {concept for term in own for concept in term.concepts}
    address = f"active.{subject}.decisions" if setting.table_format == "2019" else f"active.{subject}"
    decided = "act:decide" in concepts
    if mention.quantity.unit == "条" and not decided:
        return NO_LINK
    if "not_decision" in concepts:
        return NO_LINK
    if "document" in concepts and not decided:
        return NO_LINK
    if concepts & {"act:accept", "act:publish"} and not decided:
        return NO_LINK
    if _is_one_kind(sentence, mention, setting):
        return NO_LINK
    return Link(address, certainty=0.9 if decided else 0.75, rule=f"decision:{subject}")
