"""Which input a seed and an index name: a sound structure, damaged in ways that its format knows."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random
from typing import NamedTuple

from tests.fuzz import bloat, byte_damage, docx_damage, html_damage, pdf_damage, prose_damage, text_damage
from tests.fuzz.structures import Structure, structures

_SHARES = (("txt", 32), ("html", 32), ("md", 10), ("prose", 14), ("docx", 7), ("pdf", 5))
"""How many of a hundred inputs each kind gets; reading a PDF or a package takes ten times a text."""
_BLOATED = 0.02


class Input(NamedTuple):
    """One input: ``kind`` is the suffix of its file, or ``prose`` for text without tables."""

    kind: str
    data: bytes


def made(seed: int, index: int, *, more: tuple[str, ...] = ()) -> Input:
    """The input that a seed and an index name; the same on every run."""
    rng = Random(f"{seed}:{index}")
    kind = rng.choices([name for name, _ in _SHARES], [share for _, share in _SHARES])[0]
    if kind == "prose":
        passages = _passages(more)
        if rng.random() < _BLOATED:
            return Input(kind, bloat.bloated(rng, rng.choice(passages)).encode("utf-8", "surrogatepass"))
        return Input(
            kind, prose_damage.damaged(rng, rng.choice(passages), rng.choice(passages)).encode("utf-8", "surrogatepass")
        )
    known = structures(kind, more)
    base, other = rng.choice(known), rng.choice(known)
    if kind in ("txt", "md", "html") and rng.random() < _BLOATED:
        return Input(kind, bloat.bloated(rng, base.text).encode("utf-8", "surrogatepass"))
    if rng.random() < 0.08:
        # Bytes first: what a decoder, a parser and an unpacker are given before any structure is seen.
        return Input(kind, byte_damage.damaged(rng, base.data, other.data))
    return Input(kind, _DAMAGES[kind](rng, base, other))


def _lines(rng: Random, base: Structure, other: Structure) -> bytes:
    text = text_damage.damaged(rng, base.text, other.text)
    if rng.random() < 0.2:
        text = prose_damage.damaged(rng, text, other.text)
    encoding = rng.choice(("utf-8",) * 8 + ("gb18030", "utf-16", "utf-8-sig", "gbk"))
    return text.encode(encoding, "ignore")


def _page(rng: Random, base: Structure, other: Structure) -> bytes:
    return html_damage.damaged(rng, base.text, other.text)


_DAMAGES: dict[str, Callable[[Random, Structure, Structure], bytes]] = {
    "txt": _lines,
    "md": _lines,
    "html": _page,
    "docx": lambda rng, base, other: docx_damage.damaged(rng, base.data, other.data),
    "pdf": lambda rng, base, other: pdf_damage.damaged(rng, base.data, other.data),
}


@cache
def _passages(more: tuple[str, ...]) -> tuple[str, ...]:
    """Prose of our reports: all of each file's together, and each paragraph alone."""
    whole: list[str] = []
    for structure in structures("txt", more):
        lines = [line for line in structure.text.split("\n") if len(line) > 24 and "|" not in line]
        whole += ["\n".join(lines), *lines]
    return tuple(dict.fromkeys(filter(None, whole)))
