"""The phrases with numerals that are no figures, and the characters that they may begin with."""

from __future__ import annotations

import re

import pytest

from auditor.claims.quantities import quantities
from auditor.evaluation.label_files import all_passages
from auditor.language.normalise import normalise
from auditor.resources import load_lexicon

LEXICON = load_lexicon("language/set_phrases")
PATTERNS: list[str] = LEXICON["patterns"]


@pytest.mark.parametrize("phrase", LEXICON["phrases"])
def test_a_set_phrase_is_no_figure(phrase: str) -> None:
    assert quantities(normalise(f"我局落实{phrase}要求。")) == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_begins_with_one_of_the_heads(pattern: str) -> None:
    heads = LEXICON["pattern_heads"]
    for passage in all_passages():
        for match in re.finditer(pattern, normalise(passage.text)):
            if match.group():
                assert re.match(rf"[{heads}A-Za-z\d]", match.group()), match.group()
