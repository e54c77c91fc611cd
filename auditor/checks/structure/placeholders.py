"""What was left to fill in: a measure word without its number, XX, ____, （此处填写） (error 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.prose import Prose, prose
from auditor.checks.registry import Case, Violation, rule
from auditor.resources import load_lexicon

# Each pattern begins with plain characters: the engine then skips to the places where one stands.
_CROSS = re.compile(
    r"[Xx×](?:(?<![A-Za-z0-9./@_\-].)[Xx×]+(?![A-Za-z0-9./@_\-])"
    r"|(?<![A-Za-z0-9./@_\-].)(?=[年月日件条次])|(?<=(?<!\d)20.)[Xx×]?(?=年))"
)


@cache
def _number_missing() -> re.Pattern[str]:
    words = load_lexicon("structure")["placeholder"]
    verbs, objects = "|".join(words["verbs"]), "|".join(words["objects"])
    measures, ends = "|".join(words["measures"]), r"(?=\s*(?:[，。；、]|$))"
    noun = words["noun_before"]
    # 依申请公开件 and 申请件 are nouns; only a space before the measure word shows that a number is missing.
    return re.compile(
        rf"(?:{verbs})(?:了|出)?(?:(?<!{noun}公开)(?:(?:{objects})(?<!{noun}))?(?:{measures}){ends}"
        rf"|(?:{objects})?[ _]+(?:{measures})(?:{ends}|(?={words['requests']})))",
        re.MULTILINE,
    )


@cache
def _tail_without_number() -> re.Pattern[str]:
    words = load_lexicon("structure")["placeholder"]
    tails, measures = "|".join(words["tails"]), "|".join(words["tail_measures"])
    return re.compile(rf"(?:{tails})(?:{measures})(?=\s*(?:[，。；、]|$))", re.MULTILINE)


@cache
def _blank() -> re.Pattern[str]:
    # Each wording with what follows it, and no group of them: else the engine would not skip to their beginnings.
    fill_in = "|".join(
        rf"{re.escape(words)}[^，。；\n]{{0,6}}" for words in load_lexicon("structure")["placeholder"]["fill_in"]
    )
    return re.compile(rf"__+|＿＿+|年\s+月\s+日|{fill_in}")


def _in_name(part: Prose, match: re.Match[str]) -> bool:
    """“XX+政务公开” in quotes is a pattern of speech, and a title 《XX…》 may be quoted as masked."""
    return part.without_names[match.start()].isspace()


@rule("S401", "error", "#21")
def placeholder_left(case: Case) -> Iterator[Violation]:
    """A place of the template was never filled in."""
    for part in prose(case):
        found: set[int] = set()
        for match in _number_missing().finditer(part.plain):
            yield _left(part, match, "number")
            found.add(match.end())
        for match in _tail_without_number().finditer(part.plain):
            if match.end() not in found:
                yield _left(part, match, "number")
        for match in _CROSS.finditer(part.plain):
            if not _in_name(part, match):
                yield _left(part, match, "")
        for match in _blank().finditer(part.plain):
            yield _left(part, match, "")


def _left(part: Prose, match: re.Match[str], variant: str) -> Violation:
    return Violation({"text": match.group().strip()}, spans=(part.span(*match.span()),), variant=variant)
