"""Markup that a page keeps as text and shows only by its script: in a text field, a script, an attribute.

Content systems put an article into a hidden ``textarea``, into a variable of a script or into a record of
JSON, and a script of the page writes it to its place.  Nothing is executed: the texts are taken as they
stand, their escapes resolved.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import unquote

from lxml import etree
from lxml.html import HtmlElement

_RAW = ("textarea", "xmp", "noscript", "template", "iframe", "noframes")
_ATTRIBUTES = etree.XPath("//@value | //@srcdoc | //@content | //@data-content | //@data-html", smart_strings=False)
SHORTEST = 2_000
"""No report with its tables is shorter; in characters of its source."""
MOST = 12
"""So many of the longest texts are looked at."""
_MOST_ESCAPED = 3
"""Times that markup is escaped, one system handing it to the next."""

# A string that nobody ends is taken too, without ever going back: else each escaped quote in it were looked at anew.
_STRING = re.compile(r'"((?:[^"\\\n]++|\\.)*+)"?|\'((?:[^\'\\\n]++|\\.)*+)\'?|`((?:[^`\\]++|\\.)*+)`?', re.DOTALL)
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(\r?\n)|(.))", re.DOTALL)
_PLAIN = {"n": "\n", "r": "\n", "t": "\t", "b": "", "f": "", "v": ""}
_PERCENT_U = re.compile(r"%u([0-9a-fA-F]{4})")
_SURROGATES = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE = re.compile("[\ud800-\udfff]")
_MARKUP = re.compile(r"<(?:p|div|table|span|section|td)\b", re.IGNORECASE)


def stored_markup(root: HtmlElement) -> list[str]:
    """The texts of a page that are markup themselves, the longest first."""
    found = {text for written in _written(root) if len(written) >= SHORTEST and (text := _resolved(written))}
    return sorted(found, key=lambda text: (-len(text), text))[:MOST]


def _written(root: HtmlElement) -> Iterator[str]:
    for element in root.iter(*_RAW):
        if len(element):
            yield "".join([element.text or "", *(etree.tostring(child, encoding="unicode") for child in element)])
        elif element.text:
            yield element.text
    yield from _ATTRIBUTES(root)
    for script in root.iter("script"):
        text = script.text or ""
        if len(text) >= SHORTEST:
            yield from ([text] if text.lstrip().startswith("<") else _strings(text))


def _strings(script: str) -> Iterator[str]:
    """The strings of a script; those that it puts together of pieces (``'…' + '…'``) as one."""
    together: list[str] = []
    end = 0
    for found in _STRING.finditer(script):
        between = script[end : found.start()].strip()
        if together and between not in ("+", "") and not between.endswith("+="):
            yield "".join(together)
            together = []
        together.append(_unescaped(found[1] or found[2] or found[3] or ""))
        end = found.end()
    yield "".join(together)


def _unescaped(written: str) -> str:
    """What a string of a script says."""
    if "\\" not in written:
        return written
    return _SURROGATES.sub(lambda pair: pair[0].encode("utf-16", "surrogatepass").decode("utf-16"), _plain(written))


def _plain(written: str) -> str:
    return _ESCAPE.sub(_character, written)


def _character(escape: re.Match[str]) -> str:
    code = escape[1] or escape[2]
    if code:
        return chr(int(code, 16))
    return "" if escape[3] else _PLAIN.get(escape[4], escape[4])


def _resolved(written: str) -> str:
    """Markup without the escapes around it; empty where the text is none."""
    text = written
    for _ in range(_MOST_ESCAPED):
        if _MARKUP.search(text):
            return _LONE.sub("\ufffd", text)
        before = text
        if "&lt;" in text or "&#" in text:
            text = unescape(text)
        elif "%3C" in text or "%3c" in text:
            text = unquote(_PERCENT_U.sub(lambda found: chr(int(found[1], 16)), text))
        elif "\\u003" in text or "\\n" in text or '\\"' in text:
            text = _unescaped(text)
        if text == before:
            break
    return ""
