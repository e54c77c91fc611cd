"""Many phrases found in one scan: a regular expression in the shape of a trie.

An alternation of 300 phrases tries each of them at every character; a trie tries each character once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_Trie = dict[str, "_Trie"]
_END = ""


def _branch(node: _Trie) -> str:
    leaves = sorted(key for key in node if key != _END and set(node[key]) == {_END})
    branches = [re.escape(key) + _branch(node[key]) for key in sorted(node) if key != _END and key not in leaves]
    if len(leaves) == 1:
        branches.append(re.escape(leaves[0]))
    elif leaves:
        branches.append("[" + "".join(map(re.escape, leaves)) + "]")
    if not branches:
        return ""
    joined = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
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
    return re.compile(f"(?=[{heads}])(?=({trie_pattern(known)}))")
