"""What the text is speaking of: the subject that figures inherit from the words before them.

A figure takes its subject from its own phrase; where that names none, from what was counted before, as
long as only known words lie between.  An unknown noun, or one of ``lookalikes.toml``, ends inheritance.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from auditor.claims.linking import active, disputes, rates, requests
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.sentence import Mention, Sentence, means_something
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term

Subject = str  # "requests", "disputes", a row of table 二, or "foreign"


@dataclass(slots=True)
class Discourse:
    """The state of a paragraph while its figures are linked one after the other.

    ``subject`` is what was counted last, ``default`` what the heading says, ``kinds`` the disputes
    counted since the last outcome, ``last`` the link of the figure before.
    """

    default: Subject | None = None
    subject: Subject | None = None
    kinds: tuple[str, ...] = ()
    last: Link = NO_LINK
    last_total: Link = NO_LINK
    outcome_seen: bool = False
    disclosure: bool = False
    acts: tuple[Term, ...] = ()
    trail: list[Link] = field(default_factory=list)


def link(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """The link of one figure; the discourse moves on to what it counts."""
    kind = mention.quantity.kind
    if kind == "rate":
        return _rate(sentence, mention, discourse)
    if kind == "duration":
        return NO_LINK
    if kind == "money" and not _subjects(mention) & {"fees"}:
        return NO_LINK
    found = _left_over(sentence, mention, discourse) or _count(sentence, mention, setting, discourse)
    discourse.last = found
    discourse.trail.append(found)
    return found


_REMAINING = re.compile(r"(?:另有|其余|剩余|余下|尚有|还有|另)[^，。；]{0,10}$")


def _left_over(sentence: Sentence, mention: Mention, discourse: Discourse) -> Link | None:
    """另有1件尚未到期，转下年办理: what is left over is carried out, said behind the figure."""
    if discourse.subject != "requests" or not _REMAINING.search(
        sentence.text, mention.left_start, mention.quantity.start
    ):
        return None
    stop = sentence.text.find("；", mention.quantity.end, sentence.end)
    behind = [term for term in mention.following if stop < 0 or term.end <= stop]
    if requests.concepts_of(behind, "carry:out"):
        return Link(requests.CARRIED_OUT, rule="left over")
    return None


def _subjects(mention: Mention) -> set[str]:
    return {row for _, row in requests.concepts_of(mention.own, "active:")}


def _head(mention: Mention) -> Term | None:
    """The word that names what is counted: the last thing before the figure, or the first behind it."""
    things = [term for term in mention.own if any(map(_is_head_concept, term.concepts))]
    if not things:
        return None
    behind = [term for term in things if term.start >= mention.quantity.end]
    before = [term for term in things if term.end <= mention.quantity.start]
    return before[-1] if before else behind[0]


_HEADS = ("requests", "foreign", "dispute:", "active:", "result:", "applicant:", "outcome:", "carry:", "document")


def _is_head_concept(concept: str) -> bool:
    return concept.startswith(_HEADS)


def _count(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    carried = requests.carried(sentence, mention, setting)
    head = _head(mention)
    concepts = head.concepts if head else frozenset[str]()
    requests_at_hand = discourse.subject == "requests" or (
        discourse.subject is None and discourse.default == "requests"
    )
    if mention.unknown and not (mention.after and head is not None):
        return NO_LINK if _aside(sentence, mention, discourse) else _foreign(discourse)
    of_requests = requests_at_hand or _names(mention, "requests") or _distinctive(head, discourse)
    if carried and mention.quantity.unit in requests.UNITS and of_requests:
        if not (discourse.subject == "disputes" and any(c.startswith("outcome:") for c in concepts)):
            discourse.subject = "requests"
            return Link(carried, rule="carried over")
    kinds = disputes.kinds_named(mention)
    if kinds and not _request_result_with_cause(mention, concepts):
        return _dispute(sentence, mention, kinds, setting, discourse)
    if concepts and any(concept.startswith("outcome:") for concept in concepts) and discourse.subject == "disputes":
        return _outcome(mention, discourse)
    rows = _subjects(mention)
    if rows and not (concepts & {"foreign"} and not rows & {c[7:] for c in concepts} and _head_follows(mention, head)):
        subject = _last_subject(mention)
        discourse.subject = subject
        discourse.acts = mention.own
        return active.link(sentence, mention, subject, setting)
    if _else_of_others(mention, discourse):
        return NO_LINK
    if "requests" in concepts or (
        concepts and _is_request_word(concepts) and (requests_at_hand or _distinctive(head, discourse))
    ):
        return _request(sentence, mention, setting, discourse)
    if "foreign" in concepts or "document" in concepts:
        return _foreign(discourse)
    if head is None:
        return _inherited(sentence, mention, setting, discourse)
    return _foreign(discourse) if discourse.subject not in ("requests", "disputes") else NO_LINK


# Words that are said of requests only, so that they need no subject before them.
_DISTINCT = ("result:denied", "result:unavailable", "result:unprocessed", "result:other.*", "result:other.no", "result:granted",
             "result:partial", "applicant:natural", "applicant:organisations", "carry:")  # fmt: skip
_VAGUE = frozenset({"other.* | other.other"})


def _distinctive(head: Term | None, discourse: Discourse) -> bool:
    if head is None or "foreign" in head.concepts or discourse.subject == "disputes":
        return False
    concepts = [concept for concept in head.concepts if concept.startswith(_DISTINCT)]
    vague = any(concept[7:] in _VAGUE for concept in concepts)
    return bool(concepts) and not vague and (discourse.subject != "foreign" or discourse.disclosure)


def _else_of_others(mention: Mention, discourse: Discourse) -> bool:
    """其他n件 closes a list of results only if results were listed: after parts by topic it is one more of them."""
    rows = [row for _, row in requests.concepts_of(mention.own, "result:")]
    if not rows or any(row not in _VAGUE for row in rows) or discourse.subject == "disputes":
        return False
    last = discourse.last.address or ""
    return not (last.startswith("requests.") and not last.startswith(("requests.new", "requests.carried")))


def _aside(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """Whether an unknown item divides what was just counted (其中各乡镇11件), so that its subject goes on."""
    if discourse.subject not in ("requests", "disputes") or mention.quantity.unit not in requests.UNITS:
        return False
    return not requests.verbs_of(mention.own) and "。" not in sentence.text[mention.left_start : mention.quantity.start]


def _names(mention: Mention, concept: str) -> bool:
    return any(concept in term.concepts for term in mention.own)


def _head_follows(mention: Mention, head: Term | None) -> bool:
    """Whether the head is a look-alike that stands after the row's own word (行政许可信息55项)."""
    rows = requests.concepts_of(mention.own, "active:")
    return head is not None and bool(rows) and head.start > rows[-1][0].start


def _last_subject(mention: Mention) -> str:
    rows = [row for _, row in requests.concepts_of(mention.own, "active:")]
    return rows[0] if mention.after else rows[-1]


def _is_request_word(concepts: frozenset[str]) -> bool:
    return any(concept.startswith(("result:", "applicant:", "carry:", "requests")) for concept in concepts)


def _request_result_with_cause(mention: Mention, concepts: frozenset[str]) -> bool:
    return any(concept.startswith("result:") for concept in concepts) and not any(
        concept.startswith(("outcome:", "dispute:")) for concept in concepts
    )


def _foreign(discourse: Discourse) -> Link:
    discourse.subject = "foreign"
    return NO_LINK


def _request(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    if mention.quantity.unit not in requests.UNITS:
        return _foreign(discourse)
    discourse.subject = "requests"
    discourse.disclosure = True
    found = requests.result(sentence, mention, setting)
    if found is None and not _names(mention, "requests"):
        found = requests.applicant(mention)
    if found is None:
        found = _class_of_requests(mention)
    if found is None:
        found = requests.received_or_handled(_verbs(sentence, mention), sentence, mention)
        if mention.after and not requests.verbs_of(mention.own) and _repeats(sentence, mention):
            found = discourse.last_total if discourse.last_total.address else found
        discourse.last_total = found
    return found


def _class_of_requests(mention: Mention) -> Link | None:
    """自然人提交的申请9件: one class of applicants before the word for requests."""
    classes = requests.concepts_of(mention.own, "applicant:")
    if len({column for _, column in classes}) != 1:
        return None
    return requests.applicant(mention)


def _verbs(sentence: Sentence, mention: Mention) -> frozenset[str]:
    verbs = requests.verbs_of(mention.own)
    if verbs:
        return verbs
    return requests.verbs_of(mention.earlier)


_REPEAT = re.compile(r"\s*(?:政府信息公开|依申请公开|信息公开)?申请(?:件)?(?:中|里|均|全部|都|已)")


def _repeats(sentence: Sentence, mention: Mention) -> bool:
    return _REPEAT.match(sentence.text, mention.quantity.end) is not None


def _dispute(
    sentence: Sentence, mention: Mention, kinds: tuple[str, ...], setting: Setting, discourse: Discourse
) -> Link:
    if mention.quantity.unit not in disputes.UNITS or _names(mention, "instance"):
        return NO_LINK if discourse.subject == "disputes" else _foreign(discourse)
    if _general_matters(sentence, mention, discourse):
        return _foreign(discourse)
    discourse.disclosure = True
    discourse.subject = "disputes"
    outcomes = disputes.outcomes_named(mention)
    if outcomes and not _outcome_is_elsewhere(mention):
        discourse.kinds, discourse.outcome_seen = kinds, True
        return disputes.outcome(outcomes, kinds)
    if discourse.outcome_seen or _new_limb(sentence, mention):
        discourse.kinds, discourse.outcome_seen = (), False
    discourse.kinds = tuple(dict.fromkeys((*discourse.kinds, *kinds)))
    handled_by_itself = setting.agency is not None and "司法" in setting.agency
    found = disputes.total(kinds)
    return found._replace(optional=True) if handled_by_itself else found


def _new_limb(sentence: Sentence, mention: Mention) -> bool:
    """Whether a semicolon, or the sentence's beginning, parts a figure from the one before."""
    if not mention.index:
        return True
    return "；" in sentence.text[sentence.quantities[mention.index - 1].end : mention.quantity.start]


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
_ADJUDICATES = re.compile(r"办理|审理|受理|审结|代理|出庭|承办|新收|参与|应诉案件|收到[^，。；]{0,4}(?:行政)?复议申请")


def _general_matters(sentence: Sentence, mention: Mention, discourse: Discourse) -> bool:
    """Whether the disputes are those that the body decides or answers on all matters (figures.md 5)."""
    if discourse.disclosure and discourse.subject != "foreign":
        return False
    if _DISCLOSURE.search(sentence.text, sentence.start, mention.right_end):
        return False
    before = sentence.quantities[mention.index - 1].end if mention.index else sentence.start
    adjudicates = _ADJUDICATES.search(sentence.text, before, mention.right_end) is not None
    return adjudicates or (
        discourse.default not in ("requests", "disputes") and discourse.subject == "foreign" and mention.index > 0
    )


def _outcome(mention: Mention, discourse: Discourse) -> Link:
    if mention.quantity.unit not in disputes.UNITS:
        return NO_LINK
    outcomes = disputes.outcomes_named(mention)
    if not outcomes or not discourse.kinds:
        return NO_LINK
    discourse.outcome_seen = True
    return disputes.outcome(outcomes, discourse.kinds)


def _inherited(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """A figure whose phrase names no thing: its verbs decide, over what was counted before."""
    own_verbs = requests.verbs_of(mention.own)
    earlier_thing = [term for term in mention.earlier if any(map(_is_head_concept, term.concepts))]
    if earlier_thing and not own_verbs and not any(map(means_something, mention.own)):
        moved = mention._replace(own=mention.earlier, earlier=())
        return _count(sentence, moved, setting, discourse)
    if earlier_thing and "foreign" in earlier_thing[-1].concepts:
        return _foreign(discourse)
    acts = {act for _, act in requests.concepts_of(mention.own, "act:")}
    subject = discourse.subject or discourse.default
    if earlier_thing and "requests" in earlier_thing[-1].concepts:
        subject = "requests"
    if subject == "requests" and mention.quantity.unit in requests.UNITS:
        if own_verbs:
            discourse.subject = "requests"
            found = requests.received_or_handled(own_verbs, sentence, mention)
            discourse.last_total = found
            return found
        if "publish" in acts and _bare_open(sentence, mention):
            return requests.row_link("granted", setting)
        if _ALTOGETHER.search(sentence.text, mention.left_start, mention.quantity.start):
            return _altogether(discourse)
        if _REPEAT.match(sentence.text, mention.quantity.end):
            return discourse.last_total
        return NO_LINK
    if subject in active.DOCUMENTS and acts & {"make", "repeal", "in_force", "amend"}:
        return active.link(sentence, mention, subject, setting)
    return NO_LINK


_ALTOGETHER = re.compile(r"(?:合计|共计|总计|全年共|总量|总数|共)\s*(?:为|有|达)?\s*$")


def _altogether(discourse: Discourse) -> Link:
    """合计n件 behind counts: what was received and carried in together, or the whole of the parts."""
    said = [found.address for found in discourse.trail if found.address]
    if requests.CARRIED_IN in said and requests.NEW in said:
        return Link(requests.DUE, rule="altogether")
    if not said or set(said) == {requests.NEW}:
        return Link(requests.NEW, (requests.DUE,), rule="altogether")
    return NO_LINK


_OPENED = re.compile(r"(?:^|[，、：；。(其中为])(?:其中)?(?:已|依法|同意|全部)?公开(?:的)?(?:政府信息)?\s*$")


def _bare_open(sentence: Sentence, mention: Mention) -> bool:
    """公开3件 in a list of results; 公开 after a thing (主动公开, 公开栏目) is another word."""
    phrase = sentence.text[max(sentence.start, mention.left_start - 1) : mention.quantity.start]
    return _OPENED.search(phrase) is not None


def _rate(sentence: Sentence, mention: Mention, discourse: Discourse) -> Link:
    if mention.quantity.unit != "%":
        return NO_LINK
    named = dict.fromkeys(rate for _, rate in requests.concepts_of(mention.own, "rate:"))
    subject = discourse.subject or discourse.default
    things = [term for term in (*mention.earlier, *mention.own) if any(map(_is_head_concept, term.concepts))]
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
    if "share" in named and subject == "requests":
        return rates.share(discourse.last, _base(sentence, mention, discourse))
    return NO_LINK


_BASE = (
    ("handled", re.compile(r"占[^，。；\d]{0,8}(?:办结|答复|办理|处理)")),
    ("received", re.compile(r"占[^，。；\d]{0,8}(?:收到|新收|受理|申请总|申请数|申请量)")),
)


_OF_ALL = re.compile(r"占[^，。；\d]{0,4}(?:总数|总量|总件数|全部)")


def _base(sentence: Sentence, mention: Mention, discourse: Discourse) -> str | None:
    for base, pattern in _BASE:
        if pattern.search(sentence.text, mention.left_start, mention.quantity.start):
            return base
    handled = any(found.address == requests.HANDLED for found in discourse.trail)
    if not handled and _OF_ALL.search(sentence.text, mention.left_start, mention.quantity.start):
        return "received"
    return None
