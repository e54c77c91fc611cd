"""The line of every entry of a TOML file."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from auditor.resources import lexicon_path
from auditor.shapes.places import line_of

FILES = sorted(lexicon_path("").rglob("*.toml"))

TEXT = """# 说明
simple = "甲"
words = ["一", "二",  # 注
  '三',
  "四"]
dotted.zh = "乙"  # = "丙"
[section."带点.的名"]
pairs = [["线上", "线下"], [
  "左", "右"]]
inline = { zh = "中", en = "英" }
block = \"\"\"
第一行 [[not]]
key = 1
\"\"\"
[[result]]
row = "a"
[[result]]
row = "b"
names = []
[result.more]
flag = true
[[result.item]]
name = "甲"
[[result]]
row = "c"
[[result.item]]
name = "乙"
"""


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("simple",), 2),
        (("words",), 3),
        (("words", 1), 3),
        (("words", 2), 4),
        (("words", 3), 5),
        (("dotted", "zh"), 6),
        (("section", "带点.的名"), 7),
        (("section", "带点.的名", "pairs", 0, 1), 8),
        (("section", "带点.的名", "pairs", 1, 0), 9),
        (("section", "带点.的名", "inline", "en"), 10),
        (("section", "带点.的名", "block"), 11),
        (("result", 0), 15),
        (("result", 1, "names"), 19),
        (("result", 1, "more", "flag"), 21),
        (("result", 1, "item", 0, "name"), 23),
        (("result", 2, "item", 0, "name"), 27),
        # What is not there stands with what is around it.
        (("result", 1, "column"), 17),
        (("dotted",), 6),
        (("section",), 7),
        (("nothing",), 1),
    ],
)
def test_the_line_of_an_entry(path: tuple[str | int, ...], line: int) -> None:
    assert line_of(TEXT, path) == line


def leaves(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    """Every text and number with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, (*path, key))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from leaves(inner, (*path, place))
    else:
        yield path, value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(lexicon_path("")).as_posix())
def test_every_entry_of_a_lexicon_stands_on_its_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    # A long file has thousands of entries: every seventh is asked for.
    for where, value in [*leaves(tomllib.loads(text))][::7]:
        written = str(value).strip().splitlines()[0] if isinstance(value, str) and value.strip() else ""
        line = lines[line_of(text, where) - 1]
        as_written = line.replace('\\"', '"').replace("\\\\", "\\").replace("\\uFFFD", "\ufffd")
        assert '"""' in line or written in as_written, where
