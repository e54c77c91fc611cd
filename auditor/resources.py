"""Where the lexicons and models stand, and how they are loaded.

In a checkout the top-level folders themselves are read; an installed wheel carries them inside the
package.  Loaded data are shared and must not be changed by who reads them.
"""

from __future__ import annotations

import os
from functools import cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

# ``auditor --help`` needs this module and one file, but neither pathlib nor typing nor tomllib, which
# would take longer than all the rest of it: hence os.path here, and imports where they are used.
_PACKAGE = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120


def _folder(name: str) -> str:
    if name == "lexicons" and (chosen := os.environ.get("AUDITOR_LEXICONS")):
        # An office's own copy, or one that training has thinned.
        return chosen
    inside = os.path.join(_PACKAGE, name)  # noqa: PTH118
    return inside if os.path.isdir(inside) else os.path.join(_PACKAGE, os.pardir, name)  # noqa: PTH112, PTH118


def lexicon_bytes(name: str) -> bytes:
    """The content of a file under ``lexicons/``."""
    with open(os.path.join(_folder("lexicons"), name), "rb") as file:  # noqa: PTH118, PTH123
        return file.read()


def lexicon_path(name: str) -> Path:
    """The path of a file under ``lexicons/``, e.g. ``language/dictionary.txt``."""
    from pathlib import Path

    return Path(_folder("lexicons")).resolve() / name


def model_path(name: str) -> Path:
    """The path of a file or folder under ``models/``."""
    from pathlib import Path

    return Path(_folder("models")).resolve() / name


@cache
def load_lexicon(name: str) -> dict[str, Any]:
    """The lexicon ``lexicons/<name>.toml``, which has the shape that :mod:`auditor.shapes` states for it.

    Raises:
        LexiconError: the file was edited wrongly; the message says where and what to do.
    """
    import tomllib

    from auditor.shapes import checking

    try:
        # An editor may have put a byte order mark in front.
        text = lexicon_bytes(f"{name}.toml").decode("utf-8-sig").replace("\r\n", "\n")
        data = tomllib.loads(text)
    except UnicodeDecodeError as fault:
        raise checking.not_text(name, fault) from fault
    except tomllib.TOMLDecodeError as fault:
        raise checking.not_toml(name, fault) from fault
    checking.require_shape(name, data, text)
    return data
