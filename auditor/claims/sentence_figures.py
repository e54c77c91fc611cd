"""The figures of one sentence: each quantity and each denial with what it speaks of and what bars it."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.claims.absences import Absence
from auditor.claims.alignment import aligned, aligned_years, each_of
from auditor.claims.channels import is_channel_part, is_topic_part
from auditor.claims.levels import is_level_reached, levels
from auditor.claims.linking.discourse import Discourse
from auditor.claims.linking.dispatch import link
from auditor.claims.linking.heads import is_bare_publication, is_request_result
from auditor.claims.linking.judgement import is_doubtful
from auditor.claims.linking.link import NO_LINK, Link
from auditor.claims.linking.request_figures import is_altogether
from auditor.claims.linking.requests import row_link
from auditor.claims.periods import PeriodMark, kind_and_period, period_marks, period_of
from auditor.claims.quantities import Quantity
from auditor.claims.scopes import ScopeMark, scope_is_own, scope_marks
from auditor.claims.sentence import Mention, Sentence, means_something
from auditor.claims.setting import Setting
from auditor.claims.vocabulary import Term
from auditor.model import Figure, FigureKind, Period
from auditor.resources import load_lexicon


@dataclass
class SentenceReader:
    """Reads the figures of one sentence; ``discourse`` moves on with each of them."""

    raw: str
    sentence: Sentence
    setting: Setting
    section: str
    discourse: Discourse

    def __post_init__(self) -> None:
        self._periods: list[PeriodMark] = period_marks(self.sentence, self.setting)
        self._scopes: list[ScopeMark] | None = None
        self._reached_from = {level.now: level.before for level in levels(self.sentence)}
        self._changes: set[int] = set()
        self._linked: dict[int, list[Link]] = {}
        in_order = any("list:align" in term.concepts for term in self.sentence.terms)
        self._aligned: dict[int, tuple[tuple[Term, ...], tuple[Term, ...]]] = aligned(self.sentence) if in_order else {}
        self._years: dict[int, int] = aligned_years(self.sentence) if in_order else {}

    def _of_year(self, mention: Mention) -> tuple[Mention, Period]:
        """A number that answers to a year of its own: it counts what the first of the row counts."""
        first = min(self._years)
        if mention.place == first:
            self._first_of_years = mention
        own = self._first_of_years.own
        year = self._years[mention.place]
        mention = mention._replace(own=own, earlier=(), unknown=False)
        if self.setting.year is None or year == self.setting.year:
            return mention, "current"
        return mention, "previous" if year < self.setting.year else "future"

    def present(self, mention: Mention) -> list[Figure]:
        """The figures of one quantity: one, or several where it stands for each item of a list."""
        if mention.place in self._aligned:
            own, earlier = self._aligned[mention.place]
            mention = mention._replace(
                own=own,
                earlier=earlier,
                after=False,
                unknown=False,
                left_start=mention.quantity.start,
            )
        kind, period = kind_and_period(self.sentence, mention, self._periods)
        if mention.place in self._reached_from:
            kind = mention.quantity.kind
        if mention.place in self._aligned and self._is_granted_of_row(mention.own):
            granted = row_link("granted", self.setting)
            return [self._figure(mention, granted, kind, period, self._barred(mention, period))]
        if mention.place in self._years:
            mention, period = self._of_year(mention)
        if kind == "growth":
            self._changes.add(mention.place)
            return [self._figure(mention, NO_LINK, kind, period, None)]
        links = self._links(mention)
        barred = self._barred(mention, period) if any(found.address for found in links) else self._part(mention)
        if barred is None and any(found.cues and is_doubtful(found.certainty) for found in links):
            barred = "doubt"
        return [self._figure(mention, found, kind, period, barred) for found in links]

    def without_cell(self, place: int, quantity: Quantity) -> Figure:
        """The figure of a quantity of which no word speaks of the tables."""
        start = self.sentence.phrase_start(quantity.start)
        mention = Mention(place, quantity, (), False, (), (), start, quantity.end, False)
        kind, period = kind_and_period(self.sentence, mention, self._periods)
        return self._figure(mention, NO_LINK, kind, period, None)

    def absent(self, denial: Absence) -> list[Figure]:
        """The figures of one denial: one for each address, all on one span."""
        quantity = Quantity(denial.start, denial.end, 0, None, None, "absence", False, denial.end, denial.end)
        mention = Mention(-1, quantity, (), False, (), (), denial.start, denial.end, False)
        period = period_of(self.sentence, self._periods, mention)
        barred = self._standing(mention, period)
        for address in denial.addresses:
            table, row, *_ = address.split(".")
            self.discourse.subject = row if table == "active" else table
        links = [
            Link(address, denial.alternatives, denial.optional, rule="absence") for address in denial.addresses
        ] or [NO_LINK]
        return [self._figure(mention, found, "absence", period, barred) for found in links]

    def _links(self, mention: Mention) -> list[Link]:
        before = self._reached_from.get(mention.place)
        if before in self._linked:
            # 由9件增至14件: both are numbers of one thing.
            return self._linked[before]
        is_level = is_level_reached(self.sentence, mention.place, self._changes)
        if is_level and not any(map(means_something, mention.own)):
            # The comparison stands between the words and the number: how far that is tells nothing.
            mention = self._of_its_subject(mention)
            found = [one._replace(cues=()) for one in self._linked_by_words(mention)]
        else:
            found = self._linked_by_words(mention)
        self._linked[mention.place] = found
        return found

    def _is_granted_of_row(self, own: tuple[Term, ...]) -> bool:
        """公开、部分公开分别为4件、1件: 公开 among results."""
        others = (term for items, _ in self._aligned.values() for term in items)
        return is_bare_publication(own) and any(is_request_result(term.concepts) for term in others)

    def _of_its_subject(self, mention: Mention) -> Mention:
        """申请数量较上年的15件下降26.7%，为11件: the words before the comparison say what is counted."""
        sentence = self.sentence
        limb = sentence.text.rfind("；", sentence.start, mention.left_start) + 1
        first = next(quantity for quantity in sentence.quantities if quantity.start >= limb)
        own = sentence.between(max(limb, sentence.start), first.start)
        return mention._replace(own=own, earlier=(), unknown=False)

    def _linked_by_words(self, mention: Mention) -> list[Link]:
        items = each_of(self.sentence, mention.place)
        of_results = any(is_request_result(term.concepts) for own in items for term in own)
        each = [
            row_link("granted", self.setting) if of_results and is_bare_publication(own)
            else link(self.sentence, mention._replace(own=own, earlier=(), unknown=False), self.setting, self.discourse)
            for own in items
        ]  # fmt: skip
        if each and all(found.address for found in each):
            return each
        found = link(self.sentence, mention, self.setting, self.discourse)
        of_each = mention.quantity.value == 0 or self.sentence.text.endswith("各", 0, mention.quantity.start)
        if of_each and found.rule.startswith(("dispute", "outcome")) and " + " in (found.address or ""):
            # 行政复议、行政诉讼案件0件: nothing together is nothing of each.
            addresses = (found.address or "").split(" + ")
            return [found._replace(address=address, alternatives=()) for address in addresses]
        return [found]

    def _barred(self, mention: Mention, period: Period) -> str | None:
        """Why a figure is not linked although its words name a cell; None where nothing bars it."""
        return self._part(mention) or self._standing(mention, period)

    def _standing(self, mention: Mention, period: Period) -> str | None:
        """What bars a figure because of the report, the time or the body that it stands in."""
        if self.setting.table_format is None:
            return "format"
        if period != "current":
            return "period"
        if self._scopes is None:
            self._scopes = scope_marks(self.sentence, self.setting)
        if not scope_is_own(self.sentence, self._scopes, mention.quantity.start) and not self._of_all_bodies(mention):
            return "scope"
        return None

    def _of_all_bodies(self, mention: Mention) -> bool:
        """区直部门、街道分别收到41件、96件，共137件: what all bodies of a region counted is the region's own."""
        return (
            (self.setting.body or "").endswith("政府")
            and "分别" in self.sentence.text[self.sentence.start : mention.quantity.start]
            and is_altogether(self.sentence, mention)
        )

    def _part(self, mention: Mention) -> str | None:
        if is_topic_part(self.sentence, mention):
            return "topic"
        return "channel" if is_channel_part(self.sentence, mention) else None

    def _figure(self, mention: Mention, found: Link, kind: FigureKind, period: Period, barred: str | None) -> Figure:
        quantity = mention.quantity
        raw = self.raw
        unit = raw[quantity.unit_start : quantity.unit_end] or ("%" if quantity.unit == "%" else None)
        linked = barred is None
        return Figure(
            text=raw[quantity.start : quantity.end],
            start=quantity.start,
            end=quantity.end,
            section=self.section,
            value=quantity.value,
            value_high=quantity.high,
            unit="%" if quantity.unit == "%" else unit,
            kind=kind,
            approximate=quantity.approximate,
            period=period,
            address=found.address if linked else None,
            alternatives=found.alternatives if linked else (),
            confidence=found.certainty,
            reasons=self._reasons(mention, found, barred),
            optional=found.optional,
            also=found.also if linked else (),
            named=found.address,
            barred=barred if found.address or barred == "channel" else None,
            cues=found.cues,
        )

    def _reasons(self, mention: Mention, found: Link, barred: str | None) -> tuple[str, ...]:
        """The words that led to an address, the rule by its Chinese name, and what bars the link."""
        if found.address is None:
            return ()
        names = load_lexicon("claims/reasons")
        words = [self.raw[term.start : term.end] for term in mention.own if not term.concepts <= {"filler"}]
        rule = names["rules"][found.rule.partition(":")[0]]
        return (*words, rule, names["barred"][barred]) if barred else (*words, rule)
