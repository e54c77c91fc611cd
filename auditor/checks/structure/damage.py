"""Damaged text and private data (errors 32, 33)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from auditor.checks.prose import prose
from auditor.checks.registry import Case, Violation, rule
from auditor.model import Severity
from auditor.reading.notes import ENCODING_WRONG, TEXT_DAMAGED
from auditor.resources import load_lexicon


@cache
def _damaged() -> tuple[re.Pattern[str], dict[str, re.Pattern[str]]]:
    """One pattern for all damage, made of alternatives that begin with plain characters, and one for each kind."""
    words = load_lexicon("structure")["damage"]
    groups = {
        "garbled": "|".join(map(re.escape, words["garbled"])),
        "spam": "|".join(map(re.escape, words["spam"])),
        "markup": "|".join(words["markup"]),
        "link": "|".join(words["link"]),
        "typo": "|".join(map(re.escape, words["typos"])),
        "doubled": words["doubled"],
    }
    return re.compile("|".join(groups.values())), {kind: re.compile(pattern) for kind, pattern in groups.items()}


@rule("S411", "warning", "#32")
def text_damaged(case: Case) -> Iterator[Violation]:
    """Garbled characters, markup, placeholder links, spam or known misprints stand in the text."""
    damaged, kinds = _damaged()
    for part in prose(case):
        for match in damaged.finditer(part.plain):
            kind = next(kind for kind, pattern in kinds.items() if pattern.match(part.plain, match.start()))
            severity: Severity = "info" if kind == "doubled" else "warning"
            yield Violation({"text": match.group()}, spans=(part.span(*match.span()),), variant=kind, severity=severity)
    for note in case.report.notes:
        if note.code == TEXT_DAMAGED:
            yield Violation(dict(note.details), variant="lost", subject="lost")
        elif note.code == ENCODING_WRONG:
            yield Violation(dict(note.details), severity="info", variant="encoding", subject="encoding")


_NUMBER = re.compile(
    r"[1-8]\d{10}(?<![\dA-Za-z].{11})(?:(?P<identity>\d{6}[\dXx])|(?P<mobile>(?<=1[3-9].{9})))(?![\dA-Za-z])"
)


@cache
def _words(key: str) -> tuple[str, ...]:
    return tuple(load_lexicon("structure")["privacy"][key])


def _is_day(digits: str) -> bool:
    year, month, day = int(digits[:4]), int(digits[4:6]), int(digits[6:])
    if not (1900 <= year < 2100 and 1 <= month <= 12 and 1 <= day <= 31):
        return False
    last = (date(year + month // 12, month % 12 + 1, 1) - date(year, month, 1)).days
    return day <= last


@rule("S421", "warning", "#33")
def private_number(case: Case) -> Iterator[Violation]:
    """An identity number or a mobile number stands in the text; an office's own contact is only pointed out."""
    for part in prose(case):
        for match in _NUMBER.finditer(part.plain):
            start, end = part.sentence_around(match.start())
            sentence = part.plain[start:end]
            if any(word in sentence for word in _words("code_words")):
                continue
            digits = match.group()
            masked = digits[:3] + "*" * (len(digits) - 5) + digits[-2:]
            span = (part.span(*match.span()),)
            if match["identity"]:
                if _is_day(digits[6:14]):
                    yield Violation({"masked": masked}, spans=span, variant="identity")
            elif any(word in sentence for word in _words("contact")):
                yield Violation({"masked": masked}, spans=span, severity="info", variant="contact")
            else:
                yield Violation({"masked": masked}, spans=span)
