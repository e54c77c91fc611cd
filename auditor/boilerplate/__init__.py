"""Which sentences of part 五 say nothing, and why.

``classify`` labels sentences by themselves, ``label_report`` the units of a report's part 五.  Labels and
units follow docs/boilerplate; until a classifier is trained the hollow score decides and there are no
probabilities.
"""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model import Label, LabelledSentence, Report, SentenceRole

__all__ = ["classify", "label_report", "label_text"]


def classify(sentences: Sequence[str]) -> list[Label]:
    """One label for each sentence, each judged by itself."""
    from auditor.boilerplate.baseline import judge
    from auditor.language.normalise import normalise

    return [judge(sentence, normalise(sentence)) for sentence in sentences]


def label_text(text: str, section: str) -> list[LabelledSentence]:
    """The labelled units of one section's text; a unit without a role of its own continues the one before."""
    from auditor.boilerplate.baseline import judge
    from auditor.boilerplate.units import units
    from auditor.language.normalise import normalise

    plain = normalise(text)
    found: list[LabelledSentence] = []
    course: SentenceRole = "other"
    for start, end in units(text):
        label = judge(text[start:end], plain[start:end], course)
        course = label.role
        found.append(LabelledSentence(section, start, end, text[start:end], label))
    return found


def label_report(report: Report) -> list[LabelledSentence]:
    """The labelled units of part 五, in order; none where the report has no such part."""
    return [
        labelled
        for section in report.sections
        if section.part == "problems"
        for labelled in label_text(section.text, section.number)
    ]
