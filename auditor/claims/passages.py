"""A text becomes figures: sentence by sentence, quantity by quantity, each with what it speaks of."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from auditor.claims.absences import Absence, absences
from auditor.claims.alignment import aligned, each_of
from auditor.claims.barriers import (
    PeriodMark,
    is_channel_part,
    period_marks,
    period_of,
    scope_is_own,
    scope_marks,
)
from auditor.claims.linking import disputes, requests
from auditor.claims.linking.discourse import Discourse, link
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.quantities import Quantity, quantities
from auditor.claims.sentence import Mention, Sentence, mentions, sentence_of
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import terms_in
from auditor.language.normalise import normalise
from auditor.language.phrases import trie_pattern
from auditor.language.sentences import sentences
from auditor.model import Figure, FigureKind, Period, Topic
from auditor.resources import load_lexicon

_WORTH_READING = re.compile(r"[\d零一二三四五六七八九十百千万亿两廿]|未|无|没有|不存在")
_HEADING = re.compile(r"\s*(?:[（(]?[一二三四五六七八九十]{1,2}[）)、.]|\d{1,2}[.、])\s*(?P<title>[^。：:，\n]{2,24})")
_DEFAULTS = (
    ("requests", re.compile(r"依申请|申请公开|公开申请")),
    ("disputes", re.compile(r"复议|诉讼")),
    (
        None,
        re.compile(r"主动公开|信息管理|平台|监督|保障|解读|回应|新媒体|队伍|培训|机制|网站|制度|组织|考核|规范|互动"),
    ),
)


def figures_in(text: str, setting: Setting, section: str = "", topics: tuple[Topic, ...] = ()) -> list[Figure]:
    """The figures of a section's text, in order; see docs/figures.md for what is one.

    ``topics`` are the sub-topics that reading found; without them headings inside the text are used.
    """
    normal = normalise(text)
    found: list[Figure] = []
    discourse = Discourse(default=_part_default(setting))
    paragraph = 0
    for start, end in sentences(text):
        if normal.find("\n", paragraph, start) >= 0 or start == 0:
            paragraph = start
            discourse = _new_paragraph(normal, start, setting, discourse, topics)
        if not _WORTH_READING.search(normal, start, end):
            continue
        found += _sentence_figures(text, normal, start, end, setting, section, discourse)
    return found


def _part_default(setting: Setting) -> str | None:
    return {"requests": "requests", "disputes": "disputes"}.get(setting.part or "")


def _new_paragraph(text: str, start: int, setting: Setting, before: Discourse, topics: tuple[Topic, ...]) -> Discourse:
    """The state at the head of a paragraph: its heading's subject, or that of the heading before."""
    for topic in topics:
        if topic.start <= start < topic.end and topic.key is not None:
            default = "requests" if topic.key == "requests" else _part_default(setting)
            return Discourse(default=default, disclosure=default is not None)
    heading = _HEADING.match(text, start)
    default = before.default
    if heading:
        default = next(
            (subject for subject, pattern in _DEFAULTS if pattern.search(heading["title"])), _part_default(setting)
        )
    return Discourse(default=default, disclosure=default is not None)


def _sentence_figures(
    raw: str, text: str, start: int, end: int, setting: Setting, section: str, discourse: Discourse
) -> list[Figure]:
    terms = terms_in(text, start, end)
    counted = frozenset(
        term.end
        for term in terms
        if any(not concept.startswith(("filler", "foreign", "channel", "by_topic")) for concept in term.concepts)
    )
    found = quantities(text, start, end, counted)
    sentence = sentence_of(text, start, end, tuple(found), tuple(terms))
    denials = absences(sentence, setting)
    if denials:
        kept = [q for q in found if not any(d.start <= q.start < d.end for d in denials)]
        if len(kept) != len(found):
            sentence = sentence_of(text, start, end, tuple(kept), tuple(terms))
    if not sentence.quantities and not denials:
        return []
    marks, scopes = period_marks(sentence, setting), scope_marks(sentence, setting)
    items = aligned(sentence)
    figures: list[Figure] = []
    waiting = list(denials)
    for mention in mentions(sentence):
        while waiting and waiting[0].start < mention.quantity.start:
            figures += _absent(raw, sentence, waiting.pop(0), marks, scopes, setting, section, discourse)
        figures += _present(raw, sentence, mention, marks, scopes, items, setting, section, discourse)
    for denial in waiting:
        figures += _absent(raw, sentence, denial, marks, scopes, setting, section, discourse)
    return _universal(sentence, figures)


def _present(raw, sentence, mention, marks, scopes, items, setting, section, discourse):  # type: ignore[no-untyped-def]
    """The figures of one quantity: one, or several where it stands for each item of a list."""
    quantity: Quantity = mention.quantity
    if mention.index in items:
        mention = mention._replace(
            own=items[mention.index], earlier=(), after=False, unknown=False, left_start=quantity.start
        )
    kind, period = _kind_and_period(sentence, mention, marks)
    if kind == "growth":
        return [_figure(raw, sentence, mention, NO_LINK, kind, period, None, section)]
    listed = each_of(sentence, mention.index)
    links = []
    for own in listed:
        links.append(link(sentence, mention._replace(own=own, earlier=(), unknown=False), setting, discourse))
    if not links or not all(found.address for found in links):
        links = [link(sentence, mention, setting, discourse)]
    barred = _barred(sentence, mention, period, kind, scopes, setting)
    return [_figure(raw, sentence, mention, found, kind, period, barred, section) for found in links]


def _figure(
    raw: str, sentence: Sentence, mention: Mention, found: Link, kind: FigureKind, period: Period, barred: str | None,
    section: str,
) -> Figure:  # fmt: skip
    quantity = mention.quantity
    linked = barred is None
    words = tuple(raw[term.start : term.end] for term in mention.own if not term.concepts <= {"filler"})
    reasons = (*words, found.rule) if found.address else words
    if found.address and barred:
        reasons = (*reasons, f"not linked: {barred}")
    unit = raw[quantity.unit_start : quantity.unit_end] if quantity.unit_end > quantity.unit_start else None
    return Figure(
        text=raw[quantity.start : quantity.end],
        start=quantity.start,
        end=quantity.end,
        section=section,
        value=quantity.value,
        value_high=quantity.high,
        unit="%" if quantity.unit == "%" else unit,
        kind=kind,
        approximate=quantity.approximate,
        period=period,
        address=found.address if linked else None,
        alternatives=found.alternatives if linked else (),
        confidence=found.certainty,
        reasons=reasons,
        optional=found.optional,
        also=found.also if linked else (),
        named=found.address,
        barred=barred if found.address or barred == "channel" else None,
    )


@cache
def _growth() -> re.Pattern[str]:
    lexicon = load_lexicon("claims/periods")
    up, down = (trie_pattern(map(normalise, lexicon[key])) for key in ("growth_up", "growth_down"))
    return re.compile(rf"(?:{up}|{down})(?:了|幅度|比例|率|约)?(?:达|为)?\s*$")


_COMPARING = re.compile(r"较|比(?!例|率|重|对|较)|同比|环比|相比")


def _kind_and_period(sentence: Sentence, mention: Mention, marks: list[PeriodMark]) -> tuple[FigureKind, Period]:
    quantity = mention.quantity
    before = max(sentence.start, quantity.start - 8)
    changed = _growth().search(sentence.text, before, quantity.start) is not None
    compared = _COMPARING.search(sentence.text, sentence.start, quantity.start) is not None
    growth = quantity.unit in ("个百分点", "百分点") or (
        changed and (quantity.kind == "rate" or (compared and quantity.kind in ("count", "money")))
    )
    if growth:
        return "growth", "current"
    return quantity.kind, period_of(sentence, marks, mention)


def _barred(sentence, mention, period, kind, scopes, setting):  # type: ignore[no-untyped-def]
    """Why a figure is not linked although its words name a cell; None where nothing bars it."""
    if setting.table_format is None:
        return "format"
    if kind == "growth":
        return "growth"
    if period != "current":
        return "period"
    if not scope_is_own(sentence, scopes, mention.quantity.start):
        return "scope"
    own = mention.own
    if any("by_topic" in term.concepts and not _about_disclosure(sentence.text, term.end) for term in own) and not any(
        concept.startswith(("result:", "outcome:")) for term in own for concept in term.concepts
    ):
        return "topic"
    if is_channel_part(sentence, mention, object_known=True):
        return "channel"
    return None


_OWN_DISCLOSURE = re.compile(
    r"(?:我|本)?(?:办|局|机关|单位|厅|委|镇|县|市|区)?的?(?:政府)?信息公开|(?:我|本)(?:办|局|机关|单位|厅|委|镇)"
)


def _about_disclosure(text: str, position: int) -> bool:
    """Whether 涉及 leads to the disclosure of information itself, which is no topic of its own."""
    return _OWN_DISCLOSURE.match(text, position) is not None


def _absent(raw, sentence, denial: Absence, marks, scopes, setting, section, discourse):  # type: ignore[no-untyped-def]
    """The figures of one denial: one for each address, all on one span."""
    mention = Mention(
        -1, Quantity(denial.start, denial.end, 0, None, None, "absence", False, denial.end, denial.end),
        (), False, (), (), denial.start, denial.end, False,
    )  # fmt: skip
    period = period_of(sentence, marks, mention)
    barred = None
    if setting.table_format is None:
        barred = "format"
    elif period not in ("current",):
        barred = "period"
    elif not scope_is_own(sentence, scopes, denial.start):
        barred = "scope"
    text = raw[denial.start : denial.end]
    for address in denial.addresses:
        discourse.subject = address.split(".")[0] if not address.startswith("active") else address.split(".")[1]
    figures = []
    for address in denial.addresses or (None,):
        found = Link(address, denial.alternatives, denial.optional, rule="absence") if address else NO_LINK
        figures.append(
            replace(_figure(raw, sentence, mention, found, "absence", period, barred, section), text=text, value=0)
        )
    return figures


_ALL = re.compile(r"均|全部|都|皆")


def _universal(sentence: Sentence, figures: list[Figure]) -> list[Figure]:
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


def _part_of_all(sentence: Sentence, figure: Figure, end: int) -> str | None:
    tail_start = figure.end
    stop = re.compile(r"[。；\n]").search(sentence.text, tail_start, end)
    terms = sentence.between(tail_start, stop.start() if stop else end)
    universals = [term for term in terms if "universal" in term.concepts or _ALL_OF.match(sentence.text, term.start)]
    if not universals:
        return None
    after = [term for term in terms if term.start >= universals[0].start]
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


__all__ = ["disputes", "figures_in"]
