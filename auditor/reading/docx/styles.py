"""What the styles of a document say that bears on its text: what is hidden, what is a table of contents."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

from auditor.reading.docx.names import child_of, is_on, occurring, value_of, w
from auditor.reading.docx.package import Package

# The built-in names are English in every language's Word; WPS and LibreOffice keep them.
_CONTENTS = re.compile(r"(?:toc|contents) \d", re.IGNORECASE)

_TELLING = (b"vanish", b'val="toc 1', b"val='toc 1", b'val="contents 1', b"val='contents 1")


class Styles(NamedTuple):
    """Identifiers of styles: ``hidden`` ones print nothing, ``contents`` are lines of a table of contents."""

    hidden: frozenset[str] = frozenset()
    contents: frozenset[str] = frozenset()


def styles_of(package: Package) -> Styles:
    """The styles of a document, those that they are based on taken into account."""
    if not package.styles_may_hold(_TELLING) or package.styles is None:
        return Styles()
    root = package.styles
    listed = {style.get(w("styleId"), ""): style for style in root.iterchildren(w("style"))}
    contents = frozenset(key for key, style in listed.items() if _CONTENTS.match(value_of(style, "name") or ""))
    if not occurring(root, (w("vanish"),)):
        return Styles(frozenset(), contents)
    return Styles(frozenset(key for key in listed if _hides(key, listed)), contents)


def _hides(key: str, listed: dict[str, Any]) -> bool:
    """Whether a style, or the next one it is based on that says anything of it, hides its text."""
    seen: set[str] = set()
    at: str | None = key
    while at is not None and at in listed and at not in seen:
        seen.add(at)
        properties = child_of(listed[at], "rPr")
        if child_of(properties, "vanish") is not None:
            return is_on(properties, "vanish")
        at = value_of(listed[at], "basedOn")
    return False
