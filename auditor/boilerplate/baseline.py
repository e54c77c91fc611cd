"""The transparent baseline: how much a sentence says, counted in tenths of a point (handbook 4.4).

``2·[number] + 2·[document] + 2·[deadline] + 1.5·[column] + 1.5·[unit] + 1·[instrument] + 2·[result] +
1·[cause] + 0.5·[field] − hollow hits − 0.2·intensifiers``.  It stays beside any classifier: every label
names the phrases that it rests on.
"""

from __future__ import annotations

from typing import Literal

from auditor.boilerplate.hollow import hollow_hits, intensifiers
from auditor.boilerplate.roles import own_role, without_marker
from auditor.boilerplate.specificity import specific_marks
from auditor.model import Label, SentenceLabel, SentenceRole
from auditor.resources import load_lexicon

Concreteness = Literal["hollow", "middling", "concrete"]

_HIT = 10
_INTENSIFIER = 2
_CONCRETE = 20


def judge(sentence: str, plain: str, course: SentenceRole = "other") -> Label:
    """The label of one sentence by the hollow score: no probabilities, reasons in Chinese.

    ``plain`` is the normalised sentence, which is judged; the reasons quote the sentence as written.  A
    sentence without a role of its own goes on in that of ``course``, the sentence before it.
    """
    text = without_marker(plain)
    written = sentence[len(plain) - len(text) :]
    hits, marks, empty = hollow_hits(text), specific_marks(text), intensifiers(text)
    score = sum(mark.tenths for mark in marks) - _HIT * sum(hit.weight for hit in hits) - _INTENSIFIER * len(empty)
    label: SentenceLabel
    if score <= 0 and hits:
        label = "boilerplate"
    elif score >= _CONCRETE:
        label = "substantive"
    else:
        label = "mixed" if marks else "boilerplate"
    words = load_lexicon("boilerplate/roles")["reasons"]
    reasons = [
        words["specific"].format(name=mark.name, phrase=written[mark.start : mark.end].strip()) for mark in marks
    ]
    reasons += [
        words["hollow_double" if hit.weight > 1 else "hollow"].format(phrase=written[hit.start : hit.end])
        for hit in hits
    ]
    reasons += [words["intensifier"].format(phrase=phrase) for phrase in dict.fromkeys(empty)]
    if not marks:
        reasons.append(words["nothing"])
    role = own_role(plain)
    if role == "other" and course in ("problem", "measure", "result"):
        role = course
    return Label(label, role, None, tuple(reasons))
