"""The pages of the rules as ``auditor explain`` prints them, and the list of ``auditor rules``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import auditor.checks  # noqa: F401  (registers every family)
from auditor.checks.examples import case_of, last_year_of, report_of
from auditor.checks.registry import Rule, registered
from auditor.checks.run import run
from auditor.errors import UsageError
from auditor.naming import Language, name_of
from auditor.resources import load_lexicon

KEYS = ("title", "message", "checks", "why", "source")


def page_of(code: str) -> Mapping[str, Any]:
    """The entry of a rule in ``lexicons/rules``.

    Raises:
        UsageError: there is no rule of this code.
    """
    if code not in registered():
        raise UsageError("unknown_rule", code=code)
    entry: Mapping[str, Any] = load_lexicon(f"rules/{code[0]}")[code]
    return entry


def page(code: str, lang: Language = "zh") -> str:
    """The page of a rule: what it checks, why, the source, and two examples that are run as they stand.

    Raises:
        UsageError: there is no rule of this code.
    """
    code = code.upper()
    entry, rule = page_of(code), registered()[code]
    words = load_lexicon("messages/pages")
    lines = [f"{code}  {entry['title'][lang]}  [{words['severity'][rule.severity][lang]}]", ""]
    for key in ("checks", "why", "source"):
        lines += [words[key][lang], f"  {entry[key][lang]}", ""]
    if rule.handbook:
        lines += [words["handbook"][lang], f"  {', '.join(_handbook(rule, lang))}", ""]
    for key in ("fires", "silent"):
        lines += [
            words[key][lang],
            *(f"  {line}" for line in _example(entry[key], lang)),
            *_verdict(code, entry[key], lang),
            "",
        ]
    return "\n".join(lines).rstrip() + "\n"


def listing(lang: Language = "zh") -> str:
    """One line for each rule: code, severity, title."""
    words = load_lexicon("messages/pages")["severity"]
    return "".join(
        f"{code}  {words[rule.severity][lang]}  {page_of(code)['title'][lang]}\n"
        for code, rule in sorted(registered().items())
    )


def _handbook(rule: Rule, lang: Language) -> Iterator[str]:
    numbered = load_lexicon("messages/pages")["error_number"][lang]
    for name in rule.handbook:
        number = name.removeprefix("#")
        yield numbered.format(number=number) if number.isdigit() else name


def _verdict(code: str, example: Mapping[str, Any], lang: Language) -> Iterator[str]:
    words = load_lexicon("messages/pages")
    findings = run(case_of(example), select=(code,))
    yield f"  {words['verdict' if findings else 'nothing'][lang]}"
    for finding in findings:
        message = finding.message if lang == "zh" else finding.message_en
        yield f"    [{words['severity'][finding.severity][lang]}] {message}"


def _example(example: Mapping[str, Any], lang: Language) -> Iterator[str]:
    words = load_lexicon("messages/pages")
    report = report_of(example)
    yield words["report"][lang].format(agency=report.agency or "?", year=report.year or "?")
    for section in report.sections:
        spelled = words["section" if section.number else "preamble"][lang]
        yield spelled.format(number=section.number, title=section.title, text=section.text.replace("\n", " "))
        if section.topics:
            yield words["topic"][lang].format(headings=" / ".join(topic.heading for topic in section.topics))
    yield from (words["note"][lang].format(code=note.code) for note in report.notes)
    for address, value in example.get("cells", {}).items():
        shown = {"": words["blank"][lang], "?": words["unread"][lang]}.get(str(value), value)
        yield words["cell"][lang].format(name=name_of(address, lang), value=shown)
    if "fill" in example:
        yield words["fill"][lang].format(value=example["fill"])
    if "published" in example:
        yield words["published"][lang].format(date=example["published"])
    if "previous" in example:
        last = last_year_of(example, example["previous"])
        yield words["previous"][lang].format(year=last["year"])
        yield from (f"  {line}" for line in list(_example(last, lang))[1:])
