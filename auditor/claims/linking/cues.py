"""What speaks for and against a proposed link: the circumstances that judgement weighs.

A cue is the name of a circumstance, ``group=value``; a link has those that hold.  None of them looks at
a cell or at the figure's value.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.claims.linking.discourse import Subject
from auditor.claims.linking.heads import head_of
from auditor.claims.linking.link import Link
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.vocabulary import Term


def cues_of(sentence: Sentence, mention: Mention, found: Link, before: tuple[Subject | None, Link]) -> tuple[str, ...]:
    """The cues of a link; ``before`` is the subject and the link of the figure before."""
    quantity = mention.quantity
    start, end = (quantity.end, mention.right_end) if mention.after else (mention.left_start, quantity.start)
    subject, last = before
    cues = [
        f"rule={found.rule}",
        f"subject={subject}",
        "side=behind" if mention.after else "side=before",
        f"unread={_few(_unread(start, end, mention.own))}",
        f"last={'linked' if last.address else 'none'}",
    ]
    head = head_of(mention)
    if head is None:
        cues.append("head=none")
    elif head.start >= quantity.end:
        cues.append("head=behind")
        cues.append(f"lead={_few(_unread(mention.left_start, quantity.start, mention.own))}")
    else:
        cues.append(f"head=before, {_few(_unread(head.end, quantity.start, mention.own))}")
    if last.address == found.address:
        told = _TOLD_AGAIN.match(sentence.text, quantity.end) is not None
        cues.append("repeats=last, told again" if told else "repeats=last")
    if any(term.concepts == _FOREIGN for term in mention.earlier):
        cues.append("look-alike=earlier")
    if any("foreign" in term.concepts for term in mention.own):
        cues.append("look-alike=own")
    if "其中" in sentence.text[mention.left_start : quantity.start]:
        cues.append("part=其中")
    return tuple(cues)


# 合计3件，三件申请均…
_TOLD_AGAIN = re.compile(r"\s*(?:政府信息公开|依申请公开|信息公开)?(?:申请|案件|复议|诉讼)件?(?:中|里|均|全部|都|已)")
_FOREIGN = frozenset({"foreign"})


def _unread(start: int, end: int, terms: Iterable[Term]) -> int:
    """How many characters of a stretch no known word covers."""
    return (end - start) - sum(
        min(term.end, end) - max(term.start, start) for term in terms if term.start < end and term.end > start
    )


def _few(count: int) -> str:
    """A count of characters as a class, the same for close counts."""
    return "0" if count <= 0 else "1" if count == 1 else "2-3" if count < 4 else "4-6" if count < 7 else "7+"
