"""A text becomes figures, sentence by sentence."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from operator import attrgetter

from auditor.claims.absences import absences, may_deny
from auditor.claims.linking.discourse import Discourse
from auditor.claims.quantities import may_hold_quantity, quantities
from auditor.claims.sentence import Sentence, mentions, sentence_of
from auditor.claims.sentence_figures import SentenceReader
from auditor.claims.setting import Setting
from auditor.claims.universals import with_universals
from auditor.claims.vocabulary import (
    Term,
    speaks_of_else,
    speaks_of_requests,
    speaks_of_tables,
    takes_bare_number,
    terms_in,
)
from auditor.language.sentences import sentences
from auditor.model import Figure, Topic

# A sentence with no digit, no Chinese numeral before a measure word and no denial has no figure.
_WORTH_READING = re.compile(
    r"\d|[零一二三四五六七八九十百千万亿两廿成][余多]?\s?"
    r"[件份宗条次起个项例封篇部人名位场期册张本户家款批处类种轮台套座所幅页段集组笔天日工小分周万元亿百倍成年方]"
    r"|分之|未|无|没有|不存在|零"
)
_HEADING = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.是]|\d{1,2}[.、])\s*(?P<title>[^。：:，\n]{2,24})"
)
# A heading inside a paragraph: （二）依申请公开情况。 二是做优申请办理。
_INNER_HEADING = re.compile(
    r"\s*(?:[（(][一二三四五六七八九十]{1,2}[）)]|[一二三四五六七八九]是)[^。：:，；\n]{2,24}[。：:]"
)
_DEFAULTS = (
    ("requests", re.compile(r"依申请|申请公开|公开申请")),
    ("disputes", re.compile(r"复议|诉讼")),
    (
        None,
        re.compile(r"主动公开|信息管理|平台|监督|保障|解读|回应|新媒体|队伍|培训|机制|网站|制度|组织|考核|规范|互动"),
    ),
)


def figures_in(
    text: str, normal: str, setting: Setting, section: str = "", topics: tuple[Topic, ...] = ()
) -> list[Figure]:
    """The figures of a section's text, in order; see docs/figures.md for what is one.

    ``normal`` is the text in its plain form (:func:`auditor.language.normalise.normalise`).
    ``topics`` are the sub-topics that reading found; without them headings inside the text are used.
    """
    found: list[Figure] = []
    terms = terms_in(normal)
    of_requests = still = speaks_of_requests(terms) or not speaks_of_else(terms)
    discourse = Discourse(default=_part_default(setting), of_requests=of_requests)
    paragraph = 0
    for start, end in _pieces(normal, sentences(text)):
        if start == 0 or normal.find("\n", paragraph, start) >= 0 or _INNER_HEADING.match(normal, start):
            paragraph = start
            discourse = _new_paragraph(normal, start, setting, discourse, topics)
            heading = _HEADING.match(normal, start)
            discourse.of_requests = of_requests and not _is_of_else(heading) if heading else still
            still = discourse.of_requests
        if _WORTH_READING.search(normal, start, end):
            said = tuple(terms[bisect_left(terms, (start,)) : bisect_left(terms, (end,))])
            found += _sentence_figures(text, normal, start, end, said, setting, section, discourse)
    return found


_RECEIVED = re.compile(r"收到|新收|受理|收件|接收|登记|办结|答复|办理")


# Longer sentences are no prose; they are read in pieces, so that the cost stays in proportion to the text.
_LONGEST = 1200
_BREAK = re.compile(r"[，；、]")


def _pieces(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        while end - start > _LONGEST:
            stop = _BREAK.search(text, start + _LONGEST, end)
            middle = stop.end() if stop and stop.end() < start + 2 * _LONGEST else min(end, start + _LONGEST)
            yield start, middle
            start = middle
        yield start, end


def _part_default(setting: Setting) -> str | None:
    return {"requests": "requests", "disputes": "disputes"}.get(setting.part or "")


def _new_paragraph(text: str, start: int, setting: Setting, before: Discourse, topics: tuple[Topic, ...]) -> Discourse:
    """The state at the head of a paragraph: its heading's subject, or that of the heading before."""
    # Topics stand in order and apart, so only the last one that has begun can hold the paragraph.
    at = bisect_right(topics, start, key=attrgetter("start")) - 1
    if at >= 0 and start < topics[at].end and topics[at].key is not None:
        default = "requests" if topics[at].key == "requests" else _part_default(setting)
        return Discourse(default=default, disclosure=default is not None)
    heading = _HEADING.match(text, start)
    default = before.default
    if heading:
        title = heading["title"]
        default = next((subject for subject, pattern in _DEFAULTS if pattern.search(title)), _part_default(setting))
    return Discourse(default=default, disclosure=default is not None)


def _is_of_else(heading: re.Match[str]) -> bool:
    """Whether a heading names another matter than requests."""
    return next((subject != "requests" for subject, pattern in _DEFAULTS if pattern.search(heading["title"])), False)


class _CountedEnds:
    """Where the words end that a bare number may count; looked for when the first such number turns up."""

    __slots__ = ("_ends", "_terms")

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = terms
        self._ends: frozenset[int] | None = None

    def __call__(self) -> frozenset[int]:
        if self._ends is None:
            self._ends = frozenset(term.end for term in self._terms if takes_bare_number(term.concepts))
        return self._ends


def _figures_elsewhere(
    raw: str, sentence: Sentence, setting: Setting, section: str, discourse: Discourse
) -> list[Figure]:
    """The figures of a sentence that has no word of what the tables count: they have no cell."""
    if not sentence.quantities:
        return []
    discourse.leave_tables()
    reader = SentenceReader(raw, sentence, setting, section, discourse)
    return [reader.without_cell(place, quantity) for place, quantity in enumerate(sentence.quantities)]


def _sentence_figures(
    raw: str,
    text: str,
    start: int,
    end: int,
    terms: tuple[Term, ...],
    setting: Setting,
    section: str,
    discourse: Discourse,
) -> list[Figure]:
    discourse.received = None
    denies = may_deny(text, start, end)
    if not denies and not may_hold_quantity(text, start, end):
        return []
    begins = discourse.of_requests and discourse.subject is None and _RECEIVED.search(text, start, end)
    found = tuple(quantities(text, start, end, _CountedEnds(terms)))
    if not denies and not begins and not discourse.is_at_tables and not speaks_of_tables(terms):
        return _figures_elsewhere(raw, sentence_of(text, start, end, found, ()), setting, section, discourse)
    sentence = sentence_of(text, start, end, found, terms)
    denials = absences(sentence, setting)
    if denials:
        kept = tuple(
            quantity for quantity in found if not any(denial.start <= quantity.start < denial.end for denial in denials)
        )
        sentence = sentence_of(text, start, end, kept, terms)
    if not sentence.quantities and not denials:
        return []
    reader = SentenceReader(raw, sentence, setting, section, discourse)
    figures: list[Figure] = []
    for mention in mentions(sentence):
        while denials and denials[0].start < mention.quantity.start:
            figures += reader.absent(denials.pop(0))
        figures += reader.present(mention)
    for denial in denials:
        figures += reader.absent(denial)
    return with_universals(sentence, figures)
