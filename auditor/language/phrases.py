"""Many phrases found in one scan: a regular expression in the shape of a trie.

An alternation of 300 phrases tries each of them at every character; a trie tries each character once.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable

_Trie = dict[str, "_Trie"]
_END = ""


# More alternatives than this at one place are grouped behind a look at the next character: the regular
# expression engine tries alternatives one by one, and a hundred of them cost more than the match itself.
_FEW = 12


def _alternatives(options: list[tuple[str, str]]) -> str:
    """``options`` (first character, pattern) as alternatives, grouped where there are many."""
    if len(options) > _FEW:
        size = math.isqrt(len(options)) + 1
        groups = [options[at : at + size] for at in range(0, len(options), size)]
        return "(?:" + "|".join(f"(?=[{_class(group)}])(?:{_joined(group)})" for group in groups) + ")"
    return options[0][1] if len(options) == 1 else f"(?:{_joined(options)})"


def _class(options: list[tuple[str, str]]) -> str:
    return "".join(re.escape(head) for head, _ in options)


def _joined(options: list[tuple[str, str]]) -> str:
    return "|".join(pattern for _, pattern in options)


def _branch(node: _Trie) -> str:
    leaves = sorted(key for key in node if key != _END and set(node[key]) == {_END})
    options = [(key, re.escape(key) + _branch(node[key])) for key in sorted(node) if key != _END and key not in leaves]
    if not options and not leaves:
        return ""
    parts = [_alternatives(options)] if options else []
    if len(leaves) == 1:
        parts.append(re.escape(leaves[0]))
    elif leaves:
        parts.append("[" + "".join(map(re.escape, leaves)) + "]")
    joined = parts[0] if len(parts) == 1 else "(?:" + "|".join(parts) + ")"
    if _END not in node:
        return joined
    return f"(?:{joined})?"


def trie_pattern(phrases: Iterable[str]) -> str:
    """A pattern that matches exactly ``phrases``, at each place the longest that fits."""
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for character in phrase:
            node = node.setdefault(character, {})
        node[_END] = {}
    return _branch(root)


def overlapping(phrases: Iterable[str]) -> re.Pattern[str]:
    """A pattern whose group 1 is the longest phrase at each place where one begins, overlaps included."""
    known = sorted(set(phrases))
    heads = "".join(re.escape(head) for head in sorted({phrase[0] for phrase in known}))
    # The first character is consumed, the phrase is looked at from there: a pattern that begins with a set of
    # characters lets the engine skip all others, one that begins with a look-ahead does not.
    return re.compile(f"[{heads}](?<=(?=({trie_pattern(known)})).)", re.DOTALL)
