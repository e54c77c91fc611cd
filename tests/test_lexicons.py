"""The lexicons that a domain expert edits: they load, say what they are, and hold no slips of the keyboard."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

from auditor.resources import lexicon_path, load_lexicon

FOLDER = lexicon_path("")
FILES = sorted(FOLDER.rglob("*.toml"))
CLAIMS = [path for path in FILES if path.parent.name == "claims"]


def name_of(path: Path) -> str:
    return path.relative_to(FOLDER).with_suffix("").as_posix()


def word_lists(value: Any, where: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words with where it stands; a ``row`` or ``column`` names an entry of a list."""
    if isinstance(value, dict):
        for key, inner in value.items():
            label = value.get("row") or value.get("column") or ""
            yield from word_lists(inner, f"{where}.{label}.{key}" if label else f"{where}.{key}")
    elif isinstance(value, list):
        if value and all(isinstance(item, str) for item in value):
            yield where, value
        else:
            for item in value:
                yield from word_lists(item, where)


LISTS = [(name_of(path), where, words) for path in CLAIMS for where, words in word_lists(load_lexicon(name_of(path)))]
LANGUAGE = [
    (name, where, words)
    for name in ("language/measure_words", "language/set_phrases")
    for where, words in word_lists(load_lexicon(name))
    if not where.endswith(".patterns")
]
IDS = [f"{name}{where}" for name, where, _ in LISTS]


def test_there_are_lexicons() -> None:
    assert len(CLAIMS) >= 10


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_loads(path: Path) -> None:
    assert tomllib.loads(path.read_text(encoding="utf-8"))
    assert load_lexicon(name_of(path))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_begins_with_a_comment_in_chinese(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    comment = "".join(takewhile(lambda line: line.startswith("#"), lines))
    assert any("一" <= character <= "鿿" for character in comment)


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_it_has_no_byte_order_mark_no_tab_and_no_replacement_character(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not {"\ufeff", "\t", "\ufffd", "\r", "\u200b"} & set(text)


@pytest.mark.parametrize(("name", "where", "words"), LISTS, ids=IDS)
def test_the_words_of_one_concept_are_unique(name: str, where: str, words: list[str]) -> None:
    assert [word for word, times in Counter(words).items() if times > 1] == []


@pytest.mark.parametrize(("name", "where", "words"), LISTS, ids=IDS)
def test_words_have_no_stray_spaces_and_are_not_empty(name: str, where: str, words: list[str]) -> None:
    assert [word for word in words if not word or word != word.strip() or "  " in word or "\u3000" in word] == []


@pytest.mark.parametrize(("name", "where", "words"), LANGUAGE, ids=[f"{name}{where}" for name, where, _ in LANGUAGE])
def test_measure_words_and_set_phrases_are_unique_and_without_spaces(name: str, where: str, words: list[str]) -> None:
    assert [word for word, times in Counter(words).items() if times > 1] == []
    assert [word for word in words if not word or word != word.strip()] == []


def test_every_chinese_counted_measure_word_is_a_measure_word() -> None:
    lexicon = load_lexicon("language/measure_words")
    known = {word for kind in ("count", "money", "duration", "rate") for word in lexicon[kind]}
    assert set(lexicon["after_chinese"]) <= known


def test_a_measure_word_is_of_one_kind() -> None:
    lexicon = load_lexicon("language/measure_words")
    kinds = Counter(word for kind in ("count", "money", "duration", "rate") for word in set(lexicon[kind]))
    assert [word for word, times in kinds.items() if times > 1] == []


def test_rows_of_results_exist_in_the_tables() -> None:
    from auditor.addresses import members, request_rows

    for entry in load_lexicon("claims/requests")["result"]:
        for row in entry["row"].replace(" + ", " | ").split(" | "):
            assert row == "-" or row in request_rows("2021") or members(f"requests.{row}.total")


def test_columns_of_applicants_and_outcomes_exist_in_the_tables() -> None:
    from auditor.addresses import APPLICANTS, OUTCOMES

    for entry in load_lexicon("claims/requests")["applicant"]:
        assert entry["column"] in (*APPLICANTS, "organisations")
    for entry in load_lexicon("claims/disputes")["outcome"]:
        assert set(entry["column"].split(" | ")) <= set(OUTCOMES)


def test_one_word_is_not_two_results_of_requests() -> None:
    rows: dict[str, set[str]] = {}
    for entry in load_lexicon("claims/requests")["result"]:
        for word in entry["names"]:
            rows.setdefault(word, set()).add(entry["row"])
    assert {word: found for word, found in rows.items() if len(found) > 1} == {}


def test_one_word_is_not_two_outcomes_of_disputes() -> None:
    columns: dict[str, set[str]] = {}
    for entry in load_lexicon("claims/disputes")["outcome"]:
        for word in entry["names"]:
            columns.setdefault(word, set()).add(entry["column"])
    assert {word: found for word, found in columns.items() if len(found) > 1} == {}
