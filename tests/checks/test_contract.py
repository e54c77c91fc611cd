"""What every rule owes: a code, a page in two languages, one case where it fires, one where it is silent.

A new rule is tested here without a line of its own: it only has to be registered and have its page.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from typing import Any

import pytest

import auditor.checks  # noqa: F401
from auditor.checks.examples import case_of
from auditor.checks.pages import KEYS, listing, page
from auditor.checks.registry import Case, registered
from auditor.checks.run import run
from auditor.model import Report
from auditor.resources import lexicon_path, load_lexicon

CODES = sorted(registered())
LETTERS = sorted({code[0] for code in CODES})

EMPTY = Report(
    path="", sha256="", format="text", title=None, agency=None, body=None, year=None, published=None,
    sections=(), cells={},
)  # fmt: skip


def entry_of(code: str) -> dict[str, Any]:
    return load_lexicon(f"rules/{code[0]}")[code]


@pytest.mark.parametrize("code", CODES)
def test_code_is_a_letter_and_three_digits(code: str) -> None:
    assert re.fullmatch(r"[NITYHSLB]\d{3}", code)


@pytest.mark.parametrize("code", CODES)
def test_page_says_everything_in_both_languages(code: str) -> None:
    entry = entry_of(code)
    messages = [key for key in entry if key.startswith("message")]
    for key in {*KEYS, *messages}:
        for lang in ("zh", "en"):
            assert entry[key][lang].strip(), f"{code} lacks {key}.{lang}"
    assert page(code, "zh") != page(code, "en")
    assert code in listing("zh")
    assert code in listing("en")


@pytest.mark.parametrize("code", CODES)
def test_fires_on_its_example(code: str) -> None:
    findings = [finding for finding in run(case_of(entry_of(code)["fires"]), select=(code[0],)) if finding.rule == code]
    assert findings
    for finding in findings:
        assert finding.message.strip()
        assert finding.message_en.strip()
        assert not re.search(r"[{}]", finding.message + finding.message_en)


@pytest.mark.parametrize("code", CODES)
def test_is_silent_on_its_counterexample(code: str) -> None:
    assert [
        finding for finding in run(case_of(entry_of(code)["silent"]), select=(code[0],)) if finding.rule == code
    ] == []


@pytest.mark.parametrize("code", CODES)
def test_fingerprint_is_the_same_in_another_run_and_from_another_path(code: str) -> None:
    example = entry_of(code)["fires"]
    first = [finding.fingerprint for finding in run(case_of(example), select=(code,))]
    again = [finding.fingerprint for finding in run(case_of(example, path="elsewhere/copy.txt"), select=(code,))]
    assert first == again
    assert len(set(first)) == len(first)


@pytest.mark.parametrize("code", CODES)
def test_survives_an_empty_report(code: str) -> None:
    run(Case(EMPTY), select=(code,))
    run(Case(EMPTY, previous=EMPTY), select=(code,))
    run(Case(replace(EMPTY, year=2024, agency="安平县教育局")), select=(code,))


@pytest.mark.parametrize("letter", LETTERS)
def test_every_page_has_its_rule(letter: str) -> None:
    pages = tomllib.loads(lexicon_path(f"rules/{letter}.toml").read_text(encoding="utf-8"))
    assert sorted(pages) == [code for code in CODES if code[0] == letter]
