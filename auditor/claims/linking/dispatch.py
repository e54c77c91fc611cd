"""Which table a figure speaks of: requests, disputes, a row of table 二, or none."""

from __future__ import annotations

import re

from auditor.claims.linking import active, disputes, requests
from auditor.claims.linking.cues import cues_of
from auditor.claims.linking.discourse import Discourse
from auditor.claims.linking.dispute_figures import dispute, outcome
from auditor.claims.linking.heads import (
    asks_for_else,
    goes_on_with_parts,
    head_follows_row,
    head_of,
    is_aside,
    is_distinctive,
    is_else_of_others,
    is_request_result,
    is_request_word,
    names_concept,
    row_counted,
    rows_named,
)
from auditor.claims.linking.judgement import sureness
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.linking.rate_figures import rate
from auditor.claims.linking.request_figures import inherited_request, is_altogether, left_over, request
from auditor.claims.scopes import counts_bodies
from auditor.claims.sentence import Mention, Sentence, has_unknown, means_something
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import names_a_thing


def link(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """The link of one figure; the discourse moves on to what it counts."""
    kind = mention.quantity.kind
    if kind == "rate":
        return rate(sentence, mention, discourse)
    before = discourse.subject, discourse.last
    if kind == "duration" or counts_bodies(sentence, mention.quantity):
        return NO_LINK
    if kind == "money" and not rows_named(mention) & {"fees"}:
        return NO_LINK
    found = left_over(sentence, mention, setting, discourse) or _count(sentence, mention, setting, discourse)
    if found.address and found.address == discourse.last.address and _is_remark(sentence, mention):
        # 商业企业4件（含外资企业1件）: a kind of what stands before the bracket.
        found = NO_LINK
    if found.address:
        cues = cues_of(sentence, mention, found, before)
        found = found._replace(certainty=sureness(cues), cues=cues)
    discourse.last = found
    discourse.trail.append(found)
    return found


def _is_remark(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure stands in a bracket that is open since the figure before."""
    if not mention.place:
        return False
    between = sentence.text[sentence.quantities[mention.place - 1].end : mention.quantity.start]
    return between.count("(") > between.count(")")


_BASE = re.compile(r"占[^，。；\d]{0,10}\(?\s*$")


def _count(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    if discourse.subject != "requests" and _BASE.search(sentence.text, sentence.start, mention.quantity.start):
        # 准予行政许可208件，占申请量（210件）的99%: the base of a share of something else.
        return NO_LINK
    carried = requests.carried(sentence, mention, setting)
    head = head_of(mention)
    concepts = head.concepts if head else frozenset[str]()
    requests_at_hand = discourse.subject == "requests" or (
        discourse.subject is None and discourse.default == "requests"
    )
    if mention.unknown and not (mention.after and head is not None):
        if is_aside(sentence, mention, discourse) or _divides_requests(mention, discourse):
            return NO_LINK
        return discourse.leave_tables()
    if _is_class_of_papers(sentence, mention) or asks_for_else(sentence, mention, head):
        return discourse.leave_tables()
    distinctive = is_distinctive(head, discourse) and not _divides_else(sentence, mention, discourse)
    of_requests = requests_at_hand or names_concept(mention, "requests") or distinctive
    of_dispute = discourse.subject == "disputes" and any(concept.startswith("outcome:") for concept in concepts)
    if carried and mention.quantity.unit in requests.UNITS and of_requests and not of_dispute:
        discourse.subject = "requests"
        return Link(carried, rule="carried over")
    kinds = disputes.kinds_named(mention)
    if kinds and not is_request_result(concepts):
        return dispute(sentence, mention, kinds, setting, discourse)
    if concepts and any(concept.startswith("outcome:") for concept in concepts) and discourse.subject == "disputes":
        return outcome(mention, discourse)
    if not mention.after:
        beside = requests.beside_results(
            sentence.text[mention.left_start : mention.quantity.start], discourse.last, setting
        )
        if beside is not None:
            return beside
    rows = rows_named(mention)
    if rows and not (
        concepts & {"foreign"} and not rows & {c[7:] for c in concepts} and head_follows_row(mention, head)
    ):
        subject = row_counted(mention)
        discourse.subject = subject
        return active.link(sentence, mention, subject, setting, discourse.last)
    if is_else_of_others(mention, discourse):
        return NO_LINK
    if "requests" in concepts or (
        concepts and is_request_word(concepts) and (requests_at_hand or distinctive)
    ):
        return request(sentence, mention, setting, discourse)
    if "foreign" in concepts or "document" in concepts:
        if goes_on_with_parts(sentence, mention, discourse) or _is_topic(mention, discourse):
            return NO_LINK
        return discourse.leave_tables()
    if head is None:
        return _inherited(sentence, mention, setting, discourse)
    return discourse.leave_tables() if discourse.subject not in ("requests", "disputes") else NO_LINK


def _inherited(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """A figure whose phrase names no thing: its verbs decide, over what was counted before."""
    beside = requests.beside_persons(sentence.text[mention.left_start : mention.quantity.start], discourse.last)
    if beside is not None:
        return beside
    own_verbs = requests.verbs_of(mention.own)
    earlier_thing = [term for term in mention.earlier if names_a_thing(term.concepts)]
    is_another = "另" in sentence.text[mention.left_start : mention.quantity.start]
    if earlier_thing and not own_verbs and not is_another and not any(map(means_something, mention.own)):
        if has_unknown(sentence, earlier_thing[-1].end, mention.quantity.start):
            return NO_LINK if is_aside(sentence, mention, discourse) else discourse.leave_tables()
        moved = mention._replace(own=mention.earlier, earlier=())
        return _count(sentence, moved, setting, discourse)
    if earlier_thing and "foreign" in earlier_thing[-1].concepts and discourse.last.address is None:
        return discourse.leave_tables()
    subject = discourse.subject or discourse.default
    if subject is None and own_verbs and discourse.of_requests and not mention.unknown:
        # 全年收到27件、办结27件: nothing was counted yet, and the text speaks of requests.
        subject = "requests"
    rows = [row for _, row in requests.concepts_of(earlier_thing[-1:], "active:")]
    if rows:
        # 规范性文件方面，印发7件，废止5件
        discourse.subject = subject = rows[0]
    if earlier_thing and "requests" in earlier_thing[-1].concepts:
        subject = "requests"
    if subject == "requests" and mention.quantity.unit in requests.UNITS:
        return inherited_request(sentence, mention, setting, discourse)
    acts = {act for _, act in requests.concepts_of(mention.own, "act:")}
    if subject in active.DOCUMENTS and acts & {"make", "repeal", "in_force", "amend"}:
        return active.link(sentence, mention, subject, setting, discourse.last)
    if subject in active.DECISIONS and "decide" in acts and not mention.unknown:
        return active.link(sentence, mention, subject, setting, discourse.last)
    if is_altogether(sentence, mention):
        return _altogether(sentence, mention, setting, discourse)
    if acts and discourse.subject is None:
        # 立案310件: something was counted that no table has, and what follows inherits that.
        return discourse.leave_tables()
    return NO_LINK


_ROW_WORDS = {"licensing": "许可", "penalty": "处罚", "coercion": "强制"}


def _altogether(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """合计n件 behind reviews and lawsuits, or behind kinds of one row of decisions."""
    if discourse.subject == "disputes":
        both = [f"disputes.{kind}.total" for kind in ("review", "litigation")]
        said = [found.address for found in list(discourse.trail)[-len(both) :]]
        return Link(" + ".join(both), rule="altogether") if said == both else NO_LINK
    limb = sentence.text[max(sentence.start, sentence.text.rfind("；", 0, mention.left_start)) : mention.left_start]
    rows = [row for row, word in _ROW_WORDS.items() if word in limb]
    if len(rows) == 1 and discourse.subject in active.DECISIONS and discourse.last.address is None:
        return active.row_total(rows[0], setting)
    return NO_LINK


def _divides_requests(mention: Mention, discourse: Discourse) -> bool:
    """申请事项中涉及征地的38件: an item of the requests just counted, by a word that no lexicon knows."""
    return discourse.subject == "requests" and names_concept(mention, "requests")


_AMONG_THEM = re.compile(r"\s*[，(、：]\s*其中")


def _divides_else(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """信箱答复来信313件，其中公开答复14件: a part of what no table counts, whatever its word."""
    if discourse.subject != "foreign" or not mention.place:
        return False
    return _AMONG_THEM.match(sentence.text, sentence.quantities[mention.place - 1].end) is not None


def _is_topic(mention: Mention, discourse: Discourse) -> bool:
    """其中涉及老旧小区改造18件: what the requests were about."""
    is_of_requests = discourse.subject == "requests" and mention.quantity.unit in requests.UNITS
    return is_of_requests and any("by_topic" in term.concepts for term in mention.own)


_PUBLISHED_BEFORE = re.compile(r"主动公开(?:的|类)?\s*\d")
_CLASS = re.compile(r"(?:[、，；]|其中)?\s*(?:依申请公开|不予公开|申请公开)(?:的|类)?(?:政府)?(?:信息)?\s*")


def _is_class_of_papers(sentence: Sentence, mention: Mention) -> bool:
    """制发公文120件，其中主动公开80件、依申请公开30件: how papers are classed, no requests."""
    start = max(sentence.start, mention.left_start - 1)
    return (
        _CLASS.fullmatch(sentence.text, start, mention.quantity.start) is not None
        and _PUBLISHED_BEFORE.search(sentence.text, sentence.start, mention.quantity.start) is not None
    )
