"""Figures of requests (table 三): received, carried over, handled, their results and their applicants.

Rules: docs/figures.md 4; wordings in ``lexicons/claims/requests.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.sentence import Mention, Sentence
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term
from auditor.resources import load_lexicon

NEW = "requests.new.total"
CARRIED_IN = "requests.carried_in.total"
HANDLED = "requests.handled.total"
CARRIED_OUT = "requests.carried_out.total"
DUE = f"{NEW} + {CARRIED_IN}"
DONE_RATE = f"{HANDLED} / ({DUE})"

# The measure words in which requests are counted, in real reports too (handbook 7).
UNITS = frozenset(
    {None, "件", "宗", "条", "次", "起", "个", "项", "例", "封", "份", "单", "案", "桩", "件次", "件(次)"}
)

# Verbs of a phrase → preferred reading and other allowed ones (figures.md 4, first rows of its table).
_BY_VERBS: dict[frozenset[str], tuple[str, ...]] = {
    frozenset({"receive"}): (NEW, DUE),
    frozenset({"receive", "handle"}): (NEW, DUE),
    frozenset({"receive", "finish"}): (NEW, HANDLED),
    frozenset({"receive", "handle", "finish"}): (NEW, HANDLED),
    frozenset({"handle"}): (DUE, HANDLED),
    frozenset({"handle", "finish"}): (HANDLED, DUE),
    frozenset({"finish"}): (HANDLED,),
    frozenset(): (NEW, DUE),
}
_VERBS = ("receive", "handle", "finish")
_YEAR_CARRIED = re.compile(
    r"((?:19|20)\d\d)\s*年?度?(?:[^，。；\d]{0,6}?)(?:结转|转结|转入|转来|遗留|未办结|转至今年|转至本年|转到今年|转今年)"
)
CARRIED_TO = re.compile(r"(?:结转|转|延|延期|顺延|转结)(?:至|到|入)?\s*((?:19|20)\d\d)\s*年?")
_AND_OTHERS = re.compile(r"等其他")
_OPEN = re.compile(r"[^，。；]{0,2}等")


@cache
def _with_prefix(concepts: frozenset[str], prefix: str) -> tuple[str, ...]:
    return tuple(concept[len(prefix) :] for concept in sorted(concepts) if concept.startswith(prefix))


def concepts_of(terms: Iterable[Term], prefix: str) -> list[tuple[Term, str]]:
    """The terms that carry a concept beginning with ``prefix``, with the rest of the concept."""
    return [(term, rest) for term in terms for rest in _with_prefix(term.concepts, prefix)]


def verbs_of(terms: Iterable[Term]) -> frozenset[str]:
    """Which of receive, handle, finish the terms say."""
    return frozenset(verb for verb in _VERBS for term in terms if verb in term.concepts)


def carried(sentence: Sentence, mention: Mention, setting: Setting) -> str | None:
    """The carried-over cell that the words around a figure name, if any."""
    quantity = mention.quantity
    start, end = mention.left_start, quantity.start
    if mention.after:
        start, end = quantity.end, mention.right_end
    phrase = sentence.text[start:end]
    if setting.year is not None:
        to_year = CARRIED_TO.search(phrase)
        if to_year and int(to_year[1]) > setting.year:
            return CARRIED_OUT
        from_year = _YEAR_CARRIED.search(phrase)
        if from_year:
            # 结转2024年度7件 names the year of destination, 2023年结转2件 the year of origin.
            return CARRIED_IN if int(from_year[1]) < setting.year else CARRIED_OUT
        if to_year:
            return CARRIED_IN
        behind = CARRIED_TO.match(sentence.text, quantity.end)
        if behind and int(behind[1]) > setting.year:
            return CARRIED_OUT
    if concepts_of(mention.own, "carry:in"):
        return CARRIED_IN
    if concepts_of(mention.own, "carry:out"):
        return CARRIED_OUT
    return None


def _rows(terms: Iterable[Term]) -> list[tuple[Term, str]]:
    return concepts_of(terms, "result:")


def result(sentence: Sentence, mention: Mention, setting: Setting) -> Link | None:
    """The result that the words around a figure name: a row, a group of rows, or none."""
    rows = _rows(mention.own)
    if not rows:
        return None
    if not mention.after and _AND_OTHERS.search(sentence.text, rows[0][0].end, mention.quantity.start):
        return NO_LINK
    groups = [row for _, row in rows if row.endswith(".*")]
    single = [(term, row) for term, row in rows if not row.endswith(".*") and "|" not in row]
    distinct = list(dict.fromkeys(row for _, row in single))
    last_term, last_row = rows[-1]
    if len(distinct) == 1 and not _OPEN.match(sentence.text, single[-1][0].end):
        chosen = distinct[0] if groups or distinct[0] == last_row else last_row
        if groups and chosen.split(".")[0] == groups[-1].split(".")[0]:
            # 因本机关不掌握而无法提供29件: the reason's row; the whole group is also right.
            chosen = f"{chosen} | {groups[-1]}"
    elif distinct and (groups or len(distinct) > 1):
        families = {row.split(".")[0] for row in distinct}
        chosen = groups[-1] if groups else f"{families.pop()}.*" if len(families) == 1 else last_row
        if chosen.split(".")[0] in ("granted", "partial", "granted + partial"):
            chosen = last_row
    elif distinct:
        chosen = f"{distinct[0].split('.')[0]}.*" if "." in distinct[0] else distinct[0]
    else:
        chosen = last_row
    del last_term
    return row_link(chosen, setting)


def row_link(row: str, setting: Setting, column: str = "total") -> Link:
    """The link to a row as the lexicon writes it: ``a | b`` for readings, ``a + b`` for a sum, ``-`` for none."""
    readings = row.split(" | ")
    optional = "-" in readings
    addresses = [
        " + ".join(f"requests.{part}.{column}" for part in reading.split(" + "))
        for reading in readings
        if reading != "-"
    ]
    if setting.one_other_row:
        addresses = [
            address for address in addresses
            if not address.startswith("requests.other.") or address.startswith("requests.other.*")
        ]  # fmt: skip
        if not addresses:
            return NO_LINK
    return Link(addresses[0], tuple(addresses[1:]), optional, rule=f"result:{row}")


def applicant(mention: Mention) -> Link | None:
    """The class of applicants that a figure counts, where its words name exactly one."""
    classes = list(dict.fromkeys(column for _, column in concepts_of(mention.own, "applicant:")))
    if len(classes) != 1:
        return None
    return Link(f"requests.new.{classes[0]}", rule=f"applicant:{classes[0]}")


@cache
def _beside_persons() -> frozenset[str]:
    return frozenset(word for entry in load_lexicon("claims/requests")["applicant"] for word in entry.get("beside", ()))


def beside_persons(phrase: str, before: Link) -> Link | None:
    """个人9件、单位3件: a word for organisations that means them only right behind the natural persons."""
    if before.address != "requests.new.natural" or phrase.strip(" 、，和") not in _beside_persons():
        return None
    return Link("requests.new.organisations", rule="applicant:organisations")


@cache
def _beside_results() -> dict[str, str]:
    return {
        word: entry["row"] for entry in load_lexicon("claims/requests")["result"] for word in entry.get("beside", ())
    }


def beside_results(phrase: str, before: Link, setting: Setting) -> Link | None:
    """重复申请12件、投诉举报18件: a word that is a result of requests only right behind another one."""
    row = _beside_results().get(phrase.strip(" 、，和属于"))
    if row is None or before.address is None or before.address.split(".")[0] != "requests":
        return None
    return row_link(row, setting) if before.rule.startswith("result") else None


def received_or_handled(verbs: frozenset[str], sentence: Sentence, mention: Mention) -> Link:
    """The link by the verbs of the phrase, and by what the phrases up to the next figure add."""
    readings = _BY_VERBS[verbs]
    following = [term for term in mention.following if term.start >= mention.right_end]
    if "finish" not in verbs and _includes_carried_in(sentence, mention):
        return Link(DUE, rule="including carried in")
    universal = any("universal" in term.concepts for term in following)
    if verbs <= {"receive"} and universal and "finish" in verbs_of(following):
        return Link(NEW, (HANDLED, DUE), also=(HANDLED,), rule="received, all finished")
    return Link(readings[0], readings[1:], rule="verbs:" + "+".join(sorted(verbs)))


def _includes_carried_in(sentence: Sentence, mention: Mention) -> bool:
    """Whether the figure after this one is said to lie inside it and to be carried in (含上年结转2件)."""
    index = mention.place + 1
    if index >= len(sentence.quantities):
        return False
    following = sentence.text[mention.quantity.end : sentence.quantities[index].start]
    if _CONTAINED.search(following):
        return True
    tail_end = sentence.quantities[index + 1].start if index + 1 < len(sentence.quantities) else sentence.end
    tail = sentence.text[sentence.quantities[index].end : tail_end]
    if _AMONG_THEM.fullmatch(following) and _IS_CARRIED_IN.match(tail):
        return True
    if _AMONG_THEM.fullmatch(following) and _IS_NEW.match(tail) and index + 1 < len(sentence.quantities):
        return _IS_CARRIED_IN.match(sentence.text, sentence.quantities[index + 1].end) is not None
    # 121件（其中新收112件，上年结转9件）: both kinds are listed inside.
    if not _BOTH_INSIDE.match(following) or index + 1 >= len(sentence.quantities):
        return False
    second = sentence.text[sentence.quantities[index].end : sentence.quantities[index + 1].start]
    return bool(_CONTAINED_NEXT.search(second)) and ")" not in second


_BY_ORIGIN = re.compile(
    r"(?:本年|当年|今年|年内)度?(?:新收到?|收到|受理)的?(?:申请)?(?:已|均)?(?:办结|答复)|"
    r"(?:办结|答复)(?:本年|当年|今年)度?(?:新收|收到|受理)"
)


def finished_by_origin(phrase: str) -> bool:
    """Whether a phrase tells how many of this year's requests were finished (本年新收办结294件): no cell has that."""
    return _BY_ORIGIN.search(phrase) is not None


_AMONG_THEM = re.compile(r"\s*[(，、]\s*其中有?\s*")
_IS_CARRIED_IN = re.compile(
    r"\s*(?:申请)?(?:为|系|是|属|由)(?:上年|上一年|去年|(?:19|20)\d\d\s*年?)度?(?:结转|转结|转入|遗留)"
)
_IS_NEW = re.compile(r"\s*(?:申请)?(?:为|系|是|属)(?:本年|当年|今年)?(?:度)?新收")
_BOTH_INSIDE = re.compile(r"\s*[(，、：]\s*(?:其中|包括|含|包含)?[^，。；]{0,6}(?:新收|本年收|当年收|今年收|本年度收)")
_CONTAINED_NEXT = re.compile(r"^\s*[，、和及][^，。；]{0,8}(?:结转|转结|转入|遗留|未办结|接转)[^，。；]{0,6}$")
_CONTAINED = re.compile(
    r"^\s*[(，、]\s*(?:其中)?\s*(?:(?<=其中)|含|包括|包含)[^，。；)]{0,6}(?:上年|上一年|去年|年初|(?:19|20)\d\d\s*年?)度?(?:结转|转结|转入|遗留|未办结|接转|转至今年|转至本年|转到今年)[^，。；]{0,6}$"
)
