"""A name for a finding that survives re-runs and unrelated edits.

It is a hash of the rule and of the addresses that the finding rests on, or, where it rests on none, of
the sentence that it stands in with digits, spaces and punctuation out.  Path, offsets, values and the
message have no part in it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from auditor.language.sentences import LONGEST
from auditor.model import Report, Span

LENGTH = 16
_END_OF_SENTENCE = "。！？；!?;\n"
_NOT_WORDS = re.compile(r"[\W\d_]+")


def masked_sentence(report: Report, span: Span) -> str:
    """The sentence around a span without digits, spaces and punctuation."""
    for section in report.sections:
        if section.number == span.section:
            text = section.text
            first, last = max(0, span.start - LONGEST), span.end + LONGEST
            start = max(first - 1, *(text.rfind(mark, first, span.start) for mark in _END_OF_SENTENCE)) + 1
            ends = [end for mark in _END_OF_SENTENCE if (end := text.find(mark, span.end, last)) >= 0]
            return _words(text[start : min(ends, default=last)])
    return ""


@lru_cache(maxsize=64)
def _words(sentence: str) -> str:
    # A sentence with many findings is masked once.
    return _NOT_WORDS.sub("", sentence)


def identity(rule: str, addresses: tuple[str, ...], spans: tuple[Span, ...], subject: str, report: Report) -> str:
    """What makes a finding the same one in another run; equal ones are told apart by their ordinal."""
    if addresses:
        return "|".join((rule, *addresses))
    sentence = masked_sentence(report, spans[0]) if spans else ""
    return "|".join((rule, sentence, "" if sentence else subject))


def fingerprint(identity_text: str, ordinal: int) -> str:
    """16 hexadecimal digits of the identity and the ordinal among equals (from 0)."""
    return sha256(f"{identity_text}|{ordinal}".encode()).hexdigest()[:LENGTH]
