"""The words of the outputs and of the command line are complete in both languages."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path

import pytest

import auditor.output.page
from auditor.output.words import page_words
from auditor.resources import lexicon_bytes, load_lexicon

PAGE = Path(auditor.output.page.__file__).parent / "page.html"
COMMAND_LINE = json.loads(lexicon_bytes("messages/cli.json"))
TEXTS = [
    *((key, text) for name in ("output", "page") for key, text in load_lexicon(f"messages/{name}").items()),
    *COMMAND_LINE["texts"].items(),
]


def _braces(text: str) -> set[str]:
    return {field.rstrip("!r") for _, field, _, _ in string.Formatter().parse(text) if field}


@pytest.mark.parametrize(("key", "text"), TEXTS, ids=[key for key, _ in TEXTS])
def test_a_text_has_both_languages_with_the_same_braces(key: str, text: dict[str, str]) -> None:
    assert set(text) == {"zh", "en"}
    assert text["zh"]
    assert text["en"]
    assert _braces(text["zh"]) == _braces(text["en"])


def test_the_page_and_the_common_words_share_no_key() -> None:
    assert not set(load_lexicon("messages/output")) & set(load_lexicon("messages/page"))


def test_every_word_of_the_page_is_used() -> None:
    sources = "".join(path.read_text(encoding="utf-8") for path in PAGE.parent.glob("*.*") if path.suffix != ".css")
    for key in load_lexicon("messages/page"):
        family = re.sub(r"^(one|legend|table)_.*|^(cell)_number$", lambda m: f"{m[1] or m[2]}_", key)
        assert key in sources or family in sources, key


def test_the_words_that_the_page_asks_for_exist() -> None:
    asked = set(re.findall(r"words\.(\w+)", PAGE.read_text(encoding="utf-8")))
    assert asked <= set(page_words("zh"))


def test_argparse_keeps_its_fields_in_chinese() -> None:
    fields = re.compile(r"%\((\w+)\)")
    for english, chinese in COMMAND_LINE["argparse"].items():
        assert set(fields.findall(chinese)) <= set(fields.findall(english)), english
        assert chinese.count("%s") == english.count("%s"), english
