"""Lexicons that somebody edited: a copy of ``lexicons/`` that a test may spoil."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from auditor import resources
from auditor.errors import LexiconError
from auditor.resources import lexicon_path, load_lexicon

Spoil = Callable[..., LexiconError]


@pytest.fixture
def lexicons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of ``lexicons/`` that is loaded in place of it."""
    copy = tmp_path / "lexicons"
    shutil.copytree(lexicon_path(""), copy)
    folder = resources._folder
    monkeypatch.setattr(resources, "_folder", lambda name: str(copy) if name == "lexicons" else folder(name))
    load_lexicon.cache_clear()
    yield copy
    load_lexicon.cache_clear()


@pytest.fixture
def fault_of(lexicons: Path) -> Spoil:
    """What is told when ``old`` of a lexicon is replaced by ``new``, and the line on which that stands."""

    def load(name: str, old: str, new: str) -> LexiconError:
        path = lexicons / f"{name}.toml"
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(LexiconError) as told:
            load_lexicon(name)
        return told.value

    return load
