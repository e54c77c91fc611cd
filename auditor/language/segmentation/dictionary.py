"""The domain dictionary of the segmenters: ``lexicons/language/dictionary.txt``."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditor.resources import lexicon_path

_FILE = "language/dictionary.txt"


class Entry(NamedTuple):
    """A word with its frequency and part of speech; None leaves both to the segmenter."""

    word: str
    frequency: int | None
    tag: str | None


@cache
def dictionary() -> tuple[Entry, ...]:
    """The entries in the order of the file.

    Raises:
        LexiconError: a line that is no entry, or a word written twice; the message names the line.
    """
    entries: dict[str, Entry] = {}
    text = lexicon_path(_FILE).read_text(encoding="utf-8")
    for number, line in enumerate(text.splitlines(), start=1):
        fields = line.split("#")[0].split()
        if not fields:
            continue
        word, *rest = fields
        frequency = int(rest[0]) if rest and rest[0].isdecimal() else None
        tags = rest[1:] if frequency is not None else rest
        if len(tags) > 1 or word in entries:
            from auditor.shapes.telling import lexicon_error

            if word in entries:
                raise lexicon_error(_FILE, number, "twice_in_block", {"word": word, "key": _FILE})
            raise lexicon_error(_FILE, number, "too_many_fields", {"word": word})
        entries[word] = Entry(word, frequency, tags[0] if tags else None)
    return tuple(entries.values())
