"""Where a table of a text begins again: pages hold one copy for screens and one for telephones.

Each copy may be written in its own way (a row a line, a cell a line), so each is taken apart alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from auditor.reading.blocks import Block, Paragraph
from auditor.reading.tables.forms import plain_key
from auditor.reading.tables.lines import is_value
from auditor.resources import load_lexicon


@cache
def _first_labels() -> tuple[frozenset[str], tuple[str, ...]]:
    """The keys of the labels with which the standard tables begin, and their first letters as printed."""
    lexicon = load_lexicon("tables/2021")
    labels = (lexicon["active"][0]["heading"], lexicon["requests"]["note"], lexicon["disputes"]["kinds"][0]["label"])
    keys = frozenset(map(plain_key, labels))
    return keys, tuple({key[0] for key in keys})


def _begins(text: str) -> bool:
    """Whether a line's first cell is the label with which a standard table begins."""
    keys, letters = _first_labels()
    text = text.lstrip(" |\u3000\t（(")
    if not text.startswith(letters) or "。" in text:
        return False
    return plain_key(text.split("|", 1)[0]) in keys or plain_key(text.split(None, 1)[0]) in keys


def _holds_value(block: Block) -> bool:
    return isinstance(block, Paragraph) and any(map(is_value, block.text.replace("|", " ").split()))


def copies(blocks: Sequence[Block]) -> Iterator[Sequence[Block]]:
    """The blocks of a part, parted where its table begins again; all of them where it stands once."""
    begins = [at for at, block in enumerate(blocks) if isinstance(block, Paragraph) and _begins(block.text)]
    start = 0
    for before, at in pairwise(begins):
        if any(map(_holds_value, blocks[before + 1 : at])):
            yield blocks[start:at]
            start = at
    yield blocks[start:]
