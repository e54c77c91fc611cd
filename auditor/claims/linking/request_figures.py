"""Figures of requests as the text goes on: named, inherited, repeated, added up, left over."""

from __future__ import annotations

import re

from auditor.claims.linking import requests
from auditor.claims.linking.discourse import Discourse
from auditor.claims.linking.heads import CLASSES, names_concept
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting


def request(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """A figure whose phrase speaks of requests: a result, a class of applicants, or the whole."""
    if mention.quantity.unit not in requests.UNITS:
        return discourse.leave_tables()
    discourse.subject = "requests"
    discourse.disclosure = True
    if _is_other_applicants(mention, discourse):
        return Link("requests.new.other", rule="applicant:other")
    found = requests.result(sentence, _with_its_end(sentence, mention), setting)
    if found is not None and "requests.other.other.total" in found.alternatives and _inside_other(discourse):
        found = Link("requests.other.other.total", ("requests.other.*.total",), rule=found.rule)
    if found is None and not names_concept(mention, "requests"):
        found = requests.applicant(mention)
    if found is None:
        found = _class_of_requests(mention)
    due_before = any(link.address == requests.DUE for link in discourse.trail)
    if found is not None and found.rule.startswith("applicant") and due_before:
        # The classes of applicants divide what was received and carried in together.
        both = f"{found.address} + {(found.address or '').replace('.new.', '.carried_in.')}"
        found = found._replace(alternatives=(*found.alternatives, both))
    if found is None:
        found = _whole(_verbs(mention), sentence, mention, discourse)
        if mention.after and not requests.verbs_of(mention.own) and _repeats(sentence, mention):
            found = discourse.last_total if discourse.last_total.address else found
        discourse.last_total = found
    return found


def _is_other_applicants(mention: Mention, discourse: Discourse) -> bool:
    """商业企业2906件、…、法律服务机构688件、其他564件: 其他 among classes of applicants."""
    others = [row for _, row in requests.concepts_of(mention.own, "result:")] == ["other.* | other.other"]
    return others and discourse.last.address in CLASSES


_OF_THEM = re.compile(r"其中\s*(?:的|有)?\s*$")


def _with_its_end(sentence: Sentence, mention: Mention) -> Mention:
    """A part with all that is said of it: 其中3件名为申请公开、实为投诉举报，不予处理."""
    if not mention.after or requests.concepts_of(mention.own, "result:"):
        return mention
    if not _OF_THEM.search(sentence.text, sentence.start, mention.quantity.start):
        return mention
    stop = sentence.text.find("；", mention.quantity.end, sentence.end)
    said = tuple(term for term in mention.following if stop < 0 or term.end <= stop)
    return mention._replace(own=said) if requests.concepts_of(said, "result:") else mention


def _inside_other(discourse: Discourse) -> bool:
    """其他处理9件（逾期不补正4件、其他5件）: the last item of the group's own rows is its last row."""
    if (discourse.last.address or "") in _ROWS_OF_OTHER:
        return True
    return any(found.address == "requests.other.*.total" for found in list(discourse.trail)[-4:])


_ROWS_OF_OTHER = frozenset({"requests.other.no_correction.total", "requests.other.no_payment.total"})


# 其中10件按期答复，1件延期答复: how they were answered, no cell.
_IN_TIME = re.compile(r"\s*(?:按期|按时|延期|提前|逾期|超期)")
_ACCEPTED = re.compile(r"受理")
_RECEIVED = re.compile(r"收到|新收|接收|接到|登记")


_HOW_SOON = re.compile(
    r"(?:当日|当天|当场|即时|工作日内|日内|天内|延期|超期|逾期|提前)(?:即|就|予以|作出|后)?(?:答复|办结|回复|办理)"
)


def _whole(verbs: frozenset[str], sentence: Sentence, mention: Mention, discourse: Discourse) -> Link:
    """A figure of all requests, by its verbs; 受理 beside another number for 收到 is a part of those received."""
    phrase = sentence.text[mention.left_start : mention.quantity.start]
    accepted_only = _ACCEPTED.search(phrase) and not _RECEIVED.search(phrase)
    if accepted_only and discourse.received not in (None, mention.quantity.value):
        return NO_LINK
    if discourse.last_total.address and _HOW_SOON.search(phrase):
        return NO_LINK
    if requests.finished_by_origin(phrase) or (mention.after and _IN_TIME.match(sentence.text, mention.quantity.end)):
        return NO_LINK
    if names_concept(mention, "due"):
        return Link(requests.DUE, rule="verbs:due")
    found = requests.received_or_handled(verbs, sentence, mention)
    if found.address == requests.NEW:
        discourse.received = mention.quantity.value
    return found


def _class_of_requests(mention: Mention) -> Link | None:
    """自然人提交的申请9件: one class of applicants before the word for requests."""
    classes = requests.concepts_of(mention.own, "applicant:")
    if len({column for _, column in classes}) != 1:
        return None
    return requests.applicant(mention)


def _verbs(mention: Mention) -> frozenset[str]:
    verbs = requests.verbs_of(mention.own)
    if verbs:
        return verbs
    return requests.verbs_of(mention.earlier)


_REPEAT = re.compile(r"\s*(?:政府信息公开|依申请公开|信息公开)?申请(?:件)?(?:中|里|均|全部|都|已)")


def _repeats(sentence: Sentence, mention: Mention) -> bool:
    return _REPEAT.match(sentence.text, mention.quantity.end) is not None


def inherited_request(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link:
    """A figure of requests whose phrase names no thing: its verbs decide, over what was counted before."""
    verbs = requests.verbs_of(mention.own)
    if verbs or names_concept(mention, "due"):
        discourse.subject = "requests"
        found = _whole(verbs, sentence, mention, discourse)
        discourse.last_total = found
        return found
    acts = {act for _, act in requests.concepts_of(mention.own, "act:")}
    if "publish" in acts and (_bare_open(sentence, mention) or _opened_of_them(sentence, mention)):
        return requests.row_link("granted", setting)
    if is_altogether(sentence, mention):
        return _altogether(discourse)
    return discourse.last_total if _repeats(sentence, mention) else NO_LINK


_ALTOGETHER = re.compile(
    r"(?:[两二三四]者|[两二三四]项)?(?:合计|共计|总计|全年共|总量|总数|合共|共)\s*(?:为|有|达)?\s*$"
)


def _is_result(address: str) -> bool:
    return address.split(".")[1] in _RESULTS


_RESULTS = frozenset({"granted", "partial", "denied", "unavailable", "unprocessed", "other"})


def is_altogether(sentence: Sentence, mention: Mention) -> bool:
    """Whether a figure is told to be that of all that was counted before it (合计n件)."""
    return _ALTOGETHER.search(sentence.text, mention.left_start, mention.quantity.start) is not None


def _altogether(discourse: Discourse) -> Link:
    """合计n件 behind counts: what was received and carried in together, or the whole of the parts."""
    said = [found.address for found in discourse.trail if found.address]
    if said and all(map(_is_result, said[-2:])):
        return Link(requests.HANDLED, rule="altogether")
    if requests.CARRIED_IN in said and requests.NEW in said:
        return Link(requests.DUE, rule="altogether")
    if all(address.startswith("requests.new.") and " " not in address for address in said):
        return Link(requests.NEW, (requests.DUE,), rule="altogether")
    return NO_LINK


_OPENED = re.compile(r"(?:^|[，、：；。(其中为])(?:其中)?(?:已|依法|同意|全部)?公开(?:的)?(?:政府信息)?\s*$")


def _bare_open(sentence: Sentence, mention: Mention) -> bool:
    """公开3件 in a list of results; 公开 after a thing (主动公开, 公开栏目) is another word."""
    phrase = sentence.text[max(sentence.start, mention.left_start - 1) : mention.quantity.start]
    return _OPENED.search(phrase) is not None


_OPENED_BEHIND = re.compile(r"\s*(?:已|均|予以|依法|同意)?公开(?=[，；。、)\n]|$)")


def _opened_of_them(sentence: Sentence, mention: Mention) -> bool:
    """收到申请5件，其中3件公开"""
    of_them = _OF_THEM.search(sentence.text, sentence.start, mention.quantity.start)
    return of_them is not None and _OPENED_BEHIND.match(sentence.text, mention.quantity.end) is not None


_REMAINING = re.compile(r"(?:另有|其余|剩余|余下|尚有|还有|另|余)[^，。；]{0,10}$")


# 12月27日收到的1件于次年1月答复: what came late in the year and was answered in the next.
_LATE = re.compile(
    r"(?:月(?:\d{1,2}日|[上中下]旬|底|末)?|年底|年末|岁末)(?:新?收到|收|受理|接收|提交|递交)的(?:申请)?\s*$"
)
_NEXT_YEAR = re.compile(r"(?:次|下|下一)年")
# 除1件正在征求第三方意见、尚未到期外，其余均已答复
_EXCEPTED = re.compile(r"除(?:去|开)?有?\s*$")


_ANSWERED_IN = re.compile(
    r"(?:件|项|份)?于((?:19|20)\d\d)年(?:\d{1,2}月)?(?:份)?[^，。；\d]{0,4}(?:答复|办结|办毕|回复)"
)


def _answered_next_year(sentence: Sentence, mention: Mention, setting: Setting) -> bool:
    """实际答复13件，1件于2026年1月答复, in the report for 2025."""
    found = _ANSWERED_IN.match(sentence.text, mention.quantity.end)
    return found is not None and setting.year is not None and int(found[1]) > setting.year


def left_over(sentence: Sentence, mention: Mention, setting: Setting, discourse: Discourse) -> Link | None:
    """另有1件尚未到期，转下年办理: what is left over is carried out, said behind the figure."""
    if discourse.subject == "requests" and _LATE.search(sentence.text, sentence.start, mention.quantity.start):
        stop = sentence.text.find("；", mention.quantity.end, sentence.end)
        end = min(stop if stop >= 0 else sentence.end, mention.following[-1].end if mention.following else 0)
        said = [term for term in mention.following if term.end <= end]
        out = requests.concepts_of(said, "carry:out") or _NEXT_YEAR.search(sentence.text, mention.quantity.end, end)
        return Link(requests.CARRIED_OUT, rule="left over") if out else NO_LINK
    if discourse.subject == "requests" and _answered_next_year(sentence, mention, setting):
        return Link(requests.CARRIED_OUT, rule="left over")
    if discourse.subject == "requests" and _EXCEPTED.search(sentence.text, sentence.start, mention.quantity.start):
        outside = sentence.text.find("外", mention.quantity.end, sentence.end)
        excepted = [term for term in mention.following if term.end <= outside]
        if requests.concepts_of(excepted, "carry:out"):
            return Link(requests.CARRIED_OUT, rule="left over")
    if discourse.subject != "requests" or not _REMAINING.search(
        sentence.text, mention.left_start, mention.quantity.start
    ):
        return None
    stop = sentence.text.find("；", mention.quantity.end, sentence.end)
    behind = [term for term in mention.following if stop < 0 or term.end <= stop]
    if requests.concepts_of(behind, "carry:out"):
        return Link(requests.CARRIED_OUT, rule="left over")
    return None
