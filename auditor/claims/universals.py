"""均 and 全部: a second claim beside the link, that a part equals the whole of n (docs/figures.md 3.4)."""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.claims.linking import requests
from auditor.claims.sentence import Sentence
from auditor.claims.vocabulary import Term
from auditor.model import Figure


def with_universals(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
    """What 均 and 全部 add: the part that all of n belong to is also right, and must equal n (figures.md 3.4)."""
    for index, figure in enumerate(figures):
        if figure.address is None or figure.kind != "count":
            continue
        end = figures[index + 1].start if index + 1 < len(figures) else sentence.end
        part = _part_of_all(sentence, figure, end)
        if part is None:
            continue
        figures[index] = replace(
            figure, alternatives=tuple(dict.fromkeys((*figure.alternatives, part))), also=(*figure.also, part)
        )
        for earlier in range(index - 1, -1, -1):
            other = figures[earlier]
            if not (other.address or "").startswith("disputes.") or not (other.address or "").endswith(".total"):
                break
            if not figure.address.startswith("disputes."):
                break
            named = (other.address or "").replace(".total", "." + part.split(".")[-1])
            figures[earlier] = replace(other, alternatives=(*other.alternatives, named), also=(*other.also, named))
    return figures


_ALL_OF = re.compile(r"(?:均|全部|都|皆|全)")


_PHRASE_END = re.compile(r"[，；。：)\n]")


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
        outcomes = [name for _, name in requests.concepts_of(after, "outcome:") if "|" not in name]
        if outcomes and " " not in figure.address:
            return figure.address.replace(".total", f".{outcomes[0]}")
    return None


_REMARK = re.compile(r"\s*\([^()\d]{2,14}\)")


def _single_outcome(sentence: Sentence, figure: Figure, terms: tuple[Term, ...]) -> str | None:
    """复议1件（申请人撤回结案）: a remark in brackets says the outcome of the one case."""
    remark = _REMARK.match(sentence.text, figure.end)
    if remark is None or figure.value != 1 or not (figure.address or "").endswith(".total"):
        return None
    if not (figure.address or "").startswith("disputes.") or " " in (figure.address or ""):
        return None
    inside = [term for term in terms if term.end <= remark.end()]
    outcomes = [name for _, name in requests.concepts_of(inside, "outcome:") if "|" not in name]
    return (figure.address or "").replace(".total", f".{outcomes[0]}") if outcomes else None
