"""Where the lexicons and models stand, and how they are loaded.

In a checkout the top-level folders themselves are read; an installed wheel carries them inside the
package.  Loaded data are shared and must not be changed by who reads them.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

_PACKAGE = Path(__file__).resolve().parent


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name


def lexicon_path(name: str) -> Path:
    """The path of a file under ``lexicons/``, e.g. ``language/dictionary.txt``."""
    return _folder("lexicons") / name


def model_path(name: str) -> Path:
    """The path of a file or folder under ``models/``."""
    return _folder("models") / name


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The lexicon ``lexicons/<name>.toml``.

    Raises:
        LexiconError: the file is not valid TOML; the message names the line.
    """
    import tomllib  # half of the start-up time of `auditor --help`, which needs no lexicon

    from auditor.errors import LexiconError

    path = lexicon_path(f"{name}.toml")
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as fault:
        raise LexiconError(f"{path.name}: {fault}") from fault
