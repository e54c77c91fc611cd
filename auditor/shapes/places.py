"""The line on which every entry of a TOML file stands; read only where a fault is to be told.

The text is known to be valid TOML, so its tokens need no checking.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

Path = tuple[str | int, ...]

_TOKEN = re.compile(
    r"(?P<skip>[ \t\r]+|#[^\n]*)"
    r"|(?P<text>\"\"\"(?:\\.|[^\\])*?\"\"\"+|'''.*?'''+|\"(?:\\.|[^\"\\\n])*\"|'[^'\n]*')"
    r"|(?P<end>\n)|(?P<mark>[\[\]{}=,])|(?P<bare>[^\s\[\]{}=,\"'#]+)",
    re.DOTALL,
)


class _Token(NamedTuple):
    kind: str
    text: str
    line: int


def line_of(text: str, path: Path) -> int:
    """The line of an entry, given by its keys and its places in lists (from 0); of what is around it where unknown."""
    lines = dict(reversed([*_Places(text).all()]))
    while path:
        if path in lines:
            return lines[path]
        inside = [line for known, line in lines.items() if known[: len(path)] == path]
        if inside:
            return min(inside)
        path = path[:-1]
    return 1


class _Places:
    """One pass over the tokens of a file."""

    def __init__(self, text: str) -> None:
        self._tokens = [*_tokens(text)]
        self._at = 0
        self._lists: dict[Path, int] = {}

    def all(self) -> Iterator[tuple[Path, int]]:
        """Every path with its line, in the order of the file."""
        section: Path = ()
        while (token := self._tokens[self._at]).kind != "last":
            if token.kind == "end":
                self._at += 1
            elif token.text == "[":
                section = self._section()
                yield section, token.line
            else:
                yield from self._entry(section)

    def _section(self) -> Path:
        """The path of ``[a.b]`` or ``[[a.b]]``, with the place in every list of tables on the way."""
        listed = self._tokens[self._at + 1].text == "["
        self._at += 2 if listed else 1
        path: Path = ()
        keys = self._keys("]")
        for depth, key in enumerate(keys, start=1):
            path = (*path, key)
            if listed and depth == len(keys):
                self._lists[path] = self._lists.get(path, -1) + 1
            if path in self._lists:
                path = (*path, self._lists[path])
        self._at += 1 if listed else 0
        return path

    def _keys(self, until: str) -> list[str]:
        keys: list[str] = []
        while (token := self._take()).text != until or token.kind != "mark":
            keys += [token.text[1:-1]] if token.kind == "text" else filter(None, token.text.split("."))
        return keys

    def _entry(self, section: Path) -> Iterator[tuple[Path, int]]:
        line = self._tokens[self._at].line
        path = (*section, *self._keys("="))
        yield path, line
        yield from self._value(path)

    def _value(self, path: Path) -> Iterator[tuple[Path, int]]:
        opening = self._take()
        if opening.kind != "mark":
            return
        place = 0
        while (token := self._tokens[self._at]).kind != "mark" or token.text in "[{":
            if token.kind == "end":
                self._at += 1
                continue
            if opening.text == "{":
                yield from self._entry(path)
            else:
                yield (*path, place), token.line
                yield from self._value((*path, place))
                place += 1
            while (token := self._tokens[self._at]).kind == "end" or token.text == ",":
                self._at += 1
        self._at += 1

    def _take(self) -> _Token:
        self._at += 1
        return self._tokens[self._at - 1]


def _tokens(text: str) -> Iterator[_Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        if kind != "skip":
            yield _Token(kind, match.group(), line)
        line += match.group().count("\n")
    yield _Token("last", "", line)
