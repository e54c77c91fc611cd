"""均 and 全部: a second claim beside the link, that a part equals the whole of n (docs/figures.md 3.4)."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.claims.linking import requests
from auditor.claims.sentence import Sentence
from auditor.claims.vocabulary import Term
from auditor.model import Figure


def with_universals(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """The figures of a sentence with what 均 and 全部 add.

    The part that all of n belong to is also right, and must equal n.
    """
    for index, figure in enumerate(figures):
        address = figure.address
        if address is None or figure.kind != "count":
            continue
        if address == requests.NEW and requests.HANDLED not in figure.alternatives:
            figures[index] = figure = _all_finished(sentence, figures, index)
        # A change between (较上年增长50%) does not part the statement from its number.
        following = next((other for other in figures[index + 1 :] if other.kind != "growth"), None)
        end = following.start if following is not None else sentence.end
        part = _part_of_all(sentence, figure, end)
        if part is None:
            continue
        figures[index] = _with_part(figure, part)
        outcome = part.rpartition(".")[2]
        if address.startswith("disputes.") and outcome != "total":
            _carry_back(figures, index, outcome)
    return figures


def _with_part(figure: Figure, part: str) -> Figure:
    alternatives = tuple(dict.fromkeys((*figure.alternatives, part)))
    return replace(figure, alternatives=alternatives, also=(*figure.also, part))


def _carry_back(figures: list[Figure], index: int, outcome: str) -> None:
    """复议7件、诉讼9件，均获维持: what is said of the last total is said of those joined to it, too."""
    for place in range(index - 1, -1, -1):
        address = figures[place].address or ""
        if not (address.startswith("disputes.") and address.endswith(".total")):
            break
        figures[place] = _with_part(figures[place], address.replace(".total", f".{outcome}"))


_ALL_OF = re.compile(r"(?:均|全部|都|皆|全)")


# 均未败诉 says what did not happen.
_DENIED = re.compile(r"[未无没]")
_PHRASE_END = re.compile(r"[，；。：)\n]")


_LIMB_END = re.compile(r"[；。\n]")


def _all_finished(sentence: Sentence, figures: list[Figure], index: int) -> Figure:
    """收到n件，其中网络m件……，均已答复: behind a list of its parts, too, all of n are said to be finished."""
    figure = figures[index]
    stop = _LIMB_END.search(sentence.text, figure.end, sentence.end)
    end = stop.start() if stop else sentence.end
    inside = [other for other in figures[index + 1 :] if other.start < end]
    if any(not (other.address or "requests.new.").startswith("requests.new.") for other in inside):
        return figure
    terms = sentence.between(inside[-1].end if inside else figure.end, end)
    for term in terms:
        if "universal" not in term.concepts:
            continue
        phrase = _PHRASE_END.search(sentence.text, term.end, end)
        limit = phrase.start() if phrase else end
        if "finish" in requests.verbs_of(other for other in terms if term.start <= other.start and other.end <= limit):
            return replace(figure, alternatives=(*figure.alternatives, requests.HANDLED))
    return figure


def _part_of_all(sentence: Sentence, figure: Figure, end: int) -> str | None:
    tail_start = figure.end
    stop = re.compile(r"[。；\n]").search(sentence.text, tail_start, end)
    terms = sentence.between(tail_start, stop.start() if stop else end)
    universals = [term for term in terms if "universal" in term.concepts or _ALL_OF.match(sentence.text, term.start)]
    if not universals:
        return _single_outcome(sentence, figure, terms)
    phrase_end = _PHRASE_END.search(sentence.text, universals[0].end, end)
    limit = phrase_end.start() if phrase_end else end
    after = [term for term in terms if term.start >= universals[0].start and term.end <= limit]
    if figure.address == requests.NEW:
        columns = list(dict.fromkeys(column for _, column in requests.concepts_of(after, "applicant:")))
        rows = [row for _, row in requests.concepts_of(after, "result:") if "|" not in row and "+" not in row]
        if len(columns) == 1:
            return f"requests.new.{columns[0]}"
        return f"requests.{rows[0]}.total" if rows else None
    if figure.address is not None and figure.address.startswith("disputes.") and figure.address.endswith(".total"):
        if figure.address == "disputes.litigation.total":
            kinds = [kind for _, kind in requests.concepts_of(after, "dispute:litigation_")]
            if len(set(kinds)) == 1:
                return f"disputes.litigation_{kinds[0]}.total"
        if _DENIED.match(sentence.text, universals[0].end):
            return None
        outcomes = [name for _, name in requests.concepts_of(after, "outcome:") if "|" not in name]
        if outcomes and " " not in figure.address:
            return figure.address.replace(".total", f".{outcomes[0]}")
    return None


_COMMA_REMARK = re.compile(r"\s*，[^，。；()\d]{2,14}(?=[，。；)]|$)")
_REMARK = re.compile(r"\s*\([^()\d]{2,14}\)")


def _single_outcome(sentence: Sentence, figure: Figure, terms: tuple[Term, ...]) -> str | None:
    """复议1件（申请人撤回结案）, 复议1件，结果维持: a remark says the outcome of the one case."""
    remark = _REMARK.match(sentence.text, figure.end) or _COMMA_REMARK.match(sentence.text, figure.end)
    if remark is None or figure.value != 1 or not (figure.address or "").endswith(".total"):
        return None
    if not (figure.address or "").startswith("disputes.") or " " in (figure.address or ""):
        return None
    inside = [term for term in terms if term.end <= remark.end()]
    outcomes = [name for _, name in requests.concepts_of(inside, "outcome:") if "|" not in name]
    return (figure.address or "").replace(".total", f".{outcomes[0]}") if outcomes else None
