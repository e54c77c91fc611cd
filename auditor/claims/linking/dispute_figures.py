"""Figures of reviews and lawsuits as the text goes on: which kinds an outcome divides."""

from __future__ import annotations

import re

from auditor.claims.linking import disputes, requests
from auditor.claims.linking.discourse import Discourse
from auditor.claims.linking.heads import names_concept
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting


def dispute(
    sentence: Sentence, mention: Mention, kinds: tuple[str, ...], setting: Setting, discourse: Discourse
) -> Link:
    """A figure whose phrase names a kind of dispute: a total, or one outcome of it."""
    if mention.quantity.unit not in disputes.UNITS or names_concept(mention, "instance"):
        return NO_LINK if discourse.subject == "disputes" else discourse.leave_tables()
    if _general_matters(sentence, mention, discourse):
        return discourse.leave_tables()
    discourse.disclosure = True
    discourse.subject = "disputes"
    outcomes = disputes.outcomes_named(mention)
    if outcomes and not _outcome_is_elsewhere(mention):
        discourse.kinds, discourse.outcome_seen = kinds, True
        return disputes.outcome(outcomes, kinds)
    if discourse.outcome_seen or _new_limb(sentence, mention):
        discourse.kinds, discourse.outcome_seen = (), False
    discourse.kinds = disputes.distinct((*discourse.kinds, *kinds))
    handled_by_itself = setting.agency is not None and "司法" in setting.agency
    found = disputes.total(kinds)
    return found._replace(optional=True) if handled_by_itself else found


def outcome(mention: Mention, discourse: Discourse) -> Link:
    """A figure of one outcome, over the disputes counted just before."""
    if mention.quantity.unit not in disputes.UNITS:
        return NO_LINK
    outcomes = disputes.outcomes_named(mention)
    told = [kind for kind in disputes.kinds_named(mention._replace(own=mention.earlier)) if kind]
    if told and discourse.outcome_seen:
        # 复议3件：维持2件…；诉讼均为直接起诉，其中3件胜诉
        discourse.kinds = disputes.distinct(told)
    if not outcomes or not discourse.kinds:
        return NO_LINK
    discourse.outcome_seen = True
    return disputes.outcome(outcomes, discourse.kinds)


def _new_limb(sentence: Sentence, mention: Mention) -> bool:
    """Whether a semicolon, or the sentence's beginning, parts a figure from the one before."""
    if not mention.place:
        return True
    return "；" in sentence.text[sentence.quantities[mention.place - 1].end : mention.quantity.start]


def _outcome_is_elsewhere(mention: Mention) -> bool:
    """Whether the only outcome word belongs to a verb of being asked (被申请行政复议): then it is a total."""
    outcomes = requests.concepts_of(mention.own, "outcome:")
    disputes_named = requests.concepts_of(mention.own, "dispute:")
    return (
        not mention.after
        and bool(outcomes)
        and outcomes[-1][0].end <= disputes_named[0][0].start
        and ("corrected" not in outcomes[-1][1] and "upheld" not in outcomes[-1][1])
    )


_DISCLOSURE = re.compile(r"信息公开|公开申请|依申请|公开")


# 代理省政府行政应诉97件: cases of another body, whatever they are about.
_FOR_OTHERS = re.compile(r"代理|代为|代表[^，。；]{1,8}(?:出庭|应诉)")
_ADJUDICATES = re.compile(r"办理|审理|受理|审结|代理|出庭|承办|新收|参与|应诉案件|收到[^，。；]{0,4}(?:行政)?复议申请")


def _general_matters(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """Whether the disputes are those that the body decides or answers on all matters (figures.md 5)."""
    if _FOR_OTHERS.search(sentence.text, mention.left_start, mention.quantity.start):
        return True
    if discourse.disclosure and discourse.subject != "foreign":
        return False
    if _DISCLOSURE.search(sentence.text, sentence.start, mention.right_end):
        return False
    before = sentence.quantities[mention.place - 1].end if mention.place else sentence.start
    adjudicates = _ADJUDICATES.search(sentence.text, before, mention.right_end) is not None
    return adjudicates or (
        discourse.default not in ("requests", "disputes") and discourse.subject == "foreign" and mention.place > 0
    )
