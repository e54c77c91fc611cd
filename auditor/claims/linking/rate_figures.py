"""Rates as the text goes on: whose completion rate it is, what a share is a share of."""

from __future__ import annotations

import re

from auditor.claims.linking import rates, requests
from auditor.claims.linking.discourse import Discourse
from auditor.claims.linking.heads import things_of
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.sentence import Mention, Sentence


def rate(sentence: Sentence, mention: Mention, discourse: Discourse) -> Link:
    """The link of a rate: of requests, of disputes, a share; any other has no cell."""
    if mention.quantity.unit not in ("%", None):
        return NO_LINK
    named = dict.fromkeys(rate for _, rate in requests.concepts_of(mention.own, "rate:"))
    subject = discourse.subject or discourse.default
    things = things_of((*mention.earlier, *mention.own))
    if things and "foreign" in things[-1].concepts and "requests" not in things[-1].concepts:
        subject = "foreign"
    elif things and "requests" in things[-1].concepts:
        subject = "requests"
    if "other" in named:
        return NO_LINK
    if "done" in named:
        return rates.done() if subject == "requests" and not mention.unknown else NO_LINK
    if "corrected" in named and discourse.kinds and subject == "disputes":
        return rates.corrected(discourse.kinds[-1])
    if "share" in named and subject == "disputes":
        return rates.share_of_disputes(discourse.last)
    if ("share" in named or _in_row(sentence, mention)) and subject == "requests":
        base = _base(sentence, mention, discourse)
        return rates.share(_shared(sentence, mention, discourse), base, _open_bases(discourse))
    return NO_LINK


def _open_bases(discourse: Discourse) -> tuple[str, ...]:
    """The wholes that a share without a named base may also be of: what the text counted as the whole."""
    said = [found for found in discourse.trail if found.address in (requests.NEW, requests.HANDLED, requests.DUE)]
    if any(found.address == requests.HANDLED for found in said):
        return ()
    return tuple(dict.fromkeys(found.address for found in said if found.address))


_ALIGNED = re.compile(r"分别占|占比分别")


def _in_row(sentence: Sentence, mention: Mention) -> bool:
    """Whether a rate is a further one of a row that 分别占 opened."""
    last = _end_of_counts(sentence, mention)
    return _ALIGNED.search(sentence.text, last, mention.quantity.start) is not None


_OWN_BASE = re.compile(r"占[^，。；]{0,10}\(?$")


def _base_between(sentence: Sentence, mention: Mention) -> bool:
    """分别占总数240件的85%和15%: whether the last count before a rate is the base of its share."""
    counted = [place for place in range(mention.place) if sentence.quantities[place].kind != "rate"]
    if not counted:
        return False
    return _OWN_BASE.search(sentence.text, sentence.start, sentence.quantities[counted[-1]].start) is not None


def _end_of_counts(sentence: Sentence, mention: Mention) -> int:
    """Where the last count before a rate ends, a base of its own left out."""
    counted = [place for place in range(mention.place) if sentence.quantities[place].kind != "rate"]
    if _base_between(sentence, mention):
        counted.pop()
    return sentence.quantities[counted[-1]].end if counted else sentence.start


def _shared(sentence: Sentence, mention: Mention, discourse: Discourse) -> Link:
    """What a share is a share of: the count before it, or the one at its place in the list (分别占x%、y%)."""
    last = _end_of_counts(sentence, mention)
    if not _ALIGNED.search(sentence.text, last, mention.quantity.start):
        named = requests.applicant(mention)
        return discourse.last if named is None else named
    behind = [place for place, quantity in enumerate(sentence.quantities) if quantity.start > last]
    rates_here = [place for place in behind if sentence.quantities[place].kind == "rate"]
    position = rates_here.index(mention.place) - len(rates_here)
    if _base_between(sentence, mention):
        position -= 1
    return discourse.trail[position] if -position <= len(discourse.trail) else NO_LINK


_BASE = (
    ("handled", re.compile(r"占[^，。；\d]{0,8}(?:办结|答复|办理|处理)")),
    ("received", re.compile(r"占[^，。；\d]{0,8}(?:收到|新收|受理|申请总|申请数|申请量)")),
)


_OF_ALL = re.compile(r"占[^，。；\d]{0,4}(?:总数|总量|总件数|全部)")


def _base(sentence: Sentence, mention: Mention, discourse: Discourse) -> str | None:
    for base, pattern in _BASE:
        if pattern.search(sentence.text, mention.left_start, mention.quantity.start):
            return base
    received = any(found.address == requests.NEW for found in discourse.trail)
    if received and _OF_ALL.search(sentence.text, mention.left_start, mention.quantity.start):
        return "received"
    return None
