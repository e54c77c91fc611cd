"""Rules by code: how a rule is declared, and what it may look at.

A rule is a function ``(case) -> Iterator[Violation]`` with a code, registered by ``@rule``.  It says
*what* is wrong; the words are in ``lexicons/rules/<letter>.toml``, the fingerprint and the order of
findings are made in ``auditor.checks.run``, once for all rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar, cast

from auditor.model import Figure, LabelledSentence, Relation, Repair, Report, Severity, Span

if TYPE_CHECKING:
    from auditor.settings import Settings


@dataclass(frozen=True, slots=True)
class Case:
    """All that a rule may look at."""

    report: Report
    figures: Sequence[Figure] = ()
    relations: Sequence[Relation] = ()
    sentences: Sequence[LabelledSentence] = ()
    previous: Report | None = None
    published: date | None = None
    settings: Settings | None = None
    memo: dict[object, Any] = field(default_factory=dict, init=False, compare=False, repr=False)


Result = TypeVar("Result")


def once_per_case(function: Callable[[Case], Result]) -> Callable[[Case], Result]:
    """Let several rules share what one look at the case yields: computed at first use, kept with the case."""

    @wraps(function)
    def shared(case: Case) -> Result:
        try:
            return cast("Result", case.memo[function])
        except KeyError:
            result = case.memo[function] = function(case)
            return result

    return shared


class Violation(NamedTuple):
    """What a rule found: facts, no sentences.

    ``fields`` fill the message of the rule's page (``{name}``), the same for Chinese and English; a
    field that differs by language is a pair ``(zh, en)``.  ``variant`` chooses another message of the
    page (``message_<variant>``).  ``values`` go to the finding as they are (JSON values, Decimals as
    strings).  ``severity`` overrides the rule's own where the case is less, or more, certain.
    ``subject`` tells findings of one rule apart that have neither address nor span (the number of a
    missing part); only the fingerprint uses it.
    """

    fields: Mapping[str, object]
    addresses: tuple[str, ...] = ()
    spans: tuple[Span, ...] = ()
    values: Mapping[str, Any] = {}
    repair: Repair | None = None
    severity: Severity | None = None
    variant: str = ""
    subject: str = ""


Check = Callable[[Case], Iterator[Violation]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A registered rule; ``handbook`` are the ids of the handbook's relations and numbered errors."""

    code: str
    severity: Severity
    handbook: tuple[str, ...]
    check: Check


@dataclass(slots=True)
class _Registry:
    rules: dict[str, Rule] = field(default_factory=dict)


_REGISTRY = _Registry()


def rule(code: str, severity: Severity, *handbook: str) -> Callable[[Check], Check]:
    """Register a function as the rule ``code``.

    Raises:
        ValueError: the code is taken; a code, once published, is never reused.
    """

    def register(check: Check) -> Check:
        if code in _REGISTRY.rules:
            raise ValueError(f"rule code {code} is taken")
        _REGISTRY.rules[code] = Rule(code, severity, handbook, check)
        return check

    return register


def registered() -> Mapping[str, Rule]:
    """All rules by code; importing ``auditor.checks`` registers every family."""
    return _REGISTRY.rules
