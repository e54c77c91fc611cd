"""What was left to fill in: a measure word without its number, XX, ____, （此处填写） (error 21)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from auditor.checks.prose import prose, without_names
from auditor.checks.registry import Case, Violation, rule
from auditor.resources import load_lexicon


@cache
def _placeholder() -> re.Pattern[str]:
    words = load_lexicon("structure")["placeholder"]
    verbs, objects = "|".join(words["verbs"]), "|".join(words["objects"])
    measures, ends = "|".join(words["measures"]), r"(?=\s*(?:[，。；、]|$|\n))"
    fill_in = "|".join(map(re.escape, words["fill_in"]))
    return re.compile(
        # 依申请公开件 and 申请件 are nouns; only a space before the measure word shows that a number is missing.
        rf"(?P<number>(?<!申请)(?:{verbs})(?:了|出)?(?:(?:{objects})(?<!申请))?(?:{measures}){ends}"
        rf"|(?:(?:{verbs})(?:了|出)?(?:{objects})?)[ _]+(?:{measures})"
        rf"(?:{ends}|(?=(?:政府信息公开|依申请公开|信息公开)申请)))"
        rf"|(?P<cross>(?<![A-Za-z0-9./@_\-])(?:[Xx×]{{2,}}(?![A-Za-z0-9./@_\-])|[Xx×](?=[年月日件条次]))"
        rf"|(?<!\d)20[Xx×]{{1,2}}(?=年))"
        rf"|(?P<blank>[_＿]{{2,}}|年\s+月(?:\s+日)?|(?:{fill_in})[^，。；\n]{{0,6}})",
        re.MULTILINE,
    )


@rule("S401", "error", "#21")
def placeholder_left(case: Case) -> Iterator[Violation]:
    """A place of the template was never filled in."""
    for part in prose(case.report):
        bare: str | None = None
        for match in _placeholder().finditer(part.plain):
            kind = match.lastgroup or ""
            if kind == "cross":
                # “XX+政务公开” in quotes is a pattern of speech, and a title 《XX…》 may be quoted as masked.
                bare = without_names(part.plain) if bare is None else bare
                if bare[match.start()].isspace():
                    continue
            fields = {"text": match.group().strip()}
            yield Violation(fields, spans=(part.span(*match.span()),), variant="number" if kind == "number" else "")
